"""Fields of the step editor: what each shows, and how what is typed becomes columns of steps.csv."""

from collections.abc import Callable, Mapping, Sequence

from customs_app.domain.codes import Channel, CostKind, Evidence, Stage, TimeKind
from customs_app.domain.errors import InputError
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Language, Message
from customs_app.language.labels import label
from customs_app.language.numbers import number, read_number
from customs_app.language.words import N_, Words
from customs_app.ui.catalogue.typed import Values
from customs_app.ui.step_columns import FIELDS, Field, FieldKind

Choices = Sequence[tuple[str, str]]
"""Codes or ids with their names."""


def choices(column: str, country: str, reference: Reference, words: Words) -> Choices:
    """What a field of choice offers, unknown first."""
    unknown = ("", words.text("Unknown"))
    coded = {
        "channel": Channel, "evidence": Evidence, "time_kind": TimeKind, "cost_kind": CostKind,
    }  # fmt: skip
    if column in coded:
        return [unknown, *((code.value, label(code, words)) for code in coded[column])]
    if column == "activity":
        activities = reference.activities.values()
        return [
            (activity.code, f"{label(activity.stage, words)} · {activity.name[words.language]}")
            for activity in sorted(activities, key=lambda one: (list(Stage).index(one.stage), one.code))
        ]
    if column == "agency_id":
        own = [agency for agency in reference.agencies.values() if agency.country == country]
        named = ((agency.id, agency.name[words.language]) for agency in own)
        return [unknown, *sorted(named, key=lambda pair: pair[1].casefold())]
    raise KeyError(column)


def sources(country: str, reference: Reference) -> Choices:
    """Sources that a step of a country can cite: the country's own, then those all share."""
    own = [source for source in reference.sources.values() if source.country == country]
    shared = [source for source in reference.sources.values() if source.country is None]
    return [(source.id, source.title) for source in (*own, *shared)]


def shown_values(step: Step, full: FullProcedure, words: Words) -> dict[str, str]:
    """What the fields show of a step; column -> text, lists of steps as their numbers."""
    return {column: _shown(read(step), column, full, words) for column, read in _READ.items()}


def values_to_write(
    typed: Mapping[str, str], was: Mapping[str, str], full: FullProcedure, words: Words
) -> tuple[Values, dict[str, Message]]:
    """The columns that differ from what was shown, and by column what is wrong with what was typed."""
    values: Values = {}
    wrong: dict[str, Message] = {}
    for column, text in typed.items():
        field = FIELDS[column]
        if field.required and not text.strip():
            wrong[column] = Message(N_("This must be filled in"))
        elif text != was.get(column, ""):
            try:
                values[column] = _read(field, text.strip(), full, words.language)
            except InputError as error:
                wrong[column] = error.message
    return values, wrong


def _read(field: Field, text: str, full: FullProcedure, language: Language) -> str | float | int | None:
    if not text:
        return None
    if field.kind is FieldKind.NUMBER:
        return read_number(text, language)
    if field.kind is FieldKind.WHOLE:
        n = read_number(text, language)
        if n != int(n):
            raise InputError(Message(N_("“{text}” is not a whole number"), {"text": text}))
        return int(n)
    if field.kind is FieldKind.STEPS:
        return _steps(text, full)
    return text.upper() if field.column == "cost_currency" else text


def _steps(text: str, full: FullProcedure) -> str:
    by_number = {str(step.seq): step.id for step in full.steps}
    ids = []
    for part in text.replace(";", ",").replace("，", ",").replace("、", ",").split(","):
        if not part.strip():
            continue
        if part.strip() not in by_number:
            raise InputError(Message(N_("there is no step {n} here"), {"n": part.strip()}))
        ids.append(by_number[part.strip()])
    return ";".join(ids)


_Cell = str | float | int | tuple[str, ...] | None
_READ: Mapping[str, Callable[[Step], _Cell]] = {
    "title_en": lambda step: step.title.en,
    "title_ru": lambda step: step.title.ru,
    "title_zh": lambda step: step.title.zh,
    "activity": lambda step: step.activity,
    "agency_id": lambda step: step.agency_id,
    "channel": lambda step: step.channel,
    "visits": lambda step: step.visits,
    "depends_on": lambda step: step.depends_on,
    "condition": lambda step: step.condition.en if step.condition else None,
    "condition_ru": lambda step: step.condition.ru if step.condition else None,
    "condition_zh": lambda step: step.condition.zh if step.condition else None,
    "choice": lambda step: step.choice,
    "time_kind": lambda step: step.time.kind,
    "time_min_h": lambda step: step.time.hours.min,
    "time_typ_h": lambda step: step.time.hours.typ,
    "time_max_h": lambda step: step.time.hours.max,
    "time_covers": lambda step: step.time.covers,
    "cost_kind": lambda step: step.cost.kind,
    "cost_amount": lambda step: step.cost.amount,
    "cost_currency": lambda step: step.cost.currency,
    "cost_basis": lambda step: step.cost.basis,
    "cost_covers": lambda step: step.cost.covers,
    "legal_basis": lambda step: step.legal_basis,
    "evidence": lambda step: step.evidence,
    "source_id": lambda step: step.source_ids,
    "locator": lambda step: step.locator,
    "note": lambda step: step.note,
}


def _shown(value: _Cell, column: str, full: FullProcedure, words: Words) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        if FIELDS[column].kind is FieldKind.SOURCES:
            return ";".join(value)
        number_of = {step.id: step.seq for step in full.steps}
        return ", ".join(str(number_of[step_id]) for step_id in value if step_id in number_of)
    return str(value) if isinstance(value, str) else number(value, words.language, decimals=6)
