"""Reads and compares beside the event loop; the last comparison stays in sight until the next is there.

A thread of its own, not the queue of long jobs: a comparison takes less time than it takes to show its
progress, and must not wait until an export has ended.
"""

import queue
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from customs_app.analysis.case import Case
from customs_app.analysis.choose import Choice
from customs_app.analysis.compare import Comparison, compare
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.procedure import FullProcedure, ProcedureRow
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.language.words import Words
from customs_app.ui.compare.question import (
    FEWEST,
    Offers,
    Question,
    choice_of,
    countries_of,
    nearest,
    offers,
)
from customs_app.ui.compare.shown import Shown, worded


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question; `shown` is None where fewer than two countries answer it.

    `question` may have another regime or mode than was asked, where the catalogue has not the one asked.
    `shown` is the comparison with its texts. `countries` are all that the catalogue has. `steps` has the
    number of steps of each procedure, by its id.
    """

    question: Question
    shown: Shown | None
    reference: Reference
    countries: tuple[str, ...]
    offers: Offers
    steps: Mapping[str, int]

    @property
    def comparison(self) -> Comparison | None:
        """The comparison; None where fewer than two countries answer."""
        return self.shown.comparison if self.shown is not None else None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a catalogue file, and the words and the currency in which it is to be answered."""

    question: Question
    path: Path
    words: Words
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class _Turn:
    turn: int
    state: int
    asked: Asked


class _Relay(QObject):
    """Carries what the thread found to the thread of the window.

    It belongs to the application, so that the window's thread alone takes it down: the worker asks for
    that when it ends, and by then the loader may be gone.
    """

    came = Signal(int, object, object)


class Loader(QObject):
    """Answers the newest question; `loaded` carries an Answer, `failed` the error of a file that failed."""

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._inbox: queue.SimpleQueue[_Turn | None] = queue.SimpleQueue()
        self._turn = self._state = 0
        self._started = False

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._turn > 0

    def ask(self, asked: Asked) -> None:
        """Answer a question, and none that was asked before."""
        self._turn = abs(self._turn) + 1
        self._start()
        self._inbox.put(_Turn(self._turn, self._state, asked))

    def forget(self) -> None:
        """Read anew at the next question: the catalogue has changed."""
        self._state += 1

    def _start(self) -> None:
        if self._started:
            return
        self._started = True
        relay, inbox = _Relay(QCoreApplication.instance()), self._inbox
        relay.came.connect(self._take)
        self.destroyed.connect(lambda: inbox.put(None))
        threading.Thread(target=_work, args=(inbox, relay), name="comparison", daemon=True).start()

    def _take(self, turn: int, answer: Answer | None, error: BaseException | None) -> None:
        if turn != self._turn:
            return  # a newer question is under way
        self._turn = -turn
        if answer is not None:
            self.loaded.emit(answer)
        elif error is not None:
            self.failed.emit(error)


def _work(inbox: "queue.SimpleQueue[_Turn | None]", relay: _Relay) -> None:
    shelf = _Shelf()
    while (turn := _newest(inbox)) is not None:
        try:
            answer = shelf.answer(turn.asked, turn.state)
        except BaseException as error:
            relay.came.emit(turn.turn, None, error)
        else:
            relay.came.emit(turn.turn, answer, None)
    relay.deleteLater()


def _newest(inbox: "queue.SimpleQueue[_Turn | None]") -> _Turn | None:
    turn = inbox.get()
    while turn is not None and not inbox.empty():
        turn = inbox.get()
    return turn


class _Shelf:
    """What was read of one state of a catalogue: a further question about it reads only what is new."""

    def __init__(self) -> None:
        self._of: tuple[Path, int] | None = None
        self._rows: tuple[ProcedureRow, ...] = ()
        self._reference: Reference | None = None
        self._marks: tuple[Mark, ...] = ()
        self._offers: Offers = {}
        self._full: dict[str, FullProcedure] = {}

    def answer(self, asked: Asked, state: int) -> Answer:
        """Answer a question; CatalogueError where the file fails."""
        reference = self._reference
        if reference is None or self._of != (asked.path, state):
            reference = self._read(asked.path, state)
        question = nearest(asked.question, self._offers)
        choice = choice_of(question, self._rows)
        shown = None
        if len(choice.procedures) >= FEWEST:
            comparison = self._compare(asked.path, question, choice, reference)
            shown = worded(comparison, reference, asked.currency, asked.words)
        return Answer(
            question,
            shown,
            reference,
            countries_of(self._rows),
            self._offers,
            {row.procedure.id: row.steps for row in self._rows},
        )

    def _compare(self, path: Path, question: Question, choice: Choice, reference: Reference) -> Comparison:
        ids = [procedure.id for procedure in choice.procedures.values()]
        self._read_procedures(path, [one for one in ids if one not in self._full])
        full = {iso2: self._full[procedure.id] for iso2, procedure in choice.procedures.items()}
        steps = {step.id for one in full.values() for step in one.steps}
        return compare(
            full,
            reference,
            Case(question.case),
            regime=question.regime,
            mode=question.mode,
            others=choice.others,
            left_out=choice.left_out,
            stages_only=choice.stages_only,
            marks=[mark for mark in self._marks if mark.step_id in steps],
        )

    def _read(self, path: Path, state: int) -> Reference:
        self._of = None
        with open_catalogue(path, read_only=True) as catalogue:
            self._rows = catalogue.procedures()
            self._reference = catalogue.reference()
            self._marks = catalogue.marks()
        self._full = {}
        self._offers = offers(self._rows)
        self._of = (path, state)
        return self._reference

    def _read_procedures(self, path: Path, ids: list[str]) -> None:
        if ids:
            with open_catalogue(path, read_only=True) as catalogue:
                self._full |= {full.procedure.id: full for full in catalogue.full_procedures(ids=ids)}
