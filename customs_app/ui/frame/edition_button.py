"""The button in the toolbar that says which edition is open, with the menu of all that there are."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain

_WIDEST = 280


class EditionButton(QToolButton):
    """Shows the working copy or a frozen edition.

    `wanted` carries the Edition to turn to, None for the working copy; `freeze_wanted` asks for a new one.
    """

    wanted = Signal(object)
    freeze_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("edition_button")
        self.setIcon(icon("history", session.palette))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setProperty("chevron", "true")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setObjectName("edition_menu")
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    @property
    def frozen(self) -> bool:
        """Whether a frozen edition is open."""
        return self._session.edition is not None

    def show_edition(self) -> None:
        """Say which edition is open."""
        words, edition = self._session.words, self._session.edition
        if edition is None:
            text = words.text("Working copy")
            tip = words.text("The catalogue as it is worked in. Choose a frozen edition to read that.")
        else:
            text = edition.title
            tip = words.text("A frozen edition: it can be read and printed, not changed.")
            tip = f"{tip}\n{edition.title}\nSHA-256 {edition.sha256}"
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(f"{words.text('Edition')}: {text}")
        self.setToolTip(plain(tip))

    def _fill(self) -> None:
        from customs_app.ui.frame import editions  # noqa: PLC0415 - not at start

        menu, words, open_now = self.menu(), self._session.words, self._session.edition
        menu.clear()
        group = QActionGroup(menu)
        working = self._entry(group, "edition_working", words.text("Working copy"), open_now is None)
        working.triggered.connect(partial(self.wanted.emit, None))
        menu.addAction(working)
        menu.addSeparator()
        found = editions.known(self._session)
        for one in found:
            at = open_now is not None and one.id == open_now.id
            action = self._entry(group, "edition_frozen", editions.entry_text(one, words), at)
            action.setToolTip(plain(editions.entry_tip(one, self._session)))
            action.setData(one.id)
            action.triggered.connect(partial(self.wanted.emit, one))
            menu.addAction(action)
        if not found:
            menu.addAction(words.text("No edition yet: nothing has been frozen.")).setEnabled(False)
        menu.addSeparator()
        freeze = menu.addAction(words.text("Freeze as an edition…"))
        freeze.setObjectName("edition_freeze")
        freeze.setEnabled(open_now is None and not self._session.catalogue.read_only)
        freeze.triggered.connect(self.freeze_wanted)

    @staticmethod
    def _entry(group: QActionGroup, name: str, text: str, checked: bool) -> QAction:
        action = QAction(text.replace("&", "&&"), group)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(checked)
        return action
