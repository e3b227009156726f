"""Asks which delegation does not go along with a decision, how far, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from customs_app.domain.codes import Position
from customs_app.domain.meeting import Dissent
from customs_app.language.labels import label
from customs_app.ui.meeting.edits import Choice, ChoiceList, TextEdit
from customs_app.ui.meeting.foot import Hint
from customs_app.ui.meeting.panels import Panel
from customs_app.ui.meeting.scale import Scale
from customs_app.ui.meeting.text_box import TextBox
from customs_app.ui.session import Session

POSITIONS = (Position.RESERVE, Position.AGAINST, Position.CONSIDERING)
"""In which they are offered."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a delegation says of a decision."""

    delegation: str
    position: Position
    reason: str


class DissentPanel(Panel):
    """A delegation, its position and its reason; `handed` carries the Word, `taken_back` a Dissent's id."""

    taken_back = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "meeting_dissent_panel")
        text = self.words.text
        self._dissents: Mapping[str, Dissent] = {}
        self.delegation = ChoiceList("meeting_dissent_delegation", text("Delegation"), session.palette)
        self.position = ChoiceList("meeting_dissent_position", text("Position"), session.palette)
        self.reason = TextEdit("meeting_dissent_reason", text("Reason"))
        self._labels = [TextBox(session.palette, session.language) for _ in range(3)]
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, view, share, says in (
            (self._labels[0], self.delegation, 4, text("Delegation")),
            (self._labels[1], self.position, 4, text("Position")),
            (self._labels[2], self.reason, 6, text("Reason")),
        ):
            name.show_text(says, "text2")
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(view)
            column.addStretch(0 if view is not self.reason else 1)
            row.addLayout(column, share)
        self.body.addLayout(row, 1)
        self._connect()

    def hints(self) -> Sequence[Hint]:
        """Those of a panel, and how a dissent is taken back."""
        own = super().hints()
        return (*own[:-1], (("Del",), self.words.text("take the dissent back")), own[-1])

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        super().set_scale(scale)
        self.reason.set_scale(scale, 3)
        for view in (self.delegation, self.position):
            view.set_scale(scale)
            view.setMinimumHeight(scale.px(110))
        for name in self._labels:
            name.set_font(scale.font(13))

    def show_dissents(
        self, heading: str, delegations: Sequence[Choice], dissents: Mapping[str, Dissent], draft: Word | None
    ) -> None:
        """Ask about a decision from which some delegations (by their code) may dissent already."""
        self._dissents = dissents
        self.show_heading(heading, icon="message-square-quote")
        first = delegations[0].about if delegations else None
        self.delegation.show_choices(delegations, draft.delegation if draft is not None else first)
        self._show_word(draft)
        self._check()

    def begin(self) -> None:
        """Choose the delegation."""
        self.delegation.setFocus()

    @property
    def word(self) -> Word | None:
        """What stands in the panel; None where no delegation or position is chosen."""
        delegation, position = self.delegation.current, self.position.current
        if not isinstance(delegation, str) or not isinstance(position, Position):
            return None
        return Word(delegation, position, self.reason.text)

    def _connect(self) -> None:
        for view in (self.delegation, self.position, self.reason):
            view.left.connect(self.left)
        self.delegation.taken.connect(lambda _: self.position.setFocus())
        self.delegation.moved.connect(lambda _: self._show_word(None))
        self.delegation.removed.connect(self._take_back)
        self.position.taken.connect(lambda _: self.reason.setFocus())
        self.position.moved.connect(lambda _: self._check())
        self.reason.entered.connect(self._hand)
        self.reason.textChanged.connect(self._check)

    def _show_word(self, draft: Word | None) -> None:
        """Show what the chosen delegation says already; what is being written stays."""
        known = self._dissents.get(str(self.delegation.current))
        if draft is None and known is not None:
            draft = Word(known.delegation, known.position, known.reason)
        choices = [Choice(position, label(position, self.words)) for position in POSITIONS]
        kept = self.position.current
        fallback = kept if isinstance(kept, Position) else Position.RESERVE
        self.position.show_choices(choices, draft.position if draft is not None else fallback)
        if draft is not None:
            self.reason.put(draft.reason)
        self._check()

    def _take_back(self, delegation: object) -> None:
        known = self._dissents.get(str(delegation))
        if known is not None:
            self.taken_back.emit(known.id)

    def _missing(self) -> str:
        word = self.word
        if word is None:
            return self.words.text("Choose a delegation and its position")
        if not word.reason and word.position is not Position.CONSIDERING:
            return self.words.text("Write why")
        return ""

    def _check(self) -> None:
        self.show_lacking(self._missing())

    def _hand(self) -> None:
        if not self._missing():
            self.handed.emit(self.word)
