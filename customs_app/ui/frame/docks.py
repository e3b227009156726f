"""The left dock and the inspector, whose contents change with the workspace."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QStackedWidget, QToolButton, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import ElidedLabel

_LEAST_TITLE = QSize(80, tokens.DOCK_TITLE)


class Dock(QDockWidget):
    """A dock with a slim title; it holds one widget of each workspace and shows that of the current one."""

    def __init__(self, name: str, session: Session, parent: QWidget, *, closable: bool) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.toggleViewAction().setObjectName(f"toggle_{name}")
        movable = QDockWidget.DockWidgetFeature.DockWidgetMovable
        closes = QDockWidget.DockWidgetFeature.DockWidgetClosable
        self.setFeatures(movable | closes if closable else movable)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._stack = QStackedWidget(self)
        self._stack.setMinimumWidth(180)
        self.setWidget(self._stack)
        self._bar = _TitleBar(self, session, closable=closable)
        self.setTitleBarWidget(self._bar)

    def put(self, widget: QWidget) -> None:
        """Take the widget of a workspace into the dock."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)

    def show_widget(self, widget: QWidget, actions: Sequence[QAction]) -> None:
        """Show the widget of the current workspace, with its actions in the title."""
        self.put(widget)
        self._stack.setCurrentWidget(widget)
        self._bar.show_actions(actions)

    def set_title(self, title: str) -> None:
        """Say in the title what the dock shows."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._bar.label.set_text(title)


class _TitleBar(QWidget):
    def __init__(self, dock: Dock, session: Session, *, closable: bool) -> None:
        super().__init__(dock)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.DOCK_TITLE)
        self.setObjectName(f"{dock.objectName()}_title")
        self.label = ElidedLabel(parent=self)
        self.label.setFont(fonts.font(tokens.SMALL, bold=True))
        self.label.setProperty("role", "heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(2)
        row.addWidget(self.label, 1)
        self._place = QHBoxLayout()
        self._place.setSpacing(2)
        row.addLayout(self._place)
        if closable:
            close = small_button("close_" + dock.objectName(), self)
            close.setIcon(icon("x", session.palette))
            close.setToolTip(session.words.text("Close the pane"))
            close.setAccessibleName(close.toolTip())
            close.clicked.connect(dock.close)
            row.addWidget(close)

    def sizeHint(self) -> QSize:
        """As high as the look says: a dock asks this, not the height that was set."""
        return QSize(super().sizeHint().width(), tokens.DOCK_TITLE)

    def minimumSizeHint(self) -> QSize:
        """The text gives way; asked for at every turn of the layout."""
        return _LEAST_TITLE

    def show_actions(self, actions: Sequence[QAction]) -> None:
        """Show these actions as small buttons, instead of those that stood there."""
        while (item := self._place.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for action in actions:
            button = small_button(f"button_{action.objectName()}", self)
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            self._place.addWidget(button)


def small_button(name: str, parent: QWidget | None = None) -> QToolButton:
    """A button with an icon alone, 22 x 22."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAutoRaise(True)
    button.setIconSize(QSize(14, 14))
    button.setFixedSize(22, 22)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
