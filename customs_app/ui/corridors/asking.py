"""What is asked about corridors, as the user chooses it, and the answers that come to it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from customs_app.analysis.case import Case
from customs_app.catalogue.results import Changes
from customs_app.domain.codes import CaseKind
from customs_app.figures.picture import Picture
from customs_app.ui.corridors.loader import Answer, Loader
from customs_app.ui.corridors.question import Asked, ChartAsked, Question
from customs_app.ui.corridors.shown import Shown, Worked
from customs_app.ui.session import Session

_TABLES = frozenset(
    {"activity", "agency", "binding", "corridor", "corridor_leg", "country", "document", "exchange_rate"}
    | {"location", "procedure", "source"}
)


class Asking(QObject):
    """`answered` carries the newest Answer, `failed` the error of a file, `drawn` the chart of the answer."""

    answered = Signal(object)
    failed = Signal(object)
    drawn = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._size = (0, 0)
        self.question = Question()
        self.answer: Answer | None = None
        self.stale = True
        self.loader = Loader(self)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self.failed)
        self.loader.drawn.connect(self._on_drawn)

    @property
    def worked(self) -> Worked | None:
        """What the newest answer found; None where there is none, or no such corridor."""
        return self.answer.worked if self.answer is not None else None

    @property
    def shown(self) -> Shown | None:
        """The same, worded."""
        return self.answer.shown if self.answer is not None else None

    def ask(self) -> None:
        """Ask again."""
        self.stale = False
        self.loader.ask(Asked(self.question, self._session.catalogue.path, self._session.words))

    def draw(self, width: int, height: int) -> None:
        """Draw the chart at a size, as soon as there is something to draw."""
        self._size = width, height
        if self.shown is not None and not self.loader.busy:
            self.loader.draw(ChartAsked(width, height, self._session.palette))

    def corridor(self, corridor_id: str | None) -> None:
        """Ask about another corridor; a what-if about the one before is over."""
        if corridor_id != self.question.corridor:
            self._take(Question(corridor_id, self.question.case))

    def case(self, kind: CaseKind) -> None:
        """Ask about another case."""
        self._take(replace(self.question, case=Case(kind)))

    def strike(self, step_id: str) -> None:
        """Leave a step out, or take it back."""
        self._take(self.question.without(step_id))

    def strike_none(self) -> None:
        """Take all steps back."""
        self._take(replace(self.question, struck=frozenset()))

    def forget(self, changes: Changes | None) -> bool:
        """Read anew at the next question; whether a change touches what is shown now."""
        self.loader.forget()  # also what is not in sight now: it may be asked for next
        touched = self._touches(changes)
        self.stale = self.stale or touched
        return touched

    # -- inside

    def _take(self, question: Question) -> None:
        if question != self.question:
            self.question = question
            self.ask()

    def _touches(self, changes: Changes | None) -> bool:
        worked = self.worked
        if changes is None or worked is None or changes.tables & _TABLES:
            return True
        shown = {block.procedure.procedure.id for block in worked.blocks if block.procedure is not None}
        return bool(changes.procedures & shown)

    def _on_loaded(self, answer: Answer) -> None:
        self.answer, self.question = answer, answer.question
        self.answered.emit(answer)
        if answer.shown is not None and self._size != (0, 0):
            self.draw(*self._size)

    def _on_drawn(self, picture: Picture) -> None:
        self.drawn.emit(picture)
