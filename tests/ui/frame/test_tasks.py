"""Long work goes on beside the loop, can be cancelled, and its failures are told."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.errors import CatalogueError
from customs_app.domain.job import Progress
from customs_app.domain.text import Message
from customs_app.ui.session import Notice, Session
from customs_app.ui.tasks import run_task


class Owner(QObject):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


def test_a_job_has_its_own_thread_and_connection(qtbot: QtBot, session: Session) -> None:
    results: list[object] = []
    owner = Owner(session)

    def job(file: Path, progress: Progress) -> object:
        progress(0, 1)
        with open_catalogue(file) as catalogue:
            return catalogue.counts().countries, threading.current_thread() is threading.main_thread()

    run_task(owner, job, results.append, title="Counting")
    qtbot.waitUntil(lambda: bool(results))
    assert results == [(10, False)]
    assert not session.tasks.busy


def test_progress_comes_at_most_twenty_times_a_second(qtbot: QtBot, session: Session) -> None:
    told: list[int] = []
    done: list[object] = []
    session.tasks.progressed.connect(lambda _task, n, _of: told.append(n))

    def job(_file: Path, progress: Progress) -> object:
        until = time.monotonic() + 0.3
        n = 0
        while time.monotonic() < until:
            progress(n, 10**9)
            n += 1
        return n

    run_task(Owner(session), job, done.append, title="Busy", on_failed=None)
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert 2 <= len(told) <= 8


def test_cancel_raises_inside_the_job(qtbot: QtBot, session: Session) -> None:
    notices: list[Notice] = []
    ended: list[str] = []
    session.noticed.connect(notices.append)

    def job(_file: Path, progress: Progress) -> object:
        try:
            while True:
                progress(1, 2)
                time.sleep(0.005)
        finally:
            ended.append("cleaned")

    task = run_task(Owner(session), job, title="Endless")
    qtbot.waitUntil(lambda: session.tasks.current is task)
    task.cancel()
    qtbot.waitUntil(lambda: bool(notices))
    assert ended == ["cleaned"]
    assert "cancelled" in session.words.say(notices[0].message)


def test_a_known_failure_is_told(qtbot: QtBot, session: Session) -> None:
    notices: list[Notice] = []
    failures: list[Message] = []
    owner = Owner(session)
    session.noticed.connect(notices.append)

    def job(_file: Path, _progress: Progress) -> object:
        raise CatalogueError(Message("No room left"))

    run_task(owner, job, title="Failing")
    run_task(owner, job, None, failures.append, title="Failing")
    qtbot.waitUntil(lambda: bool(failures))
    assert [notice.message.sentence for notice in notices] == ["No room left"]
    assert notices[0].bad


def test_a_fault_of_ours_is_not_hidden(qtbot: QtBot, session: Session) -> None:
    def job(_file: Path, _progress: Progress) -> object:
        raise ZeroDivisionError

    notices: list[Notice] = []
    session.noticed.connect(notices.append)
    with qtbot.captureExceptions() as exceptions:
        run_task(Owner(session), job, title="Wrong")
        qtbot.waitUntil(lambda: not session.tasks.busy)
    assert [kind for kind, _, _ in exceptions] == [ZeroDivisionError]
    assert session.words.say(notices[0].message).startswith("Wrong: this failed")
    assert notices[0].bad


def test_an_owner_that_is_gone_is_left_alone(qtbot: QtBot, session: Session) -> None:
    class Widget(QWidget):
        pass

    widget = Widget()
    widget.session = session  # type: ignore[attr-defined]
    results: list[object] = []
    start = threading.Event()

    def job(_file: Path, _progress: Progress) -> object:
        start.wait(5)
        return 1

    run_task(widget, job, results.append, title="Late")  # type: ignore[arg-type]
    delete(widget)
    start.set()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert results == []


def test_what_was_made_is_offered(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    notices: list[Notice] = []
    session.noticed.connect(notices.append)
    out = tmp_path / "x.txt"

    def job(_file: Path, _progress: Progress) -> object:
        out.write_text("x")
        return out

    run_task(Owner(session), job, title="Writing", made=out)
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].made == out


@pytest.mark.parametrize("count", [3])
def test_stop_ends_all(qtbot: QtBot, session: Session, count: int) -> None:
    def job(_file: Path, progress: Progress) -> object:
        while True:
            progress(0, 1)
            time.sleep(0.002)

    for _ in range(count):
        run_task(Owner(session), job, title="Endless")
    session.tasks.stop()
    qtbot.waitUntil(lambda: not session.tasks.busy)
