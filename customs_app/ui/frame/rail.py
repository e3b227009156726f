"""The rail of the five workspaces at the left edge."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.session import Session
from customs_app.ui.workspaces import ENTRIES, Entry

_BUTTON = QSize(tokens.RAIL - 1, 60)
_EDGE = 3


class Rail(QToolBar):
    """Five exclusive actions, one a workspace; `actions_by_key` has workspace keys."""

    def __init__(self, session: Session, show: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setWindowTitle(session.words.text("Workspaces"))
        self.setAccessibleName(self.windowTitle())
        self.toggleViewAction().setObjectName("toggle_rail")
        self.setMovable(False)
        self.setFloatable(False)
        self.setFixedWidth(tokens.RAIL)
        self.actions_by_key: dict[str, QAction] = {}
        self._group = QActionGroup(self)
        for number, entry in enumerate(ENTRIES, 1):
            title = session.words.text(entry.title)
            key = QKeySequence(f"Ctrl+{number}")
            action = QAction(title, self, checkable=True)
            action.setObjectName(f"go_{entry.key}")
            action.setShortcut(key)
            action.setToolTip(f"{title} ({key.toString()})")
            action.triggered.connect(lambda _checked=False, name=entry.key: show(name))
            self._group.addAction(action)
            self.actions_by_key[entry.key] = action
            self.addWidget(_RailButton(entry, action, session.palette, self))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the buttons reach the edges; the style has set margins of its own by now."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)


class _RailButton(QToolButton):
    def __init__(self, entry: Entry, action: QAction, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry, self._colours, self._hovered = entry, palette, False
        self.setDefaultAction(action)
        self.setObjectName(f"rail_{entry.key}")
        self.setAccessibleName(action.text())
        self.setFixedSize(_BUTTON)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the mouse is over the button."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the mouse has left."""
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon above name; the current one on the base colour with an accent edge."""
        palette, current = self._colours, self.isChecked()
        painter = QPainter(self)
        if current or self._hovered:
            painter.fillRect(self.rect(), QColor(palette.base if current else palette.window))
        if current:
            painter.fillRect(0, 0, _EDGE, self.height(), QColor(palette.accent))
        ink = palette.accent if current else palette.text2
        paint_icon(painter, QRectF((self.width() - 20) / 2 + 1, 9, 20, 20), self._entry.icon, ink)
        font = fonts.font(tokens.SMALL, bold=current)
        lines = _lines(self.text(), QFontMetrics(font), self.width() - 2 * _EDGE)
        painter.setFont(font if len(lines) == 1 else fonts.font(tokens.CAPTION, bold=current))
        painter.setPen(QColor(ink))
        space = QRect(_EDGE, 31, self.width() - _EDGE - 1, 26)
        painter.drawText(space, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
        if self.hasFocus():
            painter.setPen(QColor(palette.accent))
            painter.drawRect(self.rect().adjusted(_EDGE + 1, 1, -2, -2))
        painter.end()


_VOWELS = frozenset("aeiouyаеёиоуыэюя")
_LEAST_PART = 3


def _lines(name: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """The name on one line, or parted after an open syllable near its middle where it is too long."""
    if metrics.horizontalAdvance(name) <= width:
        return (name,)
    small = name.lower()
    places = [
        at
        for at in range(_LEAST_PART, len(name) - _LEAST_PART + 1)
        if small[at - 1] in _VOWELS and small[at] not in _VOWELS and small[at + 1] in _VOWELS
    ]
    if not places:
        return (name,)
    at = min(places, key=lambda place: abs(place - len(name) / 2))
    return (f"{name[:at]}-", name[at:])
