"""The lines of the coverage board: all of it, each country, and below a country its procedures."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import chain

from customs_app.analysis.board import BoardRow, Gap
from customs_app.domain.codes import Mode
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.language.words import Words


class Level(IntEnum):
    """How deep a line stands."""

    ALL = 0
    COUNTRY = 1
    PROCEDURE = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `missing` has the ids of the steps that lack something.

    `key` is empty for all of it, else a country (ISO 3166 alpha-2) or the id of a procedure. `below` is the
    number of procedures of a country.
    """

    level: Level
    key: str
    name: str
    steps: int
    missing: Mapping[Gap, tuple[str, ...]]
    below: int = 0
    mode: Mode | None = None
    folded: bool = False

    def lacking(self, gap: Gap) -> int:
        """How many steps lack something."""
        return len(self.missing.get(gap, ()))


@dataclass(frozen=True, slots=True)
class Order:
    """By what lines are sorted among their own: a gap, `steps`, or the name where it is None."""

    by: Gap | str | None = None
    descending: bool = False


class Lines:
    """All lines; `shown` picks and sorts those that are unfolded."""

    def __init__(
        self,
        rows: Sequence[BoardRow],
        procedures: Mapping[str, FullProcedure],
        reference: Reference,
        words: Words,
    ) -> None:
        self._below: dict[str, list[Line]] = {}
        for row in rows:
            procedure = procedures[row.procedure].procedure
            line = Line(
                Level.PROCEDURE,
                row.procedure,
                procedure.title[words.language],
                row.steps,
                row.gaps,
                mode=procedure.mode,
            )
            self._below.setdefault(row.country, []).append(line)
        self._countries = []
        for iso2, own in self._below.items():
            country = reference.countries.get(iso2)
            name = country.name[words.language] if country else iso2
            self._countries.append(_sum(Level.COUNTRY, iso2, name, own))
        self.whole = replace(
            _sum(Level.ALL, "", words.text("All of the filter"), self._countries),
            below=sum(line.below for line in self._countries),
        )

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that have procedures here."""
        return tuple(self._below)

    def shown(self, folded: Collection[str], order: Order) -> tuple[Line, ...]:
        """Lines from top to bottom; countries among `folded` hide their procedures."""
        if not self._countries:
            return ()
        lines = [self.whole]
        for country in _sorted(self._countries, order):
            shut = country.key in folded
            lines.append(replace(country, folded=shut))
            if not shut:
                lines.extend(_sorted(self._below[country.key], order))
        return tuple(lines)


def _sum(level: Level, key: str, name: str, lines: Sequence[Line]) -> Line:
    missing = {gap: tuple(chain.from_iterable(line.missing.get(gap, ()) for line in lines)) for gap in Gap}
    return Line(level, key, name, sum(line.steps for line in lines), missing, len(lines))


def _sorted(lines: Iterable[Line], order: Order) -> list[Line]:
    def place(line: Line) -> tuple[float, str]:
        if isinstance(order.by, Gap):
            return line.lacking(order.by), line.name.casefold()
        return (line.steps if order.by else 0), line.name.casefold()

    return sorted(lines, key=place, reverse=order.descending)
