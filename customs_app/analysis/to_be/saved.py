"""What a consignment saves between the procedure as it is and as it would be."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.to_be.case_totals import shown, taken, to_be_totals
from customs_app.analysis.to_be.change import Kind, Outcome, ToBe
from customs_app.analysis.totals import Totals, totals
from customs_app.domain.codes import CaseKind, Verdict
from customs_app.domain.figures import Money, Range
from customs_app.domain.reference import Reference

_T = TypeVar("_T")

_LEAST = 1e-6
"""Less than this is what adding in binary leaves."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What one consignment saves; None is unknown, never zero, and less than zero is a loss.

    `elapsed` is the longest path in hours, `effort` the sum: least, typical and most of the differences.
    `cost` has one amount per currency, none where nothing is saved. `documents` are different documents,
    `handovers` how many times one is handed in, `shown` how many times one is shown. `more` names the
    fields of which more may be saved than is known.
    """

    steps: int
    elapsed: Range | None
    effort: Range | None
    cost: tuple[Money, ...] | None
    documents: int | None
    handovers: int | None
    shown: int | None
    visits: int | None
    more: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Compared:
    """Totals as they are and as they would be, and the difference."""

    as_is: Totals
    to_be: Totals
    saved: Saved


def compared(to_be: ToBe, case: Case, reference: Reference) -> Compared:
    """The two procedures side by side in a case."""
    before = totals(to_be.as_is, case, reference.rates)
    after = to_be_totals(to_be, case, reference.rates)
    today = steps_of_case(to_be.as_is, case)
    fewer_shown = shown(to_be.as_is, today) - shown(to_be.counted, taken(to_be, case).all)
    known = Saved(
        steps=before.steps - after.steps,
        elapsed=_hours(before.elapsed, after.elapsed),
        effort=_hours(before.effort, after.effort),
        cost=_money(before.cost, after.cost),
        documents=_fewer(before.documents, after.documents),
        handovers=_fewer(before.handovers, after.handovers),
        shown=fewer_shown,
        visits=(before.known_visits or 0) - (after.known_visits or 0),
    )
    return Compared(before, after, _honest(known, open_figures(to_be, case, {step.id for step in today})))


def _honest(known: Saved, open_: frozenset[str]) -> Saved:
    """A saving of nothing is unknown where more may be saved than is known."""
    none = {name for name in open_ if _is_nothing(getattr(known, name))}

    def told(name: str, value: _T | None) -> _T | None:
        return None if name in none else value

    return replace(
        known,
        elapsed=told("elapsed", known.elapsed),
        effort=told("effort", known.effort),
        cost=told("cost", known.cost),
        documents=told("documents", known.documents),
        handovers=told("handovers", known.handovers),
        shown=told("shown", known.shown),
        visits=told("visits", known.visits),
        more=open_ - none,
    )


def open_figures(to_be: ToBe, case: Case, met: Collection[str]) -> frozenset[str]:
    """Names of the figures of which a change may save more than is known."""
    found: set[str] = set()
    for change in to_be.changes:
        if change.outcome is not Outcome.CHANGED or change.step_id not in met:
            continue
        spared = change.verdict is Verdict.RISK_BASED
        if spared and (case.kind is CaseKind.WORST or change.step_id in case.ticked):
            continue
        for kind in change.unknown:
            found.update(_FIELDS[kind])
            if change.verdict is Verdict.PARALLEL:
                found.discard("effort")
    return frozenset(found)


_FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TIME: ("elapsed", "effort"),
    Kind.COST: ("cost",),
    Kind.DOCUMENTS: ("documents", "handovers", "shown"),
    Kind.VISITS: ("visits",),
}


def _hours(before: Range, after: Range) -> Range | None:
    """How much shorter; where nothing that remains has a known time, all that was known is saved."""
    ends = [
        None if was is None else _plain(was - (now or 0.0))
        for was, now in zip(
            (before.min, before.typ, before.max), (after.min, after.typ, after.max), strict=True
        )
    ]
    given = [end for end in ends if end is not None]
    if not given:
        return None
    least, typ, most = ends
    return Range(None if least is None else min(given), typ, None if most is None else max(given))


def _money(before: Iterable[Money], after: Iterable[Money]) -> tuple[Money, ...]:
    less: dict[str, float] = {}
    for money in before:
        less[money.currency] = less.get(money.currency, 0.0) + money.amount
    for money in after:
        less[money.currency] = less.get(money.currency, 0.0) - money.amount
    return tuple(
        Money(_plain(amount), currency) for currency, amount in less.items() if abs(amount) >= _LEAST
    )


def _plain(value: float) -> float:
    return round(value, 6) + 0.0


def _fewer(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else before - after


def _is_nothing(value: Range | tuple[Money, ...] | int | None) -> bool:
    if isinstance(value, Range):
        return all(abs(end or 0.0) < _LEAST for end in (value.min, value.typ, value.max))
    return not value
