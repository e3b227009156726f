"""What would leave the border or the port if clearance moved inland."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from customs_app.analysis.case import BASE, Case, steps_of_case
from customs_app.analysis.counting import Counting, counted_times
from customs_app.analysis.json_values import covered_json, range_json
from customs_app.analysis.logistics_places import GROUPS, PlaceGroup
from customs_app.analysis.neighbours import Way, at_border, ways
from customs_app.analysis.ranges import added
from customs_app.analysis.rules.saving import own_hours
from customs_app.domain.codes import Regime, View
from customs_app.domain.figures import Coverage, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference


class Cleared(StrEnum):
    """Where the case of a procedure clears the goods, as far as the catalogue says.

    BORDER: at the border, or at the port where the goods come in or go out. INLAND: after they have been
    carried on from there, or before they are carried to it. NOT_SAID: the procedure names no place and tells
    no carriage, or declares in one of several ways of which the case takes none.
    """

    BORDER = "border"
    INLAND = "inland"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Clearance:
    """Where a procedure clears goods, and what would leave that place if it were done inland.

    `moves` and `stays` are steps of the case that would leave the border and that would not; both are empty
    unless goods are cleared at the border. `hours` is the sum of those that move and have a time of their
    own, None where none has; `known` is how many have one, and `inside` how many of the others lie in one
    figure for several steps, which does not tell what they take. `needed` are activities (codes) that goods
    need to go on under customs control and that the case does not have. `by_choice` says that the trader may
    choose another place: some steps stand in the procedure on that condition.
    """

    procedure: str
    country: str
    location_id: str | None
    cleared: Cleared
    moves: tuple[Step, ...]
    stays: tuple[Step, ...]
    hours: Range | None
    known: Coverage
    inside: int
    needed: tuple[str, ...]
    by_choice: bool


CLEARANCE = frozenset(
    {"DCL-03", "DCL-04", "DCL-05", "DCL-06", "DCL-07", "DCL-09", "PAY-01", "PAY-02", "PAY-03", "PAY-04"}
    | {"INS-01", "INS-02", "INS-03", "INS-10", "REL-01", "REL-02"}
)
"""What clears the goods: it can be done where they are going. Controls that keep pests, radiation or
dangerous vehicles out, and those of travellers, belong to the border."""

_STAYS = ("BRD-", "INS-")
_STAYS_TOO = frozenset({"DCL-01", "DCL-02", "DCL-08", "REL-03", "TRN-06", "TRN-07", "PAY-05"})
_DECLARED, _TRANSIT, _CARRIED = "DCL-05", "DCL-08", "TRN-05"
_NEEDED = {Way.IN: ("DCL-08", "DCL-09", "BRD-06"), Way.OUT: ("BRD-06", "REL-03")}
_REGIMES = (Regime.IMPORT, Regime.EXPORT, Regime.BORDER_CROSSING)


def clearance(full: FullProcedure, reference: Reference, case: Case = BASE) -> Clearance | None:
    """Where the case clears the goods, and what would move; None for a procedure that clears none.

    It is told by the order of the steps: a carriage (TRN-05) or a transit declaration (DCL-08) before an
    import is declared, or a carriage after an export is, puts the clearance inland; else an import is cleared
    at the place for which the procedure is described.
    """
    own = full.procedure
    if own.regime not in _REGIMES or own.view is not View.DETAILED:
        return None
    if not any(step.activity == _DECLARED for step in full.steps) or len(ways(own)) != 1:
        return None
    (way,) = ways(own)
    steps = steps_of_case(full, case)
    cleared = _cleared(full, steps, way, reference)
    here = at_border(steps, way) if cleared is Cleared.BORDER else ()
    moves = tuple(step for step in here if step.activity in CLEARANCE)
    hours = [known for step in moves if (known := own_hours(full, step)) is not None]
    times = counted_times(full, full.steps)
    present = {step.activity for step in steps}
    return Clearance(
        procedure=own.id,
        country=own.country,
        location_id=own.location_id,
        cleared=cleared,
        moves=moves,
        stays=tuple(step for step in here if step.activity not in CLEARANCE and _at_border(step)),
        hours=added(hours) if hours else None,
        known=Coverage(len(hours), len(moves)),
        inside=sum(times[step.id].state in (Counting.INSIDE, Counting.AGGREGATE) for step in moves),
        needed=tuple(code for code in _NEEDED[way] if code not in present) if moves else (),
        by_choice=_by_choice(full, way),
    )


def clearances(
    procedures: Iterable[FullProcedure], reference: Reference, case: Case = BASE
) -> tuple[Clearance, ...]:
    """Of all procedures that clear goods, in the order given."""
    found = (clearance(full, reference, case) for full in procedures)
    return tuple(one for one in found if one is not None)


def _cleared(full: FullProcedure, steps: Sequence[Step], way: Way, reference: Reference) -> Cleared:
    declared = [n for n, step in enumerate(steps) if step.activity == _DECLARED]
    carried = [n for n, step in enumerate(steps) if step.activity == _CARRIED]
    if not declared:
        return Cleared.NOT_SAID
    place = reference.locations.get(full.procedure.location_id or "")
    group = GROUPS.get(place.kind) if place is not None and place.kind is not None else None
    if way is Way.IN:
        before = {step.activity for step in steps[: declared[0]]}
        if {_CARRIED, _TRANSIT} & before or group in (PlaceGroup.INLAND, PlaceGroup.LOGISTICS):
            return Cleared.INLAND
        return Cleared.NOT_SAID if group is None else Cleared.BORDER
    if not carried:
        return Cleared.NOT_SAID
    return Cleared.BORDER if carried[-1] < declared[0] else Cleared.INLAND


def _at_border(step: Step) -> bool:
    return step.activity.startswith(_STAYS) or step.activity in _STAYS_TOO


def _by_choice(full: FullProcedure, way: Way) -> bool:
    """Whether the carriage or the declaration hangs on a condition, so that there is another place."""
    declared = [step for step in full.steps if step.activity == _DECLARED]
    if len({step.choice for step in declared if step.choice}) > 1:
        return True
    moving = (_CARRIED, _TRANSIT)
    return way is Way.IN and any(
        step.activity in moving and step.condition is not None and step.seq < declared[0].seq
        for step in full.steps
    )


def clearances_json(found: Iterable[Clearance]) -> list[dict[str, Any]]:
    """For programs: ids, codes and numbers; unknown is None."""
    return [
        {
            "procedure": one.procedure,
            "country": one.country,
            "location": one.location_id,
            "cleared": one.cleared.value,
            "by_choice": one.by_choice,
            "moves": [step.id for step in one.moves],
            "stays": [step.id for step in one.stays],
            "hours": range_json(one.hours),
            "hours_known": covered_json(one.known),
            "inside_one_figure": one.inside,
            "needed": list(one.needed),
        }
        for one in found
    ]
