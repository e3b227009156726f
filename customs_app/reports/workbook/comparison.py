"""The sheet of the comparison: activities down, countries across, totals below."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from customs_app.analysis.compare import Cell, Row
from customs_app.analysis.totals import Totals
from customs_app.domain.codes import View
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Country
from customs_app.figures.figure_text import ABSENT, UNKNOWN, cell_cost_text, cell_text, count_text
from customs_app.language.labels import label
from customs_app.language.numbers import money
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.outline import heads_above
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, A4, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, said, source_note
from customs_app.reports.workbook.tints import tint_channels

Figures = Sequence[Plain]


def write_comparison(page: Page, content: Content) -> None:
    """Write the matrix with its stage rows, and the totals of each country under it."""
    from openpyxl.utils import get_column_letter

    words = page.words
    title = words.say(content.title)
    page.line(title, Kind.TITLE)
    columns = _columns(content, words)
    page.note(
        words.text(
            "A cell: how the step is done, ×2 for two steps, “if” where it comes only on a condition; "
            "below, its time in hours, and its cost where one is recorded. "
            "The colour repeats how it is done, and follows what is written into the cell."
        ),
        len(columns),
    )
    head = page.row
    page.head(columns)
    for _, rows in groupby(content.comparison.rows, key=lambda row: row.activity.stage):
        _write_stage(page, content, tuple(rows), columns)
    last = page.row - 1
    if last > head:
        edge = get_column_letter(len(columns) - 2)
        tint_channels(page.sheet, f"C{head + 1}:{edge}{last}", words)
    page.end_row()
    page.rows(columns, _totals(content, words))
    keep_in_sight(page, head, len(columns), fixed=2, last_row=last)
    page.sheet.sheet_properties.outlinePr = heads_above()
    print_pages(page, title, content.edition, A3 if len(content.countries) > 5 else A4)


def _columns(content: Content, words: Words) -> tuple[Column, ...]:
    of = len(content.countries)
    return (
        Column(words.text("Stage"), 9, 14),
        Column(words.text("Activity"), 28, 38),
        *(Column(_over(country, full, words), 13, 18, Kind.SHORT) for country, full in content.procedures()),
        Column(words.text("Have it, of {n}", n=of), 7, 8, Kind.SHORT),
        Column(words.text("Differs"), 8, 9, Kind.SHORT),
    )


def _over(country: Country, full: FullProcedure, words: Words) -> str:
    """A country's head: its name, the goods, and the view where it is not a detailed one."""
    procedure = full.procedure
    view = label(procedure.view, words) if procedure.view is View.STAGES else None
    return lines([said(country.name, words), said(procedure.goods, words), view]) or country.iso2


def _write_stage(page: Page, content: Content, rows: tuple[Row, ...], columns: Sequence[Column]) -> None:
    words = page.words
    stage = rows[0].activity.stage
    page.put(1, label(stage, words), Kind.BAND_NAME)
    page.put(2, words.count("{n} activity", "{n} activities", len(rows)), Kind.BAND_NAME)
    for number, country in enumerate(content.countries, 3):
        steps = sum(len(cell.steps) for row in rows if (cell := row.cells[country.iso2]) is not None)
        page.put(number, steps or ABSENT, Kind.BAND)
    page.put(len(columns) - 1, words.text("steps"), Kind.BAND)
    page.put(len(columns), None, Kind.BAND)
    page.end_row()
    first = page.row
    page.rows(columns, (_row(row, content, words) for row in rows))
    for at, row in enumerate(rows, first):
        page.sheet.row_dimensions[at].outlineLevel = 1
        for number, country in enumerate(content.countries, 3):
            if (cell := row.cells[country.iso2]) is not None and (note := _note(cell, words)):
                page.comment(at, number, note)


def _row(row: Row, content: Content, words: Words) -> Sequence[Plain | As]:
    of = len(content.countries)
    alone = Kind.DIFFERS if row.have == 1 and of > 1 else Kind.SHORT
    return (
        As(label(row.activity.stage, words), row.activity.stage),
        said(row.activity.name, words),
        *(_cell(row.cells[country.iso2], full, words) for country, full in content.procedures()),
        As(row.have, alone),
        words.text("yes") if row.differs else words.text("no"),
    )


def _cell(cell: Cell | None, full: FullProcedure, words: Words) -> As:
    if cell is None:
        return As(ABSENT, Kind.ABSENT)
    way = label(cell.channel, words) if cell.channel else UNKNOWN
    first = " ".join(part for part in (way, count_text(cell)) if part)
    if cell.conditional:
        first += " · " + words.text("if")
    elif not cell.in_case:
        first += " · " + words.text("other option")
    verdicts = dict.fromkeys(label(mark.verdict, words) for mark in cell.marks)
    marked = words.text("marked: {verdicts}", verdicts=tuple(verdicts)) if verdicts else None
    cost = words.text("cost {amount}", amount=cell_cost_text(cell, full, words)) if cell.fee_known else None
    text = lines([first, cell_text(cell, full, words), cost, marked])
    return As(text, Kind.SHORT)


def _note(cell: Cell, words: Words) -> str | None:
    """From where the steps of a cell are known; each with its number where there are several."""
    notes = [(step.seq, note) for step in cell.steps if (note := source_note(step, words))]
    if len(cell.steps) == 1:
        return notes[0][1] if notes else None
    return lines(words.named(str(number), note) for number, note in notes)


def _totals(content: Content, words: Words) -> Iterator[Sequence[Plain | As]]:
    t = words.text
    totals = [content.comparison.totals[country.iso2] for country in content.countries]
    into = content.currency
    yield _line(t("Steps of the case"), [one.steps for one in totals])
    yield _line(t("Steps in all"), [one.all_steps for one in totals])
    yield from _range(t("Elapsed, critical path"), [one.elapsed for one in totals], words)
    yield from _range(t("Sum of the steps"), [one.effort for one in totals], words)
    yield _line(t("Steps with a counted time"), [one.time_covered.n for one in totals])
    yield _line(t("of these, aggregates"), [one.aggregates for one in totals])
    yield _line(t("of these, derived values"), [one.derived for one in totals])
    yield _line(t("Steps with a legal limit only"), [one.limits for one in totals])
    yield _line(t("Fees, own currencies"), [_fees(one, words) for one in totals])
    converted = [content.converted[country.iso2].total for country in content.countries]
    yield _line(t("Fees in {currency}", currency=into), [one.amount if one else None for one in converted])
    yield _line(t("Steps with a counted cost"), [one.cost_covered.n for one in totals])
    yield _line(t("Documents handed in"), [one.documents for one in totals])
    yield _line(t("Handovers of documents"), [one.handovers for one in totals])
    yield _line(t("Visits in person"), [one.visits for one in totals])
    yield _line(t("Steps with known visits"), [one.visits_covered.n for one in totals])
    yield _line(t("Steps with a legal basis"), [one.law_covered.n for one in totals])


def _range(name: str, ranges: Sequence[Range], words: Words) -> Iterator[Sequence[Plain | As]]:
    ends = (
        (words.text("least (hours)"), [one.min for one in ranges]),
        (words.text("typical (hours)"), [one.typ for one in ranges]),
        (words.text("most (hours)"), [one.max for one in ranges]),
    )
    for end, values in ends:
        yield _line(words.text("{what}, {end}", what=name, end=end), values)


def _line(name: str, values: Figures) -> Sequence[Plain | As]:
    cells = [As(UNKNOWN, Kind.UNKNOWN) if value is None else As(value, Kind.FIGURE) for value in values]
    return (None, As(name, Kind.STRONG), *cells, None, None)


def _fees(totals: Totals, words: Words) -> str | None:
    return lines(money(one, words.language) for one in totals.cost)
