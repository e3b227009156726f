"""A chain worked out once more, slowly and by other means: every way through the steps is walked."""

from collections.abc import Collection, Iterator, Sequence

from customs_app.domain.codes import CostKind, TimeKind
from customs_app.domain.corridor import Block
from customs_app.domain.procedure import FullProcedure, Step

ENDS = ("min", "typ", "max")


def base_steps(full: FullProcedure) -> list[Step]:
    """The steps of an ordinary consignment."""
    options: dict[str, str] = {}
    taken = []
    for step in full.steps:
        if step.condition is not None:
            continue
        group, _, option = (step.choice or "").partition(":")
        if not step.choice or options.setdefault(group, option) == option:
            taken.append(step)
    return taken


def figure(step: Step, taken: Sequence[Step], elsewhere: Collection[str]) -> dict[str, float]:
    """What a step adds at each end that it knows; an empty mapping adds nothing."""
    hours, kind = step.time.hours, step.time.kind
    values = {end: getattr(hours, end) for end in ENDS if getattr(hours, end) is not None}
    holders = [
        other for other in taken if other.time.kind is TimeKind.AGGREGATE and step.id in other.time.covers
    ]
    if not values or step.id in elsewhere or (holders and holders[0] is not step):
        return {}
    if kind is TimeKind.LIMIT:
        return {"max": values.get("max", values.get("typ", values.get("min", 0.0)))}
    if kind is not TimeKind.DURATION and not holders:
        return {}
    if "typ" not in values and len(values) == 2:
        values["typ"] = (values["min"] + values["max"]) / 2
    if "typ" in values:
        values.setdefault("min", values["typ"])
        values.setdefault("max", values["typ"])
    return values


def ways(full: FullProcedure, taken: Sequence[Step]) -> Iterator[tuple[str, ...]]:
    """Every way through the steps, from one that waits for none to one for which none waits."""
    among = {step.id for step in taken}
    depends = {step.id: step.depends_on for step in full.steps}

    def before(name: str) -> set[str]:
        found: set[str] = set()
        for other in depends[name]:
            found |= {other} if other in among else before(other)
        return found

    after: dict[str, set[str]] = {name: set() for name in among}
    for name in among:
        for other in before(name):
            after[other].add(name)

    def walk(way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if not after[way[-1]]:
            yield way
        for following in sorted(after[way[-1]]):
            yield from walk((*way, following))

    for name in sorted(among):
        if not before(name):
            yield from walk((name,))


def elapsed(full: FullProcedure, taken: Sequence[Step], elsewhere: Collection[str]) -> list[float]:
    """The longest way at each end; what an end does not know is as long as the next smaller one."""
    figures = {step.id: figure(step, taken, elsewhere) for step in taken}

    def length(way: tuple[str, ...], upto: int) -> float:
        known = ([figures[name][end] for end in ENDS[: upto + 1] if end in figures[name]] for name in way)
        return sum(values[-1] for values in known if values)

    every = list(ways(full, taken))
    return [max((length(way, upto) for way in every), default=0.0) for upto in range(3)]


def chain_elapsed(blocks: Sequence[Block], elsewhere: Collection[str]) -> list[float]:
    """Least, typical and most of the whole chain, one block after the other."""
    fulls = [block.procedure for block in blocks if block.procedure is not None]
    each = [elapsed(full, base_steps(full), elsewhere) for full in fulls]
    return [sum(one[upto] for one in each) for upto in range(3)]


def chain_cost(blocks: Sequence[Block]) -> dict[str, float]:
    """Sums per currency of what is paid along the chain."""
    sums: dict[str, float] = {}
    for block in blocks:
        if block.procedure is None:
            continue
        taken = base_steps(block.procedure)
        wholes = [step for step in taken if step.cost.kind is CostKind.AGGREGATE and step.cost.covers]
        inside = {name for step in wholes for name in step.cost.covers}
        for step in taken:
            cost = step.cost
            if cost.amount is None or not cost.currency:
                continue
            if step in wholes or (step.id not in inside and cost.kind in (CostKind.FEE, CostKind.BAND)):
                sums[cost.currency] = sums.get(cost.currency, 0.0) + cost.amount
    return sums
