"""A what-if of a chain: what it takes off, what it says of each step, and what programs are told."""

from customs_app.analysis.case import BASE
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.corridor.what_if import what_if, what_if_json
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.corridor.chained import COR_01, chain_of

EN = words(Language.EN)


def test_steps_of_another_way_are_no_what_if(catalogue: Catalogue) -> None:
    blocks = chain_of(catalogue, COR_01)
    assert what_if(blocks, {"nowhere-01"}, BASE, catalogue.reference()) is None
    assert what_if_json(None, EN) is None


def test_a_figure_counted_on_the_other_side_is_not_said_to_save_time(catalogue: Catalogue) -> None:
    blocks, reference = chain_of(catalogue, COR_01), catalogue.reference()
    whole = chain(blocks, BASE, reference)
    once = next(one for one in whole.counted_once if one.hours is not None)
    found = what_if(blocks, {once.not_again}, BASE, reference)
    assert found is not None
    assert found.chain.totals.elapsed == whole.totals.elapsed
    told = what_if_json(found, EN)
    assert told is not None
    assert told["without"] == [once.not_again]
    assert [one["step"] for one in told["changes"]] == [once.not_again]
    assert told["changes"][0]["sentence"] == (
        "Step 4 is removed. Its measured figure counts at “Cross to Nur Zholy” on the other side of the"
        " border, which stays."
    )
    assert told["totals"]["elapsed_h"] == {"min": 25.09, "typ": 60.09, "max": 105.1}
    assert told["totals"]["steps"] == whole.totals.steps - 1


def test_both_sides_left_out_take_the_figure_away(catalogue: Catalogue) -> None:
    blocks, reference = chain_of(catalogue, COR_01), catalogue.reference()
    whole = chain(blocks, BASE, reference)
    once = next(one for one in whole.counted_once if one.hours is not None)
    span = next(one for one in whole.spans if one.step_id == once.counted)
    found = what_if(blocks, {once.not_again, *span.steps}, BASE, reference)
    assert found is not None
    typical = whole.totals.elapsed.typ
    assert typical is not None
    assert found.chain.totals.elapsed.typ is not None
    assert abs(found.chain.totals.elapsed.typ - (typical - 51.4)) < 1e-9
    assert not any("other side of the border" in EN.say(one.message) for one in found.changes)
