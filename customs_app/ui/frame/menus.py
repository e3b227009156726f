"""The menu bar: the frame's own commands, and in each menu those of the current workspace."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from customs_app.language.words import N_
from customs_app.ui.session import Session
from customs_app.ui.workspace import Workspace

MENUS = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("view", N_("&View")),
    ("go", N_("&Go")),
    ("catalogue", N_("&Catalogue")),
    ("review", N_("&Review")),
    ("proposal", N_("&Proposal")),
    ("tools", N_("&Tools")),
    ("help", N_("&Help")),
)


class Menus:
    """The menus of a window; `by_key` has their keys (file, edit, ...)."""

    def __init__(self, bar: QMenuBar, session: Session) -> None:
        self.by_key: dict[str, QMenu] = {}
        self._added: list[tuple[QMenu, QAction]] = []
        for key, title in MENUS:
            menu = bar.addMenu(session.words.text(title))
            menu.setObjectName(f"menu_{key}")
            menu.setToolTipsVisible(True)
            self.by_key[key] = menu

    def fill(self, key: str, actions: Sequence[QAction | QMenu | None]) -> None:
        """Put the frame's own commands into a menu; None is a line."""
        menu = self.by_key[key]
        for action in actions:
            if action is None:
                menu.addSeparator()
            elif isinstance(action, QMenu):
                menu.addMenu(action)
            else:
                menu.addAction(action)

    def show_workspace(self, workspace: Workspace) -> None:
        """Take the current workspace's commands into the menus, in place of those of the last one."""
        for menu, action in self._added:
            menu.removeAction(action)
        self._added = []
        first: set[str] = set()
        for action in workspace.actions():
            key = str(action.property("menu") or workspace.key)
            menu = self.by_key.get(key, self.by_key["view"])
            before = _end(menu)
            if menu.objectName() not in first and menu.actions():
                first.add(menu.objectName())
                self._added.append((menu, _put(menu, None, before)))
            self._added.append((menu, _put(menu, action, before)))


def _put(menu: QMenu, action: QAction | None, before: QAction | None) -> QAction:
    """Put a command (None is a line) before another, or last."""
    if action is None:
        return menu.addSeparator() if before is None else menu.insertSeparator(before)
    if before is None:
        menu.addAction(action)
    else:
        menu.insertAction(before, action)
    return action


def _end(menu: QMenu) -> QAction | None:
    """Before what a workspace's commands stand: the line above Quit, which stays the last; else nothing."""
    actions = menu.actions()
    last = actions[-1].objectName() == "quit" if actions else False
    return actions[-2] if last and len(actions) > 1 and actions[-2].isSeparator() else None
