"""Parts of the corridors workspace, for tests."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from customs_app.domain.corridor import Block
from customs_app.ui.corridors.inspector import ChainInspector
from customs_app.ui.corridors.shown import Shown, Worked
from customs_app.ui.corridors.workspace import CorridorsWorkspace

Found = TypeVar("Found", bound=QWidget)


def shown(workspace: CorridorsWorkspace) -> Shown:
    assert workspace.answer is not None
    assert workspace.answer.shown is not None
    return workspace.answer.shown


def worked(workspace: CorridorsWorkspace) -> Worked:
    assert workspace.answer is not None
    assert workspace.answer.worked is not None
    return workspace.answer.worked


def side(workspace: CorridorsWorkspace) -> ChainInspector:
    assert workspace.side is not None
    return workspace.side


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


def find(window: QWidget, kind: type[Found], name: str) -> Found:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def taken(menu: QMenu, name: str) -> None:
    action = next(one for one in menu.actions() if one.objectName() == name)
    assert action.isEnabled()
    action.trigger()
    menu.close()


def block(workspace: CorridorsWorkspace) -> Block:
    assert workspace.walker.block is not None
    return workspace.walker.block


def open_menu(window: QWidget) -> QMenu:
    menus = [one for one in window.findChildren(QMenu, "corridor_block_menu") if one.isVisible()]
    assert len(menus) == 1
    return menus[0]
