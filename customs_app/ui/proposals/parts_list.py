"""The list of the parts of the open proposal; its measures can be folded away."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import Palette
from customs_app.language.words import N_, Words
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.proposals.paper import MEASURES
from customs_app.ui.proposals.parts import Part, State
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import TipDelegate

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PART_ROLE = int(Qt.ItemDataRole.UserRole) + 60
"""The Part of a row."""
_TEXTS = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)})
_STATES = {
    State.DONE: N_("written"),
    State.UNKNOWN: N_("something is not known"),
    State.CHANGED: N_("figures changed since it was rewritten"),
}


class PartsModel(QAbstractListModel):
    """The parts in order of print, without the measures while these are folded."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._all: tuple[Part, ...] = ()
        self._shown: tuple[Part, ...] = ()
        self._folded = self._turned = False

    @property
    def folded(self) -> bool:
        """Whether the measures are folded away."""
        return self._folded

    def fold(self, *, folded: bool) -> None:
        """Fold or unfold the measures."""
        self._turned = self._folded is not folded
        self._folded = folded
        self.show_parts(self._all)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these parts."""
        if parts == self._all and not self._turned:
            return
        self._turned = False
        self.beginResetModel()
        self._all = parts
        self._shown = tuple(part for part in parts if part.measure is None or not self._folded)
        self.endResetModel()

    def index_of(self, key: str) -> QModelIndex:
        """Where a part stands; an invalid index where it does not."""
        rows = [row for row, part in enumerate(self._shown) if part.key == key]
        return self.index(rows[0]) if rows else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """The parts that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Name, what a screen reader says, and the Part."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        part = self._shown[index.row()]
        if role == PART_ROLE:
            return part
        if role in _TEXTS:
            if role == Qt.ItemDataRole.DisplayRole:
                return part.name
            state = self._words.text(_STATES[part.state]) if part.state is not None else ""
            return ", ".join(one for one in (part.name, part.count, state) if one)
        return None


class PartsView(QListView):
    """`chosen` carries the key of the part that the user chose."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.parts = PartsModel(session.words, self)
        self.setObjectName("proposal_parts")
        self.setAccessibleName(session.words.text("Parts of the proposal"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_PartDelegate(session, self))
        self.setModel(self.parts)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def part(self) -> Part | None:
        """The part that is chosen."""
        part = self.currentIndex().data(PART_ROLE)
        return part if isinstance(part, Part) else None

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these parts; the chosen one stays chosen."""
        before = self.part
        self.parts.show_parts(parts)
        if before is not None:
            self.show_part(before.key)

    def show_part(self, key: str) -> None:
        """Choose a part without telling `chosen`."""
        index = self.parts.index_of(key)
        if index.isValid() and index != self.currentIndex():
            self._quiet = True
            self.setCurrentIndex(index)
            self._quiet = False
            self.scrollTo(index)

    def turn_fold(self) -> None:
        """Fold the measures away, or unfold them."""
        before = self.part
        self.parts.fold(folded=not self.parts.folded)
        key = MEASURES if before is not None and before.measure is not None else before.key if before else ""
        self.show_part(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first part current where none is: nobody has chosen it."""
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← folds and → unfolds the measures; Enter on their heading does either."""
        part, key = self.part, event.key()
        inside = part is not None and (part.key == MEASURES or part.measure is not None)
        folds = key == Qt.Key.Key_Left and not self.parts.folded
        unfolds = key == Qt.Key.Key_Right and self.parts.folded
        turns = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and part is not None and part.key == MEASURES
        if inside and (folds or unfolds or turns):
            self.turn_fold()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow folds; on a part that is chosen already it leads there once more."""
        index = self.indexAt(event.position().toPoint())
        again = index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)
        part = index.data(PART_ROLE)
        if not isinstance(part, Part) or event.button() is not Qt.MouseButton.LeftButton:
            return
        if part.key == MEASURES and event.position().x() < _ARROW:
            self.turn_fold()
        elif again:
            self.chosen.emit(part.key)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        part = current.data(PART_ROLE)
        if isinstance(part, Part) and not self._quiet:
            self.chosen.emit(part.key)


_ARROW = 28


class _PartDelegate(TipDelegate):
    def __init__(self, session: Session, view: PartsView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._font, self._bold = fonts.font(tokens.TABLE), fonts.font(tokens.TABLE, bold=True)
        self._small = fonts.tabular(tokens.SMALL)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows of one height."""
        return QSize(120, tokens.TREE_ROW + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint sign or icon, name, and what stands at the right."""
        part: Part = index.data(PART_ROLE)
        colours, rect = self._session.palette, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(colours.sel))
        ink = colours.on_sel if chosen else colours.text
        soft = ink if chosen and colours.outlined else colours.text2
        inks = tokens.on_chosen(colours) if chosen else colours
        left = self._paint_sign(painter, part, rect, soft, inks)
        right = self._paint_right(painter, part, rect, soft, inks)
        heading = part.key == MEASURES or (chosen and part.measure is not None)
        font = self._bold if heading else self._font
        painter.setFont(font)
        painter.setPen(QColor(ink))
        box = QRect(left, rect.y(), right - left, rect.height())
        name = QFontMetrics(font).elidedText(part.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)
        painter.restore()

    def _paint_sign(self, painter: QPainter, part: Part, rect: QRect, ink: str, palette: Palette) -> int:
        if part.measure is not None:
            sign = verdict_sign(part.measure.verdict, palette, self._session.words)
            paint(painter, _box(rect.x() + 28, rect, 16), sign)
            return rect.x() + 51
        name = part.icon
        if part.key == MEASURES:
            name = "chevron-right" if self._view.parts.folded else "chevron-down"
        side = 13 if part.key == MEASURES else 16
        paint_icon(painter, _box(rect.x() + 9 + (16 - side) / 2, rect, side), name, ink)
        return rect.x() + 32

    def _paint_right(self, painter: QPainter, part: Part, rect: QRect, ink: str, palette: Palette) -> int:
        right = rect.right() - 10
        if part.count:
            painter.setFont(self._small)
            painter.setPen(QColor(ink))
            box = rect.adjusted(0, 0, -11, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, part.count)
            right -= QFontMetrics(self._small).horizontalAdvance(part.count) + 6
        if part.state is not None:
            colour = palette.good if part.state is State.DONE else palette.warn
            paint_icon(painter, _box(right - 15, rect, 15), part.state.value, colour)
            right -= 21
        return right


def _box(x: float, rect: QRect, side: float) -> QRectF:
    return QRectF(x, rect.y() + (rect.height() - side) / 2, side, side)
