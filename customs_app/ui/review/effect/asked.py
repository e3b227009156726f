"""What is asked of the effect of verdicts, and what is told of it, part by part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from customs_app.analysis.case import BASE, WORST, Case
from customs_app.analysis.opinions import Target
from customs_app.analysis.to_be.basis import Applied, Chosen, choose
from customs_app.analysis.to_be.effect import Effect, effect
from customs_app.analysis.to_be.yearly import Yearly, yearly
from customs_app.domain.codes import Basis, CaseKind
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Finding, Reviewer
from customs_app.language.words import Words
from customs_app.ui.newest import Desk
from customs_app.ui.review.effect.figures import FigureRow, figure_rows
from customs_app.ui.review.tab import Scope

if TYPE_CHECKING:  # they bring numpy along, which is loaded in the thread
    from customs_app.analysis.to_be.sensitivity import Ranked
    from customs_app.analysis.to_be.uncertainty import Pair

DRAWS, SEED = 10_000, 1
_BREATH_S = 0.02


@dataclass(frozen=True, slots=True)
class Asked:
    """Verdicts of a basis, applied in a case to one procedure (id), or to "" = all of the scope.

    `shape` is `pert` or `triangular`: how times are spread between least and most.
    """

    scope: Scope
    decisions: tuple[Decision, ...]
    who: Reviewer
    basis: Basis
    case: CaseKind
    shape: str
    procedure: str


@dataclass(frozen=True, slots=True)
class OneEffect:
    """What the verdicts change in one procedure, worded as figures, and by the year."""

    full: FullProcedure
    effect: Effect
    chosen: Chosen
    figures: tuple[FigureRow, ...]
    yearly: Yearly


@dataclass(frozen=True, slots=True)
class ManyEffects:
    """What they change in each procedure that has any; `untouched` counts the others."""

    effects: tuple[OneEffect, ...]
    untouched: int


@dataclass(frozen=True, slots=True)
class Told:
    """The first part: for what was asked, how many verdicts each procedure has, and what they change."""

    asked: Asked
    counts: Mapping[str, int]
    found: OneEffect | ManyEffects


@dataclass(frozen=True, slots=True)
class Drawn:
    """The second part: what is left of the effect when times vary; None for several procedures."""

    pair: "Pair | None"


@dataclass(frozen=True, slots=True)
class RankedFindings:
    """The last part: findings by their saving, the largest first."""

    ranked: "tuple[tuple[Ranked, Finding], ...]"


class Effects:
    """Answers in a thread; what does not depend on the verdicts is kept for the next question."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._kept: tuple[tuple[object, ...], RankedFindings] | None = None

    def answer(self, asked: Asked, desk: Desk) -> RankedFindings:
        """Tell what changes, then how sure it is, and give the ranking of the findings."""
        scope = asked.scope
        among = {step.id for full in scope.procedures for step in full.steps}
        marks = [mark for mark in scope.seen.marks if mark.step_id in among]
        decisions = [one for one in asked.decisions if one.step_id in among]
        chosen = choose(marks, decisions, asked.basis, asked.who)
        counts: dict[str, int] = {}
        for one in chosen.applied:
            key = scope.loaded.procedure_of[one.step_id].procedure.id
            counts[key] = counts.get(key, 0) + 1
        desk.go_on()
        found = self._one(asked, chosen) if asked.procedure else self._many(asked, chosen, counts, desk)
        desk.tell(Told(asked, counts, found))
        desk.give_way(_BREATH_S)
        desk.tell(Drawn(_drawn(asked, found) if isinstance(found, OneEffect) else None))
        desk.give_way(_BREATH_S)
        return self._ranking(asked)

    def _one(self, asked: Asked, chosen: Chosen) -> OneEffect:
        return self._effect(asked, asked.scope.loaded.procedures[asked.procedure], chosen)

    def _many(self, asked: Asked, chosen: Chosen, counts: Mapping[str, int], desk: Desk) -> ManyEffects:
        effects = []
        for full in asked.scope.procedures:
            if counts.get(full.procedure.id):
                desk.go_on()
                effects.append(self._effect(asked, full, chosen))
        return ManyEffects(tuple(effects), len(asked.scope.procedures) - len(effects))

    def _effect(self, asked: Asked, full: FullProcedure, chosen: Chosen) -> OneEffect:
        loaded, case = asked.scope.loaded, case_of(asked.case)
        own = _own(chosen, full)
        found = effect(
            full,
            own.applied,
            case,
            loaded.reference,
            contested=own.contested,
            peers=tuple(loaded.peers(full.procedure).values()),
        )
        figures = figure_rows(full, found, case, loaded.reference.rates, self._words)
        return OneEffect(full, found, own, figures, yearly(found, full.procedure))

    def _ranking(self, asked: Asked) -> RankedFindings:
        from customs_app.analysis.to_be.sensitivity import rank  # noqa: PLC0415 - brings numpy

        loaded = asked.scope.loaded
        ids = (asked.procedure,) if asked.procedure else tuple(
            full.procedure.id for full in asked.scope.procedures
        )  # fmt: skip
        key = (id(loaded), ids)
        if self._kept is None or self._kept[0] != key:
            among = set(ids)
            findings = [finding for finding in loaded.findings if finding.procedure in among]
            ranked = rank(findings, loaded.procedures.values(), loaded.reference)
            rows = tuple((one, loaded.by_key[one.finding_key]) for one in ranked)
            self._kept = key, RankedFindings(rows)
        return self._kept[1]


def case_of(kind: CaseKind) -> Case:
    """The case of a kind, nothing ticked."""
    return BASE if kind is CaseKind.BASE else WORST


def _drawn(asked: Asked, found: OneEffect) -> "Pair":
    from customs_app.analysis.to_be.uncertainty import Shape, pair  # noqa: PLC0415 - brings numpy

    to_be, case = found.effect.procedure, case_of(asked.case)
    return pair(found.full, to_be, case, draws=DRAWS, seed=SEED, shape=Shape(asked.shape))


def _own(chosen: Chosen, full: FullProcedure) -> Chosen:
    """What of it is about one procedure."""
    ids = {step.id for step in full.steps}
    applied = tuple(one for one in chosen.applied if one.step_id in ids)
    return Chosen(
        applied, _among(chosen.contested, ids), _among(chosen.single, ids), _stale(chosen.stale, applied)
    )


def _among(targets: Sequence[Target], ids: set[str]) -> tuple[Target, ...]:
    return tuple(target for target in targets if target[0] in ids)


def _stale(stale: Sequence[str], applied: Sequence[Applied]) -> tuple[str, ...]:
    own = {mark for one in applied for mark in (*one.mark_ids, one.decision_id)}
    return tuple(one for one in stale if one in own)
