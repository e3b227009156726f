"""The strip under the pages: what becomes of them, in which language, and what they are."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from customs_app.domain.text import Language
from customs_app.ui.frame.bars import LANGUAGES
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import ElidedLabel


class Outlet(NamedTuple):
    """A way out of the preview: its action, its icon, its short name (worded), and how tests call it."""

    action: QAction
    picture: str
    title: str
    key: str


class Foot(QWidget):
    """A button for each outlet, the first the one that is meant; the label says what the pages are.

    `language_chosen` carries the Language in which the pages are to be printed.
    """

    language_chosen = Signal(object)

    def __init__(self, session: Session, outlets: Sequence[Outlet]) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.language, self._languages = self._language_button()
        self.about = ElidedLabel()
        self.about.setObjectName("preview_about")
        self.about.setProperty("role", "small")
        row = QHBoxLayout()
        row.setSpacing(6)
        for at, outlet in enumerate(outlets):
            row.addWidget(self._button(outlet, first=not at))
        row.addStretch(1)
        row.addWidget(self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 5)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(self.about)

    def show_language(self, language: Language) -> None:
        """Say in which language the pages are printed."""
        self.language.setText(LANGUAGES[language])
        self._languages[language].setChecked(True)

    def _button(self, outlet: Outlet, *, first: bool) -> QPushButton:
        action = outlet.action
        colour = "on_accent" if first else "text2"
        button = QPushButton(icon(outlet.picture, self._session.palette, colour), outlet.title)
        button.setObjectName(f"preview_{outlet.key}")
        button.setAccessibleName(action.text())
        button.setToolTip(action.toolTip())
        button.setProperty("primary", "true" if first else "")
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _language_button(self) -> tuple[QToolButton, Mapping[Language, QAction]]:
        button = QToolButton()
        button.setObjectName("print_language")
        button.setIcon(icon("languages", self._session.palette))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("chevron", "true")
        button.setProperty("framed", "true")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self._session.words.text("Language of the print"))
        button.setAccessibleName(button.toolTip())
        menu, group = QMenu(button), QActionGroup(button)
        actions: dict[Language, QAction] = {}
        for language, name in LANGUAGES.items():
            action = menu.addAction(name)
            action.setObjectName(f"print_language_{language}")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, wanted=language: self.language_chosen.emit(wanted))
            actions[language] = action
        button.setMenu(menu)
        return button, actions
