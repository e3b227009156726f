"""Small texts that several sheets share."""

from collections.abc import Iterable
from datetime import date

from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Language, Text
from customs_app.language.labels import label
from customs_app.language.words import Words


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


def source_note(step: Step, words: Words) -> str | None:
    """From where a step is known: sources, the place in them, how strong the evidence is."""
    if not step.source_ids:
        return None
    parts = [words.text("Source: {sources}", sources=tuple(step.source_ids)), step.locator]
    if step.evidence:
        parts.append(words.text("Evidence: {evidence}", evidence=label(step.evidence, words)))
    return " · ".join(part for part in parts if part)


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
