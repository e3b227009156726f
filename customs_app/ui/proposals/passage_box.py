"""A framed text of the proposal: its name, whose words it is, the text, and a flag when figures changed."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import Passage
from customs_app.figures import tokens
from customs_app.language.numbers import day
from customs_app.ui import fonts
from customs_app.ui.frame.docks import small_button
from customs_app.ui.icons import icon
from customs_app.ui.proposals.changed_flag import ChangedFlag
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.passage_edit import PassageEdit
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.small import show_if
from customs_app.ui.widgets.tips import plain

_LEAST, _MOST = 54, 430
ONE_LINE = 36
"""The least height of a text that may be one line."""


class PassageBox(QWidget):
    """`grown` when its text needs another height; the box is as high as its text, up to a limit."""

    grown = Signal()

    def __init__(self, edits: Edits, name: str, title: str, *, least: int = _LEAST) -> None:
        super().__init__()
        self.edits, self._palette, self._words = edits, edits.session.palette, edits.session.words
        self._least = least
        self._source = ""
        self._shared = False
        self.setObjectName(f"{name}_box")
        self.edit = PassageEdit(edits, name, title)
        self.edit.setProperty("bare", "true")
        self.edit.typed.connect(self._on_typed)
        self.edit.reached.connect(self.update)
        self.edit.left.connect(self.update)
        self.flag = ChangedFlag(edits, name)
        self.head = self._head(name, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.flag)
        column.addWidget(self.edit)

    def show_passage(self, passage: Passage | None, source: str = "") -> None:
        """Show a passage; `source` says what its draft is made of."""
        self._source = source
        self.edit.show_passage(passage)
        self.flag.show_passage(passage)
        self._show_whose()
        self._on_typed()

    def wanted_height(self) -> int:
        """How high the text would be, within its limits."""
        return max(self._least, min(_MOST, self.edit.height_of_text()))

    def set_text_height(self, height: int) -> None:
        """Give the text this height; from then on whoever said so keeps it right."""
        self._shared = True
        self._set_height(height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, in the accent while it is written in."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._palette.base))
        focus = self.edit.hasFocus()
        painter.setPen(QPen(QColor(self._palette.accent if focus else self._palette.ctl), 1 + focus))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()

    def _head(self, name: str, title: str) -> QWidget:
        head = QWidget()
        head.setProperty("surface", "window")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setFixedHeight(26)
        said = QLabel(title)
        said.setFont(fonts.font(tokens.SMALL, bold=True))
        said.setProperty("role", "second")
        self.note = ElidedLabel()
        self.note.setObjectName(f"{name}_note")
        self.note.setProperty("role", "small")
        self.again = small_button(f"{name}_draft")
        self.again.setIcon(icon("refresh-cw", self._palette))
        self.again.setToolTip(self._words.text("Take the draft made from the catalogue"))
        self.again.setAccessibleName(self.again.toolTip())
        self.again.clicked.connect(lambda _checked=False: self._take_draft())
        self.row = QHBoxLayout(head)
        self.row.setContentsMargins(9, 0, 4, 0)
        self.row.setSpacing(8)
        self.row.addWidget(said)
        self.row.addWidget(self.note, 1)
        self.row.addWidget(self.again)
        return head

    def _take_draft(self) -> None:
        passage = self.edit.passage
        if passage is not None:
            self.edit.forget()
            if passage.rewritten:
                self.edits.take_draft(passage)

    def _on_typed(self) -> None:
        self._show_whose()
        if not self._shared:
            self._set_height(self.wanted_height())
        self.grown.emit()

    def _set_height(self, height: int) -> None:
        # Only a text higher than its place may be scrolled: a bar that comes and goes breaks the lines anew.
        bar = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn if height >= _MOST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if self.edit.verticalScrollBarPolicy() is not bar:
            self.edit.setVerticalScrollBarPolicy(bar)
        if self.edit.minimumHeight() != height:
            self.edit.setFixedHeight(height)

    def _show_whose(self) -> None:
        """Say whether the text is a draft, or who has rewritten it and when."""
        words, passage = self._words, self.edit.passage
        written = self.edit.being_written
        note, tip = self._source, ""
        if written:
            note = words.text("being written")
        elif passage is not None and passage.by is not None:
            note = words.text("rewritten by {name}", name=passage.by.name)
            when = day(passage.at, words.language) if passage.at else ""
            tip = " · ".join(part for part in (passage.by.delegation, when, self._source) if part)
        self.note.set_text(note)
        if tip:
            self.note.setToolTip(plain(f"{note}\n{tip}"))
        own = written or (passage is not None and passage.rewritten)
        show_if(self.again, own and self.edits.editable)
