"""A framed button that shows what is chosen and opens the list of what else there is."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain


class ChoiceButton(QToolButton):
    """`chosen` carries the value of the entry that was taken; showing a value sends nothing.

    A `steady` one is as wide as its longest entry, whichever is chosen.
    """

    chosen = Signal(object)

    def __init__(
        self, session: Session, name: str, says: str, *, picture: str = "", steady: bool = False
    ) -> None:
        super().__init__()
        self._steady = steady
        self._says = says
        self._entries: tuple[tuple[Hashable, str], ...] = ()
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}_menu")
        self.setObjectName(name)
        self.setProperty("framed", "true")
        self.setProperty("chevron", "true")
        self.setFixedHeight(tokens.CONTROL)
        self.setFont(fonts.font(tokens.BODY))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self._menu)
        self.setToolTip(plain(says))
        self.setAccessibleName(says)
        if picture:
            self.setIcon(icon(picture, session.palette))
            self.setIconSize(QSize(15, 15))
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def show_entries(self, entries: Sequence[tuple[Hashable, str]], value: Hashable, shown: str = "") -> None:
        """Offer values with their names; the chosen one's name stands on the button, or `shown` does."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self._fill()
        for action, (own, name) in zip(self._menu.actions(), self._entries, strict=True):
            action.setChecked(own == value)
            if own == value:
                shown = shown or name
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(f"{self._says}: {shown}")

    def sizeHint(self) -> QSize:
        """Room for what is chosen, or for whatever could be."""
        size = super().sizeHint()
        if self._steady:
            widest = max((self._width(name) for _, name in self._entries), default=0)
            size.setWidth(size.width() + max(0, widest - self._width(self.text())))
        return size

    def _width(self, text: str) -> int:
        """The width of a text as the button's own measure takes it."""
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for value, name in self._entries:
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setObjectName(f"{self.objectName()}_{value}")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, value=value: self.chosen.emit(value))
