"""Reads and compares beside the event loop; the last comparison stays in sight until the next is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from customs_app.analysis.case import Case
from customs_app.analysis.choose import Choice
from customs_app.analysis.compare import Comparison, compare
from customs_app.analysis.heat import Measure
from customs_app.analysis.ordering import Order, in_order
from customs_app.analysis.tolerance import USUAL, Tolerance
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.procedure import FullProcedure, ProcedureRow
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark, Reviewer
from customs_app.language.words import Words
from customs_app.reports.seen_marks import seen_marks
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
from customs_app.ui.newest import Desk, Newest


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
    """A question about a catalogue file, and the words and the currency in which it is to be answered.

    `who` asks: of others' marks the answer has those alone that no blind round hides. `measure` is the one
    whose cells are worded at once; `tolerance` and `order` are those of the differences and of the columns.
    """

    question: Question
    path: Path
    words: Words
    currency: str = "USD"
    who: Reviewer | None = None
    measure: Measure = Measure.TIME
    tolerance: Tolerance = USUAL
    order: Order = Order.LIST


class Loader(QObject):
    """Answers the newest question; `loaded` carries an Answer, `failed` the error of a file that failed."""

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._state = 0
        self._newest = Newest(self, "comparison", _Shelf().answer)
        self._newest.answered.connect(self.loaded)
        self._newest.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._newest.busy

    def ask(self, asked: Asked) -> None:
        """Answer a question, and none that was asked before."""
        self._newest.ask((asked, self._state))

    def forget(self) -> None:
        """Read anew at the next question: the catalogue has changed."""
        self._state += 1


class _Shelf:
    """What was read of one state of a catalogue: a further question about it reads only what is new."""

    def __init__(self) -> None:
        self._of: tuple[Path, int, Reviewer | None] | None = None
        self._rows: tuple[ProcedureRow, ...] = ()
        self._reference: Reference | None = None
        self._marks: tuple[Mark, ...] = ()
        self._offers: Offers = {}
        self._full: dict[str, FullProcedure] = {}

    def answer(self, question_and_state: tuple[Asked, int], desk: Desk) -> Answer:
        """Answer a question about a state of its file; CatalogueError where the file fails."""
        asked, state = question_and_state
        reference = self._reference
        if reference is None or self._of != (asked.path, state, asked.who):
            reference = self._read(asked, state)
        question = nearest(asked.question, self._offers)
        choice = choice_of(question, self._rows)
        shown = None
        if len(choice.procedures) >= FEWEST:
            desk.go_on()
            comparison = self._compare(asked, question, choice, reference)
            shown = worded(
                in_order(comparison, asked.order, reference.rates),
                reference,
                asked.currency,
                asked.words,
                tolerance=asked.tolerance,
                measure=asked.measure,
            )
        return Answer(
            question,
            shown,
            reference,
            countries_of(self._rows),
            self._offers,
            {row.procedure.id: row.steps for row in self._rows},
        )

    def _compare(self, asked: Asked, question: Question, choice: Choice, reference: Reference) -> Comparison:
        ids = [procedure.id for procedure in choice.procedures.values()]
        self._read_procedures(asked.path, [one for one in ids if one not in self._full])
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
            tolerance=asked.tolerance,
        )

    def _read(self, asked: Asked, state: int) -> Reference:
        self._of = None
        with open_catalogue(asked.path, read_only=True) as catalogue:
            self._rows = catalogue.procedures()
            self._reference = catalogue.reference()
            self._marks = seen_marks(catalogue, asked.who).marks
        self._full = {}
        self._offers = offers(self._rows)
        self._of = (asked.path, state, asked.who)
        return self._reference

    def _read_procedures(self, path: Path, ids: list[str]) -> None:
        if ids:
            with open_catalogue(path, read_only=True) as catalogue:
                self._full |= {full.procedure.id: full for full in catalogue.full_procedures(ids=ids)}
