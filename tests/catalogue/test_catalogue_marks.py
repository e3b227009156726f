"""Marks of reviewers, and proposals."""

from dataclasses import replace

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import (
    ConfirmMark,
    DeleteProposal,
    EditStep,
    MoveStep,
    RemoveMark,
    RemoveUse,
    SaveProposal,
    SetMark,
    SetUse,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import CaseKind, Form, Mode, Regime, Role, Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.proposal import MadeFrom, Proposal, ProposalStatus
from customs_app.domain.review import Mark, Reviewer

P = "KZ-P-import-rail"
FIRST, SECOND = f"{P}-01", f"{P}-02"
DOCUMENT = "KZ-D-contract"
OTHER = Reviewer("Li Wei", "CN")


def _only(catalogue: Catalogue) -> Mark:
    (mark,) = catalogue.marks([P])
    return mark


def test_a_mark_on_a_step(catalogue: Catalogue, who: Reviewer) -> None:
    done = catalogue.run(
        SetMark(FIRST, Verdict.MERGE, "same desk", article="Art. 1", merge_into=SECOND, finding="R01:x"), who
    )
    mark = _only(catalogue)
    assert done.new_id == mark.id
    assert (mark.step_id, mark.document_id, mark.verdict, mark.reason) == (
        FIRST,
        None,
        Verdict.MERGE,
        "same desk",
    )
    assert (mark.article, mark.merge_into, mark.finding) == ("Art. 1", SECOND, "R01:x")
    assert mark.reviewer == who
    assert mark.at.endswith("+00:00")
    assert mark.stale == ()
    assert mark.as_stood is not None
    assert mark.as_stood["title_en"] == "Prepare the contract, invoice and packing list"
    assert catalogue.marks(["UZ-P-import-road"]) == ()
    assert catalogue.marks() == (mark,)


def test_one_mark_a_reviewer_and_target(catalogue: Catalogue, who: Reviewer) -> None:
    first = catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), who).new_id
    second = catalogue.run(SetMark(FIRST, Verdict.KEEP, ""), who).new_id
    assert first == second
    assert _only(catalogue).verdict is Verdict.KEEP
    catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice", document_id=DOCUMENT), who)
    catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), OTHER)
    catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), replace(who, delegation="UZ"))
    assert len(catalogue.marks([P])) == 4


def test_a_mark_becomes_stale_and_is_confirmed(catalogue: Catalogue, who: Reviewer) -> None:
    mark_id = catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), who).new_id
    assert mark_id is not None
    catalogue.run(EditStep(FIRST, {"note": "new", "time_typ_h": 2, "title_ru": None}), who)
    assert set(_only(catalogue).stale) == {"note", "time_typ_h", "title_ru"}
    catalogue.undo(who)
    assert _only(catalogue).stale == ()
    catalogue.redo(who)
    with open_catalogue(catalogue.path) as other:
        assert set(_only(other).stale) == {"note", "time_typ_h", "title_ru"}
    catalogue.run(ConfirmMark(mark_id), who)
    assert _only(catalogue).stale == ()
    assert catalogue.run(ConfirmMark(mark_id), who).entry_id is None


def test_moving_a_step_makes_no_mark_stale(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), who)
    catalogue.run(MoveStep(FIRST, 3), who)
    assert _only(catalogue).stale == ()


def test_a_mark_on_a_document(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(SetMark(FIRST, Verdict.SUBMIT_ONCE, "again", document_id=DOCUMENT), who)
    mark = _only(catalogue)
    assert mark.document_id == DOCUMENT
    assert mark.as_stood is not None
    assert mark.as_stood["output"] == "original"
    catalogue.run(EditStep(FIRST, {"note": "another"}), who)  # the step is not the document
    catalogue.run(SetUse(SECOND, DOCUMENT, Role.INPUT), who)  # nor is another step's use
    assert _only(catalogue).stale == ()
    catalogue.run(SetUse(FIRST, DOCUMENT, Role.OUTPUT, Form.ELECTRONIC), who)
    catalogue.run(SetUse(FIRST, DOCUMENT, Role.SHOWN, None, 2), who)
    assert set(_only(catalogue).stale) == {"output", "shown"}
    catalogue.run(RemoveUse(FIRST, DOCUMENT, Role.SHOWN), who)
    catalogue.run(RemoveUse(FIRST, DOCUMENT, Role.OUTPUT), who)
    assert _only(catalogue).stale == ("output",)  # shown, never dropped


@pytest.mark.parametrize(
    ("mark", "column"),
    [
        (SetMark(FIRST, Verdict.MERGE, "one desk", merge_into=FIRST), "merge_into"),
        (SetMark(FIRST, Verdict.MERGE, "one desk", merge_into="X"), "merge_into"),
        (SetMark(SECOND, Verdict.REMOVE, "twice", document_id="KZ-D-invoice"), "document_id"),
        (SetMark(FIRST, Verdict.REMOVE, " "), "reason"),
        (SetMark(FIRST, Verdict.LAW_FIRST, ""), "reason"),
        (SetMark(FIRST, "burn", ""), "verdict"),  # type: ignore[arg-type]
    ],
)
def test_marks_that_are_refused(catalogue: Catalogue, who: Reviewer, mark: SetMark, column: str) -> None:
    with pytest.raises(InputError) as raised:
        catalogue.run(mark, who)
    assert [problem.column for problem in raised.value.problems] == [column]
    assert catalogue.marks() == ()


def test_nobody_changes_the_mark_of_another(catalogue: Catalogue, who: Reviewer) -> None:
    mark_id = catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), who).new_id
    assert mark_id is not None
    for command in (RemoveMark(mark_id), ConfirmMark(mark_id)):
        with pytest.raises(InputError, match="Aigerim"):
            catalogue.run(command, OTHER)
    catalogue.run(RemoveMark(mark_id), who)
    assert catalogue.marks() == ()


def test_proposals(catalogue: Catalogue, who: Reviewer) -> None:
    draft = Proposal(
        "",
        "Road import, “once”",
        ProposalStatus.DRAFT,
        Regime.IMPORT,
        None,
        (P, "UZ-P-import-road"),
        summary="S",
    )
    new_id = catalogue.run(SaveProposal(draft), who).new_id
    assert new_id is not None
    (saved,) = catalogue.proposals()
    assert saved == replace(draft, id=new_id, delegation="KZ", at=saved.at)
    assert saved.at.endswith("+00:00")
    assert catalogue.run(SaveProposal(saved), who).entry_id is None
    changed = replace(
        saved,
        title="Two",
        mode=Mode.ROAD,
        case_kind=CaseKind.WORST,
        made_from=MadeFrom.FINDINGS,
        status=ProposalStatus.ADOPTED,
    )
    catalogue.run(SaveProposal(changed), who)
    assert catalogue.proposals() == (replace(changed, at=catalogue.proposals()[0].at),)
    for wrong in (replace(changed, title=" "), replace(changed, procedures=("X",))):
        with pytest.raises(InputError):
            catalogue.run(SaveProposal(wrong), who)
    catalogue.run(DeleteProposal(new_id), who)
    assert catalogue.proposals() == ()
    catalogue.undo(who)
    assert len(catalogue.proposals()) == 1
