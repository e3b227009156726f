"""Questions beside the event loop: the newest alone is answered, and nothing outlives who asks."""

import gc
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from customs_app.ui import newest as module
from customs_app.ui.newest import Desk, Newest


def _end(owner: QObject) -> None:
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)


def _threads(name: str) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == name]


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    if isValid(owner):
        _end(owner)


def test_the_answer_is_made_in_a_thread_of_its_own(owner: QObject, qtbot: QtBot) -> None:
    newest = Newest(owner, "asked", lambda question, desk: (question, threading.current_thread().name))
    assert _threads("asked") == [], "no thread before the first question"
    with qtbot.waitSignal(newest.answered) as came:
        newest.ask("one")
        assert newest.busy
    assert came.args == [("one", "asked")]
    assert not newest.busy


def test_only_the_newest_is_answered(owner: QObject, qtbot: QtBot) -> None:
    begun, gate = threading.Event(), threading.Event()
    looked: list[int] = []

    def answer(question: int, desk: Desk) -> int:
        looked.append(question)
        begun.set()
        assert gate.wait(5)
        return question

    newest = Newest(owner, "asked", answer)
    came: list[object] = []
    newest.answered.connect(came.append)
    newest.ask(1)
    assert begun.wait(5)
    newest.ask(2)
    newest.ask(3)
    gate.set()
    qtbot.waitUntil(lambda: not newest.busy)
    qtbot.wait(20)
    assert came == [3]
    assert looked == [1, 3], "what waited behind a newer one is never looked at"


def test_what_is_no_longer_wanted_ends_at_its_next_look(owner: QObject, qtbot: QtBot) -> None:
    begun = threading.Event()
    looks: list[int] = []

    def answer(question: int, desk: Desk) -> int:
        if question == 1:
            begun.set()
            while True:
                looks.append(question)
                desk.go_on()
                time.sleep(0.002)
        return question

    newest = Newest(owner, "asked", answer)
    newest.ask(1)
    assert begun.wait(5)
    with qtbot.waitSignal(newest.answered) as came:
        newest.ask(2)
    assert came.args == [2]
    begun.clear()
    newest.ask(1)
    assert begun.wait(5)
    newest.forget()
    assert not newest.busy
    qtbot.waitUntil(lambda: newest._desk is not None and newest._desk._given_up)
    n = len(looks)
    qtbot.wait(30)
    assert len(looks) <= n + 1


def test_parts_come_before_the_answer(owner: QObject, qtbot: QtBot) -> None:
    def answer(question: str, desk: Desk) -> str:
        desk.tell(f"{question}, in part")
        desk.give_way(0.01)
        return question

    newest = Newest(owner, "asked", answer)
    came: list[object] = []
    newest.told.connect(came.append)
    newest.answered.connect(came.append)
    newest.ask("whole")
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == ["whole, in part", "whole"]


def test_small_questions_are_answered_meanwhile(owner: QObject, qtbot: QtBot) -> None:
    release = threading.Event()

    def answer(question: str, desk: Desk) -> str:
        while not release.is_set():
            desk.go_on()
            time.sleep(0.002)
        return question

    newest = Newest(owner, "asked", answer, small=lambda n: n * 10 if n else None)
    small: list[object] = []
    newest.answered_small.connect(small.append)
    newest.ask("long")
    newest.ask_small([1, 0, 2])
    qtbot.waitUntil(lambda: small == [10, 20])
    assert newest.busy, "the long one was not given up for them"
    with qtbot.waitSignal(newest.answered):
        release.set()
    newest.ask_small([3])
    qtbot.waitUntil(lambda: small == [10, 20, 30])


def test_an_error_is_told(owner: QObject, qtbot: QtBot) -> None:
    def answer(question: object, desk: Desk) -> object:
        raise ValueError(question)

    newest = Newest(owner, "asked", answer)
    with qtbot.waitSignal(newest.failed) as came:
        newest.ask("no")
    assert isinstance(came.args[0], ValueError)
    assert not newest.busy


def test_the_thread_and_its_relay_end_with_the_owner(owner: QObject, qtbot: QtBot) -> None:
    app = QCoreApplication.instance()
    assert app is not None

    def relays() -> int:
        return sum(isinstance(child, module._Relay) for child in app.children())

    ended: list[str] = []
    newest = Newest(
        owner,
        "asked",
        lambda question, desk: question,
        end=lambda: ended.append(threading.current_thread().name),
    )
    qtbot.waitUntil(lambda: relays() == 0)  # those of other tests
    with qtbot.waitSignal(newest.answered):
        newest.ask(1)
    assert relays() == 1
    _end(owner)
    qtbot.waitUntil(lambda: _threads("asked") == [])
    assert ended == ["asked"]
    qtbot.waitUntil(lambda: relays() == 0)


def test_the_relay_is_never_taken_down_by_the_thread(owner: QObject, qtbot: QtBot) -> None:
    """It is an object of the window's thread, also when the asker goes while an answer is under way."""
    begun, gate = threading.Event(), threading.Event()
    gone_in: list[str] = []

    def answer(question: object, desk: Desk) -> object:
        begun.set()
        assert gate.wait(5)
        return question

    newest = Newest(owner, "asked", answer)
    newest.ask(1)
    app = QCoreApplication.instance()
    assert app is not None
    relay = [child for child in app.children() if isinstance(child, module._Relay)][-1]
    relay.destroyed.connect(lambda: gone_in.append(threading.current_thread().name))
    del relay
    assert begun.wait(5)
    _end(owner)
    del newest
    gc.collect()
    gate.set()
    qtbot.waitUntil(lambda: gone_in == [threading.main_thread().name])
