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
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setContentsMargins(8, 2, 8, 2)
            row.setSpacing(8)
        above.addWidget(sign)
        above.addWidget(says, 1)
        above.addWidget(self.show_both)
        for button in (self.take, self.keep):
            below.addWidget(button)
        below.addStretch(1)
        self.both: QPlainTextEdit | None = None
        self._pieces: PiecesPainter | None = None
        self._name = name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(above)
        self._column.addLayout(below)
        self.hide()

    def show_passage(self, passage: Passage | None) -> None:
        """Show the flag of a passage, or nothing where it needs none."""
        changed = passage is not None and passage.changed
        if passage is None or self._passage is None or passage.place != self._passage.place:
            self._fold()
        self._passage = passage
        for button in (self.take, self.keep):
            button.setEnabled(self._edits.editable)
        show_if(self, changed)
        if changed and self.both is not None:
            self._show_drafts(self.both)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.warnbg))
        if self._palette.outlined:
            painter.setPen(QColor(self._palette.warn))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _turn(self) -> None:
        if self.both is None:
            self.both = self._unfolded()
            self._pieces = PiecesPainter(self.both.document(), self._palette)
            self._column.addWidget(self.both)
            self._show_drafts(self.both)
            self.both.show()
        else:
            self._fold()

    def _fold(self) -> None:
        if self.both is not None:
            self._column.removeWidget(self.both)
            self.both.hide()
            self.both.deleteLater()
            self.both = self._pieces = None

    def _unfolded(self) -> QPlainTextEdit:
        both = QPlainTextEdit()
        both.setObjectName(f"{self._name}_drafts")
        both.setAccessibleName(self._edits.session.words.text("The draft as it was, and as it is today"))
        both.setReadOnly(True)
        both.setProperty("bare", "true")
        both.setTabChangesFocus(True)
        both.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        both.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return both

    def _show_drafts(self, both: QPlainTextEdit) -> None:
        passage = self._passage
        if passage is None or passage.was is None or self._pieces is None:
            return
        pieces = diff(passage.was, passage.draft, passage.place.language)
        both.setPlainText("".join(piece.text for piece in pieces))
        self._pieces.show_spans(spans_of(pieces))
        letters = sum(len(piece.text) for piece in pieces)
        lines = min(_MOST_LINES, 1 + letters // max(20, self.width() // 8))
        both.setFixedHeight(lines * both.fontMetrics().lineSpacing() + 10)

    def _take(self) -> None:
        if self._passage is not None:
            self._edits.take_draft(self._passage)

    def _keep(self) -> None:
        if self._passage is not None:
            self._edits.keep(self._passage)
