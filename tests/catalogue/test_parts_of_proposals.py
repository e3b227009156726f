"""What officials add to a proposal: written, read, copied, checked, undone."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from time import sleep

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import (
    AddAct,
    AddCorridor,
    ChooseVerdict,
    Command,
    CommentProposal,
    CopyProposal,
    DeleteProposal,
    DeleteStep,
    EditAct,
    EditProposalComment,
    ImportRows,
    KeepText,
    LeaveOutMeasure,
    OrderMeasures,
    RemoveAct,
    RemoveCorridor,
    RemoveProposalComment,
    RemoveStandpoint,
    RewriteText,
    SaveProposal,
    SetStandpoint,
    SetTerms,
    TakeDraft,
    TakeInMeasure,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.domain.codes import Position, ProposalStatus, Regime, Verdict
from customs_app.domain.dossier import Funds, MeasureChoice, OwnAct, ProposalParts, Terms, TextKind, TextPlace
from customs_app.domain.errors import InputError
from customs_app.domain.figures import Money
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language

P = "KZ-P-import-rail"
ONE, OTHER = "remove:activity:INS-02", "submit_once:document:Packing list: one|two"
NOW = TextPlace(TextKind.NOW, Language.RU, ONE, "KZ")
TITLE = TextPlace(TextKind.TITLE, Language.EN)
ELSE = Reviewer("Li Wei", "CN")


@pytest.fixture
def opened(small_file, tmp_path):  # type: ignore[no-untyped-def]
    """A small catalogue to write in."""
    path = tmp_path / "parts.customs"
    shutil.copyfile(small_file, path)
    with open_catalogue(path) as catalogue:
        yield catalogue


@pytest.fixture
def proposal(opened: Catalogue, who: Reviewer) -> str:
    new = Proposal(
        "", "Rail", ProposalStatus.ADOPTED, Regime.IMPORT, None, (P,), number="7", day="2026-11-24"
    )
    saved = opened.run(SaveProposal(new), who).new_id
    assert saved is not None
    return saved


def _step(catalogue: Catalogue) -> str:
    return catalogue.full_procedure(P).steps[2].id


def _fill(catalogue: Catalogue, proposal: str, who: Reviewer) -> None:
    agency = next(str(row["id"]) for row in catalogue.rows("agency", "KZ"))
    source = next(str(row["id"]) for row in catalogue.rows("source", "KZ"))
    act = OwnAct("", ONE, "KZ", "Customs Code, Art. 1", "strike out", _step(catalogue), source, "p. 2")
    terms = Terms(Money(10, "KZT"), Funds.DEVELOPMENT_INSTITUTION, "ADB", agency_id=agency, months=6)
    commands: tuple[Command, ...] = (
        LeaveOutMeasure(proposal, OTHER),
        OrderMeasures(proposal, (OTHER, ONE)),
        RewriteText(proposal, NOW, "как есть", "draft"),
        RewriteText(proposal, TITLE, "Rail, simpler", "Rail"),
        SetTerms(proposal, ONE, "KZ", terms),
        AddAct(proposal, act),
        SetStandpoint(proposal, "RU", Position.RESERVE, "12 months", ONE),
        SetStandpoint(proposal, "KZ", Position.FOR),
        CommentProposal(proposal, "why?", ONE),
    )
    for command in commands:
        assert catalogue.run(command, who).entry_id is not None


def test_the_head_of_a_proposal(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    (saved,) = opened.proposals()
    assert (saved.number, saved.day, saved.mandate, saved.standards) == ("7", "2026-11-24", None, ())
    standard = next(iter(opened.reference().standards))
    headed = replace(saved, mandate="Communiqué, 5", standards=(standard,), corridor_id="COR-01")
    opened.run(SaveProposal(headed), who)
    assert opened.proposals() == (replace(headed, at=opened.proposals()[0].at),)
    assert opened.run(SaveProposal(headed), who).entry_id is None
    for wrong in (
        replace(headed, day="24.11.2026"),
        replace(headed, day="20261124"),
        replace(headed, standards=("no",)),
        replace(headed, corridor_id="no"),
    ):
        with pytest.raises(InputError):
            opened.run(SaveProposal(wrong), who)
    bare = replace(headed, number=None, day=None, mandate=None, standards=(), corridor_id=None)
    opened.run(SaveProposal(bare), who)
    assert opened.proposals()[0].number is None
    opened.undo(who)
    assert opened.proposals()[0].standards == (standard,)
    assert check(opened.path) == ()


def test_all_parts_are_read_as_they_were_written(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    assert opened.proposal_parts(proposal) == ProposalParts()
    _fill(opened, proposal, who)
    parts = opened.proposal_parts(proposal)
    assert parts.choices == (MeasureChoice(OTHER, False, 1), MeasureChoice(ONE, True, 2))
    assert [(text.place, text.text, text.draft, text.reviewer) for text in parts.texts] == [
        (TITLE, "Rail, simpler", "Rail", who),
        (NOW, "как есть", "draft", who),
    ]
    (terms,) = parts.terms
    assert (terms.measure, terms.country, terms.terms.cost, terms.terms.months) == (
        ONE, "KZ", Money(10, "KZT"), 6,
    )  # fmt: skip
    assert terms.terms.funds is Funds.DEVELOPMENT_INSTITUTION
    assert terms.terms.known
    (act,) = parts.acts
    assert (act.measure, act.act, act.step_id, act.locator) == (
        ONE, "Customs Code, Art. 1", _step(opened), "p. 2",
    )  # fmt: skip
    assert [(one.measure, one.delegation, one.position, one.reason) for one in parts.standpoints] == [
        ("", "KZ", Position.FOR, ""),
        (ONE, "RU", Position.RESERVE, "12 months"),
    ]
    assert [(one.measure, one.text, one.reviewer) for one in parts.comments] == [(ONE, "why?", who)]
    assert check(opened.path) == ()


def test_measures_are_left_out_and_ordered(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    assert opened.run(TakeInMeasure(proposal, ONE), who).entry_id is None
    opened.run(OrderMeasures(proposal, (ONE, OTHER)), who)
    opened.run(LeaveOutMeasure(proposal, ONE), who)
    assert opened.run(LeaveOutMeasure(proposal, ONE), who).entry_id is None
    opened.run(OrderMeasures(proposal, (OTHER,)), who)
    assert opened.proposal_parts(proposal).choices == (
        MeasureChoice(OTHER, True, 1),
        MeasureChoice(ONE, False, None),
    )
    opened.run(TakeInMeasure(proposal, ONE), who)
    assert all(choice.taken for choice in opened.proposal_parts(proposal).choices)
    for wrong in ("", "remove", "remove:activity:", "fly:activity:INS-02", "remove:step:INS-02"):
        with pytest.raises(InputError):
            opened.run(LeaveOutMeasure(proposal, wrong), who)
    with pytest.raises(InputError):
        opened.run(OrderMeasures("none", (ONE,)), who)


def test_a_text_is_rewritten_kept_and_given_back(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    assert opened.run(RewriteText(proposal, NOW, "draft", "draft "), who).entry_id is None
    opened.run(RewriteText(proposal, NOW, "mine", "draft 1"), who)
    opened.run(KeepText(proposal, NOW, "draft 2"), ELSE)
    (text,) = opened.proposal_parts(proposal).texts
    assert (text.text, text.draft, text.reviewer) == ("mine", "draft 2", who)
    assert opened.run(KeepText(proposal, NOW, "draft 2"), who).entry_id is None
    opened.run(RewriteText(proposal, NOW, "ours", "draft 2"), ELSE)
    assert opened.proposal_parts(proposal).texts[0].reviewer == ELSE
    opened.run(
        RewriteText(proposal, NOW, " draft 2", "draft 2"), ELSE
    )  # the draft itself: nothing of one's own
    assert opened.proposal_parts(proposal).texts == ()
    opened.undo(who)
    opened.run(TakeDraft(proposal, NOW), who)
    assert opened.proposal_parts(proposal).texts == ()
    assert opened.run(TakeDraft(proposal, NOW), who).entry_id is None
    for wrong in (
        replace(NOW, country=""),
        replace(NOW, country="XX"),
        replace(NOW, measure=""),
        replace(NOW, kind=TextKind.SUMMARY),
        replace(TITLE, country="KZ"),
        TextPlace(TextKind.PROBLEM, Language.EN, ONE),
    ):
        with pytest.raises(InputError):
            opened.run(RewriteText(proposal, wrong, "text", "draft"), who)
    with pytest.raises(InputError):
        opened.run(RewriteText(proposal, NOW, " ", "draft"), who)


def test_terms_that_cannot_be(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    for wrong in (
        Terms(cost=Money(1, "")),
        Terms(cost=Money(1, "tenge")),
        Terms(cost=Money(-1, "KZT")),
        Terms(agency_id="none"),
        Terms(due="soon"),
        Terms(due="2027-01-01", months=2),
        Terms(months=0),
    ):
        with pytest.raises(InputError):
            opened.run(SetTerms(proposal, ONE, "KZ", wrong), who)
    with pytest.raises(InputError):
        opened.run(SetTerms(proposal, ONE, "XX", Terms(months=1)), who)
    opened.run(SetTerms(proposal, ONE, "KZ", Terms(due="2027-01-01")), who)
    opened.run(SetTerms(proposal, ONE, "KZ", Terms(body="Ministry")), who)
    assert [one.terms for one in opened.proposal_parts(proposal).terms] == [Terms(body="Ministry")]
    opened.run(SetTerms(proposal, ONE, "KZ", Terms()), who)
    assert opened.proposal_parts(proposal).terms == ()
    assert not Terms().known


def test_positions_need_a_reason_where_they_are_not_plain(
    opened: Catalogue, proposal: str, who: Reviewer
) -> None:
    for position in (Position.RESERVE, Position.AGAINST):
        with pytest.raises(InputError):
            opened.run(SetStandpoint(proposal, "RU", position, " "), who)
    opened.run(SetStandpoint(proposal, "RU", Position.CONSIDERING), who)
    opened.run(SetStandpoint(proposal, "RU", Position.AGAINST, "no"), ELSE)
    (one,) = opened.proposal_parts(proposal).standpoints
    assert (one.position, one.reason, one.reviewer) == (Position.AGAINST, "no", ELSE)
    assert opened.run(SetStandpoint(proposal, "RU", Position.AGAINST, "no"), who).entry_id is None
    assert opened.run(RemoveStandpoint(proposal, "RU", ONE), who).entry_id is None
    opened.run(RemoveStandpoint(proposal, "RU"), who)
    assert opened.proposal_parts(proposal).standpoints == ()


def test_nobody_speaks_for_another(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    comment = opened.run(CommentProposal(proposal, "why?"), who).new_id
    assert comment is not None
    for command in (EditProposalComment(comment, "not me"), RemoveProposalComment(comment)):
        with pytest.raises(InputError):
            opened.run(command, ELSE)
    opened.run(EditProposalComment(comment, "why so?"), who)
    assert [one.text for one in opened.proposal_parts(proposal).comments] == ["why so?"]
    opened.run(RemoveProposalComment(comment), who)
    assert opened.proposal_parts(proposal).comments == ()


def test_acts_are_worded_anew_and_taken_away(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    _fill(opened, proposal, who)
    (act,) = opened.proposal_parts(proposal).acts
    opened.run(EditAct(replace(act, act="Customs Code, Art. 2", measure=OTHER, change=None)), who)
    (edited,) = opened.proposal_parts(proposal).acts
    assert edited == replace(act, act="Customs Code, Art. 2", change=None)
    for wrong in (replace(act, act=" "), replace(act, step_id="none"), replace(act, source_id="none")):
        with pytest.raises(InputError):
            opened.run(EditAct(wrong), who)
    opened.run(RemoveAct(act.id), who)
    assert opened.proposal_parts(proposal).acts == ()
    with pytest.raises(InputError):
        opened.run(RemoveAct(act.id), who)


def test_a_copy_takes_the_texts_along_and_leaves_what_was_said_of_the_other(
    opened: Catalogue, proposal: str, who: Reviewer
) -> None:
    _fill(opened, proposal, who)
    copy = opened.run(CopyProposal(proposal, "Rail again"), ELSE).new_id
    assert copy is not None
    saved = {one.id: one for one in opened.proposals()}
    assert saved[copy].title == "Rail again"
    assert (saved[copy].status, saved[copy].delegation) == (ProposalStatus.DRAFT, "CN")
    assert (saved[copy].number, saved[copy].day, saved[copy].procedures) == (None, None, (P,))
    before, after = opened.proposal_parts(proposal), opened.proposal_parts(copy)
    assert (after.choices, after.texts, after.terms) == (before.choices, before.texts, before.terms)
    assert [replace(act, id="") for act in after.acts] == [replace(act, id="") for act in before.acts]
    assert after.acts[0].id != before.acts[0].id
    assert (after.standpoints, after.comments) == ((), ())
    opened.run(DeleteProposal(proposal), who)
    assert opened.proposal_parts(proposal) == ProposalParts()
    assert opened.proposal_parts(copy) == after
    opened.undo(who)
    assert opened.proposal_parts(proposal) == before
    assert check(opened.path) == ()


def test_the_laws_of_a_copy_are_in_the_order_of_the_other(
    opened: Catalogue, proposal: str, who: Reviewer
) -> None:
    named = [f"Customs Code, Art. {number}" for number in range(1, 9)]
    for act in named:
        opened.run(AddAct(proposal, OwnAct("", ONE, "KZ", act)), who)
        sleep(0.002)  # ids of one and the same millisecond are in no order
    copy = opened.run(CopyProposal(proposal, "Rail again"), who).new_id
    assert copy is not None
    for each in (proposal, copy):
        assert [act.act for act in opened.proposal_parts(each).acts] == named


def test_the_history_of_one_proposal(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    opened.run(SaveProposal(Proposal("", "Other", ProposalStatus.DRAFT, Regime.IMPORT, None, ())), who)
    _fill(opened, proposal, who)
    opened.undo(who)
    labels = [str(entry.label) for entry in opened.proposal_history(proposal)]
    assert len(labels) == 11  # saved, nine parts, and one taken back
    assert labels[0] == labels[1] == "Comment on proposal “Rail”"
    assert labels[-1] == "Save proposal “Rail”"
    assert len(opened.proposal_history(proposal, limit=3)) == 3
    assert opened.proposal_history("none") == ()


def test_what_goes_with_steps_agencies_and_corridors(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    _fill(opened, proposal, who)
    opened.run(DeleteStep(_step(opened)), who)
    assert opened.proposal_parts(proposal).acts[0].step_id is None
    opened.undo(who)
    agency = opened.proposal_parts(proposal).terms[0].terms.agency_id
    name = opened.reference().agencies[str(agency)].name.en
    opened.run(ImportRows({"KZ": {table.name: () for table in COUNTRY_TABLES}}), who)
    assert opened.proposal_parts(proposal).terms[0].terms.agency_id is None
    assert opened.proposal_parts(proposal).terms[0].terms.body == name
    assert opened.proposal_parts(proposal).acts[0].source_id is None
    opened.undo(who)
    assert opened.proposal_parts(proposal).terms[0].terms.agency_id == agency
    corridor = opened.run(AddCorridor({"name_en": "New", "mode": "road"}), who).new_id
    saved = opened.proposals()[0]
    opened.run(SaveProposal(replace(saved, corridor_id=corridor)), who)
    opened.run(RemoveCorridor(str(corridor)), who)
    assert opened.proposals()[0].corridor_id is None
    opened.undo(who)
    assert opened.proposals()[0].corridor_id == corridor
    assert check(opened.path) == ()


def test_a_standard_that_is_gone_is_told(opened: Catalogue, proposal: str) -> None:
    with closing(sqlite3.connect(opened.path)) as raw, raw:
        raw.execute("UPDATE journal_state SET recording = 0")
        raw.execute("UPDATE proposal_head SET standards = 'gone'")
        raw.execute("UPDATE journal_state SET recording = 1")
    assert (f"proposal_head {proposal}", "standards") in {(p.file, p.column) for p in check(opened.path)}


_MEASURES = st.sampled_from(["", ONE, OTHER, "remove"])
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
_KINDS = st.sampled_from(TextKind)
_TERMS = st.builds(
    Terms,
    cost=st.none() | st.builds(Money, st.floats(-1, 1e6), st.sampled_from(["KZT", ""])),
    funds=st.none() | st.sampled_from(Funds),
    body=st.none() | _TEXTS,
    due=st.sampled_from([None, "2027-01-31", "2027-02-30"]),
    months=st.sampled_from([None, 0, 12]),
)


def _commands(proposal: str) -> st.SearchStrategy[Command]:
    id_ = st.sampled_from([proposal, proposal, proposal, "none"])
    places = st.builds(TextPlace, _KINDS, st.sampled_from(Language), _MEASURES, st.sampled_from(["", "KZ"]))
    acts = st.builds(OwnAct, st.just(""), _MEASURES, st.just("KZ"), _TEXTS, st.none() | _TEXTS)
    delegations = st.sampled_from(["KZ", "CN"])
    return st.one_of(
        st.builds(LeaveOutMeasure, id_, _MEASURES),
        st.builds(TakeInMeasure, id_, _MEASURES),
        st.builds(OrderMeasures, id_, st.lists(_MEASURES, max_size=3).map(tuple)),
        st.builds(RewriteText, id_, places, _TEXTS, _TEXTS),
        st.builds(KeepText, id_, places, _TEXTS),
        st.builds(TakeDraft, id_, places),
        st.builds(SetTerms, id_, _MEASURES, st.just("KZ"), _TERMS),
        st.builds(AddAct, id_, acts),
        st.builds(SetStandpoint, id_, delegations, st.sampled_from(Position), _TEXTS, _MEASURES),
        st.builds(RemoveStandpoint, id_, delegations, _MEASURES),
        st.builds(CommentProposal, id_, _TEXTS, _MEASURES),
        st.builds(CopyProposal, id_, _TEXTS),
        st.builds(DeleteProposal, id_),
    )


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_sequence_undone_leaves_all_as_it_was(small_file, tmp_path_factory, data) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("undone") / "undone.customs"
    shutil.copyfile(small_file, path)
    who = Reviewer("Aigerim", "KZ")
    with open_catalogue(path) as catalogue:
        first = catalogue.fingerprint()
        catalogue.run(SaveProposal(Proposal("", "T", ProposalStatus.DRAFT, Regime.IMPORT, None, (P,))), who)
        done = 1
        for command in data.draw(st.lists(_commands(catalogue.proposals()[0].id), max_size=12)):
            before = catalogue.fingerprint()
            try:
                changed = catalogue.run(command, who).entry_id is not None
            except InputError:
                changed = False
            assert (catalogue.fingerprint() != before) == changed
            done += changed
        last = catalogue.fingerprint()
        assert check(path) == ()
        for _ in range(done):
            catalogue.undo(who)
        assert catalogue.fingerprint() == first
        for _ in range(done):
            catalogue.redo(who)
        assert catalogue.fingerprint() == last
        assert check(path) == ()


def test_an_official_chooses_what_a_measure_asks(opened: Catalogue, proposal: str, who: Reviewer) -> None:
    _fill(opened, proposal, who)
    before = opened.proposal_parts(proposal)
    assert opened.run(ChooseVerdict(proposal, ONE, Verdict.REMOVE), who).entry_id is None
    said = opened.run(ChooseVerdict(proposal, ONE, Verdict.ONLINE), who).label
    assert "Rail" in str(said.values["proposal"])
    after = opened.proposal_parts(proposal)
    (chosen,) = [one for one in after.choices if one.verdict is not None]
    assert (chosen.measure, chosen.place, chosen.verdict) == (ONE, 2, Verdict.ONLINE)
    assert chosen.verdict_at is not None
    assert replace(after, choices=before.choices) == before  # all that was written about it stays
    assert opened.run(ChooseVerdict(proposal, ONE, Verdict.ONLINE), who).entry_id is None
    opened.undo(who)
    assert opened.proposal_parts(proposal) == before
    opened.redo(who)
    opened.run(ChooseVerdict(proposal, ONE, Verdict.REMOVE), who)  # as is asked
    assert [one.verdict for one in opened.proposal_parts(proposal).choices] == [None, None]
    for wrong in (ChooseVerdict(proposal, ONE, Verdict.KEEP), ChooseVerdict("none", ONE, Verdict.MERGE)):
        with pytest.raises(InputError):
            opened.run(wrong, who)
    assert check(opened.path) == ()
