"""The longest way through steps that wait for one another."""

import heapq
from collections.abc import Collection, Mapping, Sequence

from customs_app.analysis.counting import CountedTime
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.record import record


@record(frozen=True, slots=True)
class Passage:
    """How long steps last together, in hours: along the longest path, and added up.

    `path` holds the ids of the steps on the longest path for the typical time (for the most where no
    typical time is known), first to last; empty where no time is known.
    """

    elapsed: Range
    effort: Range
    path: tuple[str, ...]


def predecessors(full: FullProcedure, among: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Which of the steps `among` must end before each of them: step id -> ids, in order of the procedure.

    A step that is left out hands its own predecessors on. A step on which the procedure has no
    knowledge (another procedure's, a deleted one) is passed over.
    """
    depends = {step.id: step.depends_on for step in full.steps}
    place = {step.id: index for index, step in enumerate(full.steps)}
    taken = set(among)
    found: dict[str, tuple[str, ...]] = {}
    for step in full.steps:
        if step.id not in taken:
            continue
        before: set[str] = set()
        seen: set[str] = set()
        waiting = list(step.depends_on)
        while waiting:
            other = waiting.pop()
            if other in seen or other not in depends:
                continue
            seen.add(other)
            if other in taken:
                before.add(other)
            else:
                waiting.extend(depends[other])
        found[step.id] = tuple(sorted(before - {step.id}, key=place.__getitem__))
    return found


def passage(full: FullProcedure, times: Mapping[str, CountedTime]) -> Passage:
    """How long the steps of `times` (keys are step ids) last together.

    Inside an aggregate the step that carries it has the aggregate's time and the others none. Steps
    that wait for one another in a circle are taken in order of the procedure: where none is free to
    begin, the first of a circle begins without waiting for the others in it.
    """
    before = predecessors(full, times)
    order, before = in_order(before)
    path: tuple[str, ...] = ()
    elapsed: list[float | None] = []
    effort: list[float | None] = []
    for end in ("min", "typ", "max"):
        weights = {step_id: _weight(time.hours, end) for step_id, time in times.items()}
        if not any(time.hours and getattr(time.hours, end) is not None for time in times.values()):
            elapsed.append(None)
            effort.append(None)
            continue
        length, longest = _longest(order, before, weights)
        elapsed.append(length)
        effort.append(max(length, sum(weights.values())))  # never less, even in the last binary digit
        if end == "typ" or (end == "max" and elapsed[1] is None):
            path = longest
    return Passage(Range(*elapsed), Range(*effort), path)


def finished(full: FullProcedure, times: Mapping[str, CountedTime]) -> Mapping[str, Range]:
    """When each step of `times` has ended, in hours since the procedure began; keys are step ids.

    Each begins as soon as those it waits for have ended. An end of the range that no step has is as far
    as the next smaller one goes. The last to end is the end of the longest path.
    """
    order, before = in_order(predecessors(full, times))
    ends = {
        end: _walked(order, before, {step_id: _weight(time.hours, end) for step_id, time in times.items()})[0]
        for end in ("min", "typ", "max")
    }
    return {step_id: Range(*(ends[end][step_id][0] for end in ("min", "typ", "max"))) for step_id in times}


def _weight(hours: Range | None, end: str) -> float:
    """What a step adds at one end of the range; at least what is known of the smaller ends.

    So a total never has a most below its least, where of some step only the least is known.
    """
    if hours is None:
        return 0.0
    ends = {"min": (hours.min,), "typ": (hours.typ, hours.min), "max": (hours.max, hours.typ, hours.min)}
    return next((value for value in ends[end] if value is not None), 0.0)


def in_order(before: Mapping[str, tuple[str, ...]]) -> tuple[list[str], dict[str, tuple[str, ...]]]:
    """The steps, each after those it waits for; and for whom it waits once circles are broken."""
    place = {step_id: index for index, step_id in enumerate(before)}
    names = list(before)
    after: dict[str, list[str]] = {step_id: [] for step_id in before}
    for step_id, others in before.items():
        for other in others:
            after[other].append(step_id)
    waits = {step_id: len(others) for step_id, others in before.items()}
    free = [place[step_id] for step_id, n in waits.items() if n == 0]
    heapq.heapify(free)
    left = dict.fromkeys(before)
    order: list[str] = []
    while left:
        step_id = names[heapq.heappop(free)] if free else _of_circle(before, left, place)
        if step_id not in left:
            continue
        del left[step_id]
        order.append(step_id)
        for other in after[step_id]:
            waits[other] -= 1
            if waits[other] == 0 and other in left:
                heapq.heappush(free, place[other])
    rank = {step_id: index for index, step_id in enumerate(order)}
    return order, {
        step_id: tuple(other for other in others if rank[other] < rank[step_id])
        for step_id, others in before.items()
    }


def _of_circle(
    before: Mapping[str, tuple[str, ...]], left: Mapping[str, None], place: Mapping[str, int]
) -> str:
    """The first step of a circle among those left, of which each waits for another one left."""
    walked: dict[str, int] = {}
    step_id = next(iter(left))
    while step_id not in walked:
        walked[step_id] = len(walked)
        step_id = next(other for other in before[step_id] if other in left)
    return min((name for name in walked if walked[name] >= walked[step_id]), key=place.__getitem__)


def _longest(
    order: Sequence[str], before: Mapping[str, tuple[str, ...]], weights: Mapping[str, float]
) -> tuple[float, tuple[str, ...]]:
    """Length of the longest path, and its steps.

    Of paths of one length the one that ends first, and of these the one that names most steps.
    """
    end, came = _walked(order, before, weights)
    last: str | None = max(order, key=lambda step_id: end[step_id][0])
    length = end[last][0] if last is not None else 0.0
    path: list[str] = []
    while last is not None:
        path.append(last)
        last = came[last]
    return length, tuple(reversed(path))


def _walked(
    order: Sequence[str], before: Mapping[str, tuple[str, ...]], weights: Mapping[str, float]
) -> tuple[dict[str, tuple[float, int]], dict[str, str | None]]:
    """When each step ends and how many steps lead to it; and the step after which it could begin."""
    end: dict[str, tuple[float, int]] = {}
    came: dict[str, str | None] = {}
    for step_id in order:
        latest = max(before[step_id], key=end.__getitem__, default=None)
        came[step_id] = latest
        length, steps = (0.0, 0) if latest is None else end[latest]
        end[step_id] = (length + weights[step_id], steps + 1)
    return end, came
