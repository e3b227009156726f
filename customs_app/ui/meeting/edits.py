"""Fields of meeting mode: a text of a few lines, and a list to choose from, both left by keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyle,
    QStyleOptionViewItem,
)

from customs_app.figures.tokens import Palette
from customs_app.ui.meeting.scale import FACT, Scale
from customs_app.ui.widgets.tips import Index, TipDelegate, plain

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAD = 8


class TextEdit(QPlainTextEdit):
    """Enter hands over, Shift+Enter begins a line, Esc goes back, ↓ in the last line goes on below."""

    entered = Signal()
    left = Signal()
    below = Signal()

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setTabChangesFocus(True)

    @property
    def text(self) -> str:
        """What is written, without the space around it."""
        return self.toPlainText().strip()

    def put(self, text: str) -> None:
        """Write a text in place of what stands there, as one step that Ctrl+Z takes back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def set_scale(self, scale: Scale, lines: int = 2) -> None:
        """Take another size, with room for so many lines."""
        font = scale.font(FACT)
        self.setFont(font)
        self.setFixedHeight(round(QFontMetrics(font).lineSpacing() * (lines + 0.4)) + scale.px(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand over, go back or go on."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and not self._goes_down():
            self.below.emit()
        else:
            super().keyPressEvent(event)

    def _goes_down(self) -> bool:
        cursor = self.textCursor()
        return cursor.movePosition(QTextCursor.MoveOperation.Down)


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list: what it stands for, its text, and its text in full where that is longer."""

    about: object
    text: str
    tip: str = ""


class ChoiceList(QListWidget):
    """A list of which Enter takes the current line; ↑ in the first line goes back above, Del takes out."""

    taken = Signal(object)
    left = Signal()
    above = Signal()
    removed = Signal(object)
    moved = Signal(object)

    def __init__(self, name: str, says: str, palette: Palette) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        # Kept here, as Qt would make plain texts of the members of our enums.
        self._abouts: list[object] = []
        self.setItemDelegate(_WrapDelegate(palette, self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setProperty("framed", "true")
        self.itemClicked.connect(lambda item: self.taken.emit(self._abouts[self.row(item)]))
        self.itemSelectionChanged.connect(lambda: self.moved.emit(self.current))

    @property
    def current(self) -> object:
        """What the chosen line stands for; None where none is chosen."""
        chosen = self.selectedItems()
        return self._abouts[self.row(chosen[0])] if chosen else None

    def show_choices(self, choices: Sequence[Choice], current: object = None) -> None:
        """Show these lines, one of them current."""
        self.blockSignals(True)
        self.clear()
        self._abouts = [choice.about for choice in choices]
        for choice in choices:
            item = QListWidgetItem(choice.text)
            item.setToolTip(plain(choice.tip or choice.text))
            self.addItem(item)
            if choice.about == current:
                self.setCurrentItem(item)
        self.blockSignals(False)
        if self.selectedItems():
            self.scrollToItem(self.currentItem())

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        self.setFont(scale.font(13))
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """As high as its lines, up to a few of them."""
        line = QFontMetrics(self.font()).lineSpacing() + 8
        return QSize(200, line * min(max(self.count(), 2), 5) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the line, go back, or move; where none is chosen the first key chooses the first line."""
        if self.current is None and event.key() in (*_ENTER, Qt.Key.Key_Down) and self.count():
            self.setCurrentRow(0)
            self.item(0).setSelected(True)
        elif event.key() in _ENTER and self.current is not None:
            self.taken.emit(self.current)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.removed.emit(self.current)
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.above.emit()
        else:
            super().keyPressEvent(event)


class _WrapDelegate(TipDelegate):
    """Lines of a list broken wherever they have to be, never cut."""

    def __init__(self, palette: Palette, view: QListWidget) -> None:
        super().__init__(view)
        self._colours, self._view = palette, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the broken text."""
        width = self._view.viewport().width()
        box = QRect(0, 0, max(20, width - 2 * _PAD), 10_000)
        text = self._view.fontMetrics().boundingRect(box, self._flags(index), str(index.data()))
        return QSize(width, text.height() + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the text on its ground."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, QColor(self._colours.sel if chosen else self._colours.base))
        painter.setPen(QColor(self._colours.on_sel if chosen else self._colours.text))
        painter.setFont(self._view.font())
        box = option.rect.adjusted(_PAD, _PAD // 2, -_PAD, 0)
        painter.drawText(box, self._flags(index), str(index.data()))
        painter.restore()

    def _flags(self, index: Index) -> int:
        """Breaks between words, and inside of them only where one is wider than the list."""
        metrics, room = self._view.fontMetrics(), self._view.viewport().width() - 2 * _PAD
        whole = all(metrics.horizontalAdvance(word) <= room for word in str(index.data()).split())
        base = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        wrap = Qt.TextFlag.TextWordWrap if whole else Qt.TextFlag.TextWrapAnywhere
        return int(base) | int(wrap)
