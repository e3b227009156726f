"""The steps of the chosen block: stage, number, title, `if`, time, strength of evidence."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import evidence_sign
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts
from customs_app.ui.corridors.looks import StepLook
from customs_app.ui.corridors.steps_model import STEP_ROLE, Index, StepsModel
from customs_app.ui.icons import paint_icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import ink_palette
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.row_signs import STAGE_BAR
from customs_app.ui.widgets.table import row_height
from customs_app.ui.widgets.tips import TipDelegate

_BOX, _BOX_LEFT, _NUMBER, _SIGN = 13, 10, 24, 15
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | _FLAGS


class StepsList(QListView):
    """`chosen`, `opened`, `struck` carry the id of a step, `menu_asked` a place on the screen.

    In a what-if each step begins with a box that says whether it is still there.
    """

    chosen = Signal(str)
    opened = Signal(str)
    struck = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.steps = StepsModel(self)
        self.boxes = False
        self.walk: Callable[[QKeyEvent], bool] | None = None
        self._quiet = False
        self.setObjectName("corridor_steps")
        self.setAccessibleName(session.words.text("Steps of the block"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setModel(self.steps)
        self.setItemDelegate(_StepDelegate(session, self))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._open)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(self.viewport().mapToGlobal(at))
        )

    def show_steps(self, steps: Sequence[StepLook], *, boxes: bool) -> None:
        """Show these steps, with boxes in a what-if."""
        self.boxes = boxes
        self._quiet = True
        self.steps.show_steps(steps)
        self._quiet = False
        self.viewport().update()

    def show_chosen(self, step_id: str | None) -> None:
        """Make a step current, or none, without telling."""
        row = self.steps.row_of(step_id)
        self._quiet = True
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self.steps.index(row))
        self._quiet = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box strikes the step out, or takes it back."""
        index = self.indexAt(event.position().toPoint())
        step = index.data(STEP_ROLE)
        super().mousePressEvent(event)
        x = event.position().x()
        on_box = _BOX_LEFT - 3 <= x <= _BOX_LEFT + _BOX + 3
        if (
            self.boxes
            and isinstance(step, StepLook)
            and on_box
            and event.button() is Qt.MouseButton.LeftButton
        ):
            self.struck.emit(step.step_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk between blocks; Enter opens the step in the catalogue."""
        if self.walk is not None and event.key() not in _OWN and self.walk(event):
            return
        if event.key() in _ENTER:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        step = current.data(STEP_ROLE)
        if not self._quiet and isinstance(step, StepLook):
            self.chosen.emit(step.step_id)

    def _open(self, index: QModelIndex) -> None:
        step = index.data(STEP_ROLE)
        if isinstance(step, StepLook):
            self.opened.emit(step.step_id)


class _StepDelegate(TipDelegate):
    def __init__(self, session: Session, view: StepsList) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._height = row_height(session.language) - 2
        self._font, self._small = fonts.tabular(tokens.TABLE), fonts.tabular(tokens.SMALL)
        self._struck = QFont(self._font)
        self._struck.setStrikeOut(True)
        self._metrics, self._small_metrics = QFontMetrics(self._font), QFontMetrics(self._small)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Lines of one height."""
        return QSize(80, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one step."""
        step = index.data(STEP_ROLE)
        if not isinstance(step, StepLook):
            return
        colours, rect = self._session.palette, option.rect
        ink = ink_palette(option, colours)
        painter.save()
        painter.fillRect(rect, QColor(ink.sel if ink is not colours else colours.base))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        if step.stage is not None:
            painter.fillRect(rect.x(), rect.y(), STAGE_BAR, rect.height(), QColor(colours.stage[step.stage]))
        left = rect.x() + _BOX_LEFT
        if self._view.boxes:
            self._paint_box(painter, QPointF(left, rect.center().y() + 0.5), step, ink)
            left += _BOX + 4
        right = self._paint_right(painter, rect, step, ink)
        soft = step.struck or not step.counted
        painter.setFont(self._font)
        painter.setPen(QColor(ink.text2))
        painter.drawText(QRect(left, rect.y(), _NUMBER - 6, rect.height()), _RIGHT, str(step.number))
        painter.setFont(self._struck if step.struck else self._font)
        painter.setPen(QColor(ink.text3 if soft else ink.text))
        box = QRect(left + _NUMBER, rect.y(), right - left - _NUMBER - 4, rect.height())
        shown = self._metrics.elidedText(step.title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _FLAGS, shown)
        painter.restore()

    def _paint_box(self, painter: QPainter, at: QPointF, step: StepLook, ink: Palette) -> None:
        box = QRectF(at.x() + 0.5, at.y() - _BOX / 2, _BOX - 1, _BOX - 1)
        painter.setPen(QPen(QColor(ink.ctl), 1))
        painter.setBrush(QColor(self._session.palette.base))
        painter.drawRect(box)
        if not step.struck:
            paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", self._session.palette.accent)

    def _paint_right(self, painter: QPainter, rect: QRect, step: StepLook, ink: Palette) -> int:
        """Evidence, time and `if` from the right; where they begin."""
        right, middle = rect.right() - 8, rect.center().y() + 0.5
        sign = evidence_sign(step.evidence, ink, self._session.words)
        paint(painter, QRectF(right - _SIGN, middle - _SIGN / 2, _SIGN, _SIGN), sign)
        right -= _SIGN + 5
        wide = self._small_metrics.horizontalAdvance(step.figure)
        painter.setFont(self._small)
        painter.setPen(QColor(ink.text3 if not step.counted or step.struck else ink.text))
        painter.drawText(QRect(right - wide - 2, rect.y(), wide + 2, rect.height()), _RIGHT, step.figure)
        right -= wide + 6
        if step.conditional:
            word = self._session.words.text("if")
            right -= round(badge_width(word))
            paint_badge(painter, QPointF(right, middle), word, self._session.palette, plain=True)
            right -= 4
        return right
