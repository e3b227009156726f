"""What can be done with a picture in sight, each with its key, for the menu View and the picture's own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from customs_app.ui.icons import icon
from customs_app.ui.pictures.sight import STEP

if TYPE_CHECKING:
    from customs_app.ui.pictures.page import PicturePage


class PictureActions(QObject):
    """The keys act where the picture has the focus, T also in its table."""

    def __init__(self, page: "PicturePage") -> None:
        super().__init__(page)
        self._page = page
        text, view = page.words.text, page.view
        self.larger = self._act(
            "larger", text("Larger"), lambda: view.zoom_by(STEP), ("+", "="), picture="plus"
        )
        self.smaller = self._act(
            "smaller", text("Smaller"), lambda: view.zoom_by(1 / STEP), ("-",), picture="minus"
        )
        self.fit = self._act(
            "fit", text("Whole picture, or as large as it was made"), view.fit, ("0",), picture="maximize"
        )
        self.as_table = self._act("table", text("As a table"), page.turn, ("T",), picture="table-2")
        self.as_table.setCheckable(True)
        self.copy = self._act("copy", text("Copy the picture"), page.copy, ("Ctrl+C",), picture="copy")
        self.save = self._act(
            "save", text("Save the picture as SVG, PNG or PDF…"), page.save, ("Ctrl+S",), picture="download"
        )
        self.every = (self.larger, self.smaller, self.fit, self.as_table, self.copy, self.save)
        view.addActions(self.every)
        page.table.addActions([self.as_table, self.save])

    def enable(self, *, pictured: bool, tabled: bool) -> None:
        """Let only what can be done be chosen; `tabled` says whether the table is in sight."""
        for action in (self.as_table, self.copy, self.save):
            action.setEnabled(pictured)
        for action in (self.larger, self.smaller, self.fit):
            action.setEnabled(pictured and not tabled)
        self.as_table.setChecked(tabled)

    def show_all(self, *, shown: bool) -> None:
        """Have them in the menus while the picture or its table is in sight."""
        for action in self.every:
            action.setVisible(shown)

    def _act(
        self, name: str, text: str, slot: Callable[[], object], keys: tuple[str, ...], *, picture: str
    ) -> QAction:
        action = QAction(icon(picture, self._page.session.palette), text, self)
        action.setObjectName(f"{self._page.objectName()}_{name}")
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{text.rstrip('…')} ({QKeySequence(keys[0]).toString()})")
        action.setProperty("menu", "view")
        action.triggered.connect(lambda _checked=False: slot())
        return action
