"""Small texts that several sheets share."""

from collections.abc import Iterable
from datetime import date

from customs_app.domain.procedure import FullProcedure
from customs_app.domain.text import Language, Text
from customs_app.language.words import N_, Words

_FIELDS = {
    "seq": N_("number"),
    "title_en": N_("title"),
    "title_ru": N_("title in Russian"),
    "title_zh": N_("title in Chinese"),
    "activity": N_("activity"),
    "agency_id": N_("agency"),
    "depends_on": N_("steps before"),
    "channel": N_("how it is done"),
    "condition": N_("condition"),
    "choice": N_("choice"),
    "time_min_h": N_("least time"),
    "time_typ_h": N_("typical time"),
    "time_max_h": N_("most time"),
    "time_kind": N_("kind of time"),
    "time_covers": N_("steps of the time"),
    "cost_amount": N_("cost"),
    "cost_currency": N_("currency"),
    "cost_basis": N_("what the cost is for"),
    "cost_kind": N_("kind of cost"),
    "cost_covers": N_("steps of the cost"),
    "visits": N_("visits"),
    "legal_basis": N_("legal basis"),
    "evidence": N_("evidence"),
    "source_id": N_("sources"),
    "locator": N_("place in the source"),
    "note": N_("note"),
    "name_en": N_("name"),
    "role": N_("what the step does with it"),
    "form": N_("form"),
    "copies": N_("copies"),
}


def said(text: Text | None, words: Words) -> str | None:
    """The text in the language of the workbook; one without a translation is English and says so."""
    if text is None:
        return None
    shown = text.shown(words.language)
    if shown.language is words.language or not shown.text:
        return shown.text
    return f"{shown.text} [{Language.EN.upper()}]"


def numbers_of(step_ids: Iterable[str], full: FullProcedure) -> str | None:
    """Numbers of a procedure's steps in order of work, as `2, 3, 7`; None where there are none."""
    among = set(step_ids)
    return ", ".join(str(step.seq) for step in full.steps if step.id in among) or None


def day_or_text(iso: str | None) -> date | str | None:
    """A real date where the text is one (ISO 8601, a time after it is left out), else the text."""
    if not iso:
        return None
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return iso


def lines(parts: Iterable[str | None]) -> str | None:
    """Parts one below the other; None where there are none."""
    return "\n".join(part for part in parts if part) or None


def field_name(column: str, words: Words) -> str:
    """What a column of the catalogue is called by people; the column itself where it has no such name."""
    return words.text(_FIELDS[column]) if column in _FIELDS else column
