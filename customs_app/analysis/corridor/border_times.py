"""Measured times at the borders of a chain beside what its own procedures say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from customs_app.analysis.corridor.borders import Border, borders
from customs_app.analysis.corridor.both_sides import ENTERING, LEAVING
from customs_app.analysis.counting import Counting, counted_times
from customs_app.analysis.json_values import range_json
from customs_app.analysis.logistics_places import border_part
from customs_app.analysis.neighbours import Way
from customs_app.domain.codes import Evidence, Mode, TimeKind
from customs_app.domain.corridor import Block, LegKind
from customs_app.domain.figures import Range
from customs_app.domain.indicators import BorderTime
from customs_app.domain.procedure import FullProcedure, Location, Step
from customs_app.domain.reference import Reference


class Nearness(StrEnum):
    """How near a measured crossing is to the border of the chain, the nearest first.

    PLACE: it was measured at the place the chain passes. BORDER: at the border of the two countries, at
    another place, or the chain names none. COUNTRY: an average of all crossings of one of the two countries.
    """

    PLACE = "place"
    BORDER = "border"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Measured:
    """One measured crossing: seen from the country left (`Way.OUT`) or entered (`Way.IN`)."""

    row: BorderTime
    way: Way
    nearness: Nearness


@dataclass(frozen=True, slots=True)
class OwnTime:
    """A time that a procedure of the chain records at the border.

    `hours` as recorded; `kind` tells a duration from a limit; `state` how totals count it. `year` is the
    newest year of its sources. `measured` are the rows that give one of its values: it is no second
    measurement, but the same.
    """

    block_key: str
    step_id: str
    number: int
    way: Way
    hours: Range
    kind: TimeKind | None
    state: Counting
    evidence: Evidence | None
    source_ids: tuple[str, ...]
    year: str | None
    measured: tuple[BorderTime, ...]


@dataclass(frozen=True, slots=True)
class BorderTimes:
    """One border of the chain: what was measured, the nearest and newest first, and what procedures record.

    `places` are English names of the places of the chain at this border. Empty means unknown.
    """

    out_of: str
    into: str
    places: tuple[str, ...]
    measured: tuple[Measured, ...]
    own: tuple[OwnTime, ...]


_WORD = re.compile(r"\w{4,}")
_ANY_PLACE = frozenset(
    {"border", "checkpoint", "chinese", "crossing", "kazakh", "kyrgyz", "pass", "port", "rail", "road"}
    | {"side", "station", "tajik", "opposite"}
)
_AT_BORDER = frozenset({"DCL-02", "DCL-03", "DCL-06", "DCL-08", "REL-01", "REL-03", "TRN-06", "TRN-07"})
"""Activities done at the border besides those of its own and of controls."""
_PASSING = {Way.OUT: LEAVING, Way.IN: ENTERING}
_MEASURED_WAY = {Way.OUT: "outbound", Way.IN: "inbound"}
_NEARNESS = tuple(Nearness)


def at_borders(
    blocks: Sequence[Block], reference: Reference, border_times: Iterable[BorderTime]
) -> tuple[BorderTimes, ...]:
    """The borders of the chain in order, each with the crossings that were measured there.

    Rows of another mode of transport than the procedures at the border (or, where it has none, than those
    of the whole chain), of the other direction, and averages over several countries are passed over. A place
    is told by a word its names share.
    """
    rows = [row for row in border_times if row.country is not None]
    whole = _modes(blocks)
    return tuple(_border(border, reference, rows, whole) for border in borders(blocks))


def _modes(blocks: Iterable[Block]) -> frozenset[str]:
    """Modes of transport of the procedures; empty where none says one."""
    modes = {block.procedure.procedure.mode for block in blocks if block.procedure is not None}
    return frozenset(modes - {Mode.ANY})


def _border(
    border: Border, reference: Reference, rows: Sequence[BorderTime], whole: frozenset[str]
) -> BorderTimes:
    places = tuple(dict.fromkeys(_places(border, reference)))
    modes = _modes((*border.leaving, *border.entering)) or whole
    words = frozenset[str]().union(*map(_words, places))
    measured = [
        one
        for row in rows
        if not modes or row.mode in modes
        for one in [_measured(row, border, words)]
        if one is not None
    ]
    measured.sort(key=lambda one: one.row.year or "", reverse=True)
    measured.sort(key=lambda one: (_NEARNESS.index(one.nearness), not one.row.whole, one.way is Way.IN))
    return BorderTimes(
        out_of=border.out_of,
        into=border.into,
        places=places,
        measured=tuple(measured),
        own=tuple(_own(border, reference, measured)),
    )


def _places(border: Border, reference: Reference) -> Iterator[str]:
    """Names of the places at the border: of the legs that pass it, and of the procedures at it."""
    sides = (
        (border.leaving, LegKind.BORDER_EXIT, border.into),
        (
            border.entering,
            LegKind.BORDER_ENTRY,
            border.out_of,
        ),
    )
    for blocks, passing, other in sides:
        for block in blocks:
            yield from (leg.name.en for leg in block.places if leg.kind is passing and leg.name is not None)
            place = _location(block.procedure, reference)
            if place is not None and place.neighbour == other:
                yield place.name.en


def _location(full: FullProcedure | None, reference: Reference) -> Location | None:
    if full is None or full.procedure.location_id is None:
        return None
    return reference.locations.get(full.procedure.location_id)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold())) - _ANY_PLACE


def _measured(row: BorderTime, border: Border, words: frozenset[str]) -> Measured | None:
    if row.country not in (border.out_of, border.into):
        return None
    way = Way.OUT if row.country == border.out_of else Way.IN
    other = border.into if way is Way.OUT else border.out_of
    # A row that names no direction is kept where it is the place: its note and source say what it is.
    if row.direction == "both" or (row.direction and row.direction != _MEASURED_WAY[way]):
        return None
    if row.national:
        return Measured(row, way, Nearness.COUNTRY)
    if row.neighbour != other:
        return None
    return Measured(row, way, Nearness.PLACE if words & _words(row.place or "") else Nearness.BORDER)


def _own(border: Border, reference: Reference, measured: Sequence[Measured]) -> Iterator[OwnTime]:
    for blocks, way in ((border.leaving, Way.OUT), (border.entering, Way.IN)):
        for block in blocks:
            if block.procedure is not None and block.role in _PASSING[way]:
                yield from _of_block(block, block.procedure, way, reference, measured)


def _of_block(
    block: Block, full: FullProcedure, way: Way, reference: Reference, measured: Sequence[Measured]
) -> Iterator[OwnTime]:
    counted = counted_times(full, full.steps)
    for step in _of_way(full, way):
        if step.time.hours.known and step.time.kind is not TimeKind.LEAD:
            years = [
                source.year
                for id_ in step.source_ids
                if (source := reference.sources.get(id_)) is not None and source.year
            ]
            hours = step.time.hours
            yield OwnTime(
                block_key=block.key,
                step_id=step.id,
                number=step.seq,
                way=way,
                hours=hours,
                kind=step.time.kind,
                state=counted[step.id].state,
                evidence=step.evidence,
                source_ids=step.source_ids,
                year=max(years, default=None),
                measured=tuple(_same(hours, way, measured)) if step.evidence is Evidence.MEASURED else (),
            )


def _same(hours: Range, way: Way, measured: Sequence[Measured]) -> Iterator[BorderTime]:
    """The rows that give one of the values; the average of a country is that of its own side alone."""
    ends = {end for end in (hours.min, hours.typ, hours.max) if end is not None}
    for one in measured:
        if one.row.hours in ends and (one.nearness is not Nearness.COUNTRY or one.way is way):
            yield one.row


def _of_way(full: FullProcedure, way: Way) -> Iterator[Step]:
    """The steps done at the border on this way; papers made ready before are none of them."""
    return (step for step in border_part(full, way) if _is_at_border(step.activity))


def _is_at_border(activity: str) -> bool:
    return activity.startswith(("BRD-", "INS-")) or activity in _AT_BORDER


def border_times_json(found: Iterable[BorderTimes]) -> list[dict[str, Any]]:
    """The borders for programs: codes, ids and numbers; unknown is None."""
    return [
        {
            "out_of": border.out_of,
            "into": border.into,
            "places": list(border.places),
            "measured": [
                {
                    "place": one.row.place,
                    "country": one.row.country,
                    "way": one.way.value,
                    "nearness": one.nearness.value,
                    "activity": one.row.activity,
                    "hours": one.row.hours,
                    "cost_usd": one.row.cost_usd,
                    "year": one.row.year,
                    "source": one.row.source_id,
                    "note": one.row.note,
                }
                for one in border.measured
            ],
            "own": [
                {
                    "block": one.block_key,
                    "step": one.step_id,
                    "way": one.way.value,
                    "hours": range_json(one.hours),
                    "kind": one.kind.value if one.kind else None,
                    "counted": one.state.value,
                    "evidence": one.evidence.value if one.evidence else None,
                    "year": one.year,
                    "sources": list(one.source_ids),
                    "same_as_measured": [
                        {"place": row.place, "year": row.year, "source": row.source_id}
                        for row in one.measured
                    ],
                }
                for one in border.own
            ],
        }
        for border in found
    ]
