"""Six tabs in two rows of three: in one row their names would not fit the narrow left pane."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain

COLUMNS = 3
_HEIGHT, _PAD = 26, 5
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class TabGrid(QWidget):
    """One of the tabs is current; `changed` carries its place when another is. Arrow keys go among them."""

    changed = Signal(int)

    def __init__(self, session: Session, name: str, says: str, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.buttons = [TabButton(f"{name}_{key}", text, session.palette) for key, text in tabs]
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for place, button in enumerate(self.buttons):
            self._group.addButton(button, place)
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self.buttons[0].setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def current(self) -> int:
        """Place of the current tab, from 0."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Make a tab current."""
        self.buttons[place].setChecked(True)

    def set_text(self, place: int, text: str) -> None:
        """Call a tab otherwise."""
        button = self.buttons[place]
        if button.text() != text:
            button.setText(text)
            button.setAccessibleName(text)
            button.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys make the tab beside, above or below current."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None and 0 <= self.current + by < len(self.buttons):
            self.choose(self.current + by)
            self.buttons[self.current].setFocus()
            return
        super().keyPressEvent(event)

    def _on_toggled(self, place: int, on: bool) -> None:
        if on:
            self.changed.emit(place)


class TabButton(QAbstractButton):
    """One tab: the current one stands on the ground of what it shows, under an accent edge."""

    def __init__(self, name: str, text: str, palette: Palette) -> None:
        super().__init__()
        self._colours = palette
        self._font, self._bold = fonts.font(tokens.SMALL), fonts.font(tokens.SMALL, bold=True)
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As wide as its name."""
        return QSize(QFontMetrics(self._bold).horizontalAdvance(self.text()) + 2 * _PAD, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys are the grid's: Qt's own go among buttons without choosing."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tab."""
        painter = QPainter(self)
        colours, on = self._colours, self.isChecked()
        box = self.rect()
        hovered = self.underMouse() and not on and not colours.outlined
        painter.fillRect(box, QColor(colours.base if on else colours.accentbg if hovered else colours.panel))
        painter.setPen(QColor(colours.line2))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        if on:
            painter.fillRect(box.x(), box.y(), box.width(), 2, QColor(colours.accent))
        font = self._bold if on else self._font
        painter.setFont(font)
        painter.setPen(QColor(colours.text if on else colours.text2))
        room = self.width() - 2 * _PAD
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        self.setToolTip(plain(self.text()) if shown != self.text() else "")
        painter.drawText(QRectF(box), Qt.AlignmentFlag.AlignCenter, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1 + colours.ring))
            painter.drawRect(QRectF(box).adjusted(1, 1, -2, -2))
        painter.end()
