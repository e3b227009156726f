"""Which procedure stands in which block of a corridor's chain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from customs_app.analysis.corridor.fit import Fit, Wanted, ranked
from customs_app.analysis.corridor.slots import Border, Visit, borders, visits
from customs_app.analysis.corridor.why import (
    is_in_union,
    why,
    why_bound,
    why_none,
    why_not_in_catalogue,
    why_twice,
)
from customs_app.domain.codes import LocationKind
from customs_app.domain.corridor import Block, Corridor, GapKind, Role
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference

_MEMBER = "member"
_CARRIED = "TRN-05"
_AT_BORDER = frozenset({"BRD-01", "BRD-02", "BRD-03"})
"""Work that is done at a border alone: queue, border guard, customs formalities."""
_PORTS = frozenset({LocationKind.SEAPORT, LocationKind.AIRPORT})


def blocks(
    corridor: Corridor,
    procedures: Sequence[FullProcedure],
    reference: Reference,
    bindings: Mapping[str, str | None],
) -> tuple[Block, ...]:
    """The blocks of a corridor's chain in order, each with what officials bound to it or what is proposed.

    `procedures` are those of the countries of the corridor (others are passed over); `bindings` has keys
    of blocks. The first country exports, the last imports, between lies transit; at each border stands a
    block on either side, or one inside a customs union, unless the country's own procedure does that work
    itself. A country outside the catalogue is one block without a procedure.
    """
    stays = visits(corridor)
    countries = {stay.country for stay in stays}
    own = {full.procedure.id: full for full in procedures if full.procedure.country in countries}
    passed = borders(stays, reference)
    inside = bool(passed) and all(one.in_union for one in passed)
    binder = _Binder(own, reference, bindings, corridor.mode, inside)
    around = zip(stays, (None, *passed), (*passed, None), strict=True) if stays else ()
    return tuple(block for stay, before, after in around for block in binder.of_stay(stay, before, after))


@dataclass(frozen=True, slots=True)
class _Binder:
    """What all blocks of one corridor are proposed from; `inside`: it stays in one customs union."""

    procedures: Mapping[str, FullProcedure]
    reference: Reference
    bindings: Mapping[str, str | None]
    mode: str | None
    inside: bool

    def of_stay(self, stay: Visit, before: Border | None, after: Border | None) -> Sequence[Block]:
        """The blocks of a stay between two borders; None where it is the first or the last."""
        role = Role.EXPORT if before is None else Role.IMPORT if after is None else Role.TRANSIT
        if not self._in_catalogue(stay.country):
            said = why_not_in_catalogue(stay.country, self.reference)
            gap = GapKind.NOT_IN_CATALOGUE
            return [Block(stay.key(role), stay.country, role, stay.legs, None, True, said, gap=gap)]
        touched = tuple(border for border in (before, after) if border is not None)
        main = self._block(stay, Wanted(role, stay.legs, touched, stay.mode(self.mode), self.inside))
        takes_in: list[str] = []
        at_borders: dict[Role, Block] = {}
        for border, side in ((before, Role.CROSS_IN), (after, Role.CROSS_OUT)):
            if border is None:
                continue
            key = stay.key(side)
            if key not in self.bindings and self._takes_in(main.procedure, border, side):
                takes_in.append(key)
            elif key in self.bindings or side is Role.CROSS_IN or not border.in_union:
                legs = border.in_legs if side is Role.CROSS_IN else border.out_legs
                block = self._block(stay, Wanted(side, legs, (border,), stay.mode(self.mode), self.inside))
                if main.procedure and block.procedure and self._takes_in(main.procedure, border, side):
                    block = replace(block, why=why_twice(main.procedure))
                at_borders[side] = block
        used = {leg for block in at_borders.values() for leg in block.places}
        places = tuple(leg for leg in stay.legs if leg not in used)
        main = replace(main, places=places, takes_in=tuple(takes_in))
        in_order = (at_borders.get(Role.CROSS_IN), main, at_borders.get(Role.CROSS_OUT))
        return [block for block in in_order if block is not None]

    def _in_catalogue(self, iso2: str) -> bool:
        country = self.reference.countries.get(iso2)
        if country is not None and country.status == _MEMBER:
            return True
        return any(full.procedure.country == iso2 for full in self.procedures.values())

    def _block(self, stay: Visit, wanted: Wanted) -> Block:
        countries = {stay.country}
        if is_in_union(wanted):  # one block for both sides
            countries |= {wanted.borders[0].leaving.country, wanted.borders[0].entering.country}
        own = [full for full in self.procedures.values() if full.procedure.country in countries]
        candidates = ranked(own, wanted, self.reference)
        block = self._filled(stay, wanted, own, candidates)
        chosen = block.procedure.procedure.id if block.procedure else None
        others = tuple(full.procedure for _, full in candidates if full.procedure.id != chosen)
        return replace(block, others=others)

    def _filled(
        self,
        stay: Visit,
        wanted: Wanted,
        own: Sequence[FullProcedure],
        candidates: Sequence[tuple[Fit, FullProcedure]],
    ) -> Block:
        key, role = stay.key(wanted.role), wanted.role
        if key in self.bindings:
            bound = self.bindings[key]
            full = self.procedures.get(bound) if bound is not None else None
            gap = GapKind.ON_PURPOSE if bound is None else GapKind.NO_PROCEDURE if full is None else None
            return Block(key, stay.country, role, wanted.legs, full, False, why_bound(bound), gap=gap)
        if candidates and candidates[0][0] is not Fit.NONE:
            how, full = candidates[0]
            said, away = why(how, full, wanted, self.reference), how is Fit.ELSEWHERE
            return Block(key, stay.country, role, wanted.legs, full, True, said, elsewhere=away)
        said = why_none(stay.country, wanted, own, self.reference, unfit=bool(candidates))
        gap = GapKind.INSIDE_UNION if is_in_union(wanted) else GapKind.NO_PROCEDURE
        return Block(key, stay.country, role, wanted.legs, None, True, said, gap=gap)

    def _takes_in(self, full: FullProcedure | None, border: Border, side: Role) -> bool:
        """Whether a procedure does the work at a border itself.

        Inside a union that is so only where it names the border; a procedure of a port does it there.
        """
        if full is None:
            return False
        place = self.reference.locations.get(full.procedure.location_id or "")
        if place is not None and place.kind in _PORTS:
            return True
        if not any(step.activity in _AT_BORDER for step in _on_side(full, side)):
            return False
        across = border.leaving.country if side is Role.CROSS_IN else border.entering.country
        return not border.in_union or (place is not None and place.neighbour == across)


def _on_side(full: FullProcedure, side: Role) -> Sequence[Step]:
    """The steps before the goods are carried through the country, or after; all where none carries them."""
    carried = [place for place, step in enumerate(full.steps) if step.activity == _CARRIED]
    if not carried:
        return full.steps
    return full.steps[: carried[-1]] if side is Role.CROSS_IN else full.steps[carried[-1] + 1 :]
