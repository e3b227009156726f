"""How a country's cell of a comparison stands against the others of its row, by a chosen measure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from customs_app.analysis.counting import Counting
from customs_app.analysis.money import USD, convert
from customs_app.analysis.rows import Cell, Row
from customs_app.analysis.tolerance import USUAL, Tolerance
from customs_app.domain.codes import Channel, Evidence, Role
from customs_app.domain.figures import Coverage
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import ExchangeRate


class Measure(StrEnum):
    """By what the countries of a row are looked at."""

    STEPS = "steps"
    TIME = "time"
    COST = "cost"
    DOCUMENTS = "documents"
    VISITS = "visits"
    CHANNEL = "channel"
    EVIDENCE = "evidence"


GRADED = frozenset({Measure.CHANNEL, Measure.EVIDENCE})
"""Measures whose values are grades of their own: they need no median to say what is light and what heavy."""


class Standing(StrEnum):
    """A cell against the median of its row, by its sign."""

    MORE = "▲"
    EQUAL = "="
    LESS = "▼"


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted over some steps: `n` (None unknown), and of how many of them something is recorded."""

    n: int | None
    covered: Coverage

    @property
    def whole(self) -> bool:
        """Whether something is recorded of every step, so that there may not be more."""
        return self.covered.n == self.covered.of


def steps_counted(cell: Cell) -> tuple[Step, ...]:
    """The steps of a cell that the case takes, or all where it takes none."""
    taken = tuple(step for step in cell.steps if step.id in cell.in_case)
    return taken or cell.steps


def documents(cell: Cell, full: FullProcedure) -> Counted:
    """How many different documents are handed in; unknown where no step has a document recorded."""
    steps = steps_counted(cell)
    recorded = [full.uses[step.id] for step in steps if full.uses.get(step.id)]
    names = {use.document_id for uses in recorded for use in uses if use.role is Role.INPUT}
    return Counted(len(names) if recorded else None, Coverage(len(recorded), len(steps)))


def visits(cell: Cell) -> Counted:
    """How many visits it takes; unknown where no step says."""
    steps = steps_counted(cell)
    known = [step.visits for step in steps if step.visits is not None]
    return Counted(sum(known) if known else None, Coverage(len(known), len(steps)))


def channels(cell: Cell) -> tuple[Channel | None, ...]:
    """The ways in which the counted steps are done, each once, the heaviest first and an unknown one last."""
    order: list[Channel | None] = [*reversed(Channel), None]
    return tuple(sorted({step.channel for step in steps_counted(cell)}, key=order.index))


def evidences(cell: Cell) -> tuple[Evidence | None, ...]:
    """The kinds of evidence of the counted steps, each once: an unknown one first, then the weakest."""
    order: list[Evidence | None] = [None, *reversed(Evidence)]
    return tuple(sorted({step.evidence for step in steps_counted(cell)}, key=order.index))


def grade(cell: Cell, measure: Measure) -> int | None:
    """0, the lightest way or the strongest evidence, to 4; None where it is unknown or the measure has none.

    The way is the heaviest that is known, as the cell shows it; evidence is unknown where one step's is.
    """
    if measure is Measure.CHANNEL:
        return None if cell.channel is None else list(Channel).index(cell.channel)
    weakest = evidences(cell)[0] if measure is Measure.EVIDENCE else None
    return None if weakest is None else list(Evidence).index(weakest)


def amount(
    cell: Cell, full: FullProcedure, measure: Measure, rates: Mapping[str, ExchangeRate]
) -> float | None:
    """What may be held against other countries: hours, US dollars or a count; None where it is not whole.

    Times and fees are the cell's own: none rests on a limit, or on an aggregate that spans more.
    """
    match measure:
        case Measure.STEPS:
            return float(len(steps_counted(cell)))
        case Measure.TIME:
            return cell.hours.typ if cell.own and cell.hours is not None else None
        case Measure.COST:
            return _dollars(cell, rates)
        case Measure.DOCUMENTS:
            return _whole(documents(cell, full))
        case Measure.VISITS:
            return _whole(visits(cell))
        case _:
            return None


def standings(
    row: Row,
    procedures: Mapping[str, FullProcedure],
    measure: Measure,
    rates: Mapping[str, ExchangeRate],
    tolerance: Tolerance = USUAL,
) -> Mapping[str, Standing]:
    """How countries stand to the median of a row; who has no amount, or is alone with one, has no key.

    Times and fees within the tolerance count as equal to the median; counts only where they are equal.
    """
    amounts = {
        iso2: found
        for iso2, cell in row.cells.items()
        if cell is not None and (found := amount(cell, procedures[iso2], measure, rates)) is not None
    }
    if len(amounts) < 2:
        return {}
    middle = median(tuple(amounts.values()))
    times = {Measure.TIME: tolerance.time, Measure.COST: tolerance.cost}.get(measure, 1.0)
    return {iso2: _standing(value, middle, times) for iso2, value in amounts.items()}


def shade(measure: Measure, standing: Standing | None, grade: int | None) -> int | None:
    """How strongly a cell is tinted by its measure, from 0 to 4; None where it has no tint."""
    if measure in GRADED:
        return grade
    return {Standing.MORE: len(Channel) - 1, Standing.LESS: 0}.get(standing) if standing else None


def median(values: Sequence[float]) -> float:
    """The middle of some values, the mean of the two in the middle where their number is even."""
    ordered, half = sorted(values), len(values) // 2
    return (ordered[half] + ordered[~half]) / 2


def _standing(value: float, middle: float, times: float) -> Standing:
    if value > middle * times:
        return Standing.MORE
    return Standing.LESS if value * times < middle else Standing.EQUAL


def _whole(counted: Counted) -> float | None:
    return float(counted.n) if counted.n is not None and counted.whole else None


def _dollars(cell: Cell, rates: Mapping[str, ExchangeRate]) -> float | None:
    if not cell.cost or any(cost.state is not Counting.OWN for cost in cell.counted_costs):
        return None
    one = convert(cell.cost, USD, rates)
    return one.total.amount if one.total is not None and not one.left else None
