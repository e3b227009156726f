"""The sheet of one procedure as it is and as it would be, step by step, with live sums."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from customs_app.analysis.dossier.result import Dossier, ProcedureEffect
from customs_app.domain.figures import Money
from customs_app.domain.procedure import FullProcedure
from customs_app.figures.figure_text import ABSENT, UNKNOWN, time_text
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.both_ways import Both, Side, both_ways
from customs_app.reports.workbook.live import or_unknown, sum_or_unknown
from customs_app.reports.workbook.outline import heads_above
from customs_app.reports.workbook.page import As, Column, Live, Page, Plain
from customs_app.reports.workbook.printing import A3, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, said, source_note

Row = Sequence[Plain | As]

_FIXED = 3
_STEP = 3
HERE, THERE = "I", "J"
NOW, THEN, SAVED = "K", "L", "M"
FEE, CURRENCY, FEE_THEN = "N", "O", "P"
HANDED, HANDED_THEN = "Q", "R"
VISITS, VISITS_THEN = "T", "U"
"""Columns of the sheet: in the case (1) or not, hours, fees, documents handed in, visits; now and then."""

_SUMMED = (HERE, THERE, NOW, THEN, HANDED, HANDED_THEN, VISITS, VISITS_THEN)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a procedure stands: its sheet, the rows of its steps, and the row of its sums."""

    sheet: str
    first: int
    last: int
    sums: int


def write_to_be(page: Page, content: Content, dossier: Dossier, told: ProcedureEffect) -> Placed:
    """Write the steps by stage, each stage with its sums, and the sums of all below them."""
    words, full = page.words, told.full
    country = dossier.reference.countries[told.country]
    title = words.text(
        "{country}: {procedure}",
        country=said(country.name, words) or "",
        procedure=said(full.procedure.title, words) or "",
    )
    page.note(title, 8, Kind.TITLE_ABOVE)
    page.note(
        words.text(
            "As it is, and as it would be with all measures together. Time that counts, in hours; sums are "
            "formulas. The elapsed time is the longest path and no sum: it stands on the sheet of totals."
        ),
        8,
    )
    columns = _columns(words)
    head = page.row
    page.head(columns)
    both = both_ways(told.effect.procedure, dossier.case, dossier.reference)
    bands = []
    for stage, group in groupby(both, key=lambda one: dossier.reference.activities[one.step.activity].stage):
        steps = tuple(group)
        bands.append(page.row)
        _write_band(page, label(stage, words), steps)
        first = page.row
        page.rows(columns, _rows(page, steps, told, dossier))
        for row in range(first, page.row):
            page.sheet.row_dimensions[row].outlineLevel = 1
    last = page.row - 1
    _write_sums(page, both, bands)
    keep_in_sight(page, head, len(columns), fixed=_FIXED, last_row=last)
    page.sheet.sheet_properties.outlinePr = heads_above()
    print_pages(page, title, content.edition, A3, 2)
    return Placed(page.sheet.title, head + 1, last, page.row - 1)


def _columns(words: Words) -> tuple[Column, ...]:
    t = words.text
    return (
        Column(t("Stage"), 10, 16),
        Column(t("No."), 5, 6, Kind.SHORT),
        Column(t("Step"), 26, 40, Kind.STRONG),
        Column(t("Agency"), 14, 26),
        Column(t("Verdict"), 12, 18, Kind.STRONG),
        Column(t("What becomes of it"), 26, 46),
        Column(t("How it is done, now"), 9, 12, Kind.SHORT),
        Column(t("How it is done, then"), 9, 12, Kind.SHORT),
        Column(t("In the case, now"), 8, 10, Kind.SHORT),
        Column(t("In the case, then"), 8, 10, Kind.SHORT),
        Column(t("Hours, now"), 9, 12, Kind.FIGURE),
        Column(t("Hours, then"), 9, 12, Kind.FIGURE),
        Column(t("Hours saved"), 9, 12, Kind.FIGURE),
        Column(t("Fee, now"), 10, 14, Kind.FIGURE),
        Column(t("Currency"), 8, 10, Kind.SHORT),
        Column(t("Fee, then"), 10, 14, Kind.FIGURE),
        Column(t("Documents handed in, now"), 9, 12, Kind.FIGURE),
        Column(t("Documents handed in, then"), 9, 12, Kind.FIGURE),
        Column(t("Documents that fall away"), 16, 34),
        Column(t("Visits, now"), 7, 10, Kind.FIGURE),
        Column(t("Visits, then"), 7, 10, Kind.FIGURE),
    )


def _write_band(page: Page, name: str, steps: Sequence[Both]) -> None:
    """The row of a stage: its name, and the sums of its steps, which stand below it."""
    first, last = page.row + 1, page.row + len(steps)
    page.put(1, name, Kind.BAND_NAME)
    for number in range(2, 22):
        page.put(number, None, Kind.BAND)
    for column in _SUMMED:
        value = total_of(column, steps)
        result = UNKNOWN if value is None else value
        page.put(
            _number(column), Live(sum_or_unknown(f"{column}{first}:{column}{last}"), result), _band(column)
        )
    page.end_row()


def _write_sums(page: Page, both: Sequence[Both], bands: Sequence[int]) -> None:
    """The sums of all steps, made of those of the stages."""
    page.put(1, page.words.text("All steps"), Kind.TOTAL_NAME)
    for number in range(2, 22):
        page.put(number, None, Kind.TOTAL_NAME)
    for column in _SUMMED:
        value = total_of(column, both)
        cells = ",".join(f"{column}{row}" for row in bands)
        kind = Kind.TOTAL1 if column in (NOW, THEN) else Kind.TOTAL0
        page.put(_number(column), Live(sum_or_unknown(cells), UNKNOWN if value is None else value), kind)
    now, then = total_of(NOW, both), total_of(THEN, both)
    saved = UNKNOWN if now is None or then is None else now - then
    at = page.row
    page.put(
        _number(SAVED),
        Live(or_unknown(f"{NOW}{at}-{THEN}{at}", f"{NOW}{at}", f"{THEN}{at}"), saved),
        Kind.TOTAL1,
    )
    page.end_row()


def total_of(column: str, steps: Sequence[Both]) -> float | None:
    """What the cells of a column of these steps add up to; None where none holds a number."""
    values = [value for one in steps if (value := _summed(one)[column]) is not None]
    return sum(values) if values else None


def _summed(one: Both) -> dict[str, float | None]:
    now, then = one.now, one.then
    return {
        HERE: 1 if now.step is not None else 0,
        THERE: 1 if then.step is not None else 0,
        NOW: now.hours,
        THEN: _hours_then(one),
        HANDED: now.handed_in,
        HANDED_THEN: then.handed_in,
        VISITS: now.visits,
        VISITS_THEN: _visits_then(one),
    }


def _hours_then(one: Both) -> float | None:
    """The hours that it would count: none, which is known, where it counts some today and would be gone."""
    if one.then.hours is None and one.then.step is None and one.now.hours is not None:
        return 0
    return one.then.hours


def _visits_then(one: Both) -> int | None:
    if one.then.visits is None and one.then.step is None and one.now.visits is not None:
        return 0
    return one.then.visits


def _rows(page: Page, steps: Sequence[Both], told: ProcedureEffect, dossier: Dossier) -> Iterator[Row]:
    for one in steps:
        yield _row(page.row, one, told, dossier, page.words)
        if note := source_note(one.step, page.words):
            page.comment(page.row - 1, _STEP, note)


def _row(at: int, one: Both, told: ProcedureEffect, dossier: Dossier, words: Words) -> Row:
    reference, step = dossier.reference, one.step
    agency = reference.agencies.get(step.agency_id or "")
    activity = reference.activities[step.activity]
    to_be = told.effect.procedure
    hours, hours_then = one.now.hours, _hours_then(one)
    fee, fee_then = one.now.fee, one.then.fee
    currency = (fee or fee_then or Money(0, "")).currency
    visits, visits_then = one.now.visits, _visits_then(one)
    return (
        As(label(activity.stage, words), activity.stage),
        step.seq,
        said(step.title, words),
        said(agency.name, words) if agency else None,
        lines(dict.fromkeys(label(change.verdict, words) for change in one.changes)),
        lines(dict.fromkeys(words.say(change.message) for change in one.changes)),
        _channel(one.now, words),
        _channel(one.then, words),
        1 if one.now.step is not None else 0,
        1 if one.then.step is not None else 0,
        hours if hours is not None else _told(one.now, to_be.as_is, words),
        hours_then if hours_then is not None else _told(one.then, to_be.counted, words),
        _less(at, hours, hours_then),
        fee.amount if fee else None,
        currency or None,
        fee_then.amount if fee_then else (0 if fee and one.then.step is None else None),
        one.now.handed_in,
        one.then.handed_in,
        lines(said(reference.documents[document].name, words) for document in one.dropped),
        _known(visits, one.now),
        _known(visits_then, one.then),
    )


def _channel(side: Side, words: Words) -> As:
    if side.step is None:
        return As(ABSENT, Kind.ABSENT)
    channel = side.step.channel
    return As(label(channel, words), channel) if channel else As(UNKNOWN, Kind.ABSENT)


def _told(side: Side, full: FullProcedure, words: Words) -> As:
    """How a time counts that adds no number: a limit, in an aggregate, unknown."""
    if side.step is None or side.time is None:
        return As(ABSENT, Kind.ABSENT)
    return As(time_text(side.time, full, words), Kind.UNKNOWN)


def _known(value: int | None, side: Side) -> Plain | As:
    if value is not None:
        return As(value, Kind.AT_LEAST) if side.at_least else value
    return As(ABSENT, Kind.ABSENT) if side.step is None else As(UNKNOWN, Kind.UNKNOWN)


def _less(at: int, hours: float | None, then: float | None) -> Live | None:
    if hours is None:
        return None
    result = UNKNOWN if then is None else hours - then
    return Live(or_unknown(f"{NOW}{at}-{THEN}{at}", f"{NOW}{at}", f"{THEN}{at}"), result)


def _band(column: str) -> Kind:
    return Kind.BAND_HOURS if column in (NOW, THEN) else Kind.BAND_COUNT


def _number(column: str) -> int:
    return ord(column) - ord("A") + 1
