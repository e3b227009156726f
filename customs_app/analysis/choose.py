"""Which procedure of each country answers a question: a regime, a mode, and countries."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from customs_app.domain.codes import Mode, Regime, View
from customs_app.domain.procedure import Procedure

_ORDINARY = re.compile(r"\b(ordinary|general)\b", re.IGNORECASE)
_COMMERCIAL = re.compile(r"\bcommercial (cargo|goods)\b", re.IGNORECASE)
_SPECIAL = re.compile(r"\b(EAEU|SPOT|two-step)\b")
_OUTSIDE = re.compile(r"\boutside the EAEU\b")


@dataclass(frozen=True, slots=True)
class Choice:
    """The procedures that answer a question; keys are countries (ISO 3166 alpha-2).

    `others` are those of the same country that would answer it too, best first. `left_out` are
    countries asked for that have none; `stages_only`, a part of them, those that have only a view by
    stages, which is never set beside detailed ones.
    """

    procedures: Mapping[str, Procedure]
    others: Mapping[str, tuple[Procedure, ...]]
    left_out: tuple[str, ...]
    stages_only: tuple[str, ...]


def best_procedure(
    candidates: Sequence[Procedure], steps: Mapping[str, int] | None = None, mode: Mode | None = None
) -> Procedure:
    """The procedure that describes an ordinary consignment best.

    In order of weight: a detailed view, the mode asked for rather than one for any mode, ordinary or
    general goods, no special regime (EAEU-only, SPOT), no single border place, more steps (`steps`:
    procedure id -> number), the latest day, then the id. ValueError where there is none.
    """
    return by_fit(candidates, steps or {}, mode)[0]


def says_ordinary(procedure: Procedure) -> bool:
    """Whether title or goods say, in English, that this is the procedure of an ordinary consignment."""
    _, _, unsaid, special, _ = _unfit(procedure, None)
    return not (unsaid or special)


def choose(
    procedures: Sequence[Procedure],
    regime: Regime,
    mode: Mode | None = None,
    countries: Collection[str] | None = None,
    chosen: Mapping[str, str] | None = None,
    *,
    steps: Mapping[str, int] | None = None,
) -> Mapping[str, Procedure]:
    """The procedure of each country that answers the question; as `choices`, without the rest."""
    return choices(procedures, regime, mode, countries, chosen, steps=steps).procedures


def choices(
    procedures: Sequence[Procedure],
    regime: Regime,
    mode: Mode | None = None,
    countries: Collection[str] | None = None,
    chosen: Mapping[str, str] | None = None,
    *,
    steps: Mapping[str, int] | None = None,
) -> Choice:
    """The procedure of each country that answers the question, and what else there is.

    Without `mode` (or with Mode.ANY) every mode answers, first the one that most of the countries have.
    `countries` keeps its order; without it all countries that have such a procedure, by code. `chosen`
    (country -> procedure id) goes before the best; an id that does not answer is passed over.
    Where at least one country has a detailed procedure, those seen by stages are left out.
    """
    wanted = None if mode is Mode.ANY else mode
    fitting = [p for p in procedures if _answers(p, regime, wanted)]
    asked = tuple(dict.fromkeys(countries)) if countries else tuple(sorted({p.country for p in fitting}))
    found = {iso2: [p for p in fitting if p.country == iso2] for iso2 in asked}
    liked = wanted or _commonest(found)
    ranked = {iso2: by_fit(own, steps or {}, liked) for iso2, own in found.items() if own}
    taken = {
        iso2: next((p for p in own if p.id == (chosen or {}).get(iso2)), own[0])
        for iso2, own in ranked.items()
    }
    stages = {iso2 for iso2, procedure in taken.items() if procedure.view is View.STAGES}
    if len(stages) == len(taken):
        stages = set()
    kept = {iso2: procedure for iso2, procedure in taken.items() if iso2 not in stages}
    return Choice(
        kept,
        {iso2: tuple(p for p in own if p != kept.get(iso2)) for iso2, own in ranked.items()},
        tuple(iso2 for iso2 in asked if iso2 not in kept),
        tuple(iso2 for iso2 in asked if iso2 in stages),
    )


def _answers(procedure: Procedure, regime: Regime, mode: Mode | None) -> bool:
    return procedure.regime is regime and (mode is None or procedure.mode in (mode, Mode.ANY))


def _commonest(found: Mapping[str, Sequence[Procedure]]) -> Mode | None:
    """The mode that most countries have in detail, so that like is set beside like."""
    count: Counter[Mode] = Counter(
        mode
        for own in found.values()
        for mode in {p.mode for p in own if p.view is View.DETAILED and p.mode is not Mode.ANY}
    )
    return max(Mode, key=lambda mode: count[mode]) if count else None


def by_fit(candidates: Sequence[Procedure], steps: Mapping[str, int], mode: Mode | None) -> list[Procedure]:
    """All candidates in the order of `best_procedure`, best first."""
    # Each sort leaves the order of the one before it where it finds no difference.
    ranked = sorted(candidates, key=lambda p: p.id)
    ranked.sort(key=lambda p: p.as_of or "", reverse=True)
    return sorted(ranked, key=lambda p: (*_unfit(p, mode), -steps.get(p.id, 0)))


def _unfit(procedure: Procedure, mode: Mode | None) -> tuple[bool, ...]:
    said = f"{procedure.title.en}; {procedure.goods.en if procedure.goods else ''}"
    return (
        procedure.view is not View.DETAILED,
        mode not in (None, Mode.ANY, procedure.mode),
        not (_ORDINARY.search(said) or _COMMERCIAL.search(said)),
        bool(_SPECIAL.search(_OUTSIDE.sub("", said))),
        procedure.location_id is not None,
    )
