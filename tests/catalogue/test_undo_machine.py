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
    AddAct,
    AddComment,
    AddCorridor,
    AddNote,
    AddProcedure,
    AddStep,
    BindBlock,
    Command,
    CommentProposal,
    ConfirmMark,
    CopyProposal,
    Decide,
    DeleteProposal,
    DeleteStep,
    DismissFinding,
    EditComment,
    EditCorridor,
    EditProcedure,
    EditStep,
    EndMeeting,
    ImportRows,
    LeaveOutMeasure,
    MoveStep,
    OpenRound,
    RemoveComment,
    RemoveCorridor,
    RemoveDecision,
    RemoveDissent,
    RemoveMark,
    RemoveNote,
    RemovePin,
    RemoveUse,
    RewriteText,
    SaveProposal,
    SetDissent,
    SetLegs,
    SetMark,
    SetPin,
    SetRate,
    SetStandpoint,
    SetTerms,
    SetUse,
    StartMeeting,
    StartRound,
    TakeBackDismissal,
    UnbindBlock,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.catalogue.triggers import CORRECTIONS, OPINIONS, PROPOSED
from customs_app.domain.alignment import Pin
from customs_app.domain.codes import Form, Position, Regime, Role, Verdict
from customs_app.domain.corridor import Leg, LegKind
from customs_app.domain.corridor import Role as Part
from customs_app.domain.dossier import OwnAct, Terms, TextKind, TextPlace
from customs_app.domain.errors import InputError
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language, Text

_WHO = [Reviewer("Aigerim", "KZ"), Reviewer("Li Wei", "CN")]
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
        self._seed()

    def _seed(self) -> None:
        """Something of each kind is said of both procedures, so that what hangs together is there at once."""
        for number, procedure in enumerate(self._procedures(0)):
            steps = [step.id for step in self.opened.full_procedure(procedure).steps]
            self._run(SetMark(steps[0], Verdict.MERGE, "twice", merge_into=steps[1]))
            self._run(AddComment(self._some("mark", 0), "where?"), 1)
            self._run(DismissFinding("R01", procedure, "none", "digest"))
            self._run(StartMeeting("M", (procedure,), ("KZ", "CN"), tuple(steps[:2]) if number else ()))
            meeting = self.opened.meetings()[-1].id
            self._run(Decide(meeting, steps[1], Verdict.MERGE, "agreed", merge_into=steps[0]))
            self._run(SetDissent(self.opened.decisions()[-1].id, "CN", Position.AGAINST, "no"))
            self._run(AddNote(meeting, "said", steps[2]))
            self._run(StartRound((procedure,)), number)
            self._run(SetPin(Pin("", steps[0], steps[3], number == 0)))
            self._run(BindBlock("COR-01", "KZ-import", procedure))

    def content(self) -> int:
        """All rows of the tables that commands can change, in whatever order they stand."""
        tables = (
            *(table.name for table in COUNTRY_TABLES),
            *OPINIONS,
            *CORRECTIONS,
            *PROPOSED,
            *("exchange_rate", "corridor", "corridor_leg"),
        )
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
            # A step may be without a source, and a proposal may outlive a procedure.
            problems = [
                p for p in check(self.path) if p.column != "source_id" and not p.file.startswith("proposal ")
            ]
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

    def _some(self, table: str, place: int) -> str:
        """The id of some row of a table of opinions; one that is not there where it is empty."""
        ids = [row[0] for row in self.opened._connection.execute(f"SELECT id FROM {table} ORDER BY id")]
        return ids[place % len(ids)] if ids else "none"

    def _procedures(self, place: int) -> tuple[str, ...]:
        ids = [str(row["id"]) for row in self.opened.rows("procedure")]
        return tuple(ids[place % (len(ids) + 1) :])

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
        procedures = self.opened.rows("procedure")
        if not procedures:
            return
        procedure = str(procedures[step % len(procedures)]["id"])
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
        mark_id = self._some("mark", mark)
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

    @rule(place=_PLACES, what=st.integers(0, 7), text=_TEXTS, who=st.integers(0, 1))
    def add_to_proposal(self, place: int, what: int, text: str, who: int) -> None:
        proposal, measure = self._some("proposal", place), f"remove:activity:INS-0{place % 3}"
        agencies = sorted(str(row["id"]) for row in self.opened.rows("agency", "KZ"))
        agency = agencies[place % len(agencies)] if agencies else None
        now = TextPlace(TextKind.NOW, Language.EN, measure, "KZ")
        self._run(
            (
                LeaveOutMeasure(proposal, measure),
                RewriteText(proposal, now, text, "draft"),
                SetTerms(proposal, measure, "KZ", Terms(agency_id=agency, body=text)),
                AddAct(proposal, OwnAct("", measure, "KZ", text, step_id=self._step(place))),
                SetStandpoint(proposal, "CN", Position.AGAINST, text, measure),
                CommentProposal(proposal, text),
                CopyProposal(proposal, text),
                DeleteProposal(proposal),
            )[what],
            who,
        )

    @rule(place=_PLACES, who=st.integers(0, 1), opened=st.booleans())
    def round(self, place: int, who: int, opened: bool) -> None:
        self._run(
            OpenRound(self._some("round", place)) if opened else StartRound(self._procedures(place)), who
        )

    @rule(place=_PLACES, text=_TEXTS, who=st.integers(0, 1), removed=st.booleans())
    def comment(self, place: int, text: str, who: int, removed: bool) -> None:
        self._run(AddComment(self._some("mark", place), text), who)
        comment = self._some("comment", place)
        self._run(RemoveComment(comment) if removed else EditComment(comment, text[1:]), who)

    @rule(place=_PLACES, reason=_TEXTS, who=st.integers(0, 1), back=st.booleans())
    def dismiss(self, place: int, reason: str, who: int, back: bool) -> None:
        if back:
            self._run(TakeBackDismissal(self._some("dismissal", place)), who)
        elif procedures := self._procedures(place):
            self._run(DismissFinding(f"R0{place % 3}", procedures[0], reason, "digest"), who)

    @rule(place=_PLACES, title=_TEXTS, who=st.integers(0, 1), end=st.booleans())
    def meeting(self, place: int, title: str, who: int, end: bool) -> None:
        if end:
            self._run(EndMeeting(self._some("meeting", place)), who)
        else:
            steps = (self._step(place),) if place % 2 else ()
            self._run(StartMeeting(f"M {title}", self._procedures(place), ("KZ", "CN"), steps), who)

    @precondition(lambda self: self.opened.meetings())
    @rule(place=_PLACES, verdict=st.sampled_from(Verdict), into=_PLACES, who=st.integers(0, 1))
    def decide(self, place: int, verdict: Verdict, into: int, who: int) -> None:
        target = self._step(into) if verdict is Verdict.MERGE else None
        votes = {"CN": Verdict.KEEP, "KZ": verdict} if into % 2 else None
        meeting, step = self._some("meeting", place), self._step(place)
        self._run(Decide(meeting, step, verdict, "agreed", merge_into=target, votes=votes), who)
        uses = [use for use in self.opened.rows("step_document") if use["step_id"] == step]
        if uses:
            document = str(uses[into % len(uses)]["document_id"])
            self._run(Decide(meeting, step, verdict, "agreed", document_id=document), who)

    @precondition(lambda self: self.opened.decisions())
    @rule(place=_PLACES, position=st.sampled_from(Position), reason=_TEXTS, who=st.integers(0, 1))
    def dissent(self, place: int, position: Position, reason: str, who: int) -> None:
        delegation = ("KZ", "CN", "TJ")[place % 3]
        self._run(SetDissent(self._some("decision", place), delegation, position, reason), who)

    @precondition(lambda self: self.opened.decisions())
    @rule(place=_PLACES, who=st.integers(0, 1), dissent=st.booleans())
    def retract(self, place: int, who: int, dissent: bool) -> None:
        decision = RemoveDecision(self._some("decision", place))
        self._run(RemoveDissent(self._some("dissent", place)) if dissent else decision, who)

    @precondition(lambda self: self.opened.meetings())
    @rule(place=_PLACES, text=_TEXTS, who=st.integers(0, 1), removed=st.booleans())
    def note(self, place: int, text: str, who: int, removed: bool) -> None:
        step = self._step(place) if place % 2 else None
        self._run(AddNote(self._some("meeting", place), text, step), who)
        if removed:
            self._run(RemoveNote(self._some("note", place)), who)

    @rule(place=_PLACES, other=_PLACES, linked=st.booleans(), who=st.integers(0, 1), removed=st.booleans())
    def pin(self, place: int, other: int, linked: bool, who: int, removed: bool) -> None:
        against = self._step(other) if other % 3 or linked else None
        self._run(SetPin(Pin("", self._step(place), against, linked)), who)
        if removed:
            self._run(RemovePin(self._some("pin", other)), who)

    @rule(place=_PLACES, part=st.sampled_from(Part), what=st.integers(0, 2), who=st.integers(0, 1))
    def bind(self, place: int, part: Part, what: int, who: int) -> None:
        corridor, key = self._some("corridor", place), f"KZ-{part}"
        chosen = self._procedures(place)[:1] if what == 0 else ()
        bound = BindBlock(corridor, key, chosen[0] if chosen else None)
        self._run(UnbindBlock(corridor, key) if what == 2 else bound, who)

    @rule(
        place=_PLACES, name=_TEXTS, what=st.integers(0, 3), countries=st.lists(st.sampled_from(["KZ", "TM"]))
    )
    def corridor(self, place: int, name: str, what: int, countries: list[str]) -> None:
        legs = tuple(
            Leg(9 - n, iso2, Text(name) if n % 2 else None, kind=LegKind.TRANSIT)
            for n, iso2 in enumerate(countries)
        )
        corridor = self._some("corridor", place)
        self._run(
            (
                AddCorridor({"name_en": name, "mode": "road"}, legs),
                EditCorridor(corridor, {"name_ru": name, "mode": "rail"}),
                SetLegs(corridor, legs),
                RemoveCorridor(corridor),
            )[what]
        )

    @rule(place=_PLACES, volume=st.none() | st.floats(0, 1e9), title=_TEXTS)
    def edit_procedure(self, place: int, volume: float | None, title: str) -> None:
        for procedure in self._procedures(place)[:1]:
            self._run(EditProcedure(procedure, {"volume_per_year": volume, "title_ru": title}))

    @rule(title=_TEXTS)
    def add_procedure(self, title: str) -> None:
        self._run(AddProcedure("KZ", {"regime": "import", "mode": "road", "title_en": title}))

    @rule(keep=st.integers(0, 30), procedures=st.integers(0, 2))
    def import_fewer(self, keep: int, procedures: int) -> None:
        rows = {table.name: list(self.opened.rows(table.name, "KZ")) for table in COUNTRY_TABLES}
        rows["procedure"] = rows["procedure"][:procedures]
        left = {row["id"] for row in rows["procedure"]}
        rows["step"] = [row for row in rows["step"] if row["procedure_id"] in left][:keep]
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
        UndoMachine, settings=settings(max_examples=15, stateful_step_count=20, deadline=None)
    )
