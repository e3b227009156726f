"""What is compared, as the user chooses it, and the answers that come to it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from customs_app.catalogue.results import Changes
from customs_app.domain.codes import CaseKind, Mode, Regime
from customs_app.domain.procedure import Procedure
from customs_app.ui.compare.loader import Answer, Asked, Loader
from customs_app.ui.compare.question import Question
from customs_app.ui.compare.state import Choices, View
from customs_app.ui.session import Session

_REFERENCE_TABLES = frozenset(
    {"activity", "country", "document", "exchange_rate", "location", "procedure", "source"}
)


class Asking(QObject):
    """Each choice asks anew. `answered` carries the newest Answer, `failed` the error of a file that failed.

    `view` says in which currency, by which measure, in which order and with which tolerance.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.question, self.choices = Question(), Choices()
        self.view = View()
        self.answer: Answer | None = None
        self.stale = True
        self.loader = Loader(self)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self.failed)

    def begin(self, question: Question, choices: Choices, view: View) -> None:
        """Take what was kept, without asking yet."""
        self.question, self.choices, self.view = question, choices, view

    def ask(self) -> None:
        """Ask again."""
        self.stale = False
        path: Path = self._session.catalogue.path
        session, view = self._session, self.view
        self.loader.ask(
            Asked(
                self.question,
                path,
                session.words,
                view.currency,
                session.who,
                view.measure,
                view.tolerance,
                view.order,
            )
        )

    def ask_for(self, question: Question) -> None:
        """Ask another question."""
        if question != self.question:
            self.question = question
            self.choices.keep(question)
            self.ask()

    def see(self, view: View) -> bool:
        """Look at the answer otherwise; asks again where that changes the answer, and whether it does."""
        before, self.view = self.view, view
        again = (view.tolerance, view.order) != (before.tolerance, before.order)
        if again:
            self.ask()
        return again

    def forget(self, changes: Changes | None) -> bool:
        """Read anew at the next question; whether a change touches what is compared now."""
        self.loader.forget()  # also what is not in sight now: it may be asked for next
        touched = self._touches(changes)
        self.stale = self.stale or touched
        return touched

    # -- choices

    def regime(self, regime: Regime) -> None:
        """Ask about another regime, in the same mode where it has that."""
        offered = self.answer.offers.get(regime, {}) if self.answer else {}
        self.ask_for(self._kind(regime, self.question.mode if self.question.mode in offered else Mode.ANY))

    def mode(self, mode: Mode) -> None:
        """Ask about another mode."""
        self.ask_for(self._kind(self.question.regime, mode))

    def case(self, case: CaseKind) -> None:
        """Ask about another case."""
        self.ask_for(replace(self.question, case=case))

    def offer(self, regime: Regime, mode: Mode) -> None:
        """Ask about a regime and mode, all countries wanted."""
        self.ask_for(replace(self._kind(regime, mode), without=frozenset()))

    def without(self, countries: frozenset[str]) -> None:
        """Leave out these countries, and no others."""
        self.ask_for(replace(self.question, without=countries))

    def procedure(self, country: str, procedure_id: str) -> None:
        """Take another procedure of a country."""
        self.ask_for(self.question.choosing(country, procedure_id))

    def about(self, procedure: Procedure) -> None:
        """Ask the question that a procedure answers, with it for its country."""
        question = self._kind(procedure.regime, procedure.mode)
        without = question.without - {procedure.country}
        self.question = replace(question, without=without).choosing(procedure.country, procedure.id)
        self.choices.keep(self.question)
        self.ask()

    # -- inside

    def _kind(self, regime: Regime, mode: Mode) -> Question:
        return replace(self.question, regime=regime, mode=mode, chosen=self.choices.of(regime, mode))

    def _touches(self, changes: Changes | None) -> bool:
        if changes is None or self.answer is None or changes.tables & _REFERENCE_TABLES:
            return True
        comparison = self.answer.comparison
        shown = {full.procedure.id for full in comparison.procedures.values()} if comparison else set()
        return bool(changes.procedures & shown)

    def _on_loaded(self, answer: Answer) -> None:
        self.answer, self.question = answer, answer.question
        self.answered.emit(answer)
