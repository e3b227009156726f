"""Distances of countries to a common procedure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.analysis.distance.changes import Change, ChangeKind, changes_of, not_told
from customs_app.analysis.distance.common import Common
from customs_app.analysis.distance.facts import facts
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class Distance:
    """How far one country (ISO 3166) is: its changes, kind by kind, and what is not known, never counted.

    `activities` is the number of those that are recorded of it.
    """

    country: str
    activities: int
    changes: tuple[Change, ...]
    unknown: tuple[Message, ...]

    @property
    def counts(self) -> Mapping[ChangeKind, int]:
        """Number of changes of each kind, none left out."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found[kind] for kind in ChangeKind}


@dataclass(frozen=True, slots=True)
class Distances:
    """The distances of all countries to one common procedure, the least first; equal ones by country."""

    common: Common
    countries: tuple[Distance, ...]

    @property
    def least(self) -> tuple[str, ...]:
        """The countries that move least; one whose own procedure is the common one does not move."""
        return self._so_far(min(self._sizes.values(), default=0))

    @property
    def most(self) -> tuple[str, ...]:
        """The countries that move most."""
        return self._so_far(max(self._sizes.values(), default=0))

    @property
    def _sizes(self) -> Mapping[str, int]:
        others = (one for one in self.countries if one.country != self.common.like)
        return {one.country: len(one.changes) for one in others}

    def _so_far(self, changes: int) -> tuple[str, ...]:
        return tuple(country for country, size in self._sizes.items() if size == changes)


def distance(full: FullProcedure, common: Common, reference: Reference) -> Distance:
    """How far one procedure is from the common one."""
    own = facts(full, reference)
    return Distance(
        own.country,
        len(own.channels),
        tuple(changes_of(own, common, reference)),
        tuple(not_told(own, common, reference)),
    )


def distances(procedures: Mapping[str, FullProcedure], common: Common, reference: Reference) -> Distances:
    """The distances of several procedures (country -> procedure) to the common one."""
    found = [distance(full, common, reference) for full in procedures.values()]
    return Distances(common, tuple(sorted(found, key=lambda one: (len(one.changes), one.country))))
