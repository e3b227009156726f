"""A picture in the window with the table that says the same, computed beside the event loop."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from customs_app.domain.errors import CustomsError
from customs_app.figures.picture import Picture
from customs_app.ui.newest import Desk, Newest
from customs_app.ui.pictures.actions import PictureActions
from customs_app.ui.pictures.equal_table import EqualTable
from customs_app.ui.pictures.frame import Frame, Make
from customs_app.ui.pictures.saving import copy_picture, save_picture
from customs_app.ui.pictures.view import PictureView
from customs_app.ui.session import Session
from customs_app.ui.widgets.empty import EmptyState

_RESIZED_MS = 80
_LEAST_WIDTH, _LEAST_HEIGHT = 420, 300


@dataclass(frozen=True, slots=True)
class _Asked:
    """A picture in a frame; `anew` is one of something else than before, which is seen from its beginning."""

    make: Make
    frame: Frame
    anew: bool


class PicturePage(QStackedWidget):
    """Asks for the picture when it is in sight, and again when what it shows has changed.

    `chosen`, `clicked`, `opened` and `left` are those of the view; `told` when another picture is
    there, or the table. `more` are actions for the menu of a place.
    """

    chosen = Signal(object)
    clicked = Signal(object)
    opened = Signal(object)
    left = Signal()
    told = Signal()

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.words = session, session.words
        self.more: Sequence[QAction] = ()
        self._make: Make | None = None
        self._flexible = self._anew = False
        self._stale = True
        self.setObjectName(name)
        self.view = PictureView(session.palette, f"{name}_view", self)
        self.table = EqualTable(session, f"{name}_rows")
        self._none = EmptyState("")
        for page in (self._none, self.view, self.table):
            self.addWidget(page)
        self.acts = PictureActions(self)
        self._resized = QTimer(self, interval=_RESIZED_MS, singleShot=True)
        self._resized.timeout.connect(self._ask)
        self._newest = Newest(self, "picture", _answer)
        self._newest.answered.connect(self._on_answered)
        self._newest.failed.connect(self._on_failed)
        self.view.sized.connect(self._on_sized)
        self.view.ready.connect(self._on_ready)
        self.view.chosen.connect(self.chosen)
        self.view.clicked.connect(self.clicked)
        self.view.opened.connect(self.opened)
        self.view.left.connect(self.left)
        self.table.left.connect(self.turn)
        self.view.menu_asked.connect(self._show_menu)
        self._enable()
        self.acts.show_all(shown=False)

    @property
    def picture(self) -> Picture | None:
        """The picture in sight; None where there is none."""
        return self.view.picture

    @property
    def tabled(self) -> bool:
        """Whether the table is in sight instead of the picture."""
        return self.currentWidget() is self.table

    @property
    def main(self) -> QWidget:
        """What gets the focus."""
        return self.table if self.tabled else self.view

    def show_made(self, make: Make, *, anew: bool = True, flexible: bool = False) -> None:
        """Show what `make` gives, as soon as it is in sight.

        `anew`: it is of something else than before. A `flexible` picture fills the room it is given.
        """
        self._make, self._flexible = make, flexible
        self._anew = self._anew or anew
        self._stale = True
        if self.isVisible():
            self._ask()

    def show_none(self, sentence: str) -> None:
        """Say why there is no picture."""
        self._newest.forget()
        self._make, self._stale = None, False
        self.view.show_picture(None)
        self._none.set_sentence(sentence)
        self.setCurrentWidget(self._none)
        self._enable()

    def turn(self) -> None:
        """Show the table instead of the picture, or the picture again."""
        if self.picture is None:
            return
        focused = self.view.hasFocus() or self.table.hasFocus()
        self.setCurrentWidget(self.view if self.tabled else self.table)
        self._enable()
        if focused:
            self.main.setFocus()
        self.told.emit()

    def copy(self) -> None:
        """Put the picture on the clipboard, as an image and as SVG."""
        if self._make is not None:
            copy_picture(self, self._make)

    def save(self) -> None:
        """Ask where, and save the picture."""
        if self._make is not None and self.picture is not None:
            save_picture(self, self.picture.title, self._make)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions, with what they do."""
        text = self.words.text
        return (
            ("← → ↑ ↓", text("From place to place of the picture")),
            ("Ctrl+← → ↑ ↓", text("Move the picture")),
            (text("Ctrl+wheel"), text("Larger, smaller")),
            ("Enter", text("Open what the place stands for")),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the picture, where it is not that which is wanted; its actions are there with it."""
        super().showEvent(event)
        self.acts.show_all(shown=True)
        if self._stale:
            self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the actions out of the menus."""
        super().hideEvent(event)
        self.acts.show_all(shown=False)

    # -- inside

    def _ask(self) -> None:
        if self._make is None or not self.isVisible():
            return
        bar = self.view.verticalScrollBar().sizeHint().width()
        wide, high = max(self.width() - bar, _LEAST_WIDTH), max(self.height() - bar, _LEAST_HEIGHT)
        self._stale = False
        self._newest.ask(_Asked(self._make, Frame(wide, high, titled=False), self._anew))

    def _on_answered(self, answer: tuple[Picture, bool]) -> None:
        picture, anew = answer
        self._anew = False
        if not self.tabled:  # shown first, as it is laid out for the room that the view has
            self.setCurrentWidget(self.view)
        self.view.show_picture(picture, anew=anew or self._flexible)
        self.table.show_table(picture.table)

    def _on_ready(self) -> None:
        self._enable()
        self.told.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CustomsError):
            raise error
        self.show_none(self.words.say(error.message))

    def _on_sized(self) -> None:
        if self._flexible and self._make is not None and self.isVisible():
            self._resized.start()

    def _enable(self) -> None:
        self.acts.enable(pictured=self.picture is not None, tabled=self.tabled)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName(f"{self.objectName()}_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.more:
            menu.addActions(list(self.more))
            menu.addSeparator()
        menu.addActions(list(self.acts.every))
        menu.popup(at)


def _answer(asked: _Asked, _desk: Desk) -> tuple[Picture, bool]:
    return asked.make(asked.frame), asked.anew
