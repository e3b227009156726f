"""What each step adds to a total: its own figure, a share in an aggregate, a limit, or nothing."""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum

from customs_app.domain.codes import CostKind, TimeKind
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.record import record


class Counting(StrEnum):
    """How a step's figure enters a total.

    UNADDED is shown and never added: an aggregate that names no steps, one that overlaps a larger one,
    or a figure of which the kind (or the currency) is not said.
    """

    OWN = "own"
    AGGREGATE = "aggregate"
    INSIDE = "inside"
    LIMIT = "limit"
    LEAD = "lead"
    RATE = "rate"
    UNADDED = "unadded"
    UNKNOWN = "unknown"


@record(frozen=True, slots=True)
class CountedTime:
    """What one step adds to a time, in elapsed hours.

    `hours` is what is added, None where it adds nothing; `recorded` is the step's own figure with its
    bounds filled, counted or not. `aggregate_id` is the step that carries the aggregate which holds this
    step. `derived` marks a typical value that is the mean of both bounds. `covered` says that the step
    has a counted typical value, or lies inside a counted aggregate that has one.
    """

    step_id: str
    hours: Range | None
    state: Counting
    aggregate_id: str | None = None
    derived: bool = False
    recorded: Range | None = None
    covered: bool = False


@record(frozen=True, slots=True)
class CountedCost:
    """What one step adds to a cost: `money` is added, `recorded` is its own figure, counted or not.

    A rate has `rate` in per cent and no money. `aggregate_id` is the step that carries the aggregate
    which holds this step.
    """

    step_id: str
    money: Money | None
    state: Counting
    aggregate_id: str | None = None
    recorded: Money | None = None
    rate: float | None = None

    @property
    def covered(self) -> bool:
        """Whether the step has a counted amount, or lies inside a counted aggregate."""
        return self.state is Counting.INSIDE or self.money is not None


def filled(hours: Range) -> tuple[Range, bool]:
    """A figure with its empty ends filled, and whether its typical value is derived.

    An empty typical value becomes the mean of both bounds; an empty bound falls back on the typical value.
    """
    typ = hours.typ
    derived = typ is None and hours.min is not None and hours.max is not None
    if typ is None and hours.min is not None and hours.max is not None:
        typ = (hours.min + hours.max) / 2
    least = typ if hours.min is None else hours.min
    most = typ if hours.max is None else hours.max
    return Range(least, typ, most), derived


def limit_of(hours: Range) -> Range:
    """What a legal or official maximum gives: a maximum alone."""
    return Range(max=next((end for end in (hours.max, hours.typ, hours.min) if end is not None), None))


def counted_times(full: FullProcedure, steps: Sequence[Step]) -> Mapping[str, CountedTime]:
    """What each of `steps` adds to their time; keys are step ids.

    An aggregate counts where the step that carries it is among `steps`, whole even where some of the
    steps it spans are not: a figure cannot be divided. Where the carrier is not among them the aggregate
    does not count, and the steps it spans count by their own times.
    """
    among = {step.id for step in steps}
    holder = _holders(
        [s for s in full.steps if s.id in among and s.time.kind is TimeKind.AGGREGATE and s.time.hours.known],
        lambda step: step.time.covers,
    )
    typical = {step.id for step in full.steps if filled(step.time.hours)[0].typ is not None}
    return {step.id: _time(step, holder.get(step.id), typical) for step in steps}


def counted_costs(full: FullProcedure, steps: Sequence[Step]) -> Mapping[str, CountedCost]:
    """What each of `steps` adds to their cost; keys are step ids. Aggregates as in `counted_times`."""
    among = {step.id for step in steps}
    holder = _holders(
        [
            step
            for step in full.steps
            if step.id in among and step.cost.kind is CostKind.AGGREGATE and _amount(step) is not None
        ],
        lambda step: step.cost.covers,
    )
    return {step.id: _cost(step, holder.get(step.id)) for step in steps}


def _holders(carriers: Sequence[Step], covers: Callable[[Step], tuple[str, ...]]) -> dict[str, str]:
    """Which counted aggregate holds each step: step id -> id of the carrier (itself for a carrier).

    Sets should not overlap. Where they do, the larger counts and the other does not, so that nothing
    is added to what contains it.
    """
    holder: dict[str, str] = {}
    spans = [(step.id, {step.id, *covers(step)}) for step in carriers if covers(step)]
    for carrier, span in sorted(spans, key=lambda item: -len(item[1])):
        if holder.keys().isdisjoint(span):
            holder.update(dict.fromkeys(span, carrier))
    return holder


def _time(step: Step, holder: str | None, typical: Collection[str]) -> CountedTime:
    """What a step adds; `typical` holds the ids of all steps that have a typical time."""
    known = step.time.hours.known
    shown, derived = filled(step.time.hours) if known else (None, False)
    if step.time.kind is TimeKind.LIMIT and known:
        shown, derived = limit_of(step.time.hours), False
    if holder == step.id:
        return CountedTime(step.id, shown, Counting.AGGREGATE, holder, derived, shown, step.id in typical)
    if holder is not None:
        return CountedTime(step.id, None, Counting.INSIDE, holder, False, shown, holder in typical)
    if shown is None:
        return CountedTime(step.id, None, Counting.UNKNOWN)
    if step.time.kind is TimeKind.DURATION:
        return CountedTime(step.id, shown, Counting.OWN, None, derived, shown, step.id in typical)
    if step.time.kind is TimeKind.LIMIT:
        return CountedTime(step.id, shown, Counting.LIMIT, recorded=shown)
    state = Counting.LEAD if step.time.kind is TimeKind.LEAD else Counting.UNADDED
    return CountedTime(step.id, None, state, recorded=shown)


def _cost(step: Step, holder: str | None) -> CountedCost:
    shown = _amount(step)
    if holder == step.id:
        return CountedCost(step.id, shown, Counting.AGGREGATE, holder, shown)
    rate = step.cost.amount if step.cost.kind is CostKind.RATE else None
    if holder is not None:
        return CountedCost(step.id, None, Counting.INSIDE, holder, shown, rate)
    if rate is not None:
        return CountedCost(step.id, None, Counting.RATE, rate=rate)
    if step.cost.amount is None:
        return CountedCost(step.id, None, Counting.UNKNOWN)
    if shown is not None and step.cost.kind in (CostKind.FEE, CostKind.BAND):
        return CountedCost(step.id, shown, Counting.OWN, recorded=shown)
    return CountedCost(step.id, None, Counting.UNADDED, recorded=shown)


def _amount(step: Step) -> Money | None:
    if step.cost.amount is None or not step.cost.currency or step.cost.kind is CostKind.RATE:
        return None
    return Money(step.cost.amount, step.cost.currency)
