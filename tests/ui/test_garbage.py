"""Garbage is collected on the GUI thread alone."""

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from customs_app.ui.garbage import collect_on_gui_thread


class _Ring:
    """Holds itself, so that only a collection frees it; notes on which thread that was."""

    freed_on: list[int] = []  # noqa: RUF012 - shared on purpose

    def __init__(self) -> None:
        self.own = self

    def __del__(self) -> None:
        self.freed_on.append(threading.get_ident())


def _make_garbage(n: int) -> None:
    for _ in range(n):
        _Ring()


def test_a_worker_frees_nothing_and_the_gui_thread_does(qtbot: QtBot) -> None:
    collect_on_gui_thread()
    collect_on_gui_thread()
    assert not gc.isenabled()
    app = QCoreApplication.instance()
    assert [child.__class__.__name__ for child in app.children()].count("_Collector") == 1
    gc.collect()
    _Ring.freed_on.clear()
    worker = threading.Thread(target=_make_garbage, args=(3000,))
    worker.start()
    worker.join()
    assert _Ring.freed_on == []
    qtbot.waitUntil(lambda: len(_Ring.freed_on) == 3000)
    assert set(_Ring.freed_on) == {threading.get_ident()}


def test_what_is_still_held_stays(qtbot: QtBot) -> None:
    collect_on_gui_thread()
    held = _Ring()
    seen = weakref.ref(held)
    qtbot.wait(450)
    assert seen() is held


def test_what_has_stayed_is_looked_through_when_nothing_is_going_on(qtbot: QtBot) -> None:
    collect_on_gui_thread()
    gc.collect()
    held = [_Ring()]
    seen = weakref.ref(held[0])
    for _ in range(12):
        gc.collect(0)  # as after so many turns with work; the ring now counts as old
    held.clear()
    assert seen() is not None
    collected: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            collected.append(info["generation"])

    gc.callbacks.append(note)
    try:
        qtbot.waitUntil(lambda: seen() is None)
    finally:
        gc.callbacks.remove(note)
    assert collected[-1] == 1


def test_who_types_is_not_kept_waiting_by_what_has_stayed(qtbot: QtBot) -> None:
    collect_on_gui_thread()
    app = QCoreApplication.instance()
    (collector,) = [child for child in app.children() if type(child).__name__ == "_Collector"]
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    before = collector._touched
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "a"
    assert collector._touched > before
