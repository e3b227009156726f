"""Keeps the focus in sight, and leads it from pane to pane."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from customs_app.figures.tokens import Palette

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)


class FocusRing(QWidget):
    """A frame of the accent colour over the table or list that has the focus; it takes no clicks."""

    def __init__(self, window: QWidget, palette: Palette) -> None:
        super().__init__(window)
        self._colours = palette
        self._view: QWidget | None = None
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        for inset in range(2):
            painter.setPen(QColor(self._colours.accent))
            painter.drawRect(self.rect().adjusted(inset, inset, -1 - inset, -1 - inset))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the view when it moves, changes its size or goes."""
        kind = event.type()
        if kind in _MOVES:
            self._place()
        elif watched is self._view and kind is QEvent.Type.Hide:
            self.hide()
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        view = new if isinstance(new, QAbstractItemView) or (new and new.property("ringed")) else None
        if view is not None and view.window() is not self.parentWidget():
            view = None
        for followed in self._followed:
            if isValid(followed):
                followed.removeEventFilter(self)
        self._followed = []
        self._view = view
        if view is None:
            self.hide()
            return
        # The view moves on the screen also when a widget around it does.
        around: QWidget | None = view
        while isinstance(around, QWidget) and around is not self.parentWidget():
            around.installEventFilter(self)
            self._followed.append(around)
            around = around.parentWidget()
        self._place()

    def _place(self) -> None:
        view, window = self._view, self.parentWidget()
        if view is None or window is None or not isValid(view) or not view.isVisible():
            return
        self.setGeometry(view.rect().translated(view.mapTo(window, view.rect().topLeft())))
        self.show()
        self.raise_()


def next_pane(panes: Sequence[QWidget]) -> None:
    """Give the focus to the pane after the one that has it."""
    shown = [pane for pane in panes if pane.isVisible()]
    if not shown:
        return
    focus = QApplication.focusWidget()
    at = next(
        (i for i, pane in enumerate(shown) if focus is pane or (focus and pane.isAncestorOf(focus))), -1
    )
    for pane in (*shown[at + 1 :], *shown[: at + 1]):
        target = _focusable(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _focusable(pane: QWidget) -> QWidget | None:
    candidates = [pane, *pane.findChildren(QWidget)]
    views = [one for one in candidates if isinstance(one, QAbstractItemView) or one.property("ringed")]
    for widget in (*views, *candidates):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return widget
    return None
