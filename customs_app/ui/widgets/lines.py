"""A list whose lines have a sign or icon, a badge, a text, and short texts and a sign at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QStyle, QStyleOptionViewItem

from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.tips import TipDelegate

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole
LINE_ROLE = int(_Role.UserRole) + 60
_SPOKEN = int(_Role.AccessibleTextRole)
_HEIGHT = 21


@dataclass(frozen=True, slots=True)
class Line:
    """What one line shows. `right` are (text, least width in pixels); `about` is what it stands for.

    A `head` names the lines below it and stands for nothing.
    """

    text: str
    tip: str
    about: object
    icon: str = ""
    sign: Drawing | None = None
    badge: str = ""
    tag: str = ""
    right: tuple[tuple[str, int], ...] = ()
    marks: tuple[Drawing, ...] = ()
    room: int = 0
    head: bool = False

    @property
    def spoken(self) -> str:
        """All of the line in words."""
        parts = [
            self.badge,
            self.text,
            *(text for text, _ in self.right),
            *(mark.says for mark in self.marks),
        ]
        return ", ".join(part for part in parts if part)


class LinesModel(QAbstractListModel):
    """Lines from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Text, tooltip, spoken text, and the Line."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == _Role.DisplayRole:
            return line.text
        if role == _Role.ToolTipRole:
            return line.tip
        return line.spoken if role == _SPOKEN else None


class LinesView(QListView):
    """As high as its lines; `opened` carries what a line stands for, on Enter or double click.

    Which line is current is seen while it has the focus, or always where it `keeps` that in sight.
    """

    opened = Signal(object)

    def __init__(self, name: str, says: str, palette: Palette, *, keeps: bool = False) -> None:
        super().__init__()
        self.keeps = keeps
        self.lines = LinesModel()
        self.menu_actions: Callable[[object], Sequence[QAction]] | None = None
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(palette, self))
        self.setUniformItemSizes(True)
        self.setProperty("surface", "panel")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._open)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    @property
    def current(self) -> object:
        """What the current line stands for; None where there is none."""
        line = self.currentIndex().data(LINE_ROLE)
        return line.about if isinstance(line, Line) else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines, and be as high as they are."""
        self.lines.show_lines(lines)
        self.setFixedHeight(_HEIGHT * len(lines) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, Line) and not line.head:
            self.opened.emit(line.about)

    def _show_menu(self) -> None:
        if self.menu_actions is None or self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.menu_actions(self.current)))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))


class _LineDelegate(TipDelegate):
    def __init__(self, palette: Palette, view: LinesView) -> None:
        super().__init__(view)
        self._colours, self._view = palette, view
        self._font, self._small = fonts.font(tokens.TABLE), fonts.tabular(tokens.SMALL)
        self._bold = fonts.font(tokens.SMALL, bold=True)
        self._metrics, self._bold_metrics = QFontMetrics(self._font), QFontMetrics(self._bold)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Lines of one height."""
        return QSize(60, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        colours, rect = self._colours, option.rect
        seen = self._view.keeps or self._view.hasFocus()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and seen
        painter.save()
        painter.fillRect(rect, QColor(colours.sel if chosen else colours.panel))
        ink = colours.on_sel if chosen else colours.text
        soft = colours.on_sel if chosen else colours.text2
        ground = colours.base if chosen and colours.outlined else None
        left = self._paint_left(painter, rect, line, soft, ground)
        right = self._paint_right(painter, rect, line, soft, ground)
        box = QRect(left, rect.y(), right - left, rect.height())
        painter.setFont(self._bold if line.head else self._font)
        painter.setPen(QColor(soft if line.head else ink))
        metrics = self._bold_metrics if line.head else self._metrics
        shown = metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()

    def _paint_left(self, painter: QPainter, rect: QRect, line: Line, ink: str, ground: str | None) -> int:
        x, middle = float(rect.x() + 1), rect.center().y() + 0.5
        if line.icon:
            paint_icon(painter, QRectF(x, middle - 7, 14, 14), line.icon, ink)
            x += 19
        if line.sign is not None:
            _paint_sign(painter, QRectF(x, middle - 7.5, 15, 15), line.sign, ground)
            x += 20
        if line.badge:
            x += paint_badge(painter, QPointF(x, middle), line.badge, self._colours) + 6
        return int(x)

    def _paint_right(self, painter: QPainter, rect: QRect, line: Line, ink: str, ground: str | None) -> int:
        right, middle = rect.right() - 1, rect.center().y() + 0.5
        left_of_marks = right - max(line.room, 18 * len(line.marks))
        for place, mark in enumerate(line.marks):
            _paint_sign(painter, QRectF(left_of_marks + 18 * place + 2, middle - 7, 14, 14), mark, ground)
        right = left_of_marks - (2 if line.marks else 0)
        painter.setFont(self._small)
        painter.setPen(QColor(ink))
        for text, least in reversed(line.right):
            # A figure is never cut: what it stands in grows, and the text at the left gives way.
            width = max(least, painter.fontMetrics().horizontalAdvance(text))
            box = QRect(right - width, rect.y(), width, rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            right -= width + 4
        if line.tag:
            right -= round(badge_width(line.tag)) + 2
            paint_badge(painter, QPointF(right, middle), line.tag, self._colours, plain=True)
            right -= 4
        return right


def _paint_sign(painter: QPainter, box: QRectF, sign: Drawing, ground: str | None) -> None:
    """Paint a sign; on the full colour of a chosen line it brings along the ground it is made for."""
    if ground is not None:
        painter.fillRect(box.adjusted(-1, -1, 1, 1), QColor(ground))
    paint(painter, box, sign)
