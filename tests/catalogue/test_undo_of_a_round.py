"""A round and a meeting from beginning to end: undone and done again, each time after a restart."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import (
    AddComment,
    AddNote,
    Command,
    ConfirmMark,
    Decide,
    DeleteStep,
    DismissFinding,
    EditComment,
    EditProcedure,
    EditStep,
    EndMeeting,
    OpenRound,
    RemoveComment,
    RemoveDecision,
    RemoveDissent,
    RemoveMark,
    RemoveNote,
    SetDissent,
    SetMark,
    StartMeeting,
    StartRound,
    TakeBackDismissal,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.review import Reviewer

P = "KZ-P-import-rail"
FIRST, SECOND, THIRD = (f"{P}-0{number}" for number in (1, 2, 3))
KZ, CN = Reviewer("Aigerim S.", "KZ"), Reviewer("Li Wei", "CN")

_Action = tuple[Callable[[Catalogue], Command], Reviewer]


def _mark(catalogue: Catalogue, step: str, who: Reviewer) -> str:
    return next(row.id for row in catalogue.marks([P]) if row.step_id == step and row.reviewer == who)


def _decision(catalogue: Catalogue, step: str) -> str:
    return next(row.id for row in catalogue.decisions([P]) if row.step_id == step)


def _meeting(catalogue: Catalogue) -> str:
    return catalogue.meetings()[0].id


ACTIONS: Sequence[_Action] = (
    (lambda _: EditProcedure(P, {"volume_per_year": 1200.5, "volume_unit": "wagons"}), KZ),
    (lambda _: StartRound((P,)), KZ),
    (lambda _: SetMark(FIRST, Verdict.REMOVE, "asked for twice", finding="R01"), KZ),
    (lambda _: SetMark(SECOND, Verdict.MERGE, "one desk", merge_into=FIRST), KZ),
    (lambda _: SetMark(FIRST, Verdict.ONLINE, "a portal exists"), CN),
    (lambda _: DismissFinding("R02", P, "another form", "digest"), CN),
    (lambda _: DismissFinding("R02", P, "quite another form", "digest 2"), CN),
    (lambda c: OpenRound(c.rounds()[0].id), CN),
    (lambda c: AddComment(_mark(c, FIRST, CN), "Which portal?"), KZ),
    (lambda c: EditComment(c.comments()[0].id, "Which portal, and since when?"), KZ),
    (lambda c: AddComment(_mark(c, FIRST, CN), "The single window"), CN),
    (lambda c: RemoveComment(c.comments()[0].id), KZ),
    (lambda _: EditStep(FIRST, {"time_typ_h": 2.5, "note": "measured anew"}), KZ),
    (lambda c: ConfirmMark(_mark(c, FIRST, KZ)), KZ),
    (lambda _: StartMeeting("Working group", (P,), ("KZ", "CN"), (FIRST, SECOND)), KZ),
    (lambda c: Decide(_meeting(c), FIRST, Verdict.ONLINE, "portal", votes={"CN": Verdict.ONLINE}), KZ),
    (lambda c: Decide(_meeting(c), SECOND, Verdict.MERGE, "one desk", merge_into=FIRST), KZ),
    (lambda c: SetDissent(_decision(c, SECOND), "CN", Position.RESERVE, "until 2028"), KZ),
    (lambda c: SetDissent(_decision(c, FIRST), "KZ", Position.AGAINST, "it is needed"), KZ),
    (lambda c: RemoveDissent(c.decisions(meeting_id=_meeting(c))[0].dissents[0].id), KZ),
    (lambda c: AddNote(_meeting(c), "A question about seals", SECOND), CN),
    (lambda c: AddNote(_meeting(c), "A pause"), KZ),
    (lambda c: RemoveNote(c.notes(_meeting(c))[1].id), KZ),
    (lambda c: Decide(_meeting(c), SECOND, Verdict.KEEP, ""), KZ),
    (lambda c: RemoveDecision(_decision(c, SECOND)), KZ),
    (lambda c: EndMeeting(_meeting(c)), KZ),
    (lambda c: RemoveMark(_mark(c, FIRST, CN)), CN),
    (lambda c: TakeBackDismissal(c.dismissals()[0].id), CN),
    (lambda _: DeleteStep(FIRST), KZ),
    (lambda _: DeleteStep(SECOND), KZ),
)


@pytest.fixture
def catalogue(small_file: Path, tmp_path: Path) -> Iterator[Catalogue]:
    path = tmp_path / "round.customs"
    shutil.copyfile(small_file, path)
    with open_catalogue(path) as opened:
        yield opened


def test_all_of_a_round_and_a_meeting_is_undone_and_done_again(catalogue: Catalogue) -> None:
    states = [catalogue.fingerprint()]
    for make, who in ACTIONS:
        assert catalogue.run(make(catalogue), who).entry_id is not None
        states.append(catalogue.fingerprint())
    assert all(before != after for before, after in pairwise(states))
    assert check(catalogue.path) == ()
    for before in reversed(states[:-1]):
        with open_catalogue(catalogue.path) as again:
            again.undo(CN)
            assert again.fingerprint() == before
    assert catalogue.next_undo() is None
    assert check(catalogue.path) == ()
    for after in states[1:]:
        with open_catalogue(catalogue.path) as again:
            again.redo(KZ)
            assert again.fingerprint() == after
    assert catalogue.next_redo() is None
    assert check(catalogue.path) == ()
    assert {entry.state for entry in catalogue.history()} == {"done"}
