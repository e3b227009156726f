"""Which procedure of each country answers a question."""

from customs_app.analysis.choose import best_procedure, choices, choose
from customs_app.domain.codes import Mode, Regime, View

from .made import plain

ROAD, ANY, SEA = Mode.ROAD, Mode.ANY, Mode.SEA


def _best(*candidates, **how):
    for order in (candidates, candidates[::-1]):
        best = best_procedure(order, **how)
    return best.id


def test_detailed_goes_before_stages() -> None:
    assert _best(plain("a", view=View.STAGES, title="ordinary goods"), plain("b")) == "b"


def test_ordinary_goods_go_before_special_ones() -> None:
    assert _best(plain("a", goods="fresh fruit", as_of="2026"), plain("b", goods="general cargo")) == "b"
    assert _best(plain("a", title="Import ordinary goods"), plain("b", title="Import meat")) == "a"
    assert _best(plain("a", goods="Commercial cargo"), plain("b", goods="Plants")) == "a"


def test_special_regimes_come_last() -> None:
    ordinary = "ordinary goods"
    assert _best(plain("a", goods=ordinary, title="Under SPOT"), plain("b", goods=ordinary)) == "b"
    assert (
        _best(
            plain("a", goods="Ordinary goods of EAEU origin"),
            plain("b", goods="Ordinary goods from outside the EAEU"),
        )
        == "b"
    )


def test_a_general_place_goes_before_one_border_crossing() -> None:
    assert _best(plain("a", location="L"), plain("b")) == "b"


def test_more_steps_then_the_latest_day_then_the_id() -> None:
    assert _best(plain("a"), plain("b"), steps={"a": 3, "b": 4}) == "b"
    assert _best(plain("a", as_of="2020"), plain("b", as_of="2024")) == "b"
    assert _best(plain("b"), plain("a")) == "a"


def test_the_mode_asked_for_goes_before_any_mode() -> None:
    procedures = [
        plain("a", mode=ANY, goods="ordinary goods"),
        plain("b", goods="meat"),
        plain("c", "UZ", mode=ANY),
    ]
    chosen = choose(procedures, Regime.IMPORT, ROAD)
    assert {iso2: p.id for iso2, p in chosen.items()} == {"KZ": "b", "UZ": "c"}
    assert choose(procedures, Regime.EXPORT, ROAD) == {}


def test_another_mode_never_answers() -> None:
    assert choose([plain("a", mode=SEA)], Regime.IMPORT, ROAD) == {}


def test_without_a_mode_like_is_set_beside_like() -> None:
    procedures = [
        plain("a", "KZ", mode=SEA),
        plain("b", "KZ", mode=ROAD),
        plain("c", "UZ", mode=ROAD),
        plain("d", "CN", mode=SEA),
    ]
    for mode in (None, ANY):
        chosen = choose(procedures, Regime.IMPORT, mode)
        assert {iso2: p.id for iso2, p in chosen.items()} == {"CN": "d", "KZ": "b", "UZ": "c"}


def test_countries_keep_their_order_and_those_without_are_named() -> None:
    procedures = [plain("a", "KZ"), plain("b", "UZ"), plain("c", "CN")]
    found = choices(procedures, Regime.IMPORT, ROAD, ["UZ", "IR", "KZ"])
    assert list(found.procedures) == ["UZ", "KZ"]
    assert found.left_out == ("IR",)
    assert list(choices(procedures, Regime.IMPORT, ROAD).procedures) == ["CN", "KZ", "UZ"]


def test_the_users_choice_goes_before_the_best_and_the_others_are_told() -> None:
    procedures = [plain("a"), plain("b"), plain("c", regime=Regime.EXPORT)]
    found = choices(procedures, Regime.IMPORT, ROAD, chosen={"KZ": "b"})
    assert found.procedures["KZ"].id == "b"
    assert [p.id for p in found.others["KZ"]] == ["a"]
    assert choose(procedures, Regime.IMPORT, ROAD, chosen={"KZ": "c"})["KZ"].id == "a"


def test_stages_are_never_mixed_with_detailed_views() -> None:
    procedures = [plain("a", "KZ", view=View.STAGES), plain("b", "UZ"), plain("c", "CN", view=View.STAGES)]
    found = choices(procedures, Regime.IMPORT, ROAD)
    assert list(found.procedures) == ["UZ"]
    assert found.left_out == found.stages_only == ("CN", "KZ")
    alone = choices(procedures, Regime.IMPORT, ROAD, ["KZ", "CN"])
    assert list(alone.procedures) == ["KZ", "CN"]
    assert alone.left_out == ()


def test_a_detailed_one_for_any_mode_goes_before_stages_of_the_mode() -> None:
    procedures = [plain("a", view=View.STAGES), plain("b", mode=ANY)]
    assert choose(procedures, Regime.IMPORT, ROAD)["KZ"].id == "b"
