"""Says that the figures behind a rewritten text have changed, shows how, and asks what is to stand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from customs_app.analysis.dossier.diff import diff
from customs_app.analysis.dossier.result import Passage
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.pieces_painter import PiecesPainter, spans_of
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.small import link, show_if

_MOST_LINES = 9


class ChangedFlag(QWidget):
    """Hidden as long as nothing has changed."""

    def __init__(self, edits: Edits, name: str) -> None:
        super().__init__()
        self._edits, self._palette = edits, edits.session.palette
        words = edits.session.words
        self._passage: Passage | None = None
        self.setObjectName(f"{name}_changed")
        sign = QLabel()
        sign.setPixmap(icon_pixmap("history", self._palette.warn, 14, self.devicePixelRatioF()))
        says = ElidedLabel(words.text("Figures changed"))
        says.setProperty("role", "warn")
        says.setToolTip(words.text("What the text was drafted from has changed since it was rewritten"))
        self.show_both = link(f"{name}_what_changed", words.text("What changed"), self._turn)
        self.take = link(f"{name}_take", words.text("Take the new draft"), self._take)
        self.keep = link(f"{name}_keep", words.text("Keep mine"), self._keep)
        row = QHBoxLayout()
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(says, 1)
        for button in (self.show_both, self.take, self.keep):
            row.addWidget(button)
        self.both = QPlainTextEdit()
        self.both.setObjectName(f"{name}_drafts")
        self.both.setAccessibleName(words.text("The draft as it was, and as it is today"))
        self.both.setReadOnly(True)
        self.both.setProperty("bare", "true")
        self.both.setTabChangesFocus(True)
        self.both.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.both.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pieces = PiecesPainter(self.both.document(), self._palette)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.both)
        self.both.hide()
        self.hide()

    def show_passage(self, passage: Passage | None) -> None:
        """Show the flag of a passage, or nothing where it needs none."""
        changed = passage is not None and passage.changed
        if passage is None or self._passage is None or passage.place != self._passage.place:
            self.both.hide()
        self._passage = passage
        for button in (self.take, self.keep):
            button.setEnabled(self._edits.editable)
        show_if(self, changed)
        if changed and not self.both.isHidden():
            self._show_drafts()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.warnbg))
        if self._palette.outlined:
            painter.setPen(QColor(self._palette.warn))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _turn(self) -> None:
        if self.both.isHidden():
            self._show_drafts()
            self.both.show()
        else:
            self.both.hide()

    def _show_drafts(self) -> None:
        passage = self._passage
        if passage is None or passage.was is None:
            return
        pieces = diff(passage.was, passage.draft, passage.place.language)
        self.both.setPlainText("".join(piece.text for piece in pieces))
        self._pieces.show_spans(spans_of(pieces))
        letters = sum(len(piece.text) for piece in pieces)
        lines = min(_MOST_LINES, 1 + letters // max(20, self.width() // 8))
        self.both.setFixedHeight(lines * self.both.fontMetrics().lineSpacing() + 10)

    def _take(self) -> None:
        if self._passage is not None:
            self._edits.take_draft(self._passage)

    def _keep(self) -> None:
        if self._passage is not None:
            self._edits.keep(self._passage)
