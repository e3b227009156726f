"""The figures and short texts of the proposal's parts."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from customs_app.analysis.counting import CountedTime, Counting
from customs_app.analysis.measures import Measure
from customs_app.analysis.rows import Cell
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.effect import effect
from customs_app.analysis.to_be.of_measures import verdicts_of_measures
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.steps import EditStep
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Channel, Mode, Regime, Verdict
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Reviewer, Saving
from customs_app.domain.text import Language, Message, Text
from customs_app.language.words import words
from customs_app.reports.content import Content, proposal_content
from customs_app.reports.proposal_pdf.differences import predicate
from customs_app.reports.proposal_pdf.open_points import runs
from customs_app.reports.proposal_pdf.savings import Lead, lead_figures, saving_lines, saving_text
from customs_app.reports.proposal_pdf.texts import cell_time, said
from customs_app.reports.source_order import by_number
from customs_app.reports.subject import Subject

EN = words(Language.EN)
WHO = Reviewer("A. Karimova", "Secretariat")


@pytest.fixture(scope="module")
def content(starting_file: Path) -> Content:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        return proposal_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD, ("KZ", "UZ")))


def measure(steps: Mapping[str, tuple[str, ...]], saving: Saving, *, document: str | None = None) -> Measure:
    return Measure(
        Verdict.REMOVE, None if document else "X", document, None, Message("m"), steps, (), (), (), (),
        dict.fromkeys(steps, saving),
    )  # fmt: skip


def leads(content: Content, *measures: Measure) -> list[str]:
    return [lead.value for lead in lead_figures(replace(content, measures=measures), EN)]


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([1], "1"), ([1, 2], "1, 2"), ([1, 2, 3, 4, 7], "1–4, 7"), ([2, 4, 5, 6], "2, 4–6"), ([3, 9], "3, 9")],
)
def test_numbers_are_drawn_together(numbers: list[int], text: str) -> None:
    assert runs(numbers, EN) == text


def test_a_step_that_two_measures_touch_counts_once(content: Content) -> None:
    one = Saving(documents=2, visits=1, hours=Range(1, 2, 3), cost=(Money(5, "USD"), Money(7, "KZT")))
    first = measure({"KZ": ("a", "b"), "UZ": ("c",)}, one)
    second = measure({"KZ": ("b", "d")}, one)
    third = measure({"UZ": ("e",)}, one)
    assert leads(content, first, second, third)[:2] == ["6", "3"]
    assert leads(content, first, second, third)[3] == "21\u00a0KZT + 15\u00a0USD"


def test_two_documents_of_one_step_count_both_but_not_with_the_step_itself(content: Content) -> None:
    spares = Saving(documents=1)
    invoice = measure({"KZ": ("a",)}, spares, document="380")
    packing = measure({"KZ": ("a",)}, spares, document="271")
    whole = measure({"KZ": ("a",)}, Saving(documents=4))
    assert leads(content, invoice, packing)[0] == "2"
    assert leads(content, invoice, packing, whole)[0] == "2"
    assert leads(content, whole, invoice)[0] == "4"


def test_what_no_measure_knows_is_a_question_mark_and_never_zero(content: Content) -> None:
    assert leads(content, measure({"KZ": ("a",)}, Saving())) == ["?"] * 4


def test_a_saving_names_its_units() -> None:
    known = Saving(documents=1, visits=2, hours=Range(1, 2, 4), cost=(Money(5, "USD"),))
    assert saving_text(known, EN) == "1 document, 2 visits, 1 – 4 h, 5\u00a0USD"
    assert saving_text(Saving(), EN) == "?"


def test_countries_that_save_the_same_stand_together() -> None:
    several = measure({"KZ": ("a",), "TJ": ("b",), "UZ": ("c",)}, Saving(visits=1))
    mixed = replace(several, saving={**several.saving, "TJ": Saving()})
    assert saving_lines(several, EN) == "KZ, TJ, UZ: 1 visit"
    assert saving_lines(mixed, EN) == "KZ, UZ: 1 visit\nTJ: ?"
    assert saving_lines(measure({"KZ": ("a",)}, Saving()), EN) == "unknown"


def test_a_text_without_translation_says_that_it_is_english() -> None:
    ru = words(Language.RU)
    assert [span.text for span in said(Text("Fee", "Сбор"), ru)] == ["Сбор"]
    assert [span.text for span in said(Text("Fee"), ru)] == ["Fee", " EN"]
    assert [span.text for span in said(Text("Fee"), EN)] == ["Fee"]


def cell(*times: CountedTime, hours: Range | None, in_case: tuple[str, ...] = ()) -> Cell:
    steps = tuple(Step(time.step_id, "P", n, Text("s"), "X") for n, time in enumerate(times, 1))
    return Cell(steps, times, (), in_case, hours, (), Channel.ONLINE, False)


def own(step_id: str, hours: float) -> CountedTime:
    known = Range(hours, hours, hours)
    return CountedTime(step_id, known, Counting.OWN, recorded=known, covered=True)


def test_the_time_of_a_cell_says_what_it_does_not_know(content: Content) -> None:
    full: FullProcedure = content.comparison.procedures["KZ"]
    unknown = CountedTime("b", None, Counting.UNKNOWN)
    assert cell_time(cell(own("a", 4), hours=Range(4, 4, 4)), full, EN) == "4"
    assert cell_time(cell(own("a", 4), own("c", 2), hours=Range(6, 6, 6)), full, EN) == "6"
    assert cell_time(cell(own("a", 4), unknown, hours=Range(4, 4, 4)), full, EN) == "4 + ?"
    assert cell_time(cell(unknown, replace(unknown, step_id="c"), hours=None), full, EN) == "?"
    # What the case leaves out does not count.
    assert cell_time(cell(own("a", 4), unknown, hours=Range(4, 4, 4), in_case=("a",)), full, EN) == "4"


def test_a_cell_that_carries_an_aggregate_shows_its_brackets(content: Content) -> None:
    full: FullProcedure = content.comparison.procedures["KZ"]
    held = Range(150, 150, 150)
    carrier = CountedTime("a", held, Counting.AGGREGATE, "a", recorded=held, covered=True)
    assert cell_time(cell(carrier, own("b", 2), hours=Range(152, 152, 152)), full, EN) == "[152]"


@pytest.mark.parametrize("language", list(Language))
def test_a_difference_is_said_of_its_activity_by_codes_of_countries(
    content: Content, language: Language
) -> None:
    said_in = words(language)
    codes = {country.name: country.iso2 for country in content.countries}
    found = [one for one in content.comparison.differences if one.activity]
    assert len(found) > 20
    for one in found:
        activity = content.reference.activities[one.activity].name[language]
        text = predicate(one, codes, said_in)
        assert activity not in text
        assert text[0].isalnum()
        assert text[-1] in ".。"
        assert not any(country.name[language] in text for country in content.countries)
        assert any(iso2 in text for iso2 in one.countries)
        # Nothing is lost: the whole sentence is the activity, a dash and this.
        whole = said_in.say(one.message)
        for name, iso2 in codes.items():
            whole = whole.replace(name[language], iso2)
        assert whole.casefold().endswith(text.casefold())
        assert whole.removesuffix(text[1:])[:-1].strip(" \u00a0–—") == activity


def test_sources_stand_by_country_and_number(content: Content) -> None:
    listed = by_number(content)
    assert sorted(source.id for source in listed) == sorted(source.id for source in content.sources)
    countries = [source.country for source in listed]
    assert [country for country, _ in groupby(countries)] == ["KZ", "UZ", None]
    numbers = [int(source.id.rpartition("S")[2]) for source in listed if source.country == "KZ"]
    assert numbers == sorted(numbers)
    assert len(numbers) > 10


def test_nothing_saved_where_it_is_known_is_no_promise_for_the_rest(starting_file: Path):
    with open_catalogue(starting_file, read_only=True) as catalogue:
        content = proposal_content(
            catalogue,
            Subject(Regime.IMPORT, Mode.ROAD, ("UZ", "KZ", "TJ", "RU")),
            use_findings=True,
        )
    # Of all measures one is known to save a visit or not, and it saves none.
    measures = tuple(
        replace(
            one,
            saving={
                iso2: replace(saving, visits=None if place else 0) for iso2, saving in one.saving.items()
            },
        )
        for place, one in enumerate(content.measures)
    )
    content = replace(content, measures=measures)
    leads = {lead.what: lead for lead in lead_figures(content, words(Language.EN))}
    assert leads["visits fewer"].value == "?"
    assert leads["documents handed in fewer"].value.isdecimal()


# -- hours of all measures together

ROAD = "UZ-P-import-road"
STORAGE, ASSEMBLE, CERTIFICATE = f"{ROAD}-10", f"{ROAD}-13", f"{ROAD}-11"


@pytest.fixture
def timed(catalogue: Catalogue) -> Catalogue:
    """Storage in Uzbekistan lasts 200 h, beside the 150 h in which the papers are assembled."""
    time = {"time_typ_h": 200.0, "time_kind": "duration"}
    catalogue.run(EditStep(STORAGE, time), WHO)
    return catalogue


def of_marks(catalogue: Catalogue, *marked: tuple[str, Verdict]) -> Content:
    """The proposal made of the marks of one delegation on steps of Uzbekistan."""
    for step_id, verdict in marked:
        catalogue.run(SetMark(step_id, verdict, "so it is"), WHO)
    return proposal_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD, ("KZ", "UZ")), who=WHO)


def hours_lead(content: Content) -> Lead:
    (lead,) = [one for one in lead_figures(content, EN) if one.what.startswith("hours")]
    return lead


def test_hours_of_all_measures_are_those_of_the_longest_path(timed: Catalogue) -> None:
    content = of_marks(timed, (STORAGE, Verdict.REMOVE), (ASSEMBLE, Verdict.REMOVE))
    own = [one.saving["UZ"].hours for one in content.measures if "UZ" in one.saving]
    assert sum(hours.typ or 0 for hours in own if hours is not None) >= 200, "measure by measure it is more"
    full = content.comparison.procedures["UZ"]
    applied = [Applied(step_id, None, Verdict.REMOVE) for step_id in (STORAGE, ASSEMBLE)]
    saved = effect(full, applied, content.comparison.case, content.reference).saved
    assert saved.elapsed is not None
    assert saved.elapsed.typ == 55.5, "the papers are assembled all the same, which then is the longest path"
    lead = hours_lead(content)
    least = "≥ " if "elapsed" in saved.more else ""
    assert lead.value == f"{least}55.5"
    assert lead.what == "hours fewer on the longest path"
    assert lead.why.endswith("known for 1 of 1 countries")


def test_what_is_off_the_longest_path_saves_no_hours_of_it(timed: Catalogue) -> None:
    content = of_marks(timed, (CERTIFICATE, Verdict.REMOVE))
    (measure_,) = content.measures
    hours = measure_.saving["UZ"].hours
    assert hours is not None
    assert hours.typ == 168
    assert hours_lead(content).value == "0"


def test_steps_on_which_measures_differ_stay_as_they_are(timed: Catalogue) -> None:
    timed.run(SetMark(STORAGE, Verdict.KEEP, "it is needed"), Reviewer("D. Lee", "KG"))
    kept = of_marks(timed, (STORAGE, Verdict.REMOVE))
    assert hours_lead(kept).value == "55.5", "to keep is no measure"
    timed.run(SetMark(STORAGE, Verdict.PARALLEL, "beside the papers"), Reviewer("T. Ali", "TJ"))
    content = of_marks(timed, (STORAGE, Verdict.REMOVE))
    full = content.comparison.procedures["UZ"]
    applied, contested = verdicts_of_measures(content.measures, full)
    assert applied == ()
    assert contested == ((STORAGE, None),)
    assert hours_lead(content).value == "?", "what it would be is open, and not nothing"
