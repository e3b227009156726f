"""The differences as a list of sentences; each leads to its row."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts
from customs_app.ui.compare.sentence import Sentence
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
SENTENCE_ROLE = int(_Role.UserRole) + 84
_DISPLAY, _ACCESSIBLE = int(_Role.DisplayRole), int(_Role.AccessibleTextRole)
_TOOLTIP = int(_Role.ToolTipRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AT_ONCE = 16
_BAR, _LEFT, _RIGHT, _ABOVE, _BELOW = 4, 12, 10, 8, 9
_EFFECT = 18
_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class SentencesModel(QAbstractListModel):
    """Sentences from top to bottom."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sentences: tuple[Sentence, ...] = ()

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show these sentences."""
        self.beginResetModel()
        self.sentences = tuple(sentences)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many sentences there are."""
        return 0 if parent.isValid() else len(self.sentences)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """The text, the spoken text, and the Sentence."""
        if not index.isValid():
            return None
        sentence = self.sentences[index.row()]
        if role == SENTENCE_ROLE:
            return sentence
        if role == _DISPLAY:
            return sentence.copied
        if role == _TOOLTIP:
            return plain(sentence.why) or None
        parts = (sentence.text, sentence.effect, sentence.below)
        return " ".join(part for part in parts if part) if role == _ACCESSIBLE else None


class SentencesView(QListView):
    """`chosen` carries the Difference that was clicked, or taken with Enter."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.sentences = SentencesModel(self)
        self.setObjectName("compare_sentences")
        self.setAccessibleName(session.words.text("Differences as sentences"))
        self.setModel(self.sentences)
        self.setItemDelegate(_SentenceDelegate(session, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._take)

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show these sentences."""
        self.sentences.show_sentences(sentences)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the row."""
        if event.key() in _ENTER:
            self._take(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where the width has changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _take(self, index: QModelIndex) -> None:
        sentence = index.data(SENTENCE_ROLE)
        if isinstance(sentence, Sentence):
            self.chosen.emit(sentence.difference)


class _SentenceDelegate(QStyledItemDelegate):
    def __init__(self, session: Session, view: QListView) -> None:
        super().__init__(view)
        self._colours: Palette = session.palette
        self._view = view
        self._font, self._small = fonts.font(tokens.BODY), fonts.font(tokens.SMALL)
        self._bold = fonts.tabular(tokens.SMALL, bold=True)
        self._metrics, self._small_metrics = QFontMetrics(self._font), QFontMetrics(self._small)
        self._heights: dict[tuple[str, int], tuple[int, int]] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence at the width of the list."""
        sentence = index.data(SENTENCE_ROLE)
        width = self._view.viewport().width()
        if not isinstance(sentence, Sentence):
            return QSize(width, 0)
        text, below = self._parts(sentence, width)
        effect = _EFFECT if sentence.effect else 0
        return QSize(width, _ABOVE + text + 3 + effect + below + _BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one sentence."""
        sentence = index.data(SENTENCE_ROLE)
        if not isinstance(sentence, Sentence):
            return
        colours, rect = self._colours, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(colours.sel if chosen else colours.panel))
        edge = colours.stage[sentence.stage] if sentence.stage is not None else colours.accent
        painter.fillRect(rect.x(), rect.y() + 5, _BAR, rect.height() - 11, QColor(edge))
        text, below = self._parts(sentence, rect.width())
        room = rect.width() - _LEFT - _RIGHT
        painter.setFont(self._font)
        painter.setPen(QColor(colours.on_sel if chosen else colours.text))
        top = rect.y() + _ABOVE
        painter.drawText(QRect(rect.x() + _LEFT, top, room, text + 4), _WRAP, sentence.text)
        top += text + 3
        if sentence.effect:
            painter.setFont(self._bold)
            painter.setPen(QColor(colours.on_sel if chosen else colours.warn))
            painter.drawText(QRect(rect.x() + _LEFT, top, room, _EFFECT), _ONE_LINE, sentence.effect)
            top += _EFFECT
        painter.setFont(self._small)
        painter.setPen(QColor(colours.on_sel if chosen else colours.text2))
        painter.drawText(QRect(rect.x() + _LEFT, top, room, below + 4), _WRAP, sentence.below)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _parts(self, sentence: Sentence, width: int) -> tuple[int, int]:
        """The heights of the sentence and of the line below it."""
        key = (f"{sentence.text}\n{sentence.below}", width)
        known = self._heights.get(key)
        if known is None:
            box = QRect(0, 0, max(40, width - _LEFT - _RIGHT), 10_000)
            known = (
                self._metrics.boundingRect(box, _WRAP, sentence.text).height(),
                self._small_metrics.boundingRect(box, _WRAP, sentence.below).height(),
            )
            self._heights[key] = known
        return known
