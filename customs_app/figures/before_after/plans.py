"""The two diagrams: the same lanes and columns, so that each step is found where it was."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from customs_app.analysis.case import Case
from customs_app.analysis.counting import counted_times
from customs_app.analysis.critical_path import passage
from customs_app.analysis.rules.common import same_document
from customs_app.analysis.to_be.case_totals import taken
from customs_app.analysis.to_be.change import Outcome, ToBe
from customs_app.domain.codes import Role, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.figures.style import Style
from customs_app.figures.swimlane.diagram import Plan
from customs_app.figures.swimlane.lanes import lanes_of
from customs_app.figures.swimlane.look import Sizes, Told
from customs_app.figures.swimlane.place import Edge, columns, grid, waits
from customs_app.figures.swimlane.tell import step_tags, told_of

_TAKEN = (Role.INPUT, Role.SHOWN)
_Before = Mapping[str, tuple[str, ...]]


def plans(
    to_be: ToBe, only: Collection[str] | None, case: Case, sizes: Sizes, style: Style
) -> tuple[Plan, Plan]:
    """The diagram of the procedure as it is, and that of the procedure as it would be.

    `only` are the steps (ids) to show, all where None.
    """
    shown = [step for step in to_be.as_is.steps if only is None or step.id in only]
    told = _as_is(to_be, case, sizes, style)
    then = _as_would_be(to_be, told, case, style)
    before = waits(to_be.as_is, [step.id for step in shown])
    left = [step.id for step in shown if step.id not in then.gone]
    after = waits(to_be.full, left)
    at = columns(shown, before)
    later = _later(to_be, at, after)
    lanes = lanes_of(shown, at, style.reference, style.words)
    number = {lane.agency_id: i for i, lane in enumerate(lanes)}
    lane = {step.id: number[step.agency_id] for step in shown}
    heights = [
        max(one, other) for one, other in zip(_rows(shown, at, lane), _rows(shown, later, lane), strict=True)
    ]
    first = Plan(told, lanes, grid(shown, at, lane, heights), before)
    second = Plan(
        then, lanes, grid(shown, later, lane, heights), after, _data(to_be, later, after, style.reference)
    )
    return first, second


def _as_is(to_be: ToBe, case: Case, sizes: Sizes, style: Style) -> Told:
    told = told_of(to_be.as_is, case, (), style.reference, style.words)
    return replace(told, hit=_changed(to_be), sizes=sizes)


def _as_would_be(to_be: ToBe, told: Told, case: Case, style: Style) -> Told:
    """What the second diagram tells: steps that are no more are in it too, as outlines."""
    now = {step.id: step for step in to_be.full.steps}
    gone = frozenset(step.id for step in to_be.as_is.steps if step.id not in now)
    steps = tuple(now.get(step.id, step) for step in to_be.as_is.steps)
    drawn = FullProcedure(to_be.as_is.procedure, steps, to_be.full.uses)
    found = taken(to_be, case, rates=style.reference.rates)
    times = counted_times(to_be.counted, found.timed)
    lasts = passage(to_be.counted, times)
    # What is left of a figure whose step goes is carried by a rest of that step, drawn as the step itself.
    every = {
        step_id: replace(time, aggregate_id=to_be.rests.get(time.aggregate_id or "", time.aggregate_id))
        for step_id, time in (
            {**told.times, **counted_times(to_be.counted, to_be.counted.steps), **times}
        ).items()
    }
    return replace(
        told,
        full=drawn,
        times=every,
        taken=frozenset(step.id for step in found.steps),
        path=tuple(step_id for step_id in lasts.path if step_id in now),
        elapsed=lasts.elapsed,
        tags={step.id: step_tags(drawn, step.id, dict(told.letters)) for step in steps},
        hit=frozenset(),
        gone=gone,
        new=(_changed(to_be) | set(to_be.merged.values())) - gone,
    )


def _changed(to_be: ToBe) -> frozenset[str]:
    return frozenset(change.step_id for change in to_be.changes if change.outcome is Outcome.CHANGED)


def _later(to_be: ToBe, at: Mapping[str, int], after: _Before) -> dict[str, int]:
    """Columns of the second diagram: as before, further right where a step waits for more.

    A step that is done in parallel moves to where it may begin.
    """
    beside = {
        change.step_id
        for change in to_be.changes
        if change.verdict is Verdict.PARALLEL and change.outcome is Outcome.CHANGED
    }
    found = dict(at)
    for step_id, others in after.items():  # in order of work
        least = max((found[other] + 1 for other in others), default=0)
        found[step_id] = least if step_id in beside else max(at[step_id], least)
    return found


def _rows(steps: Sequence[Step], at: Mapping[str, int], lane: Mapping[str, int]) -> list[int]:
    """How many rows each lane needs."""
    lanes = grid(steps, at, lane).lanes
    return [lanes.count(number) for number in range(max(lanes, default=-1) + 1)]


def _data(to_be: ToBe, at: Mapping[str, int], after: _Before, reference: Reference) -> tuple[Edge, ...]:
    """From where a step has the data of a document that is not asked for again, if that is known."""
    found: dict[Edge, None] = {}
    holders: dict[str, str] = {}
    for step in to_be.full.steps:
        still = {use.document_id for use in to_be.full.uses.get(step.id, ()) if use.role in _TAKEN}
        for use in to_be.as_is.uses.get(step.id, ()):
            key = same_document(use.document_id, reference)
            if use.role not in _TAKEN:
                continue
            if use.document_id in still:
                holders.setdefault(key, step.id)
            elif key in holders:
                found[holders[key], step.id] = None
    return tuple(
        edge
        for edge in found
        if edge[0] in at
        and edge[1] in at
        and at[edge[0]] < at[edge[1]]
        and edge[0] not in after.get(edge[1], ())
    )
