"""What the steps of each block of a chain add, where one measured figure counts once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.corridor.result import CountedOnce
from customs_app.analysis.counting import CountedCost, CountedTime, Counting, counted_costs, counted_times
from customs_app.domain.codes import Evidence
from customs_app.domain.corridor import Block
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import ExchangeRate, Reference
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class Counted:
    """The steps of a block that the case takes, in order, and what each adds to the chain.

    `paid` are those it takes for the cost; `times` and `costs` have step ids as keys. `same_as`: step id
    -> the step of another block at which its time is counted.
    """

    block: Block
    full: FullProcedure
    steps: tuple[Step, ...]
    paid: tuple[Step, ...]
    times: Mapping[str, CountedTime]
    costs: Mapping[str, CountedCost]
    same_as: Mapping[str, str]


def count(block: Block, case: Case, rates: Mapping[str, ExchangeRate]) -> Counted | None:
    """What the steps of a block add by themselves; None for a gap."""
    full = block.procedure
    if full is None:
        return None
    steps, paid = steps_of_case(full, case), steps_of_case(full, case, "cost", rates)
    return Counted(block, full, steps, paid, counted_times(full, steps), counted_costs(full, paid), {})


def counted_along(
    blocks: Sequence[Block], case: Case, reference: Reference
) -> tuple[tuple[Counted, ...], tuple[CountedOnce, ...]]:
    """What the blocks of a chain add, where a figure that two report counts once (see `once`); no gaps."""
    single = [one for block in blocks if (one := count(block, case, reference.rates)) is not None]
    return once(single, _borders_before(blocks), reference)


def _borders_before(blocks: Sequence[Block]) -> Mapping[str, int]:
    """How many borders lie before each block, by its key."""
    passed: dict[str, int] = {}
    number = 0
    for place, block in enumerate(blocks):
        number += place > 0 and blocks[place - 1].country != block.country
        passed[block.key] = number
    return passed


def once(
    counted: Sequence[Counted], borders_before: Mapping[str, int], reference: Reference
) -> tuple[tuple[Counted, ...], tuple[CountedOnce, ...]]:
    """The blocks, in the order of the chain, with a figure that two of them report counted at one alone.

    A crossing measured whole stands in the reports of both countries. Two figures are one where both are
    measured, come from one report, are equal, and one of them at least is for several steps; and where the
    blocks lie in one country or on the two sides of one border. It counts at the step that says for which
    steps it is, else at the first. `borders_before` has keys of blocks.
    """
    now = list(counted)
    pairs: list[CountedOnce] = []
    for first, second in _meeting([borders_before[one.block.key] for one in counted]):
        for one in now[first].steps:
            for other in now[second].steps:
                time = _same_time(now[first], one, now[second], other, reference)
                cost = _same_cost(now[first], one, now[second], other, reference)
                if one.id == other.id or not (time or cost):
                    continue
                kept, left = ((first, one), (second, other))
                if not _is_aggregate(now[first], one.id) and _is_aggregate(now[second], other.id):
                    kept, left = left, kept
                pairs.append(_pair(now[left[0]], kept[1], left[1], time=time, cost=cost))
                now[left[0]] = _without(now[left[0]], left[1].id, kept[1].id, time=time, cost=cost)
    return tuple(now), tuple(pairs)


def _meeting(passed: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Places of two blocks between which the goods pass one border at most; `passed` before each block."""
    places = range(len(passed))
    return [
        (one, other) for one in places for other in places if one < other and passed[other] - passed[one] <= 1
    ]


def _same_time(one: Counted, step: Step, two: Counted, other: Step, reference: Reference) -> bool:
    here, there = one.times[step.id], two.times[other.id]
    if here.hours is None or there.hours is None or here.hours.typ is None:
        return False
    whole = Counting.AGGREGATE in (here.state, there.state)
    return whole and here.hours.typ == there.hours.typ and _one_report(step, other, reference)


def _same_cost(one: Counted, step: Step, two: Counted, other: Step, reference: Reference) -> bool:
    here, there = one.costs.get(step.id), two.costs.get(other.id)
    if here is None or there is None or here.money is None:
        return False
    whole = Counting.AGGREGATE in (here.state, there.state)
    return whole and here.money == there.money and _one_report(step, other, reference)


def _one_report(step: Step, other: Step, reference: Reference) -> bool:
    if step.evidence is not Evidence.MEASURED or other.evidence is not Evidence.MEASURED:
        return False
    return bool(_reports(step, reference) & _reports(other, reference))


def _reports(step: Step, reference: Reference) -> frozenset[str]:
    sources = (reference.sources.get(source_id) for source_id in step.source_ids)
    return frozenset(source.url or source.title.casefold() for source in sources if source is not None)


def _is_aggregate(counted: Counted, step_id: str) -> bool:
    cost = counted.costs.get(step_id)
    return counted.times[step_id].state is Counting.AGGREGATE or (
        cost is not None and cost.state is Counting.AGGREGATE
    )


def _pair(left: Counted, kept: Step, step: Step, *, time: bool, cost: bool) -> CountedOnce:
    hours: Range | None = left.times[step.id].hours if time else None
    money = left.costs[step.id].money if cost else None
    said = Message(
        "“{step}” and “{other}” report the same measured figure: it is counted once.",
        {"step": kept.title, "other": step.title},
    )
    return CountedOnce(kept.id, step.id, hours, money, said)


def _without(counted: Counted, step_id: str, kept: str, *, time: bool, cost: bool) -> Counted:
    """The block without the figure of a step, which stays covered: it is counted in another block."""
    times, costs = dict(counted.times), dict(counted.costs)
    if time:
        times[step_id] = replace(times[step_id], hours=None, derived=False)
    if cost:
        costs[step_id] = replace(costs[step_id], money=None)
    same_as = {**counted.same_as, step_id: kept} if time else counted.same_as
    return replace(counted, times=times, costs=costs, same_as=same_as)
