"""What each cell of the steps table says, how it sorts, and what an edit of it asks for."""

from collections.abc import Callable

from customs_app.domain.codes import Channel, Evidence
from customs_app.domain.text import Language, Rendering
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import Words
from customs_app.ui.catalogue.columns import Column
from customs_app.ui.catalogue.rows import StepRow
from customs_app.ui.catalogue.typed import Values, read_cost, read_time, typed_cost, typed_time

UNKNOWN, NONE_HERE = "?", "–"


def display(row: StepRow, column: Column, words: Words) -> str:
    """The text of a cell; a coded value as its name, the verdicts as a list."""
    return _DISPLAY[column](row, words)


def tooltip(row: StepRow, column: Column, words: Words) -> str | None:
    """What a cell says at greater length."""
    return _TOOLTIPS.get(column, _DISPLAY[column])(row, words) or None


def accessible(row: StepRow, column: Column, words: Words) -> str:
    """What a screen reader says of a cell: unknown and absent in words."""
    text = display(row, column, words)
    if text == UNKNOWN:
        return words.text("unknown")
    if text == NONE_HERE:
        return words.text("none recorded")
    if column is Column.TITLE and row.condition is not None:
        return words.text("{title}, only if {condition}", title=text, condition=row.condition.text)
    return text


def offered(row: StepRow, column: Column, words: Words) -> str:
    """What an editor of the cell begins with: text, or the code of a choice; empty where unknown."""
    step = row.step
    if column is Column.TITLE:
        own = {Language.EN: step.title.en, Language.RU: step.title.ru, Language.ZH: step.title.zh}
        return own[words.language] or ""
    if column is Column.TIME:
        return typed_time(step.time, words.language)
    if column is Column.COST:
        return typed_cost(step.cost, words.language)
    codes = {
        Column.AGENCY: step.agency_id,
        Column.CHANNEL: step.channel,
        Column.LAW: step.legal_basis,
        Column.EVIDENCE: step.evidence,
    }
    return codes.get(column) or ""


def values_of(row: StepRow, column: Column, typed: str, words: Words) -> Values:
    """The columns of steps.csv that an edit of a cell asks for.

    Raises InputError where the text cannot be read.
    """
    if column is Column.TIME:
        return read_time(typed, row.step.time, words.language)
    if column is Column.COST:
        return read_cost(typed, row.step.cost, words.language)
    if column is Column.TITLE:
        return {f"title_{words.language}": typed.strip() or None}
    names = {
        Column.AGENCY: "agency_id",
        Column.CHANNEL: "channel",
        Column.LAW: "legal_basis",
        Column.EVIDENCE: "evidence",
    }
    return {names[column]: typed.strip() or None}


def sort_key(row: StepRow, column: Column, words: Words) -> tuple[bool, float, str]:
    """By what the steps of a group are put in order of a column; unknown comes last."""
    step = row.step
    if column in (Column.NUMBER, Column.DOCUMENTS):
        n = step.seq if column is Column.NUMBER else row.documents
        return (n is None, n or 0, "")
    if column is Column.TIME:
        hours = step.time.hours
        most = next((h for h in (hours.typ, hours.max, hours.min) if h is not None), None)
        return (most is None, most or 0, "")
    if column is Column.COST:
        return (step.cost.amount is None, step.cost.amount or 0, step.cost.currency or "")
    if column is Column.CHANNEL:
        return (step.channel is None, list(Channel).index(step.channel) if step.channel else 0, "")
    if column is Column.EVIDENCE:
        return (step.evidence is None, list(Evidence).index(step.evidence) if step.evidence else 0, "")
    text = display(row, column, words)
    return (text in ("", UNKNOWN), 0, text.casefold())


def untranslated(rendering: Rendering | None, words: Words) -> bool:
    """Whether a text stands in English because the language asked for has none."""
    return rendering is not None and rendering.language is not words.language


def _verdicts(row: StepRow, words: Words) -> str:
    return words.list_of(tuple(label(mark.verdict, words) for mark in row.marks))


def _channel(row: StepRow, words: Words) -> str:
    return label(row.step.channel, words) if row.step.channel else UNKNOWN


def _evidence(row: StepRow, words: Words) -> str:
    return label(row.step.evidence, words) if row.step.evidence else UNKNOWN


_DISPLAY: dict[Column, Callable[[StepRow, Words], str]] = {
    Column.NUMBER: lambda row, _: str(row.step.seq),
    Column.TITLE: lambda row, _: row.title.text,
    Column.AGENCY: lambda row, _: row.agency,
    Column.CHANNEL: _channel,
    Column.TIME: lambda row, _: row.time,
    Column.COST: lambda row, _: row.cost,
    Column.DOCUMENTS: lambda row, _: NONE_HERE if row.documents is None else str(row.documents),
    Column.LAW: lambda row, _: row.step.legal_basis or UNKNOWN,
    Column.EVIDENCE: _evidence,
    Column.MARK: _verdicts,
}


def _title_tip(row: StepRow, words: Words) -> str:
    lines = [row.title.text]
    if row.condition is not None:
        lines.append(words.text("Only if: {condition}", condition=row.condition.text))
    if row.step.choice:
        lines.append(words.text("One of a choice: {choice}", choice=row.step.choice))
    if not row.in_case:
        lines.append(words.text("Not taken in the chosen case"))
    return "\n".join(lines)


def _channel_tip(row: StepRow, words: Words) -> str:
    return _channel(row, words) if row.step.channel else words.text("The channel is not known")


def _agency_tip(row: StepRow, words: Words) -> str:
    return row.agency_full if row.step.agency_id else words.text("The agency is not known")


def _evidence_tip(row: StepRow, words: Words) -> str:
    return _evidence(row, words) if row.step.evidence else words.text("The evidence is not known")


def _law_tip(row: StepRow, words: Words) -> str:
    return row.step.legal_basis or words.text("No legal basis is recorded")


def _mark_tip(row: StepRow, words: Words) -> str:
    return "\n".join(
        words.named(
            f"{label(mark.verdict, words)} · {mark.reviewer.name}"
            f" ({delegation_name(mark.reviewer.delegation, {}, words)})",
            mark.reason,
        )
        for mark in row.marks
    )


_TOOLTIPS: dict[Column, Callable[[StepRow, Words], str]] = {
    Column.TITLE: _title_tip,
    Column.AGENCY: _agency_tip,
    Column.CHANNEL: _channel_tip,
    Column.TIME: lambda row, _: row.time_says,
    Column.COST: lambda row, _: row.cost_says,
    Column.LAW: _law_tip,
    Column.EVIDENCE: _evidence_tip,
    Column.MARK: _mark_tip,
}
