"""The chain as a row of blocks: what each country asks for, in the order in which goods meet it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.corridors.looks import BlockLook
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.tips import plain

_HEIGHT, _LEAST, _MOST, _ARROW = 60, 110, 240, 14
_FREE, _OPEN, _AROUND = 118, 170, 4
_PAD = 9
_LINES = (15, 33, 48)
_ELIDE = Qt.TextElideMode.ElideRight
_OPENS_MENU = (Qt.Key.Key_Menu, Qt.Key.Key_F10)


class BlockButton(QAbstractButton):
    """One block; dashed and hatched where no procedure stands there."""

    menu_asked = Signal(QPoint)

    def __init__(self, session: Session, look: BlockLook) -> None:
        super().__init__()
        self._session, self.look = session, look
        self._bold = fonts.font(tokens.TABLE, bold=True)
        self._small = fonts.tabular(tokens.SMALL)
        self.setObjectName(f"corridor_block_{look.key}")
        self.setText(look.title.replace("&", "&&"))
        self.setAccessibleName(look.spoken)
        self.setToolTip(plain(look.tip))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(self._narrowest())
        self.setMaximumWidth(max(_MOST, self._narrowest()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its longest line, within bounds."""
        small, bold = QFontMetrics(self._small), QFontMetrics(self._bold)
        head = bold.horizontalAdvance(self.look.title) + self._badge_room()
        lines = [small.horizontalAdvance(text) for text in (self.look.places, self.look.below)]
        wide = max(head, lines[0], lines[1] + (16 if self.look.open else 0)) + 2 * _PAD + 4
        return QSize(max(self._narrowest(), min(_MOST, wide)), _HEIGHT)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the block."""
        self.menu_asked.emit(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the last line of an empty block shows what can be attached."""
        super().mouseReleaseEvent(event)
        if self.look.offers and event.position().y() > _LINES[2] - 9:
            self.menu_asked.emit(event.globalPosition().toPoint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, badge and the three lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, soft = self._paint_frame(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        look, x, right = self.look, _PAD, self.width() - _PAD
        if look.country:
            x += round(paint_badge(painter, QPointF(x, _LINES[0]), look.country, self._session.palette)) + 5
        if look.bound:
            right -= 16
            self._icon(painter, "pin", QPointF(right + 2, _LINES[0]), soft)
        self._line(painter, QRect(x, _LINES[0] - 9, right - x, 18), look.title, self._bold, ink)
        inner = QRect(_PAD, 0, self.width() - 2 * _PAD, 18)
        self._line(painter, inner.translated(0, _LINES[1] - 9), look.places, self._small, soft)
        if look.open:
            self._icon(painter, "plus" if look.offers else "circle-slash", QPointF(_PAD, _LINES[2]), soft)
            inner.setLeft(inner.left() + 16)
        self._line(painter, inner.translated(0, _LINES[2] - 9), look.below, self._small, soft)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> tuple[str, str]:
        """Ground and frame; the inks for what stands on it."""
        colours, look = self._session.palette, self.look
        chosen = self.isChecked()
        filled = colours.accentbg if chosen or self.underMouse() else colours.base
        full = filled != colours.base and colours.outlined
        width = 2.0 if chosen else 1.0
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        pen = QPen(QColor(colours.accent if chosen else colours.ctl), width)
        painter.setBrush(QColor(filled))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 3, 3)
        if look.open:
            if not full:
                painter.setBrush(QBrush(QColor(colours.line), Qt.BrushStyle.BDiagPattern))
                painter.drawRoundedRect(box, 3, 3)
            pen.setDashPattern([3, 2.5])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawRoundedRect(box, 3, 3)
        return (colours.on_accentbg, colours.on_accentbg) if full else (colours.text, colours.text2)

    def _line(self, painter: QPainter, box: QRect, text: str, font: QFont, ink: str) -> None:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, _ELIDE, box.width())
        if self.look.open:
            # Hatching goes around the words, not through them.
            wide, colours = metrics.horizontalAdvance(shown), self._session.palette
            ground = colours.accentbg if self.isChecked() or self.underMouse() else colours.base
            painter.fillRect(box.left() - 2, box.top() + 1, wide + 4, 16, QColor(ground))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _icon(self, painter: QPainter, name: str, at: QPointF, ink: str) -> None:
        picture = icon_pixmap(name, ink, 13, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(at.x(), at.y() - 6.5), picture)

    def _badge_room(self) -> int:
        return round(badge_width(self.look.country)) + 5 if self.look.country else 0

    def _narrowest(self) -> int:
        """So that a heading of a word or two is never cut."""
        head = QFontMetrics(self._bold).horizontalAdvance(self.look.title) + self._badge_room() + 2 * _PAD + 4
        below = QFontMetrics(self._small).horizontalAdvance(self.look.below) + 2 * _PAD + 4
        if self.look.open:
            below += 16
        room = _OPEN if self.look.open else _FREE
        return max(_LEAST, min(_FREE, head + (16 if self.look.bound else 0)), min(room, below))


class BlocksView(QScrollArea):
    """The row; `chosen` carries the key of a block, `menu_asked` a key and a place, `opened` a key.

    `walk` takes the keys of the whole page; besides, Home and End go to the ends, Enter opens, the menu key
    shows the menu.
    """

    chosen = Signal(str)
    opened = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.buttons: dict[str, BlockButton] = {}
        self._looks: tuple[BlockLook, ...] | None = None
        self.walk: Callable[[QKeyEvent], bool] | None = None
        self.setObjectName("corridor_chain")
        self.setAccessibleName(session.words.text("Blocks of the chain"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ringed", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_blocks(())

    @property
    def current(self) -> str | None:
        """Key of the block that is chosen."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), None)

    def show_blocks(self, looks: Sequence[BlockLook]) -> None:
        """Show these blocks; the one that was chosen stays so."""
        if tuple(looks) == self._looks:
            return
        self._looks = tuple(looks)
        current = self.current
        row = QWidget()
        row.setProperty("surface", "base")
        row.setFixedHeight(_HEIGHT + 2 * _AROUND)
        line = QHBoxLayout(row)
        line.setContentsMargins(12, _AROUND, 12, _AROUND)
        line.setSpacing(0)
        self.buttons = {}
        for place, look in enumerate(looks):
            if place:
                line.addWidget(_Arrow(self._session))
            button = BlockButton(self._session, look)
            button.clicked.connect(lambda _checked=False, key=look.key: self._take(key))
            button.menu_asked.connect(lambda at, key=look.key: self.menu_asked.emit(key, at))
            self.buttons[look.key] = button
            line.addWidget(button, button.sizeHint().width())
        line.addStretch()
        self.setWidget(row)
        self._be_as_high_as_the_blocks()
        self.show_chosen(current)

    def show_chosen(self, key: str | None) -> None:
        """Mark a block as chosen, without telling, and bring it into sight."""
        for one, button in self.buttons.items():
            button.setChecked(one == key)
            if one == key:
                self.ensureWidgetVisible(button, 40, 0)

    def below(self, key: str) -> QPoint:
        """Where the menu of a block opens, on the screen."""
        button = self.buttons[key]
        return button.mapToGlobal(QPoint(0, button.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk; go to the ends, open, and show the menu."""
        if self.walk is not None and self.walk(event):
            return
        keys, current = list(self.buttons), self.current
        if keys and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._take(keys[0] if event.key() == Qt.Key.Key_Home else keys[-1])
        elif current is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(current)
        elif current is not None and event.key() in _OPENS_MENU:
            self.menu_asked.emit(current, self.below(current))
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar where the blocks do not fit."""
        super().resizeEvent(event)
        self._be_as_high_as_the_blocks()

    def _be_as_high_as_the_blocks(self) -> None:
        row = self.widget()
        wide = row.minimumSizeHint().width() if row is not None else 0
        bar = 12 if wide > self.viewport().width() else 0
        self.setFixedHeight(_HEIGHT + 2 * _AROUND + bar)

    def _take(self, key: str) -> None:
        self.show_chosen(key)
        self.setFocus()
        self.chosen.emit(key)


class _Arrow(QWidget):
    """Leads from one block to the next."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._colour = session.palette.text3
        self.setFixedSize(_ARROW, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrow."""
        painter = QPainter(self)
        picture = icon_pixmap("chevron-right", self._colour, 12, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((_ARROW - 12) / 2, (_HEIGHT - 12) / 2), picture)
        painter.end()
