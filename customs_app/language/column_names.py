"""Heads of the tables of a country, and what is filled in below each, for people who edit them."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.language.words import N_

SHEETS: Mapping[str, str] = {
    "source": N_("Sources"),
    "agency": N_("Agencies"),
    "location": N_("Places"),
    "procedure": N_("Procedures"),
    "step": N_("Steps"),
    "document": N_("Documents"),
    "step_document": N_("Documents of the steps"),
}
"""Name of each table of a country."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column as a person meets it: its name, and what is expected in it."""

    name: str
    says: str = ""


_ID = Head(N_("Id"), N_("A short name that no other row has. It ties rows together: do not change it."))
_EN, _RU, _ZH = (
    Head(N_("Name, English")),
    Head(N_("Name, Russian")),
    Head(N_("Name, Chinese")),
)
_LOCAL = Head(N_("Name in the language of the country"))
_SOURCE = Head(N_("Source"), N_("The id of a row of the sheet of sources; several with ; between them."))
_CHOOSE = N_("Choose from the list. Empty means: not known.")
_NUMBER = N_("A number. Empty means: not known; it is not zero.")
_STEPS = N_("Ids of steps of the same procedure, with ; between them.")
_FROM_SHEET = N_("The id of a row of another sheet.")
_NOTE = Head(N_("Note"))

_NAMES: Mapping[str, Head] = {"name_en": _EN, "name_ru": _RU, "name_zh": _ZH, "name_local": _LOCAL}
_ALL: Mapping[str, Head] = {
    "id": _ID,
    "title_en": Head(N_("Title, English")),
    "title_ru": Head(N_("Title, Russian")),
    "title_zh": Head(N_("Title, Chinese")),
    "kind": Head(N_("Kind"), _CHOOSE),
    "source_id": _SOURCE,
    "source_ids": _SOURCE,
    "note": _NOTE,
    **_NAMES,
    "title": Head(N_("Title")),
    "publisher": Head(N_("Publisher")),
    "year": Head(N_("Year")),
    "url": Head(N_("Address")),
    "licence": Head(N_("Licence")),
    "accessed": Head(N_("Read on"), N_("A day such as 2026-03-31.")),
    "unlocode": Head(N_("UN/LOCODE")),
    "lat": Head(N_("Latitude"), _NUMBER),
    "lon": Head(N_("Longitude"), _NUMBER),
    "neighbour": Head(N_("Neighbour"), N_("Two letters of the country beyond the border, such as UZ.")),
    "regime": Head(N_("Regime"), _CHOOSE),
    "mode": Head(N_("Mode"), _CHOOSE),
    "view": Head(N_("View"), _CHOOSE),
    "goods": Head(N_("Goods, English")),
    "goods_ru": Head(N_("Goods, Russian")),
    "goods_zh": Head(N_("Goods, Chinese")),
    "location_id": Head(N_("Place"), _FROM_SHEET),
    "as_of": Head(N_("As of"), N_("A day such as 2026-03-31.")),
    "volume_per_year": Head(N_("Cases a year"), _NUMBER),
    "volume_unit": Head(N_("Counted in")),
    "procedure_id": Head(N_("Procedure"), _FROM_SHEET),
    "seq": Head(N_("Number"), N_("The place of the step in its procedure: 1, 2, 3.")),
    "activity": Head(N_("Activity"), _CHOOSE),
    "agency_id": Head(N_("Agency"), _FROM_SHEET),
    "depends_on": Head(N_("After steps"), _STEPS),
    "channel": Head(N_("Channel"), _CHOOSE),
    "condition": Head(N_("Only if, English"), N_("When the step is needed. Empty means: always.")),
    "condition_ru": Head(N_("Only if, Russian")),
    "condition_zh": Head(N_("Only if, Chinese")),
    "choice": Head(N_("Choice"), N_("group:option, such as corridor:red")),
    "time_min_h": Head(N_("Least hours"), _NUMBER),
    "time_typ_h": Head(N_("Typical hours"), _NUMBER),
    "time_max_h": Head(N_("Most hours"), _NUMBER),
    "time_kind": Head(N_("Kind of time"), _CHOOSE),
    "time_covers": Head(N_("Time spans steps"), _STEPS),
    "cost_amount": Head(N_("Amount"), _NUMBER),
    "cost_currency": Head(N_("Currency"), N_("three letters, such as USD")),
    "cost_basis": Head(N_("Basis")),
    "cost_kind": Head(N_("Kind of cost"), _CHOOSE),
    "cost_covers": Head(N_("Cost spans steps"), _STEPS),
    "visits": Head(N_("Visits"), _NUMBER),
    "legal_basis": Head(N_("Legal basis")),
    "evidence": Head(N_("Evidence"), _CHOOSE),
    "locator": Head(N_("Place in the source")),
    "un_edifact_1001": Head(N_("UN/EDIFACT code")),
    "issuer_agency_id": Head(N_("Issued by"), _FROM_SHEET),
    "step_id": Head(N_("Step"), _FROM_SHEET),
    "document_id": Head(N_("Document"), _FROM_SHEET),
    "role": Head(N_("Role"), _CHOOSE),
    "form": Head(N_("Form"), _CHOOSE),
    "copies": Head(N_("Copies"), _NUMBER),
}


def head(column: str) -> Head:
    """The head of a column of a country's tables; KeyError for another."""
    return _ALL[column]
