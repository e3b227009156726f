"""The matrix of a comparison: one row an activity, one cell a country."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedCost, CountedTime, Counting, counted_costs, counted_times
from customs_app.analysis.critical_path import passage
from customs_app.analysis.totals import add_up
from customs_app.domain.codes import Channel, Stage
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Activity, ExchangeRate
from customs_app.domain.review import Mark


@dataclass(frozen=True, slots=True)
class Cell:
    """The steps by which one country does one activity, in order, in the case or not.

    `times` and `costs` stand beside `steps`, one each. `in_case` holds the ids of the steps that the
    case takes, `paid_in_case` of those whose costs it takes (of exclusive options the costliest may not be
    the longest). `hours` (elapsed, along their longest path; None unknown) and `cost` (one amount per
    currency; empty unknown) are those of the steps in the case, or of all where the case takes none.
    Where a step carries an aggregate (`aggregate`) they span more than this activity. `channel` is the
    heaviest for the trader; `conditional` says that no step comes without a condition.
    """

    steps: tuple[Step, ...]
    times: tuple[CountedTime, ...]
    costs: tuple[CountedCost, ...]
    in_case: tuple[str, ...]
    hours: Range | None
    cost: tuple[Money, ...]
    channel: Channel | None
    conditional: bool
    marks: tuple[Mark, ...] = ()
    paid_in_case: tuple[str, ...] = ()

    @property
    def aggregate(self) -> bool:
        """Whether the hours hold an aggregate, which spans other activities as well."""
        return any(time.state is Counting.AGGREGATE for time in self._counted())

    @property
    def own(self) -> bool:
        """Whether the hours are this activity's own and whole: each step counted has its own duration."""
        return all(time.state is Counting.OWN and time.covered for time in self._counted())

    @property
    def limit(self) -> bool:
        """Whether the hours are legal or official limits alone."""
        return all(time.state is Counting.LIMIT for time in self._counted())

    @property
    def own_fee(self) -> bool:
        """Whether the cost is this activity's own: some step has its own fee, none lies in an aggregate."""
        states = {cost.state for cost in self.costs}
        return Counting.OWN in states and states.isdisjoint({Counting.AGGREGATE, Counting.INSIDE})

    @property
    def counted_costs(self) -> tuple[CountedCost, ...]:
        """The costs of which `cost` is made: of the steps paid in the case, of all where it pays none."""
        among = self.paid_in_case or tuple(step.id for step in self.steps)
        return tuple(cost for cost in self.costs if cost.step_id in among)

    @property
    def fee_known(self) -> bool:
        """Whether something is known of the cost: an amount, a rate, or that it lies in an aggregate."""
        return any(cost.state is not Counting.UNKNOWN for cost in self.counted_costs)

    def _counted(self) -> list[CountedTime]:
        among = self.in_case or tuple(step.id for step in self.steps)
        return [time for time in self.times if time.step_id in among]


@dataclass(frozen=True, slots=True)
class Row:
    """One activity in all countries: country -> cell, None where the country has no such step.

    `have` is the number of countries that have it. `differs`: not all have it, or they do it through
    different channels (an unknown one does not differ) or in a different number of steps.
    """

    activity: Activity
    cells: Mapping[str, Cell | None]
    have: int
    differs: bool

    @property
    def fee_known(self) -> bool:
        """Whether something is known of the cost in some country."""
        return any(cell is not None and cell.fee_known for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class _Column:
    """What the cells of one country are made of; keys are step ids."""

    full: FullProcedure
    by_activity: Mapping[str, Sequence[Step]]
    in_case: frozenset[str]
    paid_in_case: frozenset[str]
    times: Mapping[str, CountedTime]
    costs: Mapping[str, CountedCost]
    marks: Mapping[str, Sequence[Mark]]


def rows(
    procedures: Mapping[str, FullProcedure],
    activities: Iterable[Activity],
    case: Case,
    marks: Iterable[Mark] = (),
    rates: Mapping[str, ExchangeRate] | None = None,
) -> tuple[Row, ...]:
    """One row for each activity that some country has, by stage and in order of `activities`."""
    by_step: dict[str, list[Mark]] = {}
    for mark in marks:
        by_step.setdefault(mark.step_id, []).append(mark)
    columns = {iso2: _column(full, case, by_step, rates) for iso2, full in procedures.items()}
    order = {stage: place for place, stage in enumerate(Stage)}
    found = (
        _row(activity, {iso2: _cell(column, activity.code) for iso2, column in columns.items()})
        for activity in sorted(activities, key=lambda activity: order[activity.stage])
    )
    return tuple(row for row in found if row.have)


def _column(
    full: FullProcedure,
    case: Case,
    marks: Mapping[str, Sequence[Mark]],
    rates: Mapping[str, ExchangeRate] | None,
) -> _Column:
    """Steps outside the case count here as if all were taken, so that the matrix shows their figures."""
    taken = steps_of_case(full, case)
    paid = steps_of_case(full, case, "cost", rates)
    by_activity: dict[str, list[Step]] = {}
    for step in full.steps:
        by_activity.setdefault(step.activity, []).append(step)
    return _Column(
        full,
        by_activity,
        frozenset(step.id for step in taken),
        frozenset(step.id for step in paid),
        {**counted_times(full, full.steps), **counted_times(full, taken)},
        {**counted_costs(full, full.steps), **counted_costs(full, paid)},
        marks,
    )


def _cell(column: _Column, activity: str) -> Cell | None:
    steps = tuple(column.by_activity.get(activity, ()))
    if not steps:
        return None
    taken = tuple(step.id for step in steps if step.id in column.in_case)
    paid = tuple(step.id for step in steps if step.id in column.paid_in_case)
    timed = taken or tuple(step.id for step in steps)
    channels = [step.channel for step in steps if step.channel is not None]
    return Cell(
        steps,
        tuple(column.times[step.id] for step in steps),
        tuple(column.costs[step.id] for step in steps),
        taken,
        _hours(column, timed),
        add_up(column.costs[step_id] for step_id in paid or (step.id for step in steps)),
        max(channels, key=list(Channel).index, default=None),
        all(step.condition is not None for step in steps),
        tuple(mark for step in steps for mark in column.marks.get(step.id, ())),
        paid,
    )


def _hours(column: _Column, step_ids: Sequence[str]) -> Range | None:
    known = {step_id: column.times[step_id] for step_id in step_ids}
    if not any(time.hours is not None for time in known.values()):
        return None
    if len(known) == 1:
        return column.times[step_ids[0]].hours
    return passage(column.full, known).elapsed


def _row(activity: Activity, cells: Mapping[str, Cell | None]) -> Row:
    there = [cell for cell in cells.values() if cell is not None]
    channels = {cell.channel for cell in there if cell.channel is not None}
    differs = len(there) < len(cells) or len(channels) > 1 or len({len(cell.steps) for cell in there}) > 1
    return Row(activity, cells, len(there), differs)
