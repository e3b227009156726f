"""The procedures of a corridor chained: when each step is done, and what the whole comes to."""

from collections.abc import Iterable, Sequence

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.counted import Counted, counted_along
from customs_app.analysis.corridor.hours import added, at_each_end, by_kind, by_stage
from customs_app.analysis.corridor.result import (
    Chain,
    ChainBlock,
    ChainPoint,
    ChainTotals,
    Gap,
    Span,
)
from customs_app.analysis.counting import Counting
from customs_app.analysis.critical_path import finished, passage
from customs_app.analysis.totals import add_up, handed_in, totals_of
from customs_app.domain.corridor import Block, GapKind
from customs_app.domain.figures import Coverage, Range
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message, Text

_CARRIED = "TRN-05"
_Ends = tuple[float, float, float]


def chain(blocks: Sequence[Block], case: Case, reference: Reference) -> Chain:
    """The journey through the blocks, one after the other, in a case.

    Each block begins when the one before it has ended; inside a block the steps wait for one another as
    in `critical_path`. Gaps add nothing. Times are hours; an end of a range that is known nowhere is None.
    """
    counted, repeated = counted_along(blocks, case, reference)
    by_key = {one.block.key: one for one in counted}
    known = _known(counted)
    points: list[ChainPoint] = []
    parts: list[ChainBlock] = []
    gaps: list[Gap] = []
    spans: list[Span] = []
    start: _Ends = (0.0, 0.0, 0.0)
    for block in blocks:
        one = by_key.get(block.key)
        first = len(points)
        if one is None:
            gaps.append(Gap(block.gap or GapKind.NO_PROCEDURE, block.key, first, block.why))
            place = _shown(start, known)
            parts.append(ChainBlock(block, first, 0, place, Range(), place, Coverage(0, 0), None))
            continue
        points += _points(one, first, start, known)
        gaps += _drives(one, first, reference)
        spans += _spans(one, first)
        part = _part(one, case, first, start, known)
        parts.append(part)
        start = _after(start, part.elapsed)
    return Chain(
        case=case,
        blocks=tuple(parts),
        points=tuple(points),
        spans=tuple(spans),
        gaps=tuple(gaps),
        counted_once=repeated,
        by_stage=by_stage(counted, reference),
        by_kind=by_kind(counted),
        totals=_totals(counted, parts, gaps),
    )


def _known(counted: Iterable[Counted]) -> tuple[bool, bool, bool]:
    """Whether some step of the chain has a least, a typical, a most."""
    hours = [time.hours for one in counted for time in one.times.values() if time.hours is not None]
    least, typical, most = (
        any(getattr(one, end) is not None for one in hours) for end in ("min", "typ", "max")
    )
    return least, typical, most


def _shown(ends: _Ends, known: tuple[bool, bool, bool]) -> Range:
    return Range(*(end if is_known else None for end, is_known in zip(ends, known, strict=True)))


def _after(start: _Ends, elapsed: Range) -> _Ends:
    least, typical, most = at_each_end(elapsed)
    return start[0] + least, start[1] + typical, start[2] + most


def _points(one: Counted, first: int, start: _Ends, known: tuple[bool, bool, bool]) -> Iterable[ChainPoint]:
    ended = finished(one.full, one.times)
    done: _Ends = (0.0, 0.0, 0.0)
    for index, step in enumerate(one.steps, start=first):
        time, end = one.times[step.id], at_each_end(ended[step.id])
        done = max(done[0], end[0]), max(done[1], end[1]), max(done[2], end[2])
        reached = start[0] + done[0], start[1] + done[1], start[2] + done[2]
        yield ChainPoint(
            block_key=one.block.key,
            step_id=step.id,
            index=index,
            number=step.seq,
            cumulative=_shown(reached, known),
            state=time.state,
            own=time.hours,
            recorded=time.recorded,
            limit=time.state is Counting.LIMIT,
            derived=time.derived,
            aggregate_id=time.aggregate_id,
            same_as=one.same_as.get(step.id),
        )


def _part(one: Counted, case: Case, first: int, start: _Ends, known: tuple[bool, bool, bool]) -> ChainBlock:
    elapsed = passage(one.full, one.times).elapsed
    covered = sum(time.covered for time in one.times.values())
    return ChainBlock(
        block=one.block,
        first=first,
        steps=len(one.steps),
        start=_shown(start, known),
        elapsed=elapsed,
        end=_shown(_after(start, elapsed), known),
        covered=Coverage(covered, len(one.steps)),
        totals=totals_of(one.full, case, one.steps, one.paid),
    )


def _drives(one: Counted, first: int, reference: Reference) -> Iterable[Gap]:
    """Drives of which the time is not known: a step without one, or places between which no step drives."""
    country = reference.countries.get(one.block.country)
    name = country.name if country else Text(one.block.country)
    said = Message("Driving, {country}: the time is not known.", {"country": name})
    drives = [(index, step) for index, step in enumerate(one.steps, start=first) if step.activity == _CARRIED]
    for index, step in drives:
        time = one.times[step.id]
        if time.hours is None and time.state is not Counting.INSIDE:
            yield Gap(GapKind.DRIVING, one.block.key, index, said, step.id)
    if not drives and len(one.block.places) > 1:
        yield Gap(GapKind.DRIVING, one.block.key, first + len(one.steps), said)


def _spans(one: Counted, first: int) -> Iterable[Span]:
    """The counted figures for several steps, with those of their steps that the case takes."""
    for carrier, time in one.times.items():
        if time.state is not Counting.AGGREGATE or time.recorded is None:
            continue
        held = {
            index: step.id
            for index, step in enumerate(one.steps, start=first)
            if one.times[step.id].aggregate_id == carrier
        }
        yield Span(
            block_key=one.block.key,
            step_id=carrier,
            first=min(held),
            last=max(held),
            steps=tuple(held.values()),
            hours=time.recorded,
            same_as=one.same_as.get(carrier),
        )


def _totals(counted: Sequence[Counted], parts: Sequence[ChainBlock], gaps: Sequence[Gap]) -> ChainTotals:
    times = [time for one in counted for time in one.times.values()]
    costs = [cost for one in counted for cost in one.costs.values()]
    each = [part.totals for part in parts if part.totals is not None]
    return ChainTotals(
        elapsed=added(part.elapsed for part in parts),
        effort=added(time.hours for time in times),
        cost=add_up(costs),
        rates=tuple(step_id for totals in each for step_id in totals.rates),
        procedures=len(each),
        steps=sum(totals.steps for totals in each),
        all_steps=sum(totals.all_steps for totals in each),
        documents=_documents(counted),
        handovers=_sum(totals.handovers for totals in each),
        visits=_sum(totals.visits for totals in each),
        in_person=sum(totals.in_person for totals in each),
        time_covered=_covered(totals.time_covered for totals in each),
        cost_covered=_covered(totals.cost_covered for totals in each),
        law_covered=_covered(totals.law_covered for totals in each),
        visits_covered=_covered(totals.visits_covered for totals in each),
        aggregates=sum(time.state is Counting.AGGREGATE and time.hours is not None for time in times),
        limits=sum(time.state is Counting.LIMIT for time in times),
        derived=sum(time.derived for time in times),
        cost_aggregates=sum(cost.state is Counting.AGGREGATE and cost.money is not None for cost in costs),
        gaps=sum(part.totals is None for part in parts),
        driving=sum(gap.kind is GapKind.DRIVING for gap in gaps),
    )


def _documents(counted: Iterable[Counted]) -> int | None:
    """How many different documents are handed in, each once for all blocks; None where none is recorded."""
    each = [handed_in(one.full, one.steps) for one in counted]
    known = [names for names in each if names is not None]
    return len(set().union(*known)) if known else None


def _sum(values: Iterable[int | None]) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _covered(parts: Iterable[Coverage]) -> Coverage:
    each = list(parts)
    return Coverage(sum(one.n for one in each), sum(one.of for one in each))
