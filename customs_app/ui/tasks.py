"""Long work beside the event loop: one worker thread, progress, cancel, and what came of it."""

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from customs_app.domain.errors import CustomsError
from customs_app.domain.job import Cancelled, Progress
from customs_app.domain.text import Message
from customs_app.language.words import N_
from customs_app.ui.garbage import collect_on_gui_thread

if TYPE_CHECKING:
    from customs_app.ui.session import Session

Job = Callable[[Path, Progress], object]
_LEAST_BETWEEN_S = 0.05


class Owner(Protocol):
    """Whoever starts a job: a workspace, the window, a dialog."""

    @property
    def session(self) -> "Session":
        """The session of the window."""


@dataclass(eq=False, slots=True)
class Task:
    """One job in the queue or at work; `title` is worded already."""

    title: str
    job: Job
    file: Path
    owner: object
    on_done: Callable[[object], None] | None = None
    on_failed: Callable[[Message], None] | None = None
    made: Path | None = None
    cancelled: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the job to end; it does at its next word of progress."""
        self.cancelled.set()


class Tasks(QObject):
    """The queue of jobs and the one thread that does them."""

    started = Signal(object)
    progressed = Signal(object, int, int)
    ended = Signal(object)
    _came = Signal(object, object, object)

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._waiting: queue.Queue[Task | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self.current: Task | None = None
        self._open: list[Task] = []
        self._came.connect(self._on_came)
        self.started.connect(self._on_started)

    @property
    def busy(self) -> bool:
        """Whether a job is at work or waits."""
        return bool(self._open)

    def add(self, task: Task) -> None:
        """Put a job into the queue."""
        if self._thread is None:
            collect_on_gui_thread()
            self._thread = threading.Thread(target=self._work, name="customs-app worker", daemon=True)
            self._thread.start()
        self._open.append(task)
        self._waiting.put(task)

    def stop(self, seconds: float = 10.0) -> None:
        """Cancel all jobs and wait for the thread to end."""
        for task in self._open:
            task.cancel()
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join(seconds)
            self._thread = None

    def _work(self) -> None:
        while (task := self._waiting.get()) is not None:
            self.started.emit(task)
            try:
                result = task.job(task.file, self._progress_of(task))
            except BaseException as error:
                self._came.emit(task, None, error)
            else:
                self._came.emit(task, result, None)

    def _progress_of(self, task: Task) -> Progress:
        last = 0.0

        def progress(done: int, of: int) -> None:
            nonlocal last
            if task.cancelled.is_set():
                raise Cancelled
            now = time.monotonic()
            if now - last >= _LEAST_BETWEEN_S:
                last = now
                self.progressed.emit(task, done, of)

        return progress

    def _on_started(self, task: Task) -> None:
        self.current = task

    def _on_came(self, task: Task, result: object, error: BaseException | None) -> None:
        self.current = None
        self._open.remove(task)
        self.ended.emit(task)
        alive = not isinstance(task.owner, QObject) or isValid(task.owner)
        if error is None:
            if task.made is not None:
                made = Message(N_("{file} is written"), {"file": task.made.name})
                self._session.tell(made, made=task.made)
            if task.on_done is not None and alive:
                task.on_done(result)
        elif isinstance(error, CustomsError):
            if task.on_failed is not None and alive:
                task.on_failed(error.message)
            else:
                self._session.fail(error)
        elif isinstance(error, Cancelled):
            self._session.tell(Message(N_("{task}: cancelled, nothing is left behind"), {"task": task.title}))
        elif isinstance(error, OSError):
            reason = error.strerror or str(error)
            self._session.tell(
                Message(N_("{task}: {reason}"), {"task": task.title, "reason": reason}), bad=True
            )
        else:
            fault = Message(
                N_("{task}: this failed by a fault of the application ({reason})"),
                {"task": task.title, "reason": type(error).__name__},
            )
            self._session.tell(fault, bad=True)
            raise error


def run_task(
    owner: Owner,
    job: Job,
    on_done: Callable[[object], None] | None = None,
    on_failed: Callable[[Message], None] | None = None,
    *,
    title: str,
    made: Path | None = None,
) -> Task:
    """Do a job beside the event loop: `job(file, progress)` with the path of the open catalogue.

    The job opens its own connection (`open_catalogue(file)`) and calls `progress(done, of)` often: that
    raises Cancelled when the user no longer wants it. `on_done(result)` and `on_failed(message)` are
    called on the GUI thread, unless the owner is gone by then. A known error without `on_failed` is
    shown at the foot of the window. `title` (worded) stands beside the progress; `made` is the file that
    the job writes, offered to be opened afterwards.
    """
    session = owner.session
    task = Task(title, job, session.catalogue.path, owner, on_done, on_failed, made)
    session.tasks.add(task)
    return task
