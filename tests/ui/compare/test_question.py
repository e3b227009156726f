"""What can be asked, and what a question takes."""

from dataclasses import replace

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import CaseKind, Mode, Regime
from customs_app.ui.compare.question import Question, choice_of, countries_of, nearest, offers
from customs_app.ui.compare.state import Choices, View, choices_of, kept_state, question_of, view_of


def test_offers_are_what_the_catalogue_has(catalogue: Catalogue) -> None:
    rows = catalogue.procedures()
    found = offers(rows)
    assert list(found) == list(Regime)
    assert list(found[Regime.PARCEL_IMPORT]) == [Mode.ANY, Mode.AIR]
    assert found[Regime.BORDER_CROSSING][Mode.RAIL] == ("CN", "IR")
    for modes in found.values():
        for mode, countries in modes.items():
            own = [row.procedure for row in rows if row.procedure.mode is mode]
            assert mode is Mode.ANY or own
            assert set(countries) <= set(countries_of(rows))


def test_a_question_takes_all_countries_but_those_left_out(catalogue: Catalogue) -> None:
    rows = catalogue.procedures()
    question = Question(without=frozenset({"KZ", "RU"}))
    assert "KZ" not in choice_of(question, rows).procedures
    assert len(choice_of(question, rows).procedures) == 8
    assert choice_of(replace(question, without=frozenset(countries_of(rows))), rows).procedures == {}


def test_a_chosen_procedure_takes_the_place_of_an_earlier_choice(catalogue: Catalogue) -> None:
    question = Question().choosing("CN", "CN-P-import-fruit").choosing("CN", "CN-P-import-two-step")
    assert question.chosen == {("CN", "CN-P-import-two-step")}
    taken = choice_of(question, catalogue.procedures()).procedures
    assert taken["CN"].id == "CN-P-import-two-step"
    assert taken["KZ"].id == "KZ-P-import-road"


def test_the_nearest_question_is_one_that_the_catalogue_has() -> None:
    offered = {Regime.EXPORT: {Mode.ANY: ("KZ",), Mode.RAIL: ("KZ",)}}
    assert nearest(Question(), offered) == Question(Regime.EXPORT, Mode.ANY)
    assert nearest(Question(Regime.EXPORT, Mode.RAIL), offered).mode is Mode.RAIL
    assert nearest(Question(), {}) == Question()


def test_what_is_remembered_reads_back_as_it_was() -> None:
    question = Question(
        Regime.EXPORT, Mode.RAIL, CaseKind.WORST, frozenset({"IR"}), frozenset({("CN", "CN-P-x")})
    )
    choices = Choices()
    choices.keep(question)
    view = View(only_differences=True, currency="EUR")
    state = kept_state(question, view, choices)
    again = choices_of(state)
    assert question_of(state, again) == question
    assert view_of(state) == view
    assert again.by_kind == choices.by_kind
