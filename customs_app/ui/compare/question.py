"""What is compared, and what could be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from customs_app.analysis.choose import Choice, choices
from customs_app.domain.codes import CaseKind, Mode, Regime
from customs_app.domain.procedure import ProcedureRow

FEWEST = 2
Offers = Mapping[Regime, Mapping[Mode, tuple[str, ...]]]
"""Regimes that the catalogue has, and in each the modes (Mode.ANY: all) with the countries that answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """A regime, a mode (Mode.ANY: all), a case, and what the user chose besides.

    `without` holds countries that were left out; all others are asked for. `chosen` holds (country,
    procedure id) where another procedure is wanted than the one that fits best.
    """

    regime: Regime = Regime.IMPORT
    mode: Mode = Mode.ROAD
    case: CaseKind = CaseKind.BASE
    without: frozenset[str] = frozenset()
    chosen: frozenset[tuple[str, str]] = frozenset()

    def asked(self, countries: Sequence[str]) -> tuple[str, ...]:
        """The countries asked for, of those that the catalogue has."""
        return tuple(iso2 for iso2 in countries if iso2 not in self.without)

    def choosing(self, country: str, procedure_id: str) -> "Question":
        """The same question with another procedure of one country."""
        kept = {pair for pair in self.chosen if pair[0] != country}
        return replace(self, chosen=frozenset({*kept, (country, procedure_id)}))


def countries_of(rows: Sequence[ProcedureRow]) -> tuple[str, ...]:
    """The countries that have procedures at all (ISO 3166 alpha-2), by code."""
    return tuple(sorted({row.procedure.country for row in rows}))


def choice_of(question: Question, rows: Sequence[ProcedureRow]) -> Choice:
    """Which procedure of each country answers the question, and which countries have none."""
    asked = question.asked(countries_of(rows))
    if not asked:
        return Choice({}, {}, (), ())
    return choices(
        [row.procedure for row in rows],
        question.regime,
        question.mode,
        asked,
        dict(question.chosen),
        steps={row.procedure.id: row.steps for row in rows},
    )


def offers(rows: Sequence[ProcedureRow]) -> Offers:
    """What can be asked: each regime, all modes of it, and each mode that some procedure is written for."""
    procedures = [row.procedure for row in rows]
    steps = {row.procedure.id: row.steps for row in rows}
    found: dict[Regime, Mapping[Mode, tuple[str, ...]]] = {}
    for regime in Regime:
        own = [procedure for procedure in procedures if procedure.regime is regime]
        there = {procedure.mode for procedure in own} - {Mode.ANY}
        if own:
            found[regime] = {
                mode: tuple(choices(own, regime, mode, steps=steps).procedures)
                for mode in (Mode.ANY, *(mode for mode in Mode if mode in there))
            }
    return found


def nearest(question: Question, offered: Offers) -> Question:
    """The question, or where the catalogue has not its regime or mode, the nearest that it has."""
    if not offered:
        return question
    regime = question.regime if question.regime in offered else next(iter(offered))
    mode = question.mode if question.mode in offered[regime] else Mode.ANY
    return replace(question, regime=regime, mode=mode)
