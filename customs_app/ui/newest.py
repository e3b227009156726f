"""Questions that are answered beside the event loop, the newest alone, in a thread of their own.

Not the queue of long jobs: these come after every change or choice, must neither flash their progress at
the foot of the window nor wait until an export has ended.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from customs_app.domain.job import Cancelled
from customs_app.ui.garbage import collect_on_gui_thread


class Desk:
    """Where questions lie until the thread takes them; what answers is given it, to look whether to go on."""

    def __init__(self) -> None:
        self._bell = threading.Condition()
        self._asked: tuple[int, object] | None = None
        self._small: list[object] = []
        self._given_up = self._ended = False
        self._send: Callable[[object], None] | None = None
        self._do_small: Callable[[object], None] | None = None

    def tell(self, part: object) -> None:
        """Send a part of the answer ahead; it arrives as `told`."""
        if self._send is not None:
            self._send(part)

    def go_on(self) -> None:
        """Raise Cancelled where the answer is no longer wanted; otherwise do a small question meanwhile."""
        with self._bell:
            if self._unwanted:
                raise Cancelled
            small = self._small.pop(0) if self._small else None
        if small is not None and self._do_small is not None:
            self._do_small(small)

    def give_way(self, seconds: float) -> None:
        """Rest, so that the window can show what was told; raises Cancelled like `go_on`."""
        with self._bell:
            self._bell.wait_for(lambda: self._unwanted, seconds)
        self.go_on()

    def forget_small(self) -> None:
        """Leave small questions that wait unanswered: what they were about is gone."""
        with self._bell:
            self._small.clear()

    def end(self) -> None:
        """Ask the thread to end."""
        with self._bell:
            self._ended = True
            self._bell.notify_all()

    @property
    def _unwanted(self) -> bool:
        return self._ended or self._given_up or self._asked is not None

    # -- what the asker and the thread of this module do with it

    def put(self, number: int, question: object) -> None:
        """Lay down a question in place of the one that lies there."""
        with self._bell:
            self._asked = number, question
            self._bell.notify_all()

    def put_small(self, questions: Sequence[object]) -> None:
        """Lay down small questions in place of those that wait."""
        with self._bell:
            self._small = list(questions)
            self._bell.notify_all()

    def give_up(self) -> None:
        """Take back the question that lies there or is at work."""
        with self._bell:
            self._asked = None
            self._given_up = True
            self._bell.notify_all()

    def work(
        self,
        answer: Callable[[int, object], None],
        small: Callable[[object], None],
        send: Callable[[int, object], None],
    ) -> None:
        """Take questions, before small ones, until the end."""
        self._do_small = small
        while True:
            with self._bell:
                self._bell.wait_for(lambda: self._ended or self._asked is not None or self._small)
                if self._ended:
                    return
                asked, self._asked, self._given_up = self._asked, None, False
                aside = None if asked is not None else self._small.pop(0)
            if asked is None:
                small(aside)
                continue
            number = asked[0]
            self._send = lambda part, number=number: send(number, part)
            answer(*asked)


class _Relay(QObject):
    """Carries what the thread found to the thread of the window.

    It belongs to the application, so that the window's thread alone takes it down: the thread asks for
    that when it ends, and by then the asker may be gone.
    """

    answered = Signal(int, object)
    told = Signal(int, object)
    failed = Signal(int, object)
    answered_small = Signal(object)


class Newest(QObject):
    """Answers the question asked last; an answer to an older one never arrives.

    `answer(question, desk)` is called in the thread and gives the answer, which `answered` carries;
    `told` carries parts sent ahead, `failed` the exception where there is no answer. `small(question)`
    answers questions that stand in no order to the newest; `answered_small` carries those answers, None
    left out. `end()` is called in the thread when it ends, which it does with this object.
    """

    answered = Signal(object)
    told = Signal(object)
    failed = Signal(object)
    answered_small = Signal(object)

    def __init__(
        self,
        parent: QObject,
        name: str,
        answer: Callable[[Any, Desk], object],
        *,
        small: Callable[[Any], object] | None = None,
        end: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._answer, self._small, self._end = answer, small, end
        self._turn = 0
        self._busy = False
        self._desk: Desk | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._busy

    def ask(self, question: object) -> None:
        """Answer a question, and none that was asked before."""
        self._turn += 1
        self._busy = True
        self._started().put(self._turn, question)

    def ask_small(self, questions: Sequence[object]) -> None:
        """Answer small questions, in this order; those that still wait are no longer wanted."""
        self._started().put_small(questions)

    def forget(self) -> None:
        """Give up what was asked."""
        self._turn += 1
        self._busy = False
        if self._desk is not None:
            self._desk.give_up()

    def _started(self) -> Desk:
        if self._desk is None:
            desk, relay = Desk(), _Relay(QCoreApplication.instance())
            relay.answered.connect(self._on_answered)
            relay.told.connect(self._on_told)
            relay.failed.connect(self._on_failed)
            relay.answered_small.connect(self.answered_small)
            self.destroyed.connect(desk.end)
            collect_on_gui_thread()
            worker = _Worker(desk, relay, self._answer, self._small)
            threading.Thread(target=worker.work, args=(self._end,), name=self._name, daemon=True).start()
            self._desk = desk
        return self._desk

    def _on_answered(self, number: int, answer: object) -> None:
        if number == self._turn:
            self._busy = False
            self.answered.emit(answer)

    def _on_told(self, number: int, part: object) -> None:
        if number == self._turn:
            self.told.emit(part)

    def _on_failed(self, number: int, error: BaseException) -> None:
        if number == self._turn:
            self._busy = False
            self.failed.emit(error)


class _Worker:
    """What the thread does; it holds nothing of the window but the relay."""

    def __init__(
        self,
        desk: Desk,
        relay: _Relay,
        answer: Callable[[Any, Desk], object],
        small: Callable[[Any], object] | None,
    ) -> None:
        self._desk, self._relay = desk, relay
        self._answer, self._small = answer, small

    def work(self, end: Callable[[], None] | None) -> None:
        """Answer until the desk ends, then end what answers and have the relay taken down."""
        try:
            self._desk.work(self._answer_one, self._answer_small, self._relay.told.emit)
        except RuntimeError:
            if QCoreApplication.instance() is not None:
                raise  # otherwise the application is gone, and the relay with it: nobody waits any more
        finally:
            if end is not None:
                end()
        if QCoreApplication.instance() is not None:
            self._relay.deleteLater()

    def _answer_one(self, number: int, question: object) -> None:
        try:
            found = self._answer(question, self._desk)
        except Cancelled:
            return  # something newer is wanted, or nothing
        except Exception as error:
            self._relay.failed.emit(number, error)
        else:
            self._relay.answered.emit(number, found)

    def _answer_small(self, question: object) -> None:
        found = self._small(question) if self._small is not None else None
        if found is not None:
            self._relay.answered_small.emit(found)
