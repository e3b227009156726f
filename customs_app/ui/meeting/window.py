"""The window of meeting mode: full screen, one step at a time, by keys alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.domain.codes import RoundState, Verdict
from customs_app.domain.text import Message
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import N_
from customs_app.ui.meeting.desk import Desk
from customs_app.ui.meeting.dissent_panel import DissentPanel, Word
from customs_app.ui.meeting.leave_panel import LeavePanel, Way
from customs_app.ui.meeting.panels import NotePanel, Panel, QuestionPanel
from customs_app.ui.meeting.questions import asked_for, delegation_choices, draft_of
from customs_app.ui.meeting.reason_panel import Draft, ReasonPanel
from customs_app.ui.meeting.scale import Scale, fitting
from customs_app.ui.meeting.sitting import Sitting
from customs_app.ui.meeting.view import MeetingView
from customs_app.ui.meeting.wording import target_text
from customs_app.ui.session import Notice, Place, Session
from customs_app.ui.widgets.verdicts import VERDICTS

DRAFTS = "meeting"
"""Under which name the session keeps what was typed and not recorded."""


class MeetingWindow(QWidget):
    """Goes through the agenda of a meeting.

    `left` carries the Place in the catalogue to which one returns. `minutes_wanted` carries the Way (PDF
    or EXCEL), the meeting's id and the language.
    """

    left = Signal(object)
    minutes_wanted = Signal(object, str, object)

    def __init__(
        self, session: Session, sitting: Sitting, place: int, parent: QWidget, *, wish: float = 1.0
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.session, self.words = session, session.words
        self.setObjectName("meeting_window")
        self.setWindowTitle(sitting.meeting.title)
        self.desk = Desk(session, sitting, place, self)
        self.wish = wish
        self.scale = Scale()
        self.reason, self.dissent = ReasonPanel(session), DissentPanel(session)
        self.note, self.question = NotePanel(session), QuestionPanel(session)
        self.leaving = LeavePanel(session)
        self._panels: tuple[Panel, ...] = (
            self.reason, self.dissent, self.note, self.question, self.leaving,
        )  # fmt: skip
        self.view = MeetingView(session, self._panels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._drafts = session.drafts(DRAFTS)
        self._steps: list[QAction] = []
        self._make_keys()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fit()

    @property
    def where(self) -> tuple[str, str]:
        """The meeting and the step (ids) at which one is."""
        return self.desk.sitting.meeting.id, self.desk.item.step.id

    @property
    def _key_of_drafts(self) -> tuple[str, str, str | None]:
        """Of what that which is being written is."""
        return (*self.where, self.desk.document_id)

    # -- keys

    def _make_keys(self) -> None:
        text, key = self.words.text, self._key
        for place, verdict in enumerate(VERDICTS, start=1):
            key(
                f"verdict_{place}",
                label(verdict, self.words),
                (str(place),),
                partial(self.choose, verdict),
            )
        key("reason", text("Reason"), ("R",), self.ask_reason)
        key("dissent", text("Dissent"), ("D",), self.ask_dissent)
        key("note", text("Note"), ("N",), self.ask_note)
        key("merge", text("Step into which it is merged"), ("M",), self.ask_target)
        key("votes", text("Open the votes"), ("O",), self.ask_opening)
        key("before", text("Step before"), ("Left",), lambda: self.go(self.desk.place - 1), repeats=True)
        key("after", text("Step after"), ("Right",), lambda: self.go(self.desk.place + 1), repeats=True)
        key("document", text("Next document of the step"), ("P",), lambda: self.go_to_document(1))
        key("document_before", text("Document before"), ("Shift+P",), lambda: self.go_to_document(-1))
        key("first", text("First step"), ("Home",), lambda: self.go(0))
        key("last", text("Last step"), ("End",), lambda: self.go(len(self.desk.sitting.items) - 1))
        key("next_open", text("Next open step"), ("Return", "Enter"), self.go_to_open)
        key("up", text("Scroll up"), ("Up", "PgUp"), lambda: self._turn(-0.4), repeats=True)
        key("down", text("Scroll down"), ("Down", "PgDown"), lambda: self._turn(0.4), repeats=True)
        key("up_always", text("Scroll up"), ("Ctrl+Up",), lambda: self._turn(-0.4), repeats=True, always=True)
        key(
            "down_always",
            text("Scroll down"),
            ("Ctrl+Down",),
            lambda: self._turn(0.4),
            repeats=True,
            always=True,
        )
        key("undo", text("Undo"), ("Ctrl+Z",), self.undo)
        key("redo", text("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), self.redo)
        key("larger", text("Larger text"), ("+", "=", "Ctrl++", "Ctrl+="), self.larger, repeats=True)
        key("smaller", text("Smaller text"), ("-", "Ctrl+-"), self.smaller, repeats=True)
        key("leave", text("Leave the meeting"), ("Esc", "F11"), self.escape, always=True)

    def _key(
        self,
        name: str,
        text: str,
        keys: tuple[str, ...],
        slot: Callable[[], object],
        *,
        repeats: bool = False,
        always: bool = False,
    ) -> None:
        action = QAction(text, self)
        action.setObjectName(f"meeting_key_{name}")
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setAutoRepeat(repeats)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        if not always:
            self._steps.append(action)

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self.desk.gone.connect(self._on_gone)
        self.view.verdict_chosen.connect(self.choose)
        self.view.place_chosen.connect(self.go)
        self.view.left.connect(self.escape)
        for panel in self._panels:
            panel.left.connect(self.put_off)
        self.reason.handed.connect(self._decide)
        self.dissent.handed.connect(self._dissent)
        self.dissent.taken_back.connect(self._take_back)
        self.note.handed.connect(self._note)
        self.question.handed.connect(self._open_round)
        self.leaving.handed.connect(self._go_way)
        self.session.noticed.connect(self._on_notice)

    # -- verdicts and reasons

    def choose(self, verdict: Verdict) -> None:
        """Keep at once; for any other verdict ask what it needs."""
        if not self._can_change():
            return
        if self.view.panel is not None:
            self.put_off()
        decision = self.desk.decision
        if verdict is Verdict.KEEP:
            if decision is None or decision.verdict is not Verdict.KEEP:
                self._decide(Draft(Verdict.KEEP))
            return
        self._ask_for(self._kept(verdict) or draft_of(decision, verdict))

    def ask_reason(self) -> None:
        """Ask for the reason of what was decided."""
        decision = self.desk.decision
        if decision is None:
            self._say(self.words.text("Choose a verdict first (1 to 8)"), "warn")
        elif self._can_change():
            self._ask_for(self._kept(decision.verdict) or draft_of(decision, decision.verdict))

    def ask_target(self) -> None:
        """Choose another step into which it is merged."""
        decision = self.desk.decision
        if decision is None or decision.verdict is not Verdict.MERGE:
            self._say(self.words.text("A step is chosen with “Merge into another” (3)"), "warn")
        elif self._can_change():
            self._ask_for(draft_of(decision, Verdict.MERGE))
            self.reason.choose_target()

    def _ask_for(self, draft: Draft) -> None:
        desk = self.desk
        self.reason.show_asked(asked_for(desk.sitting, desk.item, draft, self.words, desk.document_id))
        self._show_panel(self.reason)

    def _kept(self, verdict: Verdict) -> Draft | None:
        kept = self._drafts.get((*self._key_of_drafts, "reason"))
        return kept if isinstance(kept, Draft) and kept.verdict is verdict else None

    def _decide(self, draft: object) -> None:
        if isinstance(draft, Draft) and self.desk.decide(draft):
            self._done("reason")

    # -- dissent, notes, votes

    def ask_dissent(self) -> None:
        """Ask which delegation does not go along with what was decided."""
        item, sitting, decision = self.desk.item, self.desk.sitting, self.desk.decision
        if decision is None:
            self._say(self.words.text("Decide first: a dissent is from a decision"), "warn")
            return
        if not self._can_change():
            return
        heading = self.words.text(
            "{target}: {verdict} — who does not go along?",
            target=target_text(item, self.desk.document_id, sitting.reference, self.words),
            verdict=label(decision.verdict, self.words),
        )
        kept = self._drafts.get((*self._key_of_drafts, "dissent"))
        dissents = {one.delegation: one for one in decision.dissents}
        choices = delegation_choices(sitting, decision, self.words)
        self.dissent.show_dissents(heading, choices, dissents, kept if isinstance(kept, Word) else None)
        self._show_panel(self.dissent)

    def ask_note(self) -> None:
        """Ask for a line of the minutes about the step."""
        if not self._can_change():
            return
        number = str(self.desk.item.step.seq)
        kept = self._drafts.get((*self._key_of_drafts, "note"))
        self.note.show_note(
            self.words.text("A note about step {n} for the minutes", n=number), str(kept or "")
        )
        self._show_panel(self.note)

    def ask_opening(self) -> None:
        """Ask whether the votes are to be opened."""
        text, own = self.words.text, self.desk.sitting.round_of(self.desk.item)
        if own is None or own.state is not RoundState.BLIND:
            self._say(text("The votes are open: no blind round goes on"))
            return
        if not self._can_change():
            return
        marked = {
            reviewer.delegation for hidden in self.desk.sitting.seen.hidden.values() for reviewer in hidden
        }
        countries = self.desk.sitting.reference.countries
        names = tuple(sorted(delegation_name(one, countries, self.words) for one in marked))
        more = text("From then on everybody sees all marks of the round.")
        if names:
            more = f"{text('Marked, and not seen so far: {names}.', names=names)} {more}"
        self.question.ask(text("Open round {n}?", n=own.number), more, text("open the votes"), own)
        self._show_panel(self.question)

    def _open_round(self, _about: object) -> None:
        own = self.desk.sitting.round_of(self.desk.item)
        if own is not None and self.desk.open_round(own):
            self._done("")

    def _dissent(self, word: object) -> None:
        if isinstance(word, Word) and self.desk.dissent(word):
            self._done("dissent")

    def _take_back(self, dissent_id: str) -> None:
        if self.desk.take_back_dissent(dissent_id):
            self._done("dissent")

    def _note(self, text: str) -> None:
        if self.desk.note(text):
            self._done("note")

    # -- going on

    def go(self, place: int) -> None:
        """Take up another step; what is being written stays with its own."""
        if self.view.panel is not None:
            self.put_off()
        self.view.say("")
        self.desk.go(place)

    def go_to_document(self, by: int) -> None:
        """Take up another document of the step, or the step itself again."""
        self.view.say("")
        if not self.desk.go_to_document(by):
            self._say(self.words.text("No document is recorded at this step"))

    def go_to_open(self) -> None:
        """Take up the next step that is not decided."""
        place = self.desk.sitting.next_open(self.desk.place)
        if place is None:
            self._say(self.words.text("All steps of the list are decided"), "good")
        else:
            self.go(place)

    def undo(self) -> None:
        """Take back the last deed."""
        self.view.say("")
        if not self.desk.undo():
            self._say(self.words.text("Nothing of this meeting is left to undo"), "warn")

    def redo(self) -> None:
        """Do again what was taken back."""
        self.view.say("")
        if not self.desk.redo():
            self._say(self.words.text("Nothing was undone"), "warn")

    def larger(self) -> None:
        """Make everything larger."""
        self._resize_text(self.scale.larger())

    def smaller(self) -> None:
        """Make everything smaller."""
        self._resize_text(self.scale.smaller())

    def escape(self) -> None:
        """Put off what is asked; where nothing is, ask how to leave."""
        if self.view.panel is not None:
            self.put_off()
            return
        sitting, words = self.desk.sitting, self.words
        ended = sitting.meeting.ended_at is not None
        begin = words.text("The meeting has ended") if ended else words.text("Leave the meeting?")
        decided = words.text(
            "{decided} of {all} steps decided", decided=sitting.decided, all=len(sitting.items)
        )
        self.leaving.show_ways(f"{begin} {decided}.", ended=ended)
        self._show_panel(self.leaving)

    def leave(self) -> None:
        """Close, and return to the step in the catalogue."""
        item = self.desk.item
        self.keep()
        self.left.emit(Place("catalogue", item.full.procedure.id, item.step.id))
        self.close()

    def keep(self) -> None:
        """Keep what is being written."""
        written: dict[str, object] = {}
        if self.view.panel is self.reason:
            written["reason"] = self.reason.draft
        elif self.view.panel is self.dissent and self.dissent.reason.text:
            written["dissent"] = self.dissent.word
        elif self.view.panel is self.note:
            written["note"] = self.note.edit.text
        for kind, draft in written.items():
            self._drafts[(*self._key_of_drafts, kind)] = draft

    def put_off(self) -> None:
        """Keep what is being written, and show votes and keys again."""
        self.keep()
        self._show_panel(None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written."""
        self.keep()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the size that suits the screen."""
        super().resizeEvent(event)
        self._fit()

    # -- showing

    def _show(self) -> None:
        self.view.show_desk(self.desk, self.scale)

    def _show_panel(self, panel: Panel | None) -> None:
        self.view.say("")
        for action in self._steps:
            action.setEnabled(panel is None)
        self.view.show_panel(panel)
        self.view.show_foot(self.desk, self.scale)
        if panel is None:
            self.setFocus()
        else:
            panel.begin()

    def _done(self, kind: str) -> None:
        """What was asked is recorded: its draft goes."""
        self._drafts.pop((*self._key_of_drafts, kind), None)
        self._show_panel(None)

    def _fit(self) -> None:
        wanted = fitting(self.size(), self.wish)
        for panel in self._panels:
            panel.set_scale(wanted)
        self.scale = wanted
        self._show()

    def _resize_text(self, scale: Scale) -> None:
        usual = fitting(self.size()).factor
        self.wish = scale.factor / usual
        self._fit()

    def _turn(self, share: float) -> None:
        self.view.step.pane.turn(share)
        self.view.aside.pane.turn(share)
        self.reason.guard_pane.turn(share)

    def _can_change(self) -> bool:
        if self.session.catalogue.read_only:
            self._say(self.words.text("The catalogue is open for reading only"), "warn")
            return False
        if self.desk.sitting.meeting.ended_at is not None:
            self._say(self.words.text("The meeting has ended: its minutes are closed"), "warn")
            return False
        return True

    def _say(self, text: str, tone: str = "text") -> None:
        self.view.say(text, tone)
        self.view.show_foot(self.desk, self.scale)

    def _go_way(self, way: object) -> None:
        if way is Way.LATER:
            self.leave()
        elif way is Way.END:
            if self.desk.end():
                self.view.show_panel(None)
                self.escape()
        elif way in (Way.PDF, Way.EXCEL):
            self.minutes_wanted.emit(way, self.desk.sitting.meeting.id, self.leaving.language)

    def _on_notice(self, notice: Notice) -> None:
        self._say(self.words.say(notice.message), "bad" if notice.bad else "text")

    def _on_gone(self) -> None:
        told = Message(N_("The meeting is no longer in the catalogue"))
        self.close()
        self.session.tell(told, bad=True)
        self.left.emit(Place("catalogue"))
