"""Where the hours of a chain go: by stage of the work, and by kind of work."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from customs_app.analysis.corridor.counted import Counted
from customs_app.analysis.corridor.kinds import WorkKind, kind_of
from customs_app.analysis.corridor.result import HoursOf
from customs_app.analysis.counting import CountedTime
from customs_app.domain.codes import Stage
from customs_app.domain.figures import Coverage, Range
from customs_app.domain.procedure import Step
from customs_app.domain.reference import Reference

Group = Stage | WorkKind | None


def by_stage(counted: Sequence[Counted], reference: Reference) -> tuple[HoursOf, ...]:
    """Hours of each stage that has steps, in order; one figure for several stages comes last."""

    def stage_of(step: Step) -> Group:
        return reference.activities[step.activity].stage

    return _grouped(counted, stage_of, None, (*Stage, None))


def by_kind(counted: Sequence[Counted]) -> tuple[HoursOf, ...]:
    """Hours of each kind of work that has steps, in order."""
    return _grouped(counted, lambda step: kind_of(step.activity), WorkKind.CROSSING, tuple(WorkKind))


def added(hours: Iterable[Range | None]) -> Range:
    """The sum of figures; a smaller end stands for one not known, an end that none of them has is None."""
    known = [one for one in hours if one is not None]
    if not known:
        return Range()
    filled = [at_each_end(one) for one in known]
    return Range(
        *(
            sum(one[place] for one in filled) if any(getattr(one, end) is not None for one in known) else None
            for place, end in enumerate(("min", "typ", "max"))
        )
    )


def at_each_end(hours: Range) -> tuple[float, float, float]:
    """Least, typical and most as they are added: what is not known is at least the next smaller end."""
    least = hours.min or 0.0
    typical = least if hours.typ is None else hours.typ
    return least, typical, typical if hours.max is None else hours.max


def _grouped(
    counted: Sequence[Counted], group_of: Callable[[Step], Group], mixed: Group, order: Sequence[Group]
) -> tuple[HoursOf, ...]:
    found: defaultdict[Group, list[CountedTime]] = defaultdict(list)
    for one in counted:
        wholes = _wholes(one, group_of, mixed)
        for step in one.steps:
            time = one.times[step.id]
            holder = time.aggregate_id
            found[group_of(step) if holder is None else wholes[holder]].append(time)
    return tuple(
        HoursOf(
            group, added(time.hours for time in times), Coverage(sum(t.covered for t in times), len(times))
        )
        for group in order
        if (times := found.get(group))
    )


def _wholes(counted: Counted, group_of: Callable[[Step], Group], mixed: Group) -> Mapping[str, Group]:
    """The group of each counted figure for several steps: their own, or `mixed` where they have several."""
    steps = {step.id: step for step in counted.full.steps}
    found: dict[str, Group] = {}
    for holder in {time.aggregate_id for time in counted.times.values()} - {None}:
        carrier = steps[str(holder)]
        groups = {group_of(steps[name]) for name in {carrier.id, *carrier.time.covers} if name in steps}
        found[carrier.id] = groups.pop() if len(groups) == 1 else mixed
    return found
