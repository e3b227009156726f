"""Rows of the tables as objects of the domain."""

import sqlite3
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from customs_app.domain.codes import (
    AgencyKind,
    Channel,
    CostKind,
    Evidence,
    Form,
    LocationKind,
    Mode,
    Regime,
    Role,
    Stage,
    TimeKind,
    View,
)
from customs_app.domain.corridor import Corridor, Leg, LegKind
from customs_app.domain.figures import CostFigure, Range, TimeFigure
from customs_app.domain.procedure import Agency, Document, DocumentUse, Location, Procedure, Source, Step
from customs_app.domain.reference import (
    Activity,
    Country,
    DataElement,
    ExchangeRate,
    FormBox,
    PublicForm,
    Standard,
)
from customs_app.domain.text import Text

_Code = TypeVar("_Code", bound=StrEnum)


def parts(cell: str | None) -> tuple[str, ...]:
    """The items of a list that stands in a cell, separated by `;`."""
    return tuple(item.strip() for item in cell.split(";") if item.strip()) if cell else ()


def _code(kind: type[_Code], value: str | None) -> _Code | None:
    return None if value is None else kind(value)


def _name(row: sqlite3.Row) -> Text:
    return Text(row["name_en"], row["name_ru"], row["name_zh"])


def _maybe(row: sqlite3.Row, column: str, ru: str, zh: str) -> Text | None:
    return Text(row[column], row[ru], row[zh]) if row[column] else None


def source(row: sqlite3.Row) -> Source:
    """A row of `source`."""
    return Source(
        row["id"],
        row["title"],
        row["publisher"],
        row["year"],
        row["url"],
        row["licence"],
        row["accessed"],
        row["country"],
    )


def agency(row: sqlite3.Row) -> Agency:
    """A row of `agency`."""
    kind = _code(AgencyKind, row["kind"])
    return Agency(row["id"], row["country"], _name(row), row["name_local"], kind, row["source_id"])


def location(row: sqlite3.Row) -> Location:
    """A row of `location`."""
    return Location(
        id=row["id"],
        country=row["country"],
        name=_name(row),
        kind=_code(LocationKind, row["kind"]),
        unlocode=row["unlocode"],
        lat=row["lat"],
        lon=row["lon"],
        neighbour=row["neighbour"],
        source_id=row["source_id"],
    )


def document(row: sqlite3.Row) -> Document:
    """A row of `document`."""
    return Document(
        id=row["id"],
        country=row["country"],
        name=_name(row),
        name_local=row["name_local"],
        code=row["un_edifact_1001"],
        issuer_agency_id=row["issuer_agency_id"],
        source_id=row["source_id"],
    )


def use(row: sqlite3.Row) -> DocumentUse:
    """A row of `step_document`."""
    return DocumentUse(
        row["step_id"], row["document_id"], Role(row["role"]), _code(Form, row["form"]), row["copies"]
    )


def procedure(row: sqlite3.Row) -> Procedure:
    """A row of `procedure`; one whose view is not given counts as detailed."""
    return Procedure(
        id=row["id"],
        country=row["country"],
        regime=Regime(row["regime"]),
        title=Text(row["title_en"], row["title_ru"], row["title_zh"]),
        mode=Mode(row["mode"]),
        view=_code(View, row["view"]) or View.DETAILED,
        goods=_maybe(row, "goods", "goods_ru", "goods_zh"),
        location_id=row["location_id"],
        as_of=row["as_of"],
        volume_per_year=row["volume_per_year"],
        volume_unit=row["volume_unit"],
        note=row["note"],
        source_ids=parts(row["source_ids"]),
    )


def step(row: sqlite3.Row) -> Step:
    """A row of `step`."""
    return Step(
        id=row["id"],
        procedure_id=row["procedure_id"],
        seq=row["seq"],
        title=Text(row["title_en"], row["title_ru"], row["title_zh"]),
        activity=row["activity"],
        agency_id=row["agency_id"],
        depends_on=parts(row["depends_on"]),
        channel=_code(Channel, row["channel"]),
        condition=_maybe(row, "condition", "condition_ru", "condition_zh"),
        choice=row["choice"],
        time=_time(row),
        cost=_cost(row),
        visits=row["visits"],
        legal_basis=row["legal_basis"],
        evidence=_code(Evidence, row["evidence"]),
        source_ids=parts(row["source_id"]),
        locator=row["locator"],
        note=row["note"],
    )


def _time(row: sqlite3.Row) -> TimeFigure:
    hours = Range(row["time_min_h"], row["time_typ_h"], row["time_max_h"])
    return TimeFigure(hours, _code(TimeKind, row["time_kind"]), parts(row["time_covers"]))


def _cost(row: sqlite3.Row) -> CostFigure:
    return CostFigure(
        amount=row["cost_amount"],
        currency=row["cost_currency"],
        basis=row["cost_basis"],
        kind=_code(CostKind, row["cost_kind"]),
        covers=parts(row["cost_covers"]),
    )


def activity(row: sqlite3.Row) -> Activity:
    """A row of `activity`."""
    return Activity(row["code"], Stage(row["stage"]), _name(row))


def country(row: sqlite3.Row) -> Country:
    """A row of `country`."""
    return Country(
        iso2=row["iso2"],
        name=_name(row),
        name_local=row["name_local"],
        status=row["sco_status"],
        currency=row["currency"],
        customs_union=row["customs_union"],
        customs_authority=_maybe(row, "customs_authority_en", "customs_authority_ru", "customs_authority_zh"),
    )


def standard(row: sqlite3.Row) -> Standard:
    """A row of `standard`; one without a title of its own bears that of its instrument."""
    instrument = Text(row["instrument"], row["instrument_ru"], row["instrument_zh"])
    return Standard(
        id=row["id"],
        instrument=instrument,
        article=row["article"] or "",
        title=_maybe(row, "title_en", "title_ru", "title_zh") or instrument,
        gist=Text(row["gist"] or "", row["gist_ru"], row["gist_zh"]),
        url=row["url"],
    )


def rate(row: sqlite3.Row) -> ExchangeRate:
    """A row of `exchange_rate`."""
    return ExchangeRate(row["currency"], row["units_per_usd"], row["date"], row["kind"], row["source_id"])


def data_element(row: sqlite3.Row) -> DataElement:
    """A row of `data_element`."""
    return DataElement(row["tag"], _name(row))


def corridor(row: sqlite3.Row, legs: Iterable[sqlite3.Row]) -> Corridor:
    """A row of `corridor`, and its rows of `corridor_leg` in order."""
    return Corridor(
        id=row["id"],
        name=_name(row),
        mode=row["mode"],
        description=_maybe(row, "description", "description_ru", "description_zh"),
        source_id=row["source_id"],
        legs=tuple(map(_leg, legs)),
    )


def _leg(row: sqlite3.Row) -> Leg:
    return Leg(
        seq=row["seq"],
        country=row["country"],
        name=_maybe(row, "location_name", "location_name_ru", "location_name_zh"),
        unlocode=row["unlocode"],
        kind=LegKind(row["kind"]) if row["kind"] in set(LegKind) else None,
        note=row["note"],
        source_ids=parts(row["source_ids"]),
    )


def form(row: sqlite3.Row, boxes: Iterable[sqlite3.Row]) -> PublicForm:
    """A code of `document_code` with its rows of `document_element`; without a name its layout is one."""
    layout = row["form_en"]
    name = _maybe(row, "name_en", "name_ru", "name_zh") or Text(layout or row["un_edifact_1001"])
    return PublicForm(row["un_edifact_1001"], name, layout, tuple(_box(box) for box in boxes))


def _box(row: sqlite3.Row) -> FormBox:
    name = Text(row["box_name_en"]) if row["box_name_en"] else None
    return FormBox(row["tag"], row["box"], name, row["source_id"])
