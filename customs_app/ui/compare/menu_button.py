"""A framed button with an icon alone that opens a menu of actions; pressed where one is not as usual."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from customs_app.figures import tokens
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain


class MenuButton(QToolButton):
    """Its menu shows the tooltips of its actions, so that a disabled one says why."""

    def __init__(self, session: Session, name: str, picture: str, says: str) -> None:
        super().__init__()
        self._says = says
        self.setObjectName(name)
        self.list = QMenu(self)
        self.list.setObjectName(f"{name}_menu")
        self.list.setToolTipsVisible(True)
        self.setMenu(self.list)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setProperty("framed", "true")
        self.setProperty("chevron", "true")
        self.setIcon(icon(picture, session.palette))
        self.setIconSize(QSize(16, 16))
        self.setFixedHeight(tokens.CONTROL)
        self.setCheckable(True)
        self.tell("")

    def tell(self, what: str) -> None:
        """Say what is not as usual; empty where all is."""
        self.setChecked(bool(what))
        says = f"{self._says}: {what}" if what else self._says
        self.setToolTip(plain(says))
        self.setAccessibleName(says)
