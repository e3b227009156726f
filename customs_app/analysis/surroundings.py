"""What the rules may know besides the procedure they look at, worked out once for all procedures."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from customs_app.analysis.choose import best_procedure, choose, says_ordinary
from customs_app.analysis.neighbours import Crossing, crossings
from customs_app.analysis.rules.base import Context
from customs_app.domain.codes import Mode, Regime, View
from customs_app.domain.procedure import FullProcedure, Procedure
from customs_app.domain.reference import Reference

_SAME_TRIP: Mapping[Regime, tuple[Regime, ...]] = {
    Regime.IMPORT: (Regime.BORDER_CROSSING, Regime.TRANSIT),
    Regime.EXPORT: (Regime.BORDER_CROSSING, Regime.TRANSIT),
    Regime.TRANSIT: (Regime.BORDER_CROSSING,),
    Regime.BORDER_CROSSING: (Regime.IMPORT, Regime.EXPORT, Regime.TRANSIT),
}
"""Regimes of which one journey meets procedures besides: what one of them lacks another may hold."""


class Surroundings:
    """Other procedures beside one, of its own and of other countries; views by stages take no part."""

    def __init__(self, pool: Sequence[FullProcedure], reference: Reference) -> None:
        self._reference = reference
        self._detailed = [full for full in pool if full.procedure.view is View.DETAILED]
        self._heads = [full.procedure for full in self._detailed]
        self._by_id = {full.procedure.id: full for full in self._detailed}
        self._steps = {full.procedure.id: len(full.steps) for full in self._detailed}
        self._activities: dict[tuple[str, Regime, Mode], set[str]] = {}
        for full in self._detailed:
            own = full.procedure
            acts = self._activities.setdefault((own.country, own.regime, own.mode), set())
            acts.update(step.activity for step in full.steps)
        self._chosen: dict[tuple[Regime, Mode], Mapping[str, FullProcedure]] = {}

    def of(self, full: FullProcedure) -> Context:
        """What the rules may know beside this procedure."""
        own = full.procedure
        modes = set(Mode) if own.mode is Mode.ANY else {own.mode, Mode.ANY}
        others = {asked: acts for asked, acts in self._activities.items() if asked[0] != own.country}
        trip = _SAME_TRIP.get(own.regime, ())
        return Context(
            self._reference,
            self._peers(own),
            elsewhere=frozenset().union(
                *(
                    acts
                    for (_, regime, mode), acts in others.items()
                    if regime is own.regime and mode in modes
                )
            ),
            same_trip=frozenset().union(*(acts for (_, regime, _), acts in others.items() if regime in trip)),
            ordinary=self._is_ordinary(own),
            own=tuple(
                other
                for other in self._detailed
                if other.procedure.country == own.country and other.procedure.id != own.id
            ),
            crossings=tuple(met for met in self._crossings if met.entering.procedure.id == own.id),
            onward=tuple(met.entering for met in self._crossings if met.leaving.procedure.id == own.id),
        )

    def _peers(self, own: Procedure) -> Mapping[str, FullProcedure]:
        asked = own.regime, own.mode
        if asked not in self._chosen:
            best = choose(self._heads, *asked, steps=self._steps)
            self._chosen[asked] = {country: self._by_id[one.id] for country, one in best.items()}
        return {country: peer for country, peer in self._chosen[asked].items() if country != own.country}

    def _is_ordinary(self, own: Procedure) -> bool:
        """Whether no other procedure of the country describes the ordinary consignment better."""
        if says_ordinary(own):
            return True
        alike = [
            one
            for one in self._heads
            if (one.country, one.regime) == (own.country, own.regime)
            and (one.mode is own.mode or Mode.ANY in (one.mode, own.mode))
        ]
        if any(says_ordinary(one) for one in alike):
            return False
        same_mode = [one for one in alike if one.mode is own.mode]
        return not same_mode or best_procedure(same_mode, self._steps).id == own.id

    @cached_property
    def _crossings(self) -> tuple[Crossing, ...]:
        return crossings(self._detailed, self._reference)
