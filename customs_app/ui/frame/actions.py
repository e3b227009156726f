"""The actions of the frame: one QAction each, with its key, used by menus, bars and shortcuts alike."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from customs_app.ui.icons import icon
from customs_app.ui.session import Session


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
    plain = text.replace("&", "").rstrip("…")
    if keys:
        action.setShortcut(QKeySequence(keys))
        plain = f"{plain} ({action.shortcut().toString()})"
    action.setToolTip(plain)
    if picture:
        action.setIcon(icon(picture, session.palette))
    action.setCheckable(checkable)
    action.setIconVisibleInMenu(False)
    action.triggered.connect(lambda _checked=False: slot())
    return action
