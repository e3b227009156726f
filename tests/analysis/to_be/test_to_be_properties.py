"""What holds of every procedure and any verdicts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.case import BASE, WORST, Case, steps_of_case
from customs_app.analysis.critical_path import predecessors
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.case_totals import shown, taken, to_be_totals
from customs_app.analysis.to_be.change import Outcome
from customs_app.analysis.to_be.effect import effect
from customs_app.analysis.to_be.saved import compared
from customs_app.analysis.totals import Totals, totals
from customs_app.domain.codes import TimeKind, Verdict
from customs_app.domain.figures import Range, TimeFigure
from customs_app.domain.procedure import FullProcedure
from tests.analysis.to_be.applied import known
from tests.analysis.to_be.made_up import procedures, verdicts

REFERENCE = known()
UNMERGED = tuple(verdict for verdict in Verdict if verdict is not Verdict.MERGE)


def drawn(data, full, among=tuple(Verdict)):
    return data.draw(verdicts(full, among))


def larger(after: Totals, before: Totals, full: FullProcedure) -> list[str]:
    """Names of the figures that are larger afterwards."""
    found = []
    for name in ("effort", "elapsed"):
        for end in ("min", "typ", "max"):
            was, now = getattr(getattr(before, name), end), getattr(getattr(after, name), end)
            if now is not None and (was is None or now > was + 1e-6):
                found.append(f"{name}.{end}")
    paid = {money.currency: money.amount for money in before.cost}
    found += [m.currency for m in after.cost if m.amount > paid.get(m.currency, -1.0) + 1e-6]
    found += [
        name
        for name in ("steps", "all_steps", "documents", "handovers")
        if (getattr(after, name) or 0) > (getattr(before, name) or 0)
    ]
    if (after.visits or 0) + after.in_person > (before.visits or 0) + before.in_person:
        found.append("visits")
    return found


@given(procedures(), st.data())
def test_nothing_applied_is_the_procedure_as_it_is(full, data):
    for among in ((), (Verdict.KEEP,), (Verdict.LAW_FIRST,)):
        to_be = apply(full, drawn(data, full, among) if among else [], REFERENCE)
        assert to_be.full == to_be.counted == full
        for case in (BASE, WORST):
            assert to_be_totals(to_be, case, REFERENCE.rates) == totals(full, case, REFERENCE.rates)


@given(procedures(), st.data())
def test_order_of_application_does_not_matter(full, data):
    given_ = drawn(data, full)
    one = apply(full, given_, REFERENCE)
    assert apply(full, data.draw(st.permutations(given_)), REFERENCE) == one


@given(procedures(), st.data())
def test_no_verdict_makes_an_ordinary_consignment_dearer(full, data):
    to_be = apply(full, drawn(data, full, UNMERGED), REFERENCE)
    ticked = frozenset(data.draw(st.lists(st.sampled_from([one.id for one in full.steps]), unique=True)))
    for case in (BASE, Case(BASE.kind, ticked)):
        assert larger(to_be_totals(to_be, case), totals(full, case), full) == []
        after = shown(to_be.counted, taken(to_be, case).all)
        assert after <= shown(full, steps_of_case(full, case))


@given(procedures(choices=False), st.data())
def test_no_verdict_makes_the_worst_case_worse(full, data):
    to_be = apply(full, drawn(data, full, UNMERGED), REFERENCE)
    assert larger(to_be_totals(to_be, WORST), totals(full, WORST), full) == []


@given(procedures(choices=False), st.data())
def test_mergers_lengthen_at_most_the_longest_path(full, data):
    to_be = apply(full, drawn(data, full), REFERENCE)
    for case in (BASE, WORST):
        grown = larger(to_be_totals(to_be, case), totals(full, case), full)
        assert [name for name in grown if not name.startswith("elapsed")] == []


def order(full: FullProcedure) -> set[tuple[str, str]]:
    """All pairs of steps of which the first must end before the second."""
    before = predecessors(full, {step.id for step in full.steps})
    found: set[tuple[str, str]] = set()
    for step in full.steps:
        waiting = list(before[step.id])
        while waiting:
            other = waiting.pop()
            if (other, step.id) not in found:
                found.add((other, step.id))
                waiting.extend(before[other])
    return found


@given(procedures(), st.data())
def test_steps_that_remain_keep_their_order_where_others_are_removed(full, data):
    rest = tuple(one for one in UNMERGED if one is not Verdict.PARALLEL)
    to_be = apply(full, drawn(data, full, rest), REFERENCE)
    remain = {step.id for step in to_be.full.steps}
    assert order(to_be.full) == {pair for pair in order(full) if set(pair) <= remain}


@given(procedures(), st.data())
def test_parallel_loosens_the_order_and_never_adds_to_it(full, data):
    given_ = drawn(data, full, (Verdict.PARALLEL,))
    to_be = apply(full, given_, REFERENCE)
    freed = {one.step_id for one in given_ if one.document_id is None}
    direct = {(other, step.id) for step in full.steps for other in step.depends_on if step.id in freed}
    assert order(to_be.full) <= order(full)
    assert order(full) - order(to_be.full) <= direct


@given(procedures(), st.data())
def test_mergers_leave_no_circle(full, data):
    to_be = apply(full, drawn(data, full), REFERENCE)
    for one in (to_be.full, to_be.counted):
        assert all((b, a) not in order(one) for a, b in order(one))
        ids = {step.id for step in one.steps}
        assert all(set(step.depends_on) <= ids for step in one.steps)


@given(procedures(choices=False), st.data())
def test_time_of_steps_that_falls_away_is_what_the_changes_say(full, data):
    """Where every step has a time of its own, changes one by one and all together save the same work."""
    steps = tuple(
        replace(step, time=TimeFigure(Range(typ=step.time.hours.typ or 1.0), TimeKind.DURATION))
        for step in full.steps
    )
    full = FullProcedure(full.procedure, steps, full.uses)
    to_be = apply(full, drawn(data, full, (Verdict.REMOVE, Verdict.ONLINE, Verdict.KEEP)), REFERENCE)
    removed = [one for one in to_be.changes if one.verdict is Verdict.REMOVE and one.document_id is None]
    saved = compared(to_be, WORST, REFERENCE).saved.effort
    told = sum(one.saves.hours.typ for one in removed)
    assert (0.0 if saved is None else saved.typ) == pytest.approx(told, abs=1e-4)


@given(procedures(choices=False), st.data())
def test_documents_that_fall_away_are_what_the_changes_say(full, data):
    full = FullProcedure(
        full.procedure, tuple(replace(step, condition=None) for step in full.steps), full.uses
    )
    to_be = apply(full, drawn(data, full, (Verdict.REMOVE, Verdict.SUBMIT_ONCE, Verdict.MERGE)), REFERENCE)
    before = sum(len(_brought(full, step.id)) for step in full.steps)
    after = sum(len(_brought(to_be.full, step.id)) for step in to_be.full.steps)
    told = sum(one.saves.documents or 0 for one in to_be.changes if one.outcome is Outcome.CHANGED)
    unknown = any(one.outcome is Outcome.CHANGED and one.saves.documents is None for one in to_be.changes)
    assert told <= before - after if unknown else told == before - after


def _brought(full, step_id):
    return [use for use in full.uses.get(step_id, ()) if use.role != "output"]


@given(procedures(choices=False), st.data())
def test_what_every_consignment_saves_is_no_more_than_what_one_of_the_case_saves(full, data):
    found = effect(full, drawn(data, full, UNMERGED), BASE, REFERENCE)
    saved, every = found.saved, found.every
    assert every.steps <= saved.steps
    for name in ("documents", "handovers", "visits"):
        one, other = getattr(every, name), getattr(saved, name)
        assert one is None or other is None or one <= other
    for name in ("elapsed", "effort"):
        one, other = getattr(every, name), getattr(saved, name)
        if one is not None and other is not None and None not in (one.typ, other.typ):
            assert one.typ <= other.typ + 1e-6
