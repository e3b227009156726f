"""What is done at which place of the catalogue."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from customs_app.analysis.neighbours import Way, at_border, ways
from customs_app.analysis.rules.common import ELECTRONIC, PHYSICAL
from customs_app.domain.codes import Channel, LocationKind, Regime, View
from customs_app.domain.procedure import FullProcedure, Location, Step
from customs_app.domain.reference import Reference


class PlaceGroup(StrEnum):
    """What kind of place it is to the goods, from the border inland."""

    BORDER = "border"
    PORT = "port"
    LOGISTICS = "logistics"
    INLAND = "inland"


GROUPS: Mapping[LocationKind, PlaceGroup] = {
    LocationKind.BORDER_ROAD: PlaceGroup.BORDER,
    LocationKind.BORDER_RAIL: PlaceGroup.BORDER,
    LocationKind.SEAPORT: PlaceGroup.PORT,
    LocationKind.AIRPORT: PlaceGroup.PORT,
    LocationKind.DRY_PORT: PlaceGroup.LOGISTICS,
    LocationKind.LOGISTICS_CENTRE: PlaceGroup.LOGISTICS,
    LocationKind.INLAND_CUSTOMS: PlaceGroup.INLAND,
}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of the catalogue and what is done there.

    `procedures` are ids of those described for this place. `doing` has activities (codes, in the order of
    the reference list), each with the ids of the steps that need presence there. `named_in` are ids of steps
    whose title or note names the place, or another of its name, though their procedure is not described for
    it. All empty means that the catalogue knows no more than that the place is there.
    """

    location: Location
    group: PlaceGroup | None
    procedures: tuple[str, ...]
    doing: tuple[tuple[str, tuple[str, ...]], ...]
    named_in: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether the catalogue says anything of what is done here."""
        return bool(self.procedures or self.named_in)


_HERE = (PHYSICAL | {"DCL-02", "REL-02", "REL-03", "BRD-03"}) - {"TRN-05"}
"""Activities that need presence at one place, unless a channel says that they are done from afar."""
_NOT_AT_BORDER = ("CRT-", "TRN-04", "REL-04")
"""What is made ready before the border, or done after it, though a procedure at the border tells of it."""
_PRESENT = frozenset({Channel.IN_PERSON, Channel.PAPER, Channel.MIXED})
_AT_PLACES = ("DCL", "PAY", "INS", "BRD", "REL")
_NAME = re.compile(r"\b[A-Z][\w'’-]{3,}")
_COMMON = frozenset(
    {"Border", "Cargo", "Check", "Complex", "Container", "Courier", "Customs", "Gateway", "Integrated"}
    | {"International", "Logistic", "Pass", "Port", "Post", "Road", "Route", "Saint", "Terminal", "Land"}
    | {"Declaration", "Electronic", "Centre", "Railway", "Station", "Bridge", "Mega", "Silk", "Warsaw"}
    | {"Shahid", "Beheshti", "Rajaee", "Petersburg", "Muhammad", "Region", "Dry"}
)
"""Words with a capital letter that are no name of one place."""


def places(procedures: Sequence[FullProcedure], reference: Reference) -> tuple[PlaceRow, ...]:
    """All places of the catalogue by kind from the border inland, then by country and name."""
    order = {code: n for n, code in enumerate(reference.activities)}
    at: dict[str, list[FullProcedure]] = {}
    for full in procedures:
        if full.procedure.location_id and full.procedure.view is View.DETAILED:
            at.setdefault(full.procedure.location_id, []).append(full)
    rows = [_place(place, at.get(id_, []), procedures, order) for id_, place in reference.locations.items()]
    groups = list(PlaceGroup)
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                groups.index(row.group) if row.group else len(groups),
                row.location.country,
                row.location.name.en,
            ),
        )
    )


def _place(
    place: Location,
    own: Sequence[FullProcedure],
    procedures: Sequence[FullProcedure],
    order: Mapping[str, int],
) -> PlaceRow:
    group = GROUPS[place.kind] if place.kind else None
    doing: dict[str, list[str]] = {}
    for full in own:
        for step in _steps_here(full, group):
            doing.setdefault(step.activity, []).append(step.id)
    ids = {full.procedure.id for full in own}
    return PlaceRow(
        location=place,
        group=group,
        procedures=tuple(full.procedure.id for full in own),
        doing=tuple(
            (code, tuple(doing[code])) for code in sorted(doing, key=lambda code: order.get(code, len(order)))
        ),
        named_in=tuple(_naming(place, [full for full in procedures if full.procedure.id not in ids])),
    )


def _steps_here(full: FullProcedure, group: PlaceGroup | None) -> Iterable[Step]:
    steps = (step for step in full.steps if needs_presence(step))
    if group is not PlaceGroup.BORDER:
        return steps
    here = {step.id for way in ways(full.procedure) for step in border_part(full, way)}
    return (step for step in steps if step.id in here and not step.activity.startswith(_NOT_AT_BORDER))


def border_part(full: FullProcedure, way: Way) -> Sequence[Step]:
    """The steps at the border, also where the procedure tells no carriage to or from it.

    An export is then at the border from the first activity of a border on, an import until it goes on under
    transit.
    """
    activities = [step.activity for step in full.steps]
    if full.procedure.regime is Regime.BORDER_CROSSING:  # whose last step may be the drive across
        return at_border(full.steps, way) or full.steps
    if "TRN-05" in activities:
        return at_border(full.steps, way)
    if way is Way.OUT:
        first = next((n for n, code in enumerate(activities) if code.startswith("BRD-")), len(activities))
        return full.steps[first:]
    return full.steps[: activities.index("DCL-08") + 1] if "DCL-08" in activities else full.steps


def needs_presence(step: Step) -> bool:
    """Whether somebody or something must be at the place where the step is done."""
    if step.channel in ELECTRONIC:
        return False
    if step.activity in _HERE:
        return True
    return step.channel in _PRESENT and step.activity.startswith(_AT_PLACES)


def _naming(place: Location, procedures: Iterable[FullProcedure]) -> Iterable[str]:
    names = {word for word in _NAME.findall(place.name.en.partition(" (opposite")[0]) if word not in _COMMON}
    if not names:
        return
    found = re.compile(rf"\b({'|'.join(map(re.escape, sorted(names)))})\b")
    for full in procedures:
        if full.procedure.country == place.country:
            for step in full.steps:
                if found.search(f"{step.title.en}\n{step.note or ''}"):
                    yield step.id


def places_json(rows: Iterable[PlaceRow]) -> list[dict[str, Any]]:
    """The places for programs: ids and codes."""
    return [
        {
            "location": row.location.id,
            "country": row.location.country,
            "kind": row.location.kind.value if row.location.kind else None,
            "group": row.group.value if row.group else None,
            "procedures": list(row.procedures),
            "doing": {code: list(steps) for code, steps in row.doing},
            "named_in": list(row.named_in),
        }
        for row in rows
    ]
