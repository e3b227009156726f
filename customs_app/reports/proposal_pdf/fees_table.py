"""What activities cost: one row an activity of which some fee is known, one column a country."""

from customs_app.analysis.rows import Cell, Row
from customs_app.figures.figure_text import ABSENT, UNKNOWN, cell_cost_text
from customs_app.figures.tokens import LIGHT
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import Command, TableTitle, table
from customs_app.reports.proposal_pdf.texts import said

_MOST = 26 * MM


def fees_table(content: Content, setter: Typesetter, first: float, width: float) -> list[Flowable]:
    """The table and what it leaves out, in `width` points, the first column `first` wide.

    A sentence in its place where no fee is known.
    """
    words, styles = setter.words, setter.styles
    comparison = content.comparison
    shown = [row for row in comparison.rows if row.fee_known]
    if not shown:
        return [setter.para(words.text("No source gives a fee for any of these activities."), styles.note)]
    countries = comparison.countries
    title = TableTitle(
        setter,
        words.text("Table {number}", number="2"),
        words.text("Fees by activity, each country in its own currency"),
        styles.caption,
    )
    middle = styles.head.aligned(Align.MIDDLE)
    heads: list[Flowable] = [
        setter.cell(words.text("Activity"), styles.head),
        *(setter.cell(iso2, middle) for iso2 in countries),
    ]
    rows: list[list[Flowable | str]] = [
        [title, *[""] * len(countries)],
        [*heads],
        *(_row(row, content, setter) for row in shown),
    ]
    column = min((width - first) / max(1, len(countries)), _MOST)
    first = width - column * len(countries)
    extra: list[Command] = [("SPAN", (0, 0), (-1, 0)), ("LEFTPADDING", (0, 0), (-1, 0), 0)]
    made = table(rows, [first, *[column] * len(countries)], head=2, extra=extra, pad=2)
    made.spaceBefore = 14
    # What the signs mean stands at the foot of the page.
    note = words.text("Activities without a known fee are left out. ? is unknown: not free.")
    return [made, setter.para(note, styles.note)]


def _row(row: Row, content: Content, setter: Typesetter) -> list[Flowable | str]:
    name = setter.cell(said(row.activity.name, setter.words), setter.styles.matrix)
    return [name, *(_cell(row.cells[iso2], iso2, content, setter) for iso2 in content.comparison.countries)]


def _cell(cell: Cell | None, iso2: str, content: Content, setter: Typesetter) -> Flowable:
    style = setter.styles.matrix.aligned(Align.MIDDLE)
    text = cell_cost_text(cell, content.comparison.procedures[iso2], setter.words)
    if cell is None or text in (ABSENT, UNKNOWN):
        return setter.cell(text, style.toned(LIGHT.text3))
    if cell.conditional:
        text = f"{setter.words.text('if')} {text}"
    return setter.cell(text, style)
