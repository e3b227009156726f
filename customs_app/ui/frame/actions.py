"""The actions of the frame: one QAction each, with its key, used by menus, bars and shortcuts alike."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from customs_app.domain.errors import CatalogueError
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain


def make(
    parent: QObject,
    session: Session,
    name: str,
    text: str,
    slot: Callable[[], object],
    *,
    keys: str = "",
    picture: str = "",
    checkable: bool = False,
) -> QAction:
    """Make an action: `text` is worded already, `keys` is portable key text."""
    action = QAction(text, parent)
    action.setObjectName(name)
    tip = text.replace("&", "").rstrip("…")
    if keys:
        action.setShortcut(QKeySequence(keys))
        tip = f"{tip} ({action.shortcut().toString()})"
    action.setToolTip(tip)
    if picture:
        action.setIcon(icon(picture, session.palette))
    action.setCheckable(checkable)
    action.setIconVisibleInMenu(False)
    action.triggered.connect(lambda _checked=False: slot())
    return action


def give_icon(action: QAction, name: str, session: Session) -> None:
    """Give an action its icon, out of the menus."""
    action.setIcon(icon(name, session.palette))
    action.setIconVisibleInMenu(False)


_LONGEST = 70


def show_undo(session: Session, undo: QAction, redo: QAction) -> None:
    """Let undo and redo say what they would do."""
    words, catalogue = session.words, session.catalogue
    try:
        next_undo, next_redo = catalogue.next_undo(), catalogue.next_redo()
    except CatalogueError:
        return
    for action, message, name in (
        (undo, next_undo, words.text("Undo")),
        (redo, next_redo, words.text("Redo")),
    ):
        text = name if message is None else f"{name}: {words.say(message)}"
        action.setEnabled(message is not None and not catalogue.read_only)
        action.setToolTip(plain(f"{text} ({action.shortcut().toString()})"))
        shown = text if len(text) < _LONGEST else text[: _LONGEST - 1] + "…"
        action.setText(shown.replace("&", "&&"))
