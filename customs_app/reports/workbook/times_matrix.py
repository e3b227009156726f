"""The sheet of times by activity: real numbers, tinted by their length."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.compare import Cell, Row
from customs_app.domain.codes import Stage
from customs_app.domain.procedure import FullProcedure
from customs_app.figures.figure_text import ABSENT, UNKNOWN, cell_text
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import As, Column, Live, Page, Plain
from customs_app.reports.workbook.printing import A3, A4, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import said
from customs_app.reports.workbook.tints import tint_times

_BEFORE = 2


def timed_rows(content: Content) -> tuple[Row, ...]:
    """The activities of which some country has a typical time of its own."""
    return tuple(row for row in content.comparison.rows if any(map(hours_of, row.cells.values())))


def hours_of(cell: Cell | None) -> float | None:
    """The typical hours of a cell where they are those of its activity alone."""
    if cell is None or cell.hours is None or cell.aggregate:
        return None
    return cell.hours.typ


def write_times_matrix(page: Page, content: Content, rows: Sequence[Row]) -> None:
    """Write one row for each activity, typical hours, with the least, the most and how many are known."""
    from openpyxl.utils import get_column_letter

    words = page.words
    title = words.text("Typical hours, by activity")
    page.line(title, Kind.TITLE)
    of = len(content.countries)
    columns = (
        Column(words.text("Stage"), 9, 14),
        Column(words.text("Activity"), 28, 38),
        *(
            Column(said(country.name, words) or country.iso2, 11, 16, Kind.FIGURE)
            for country in content.countries
        ),
        Column(words.text("Least (hours)"), 8, 10, Kind.FIGURE),
        Column(words.text("Most (hours)"), 8, 10, Kind.FIGURE),
        Column(words.text("Known, of {n}", n=of), 8, 10, Kind.SHORT),
    )
    page.note(
        words.text(
            "Only times of the activity itself: a figure for several activities stands in brackets and is "
            "not tinted. The tint grows with the hours. Least and most are formulas over what is known."
        ),
        len(columns),
    )
    head = page.row
    page.head(columns)
    first, last = get_column_letter(_BEFORE + 1), get_column_letter(_BEFORE + of)
    page.rows(columns, _rows(page, content, rows, f"{first}{{row}}:{last}{{row}}"))
    tint_times(page.sheet, f"{first}{head + 1}:{last}{page.row - 1}")
    keep_in_sight(page, head, len(columns), fixed=_BEFORE)
    print_pages(page, title, content.edition, A3 if of > 5 else A4)


def _rows(page: Page, content: Content, rows: Sequence[Row], area: str) -> Iterator[Sequence[Plain | As]]:
    words = page.words
    for row in rows:
        here = area.format(row=page.row)
        known = [hours for cell in row.cells.values() if (hours := hours_of(cell)) is not None]
        stage: Stage = row.activity.stage
        yield (
            As(label(stage, words), stage),
            said(row.activity.name, words),
            *(_cell(row.cells[country.iso2], full, words) for country, full in content.procedures()),
            Live(f'=IF(COUNT({here})=0,"{UNKNOWN}",MIN({here}))', min(known)),
            Live(f'=IF(COUNT({here})=0,"{UNKNOWN}",MAX({here}))', max(known)),
            Live(f"=COUNT({here})", len(known)),
        )


def _cell(cell: Cell | None, full: FullProcedure, words: Words) -> Plain | As:
    if cell is None:
        return As(ABSENT, Kind.ABSENT)
    hours = hours_of(cell)
    if hours is not None:
        return hours
    text = cell_text(cell, full, words)
    return As(text, Kind.UNKNOWN if text == UNKNOWN else Kind.FIGURE)
