"""Whose verdicts make up the procedure as it would be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.decided import newest
from customs_app.analysis.opinions import Target, by_target, most, wants
from customs_app.domain.codes import Basis, Verdict
from customs_app.domain.meeting import Decision
from customs_app.domain.review import Mark, Reviewer


@dataclass(frozen=True, slots=True)
class Applied:
    """One verdict that is applied to a step, or to a document of it.

    `merge_into` is the step into which to merge. `by` are those who want it and `mark_ids` their marks;
    `decision_id` is the decision of a meeting that it rests on.
    """

    step_id: str
    document_id: str | None
    verdict: Verdict
    merge_into: str | None = None
    by: tuple[Reviewer, ...] = ()
    mark_ids: tuple[str, ...] = ()
    decision_id: str | None = None

    @property
    def target(self) -> Target:
        """What the verdict is about."""
        return self.step_id, self.document_id


@dataclass(frozen=True, slots=True)
class Chosen:
    """Verdicts to apply, one a target, and what is left out.

    `contested` are targets on which delegations differ, so that nothing is applied. `single` are those
    that only one delegation has marked, where two are needed. `stale` are ids of the marks and decisions
    applied of which the step or document has changed since.
    """

    applied: tuple[Applied, ...]
    contested: tuple[Target, ...] = ()
    single: tuple[Target, ...] = ()
    stale: tuple[str, ...] = ()


def choose(marks: Sequence[Mark], decisions: Sequence[Decision], basis: Basis, who: Reviewer) -> Chosen:
    """The verdicts of a basis, in order of step and document ids.

    MINE: the marks of `who`. PROPOSED: what most delegations want; a delegation wants what most of its
    reviewers want. AGREED: the newest decision of a meeting; where there is none, what two delegations or
    more have marked alike and none otherwise.
    """
    if basis is Basis.MINE:
        return _gathered(_one_by_one(by_target(mark for mark in marks if mark.reviewer == who)), marks, ())
    found = by_target(marks)
    if basis is Basis.PROPOSED:
        return _gathered({target: _proposed(ours) for target, ours in found.items()}, marks, ())
    decided = newest(decisions)
    wanted: dict[Target, Applied | None] = {}
    single = []
    for target, ours in found.items():
        if target in decided:
            continue
        if len({mark.reviewer.delegation for mark in ours}) < 2:
            single.append(target)
        else:
            wanted[target] = _agreed(ours)
    for target, decision in decided.items():
        wanted[target] = _of_decision(decision, found.get(target, ()))
    return _gathered(wanted, marks, decisions, single)


def _one_by_one(found: Mapping[Target, Sequence[Mark]]) -> dict[Target, Applied | None]:
    """One reviewer's marks; a target has one, or else the newest counts."""
    newest = {target: max(ours, key=lambda mark: (mark.at, mark.id)) for target, ours in found.items()}
    return {target: _applied([mark], mark.verdict, mark.merge_into) for target, mark in newest.items()}


def _proposed(marks: Sequence[Mark]) -> Applied | None:
    verdict = most(want for want in wants(marks).values() if want is not None)
    return _with(marks, verdict) if verdict is not None else None


def _agreed(marks: Sequence[Mark]) -> Applied | None:
    wanted = set(wants(marks).values())
    verdict = wanted.pop() if len(wanted) == 1 else None
    return _with(marks, verdict) if verdict is not None else None


def _with(marks: Sequence[Mark], verdict: Verdict) -> Applied | None:
    """The verdict with the step into which to merge; None where they want to merge into different steps."""
    ours = [mark for mark in marks if mark.verdict is verdict]
    into: str | None = None
    if verdict is Verdict.MERGE:
        named = {
            delegation: most(
                mark.merge_into for mark in ours if mark.reviewer.delegation == delegation and mark.merge_into
            )
            for delegation in dict.fromkeys(mark.reviewer.delegation for mark in ours)
        }
        into = most(step for step in named.values() if step is not None)
        if into is None and any(mark.merge_into for mark in ours):
            return None
    return _applied(ours, verdict, into)


def _applied(marks: Sequence[Mark], verdict: Verdict, into: str | None) -> Applied:
    return Applied(
        step_id=marks[0].step_id,
        document_id=marks[0].document_id,
        verdict=verdict,
        merge_into=into,
        by=tuple(dict.fromkeys(mark.reviewer for mark in marks)),
        mark_ids=tuple(mark.id for mark in marks),
    )


def _of_decision(decision: Decision, marks: Iterable[Mark]) -> Applied:
    """What a meeting decided, with the marks that wanted the same."""
    return Applied(
        step_id=decision.step_id,
        document_id=decision.document_id,
        verdict=decision.verdict,
        merge_into=decision.merge_into,
        by=(decision.reviewer,),
        mark_ids=tuple(mark.id for mark in marks if mark.verdict is decision.verdict),
        decision_id=decision.id,
    )


def _gathered(
    wanted: Mapping[Target, Applied | None],
    marks: Iterable[Mark],
    decisions: Iterable[Decision],
    single: Iterable[Target] = (),
) -> Chosen:
    applied = sorted((one for one in wanted.values() if one is not None), key=lambda one: _order(one.target))
    resting: set[str] = set()
    for one in applied:
        resting.update(one.mark_ids if one.decision_id is None else (one.decision_id,))
    old = [
        *(mark.id for mark in marks if mark.stale and mark.id in resting),
        *(decision.id for decision in decisions if decision.stale and decision.id in resting),
    ]
    return Chosen(
        applied=tuple(applied),
        contested=tuple(sorted((target for target, one in wanted.items() if one is None), key=_order)),
        single=tuple(sorted(single, key=_order)),
        stale=tuple(old),
    )


def _order(target: Target) -> tuple[str, str]:
    return target[0], target[1] or ""
