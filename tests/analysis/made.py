"""Small procedures made for tests: a step is named by its number, `1` depends on nothing."""

from collections.abc import Mapping, Sequence

from customs_app.domain.codes import Channel, CostKind, Mode, Regime, Role, Stage, TimeKind, View
from customs_app.domain.figures import CostFigure, Range, TimeFigure
from customs_app.domain.procedure import DocumentUse, FullProcedure, Procedure, Step
from customs_app.domain.reference import Activity, Country, ExchangeRate, Reference
from customs_app.domain.text import Text

D, L, LEAD, AGG = TimeKind.DURATION, TimeKind.LIMIT, TimeKind.LEAD, TimeKind.AGGREGATE


def hours(
    typ: float | None = None,
    *,
    least: float | None = None,
    most: float | None = None,
    kind: TimeKind | None = D,
    covers: Sequence[str] = (),
) -> TimeFigure:
    return TimeFigure(Range(least, typ, most), kind, tuple(covers))


def fee(
    amount: float | None,
    currency: str | None = "USD",
    kind: CostKind | None = CostKind.FEE,
    covers: Sequence[str] = (),
) -> CostFigure:
    return CostFigure(amount, currency, None, kind, tuple(covers))


def step(
    name: str,
    after: str = "",
    *,
    time: TimeFigure = TimeFigure(),
    cost: CostFigure = CostFigure(),
    condition: str | None = None,
    choice: str | None = None,
    activity: str = "DCL-01",
    channel: Channel | None = None,
    visits: int | None = None,
    law: str | None = None,
) -> Step:
    return Step(
        id=name,
        procedure_id="P",
        seq=0,
        title=Text(f"Step {name}"),
        activity=activity,
        depends_on=tuple(after.split()),
        channel=channel,
        condition=Text(condition) if condition else None,
        choice=choice,
        time=time,
        cost=cost,
        visits=visits,
        legal_basis=law,
    )


def procedure(
    *steps: Step,
    country: str = "KZ",
    view: View = View.DETAILED,
    uses: Mapping[str, Sequence[tuple[str, Role]]] | None = None,
) -> FullProcedure:
    numbered = tuple(
        Step(**{field: getattr(one, field) for field in Step.__slots__} | {"seq": number})
        for number, one in enumerate(steps, 1)
    )
    return FullProcedure(
        Procedure(f"{country}-P", country, Regime.IMPORT, Text("Import"), Mode.ROAD, view),
        numbered,
        {
            step_id: tuple(DocumentUse(step_id, document, role) for document, role in used)
            for step_id, used in (uses or {}).items()
        },
    )


def plain(
    id_: str,
    country: str = "KZ",
    *,
    title: str = "Import",
    goods: str | None = None,
    regime: Regime = Regime.IMPORT,
    mode: Mode = Mode.ROAD,
    view: View = View.DETAILED,
    location: str | None = None,
    as_of: str | None = None,
) -> Procedure:
    return Procedure(
        id_, country, regime, Text(title), mode, view, Text(goods) if goods else None, location, as_of
    )


def reference(*activities: str, rates: Mapping[str, float] | None = None) -> Reference:
    """A reference list with these activities (code, all of stage Declare unless `code@Stage`)."""
    made: dict[str, Activity] = {}
    for said in activities:
        code, _, stage = said.partition("@")
        made[code] = Activity(code, Stage(stage or "Declare"), Text(f"Do {code}", f"Дело {code}"))
    names = {"KZ": ("Kazakhstan", "Казахстан"), "UZ": ("Uzbekistan", "Узбекистан"), "CN": ("China", "Китай")}
    return Reference(
        activities=made,
        countries={iso2: Country(iso2, Text(*name)) for iso2, name in names.items()},
        standards={},
        rates={code: ExchangeRate(code, value, "2026-11-20") for code, value in (rates or {}).items()},
        agencies={},
        documents={},
        locations={},
        sources={},
        data_elements={},
        form_elements={},
    )
