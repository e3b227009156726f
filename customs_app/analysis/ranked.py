"""Differences ranked by how much time, then how much money, lies between the countries they set apart."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from typing import TypeVar

from customs_app.analysis.compare import Comparison
from customs_app.analysis.counting import Counting
from customs_app.analysis.differences import Difference, Kind
from customs_app.analysis.money import USD, convert
from customs_app.analysis.rows import Cell, Row
from customs_app.analysis.rules.common import TRADE_ITSELF
from customs_app.domain.figures import Money, Range
from customs_app.domain.reference import ExchangeRate, Reference
from customs_app.domain.text import Message

_T = TypeVar("_T")
_PRESENCE = (Kind.ONLY_ONE_HAS, Kind.ONLY_ONE_LACKS, Kind.SOME_LACK)
_NOT_OWN = frozenset({Counting.AGGREGATE, Counting.INSIDE, Counting.LIMIT, Counting.LEAD, Counting.UNADDED})
_NO_HOURS = Range(0.0, 0.0, 0.0)
_NO_FEE = Money(0.0, "")
_Groups = Mapping[str, Hashable]
_Cells = Mapping[str, Cell | None]

OUTSIDE = Message("No effect on time in this case: it comes only under a condition.")
NO_TIMES = Message("Effect on time not known: no times are recorded that can be set side by side.")
NOT_OWN = Message(
    "Effect on time not known: what is recorded is a limit or a time for several activities together."
)


@dataclass(frozen=True, slots=True)
class RankedDifference:
    """A difference, and what lies between the two countries that it sets apart most.

    `hours` is how much longer the one takes for the activity than the other, None unknown. `cost` is how
    much more it pays, in one currency, empty unknown; amounts of two currencies are set against each other
    in US dollars through `rates`. `why` says why the effect on time is not known, or that there is none.
    """

    difference: Difference
    hours: Range | None
    cost: tuple[Money, ...]
    rates: tuple[ExchangeRate, ...]
    why: Message | None


def ranked(comparison: Comparison, reference: Reference) -> tuple[RankedDifference, ...]:
    """The differences of a comparison, the greatest effect on time first, then on cost, unknown ones last.

    Only own durations and own fees of the activity count, never limits nor aggregates, and only between
    countries that the sentence tells apart, for a consignment of the case: a country that has no such step,
    or has it only under a condition that the case does not meet, takes no time and no fee for it. (What a
    trader does anyway is not compared with a country that does not list it.) What lies between two countries
    need not come from what the sentence says.
    """
    rows = {row.activity.code: row for row in comparison.rows}
    found = [_ranked(one, rows.get(one.activity), comparison, reference) for one in comparison.differences]
    return tuple(sorted(found, key=lambda one: _key(one, reference.rates)))


def _key(one: RankedDifference, rates: Mapping[str, ExchangeRate]) -> tuple[float, float, bool, int]:
    hours = one.hours.typ or 0.0 if one.hours else 0.0
    dollars = convert(one.cost, USD, rates).total
    unknown = one.hours is None and not one.cost
    return -hours, -dollars.amount if dollars else 0.0, unknown, one.difference.kind


def _ranked(
    difference: Difference, row: Row | None, comparison: Comparison, reference: Reference
) -> RankedDifference:
    if row is None:
        elapsed = comparison.like_for_like.elapsed
        own = {iso2: (iso2, hours) for iso2, hours in elapsed.items() if hours.typ is not None}
        return RankedDifference(difference, _longer(own), (), (), None)
    groups = _groups(difference.kind, row)
    cells = {iso2: row.cells[iso2] for iso2 in groups}
    none = difference.kind in (*_PRESENCE, Kind.CONDITION)
    hours, why = (None, None) if difference.kind is Kind.FEE else _time(groups, cells, none=none)
    cost, rates = (None, ()) if difference.kind is Kind.TIME else _cost(groups, cells, reference, none=none)
    return RankedDifference(difference, hours, (cost,) if cost else (), rates, why)


def _time(groups: _Groups, cells: _Cells, *, none: bool) -> tuple[Range | None, Message | None]:
    """What lies between the countries in hours; why it is not known or nothing."""
    times = _known(groups, cells, _own_hours, _NO_HOURS if none else None)
    hours = _longer(times)
    if hours is None or (not hours.typ and len(times) < len(cells)):  # what is not known may be apart
        states = {time.state for cell in cells.values() if cell is not None for time in cell.times}
        return None, NO_TIMES if states.isdisjoint(_NOT_OWN) else NOT_OWN
    outside = any(cell is not None and not cell.in_case for cell in cells.values())
    return hours, OUTSIDE if hours == _NO_HOURS and outside else None


def _cost(
    groups: _Groups, cells: _Cells, reference: Reference, *, none: bool
) -> tuple[Money | None, tuple[ExchangeRate, ...]]:
    """What lies between the countries in money, and through which rates."""
    fees = _known(groups, cells, _own_fee, _NO_FEE if none else None)
    if not any(fee.currency for _, fee in fees.values()):
        return None, ()  # nobody pays anything in this case
    cost, rates = _dearer(fees, reference.rates)
    return (None, ()) if cost is None or (not cost.amount and len(fees) < len(cells)) else (cost, rates)


def _groups(kind: Kind, row: Row) -> dict[str, Hashable]:
    """What the sentence tells countries apart by: country -> its group; it says nothing of those left out."""
    if kind in _PRESENCE:
        there = row.cells.items()
        anyway = row.activity.code in TRADE_ITSELF  # also where a country does not list it
        return {iso2: cell is not None for iso2, cell in there if cell is not None or not anyway}
    found: dict[str, Hashable] = {}
    for iso2, cell in row.cells.items():
        if cell is None:
            continue
        match kind:
            case Kind.IN_PERSON | Kind.CHANNEL:
                group: Hashable = cell.channel
            case Kind.STEPS:
                group = len(cell.steps)
            case Kind.CONDITION:
                group = cell.conditional
            case _:
                group = iso2
        if group is not None:
            found[iso2] = group
    return found


def _known(
    groups: _Groups,
    cells: _Cells,
    figure: Callable[[Cell], _T | None],
    none: _T | None,
) -> dict[str, tuple[Hashable, _T]]:
    """The countries with a figure: country -> group and figure; `none` where the case takes no step."""
    figures = {iso2: figure(cell) if cell and cell.in_case else none for iso2, cell in cells.items()}
    return {iso2: (groups[iso2], one) for iso2, one in figures.items() if one is not None}


def _own_hours(cell: Cell) -> Range | None:
    return cell.hours if cell.own and cell.hours is not None and cell.hours.typ is not None else None


def _own_fee(cell: Cell) -> Money | None:
    return cell.cost[0] if cell.own_fee and len(cell.cost) == 1 else None


def _between(known: Mapping[str, tuple[Hashable, _T]]) -> Iterator[tuple[_T, _T]]:
    """The figures of every two countries of different groups, both ways round."""
    for (group, one), (other_group, other) in permutations(known.values(), 2):
        if group != other_group:
            yield one, other


def _longer(known: Mapping[str, tuple[Hashable, Range]]) -> Range | None:
    """By how much the slowest takes longer than the fastest of another group, at least and at most."""
    found = [
        Range(
            max(0.0, _end(slow.min) - _end(fast.max)),
            _end(slow.typ) - _end(fast.typ),
            _end(slow.max) - _end(fast.min),
        )
        for slow, fast in _between(known)
    ]
    return max(found, key=lambda hours: _end(hours.typ), default=None)


def _end(hours: float | None) -> float:
    """An end of an own duration, all of which are known once the typical one is."""
    if hours is None:
        raise ValueError("a duration without an end")
    return hours


def _dearer(
    known: Mapping[str, tuple[Hashable, Money]], rates: Mapping[str, ExchangeRate]
) -> tuple[Money | None, tuple[ExchangeRate, ...]]:
    """By how much the dearest costs more than the cheapest of another group."""
    found: list[tuple[float, Money, tuple[ExchangeRate, ...]]] = []
    for dear, cheap in _between(known):
        currencies = {one.currency for one in (dear, cheap) if one.amount or one.currency}
        into = currencies.pop() if len(currencies) == 1 else USD
        both = [convert((one,) if one.currency else (), into, rates) for one in (dear, cheap)]
        if any(one.left for one in both):
            continue
        more = sum(
            sign * one.total.amount for sign, one in zip((1, -1), both, strict=True) if one.total is not None
        )
        weighed = convert((Money(more, into),), USD, rates).total
        used = {rate.currency: rate for one in both for rate in one.rates}
        found.append((weighed.amount if weighed else 0.0, Money(more, into), tuple(used.values())))
    best = max(found, key=lambda one: (one[0], one[1].amount), default=None)
    return (best[1], best[2]) if best else (None, ())
