"""The totals below the matrix: one row a figure, one cell a country, worded once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from customs_app.analysis.compare import Comparison
from customs_app.analysis.money import Converted, convert
from customs_app.analysis.totals import Totals
from customs_app.domain.codes import CaseKind
from customs_app.domain.figures import Coverage
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import ExchangeRate
from customs_app.figures.figure_text import ABSENT, UNKNOWN, hours_text, visits_text
from customs_app.language.numbers import money, said_day
from customs_app.language.words import Words
from customs_app.reports.beside_texts import rate_text, rounded_money


class Weight(Enum):
    """How loud a row is."""

    LEAD = "lead"
    PLAIN = "plain"
    SUB = "sub"


class Total(Enum):
    """Which figure a row has."""

    STEPS = "steps"
    ELAPSED = "elapsed"
    EFFORT = "effort"
    TIMED = "timed"
    RESTING = "resting"
    FEES = "fees"
    CONVERTED = "converted"
    PAID = "paid"
    DOCUMENTS = "documents"
    VISITS = "visits"


BRIEF = frozenset({Total.ELAPSED, Total.TIMED, Total.FEES, Total.DOCUMENTS})
"""The totals that are left where they stand in brief: never a time without what it covers."""


@dataclass(frozen=True, slots=True)
class TotalCell:
    """Lines of one total, what it says at greater length, and its text on the clipboard."""

    lines: tuple[str, ...]
    tip: str

    @property
    def copied(self) -> str:
        """In one line."""
        return " + ".join(self.lines)


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One figure: its name, a second line below it, its unit, and its cells in order of the countries."""

    key: Total
    title: str
    cells: tuple[TotalCell, ...]
    weight: Weight = Weight.PLAIN
    below: str = ""
    unit: str = ""

    @property
    def high(self) -> int:
        """How many lines of text the row needs."""
        return max(1 + bool(self.below), *(len(cell.lines) for cell in self.cells))


@dataclass(frozen=True, slots=True)
class _Maker:
    comparison: Comparison
    rates: Mapping[str, ExchangeRate]
    currency: str
    words: Words

    def row(
        self,
        key: Total,
        title: str,
        cell: Callable[[Totals, FullProcedure], TotalCell],
        weight: Weight = Weight.PLAIN,
        *,
        below: str = "",
        unit: str = "",
    ) -> TotalRow:
        comparison = self.comparison
        cells = tuple(
            cell(comparison.totals[iso2], comparison.procedures[iso2]) for iso2 in comparison.countries
        )
        return TotalRow(key, title, cells, weight, below, unit)

    def of(self, covered: Coverage) -> str:
        return self.words.text("{n} of {of}", n=covered.n, of=covered.of)

    # -- time

    def steps(self, totals: Totals, _full: FullProcedure) -> TotalCell:
        covered = Coverage(totals.steps, totals.all_steps)
        tip = self.words.text(
            "{n} of the {of} recorded steps belong to this case.", n=totals.steps, of=totals.all_steps
        )
        return TotalCell((self.of(covered),), tip)

    def elapsed(self, totals: Totals, full: FullProcedure) -> TotalCell:
        path = tuple(str(full.number(step_id)) for step_id in totals.path)
        tip = self.words.text("The longest path through the steps, in hours; on it: {steps}.", steps=path)
        return TotalCell((hours_text(totals.elapsed, self.words),), f"{tip}\n{self._timed(totals)}")

    def effort(self, totals: Totals, _full: FullProcedure) -> TotalCell:
        tip = self.words.text("All counted times added up, in hours.")
        return TotalCell((hours_text(totals.effort, self.words),), f"{tip}\n{self._timed(totals)}")

    def timed(self, totals: Totals, _full: FullProcedure) -> TotalCell:
        return TotalCell((self.of(totals.time_covered),), self._timed(totals))

    def resting(self, totals: Totals, _full: FullProcedure) -> TotalCell:
        words = self.words
        tip = "\n".join(
            (
                words.count("{n} aggregate", "{n} aggregates", totals.aggregates),
                words.count("{n} limit", "{n} limits", totals.limits),
                words.count("{n} derived typical time", "{n} derived typical times", totals.derived),
            )
        )
        return TotalCell((f"{totals.aggregates or ABSENT} · {totals.limits or ABSENT}",), tip)

    def _timed(self, totals: Totals) -> str:
        covered = totals.time_covered
        return self.words.text("{n} of {of} steps have a time.", n=covered.n, of=covered.of)

    # -- fees

    def fees(self, totals: Totals, full: FullProcedure) -> TotalCell:
        lines = tuple(money(amount, self.words.language) for amount in totals.cost) or (UNKNOWN,)
        return TotalCell(lines, "\n".join([self._paid(totals), *self._rates_of(totals, full)]))

    def converted(self, totals: Totals, _full: FullProcedure) -> TotalCell:
        one = convert(totals.cost, self.currency, self.rates)
        language = self.words.language
        lines = [] if one.total is None else [rounded_money(one.total, self.words)]
        lines += [money(amount, language) for amount in one.left]
        tip = [*(rate_text(rate, self.words) for rate in one.rates)]
        if one.left:
            left = tuple(amount.currency for amount in one.left)
            tip.append(self.words.text("No rate for {currencies}: shown apart.", currencies=left))
        return TotalCell(tuple(lines) or (UNKNOWN,), "\n".join([self._paid(totals), *tip]))

    def paid(self, totals: Totals, _full: FullProcedure) -> TotalCell:
        return TotalCell((self.of(totals.cost_covered),), self._paid(totals))

    def _paid(self, totals: Totals) -> str:
        covered = totals.cost_covered
        return self.words.text("{n} of {of} steps have a fee.", n=covered.n, of=covered.of)

    def _rates_of(self, totals: Totals, full: FullProcedure) -> list[str]:
        numbers = tuple(str(full.number(step_id)) for step_id in totals.rates)
        return [self.words.text("Percentages, not added: steps {steps}.", steps=numbers)] if numbers else []

    # -- papers and ways

    def documents(self, totals: Totals, _full: FullProcedure) -> TotalCell:
        if totals.documents is None or totals.handovers is None:
            return TotalCell((UNKNOWN,), self.words.text("No document is recorded for this procedure."))
        tip = self.words.text(
            "{documents} different documents are handed in, {handovers} times in all.",
            documents=totals.documents,
            handovers=totals.handovers,
        )
        return TotalCell((f"{totals.documents} · {totals.handovers}",), tip)

    def visits(self, totals: Totals, _full: FullProcedure) -> TotalCell:
        known = visits_text(totals.visits, totals.visits_covered, self.words)
        covered = totals.visits_covered
        tip = self.words.text(
            "Visits are known for {n} of {of} steps; besides, {person} steps are done in person.",
            n=covered.n,
            of=covered.of,
            person=totals.in_person,
        )
        return TotalCell((f"{known} · {totals.in_person or ABSENT}",), tip)


def total_rows(
    comparison: Comparison, rates: Mapping[str, ExchangeRate], currency: str, words: Words
) -> tuple[TotalRow, ...]:
    """The totals of a comparison, from top to bottom; fees also in `currency` (ISO 4217)."""
    make, text = _Maker(comparison, rates, currency, words), words.text
    base = comparison.case.kind is CaseKind.BASE
    steps = text("Steps of the base case") if base else text("Steps of the worst case")
    return (
        make.row(Total.STEPS, steps, make.steps),
        make.row(
            Total.ELAPSED, text("Elapsed, critical path"), make.elapsed, Weight.LEAD, unit=text("hours")
        ),
        make.row(Total.EFFORT, text("Sum of steps"), make.effort, unit=text("hours")),
        make.row(Total.TIMED, text("steps with a counted time"), make.timed, Weight.SUB),
        make.row(Total.RESTING, text("of these aggregates · limits"), make.resting, Weight.SUB),
        make.row(Total.FEES, text("Fees, own currencies"), make.fees),
        make.row(
            Total.CONVERTED,
            text("The same in {currency}", currency=currency),
            make.converted,
            below=rates_line(comparison, rates, currency, words),
        ),
        make.row(Total.PAID, text("steps with a counted fee"), make.paid, Weight.SUB),
        make.row(Total.DOCUMENTS, text("Documents · handovers"), make.documents),
        make.row(Total.VISITS, text("Visits · steps in person"), make.visits),
    )


def rates_line(comparison: Comparison, rates: Mapping[str, ExchangeRate], currency: str, words: Words) -> str:
    """The day, or first and last day, of the rates by which fees were converted."""
    converted = [convert(totals.cost, currency, rates) for totals in comparison.totals.values()]
    days = _days(converted)
    if not days:
        return words.text("no rate was needed")
    first, last = (said_day(one, words.language) for one in (days[0], days[-1]))
    if first == last:
        return words.text("rates of {day}", day=first)
    return words.text("rates of {first} to {last}", first=first, last=last)


def _days(converted: list[Converted]) -> list[str]:
    return sorted({date for one in converted for date in one.dates})
