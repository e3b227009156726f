"""The tables of the catalogue and the CSV files that carry them.

One table is one CSV file, one row one line, so that a row is at once the unit of the journal, of
exchange and of merge. Lists inside a cell stay lists in the cell, separated by `;`, as in the files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from customs_app.domain import codes


class Kind(Enum):
    """What a cell holds."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, whether it may be empty, and to which table it refers.

    `many` marks a list separated by `;`. `codes` is the enum that lists the values allowed.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    codes: type[StrEnum] | None = None
    refers_to: str | None = None
    many: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its CSV file (without folder), its key columns, and all columns of the file.

    `by_country` tables stand once in each country folder and carry a `country` column that is not
    in the file. `numbered` tables have no key of their own in the file: their `id` is given on import.
    """

    name: str
    file: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    by_country: bool = False
    numbered: bool = False

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name}.{name}")


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _must(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, required=True) for name in names)


def _numbers(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Kind.NUMBER) for name in names)


_SOURCE = Column("source_id", refers_to="source")
_SOURCES = Column("source_ids", refers_to="source", many=True)

SOURCE = Table(
    "source", "sources.csv", ("id",),
    (*_must("id", "title"), *_text("publisher", "year", "url", "licence", "accessed")),
    by_country=True,
)  # fmt: skip
AGENCY = Table(
    "agency", "agencies.csv", ("id",),
    (*_must("id", "name_en"), *_text("name_ru", "name_zh", "name_local"),
     Column("kind", codes=codes.AgencyKind), _SOURCE),
    by_country=True,
)  # fmt: skip
LOCATION = Table(
    "location", "locations.csv", ("id",),
    (*_must("id", "name_en"), *_text("name_ru", "name_zh"),
     Column("kind", codes=codes.LocationKind), Column("unlocode"), *_numbers("lat", "lon"),
     Column("neighbour"), _SOURCE),
    by_country=True,
)  # fmt: skip
PROCEDURE = Table(
    "procedure", "procedures.csv", ("id",),
    (Column("id", required=True), Column("regime", required=True, codes=codes.Regime),
     Column("title_en", required=True), *_text("title_ru", "title_zh"),
     Column("mode", required=True, codes=codes.Mode), Column("view", codes=codes.View),
     *_text("goods", "goods_ru", "goods_zh"), Column("location_id", refers_to="location"),
     Column("as_of"), Column("volume_per_year", Kind.NUMBER), *_text("volume_unit", "note"), _SOURCES),
    by_country=True,
)  # fmt: skip
STEP = Table(
    "step", "steps.csv", ("id",),
    (Column("id", required=True), Column("procedure_id", required=True, refers_to="procedure"),
     Column("seq", Kind.WHOLE, required=True), Column("title_en", required=True),
     *_text("title_ru", "title_zh"), Column("activity", required=True, refers_to="activity"),
     Column("agency_id", refers_to="agency"), Column("depends_on", refers_to="step", many=True),
     Column("channel", codes=codes.Channel), *_text("condition", "condition_ru", "condition_zh", "choice"),
     *_numbers("time_min_h", "time_typ_h", "time_max_h"), Column("time_kind", codes=codes.TimeKind),
     Column("time_covers", refers_to="step", many=True), Column("cost_amount", Kind.NUMBER),
     *_text("cost_currency", "cost_basis"), Column("cost_kind", codes=codes.CostKind),
     Column("cost_covers", refers_to="step", many=True), Column("visits", Kind.WHOLE),
     Column("legal_basis"), Column("evidence", codes=codes.Evidence),
     Column("source_id", refers_to="source", many=True), *_text("locator", "note")),
    by_country=True,
)  # fmt: skip
DOCUMENT = Table(
    "document", "documents.csv", ("id",),
    (*_must("id", "name_en"), *_text("name_ru", "name_zh", "name_local"),
     Column("un_edifact_1001"), Column("issuer_agency_id", refers_to="agency"), _SOURCE),
    by_country=True,
)  # fmt: skip
STEP_DOCUMENT = Table(
    "step_document", "step_documents.csv", ("step_id", "document_id", "role"),
    (Column("step_id", required=True, refers_to="step"),
     Column("document_id", required=True, refers_to="document"),
     Column("role", required=True, codes=codes.Role), Column("form", codes=codes.Form),
     Column("copies", Kind.WHOLE)),
    by_country=True,
)  # fmt: skip

COUNTRY_TABLES = (SOURCE, AGENCY, LOCATION, PROCEDURE, STEP, DOCUMENT, STEP_DOCUMENT)
"""Tables of a country folder, in the order in which they can be filled."""

REFERENCE_SOURCE = Table("source", "sources.csv", ("id",), SOURCE.columns)
ACTIVITY = Table(
    "activity", "activities.csv", ("code",),
    (Column("code", required=True), Column("stage", required=True, codes=codes.Stage),
     *_text("stage_ru", "stage_zh"), Column("name_en", required=True),
     *_text("name_ru", "name_zh", "typical_agency_kind", "bsp")),
)  # fmt: skip
COUNTRY = Table(
    "country", "countries.csv", ("iso2",),
    (*_must("iso2"), *_text("iso3", "numeric"), *_must("name_en"),
     *_text("name_ru", "name_zh", "name_local", "sco_status", "sco_since", "currency",
            "customs_union", "wto_status", "wto_since", "tir_party", "customs_authority_en",
            "customs_authority_local", "customs_authority_ru", "customs_authority_zh",
            "single_window", "official_languages"), _SOURCES),
)  # fmt: skip
STANDARD = Table(
    "standard", "standards.csv", ("id",),
    (*_must("id", "instrument"),
     *_text("instrument_ru", "instrument_zh", "article", "title_en", "title_ru", "title_zh",
            "gist", "gist_ru", "gist_zh", "url"), _SOURCE),
)  # fmt: skip
COMMITMENT = Table(
    "commitment", "commitments.csv", ("country", "standard_id"),
    (Column("country", required=True, refers_to="country"),
     Column("standard_id", required=True, refers_to="standard"),
     *_text("category", "date_definitive"), _SOURCE, Column("note")),
)  # fmt: skip
INDICATOR = Table(
    "indicator", "indicators.csv", ("id",),
    (Column("country", required=True, refers_to="country"), *_must("indicator"), Column("year"),
     Column("value", Kind.NUMBER), Column("unit"), _SOURCE, Column("note")),
    numbered=True,
)  # fmt: skip
DOCUMENT_CODE = Table(
    "document_code", "documents.csv", ("un_edifact_1001",),
    (*_must("un_edifact_1001", "name_en"), *_text("name_ru", "name_zh"), _SOURCE),
)  # fmt: skip
DATA_ELEMENT = Table(
    "data_element", "data_elements.csv", ("tag",),
    (*_must("tag", "name_en"), *_text("name_ru", "name_zh", "definition_en", "format"), _SOURCE),
)  # fmt: skip
DOCUMENT_ELEMENT = Table(
    "document_element", "document_elements.csv", ("id",),
    (*_must("un_edifact_1001"), *_text("form_en", "box", "box_name_en"),
     Column("tag", required=True, refers_to="data_element"), _SOURCE),
    numbered=True,
)  # fmt: skip
CODE_LIST = Table(
    "code_list", "units_modes.csv", ("kind", "code"),
    (*_must("kind", "code", "name_en"), *_text("name_ru", "name_zh"), _SOURCE),
)  # fmt: skip
CORRIDOR = Table(
    "corridor", "corridors.csv", ("id",),
    (*_must("id", "name_en"), *_text("name_ru", "name_zh", "mode"),
     *_text("description", "description_ru", "description_zh"), _SOURCE),
)  # fmt: skip
CORRIDOR_LEG = Table(
    "corridor_leg", "corridor_legs.csv", ("corridor_id", "seq"),
    (Column("corridor_id", required=True, refers_to="corridor"), Column("seq", Kind.WHOLE, required=True),
     Column("country", required=True),
     *_text("location_name", "location_name_ru", "location_name_zh", "unlocode", "kind", "note"), _SOURCES),
)  # fmt: skip
CPMM = Table(
    "cpmm", "cpmm.csv", ("id",),
    (*_text("bcp", "country", "neighbour", "mode", "direction", "activity"),
     *_numbers("avg_hours", "avg_cost_usd"), Column("year"), _SOURCE, *_text("activity_code", "note")),
    numbered=True,
)  # fmt: skip
TRADE_FLOW = Table(
    "trade_flow", "trade_flows.csv", ("id",),
    (*_must("reporter", "partner"), Column("year"), *_numbers("export_usd_m", "import_usd_m"), _SOURCE,
     Column("turnover_usd_m", Kind.NUMBER), Column("note")),
    numbered=True,
)  # fmt: skip
EXCHANGE_RATE = Table(
    "exchange_rate", "exchange_rates.csv", ("currency",),
    (Column("currency", required=True), Column("units_per_usd", Kind.NUMBER, required=True),
     Column("date", required=True), Column("kind"), _SOURCE),
)  # fmt: skip

REFERENCE_TABLES = (
    REFERENCE_SOURCE, ACTIVITY, COUNTRY, STANDARD, COMMITMENT, INDICATOR, DOCUMENT_CODE, DATA_ELEMENT,
    DOCUMENT_ELEMENT, CODE_LIST, CORRIDOR, CORRIDOR_LEG, CPMM, TRADE_FLOW, EXCHANGE_RATE,
)  # fmt: skip
"""Tables of the reference lists, in the order in which they can be filled."""

TABLES: Mapping[str, Table] = {table.name: table for table in (*REFERENCE_TABLES, *COUNTRY_TABLES)}
"""Every table that a file of the catalogue carries, by name."""
