"""Which steps of a procedure a total takes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from customs_app.analysis.counting import counted_costs, counted_times
from customs_app.analysis.critical_path import passage
from customs_app.domain.codes import CaseKind
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.record import record
from customs_app.domain.reference import ExchangeRate

Measure = Literal["time", "cost"]


@record(frozen=True, slots=True)
class Case:
    """A kind of consignment: the ordinary one, or all that may befall one.

    `ticked` holds ids of steps taken besides in the base case: a conditional step, or a step of
    another option than the first. The worst case takes them all and looks at no ticks.
    """

    kind: CaseKind = CaseKind.BASE
    ticked: frozenset[str] = frozenset()


BASE = Case(CaseKind.BASE)
WORST = Case(CaseKind.WORST)


def option_of(step: Step) -> str | None:
    """The option of its choice to which a step belongs; None where it is part of no choice."""
    return step.choice.partition(":")[2] if step.choice else None


def steps_of_case(
    full: FullProcedure,
    case: Case,
    measure: Measure = "time",
    rates: Mapping[str, ExchangeRate] | None = None,
) -> tuple[Step, ...]:
    """The steps of a procedure that a case takes, in order of `seq`.

    Base case: steps without a condition; of the options of one choice the first that has such a step;
    besides, what is ticked, where a ticked option takes the place of the first. Worst case: all steps,
    and of exclusive options the one with which the case lasts longest (`measure` time: the most, then
    the sum) or costs most (`measure` cost); where that is equal or unknown, the one with most steps,
    then the first. Amounts of two currencies are weighed through `rates`, or not at all.
    """
    if case.kind is CaseKind.WORST:
        return _worst(full, measure, rates or {})
    ticked = [step for step in full.steps if step.id in case.ticked]
    chosen: dict[str, str | None] = {}
    for step in [*ticked, *(step for step in full.steps if step.condition is None)]:
        if step.choice_group is not None:
            chosen.setdefault(step.choice_group, option_of(step))
    return tuple(
        step
        for step in full.steps
        if (step.condition is None or step.id in case.ticked) and _fits(step, chosen)
    )


def tick(full: FullProcedure, case: Case, step_id: str) -> Case:
    """The case with one step ticked, or no longer ticked where it was.

    Ticking a step of one option takes away the ticks of the other options of its choice.
    """
    if step_id in case.ticked:
        return Case(case.kind, case.ticked - {step_id})
    step = full.step(step_id)
    against = {
        other.id
        for other in full.steps
        if step.choice_group is not None
        and other.choice_group == step.choice_group
        and option_of(other) != option_of(step)
    }
    return Case(case.kind, (case.ticked - against) | {step_id})


def _fits(step: Step, chosen: Mapping[str, str | None]) -> bool:
    return step.choice_group is None or chosen.get(step.choice_group) == option_of(step)


def _worst(full: FullProcedure, measure: Measure, rates: Mapping[str, ExchangeRate]) -> tuple[Step, ...]:
    """All steps, choice by choice with the heaviest option while the other choices stand still."""
    options = _options(full)
    chosen: dict[str, str | None] = {group: names[0] for group, names in options.items()}

    def with_option(group: str, option: str) -> tuple[Step, ...]:
        trial = chosen | {group: option}
        return tuple(step for step in full.steps if _fits(step, trial))

    weigh = _weigher(full, measure, rates)
    for group, names in options.items():
        trials = [with_option(group, name) for name in names]
        heaviest = max(range(len(names)), key=weigh(trials).__getitem__)
        chosen[group] = names[heaviest]
    return tuple(step for step in full.steps if _fits(step, chosen))


def _options(full: FullProcedure) -> dict[str, list[str]]:
    """The choices of a procedure: group -> its options; first those with a step of the base case."""
    found: dict[str, list[str]] = {}
    for step in sorted(full.steps, key=lambda step: step.condition is not None):
        option = option_of(step)
        if step.choice_group is not None and option is not None:
            names = found.setdefault(step.choice_group, [])
            if option not in names:
                names.append(option)
    return found


def _weigher(
    full: FullProcedure, measure: Measure, rates: Mapping[str, ExchangeRate]
) -> Callable[[Sequence[tuple[Step, ...]]], Sequence[tuple[float, ...]]]:
    if measure == "cost":
        return lambda trials: _by_cost(full, trials, rates)
    return lambda trials: [_by_time(full, steps) for steps in trials]


def _by_time(full: FullProcedure, steps: Sequence[Step]) -> tuple[float, ...]:
    lasts = passage(full, counted_times(full, steps))
    return (lasts.elapsed.max or 0.0, lasts.effort.max or 0.0, float(len(steps)))


def _by_cost(
    full: FullProcedure, trials: Sequence[tuple[Step, ...]], rates: Mapping[str, ExchangeRate]
) -> list[tuple[float, ...]]:
    sums: list[dict[str, float]] = []
    for steps in trials:
        total: dict[str, float] = {}
        for cost in counted_costs(full, steps).values():
            if cost.money is not None:
                total[cost.money.currency] = total.get(cost.money.currency, 0.0) + cost.money.amount
        sums.append(total)
    differ = {
        code for total in sums for code in total if any(other.get(code) != total[code] for other in sums)
    }
    if len(differ) > 1 and not all(code == "USD" or code in rates for code in differ):
        return [(0.0, float(len(steps))) for steps in trials]
    per_usd = {
        code: 1.0 if code == "USD" or len(differ) == 1 else rates[code].units_per_usd for code in differ
    }
    return [
        (sum(total.get(code, 0.0) / per_usd[code] for code in differ), float(len(steps)))
        for total, steps in zip(sums, trials, strict=True)
    ]
