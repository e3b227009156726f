"""The figures of a procedure as it is and as it would be, worded side by side with how far they are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedCost, CountedTime, Counting, counted_costs, counted_times
from customs_app.analysis.to_be.case_totals import taken
from customs_app.analysis.to_be.effect import Effect
from customs_app.analysis.totals import Totals
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import ExchangeRate
from customs_app.domain.text import Language
from customs_app.figures.figure_text import UNKNOWN, hours_text, visits_text
from customs_app.figures.signs import Covered
from customs_app.language.numbers import money, number
from customs_app.language.words import Words

_Rates = Mapping[str, ExchangeRate]


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A figure with how each step of the case is covered (empty where that is not asked), and its words."""

    text: str
    covered: tuple[Covered, ...] = ()
    known: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: its name and unit, as it is, as it would be, and what is saved.

    `loss` says that it becomes more, `nothing` that it stays as it is; `tip` says more about it.
    """

    title: str
    unit: str
    as_is: FigureCell
    to_be: FigureCell
    saving: str
    tip: str = ""
    lead: bool = False
    loss: bool = False
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class _Cells:
    """How the steps of the case are covered, as it is and as it would be."""

    time: tuple[tuple[Covered, ...], tuple[Covered, ...]]
    cost: tuple[tuple[Covered, ...], tuple[Covered, ...]]
    visits: tuple[tuple[Covered, ...], tuple[Covered, ...]]


class _Rows:
    """Words the rows of one effect."""

    def __init__(self, effect: Effect, cells: _Cells, words: Words) -> None:
        self._effect, self._cells, self._words = effect, cells, words
        self._before, self._after, self._saved = effect.as_is, effect.to_be, effect.saved

    def every(self) -> tuple[FigureRow, ...]:
        """All rows, from top to bottom."""
        return (self.steps(), *self.times(), *self.costs(), *self.papers(), self.visits())

    def steps(self) -> FigureRow:
        before, after = self._before.steps, self._after.steps
        title = self._words.text("Steps of the case")
        return self._counted(title, before, after, self._saved.steps, "steps")

    def times(self) -> tuple[FigureRow, ...]:
        text, before, after = self._words.text, self._before, self._after
        return (
            self._hours(
                text("Elapsed, critical path"), before.elapsed, after.elapsed, self._saved.elapsed,
                "elapsed", lead=True,
            ),
            self._hours(text("Sum of steps"), before.effort, after.effort, self._saved.effort, "effort"),
        )  # fmt: skip

    def costs(self) -> list[FigureRow]:
        before, after = _by_currency(self._before.cost), _by_currency(self._after.cost)
        saved = None if self._saved.cost is None else _by_currency(self._saved.cost)
        title, language = self._words.text("Fees"), self._words.language
        if not before and not after:
            cells = self._cell(UNKNOWN, "cost", 0), self._cell(UNKNOWN, "cost", 1)
            return [FigureRow(title, "", *cells, UNKNOWN)]
        rows = []
        for currency in dict.fromkeys((*before, *after)):
            less = None if saved is None else saved.get(currency, 0.0)
            rows.append(
                FigureRow(
                    self._words.text("Fees in {currency}", currency=currency),
                    "",
                    self._cell(_amount(before, currency, self._before, language), "cost", 0),
                    self._cell(_amount(after, currency, self._after, language), "cost", 1),
                    self._less(_less_money(less, currency), "cost"),
                    loss=less is not None and less < 0,
                    nothing=less == 0,
                )
            )
        return rows

    def papers(self) -> tuple[FigureRow, ...]:
        text, before, after, saved = self._words.text, self._before, self._after, self._saved
        return (
            self._counted(
                text("Different documents"), before.documents, after.documents, saved.documents, "documents"
            ),
            self._counted(text("Handovers"), before.handovers, after.handovers, saved.handovers, "handovers"),
        )

    def visits(self) -> FigureRow:
        before, after = self._before.known_visits, self._after.known_visits
        row = self._counted(self._words.text("Visits"), before, after, self._saved.visits, "visits")
        cells = (
            self._cell(visits_text(before, self._before.visits_covered, self._words), "visits", 0),
            self._cell(visits_text(after, self._after.visits_covered, self._words), "visits", 1),
        )
        tip = self._words.text("A step that is done in person takes at least one visit.")
        return FigureRow(row.title, "", *cells, row.saving, tip, loss=row.loss, nothing=row.nothing)

    # -- one row

    def _hours(
        self, title: str, before: Range, after: Range, saved: Range | None, name: str, *, lead: bool = False
    ) -> FigureRow:
        words = self._words
        ends = [end for end in (saved.min, saved.typ, saved.max) if end is not None] if saved else []
        return FigureRow(
            title,
            words.text("hours"),
            self._cell(hours_text(before, words), "time", 0),
            self._cell(hours_text(after, words), "time", 1),
            self._less(saved, name),
            "\n".join(filter(None, (self._typical(before), self._typical(after)))),
            lead=lead,
            loss=bool(ends) and max(ends) < 0,
            nothing=bool(ends) and not any(ends),
        )

    def _typical(self, hours: Range) -> str:
        if hours.typ is None or hours.typ in (hours.min, hours.max):
            return ""
        words = self._words
        return words.text(
            "{range} h, typically {hours} h",
            range=hours_text(hours, words),
            hours=number(hours.typ, words.language),
        )

    def _counted(
        self, title: str, before: int | None, after: int | None, less: int | None, name: str
    ) -> FigureRow:
        language = self._words.language
        texts = [UNKNOWN if one is None else number(one, language) for one in (before, after)]
        return FigureRow(
            title,
            "",
            FigureCell(texts[0]),
            FigureCell(texts[1]),
            self._less(less, name),
            loss=less is not None and less < 0,
            nothing=less == 0,
        )

    def _less(self, less: Range | Money | int | None, name: str) -> str:
        return less_text(less, self._words, more=name in self._saved.more)

    def _cell(self, text: str, of: str, place: int) -> FigureCell:
        covered: tuple[Covered, ...] = getattr(self._cells, of)[place]
        total = (self._before, self._after)[place]
        known: Coverage = getattr(total, f"{of}_covered")
        says = self._words.text("{n} of {of}", n=known.n, of=known.of)
        return FigureCell(text, covered, says)


def figure_rows(
    full: FullProcedure, effect: Effect, case: Case, rates: _Rates, words: Words
) -> tuple[FigureRow, ...]:
    """The figures of an effect from top to bottom."""
    to_be = effect.procedure
    time, cost = taken(to_be, case), taken(to_be, case, "cost", rates)
    today, paid = steps_of_case(full, case), steps_of_case(full, case, "cost", rates)
    times = counted_times(full, today), counted_times(to_be.counted, time.timed)
    costs = counted_costs(full, paid), counted_costs(to_be.counted, cost.paid)
    cells = _Cells(
        (_covered(today, times[0]), _covered(time.steps, times[1])),
        (_covered(paid, costs[0]), _covered(cost.steps, costs[1])),
        (_visited(today), _visited(time.steps)),
    )
    return _Rows(effect, cells, words).every()


def less_text(less: Range | Money | int | None, words: Words, *, more: bool) -> str:
    """What is saved: `≥` where `more` may be than is known, in words where it becomes more, `?` unknown."""
    if less is None:
        return UNKNOWN
    turned = _turned(less)
    if turned is not None:
        return words.text("{amount} more", amount=_plain(turned, words))
    text = _plain(less, words)
    return f"≥ {text}" if more and text != UNKNOWN else text


def _plain(value: Range | Money | int, words: Words) -> str:
    if isinstance(value, Range):
        return hours_text(value, words)
    return money(value, words.language) if isinstance(value, Money) else number(value, words.language)


def _covered(
    steps: Sequence[Step], counted: Mapping[str, CountedTime] | Mapping[str, CountedCost]
) -> tuple[Covered, ...]:
    cells = []
    for step in steps:
        one = counted.get(step.id)
        inside = one is not None and one.state is Counting.INSIDE
        own = one is not None and one.covered
        cells.append(Covered.INSIDE if inside and own else Covered.OWN if own else Covered.UNKNOWN)
    return tuple(cells)


def _visited(steps: Sequence[Step]) -> tuple[Covered, ...]:
    return tuple(Covered.UNKNOWN if step.visits is None else Covered.OWN for step in steps)


def _turned(less: Range | Money | int) -> Range | Money | int | None:
    """How much more it becomes, where all of it is less than nothing; None where something is saved."""
    if isinstance(less, Range):
        ends = [end for end in (less.min, less.typ, less.max) if end is not None]
        if not ends or max(ends) >= 0:
            return None
        return Range(*(None if end is None else -end for end in (less.max, less.typ, less.min)))
    if isinstance(less, Money):
        return Money(-less.amount, less.currency) if less.amount < 0 else None
    return -less if less < 0 else None


def _less_money(less: float | None, currency: str) -> Money | None:
    return None if less is None else Money(less, currency)


def _by_currency(amounts: Sequence[Money]) -> dict[str, float]:
    return {one.currency: one.amount for one in amounts}


def _amount(known: Mapping[str, float], currency: str, total: Totals, language: Language) -> str:
    """An amount; nothing of a currency is zero only where some fee is known."""
    if currency not in known and not total.cost_covered.n:
        return UNKNOWN
    return money(Money(known.get(currency, 0.0), currency), language)
