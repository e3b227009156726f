"""Any sequence of commands: undone, all is as it was; done again, all is as it became."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    precondition,
    rule,
    run_state_machine_as_test,
)

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import (
    AddProcedure,
    AddStep,
    Command,
    ConfirmMark,
    DeleteStep,
    EditStep,
    ImportRows,
    MoveStep,
    RemoveMark,
    RemoveUse,
    SaveProposal,
    SetMark,
    SetRate,
    SetUse,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.domain.codes import Form, Regime, Role, Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Reviewer

_WHO = [Reviewer("Aigerim", "KZ"), Reviewer("Li Wei", "CN")]
_PROCEDURES = 2
_PLACES = st.integers(0, 1000)
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


class UndoMachine(RuleBasedStateMachine):
    """Commands at random, with undo, redo and restarts between."""

    file: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "machine.customs"
        shutil.copy(self.file, self.path)
        self.opened: Catalogue = open_catalogue(self.path)
        self.first = self.opened.fingerprint()
        self.states = [self.content()]
        self.undone: list[int] = []

    def content(self) -> int:
        """All rows of the tables that commands can change, in whatever order they stand."""
        tables = (*(table.name for table in COUNTRY_TABLES), "mark", "proposal", "exchange_rate")
        rows = (self.opened._connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables)
        return hash(tuple(frozenset(tuple(row) for row in of_table) for of_table in rows))

    def teardown(self) -> None:
        try:
            last = self.opened.fingerprint()
            for state in reversed(self.states[:-1]):
                self.opened.undo(_WHO[0])
                assert self.content() == state
            assert self.opened.fingerprint() == self.first
            for state in self.states[1:]:
                self.opened.redo(_WHO[1])
                assert self.content() == state
            assert self.opened.fingerprint() == last
            problems = [p for p in check(self.path) if p.column not in ("source_id", "procedures")]
            assert problems == []
        finally:
            self.opened.close()
            shutil.rmtree(self.folder)

    def _run(self, command: Command, who: int = 0) -> None:
        try:
            done = self.opened.run(command, _WHO[who])
        except InputError:
            assert self.content() == self.states[-1]
            return
        if done.entry_id is not None:
            self.states.append(self.content())
            self.undone.clear()

    def _step(self, place: int) -> str:
        ids = sorted(str(row["id"]) for row in self.opened.rows("step"))
        return ids[place % len(ids)] if ids else "none"

    def _document(self, place: int) -> str:
        ids = sorted(str(row["id"]) for row in self.opened.rows("document"))
        return ids[place % len(ids)]

    def _mark(self, place: int) -> str:
        marks = self.opened.marks()
        return marks[place % len(marks)].id if marks else "none"

    @rule(step=_PLACES, title=_TEXTS, hours=st.none() | st.floats(0, 1e6), other=_PLACES)
    def edit(self, step: int, title: str, hours: float | None, other: int) -> None:
        self._run(
            EditStep(
                self._step(step),
                {"title_en": title, "time_typ_h": hours, "time_min_h": None, "depends_on": self._step(other)},
            )
        )

    @rule(step=_PLACES, title=_TEXTS, at_end=st.booleans())
    def add(self, step: int, title: str, at_end: bool) -> None:
        procedure = str(self.opened.rows("procedure")[step % _PROCEDURES]["id"])
        steps = self.opened.full_procedure(procedure).steps
        after = None if at_end or not steps else steps[step % len(steps)].id
        self._run(AddStep(procedure, after, {"title_en": title, "activity": "PRE-02"}))

    @rule(step=_PLACES, by=st.integers(-5, 5))
    def move(self, step: int, by: int) -> None:
        self._run(MoveStep(self._step(step), by))

    @rule(step=_PLACES)
    def delete(self, step: int) -> None:
        self._run(DeleteStep(self._step(step)))

    @rule(step=_PLACES, document=_PLACES, role=st.sampled_from(Role), form=st.none() | st.sampled_from(Form))
    def set_use(self, step: int, document: int, role: Role, form: Form | None) -> None:
        self._run(SetUse(self._step(step), self._document(document), role, form, step % 3))

    @rule(place=_PLACES)
    def remove_use(self, place: int) -> None:
        uses = self.opened.rows("step_document")
        if uses:
            use = uses[place % len(uses)]
            self._run(RemoveUse(str(use["step_id"]), str(use["document_id"]), Role(str(use["role"]))))

    @rule(step=_PLACES, into=_PLACES, verdict=st.sampled_from(Verdict), who=st.integers(0, 1), reason=_TEXTS)
    def mark(self, step: int, into: int, verdict: Verdict, who: int, reason: str) -> None:
        target = self._step(into) if verdict is Verdict.MERGE else None
        self._run(SetMark(self._step(step), verdict, reason, merge_into=target), who)

    @rule(place=_PLACES, verdict=st.sampled_from(Verdict), who=st.integers(0, 1))
    def mark_document(self, place: int, verdict: Verdict, who: int) -> None:
        uses = self.opened.rows("step_document")
        if uses:
            use = uses[place % len(uses)]
            self._run(SetMark(str(use["step_id"]), verdict, "", document_id=str(use["document_id"])), who)

    @rule(mark=_PLACES, who=st.integers(0, 1), confirm=st.booleans())
    def settle_mark(self, mark: int, who: int, confirm: bool) -> None:
        mark_id = self._mark(mark)
        self._run(ConfirmMark(mark_id) if confirm else RemoveMark(mark_id), who)

    @rule(rate=st.floats(1e-7, 1e7))
    def rate(self, rate: float) -> None:
        self._run(SetRate("KZT", rate, "2026-11-24"))

    @rule(title=_TEXTS)
    def propose(self, title: str) -> None:
        procedures = tuple(row.procedure.id for row in self.opened.procedures())
        earlier = self.opened.proposals()
        proposal_id = earlier[0].id if earlier and len(title) % 2 else ""
        self._run(
            SaveProposal(Proposal(proposal_id, title, ProposalStatus.DRAFT, Regime.IMPORT, None, procedures))
        )

    @rule(title=_TEXTS)
    def add_procedure(self, title: str) -> None:
        self._run(AddProcedure("KZ", {"regime": "import", "mode": "road", "title_en": title}))

    @rule(keep=st.integers(0, 30))
    def import_fewer(self, keep: int) -> None:
        rows = {table.name: list(self.opened.rows(table.name, "KZ")) for table in COUNTRY_TABLES}
        rows["step"] = rows["step"][:keep]
        kept = {row["id"] for row in rows["step"]}
        for row in rows["step"]:
            row |= {"depends_on": None, "time_covers": None, "cost_covers": None}
        rows["step_document"] = [row for row in rows["step_document"] if row["step_id"] in kept]
        self._run(ImportRows({"KZ": rows}))

    @precondition(lambda self: len(self.states) > 1)
    @rule(who=st.integers(0, 1))
    def undo(self, who: int) -> None:
        self.opened.undo(_WHO[who])
        self.undone.append(self.states.pop())
        assert self.content() == self.states[-1]

    @precondition(lambda self: self.undone)
    @rule(who=st.integers(0, 1))
    def redo(self, who: int) -> None:
        self.opened.redo(_WHO[who])
        self.states.append(self.undone.pop())
        assert self.content() == self.states[-1]

    @rule()
    def restart(self) -> None:
        self.opened.close()
        self.opened = open_catalogue(self.path)
        assert self.content() == self.states[-1]


def test_any_sequence_can_be_undone_and_redone(small_file: Path) -> None:
    UndoMachine.file = small_file
    run_state_machine_as_test(
        UndoMachine, settings=settings(max_examples=12, stateful_step_count=15, deadline=None)
    )
