"""The dossier of a proposal, read from a catalogue: road import of two countries, and a corridor."""

import json

import pytest

from customs_app.analysis.case import BASE
from customs_app.analysis.dossier.as_json import dossier_json
from customs_app.analysis.dossier.result import Dossier
from customs_app.analysis.totals import totals
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import (
    AddAct,
    Decide,
    EditStep,
    KeepText,
    LeaveOutMeasure,
    RewriteText,
    SaveProposal,
    SetMark,
    SetStandpoint,
    SetTerms,
    StartMeeting,
    StartRound,
    TakeDraft,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import CaseKind, MadeFrom, Mode, Position, ProposalStatus, Regime, Verdict
from customs_app.domain.dossier import Funds, OwnAct, Terms
from customs_app.domain.errors import InputError
from customs_app.domain.figures import Money
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.content import saved_proposal_content
from customs_app.reports.dossier import dossier, draft_dossier
from customs_app.reports.subject import Subject

WHO = Reviewer("A. Karimova", "UZ")
ELSE = Reviewer("Aigerim S.", "KZ")
UZ, KZ = "UZ-P-import-road", "KZ-P-import-road"
INVOICE = "submit_once:document:380"


def saved(catalogue: Catalogue, **more: object) -> Proposal:
    """A proposal over the two procedures, saved."""
    given: dict[str, object] = {
        "id": "",
        "title": "Road import",
        "status": ProposalStatus.DRAFT,
        "regime": Regime.IMPORT,
        "mode": Mode.ROAD,
        "procedures": (UZ, KZ),
        "made_from": MadeFrom.FINDINGS,
    }
    new = catalogue.run(SaveProposal(Proposal(**{**given, **more})), WHO).new_id  # type: ignore[arg-type]
    return next(one for one in catalogue.proposals() if one.id == new)


@pytest.fixture(scope="module")
def suggested(starting_file) -> Dossier:  # type: ignore[no-untyped-def]
    with open_catalogue(starting_file, read_only=True) as opened:
        subject = Subject(Regime.IMPORT, Mode.ROAD, ("UZ", "KZ"))
        return draft_dossier(opened, subject, Language.EN, use_findings=True)


def test_the_measures_are_those_of_the_papers(catalogue: Catalogue) -> None:
    proposal = saved(catalogue)
    content = saved_proposal_content(catalogue, proposal)
    found = dossier(catalogue, proposal, Language.EN)
    assert [one.key for one in found.measures] == [one.key for one in content.measures]
    assert found.countries == content.comparison.countries == ("KZ", "UZ")
    keys = [one.key for one in found.measures]
    assert len(set(keys)) == len(keys) >= 5


def test_the_invoice_is_handed_in_once_in_uzbekistan(suggested: Dossier) -> None:
    part = suggested.measure(INVOICE).part("UZ")
    assert part.steps == ("UZ-P-import-road-02", "UZ-P-import-road-11", "UZ-P-import-road-13")
    now = part.now.text.split("\n")
    assert [line.partition(" (")[0] for line in now] == ["Step 2", "Step 11", "Step 13"]
    assert now[0] == (
        "Step 2 (Importer or exporter): Enter the contract and invoices in the foreign trade system. "
        "Handed in: Commercial invoice (electronic)."
    )
    proposed = part.proposed.text.split("\n")
    assert proposed[0] == now[0]
    assert all(line.endswith("It no longer asks for: Commercial invoice.") for line in proposed[1:3])
    acts = {act.numbers: act for act in part.acts}
    assert acts[2,].text == "Cabinet Resolution No. 283 of 14 May 2020"
    assert acts[2,].sources == (("UZ-S06", "item 1"),)
    assert acts[11,].text is None
    assert "Found: 3 bodies ask for Commercial invoice: steps 2, 11, 13." in part.grounds.text
    assert "WTO Trade Facilitation Agreement, Art. 10.4" in part.grounds.text
    saved_alone = part.effects[0].effect.saved
    assert (saved_alone.handovers, saved_alone.documents) == (1, 0)


def test_figures_are_those_of_the_totals(suggested: Dossier) -> None:
    for full in suggested.procedures:
        found = totals(full, BASE, suggested.reference.rates)
        name = suggested.reference.countries[full.procedure.country].name.en
        line = next(one for one in suggested.problem.text.split("\n") if one.startswith(name))
        assert f"Steps: {found.steps}. Documents handed in: {found.handovers}." in line
        assert f"known for {found.time_covered.n} of {found.time_covered.of} steps." in line
    together = {one.country: one for one in suggested.together}
    assert together["UZ"].effect.as_is.elapsed.typ == 153.0
    assert "Uzbekistan. Steps: none fewer. Documents handed in: 2 fewer." in suggested.summary.text
    # Two measures want different things of step 15: it stays, and that is said.
    assert together["UZ"].contested == (("UZ-P-import-road-15", None),)


def test_every_text_is_drafted_in_every_language(catalogue: Catalogue) -> None:
    proposal = saved(catalogue)
    for language in Language:
        found = dossier(catalogue, proposal, language)
        assert found.language is language
        for passage in found.passages:
            assert passage.text.strip(), passage.place
            assert passage.place.language is language
            assert "{" not in passage.text
            assert not any(line != line.strip() for line in passage.text.split("\n"))
    ru = dossier(catalogue, proposal, Language.RU).measure(INVOICE)
    assert ru.title.text.startswith("Подавать один раз: ")
    assert "Внесение контракта и инвойсов" in ru.part("UZ").now.text


def test_a_rewritten_text_is_kept_when_figures_change(catalogue: Catalogue) -> None:
    catalogue.run(SetMark("UZ-P-import-road-15", Verdict.REMOVE, "Pay it with the duties"), WHO)
    proposal = saved(catalogue, made_from=MadeFrom.MARKS)
    (measure,) = dossier(catalogue, proposal, Language.EN).measures
    now = measure.part("UZ").now
    assert "It costs 1,500,000 UZS." in now.draft
    catalogue.run(RewriteText(proposal.id, now.place, "The fee is paid apart.", now.draft), WHO)
    catalogue.run(EditStep("UZ-P-import-road-15", {"cost_amount": 2_000_000}), ELSE)
    changed = dossier(catalogue, proposal, Language.EN)
    after = changed.measures[0].part("UZ").now
    assert (after.text, after.was, after.by) == ("The fee is paid apart.", now.draft, WHO)
    assert "It costs 2,000,000 UZS." in after.draft
    assert changed.changed == (after,)
    # The Russian text is another: nobody has rewritten it.
    assert not dossier(catalogue, proposal, Language.RU).measures[0].part("UZ").now.rewritten
    catalogue.run(KeepText(proposal.id, after.place, after.draft), WHO)
    assert dossier(catalogue, proposal, Language.EN).changed == ()
    catalogue.run(TakeDraft(proposal.id, after.place), WHO)
    assert dossier(catalogue, proposal, Language.EN).measures[0].part("UZ").now.text == after.draft


def test_what_is_added_shows_in_the_dossier_and_its_values(catalogue: Catalogue) -> None:
    proposal = saved(catalogue)
    run = catalogue.run
    out = "law_first:rule:R12"
    terms = Terms(Money(40_000.0, "USD"), Funds.DEVELOPMENT_INSTITUTION, "ADB", body="Customs", months=6)
    act = OwnAct("", INVOICE, "UZ", "Uzstandard rules", "take it from the system", "UZ-P-import-road-11")
    run(LeaveOutMeasure(proposal.id, out), WHO)
    run(SetTerms(proposal.id, INVOICE, "UZ", terms), WHO)
    run(AddAct(proposal.id, act), WHO)
    run(SetStandpoint(proposal.id, "KZ", Position.AGAINST, "No system yet", INVOICE), ELSE)
    found = dossier(catalogue, proposal, Language.EN)
    assert [one.key for one in found.left_out] == [out]
    part = found.measure(INVOICE).part("UZ")
    assert part.terms == terms
    assert [line.text for line in part.acts if line.numbers == (11,)] == ["Uzstandard rules"]
    told = json.loads(json.dumps(dossier_json(found, words(Language.EN))))
    assert told["left_out"] == [out]
    measure = next(one for one in told["measures"] if one["key"] == INVOICE)
    assert measure["number"] == found.measure(INVOICE).number
    position = next(one for one in measure["positions"] if one["delegation"] == "KZ")
    assert (position["position"], position["reason"]) == ("against", "No system yet")
    country = next(one for one in measure["countries"] if one["country"] == "UZ")
    assert country["terms"]["cost"] == {"amount": 40_000.0, "currency": "USD"}
    assert country["terms"]["months"] == 6
    assert country["now"]["text"] == part.now.text
    effect = country["effect"][0]
    assert effect["as_is"]["elapsed_h"]["typ"] == 153.0
    assert effect["saved"]["handovers"] == 1
    assert effect["yearly"]["hours"] is None
    assert effect["yearly"]["why_unknown"]
    # A known saving of nothing is no unknown one.
    assert effect["saved"]["elapsed_h"] == {"min": 0.0, "typ": 0.0, "max": 0.0}


def test_decisions_of_a_meeting_are_measures(catalogue: Catalogue) -> None:
    catalogue.run(StartMeeting("M", (UZ,), ("UZ", "KZ")), WHO)
    meeting = catalogue.meetings()[0].id
    catalogue.run(Decide(meeting, "UZ-P-import-road-15", Verdict.REMOVE, "One payment"), WHO)
    catalogue.run(SetMark("KZ-P-import-road-17", Verdict.REMOVE, "One payment"), ELSE)
    (measure,) = dossier(catalogue, saved(catalogue, made_from=MadeFrom.MARKS), Language.EN).measures
    assert measure.measure.countries == ("KZ", "UZ")
    assert len(measure.measure.decisions) == 1
    assert "Decided by a meeting: One payment" in measure.part("UZ").grounds.text
    assert "Kazakhstan (Aigerim S.): One payment" in measure.part("KZ").grounds.text


def test_a_blind_round_hides_marks_of_others(catalogue: Catalogue) -> None:
    catalogue.run(SetMark("UZ-P-import-road-15", Verdict.REMOVE, "One payment"), WHO)
    catalogue.run(StartRound((UZ,)), WHO)
    proposal = saved(catalogue, made_from=MadeFrom.MARKS)
    nobody = dossier(catalogue, proposal, Language.EN)
    assert (nobody.measures, nobody.blind_steps) == ((), 1)
    own = dossier(catalogue, proposal, Language.EN, WHO)
    assert (len(own.measures), own.blind_steps) == (1, 0)


def test_a_proposal_about_a_corridor_takes_the_procedures_of_its_blocks(catalogue: Catalogue) -> None:
    proposal = saved(catalogue, corridor_id="COR-01", procedures=())
    found = dossier(catalogue, proposal, Language.EN)
    assert found.corridor is not None
    assert found.corridor.id == "COR-01"
    assert set(found.countries) <= {leg.country for leg in found.corridor.legs}
    assert len(found.procedures) > len(found.countries)
    assert dossier_json(found, words(Language.EN))["regime"] is None


def test_a_proposal_that_names_no_procedures_and_one_whose_are_gone(catalogue: Catalogue) -> None:
    every = dossier(catalogue, saved(catalogue, procedures=(), made_from=MadeFrom.MARKS), Language.EN)
    assert len(every.countries) >= 8
    assert every.summary.text == "The proposal holds no measure yet."
    gone = Proposal("P-x", "T", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, ("gone",))
    with pytest.raises(InputError):
        dossier(catalogue, gone, Language.EN)
    none = Proposal("P-x", "T", ProposalStatus.DRAFT, Regime.BORDER_CROSSING, Mode.AIR, ())
    with pytest.raises(InputError):
        dossier(catalogue, none, Language.EN)


def test_the_worst_case_is_that_of_the_proposal(catalogue: Catalogue) -> None:
    worst = dossier(catalogue, saved(catalogue, case_kind=CaseKind.WORST), Language.EN)
    assert worst.case.kind is CaseKind.WORST
    assert worst.problem.text.startswith("Figures of a consignment that meets every condition")
    base = dossier(catalogue, saved(catalogue), Language.EN)
    assert worst.together[0].effect.as_is.steps > base.together[0].effect.as_is.steps
