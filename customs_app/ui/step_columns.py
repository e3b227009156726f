"""The columns of a step that an official reads and fills in, with their names."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from customs_app.language.words import N_


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    LINES = "lines"
    CHOICE = "choice"
    NUMBER = "number"
    WHOLE = "whole"
    STEPS = "steps"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: the column of steps.csv that it fills, its label, how it is filled in."""

    column: str
    label: str
    kind: FieldKind = FieldKind.LINE
    required: bool = False
    hint: str = ""


SECTIONS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    (
        N_("What and who"),
        (
            Field("title_en", N_("Title, English"), required=True),
            Field("title_ru", N_("Title, Russian")),
            Field("title_zh", N_("Title, Chinese")),
            Field("activity", N_("Activity"), FieldKind.CHOICE, required=True),
            Field("agency_id", N_("Agency"), FieldKind.CHOICE),
            Field("channel", N_("Channel"), FieldKind.CHOICE),
            Field("visits", N_("Visits"), FieldKind.WHOLE),
        ),
    ),
    (
        N_("When"),
        (
            Field("depends_on", N_("After steps"), FieldKind.STEPS, hint=N_("numbers, such as 2, 12")),
            Field("condition", N_("Only if, English"), FieldKind.LINES),
            Field("condition_ru", N_("Only if, Russian"), FieldKind.LINES),
            Field("condition_zh", N_("Only if, Chinese"), FieldKind.LINES),
            Field("choice", N_("Choice"), hint=N_("group:option, such as corridor:red")),
        ),
    ),
    (
        N_("Time in hours"),
        (
            Field("time_kind", N_("Kind of time"), FieldKind.CHOICE),
            Field("time_min_h", N_("Least"), FieldKind.NUMBER),
            Field("time_typ_h", N_("Typical"), FieldKind.NUMBER),
            Field("time_max_h", N_("Most"), FieldKind.NUMBER),
            Field("time_covers", N_("Spans steps"), FieldKind.STEPS, hint=N_("numbers, such as 1, 2, 4")),
        ),
    ),
    (
        N_("Cost"),
        (
            Field("cost_kind", N_("Kind of cost"), FieldKind.CHOICE),
            Field("cost_amount", N_("Amount"), FieldKind.NUMBER),
            Field("cost_currency", N_("Currency"), hint=N_("three letters, such as USD")),
            Field("cost_basis", N_("Basis")),
            Field("cost_covers", N_("Spans steps"), FieldKind.STEPS, hint=N_("numbers, such as 1, 2, 4")),
        ),
    ),
    (
        N_("Law and sources"),
        (
            Field("legal_basis", N_("Legal basis"), FieldKind.LINES),
            Field("evidence", N_("Evidence"), FieldKind.CHOICE),
            Field("source_id", N_("Sources"), FieldKind.SOURCES),
            Field("locator", N_("Place in the source")),
            Field("note", N_("Note"), FieldKind.LINES),
        ),
    ),
)
"""The form from top to bottom."""

FIELDS: Mapping[str, Field] = {field.column: field for _, fields in SECTIONS for field in fields}
