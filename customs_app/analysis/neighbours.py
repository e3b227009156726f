"""Procedures that meet at a border: the way out of one country and the way into its neighbour."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from customs_app.analysis.choose import best_procedure
from customs_app.domain.codes import LocationKind, Mode, Regime, View
from customs_app.domain.corridor import Corridor, Leg, LegKind
from customs_app.domain.procedure import FullProcedure, Location, Procedure, Step
from customs_app.domain.reference import Reference


class Way(StrEnum):
    """In which direction a procedure passes the border of its country."""

    OUT = "out"
    IN = "in"


class Fit(StrEnum):
    """How surely two procedures meet at one border, the surest first.

    PLACE: both name the two sides of one crossing. BORDER: at least one names a place that faces the other
    country. COUNTRIES: no place is named, but the countries share a border for this mode.
    """

    PLACE = "place"
    BORDER = "border"
    COUNTRIES = "countries"


@dataclass(frozen=True, slots=True)
class Crossing:
    """The procedure by which goods leave a country, and the one by which they enter its neighbour.

    `one_way` says that both are known to run in this direction: not every border crossing says so.
    """

    leaving: FullProcedure
    entering: FullProcedure
    fit: Fit
    one_way: bool = True


_FITS = tuple(Fit)
_BOTH = frozenset(Way)
_OUT = re.compile(r"\b(leave|leaving|send|outbound|exit|out of|towards?)\b", re.IGNORECASE)
_IN = re.compile(r"\b(enter|entering|bring|inbound|entry|into|from)\b", re.IGNORECASE)
_TO = re.compile(r"\bto\b", re.IGNORECASE)
_WORD = re.compile(r"\w{4,}")
_ANY_PLACE = frozenset(
    {"border", "checkpoint", "crossing", "customs", "land", "opposite", "pass", "point", "port"}
    | {"rail", "railway", "road", "side", "station"}
)
"""Words that many names of places have in common."""
_ANY_GOODS = frozenset({"cargo", "commercial", "any", "freight", "from", "general", "goods"}) | frozenset(
    {"mixed", "ordinary", "outside", "with"}
)
"""Words that say nothing of the kind of goods."""
_OVER_SEA = (LocationKind.SEAPORT, LocationKind.AIRPORT)
_MODES = {LocationKind.BORDER_ROAD: Mode.ROAD, LocationKind.BORDER_RAIL: Mode.RAIL}


def ways(procedure: Procedure) -> frozenset[Way]:
    """Directions in which a procedure may pass the border; none for one that does not.

    A border crossing says it in its English title alone ("Leave ...", "... from China"); one that says
    nothing may be either. Transit passes two borders.
    """
    if procedure.regime is Regime.EXPORT:
        return frozenset({Way.OUT})
    if procedure.regime is Regime.IMPORT:
        return frozenset({Way.IN})
    if procedure.regime is Regime.TRANSIT:
        return _BOTH
    if procedure.regime is not Regime.BORDER_CROSSING:
        return frozenset()
    title = procedure.title.en
    said = {way for way, words in ((Way.OUT, _OUT), (Way.IN, _IN)) if words.search(title)}
    if not said and _TO.search(title):
        said = {Way.OUT}
    return frozenset(said) or _BOTH


def at_border(steps: Sequence[Step], way: Way) -> Sequence[Step]:
    """Those of steps that are done at the border: before the goods are carried inland, or after they came."""
    carried = [place for place, step in enumerate(steps) if step.activity == "TRN-05"]
    if not carried:
        return steps
    return steps[carried[-1] + 1 :] if way is Way.OUT else steps[: carried[0]]


def crossing(leaving: FullProcedure, entering: FullProcedure, reference: Reference) -> Crossing:
    """Two procedures of which somebody says that one follows the other across a border."""
    out, into = _place(leaving.procedure, reference), _place(entering.procedure, reference)
    fit = Fit.COUNTRIES
    if _faces(out, entering.procedure) and _faces(into, leaving.procedure) and out and into:
        fit = Fit.PLACE if _one_crossing(out, into, reference.corridors) else Fit.BORDER
    elif _faces(out, entering.procedure) or _faces(into, leaving.procedure):
        fit = Fit.BORDER
    one_way = ways(leaving.procedure) == {Way.OUT} and ways(entering.procedure) == {Way.IN}
    return Crossing(leaving, entering, fit, one_way)


def crossings(procedures: Sequence[FullProcedure], reference: Reference) -> tuple[Crossing, ...]:
    """For each procedure that enters a country, and each neighbour, the way out that fits it best.

    Ways out are exports and border crossings, ways in imports and border crossings, of one mode of
    transport. The surest fit goes first, then an export before an import and a crossing before a crossing,
    then goods of one kind, then what describes an ordinary consignment best. Within a customs union, where
    no border need be passed, both must name a place that faces the other country. Views by stages are
    passed over.
    """
    detailed = [
        full
        for full in procedures
        if full.procedure.view is View.DETAILED and full.procedure.regime is not Regime.TRANSIT
    ]
    leaving = [full for full in detailed if Way.OUT in ways(full.procedure)]
    borders = _borders(reference)
    found: list[Crossing] = []
    for entering in detailed:
        if Way.IN not in ways(entering.procedure):
            continue
        by_country: dict[str, list[Crossing]] = {}
        for out in leaving:
            if _may_meet(out.procedure, entering.procedure, reference, borders):
                met = crossing(out, entering, reference)
                by_country.setdefault(out.procedure.country, []).append(met)
        found += (_best(met) for met in by_country.values())
    return tuple(found)


def _best(candidates: Sequence[Crossing]) -> Crossing:
    order = min(map(_order, candidates))
    alike = {one.leaving.procedure.id: one for one in candidates if _order(one) == order}
    steps = {id_: len(one.leaving.steps) for id_, one in alike.items()}
    mode = candidates[0].entering.procedure.mode
    return alike[best_procedure([one.leaving.procedure for one in alike.values()], steps, mode).id]


def _order(met: Crossing) -> tuple[int, bool, bool]:
    out, into = met.leaving.procedure, met.entering.procedure
    other_kind = (out.regime is Regime.BORDER_CROSSING) != (into.regime is Regime.BORDER_CROSSING)
    return _FITS.index(met.fit), other_kind, not same_goods(out, into)


def same_goods(one: Procedure, other: Procedure) -> bool:
    """Whether two procedures speak of one kind of goods, as far as their English words tell."""
    here, there = _goods(one), _goods(other)
    return bool(here & there) or here == there


def _goods(procedure: Procedure) -> frozenset[str]:
    return _words(procedure.goods.en if procedure.goods else "") - _ANY_GOODS


def _may_meet(
    out: Procedure, into: Procedure, reference: Reference, borders: Collection[tuple[frozenset[str], Mode]]
) -> bool:
    if out.country == into.country:
        return False
    if (
        out.mode is not into.mode
        or out.mode is Mode.ANY
        or _over_sea(out, reference)
        or _over_sea(into, reference)
    ):
        return False
    faced = [_faces(_place(out, reference), into), _faces(_place(into, reference), out)]
    if False in faced:
        return False
    if _one_union(out, into, reference):
        return faced == [True, True]
    if True in faced:
        return True
    return (frozenset({out.country, into.country}), out.mode) in borders


def _over_sea(procedure: Procedure, reference: Reference) -> bool:
    place = reference.locations.get(procedure.location_id) if procedure.location_id else None
    return place is not None and place.kind in _OVER_SEA


def _one_union(out: Procedure, into: Procedure, reference: Reference) -> bool:
    unions = {
        reference.countries[iso2].customs_union if iso2 in reference.countries else None
        for iso2 in (out.country, into.country)
    }
    return len(unions) == 1 and None not in unions


def _place(procedure: Procedure, reference: Reference) -> Location | None:
    place = reference.locations.get(procedure.location_id) if procedure.location_id else None
    return place if place is not None and place.neighbour else None


def _faces(place: Location | None, other: Procedure) -> bool | None:
    """Whether a place at the border faces the other's country; None where no such place is named."""
    return None if place is None else place.neighbour == other.country


def _one_crossing(out: Location, into: Location, corridors: Mapping[str, Corridor]) -> bool:
    """Whether two places are the two sides of one crossing: they share a name, or a corridor joins them."""
    one, other = _name_of(out), _name_of(into)
    if one & other:
        return True
    return any(
        (one & here and other & there) or (one & there and other & here)
        for corridor in corridors.values()
        for here, there in _joined(corridor)
    )


def is_at(place: Location, leg: Leg) -> bool:
    """Whether a place of the catalogue is a place of a corridor: one UN/LOCODE, or a name in common."""
    if place.unlocode is not None and place.unlocode == leg.unlocode:
        return True
    return leg.name is not None and bool(_name_of(place) & (_words(leg.name.en) - _ANY_PLACE))


def _joined(corridor: Corridor) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for one, other in pairwise(corridor.legs):
        if one.country != other.country and one.name and other.name:
            yield _words(one.name.en) - _ANY_PLACE, _words(other.name.en) - _ANY_PLACE


def _name_of(place: Location) -> frozenset[str]:
    return _words(place.name.en) - _ANY_PLACE


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _borders(reference: Reference) -> frozenset[tuple[frozenset[str], Mode]]:
    """Pairs of countries with a border that can be passed, by mode: by places at it, or a corridor's legs."""
    found = {
        (frozenset({place.country, place.neighbour}), _MODES[place.kind])
        for place in reference.locations.values()
        if place.neighbour and place.kind in _MODES
    }
    for corridor in reference.corridors.values():
        for one, other in pairwise(corridor.legs):
            passed = (one.kind, other.kind) == (LegKind.BORDER_EXIT, LegKind.BORDER_ENTRY)
            if passed and one.country != other.country and corridor.mode in set(Mode):
                found.add((frozenset({one.country, other.country}), Mode(corridor.mode)))
    return frozenset(found)
