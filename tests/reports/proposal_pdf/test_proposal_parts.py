"""The figures and short texts of the proposal's parts."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from customs_app.analysis.counting import CountedTime, Counting
from customs_app.analysis.dossier.result import CountryPart, DossierMeasure
from customs_app.analysis.rows import Cell
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.effect import effect
from customs_app.analysis.to_be.of_measures import verdicts_of_measures
from customs_app.analysis.to_be.saved import Saved
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.steps import EditStep
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Channel, Mode, Regime, Verdict
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Reviewer, Saving
from customs_app.domain.text import Language, Text
from customs_app.language.words import words
from customs_app.reports.content import Content, proposal_content
from customs_app.reports.proposal_pdf.differences import predicate
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


def test_a_saving_names_its_units() -> None:
    known = Saving(documents=1, visits=2, hours=Range(1, 2, 4), cost=(Money(5, "USD"),))
    assert saving_text(known, EN) == "1 document, 2 visits, 1 – 4 h, 5\u00a0USD"
    assert saving_text(Saving(), EN) == "?"


def saving(country: str, **known: object) -> CountryPart:
    """A measure in one country, of which the effect saves this and of all else nothing."""
    nothing = {"steps": 0, "elapsed": Range(0, 0, 0), "effort": Range(0, 0, 0), "cost": ()}
    counted = dict.fromkeys(("documents", "handovers", "shown", "visits"), 0)
    saved = Saved(**nothing | counted | known)  # type: ignore[arg-type]
    return cast(
        "CountryPart",
        SimpleNamespace(country=country, effects=(SimpleNamespace(effect=SimpleNamespace(saved=saved)),)),
    )


def lines_of(*parts: CountryPart) -> str:
    return saving_lines(cast("DossierMeasure", SimpleNamespace(parts=parts)), EN)


def test_countries_that_save_the_same_stand_together() -> None:
    assert lines_of(*(saving(iso2, visits=1) for iso2 in ("KZ", "TJ", "UZ"))) == "KZ, TJ, UZ: 1 visit"
    unknown = saving("TJ", handovers=None, elapsed=None)
    assert lines_of(saving("KZ", visits=1), unknown, saving("UZ", visits=1)) == "KZ, UZ: 1 visit\nTJ: ?"
    assert lines_of(unknown) == "unknown"


def test_nothing_at_least_and_unknown_are_told_apart() -> None:
    assert lines_of(saving("KZ")) == "KZ: nothing is saved"
    assert lines_of(saving("KZ", handovers=2, elapsed=None)) == "KZ: 2 documents, ? h"
    assert lines_of(saving("KZ", handovers=2, more=frozenset({"handovers"}))) == "KZ: ≥ 2 documents"


def test_the_summary_says_of_each_measure_what_its_own_part_says(starting_file: Path) -> None:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        content = proposal_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD), use_findings=True)
    dossier = content.dossier(EN)
    assert dossier is not None
    counted = 0
    for one in dossier.measures:
        told = saving_lines(one, EN).split("\n")
        for part in one.parts:
            handovers = part.effects[0].effect.saved.handovers
            said = [line for line in told if part.country in line.partition(":")[0]]
            assert bool(handovers) == any("document" in line for line in said), (one.key, part.country)
            counted += handovers or 0
    assert counted > 10


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
    dossier = content.dossier(EN)
    assert dossier is not None
    leads = {lead.what: lead for lead in lead_figures(content, dossier, EN)}
    handovers = [one.effect.saved.handovers for one in dossier.together]
    assert any(one.contested for one in dossier.together), "what comes of those is open"
    least = sum(n for n in handovers if n is not None)
    assert leads["documents handed in fewer"].value == f"≥ {least}"
    # No country is known to save fees, and of some nobody knows.
    assert {one.effect.saved.cost for one in dossier.together} == {(), None}
    assert leads["fees less"].value == "?"


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
    every = lead_figures(content, content.dossier(EN), EN)
    (lead,) = [one for one in every if one.what.startswith("hours")]
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
