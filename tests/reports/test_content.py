"""What both exporters print, read once."""

from dataclasses import replace
from pathlib import Path

import pytest

from customs_app.analysis.forms import form_of
from customs_app.analysis.money import convert
from customs_app.analysis.ordering import Order, by_time
from customs_app.analysis.tolerance import Tolerance
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import CaseKind, Mode, Regime, Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.proposal import MadeFrom, Proposal, ProposalStatus
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.content import (
    Content,
    ContentKind,
    cited,
    comparison_content,
    proposal_content,
    saved_proposal_content,
)
from customs_app.reports.subject import Subject
from customs_app.reports.titles import kind_message
from tests.reports.conftest import DELEGATE, SECRETARIAT

EN = words(Language.EN)


def test_countries_stand_in_the_order_asked_for(marked: Catalogue):
    content = comparison_content(marked, Subject(Regime.IMPORT, Mode.ROAD, ["UZ", "KZ"]))
    assert [country.iso2 for country in content.countries] == ["UZ", "KZ"]
    assert [full.procedure.country for _, full in content.procedures()] == ["UZ", "KZ"]


def test_all_countries_with_such_a_procedure_are_taken_by_themselves(marked: Catalogue):
    content = comparison_content(marked, Subject(Regime.IMPORT, Mode.ROAD))
    assert len(content.countries) == 10


def test_marks_are_those_on_the_steps_printed(comparison: Content):
    assert {mark.step_id for mark in comparison.marks} == {"UZ-P-import-road-03", "UZ-P-import-road-04"}
    assert [mark.stale for mark in comparison.marks if mark.verdict is Verdict.ONLINE] == [("legal_basis",)]
    cells = [cell for row in comparison.comparison.rows for cell in row.cells.values() if cell is not None]
    assert sum(len(cell.marks) for cell in cells) == 3


def test_sources_are_all_that_is_cited_and_nothing_else(comparison: Content):
    ids = [source.id for source in comparison.sources]
    assert len(ids) == len(set(ids))
    used: list[str] = []
    forms: list[str] = []
    for _, full in comparison.procedures():
        used += full.procedure.source_ids
        for step in full.steps:
            used += step.source_ids
            documents = [
                comparison.reference.documents[use.document_id] for use in full.uses.get(step.id, ())
            ]
            used += [document.source_id for document in documents if document.source_id]
            forms += [form for one in documents if (form := form_of(one.id, comparison.reference)[0])]
    used += [box.source_id for form in forms for box in comparison.reference.forms[form].boxes]
    used += [rate.source_id for rate in comparison.rates if rate.source_id]
    fees = [rate.source_id for one in comparison.beside.ranked for rate in one.rates]
    used += [source_id for source_id in fees if source_id]
    newest = [own[0] for row in comparison.beside.indicators for own in row.cells.values() if own]
    used += [source_id for figure in newest for source_id in figure.source_ids]
    places = comparison.beside.places
    assert {row.location.country for row in places} <= set(comparison.comparison.countries)
    used += [row.location.source_id for row in places if row.location.source_id]
    assert set(ids) == set(used)
    assert ids == list(dict.fromkeys(used))
    assert len(ids) < len(comparison.reference.sources)


def test_cited_passes_over_what_is_unknown(comparison: Content):
    known = comparison.sources[0]
    assert cited([None, known.id, "no such source", known.id], comparison.reference) == (known,)


def test_fees_are_converted_with_the_rates_named(comparison: Content):
    for country in comparison.countries:
        totals = comparison.comparison.totals[country.iso2]
        again = convert(totals.cost, "USD", comparison.reference.rates)
        assert comparison.converted[country.iso2] == again
        assert {rate.currency for rate in again.rates} <= {rate.currency for rate in comparison.rates}
    assert [rate.currency for rate in comparison.rates] == ["RUB", "UZS"]


def test_edition_is_that_of_the_file(comparison: Content, marked: Catalogue):
    assert comparison.edition.sha256 == marked.fingerprint()
    assert comparison.edition.counts == marked.counts()
    assert comparison.edition.short == f"{marked.fingerprint()[:16]} … {marked.fingerprint()[-8:]}"


def test_chosen_procedure_goes_before_the_best(marked: Catalogue):
    content = comparison_content(
        marked,
        Subject(Regime.IMPORT, Mode.ROAD, ["UZ", "TJ"], {"UZ": "UZ-P-import-plant"}),
    )
    assert content.comparison.procedures["UZ"].procedure.id == "UZ-P-import-plant"
    assert "UZ-P-import-road" in [procedure.id for procedure in content.comparison.others["UZ"]]


def test_worst_case_reaches_the_totals(marked: Catalogue, comparison: Content):
    worst = comparison_content(
        marked, Subject(Regime.IMPORT, Mode.ROAD, ["RU", "TJ", "UZ"], case=CaseKind.WORST)
    )
    assert worst.comparison.case.kind is CaseKind.WORST
    base = comparison.comparison.totals["UZ"].steps
    assert worst.comparison.totals["UZ"].steps > base


def test_no_such_procedure_is_told_in_words(marked: Catalogue):
    with pytest.raises(InputError, match="No country asked for"):
        comparison_content(marked, Subject(Regime.TEMPORARY_ADMISSION, Mode.SEA, ["KZ"]))


def test_proposal_is_made_of_marks(proposal: Content):
    assert proposal.kind is ContentKind.PROPOSAL
    assert not proposal.from_findings
    assert {measure.verdict for measure in proposal.measures} == {Verdict.REMOVE, Verdict.ONLINE}
    assert all(measure.marks for measure in proposal.measures)


def test_proposal_is_made_of_findings_where_asked(marked: Catalogue):
    content = proposal_content(marked, Subject(Regime.IMPORT, Mode.ROAD, ["UZ", "RU"]), use_findings=True)
    assert content.from_findings
    assert content.measures
    assert all(measure.findings for measure in content.measures)
    printed = {source.id for source in content.sources}
    rows = [row for measure in content.measures for one in measure.findings for row in one.evidence]
    assert {row.source for row in rows if row.source} <= printed


def test_saved_proposal_brings_its_own_question(marked: Catalogue):
    saved = Proposal(
        "p1",
        "Fruit without queues",
        ProposalStatus.DRAFT,
        Regime.IMPORT,
        Mode.ROAD,
        ("UZ-P-import-plant", "TJ-P-import-plant"),
        CaseKind.WORST,
        delegation="Secretariat",
    )
    content = saved_proposal_content(marked, saved)
    procedures = [full.procedure.id for _, full in content.procedures()]
    assert sorted(procedures) == ["TJ-P-import-plant", "UZ-P-import-plant"]
    assert content.comparison.case.kind is CaseKind.WORST
    assert EN.say(content.title) == "Fruit without queues"
    assert content.proposal is saved
    assert not content.from_findings
    suggested = saved_proposal_content(marked, replace(saved, made_from=MadeFrom.FINDINGS))
    assert suggested.from_findings
    assert all(measure.findings for measure in suggested.measures)


def test_a_saved_proposal_whose_procedures_are_gone_takes_no_others(marked: Catalogue):
    saved = Proposal(
        "p1",
        "Fruit without queues",
        ProposalStatus.DRAFT,
        Regime.IMPORT,
        Mode.ROAD,
        ("UZ-P-gone", "TJ-P-gone"),
        CaseKind.BASE,
        delegation="Secretariat",
    )
    with pytest.raises(InputError, match="is in the catalogue any more"):
        saved_proposal_content(marked, saved)
    one_left = saved_proposal_content(marked, replace(saved, procedures=("UZ-P-gone", "TJ-P-import-plant")))
    assert [full.procedure.id for _, full in one_left.procedures()] == ["TJ-P-import-plant"]


def test_titles(comparison: Content, proposal: Content):
    assert EN.say(comparison.title) == "Import by road: procedures side by side"
    assert EN.say(proposal.title) == "Import by road: proposal to simplify and harmonise"
    assert EN.say(kind_message(Regime.TRANSIT, Mode.ANY)) == "Transit"


def test_place_of_a_step(comparison: Content):
    country, full, step = comparison.step_place("UZ-P-import-road-03")
    assert (country.iso2, full.procedure.id, step.seq) == ("UZ", "UZ-P-import-road", 3)
    with pytest.raises(KeyError):
        comparison.step_place("KZ-P-import-road-01")


def test_in_a_blind_round_a_paper_holds_ones_own_marks_alone(blind_file: Path):
    subject = Subject(Regime.IMPORT, Mode.ROAD, ["UZ", "KZ"])
    with open_catalogue(blind_file, read_only=True) as catalogue:
        nobody = comparison_content(catalogue, subject)
        own = comparison_content(catalogue, subject, who=DELEGATE)
        proposed = proposal_content(catalogue, subject, who=DELEGATE)
        saved = saved_proposal_content(
            catalogue,
            Proposal(
                "p", "T", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, ("UZ-P-import-road",), CaseKind.BASE
            ),
            who=DELEGATE,
        )
    assert [mark.step_id for mark in nobody.marks] == ["KZ-P-import-road-01"]
    assert nobody.blind_steps == 2
    for content in (own, proposed):
        assert [(mark.step_id, mark.reviewer) for mark in content.marks] == [
            ("KZ-P-import-road-01", SECRETARIAT),
            ("UZ-P-import-road-03", DELEGATE),
        ]
        assert content.blind_steps == 2
        cells = [cell for row in content.comparison.rows for cell in row.cells.values() if cell is not None]
        assert {mark.id for cell in cells for mark in cell.marks} == {mark.id for mark in content.marks}
    assert [tuple(measure.steps) for measure in proposed.measures] == [("KZ",)]  # "keep" is no measure
    assert [mark.reviewer for mark in saved.marks] == [DELEGATE]


def test_an_open_round_hides_nothing(comparison: Content):
    assert comparison.blind_steps == 0


def test_papers_have_the_differences_and_the_order_of_the_view(marked: Catalogue):
    def of(*countries: str, **more: object) -> Content:
        return comparison_content(marked, Subject(Regime.IMPORT, Mode.ROAD, countries or None, **more))

    wide = Tolerance(1000.0, 1000.0)
    assert len(of(tolerance=wide).beside.ranked) < len(of().beside.ranked)
    usual = of("BY", "RU").comparison
    assert usual.countries == ("BY", "RU")
    assert usual.like_for_like.no_time is None
    assert of("BY", "RU", order=Order.TIME).comparison.countries == by_time(usual.like_for_like)


def test_what_stands_beside_is_that_of_the_countries_compared(comparison: Content, marked: Catalogue):
    assert {one.country for one in comparison.beside.distances.countries} == {"RU", "TJ", "UZ"}
    assert all(set(row.cells) == {"RU", "TJ", "UZ"} for row in comparison.beside.indicators)
    assert len(comparison.beside.ranked) == len(comparison.comparison.differences)
    alone = comparison_content(marked, Subject(Regime.IMPORT, Mode.ROAD, ("UZ",)))
    assert alone.beside.distances is None
    assert alone.beside.parcels == ()
