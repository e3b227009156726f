"""Where the blocks of a corridor's chain stand: one country after the other, and the borders between."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from customs_app.domain.codes import Mode
from customs_app.domain.corridor import Corridor, Leg, LegKind, Role
from customs_app.domain.reference import Reference

_BORDER = re.compile(r"(\w+)-(\w+) border\b")
"""How a note says that a place stands at a border: "Kazakhstan-Russia border"."""
_BY_RAIL = re.compile(r"\b(rail|railway|trains?)\b", re.IGNORECASE)
_KINDS = {Role.CROSS_OUT: LegKind.BORDER_EXIT, Role.CROSS_IN: LegKind.BORDER_ENTRY}


@dataclass(frozen=True, slots=True)
class Visit:
    """A stay in one country: its places in order; `number` counts the stays in that country from 1."""

    country: str
    legs: tuple[Leg, ...]
    number: int

    def key(self, role: Role) -> str:
        """The key of the block of this stay with that role."""
        return f"{self.country}-{role}" + (f"-{self.number}" if self.number > 1 else "")

    def mode(self, of_corridor: str | None) -> Mode | None:
        """How the goods travel here: as the corridor, or as notes of its places say; None where not said."""
        if of_corridor in set(Mode) - {Mode.ANY}:
            return Mode(of_corridor)
        return Mode.RAIL if any(_BY_RAIL.search(leg.note or "") for leg in self.legs) else None


@dataclass(frozen=True, slots=True)
class Border:
    """The border between two stays; the legs at it on either side, where the corridor names them."""

    leaving: Visit
    entering: Visit
    out_legs: tuple[Leg, ...]
    in_legs: tuple[Leg, ...]
    in_union: bool

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The places at the border on both sides, in order."""
        return (*self.out_legs, *self.in_legs)

    @property
    def named(self) -> bool:
        """Whether the corridor says where the border is passed."""
        return any(leg.name is not None for leg in self.legs)


def visits(corridor: Corridor) -> tuple[Visit, ...]:
    """The stays in each country, in order; places that follow one another in one country are one stay."""
    count: Counter[str] = Counter()
    found = []
    for country, legs in groupby(corridor.legs, key=lambda leg: leg.country):
        count[country] += 1
        found.append(Visit(country, tuple(legs), count[country]))
    return tuple(found)


def borders(stays: tuple[Visit, ...], reference: Reference) -> tuple[Border, ...]:
    """The borders between stays that follow one another."""
    return tuple(_border(one, other, reference) for one, other in pairwise(stays))


def _border(leaving: Visit, entering: Visit, reference: Reference) -> Border:
    out_legs = tuple(_at_end(reversed(leaving.legs), Role.CROSS_OUT, leaving, entering, reference))
    in_legs = tuple(_at_end(iter(entering.legs), Role.CROSS_IN, leaving, entering, reference))
    unions = {_union(visit.country, reference) for visit in (leaving, entering)}
    return Border(leaving, entering, out_legs, in_legs, len(unions) == 1 and None not in unions)


def _at_end(
    legs: Iterator[Leg], role: Role, leaving: Visit, entering: Visit, reference: Reference
) -> Iterator[Leg]:
    """The leg at the end of a stay where it stands at the border, by its kind or by its note."""
    leg = next(legs)
    if leg.kind is _KINDS[role]:
        yield leg
    elif said := _BORDER.search(leg.note or ""):
        names = {_name(visit.country, reference) for visit in (leaving, entering)}
        if all(any(word in name for name in names) for word in said.groups()):
            yield leg


def _name(iso2: str, reference: Reference) -> str:
    country = reference.countries.get(iso2)
    return country.name.en if country else iso2


def _union(iso2: str, reference: Reference) -> str | None:
    country = reference.countries.get(iso2)
    return country.customs_union if country else None
