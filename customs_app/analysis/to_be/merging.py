"""One step done as part of another."""

from dataclasses import dataclass, replace

from customs_app.analysis.counting import Counting
from customs_app.analysis.rules.saving import own_visits, shorter
from customs_app.analysis.to_be.draft import Draft, meet_alike
from customs_app.analysis.to_be.submit import drop, hand_in
from customs_app.domain.codes import Channel, Role, TimeKind
from customs_app.domain.figures import Range, TimeFigure
from customs_app.domain.procedure import DocumentUse
from customs_app.domain.review import Saving

_TIMED = (Counting.OWN, Counting.LIMIT)
_HEAVY = tuple(Channel)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merger does: `saves`, and what stays all the same.

    `time_stays` says that the step's own time is counted as before. `seldom` says that not all consignments
    that meet the other step meet this one: `kept` are ids of documents that are asked for as before
    therefore, `visits` how many visits it takes on its condition beyond those of the other.
    """

    saves: Saving
    time_stays: bool
    seldom: bool
    kept: tuple[str, ...]
    visits: int | None


def merge(draft: Draft, step_id: str, into: str) -> Merged:
    """Merge a step into another that remains.

    The other lasts as long as the longer of the two, and takes as many visits as the one that takes more.
    It waits for what either waited for, and what came after either comes after it. Documents that both
    take are brought once. The fee of the step stays to be paid. Where not all consignments that meet the
    other step meet this one, nothing is added to the other: what this one takes beyond it stays on its
    condition.
    """
    alike = meet_alike(draft.steps[step_id], draft.steps[into])
    hours, stays = _times(draft, step_id, into, alike=alike)
    visits, beyond = _visits(draft, step_id, into, alike=alike)
    documents, kept = _documents(draft, step_id, into, alike=alike)
    _order(draft, step_id, into)
    step = draft.steps[step_id]
    draft.merged[step_id] = into
    draft.leave(step_id, time=step.time if stays else TimeFigure(), cost=step.cost, visits=beyond)
    own = draft.times[step_id].state in _TIMED
    saves = Saving(hours=hours, documents=documents, visits=visits)
    return Merged(saves, stays and own, not alike, kept, beyond)


def _times(draft: Draft, step_id: str, into: str, *, alike: bool) -> tuple[Range | None, bool]:
    """What is saved, the shorter of two durations; and whether the step's own figure stays."""
    one, other = draft.times[step_id], draft.times[into]
    if one.state not in _TIMED or other.state not in _TIMED or one.hours is None:
        return None, True
    step = draft.steps[into]
    before = step.time.hours if into in draft.lasting else other.hours
    if before is None:
        return None, True
    longer = _longer(one.hours, before)
    if not alike and longer != before:
        return None, True
    kind = TimeKind.LIMIT if longer.typ is None and longer.min is None else TimeKind.DURATION
    draft.steps[into] = replace(step, time=TimeFigure(longer, kind))
    draft.lasting.add(into)
    if one.state is not Counting.OWN or other.state is not Counting.OWN:
        return None, False
    return shorter(one.hours, before), False


def _longer(one: Range, other: Range) -> Range:
    """The longer of two times end by end, an end that is known never below one that is smaller."""
    least = _most(one.min, other.min)
    typ = _most(one.typ, other.typ)
    typ = None if typ is None else _most(typ, least)
    most = _most(one.max, other.max)
    return Range(least, typ, None if most is None else max(most, typ or 0.0, least or 0.0))


def _most(a: float | None, b: float | None) -> float | None:
    return max((end for end in (a, b) if end is not None), default=None)


def _visits(draft: Draft, step_id: str, into: str, *, alike: bool) -> tuple[int | None, int | None]:
    """How many visits are saved, and how many of the step stay on its condition beyond those of the other."""
    one, step = draft.steps[step_id], draft.steps[into]
    own, other = own_visits(one), own_visits(step)
    saved = None if own is None or other is None else min(own, other)
    if own is None or own <= (other or 0):
        return saved, None
    if not alike:
        return saved, own - (other or 0)
    heavier = [channel for channel in (one.channel, step.channel) if channel is not None]
    channel = max(heavier, key=_HEAVY.index, default=None)
    draft.steps[into] = replace(step, visits=own, channel=channel)
    return saved, None


def _documents(draft: Draft, step_id: str, into: str, *, alike: bool) -> tuple[int | None, tuple[str, ...]]:
    """Move documents from step to step; how many are brought less, and which are asked for as before."""
    recorded = bool(draft.as_is.uses.get(step_id) and draft.as_is.uses.get(into))
    less = 0
    kept: list[str] = []
    known = asked(draft, into)
    for use in draft.uses.get(step_id, ()):
        if use.role is Role.OUTPUT or alike:
            less += move(draft, use, into, known)
        elif _stands_for(draft, use, into):
            drop(draft, step_id, [use])
            less += 1
        else:
            kept.append(use.document_id)
    return less if recorded else None, tuple(kept)


def asked(draft: Draft, step_id: str) -> frozenset[str]:
    """What a step asks for: what the names of each document share."""
    return frozenset(draft.key(use.document_id) for use in draft.taken(step_id))


def move(draft: Draft, use: DocumentUse, into: str, known: frozenset[str]) -> int:
    """Have a document handled at another step; 1 where that one asks for it already, so that one falls away.

    `known` is what the other step asked for before anything was moved. Both steps must be met by the same
    consignments, or the document be issued.
    """
    drop(draft, use.step_id, [use])
    given = draft.uses.get(into, ())
    if use.role is Role.OUTPUT:
        if not any(one.role is Role.OUTPUT and one.document_id == use.document_id for one in given):
            draft.uses[into] = (*given, replace(use, step_id=into))
        return 0
    if draft.key(use.document_id) not in known:
        draft.uses[into] = (*given, replace(use, step_id=into))
        return 0
    if not _stands_for(draft, use, into):
        hand_in(draft, into, use.document_id)
    return 1


def _stands_for(draft: Draft, use: DocumentUse, into: str) -> bool:
    """Whether the other step asks for the document already, and takes it in where this one takes it in."""
    alike = [one for one in draft.taken(into) if draft.key(one.document_id) == draft.key(use.document_id)]
    return any(one.role is Role.INPUT or use.role is Role.SHOWN for one in alike)


def _order(draft: Draft, step_id: str, into: str) -> None:
    """Let the other step come where the two came; no step is made to wait for one that waits for it."""
    earlier, later = _before(draft, into), _after(draft, into)
    draft.depends[into] = _joined(
        draft.depends[into],
        [one for one in draft.depends[step_id] if one != into and one not in later],
    )
    earlier |= _before(draft, into)
    for other, waits in draft.depends.items():
        if step_id in waits and other != into and other not in earlier:
            draft.depends[other] = _joined(waits, [into])


def _joined(one: tuple[str, ...], more: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *more)))


def _before(draft: Draft, step_id: str) -> set[str]:
    """All steps that must end before one."""
    found: set[str] = set()
    waiting = list(draft.depends[step_id])
    while waiting:
        other = waiting.pop()
        if other not in found and other in draft.depends:
            found.add(other)
            waiting.extend(draft.depends[other])
    return found


def _after(draft: Draft, step_id: str) -> set[str]:
    """All steps that come after one."""
    return {other for other in draft.depends if step_id in _before(draft, other)}
