"""How well a procedure fits a block of the chain, by place, neighbour, goods and direction."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from customs_app.analysis.choose import by_fit, says_ordinary
from customs_app.analysis.corridor.slots import Border
from customs_app.analysis.neighbours import Way, is_at, ways
from customs_app.domain.codes import LocationKind, Mode, Regime, View
from customs_app.domain.corridor import Leg, Role
from customs_app.domain.procedure import FullProcedure, Location, Procedure
from customs_app.domain.reference import Reference

REGIMES: Mapping[Role, Regime] = {
    Role.EXPORT: Regime.EXPORT,
    Role.IMPORT: Regime.IMPORT,
    Role.TRANSIT: Regime.TRANSIT,
    Role.CROSS_OUT: Regime.BORDER_CROSSING,
    Role.CROSS_IN: Regime.BORDER_CROSSING,
}
_AT_A_BORDER = frozenset(
    {LocationKind.BORDER_ROAD, LocationKind.BORDER_RAIL, LocationKind.SEAPORT, LocationKind.AIRPORT}
)
_IN_UNION = re.compile(r"\b(EAEU|SPOT)\b")
_OUTSIDE = re.compile(r"\boutside the EAEU\b")
_SPECIAL_GOODS = re.compile(
    r"\b(animals?|apples?|fish|food|fruit|grain|grapes?|mango(es)?|meat|pistachios?|plants?(?!-)|seedlings?|tea"
    r"|vegetables?)\b",
    re.IGNORECASE,
)
"""Goods that come under controls which an ordinary consignment does not meet."""


class Fit(IntEnum):
    """How well the place of a procedure fits, the best first.

    PLACE: the corridor passes it. BORDER: it faces the right country, and the corridor names no crossing.
    COUNTRY: no place is named, it holds for the whole country. ELSEWHERE: it faces the right country, or
    lies inland, but the corridor passes at another place. NONE: it faces another country, or is for goods
    that the corridor does not name.
    """

    PLACE = 0
    BORDER = 1
    COUNTRY = 2
    ELSEWHERE = 3
    NONE = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a block asks for: its role, where, towards whom, and by which mode (None: any).

    `borders` are those that the block touches. `inside` says that the whole journey stays in one
    customs union.
    """

    role: Role
    legs: tuple[Leg, ...]
    borders: tuple[Border, ...]
    mode: Mode | None
    inside: bool

    @property
    def at_border(self) -> bool:
        """Whether the block is a crossing of a border and nothing else."""
        return self.role in (Role.CROSS_OUT, Role.CROSS_IN)


def ranked(
    procedures: Sequence[FullProcedure], wanted: Wanted, reference: Reference
) -> tuple[tuple[Fit, FullProcedure], ...]:
    """The detailed procedures that could stand in the block, best first, with how well each fits."""
    fulls = {
        full.procedure.id: full
        for full in procedures
        if full.procedure.view is View.DETAILED and answers(full.procedure, wanted)
    }
    steps = {id_: len(full.steps) for id_, full in fulls.items()}
    order = by_fit([full.procedure for full in fulls.values()], steps, wanted.mode)
    fits = {procedure.id: fit(procedure, wanted, reference) for procedure in order}
    order.sort(key=lambda procedure: _rank(procedure, fits[procedure.id], wanted))
    return tuple((fits[procedure.id], fulls[procedure.id]) for procedure in order)


def answers(procedure: Procedure, wanted: Wanted) -> bool:
    """Whether a procedure is of the block's regime and mode."""
    return procedure.regime is REGIMES[wanted.role] and (
        wanted.mode is None or procedure.mode in (wanted.mode, Mode.ANY)
    )


def fit(procedure: Procedure, wanted: Wanted, reference: Reference) -> Fit:
    """How well a procedure fits by its place and direction, and by whom it is for."""
    if wanted.role in (Role.EXPORT, Role.IMPORT) and not _for_these_goods(procedure, inside=wanted.inside):
        return Fit.NONE
    facing = _facing(procedure, wanted.borders)
    if wanted.at_border and not facing:
        return Fit.NONE
    place = reference.locations.get(procedure.location_id) if procedure.location_id else None
    if place is None:
        return Fit.COUNTRY
    return _by_place(place, wanted, facing)


def _by_place(place: Location, wanted: Wanted, facing: Mapping[str, Border]) -> Fit:
    if not place.neighbour:
        if any(is_at(place, leg) for leg in wanted.legs):
            return Fit.PLACE
        return Fit.NONE if place.kind in _AT_A_BORDER else Fit.ELSEWHERE
    border = facing.get(place.neighbour)
    if border is None:
        return Fit.NONE
    if any(is_at(place, leg) for leg in (*border.legs, *wanted.legs)):
        return Fit.PLACE
    return Fit.ELSEWHERE if border.named else Fit.BORDER


def _facing(procedure: Procedure, borders: Collection[Border]) -> dict[str, Border]:
    """The borders that the procedure may pass in the direction of the corridor, by the country across."""
    found = {}
    directions = ways(procedure)
    for border in borders:
        if procedure.country == border.leaving.country and Way.OUT in directions:
            found[border.entering.country] = border
        if procedure.country == border.entering.country and Way.IN in directions:
            found[border.leaving.country] = border
    return found


def _for_these_goods(procedure: Procedure, *, inside: bool) -> bool:
    """Whether an ordinary consignment of the corridor takes this procedure; `inside` one customs union."""
    if _for_union(procedure):
        return inside
    said = f"{procedure.title.en}; {procedure.goods.en if procedure.goods else ''}"
    if _SPECIAL_GOODS.search(said):
        return False
    return says_ordinary(procedure) or procedure.mode is not Mode.ANY


def _for_union(procedure: Procedure) -> bool:
    """Whether a procedure is for goods that stay inside a customs union."""
    said = f"{procedure.title.en}; {procedure.goods.en if procedure.goods else ''}"
    return bool(_IN_UNION.search(_OUTSIDE.sub("", said)))


def _rank(procedure: Procedure, how: Fit, wanted: Wanted) -> tuple[bool, bool, bool, int, bool]:
    return (
        how is Fit.NONE,
        wanted.inside and wanted.role in (Role.EXPORT, Role.IMPORT) and not _for_union(procedure),
        not wanted.at_border and not says_ordinary(procedure),
        how,
        wanted.at_border and len(ways(procedure)) > 1,
    )
