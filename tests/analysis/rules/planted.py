"""Small procedures in which a redundancy, or what only looks like one, is planted."""

from dataclasses import replace

from customs_app.analysis.findings import findings
from customs_app.domain.codes import (
    AgencyKind,
    Channel,
    Evidence,
    Form,
    LocationKind,
    Mode,
    Regime,
    Role,
    Stage,
    View,
)
from customs_app.domain.corridor import Corridor
from customs_app.domain.figures import CostFigure, TimeFigure
from customs_app.domain.procedure import (
    Agency,
    Document,
    DocumentUse,
    FullProcedure,
    Location,
    Procedure,
    Step,
)
from customs_app.domain.reference import Activity, Country, Reference
from customs_app.domain.review import Finding
from customs_app.domain.text import Text

_STAGES = {
    "PRE": Stage.PREPARE,
    "CRT": Stage.CERTIFY,
    "TRN": Stage.TRANSPORT,
    "DCL": Stage.DECLARE,
    "PAY": Stage.PAY,
    "INS": Stage.INSPECT,
    "BRD": Stage.BORDER,
    "REL": Stage.RELEASE,
    "AFT": Stage.AFTER,
}
_CODES = [f"{stage}-{n:02}" for stage in _STAGES for n in range(1, 11)]
_AGENCIES = {
    "customs": AgencyKind.CUSTOMS,
    "post": AgencyKind.CUSTOMS,
    "window": AgencyKind.SINGLE_WINDOW,
    "bank": AgencyKind.BANK,
    "police": AgencyKind.POLICE,
    "plant": AgencyKind.PHYTOSANITARY,
    "vet": AgencyKind.VETERINARY,
    "ministry": AgencyKind.TRADE_MINISTRY,
    "trader": AgencyKind.TRADER,
    "broker": AgencyKind.BROKER,
    "carrier": AgencyKind.CARRIER,
}
_DOCUMENTS = {
    "invoice": ("380", None),
    "proforma": ("380", None),
    "cmr": ("730", None),
    "packing": ("271", None),
    "phyto": ("851", "plant"),
    "phyto-2": ("851", "plant"),
    "permit": (None, "ministry"),
    "receipt": (None, "customs"),
    "paper": (None, None),
    "entry": ("929", None),
    "carnet": ("952", None),
}
_LOCATIONS = {
    "aa-gate": ("AA", "Gate Anfield (opposite Benford)", LocationKind.BORDER_ROAD, "BB"),
    "bb-gate": ("BB", "Benford road checkpoint", LocationKind.BORDER_ROAD, "AA"),
    "bb-other": ("BB", "Carrow road crossing", LocationKind.BORDER_ROAD, "AA"),
    "bb-to-cc": ("BB", "Deepdale road checkpoint", LocationKind.BORDER_ROAD, "CC"),
    "aa-port": ("AA", "Harbour of Anfield", LocationKind.SEAPORT, None),
    "cc-gate": ("CC", "Elland road checkpoint", LocationKind.BORDER_ROAD, "DD"),
    "cc-rail": ("CC", "Elland station", LocationKind.BORDER_RAIL, "EE"),
}


def reference(
    forms: dict[str, str] | None = None,
    names: dict[str, str] | None = None,
    *,
    union: str = "",
    corridors: tuple[Corridor, ...] = (),
) -> Reference:
    """A reference list; `forms` maps a code to the tags its form asks for, `names` a document to its name.

    `union` names the countries of one customs union.
    """
    return Reference(
        activities={code: Activity(code, _STAGES[code[:3]], Text(f"Do {code}")) for code in _CODES},
        countries={
            iso2: Country(iso2, Text(f"Land {iso2}"), customs_union="U" if iso2 in union.split() else None)
            for iso2 in ("AA", "BB", "CC", "DD", "EE")
        },
        standards={},
        rates={},
        agencies={name: Agency(name, "AA", Text(name), kind=kind) for name, kind in _AGENCIES.items()},
        documents={
            name: Document(
                name, "AA", Text((names or {}).get(name, name)), code=code, issuer_agency_id=issuer
            )
            for name, (code, issuer) in _DOCUMENTS.items()
        },
        locations={
            id_: Location(id_, country, Text(name), kind, neighbour=neighbour)
            for id_, (country, name, kind, neighbour) in _LOCATIONS.items()
        },
        sources={},
        data_elements={},
        form_elements={code: frozenset(tags.split()) for code, tags in (forms or {}).items()},
        corridors={one.id: one for one in corridors},
    )


def step(
    activity: str,
    agency: str | None = "customs",
    *,
    takes: str = "",
    shows: str = "",
    gives: str = "",
    after: str = "",
    channel: Channel | None = None,
    condition: str | None = None,
    choice: str | None = None,
    time: TimeFigure = TimeFigure(),
    cost: CostFigure = CostFigure(),
    visits: int | None = None,
    law: str | None = "Art. 1",
    note: str | None = None,
    title: str | None = None,
    evidence: Evidence | None = None,
) -> tuple[Step, str, str, str]:
    """A step and its documents: names with a space between, each as `name` or `name:form`."""
    made = Step(
        id="",
        procedure_id="",
        seq=0,
        title=Text(title or activity),
        activity=activity,
        agency_id=agency,
        depends_on=tuple(after.split()),
        channel=channel,
        condition=Text(condition) if condition else None,
        choice=choice,
        time=time,
        cost=cost,
        visits=visits,
        legal_basis=law,
        evidence=evidence,
        source_ids=("S1",),
        locator="p. 1",
        note=note,
    )
    return made, takes, shows, gives


def procedure(
    *steps: tuple[Step, str, str, str],
    country: str = "AA",
    regime: Regime = Regime.IMPORT,
    mode: Mode = Mode.ROAD,
    view: View = View.DETAILED,
    name: str | None = None,
    title: str = "P",
    goods: str | None = None,
    place: str | None = None,
) -> FullProcedure:
    """A procedure whose steps are named by number within it: `AA1`, `AA2`... `after` names numbers.

    With `name`, which stands for the country's in all ids, a country may have several.
    """
    name = name or country
    made, uses = [], {}
    for number, (one, takes, shows, gives) in enumerate(steps, 1):
        id_ = f"{name}{number}"
        made.append(
            replace(
                one,
                id=id_,
                procedure_id=f"{name}-P",
                seq=number,
                depends_on=tuple(f"{name}{before}" for before in one.depends_on),
            )
        )
        used = [
            DocumentUse(
                id_, use.partition(":")[0], role, Form(form) if (form := use.partition(":")[2]) else None
            )
            for role, names in ((Role.INPUT, takes), (Role.SHOWN, shows), (Role.OUTPUT, gives))
            for use in names.split()
        ]
        if used:
            uses[id_] = tuple(used)
    own = Procedure(
        f"{name}-P",
        country,
        regime,
        Text(title),
        mode,
        view,
        goods=Text(goods) if goods else None,
        location_id=place,
        source_ids=("S2",),
    )
    return FullProcedure(own, tuple(made), uses)


def found(
    rule: str, full: FullProcedure, *peers: FullProcedure, ref: Reference | None = None
) -> tuple[Finding, ...]:
    """What one rule suggests about a procedure beside those of other countries."""
    return findings([full], ref or reference(), peers=[full, *peers], rules=[rule])


def only(rule: str, full: FullProcedure, *peers: FullProcedure, ref: Reference | None = None) -> Finding:
    """The single finding of one rule."""
    (one,) = found(rule, full, *peers, ref=ref)
    return one
