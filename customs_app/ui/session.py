"""What all of the window shares: the open catalogue, who acts, the words and the colours."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.errors import CustomsError, InputError
from customs_app.domain.record import record
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language, Message
from customs_app.figures.tokens import LIGHT, Palette
from customs_app.language.words import N_, Words, words
from customs_app.ui.tasks import Tasks

if TYPE_CHECKING:
    from customs_app.analysis.blind import Seen
    from customs_app.catalogue.commands.command import Command
    from customs_app.catalogue.results import Changes
    from customs_app.domain.codes import Basis
    from customs_app.domain.edition import Edition
    from customs_app.domain.meeting import Dismissal, Round
    from customs_app.ui.findings import Findings

NOBODY = Reviewer("", "")
_LOOK_EVERY_MS = 2000


@record(frozen=True, slots=True)
class Beside:
    """Two procedures (ids) to be set against each other step by step, in the base or the worst case.

    With a `basis` it is one procedure, at the left as it is and at the right as it would be with the
    verdicts of the basis. With an `edition` (id) it is one procedure, at the left as it was frozen and at
    the right as the open catalogue has it. `came_from` is the key of the workspace that asked, to which
    closing leads back; `step_id` is the step to begin at.
    """

    left: str
    right: str
    basis: Basis | None = None
    worst: bool = False
    came_from: str = ""
    step_id: str = ""
    edition: str = ""


@record(frozen=True, slots=True)
class Place:
    """Where to go: a workspace by its key, and in it a procedure and a step (ids), where they are known.

    `beside` asks to set two procedures against each other there.
    """

    workspace: str
    procedure_id: str | None = None
    step_id: str | None = None
    beside: Beside | None = None


@record(frozen=True, slots=True)
class Notice:
    """A sentence shown at the foot of the window until it is closed; `made` is a file to open or show."""

    message: Message
    bad: bool = False
    made: Path | None = None


class Session(QObject):
    """The open catalogue and all that goes with it; used on the GUI thread alone.

    `working` is the file that is worked in, also while one of its editions is open, which is `edition`.
    `columns` has names of tables and how wide their columns were made, `papers` how papers were last
    printed and looked at, `exports` how each thing was exported last; the shell keeps them in the settings.
    `changed` carries the Changes of one entry of the journal, or None where anything may have
    changed. `selected` carries whatever is to be inspected, or None. `saved` carries None when all is
    written, or the Message that tells why it is not. `noticed` carries a Notice to be shown at the
    foot of the window, `failed` an InputError whose problems want a list of their own.
    """

    changed = Signal(object)
    selected = Signal(object)
    navigate = Signal(object)
    saved = Signal(object)
    noticed = Signal(object)
    failed = Signal(object)
    who_changed = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        who: Reviewer = NOBODY,
        language: Language = Language.EN,
        palette: Palette = LIGHT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.working = catalogue.path
        self.edition: Edition | None = catalogue.edition()
        self._who = who
        self._words = words(language)
        self.palette = palette
        self.selection: object = None
        self.tasks = Tasks(self)
        self.columns: dict[str, dict[str, object]] = {}
        self.papers: dict[str, dict[str, object]] = {}
        self.exports: dict[str, dict[str, object]] = {}
        self._drafts: dict[str, dict[Any, Any]] = {}
        self.ask_who: Callable[[], Reviewer] | None = None
        self._version = catalogue.data_version()
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_for_changes_of_others)
        self._look.start()

    def drafts(self, of: str) -> dict[Any, Any]:
        """What a pane keeps of what was typed and not recorded; it outlives the window, not the file."""
        return self._drafts.setdefault(of, {})

    @property
    def catalogue(self) -> Catalogue:
        """The open catalogue."""
        return self._catalogue

    @property
    def words(self) -> Words:
        """The application's sentences in the language of the window."""
        return self._words

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self._words.language

    @language.setter
    def language(self, language: Language) -> None:
        self._words = words(language)

    @property
    def who(self) -> Reviewer:
        """Who acts; NOBODY as long as it has not been said."""
        return self._who

    @who.setter
    def who(self, who: Reviewer) -> None:
        self._who = who
        self.who_changed.emit()

    @cached_property
    def findings(self) -> Findings:
        """What the rules find in the open catalogue."""
        from customs_app.ui.findings import Findings  # noqa: PLC0415 - not at start

        return Findings(self)

    def seen_marks(self, procedure_ids: Collection[str] | None = None) -> Seen:
        """The marks on steps of the procedures (None: of all) that who acts may see, and who else marked.

        The one way by which a view reads marks: a blind round hides those of others in all of them.
        """
        from customs_app.analysis.blind import Seen  # noqa: PLC0415 - not before a view asks

        if not self._catalogue.marks(procedure_ids):
            return Seen((), {})
        from customs_app.reports.seen_marks import seen_marks  # noqa: PLC0415 - not at start

        return seen_marks(self._catalogue, self._who, procedure_ids)

    def seen_dismissals(self) -> tuple[Dismissal, ...]:
        """The dismissals of findings that who acts may see, the oldest first; they too are opinions."""
        blind = [one for one in self._catalogue.rounds() if one.state == "blind"]
        return tuple(
            one
            for one in self._catalogue.dismissals()
            if one.reviewer == self._who or not any(round_.takes_in(one.procedure_id) for round_ in blind)
        )

    def round(self) -> Round | None:
        """The round that is under way: the newest blind one, or else the newest."""
        rounds = self._catalogue.rounds()
        blind = [one for one in rounds if one.state == "blind"]
        return next(iter(reversed(blind or rounds)), None)

    def open(self, catalogue: Catalogue) -> None:
        """Take another catalogue in place of the open one, which is closed."""
        self.working = catalogue.path
        self.turn_to(catalogue)
        for drafts in self._drafts.values():  # last, as panes keep what they had open
            drafts.clear()

    def turn_to(self, catalogue: Catalogue) -> None:
        """Take an edition of the file that is worked in, or that file again, in place of what is open.

        What was typed and not recorded stays for the return.
        """
        old, self._catalogue = self._catalogue, catalogue
        self.edition = catalogue.edition()
        old.close()
        self._version = catalogue.data_version()
        self.select(None)
        self.changed.emit(None)
        self.saved.emit(None)

    def close(self) -> None:
        """Let go of the catalogue: long work ends, and nobody looks into the file any more."""
        self._look.stop()
        self.tasks.stop()
        self._catalogue.close()

    def run(self, command: Command) -> Changes | None:
        """Do a command as one entry of the journal; None where it could not be done, and `saved` says why."""
        return self._change(lambda who: self._catalogue.run(command, who))

    def undo(self) -> Changes | None:
        """Take back the newest entry of the journal that can be taken back."""
        return self._change(self._catalogue.undo)

    def redo(self) -> Changes | None:
        """Do again the entry that was taken back last."""
        return self._change(self._catalogue.redo)

    def select(self, target: object) -> None:
        """Show something in the inspector: a Step, Document, Finding, cell ...; None shows nothing."""
        self.selection = target
        self.selected.emit(target)

    def go_to(self, workspace: str, procedure_id: str | None = None, step_id: str | None = None) -> None:
        """Show a procedure and step in a workspace; without them the workspace as it was left."""
        self.navigate.emit(Place(workspace, procedure_id, step_id))

    def set_beside(self, asked: Beside) -> None:
        """Show two procedures step by step against each other."""
        self.navigate.emit(Place("pair", beside=asked))

    def tell(self, message: Message, *, bad: bool = False, made: Path | None = None) -> None:
        """Show a sentence at the foot of the window, with buttons to open the file that was made."""
        self.noticed.emit(Notice(message, bad, made))

    def fail(self, error: CustomsError) -> None:
        """Show a known error: in a list where it has one, otherwise at the foot of the window."""
        problems = error.problems if isinstance(error, InputError) else ()
        if any(problem.row is not None for problem in problems):
            self.failed.emit(error)
        elif problems:
            expected = tuple(problem.expected for problem in problems)
            told = Message(N_("{what} Expected: {expected}."), {"what": error.message, "expected": expected})
            self.tell(told, bad=True)
        else:
            self.tell(error.message, bad=True)

    def refresh(self) -> None:
        """Show everything anew, as after a change by another connection."""
        self._version = self._catalogue.data_version()
        self.changed.emit(None)

    def refuses_changes(self) -> bool:
        """Whether what is open is a frozen edition, which is said then: nothing in it can be changed."""
        if self.edition is None:
            return False
        told = Message(
            N_("“{title}” is a frozen edition. To change something, choose the working copy first."),
            {"title": self.edition.title},
        )
        self.tell(told, bad=True)
        return True

    def _change(self, change: Callable[[Reviewer], Changes]) -> Changes | None:
        if self.refuses_changes():
            return None
        if self._who == NOBODY and self.ask_who is not None:
            self.who = self.ask_who()
        if self._who == NOBODY:
            self.saved.emit(Message(N_("Nothing was changed: say first who you are")))
            return None
        try:
            changes = change(self._who)
        except InputError as error:
            self.fail(error)
            return None
        except CustomsError as error:
            self.saved.emit(error.message)
            return None
        self.saved.emit(None)
        self.changed.emit(changes)
        return changes

    def _look_for_changes_of_others(self) -> None:
        try:
            version = self._catalogue.data_version()
        except CustomsError as error:
            self.saved.emit(error.message)
            return
        if version != self._version:
            self._version = version
            self.changed.emit(None)
