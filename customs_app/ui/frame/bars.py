"""The toolbar, and the right corner of the menu bar."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from customs_app.domain.text import Language, Message
from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.frame.edition_button import EditionButton
from customs_app.ui.frame.search_box import SearchBox
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain

LANGUAGES = {Language.EN: "English", Language.RU: "Русский", Language.ZH: "中文"}


class ToolBar(QToolBar):
    """Undo, redo, the search box, the edition, what the view exports, and the toggle of the inspector.

    While a frozen edition is open it is tinted.
    """

    def __init__(self, session: Session, undo: QAction, redo: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        words = session.words
        self.setObjectName("toolbar")
        self.setWindowTitle(words.text("Toolbar"))
        self.toggleViewAction().setObjectName("toggle_toolbar")
        self.setMovable(False)
        self.setFixedHeight(tokens.TOOLBAR)
        self.setIconSize(QSize(16, 16))
        for action in (undo, redo):
            self.add_named(action)
        self.addSeparator()
        self.search = SearchBox(session, self)
        self.search.setFixedHeight(tokens.CONTROL + 2)
        self.addWidget(self.search)
        self.edition = EditionButton(session, self)
        self.addWidget(self.edition)
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.export = QToolButton(self)
        self.export.setObjectName("export_button")
        self.export.setText(words.text("Export…"))
        self.export.setAccessibleName(self.export.text())
        self.export.setToolTip(words.text("Choose what to export") + " (Ctrl+E)")
        self.export.setIcon(icon("download", session.palette))
        self.export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.export.setProperty("chevron", "true")
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._export_action = self.addWidget(self.export)

    def add_named(self, action: QAction) -> None:
        """Add an action; its button is called after it."""
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setObjectName(f"toolbar_{action.objectName()}")
        button.setAccessibleName(action.text())

    def show_edition(self) -> None:
        """Say which edition is open, and be tinted where it is a frozen one."""
        self.edition.show_edition()
        frozen = "true" if self.edition.frozen else "false"
        if self.property("frozen") != frozen:
            self.setProperty("frozen", frozen)
            for widget in (self, *self.findChildren(QToolButton)):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def show_exports(self, menu: QMenu, actions: Sequence[QAction]) -> None:
        """Offer what the current workspace exports."""
        self.export.setMenu(menu)
        self._export_action.setVisible(bool(actions))


class Corner(QWidget):
    """Whether all is saved, and the language of the window."""

    language_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._reason: Message | None = None
        self.saved = QPushButton(self)
        self.saved.setObjectName("saved")
        self.saved.setFlat(True)
        self.saved.setProperty("link", "true")
        self.saved.setProperty("tone", "good")
        self.saved.clicked.connect(self._show_reason)
        self.language = self._language_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.saved)
        row.addWidget(self.language)
        session.saved.connect(self.show_saved)
        self.show_saved(None)

    def show_saved(self, reason: Message | None) -> None:
        """Say that all is saved, or why it is not."""
        words, palette = self._session.words, self._session.palette
        self._reason = reason
        if reason is None:
            text, tone, picture = words.text("All changes saved"), "good", "check"
            if self._session.catalogue.read_only:
                text, tone, picture = words.text("Read only"), "warn", "info"
        else:
            text, tone, picture = words.text("Not saved"), "bad", "triangle-alert"
        self.saved.setText(text)
        self.saved.setAccessibleName(text)
        self.saved.setToolTip(text if reason is None else plain(words.say(reason)))
        self.saved.setIcon(icon(picture, palette, tone))
        colour = "" if tone == "good" else f"color: {palette.token(tone)};"
        if self.saved.styleSheet() != colour:
            self.saved.setStyleSheet(colour)

    def _show_reason(self) -> None:
        if self._reason is not None:
            from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not at start

            words = self._session.words
            QMessageBox.warning(self.window(), words.text("Not saved"), plain(words.say(self._reason)))

    def _language_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("language_button")
        button.setText(LANGUAGES[self._session.language])
        button.setFont(fonts.font(tokens.BODY))
        button.setIcon(icon("languages", self._session.palette))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("chevron", "true")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self._session.words.text("Language of the window"))
        button.setAccessibleName(button.toolTip())
        menu = QMenu(button)
        for language, name in LANGUAGES.items():
            action = menu.addAction(name)
            action.setObjectName(f"language_{language}")
            action.setCheckable(True)
            action.setChecked(language is self._session.language)
            action.triggered.connect(
                lambda _checked=False, wanted=language: self.language_wanted.emit(wanted)
            )
        button.setMenu(menu)
        return button
