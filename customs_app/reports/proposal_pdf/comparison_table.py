"""The comparison table: one row an activity, grouped by stage, one column a country; below it the fees."""

from itertools import groupby

from customs_app.analysis.rows import Cell, Row
from customs_app.domain.codes import Channel
from customs_app.figures.figure_text import ABSENT, UNKNOWN
from customs_app.figures.pdf_painter import paint
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import Flowable, HexColor, Table
from customs_app.reports.proposal_pdf.fees_table import fees_table
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.signs import channel_drawing
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import Command, TableTitle, group_commands, table
from customs_app.reports.proposal_pdf.texts import cell_time, said
from customs_app.reports.proposal_pdf.totals_rows import Row as TotalRow
from customs_app.reports.proposal_pdf.totals_rows import law_row, other_rows, time_rows

UPRIGHT = 8
"""So many countries fit across an upright page."""
_TINTED = (Channel.PAPER, Channel.IN_PERSON)
_HEAD_ROWS = 2
_TOGETHER = 16
"""So many rows of totals fit on a page of either kind."""


def comparison_leaf(content: Content) -> Leaf:
    """The kind of page on which the table fits."""
    return Leaf.TABLE if len(content.countries) <= UPRIGHT else Leaf.WIDE_TABLE


def comparison_table(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the comparison, on pages of their own."""
    words = setter.words
    leaf = comparison_leaf(content)
    name = words.text("Comparison of the countries")
    matrix = _Matrix(content, setter, text_width(leaf))
    return [
        *new_page(leaf),
        Bookmark("comparison", name),
        setter.para(name, setter.styles.heading),
        matrix.made(),
        *fees_table(content, setter, matrix.first, text_width(leaf)),
    ]


class _Matrix:
    """Gathers the rows of the table and what they ask for."""

    def __init__(self, content: Content, setter: Typesetter, width: float) -> None:
        self._content = content
        self._setter = setter
        self._words = setter.words
        self._iso2 = content.comparison.countries
        least = (66 if len(self._iso2) > UPRIGHT else 50) * MM
        self._last = 11 * MM
        n = max(1, len(self._iso2))
        self._column = min((width - least - self._last) / n, 24 * MM)
        self.first = width - n * self._column - self._last
        self._rows: list[list[Flowable | str]] = []
        self._commands: list[Command] = []

    def made(self) -> Table:
        self._head()
        for stage, rows in groupby(self._content.comparison.rows, key=lambda row: row.activity.stage):
            self._group(label(stage, self._words), LIGHT.stage[stage])
            for row in rows:
                self._activity(row)
        first = len(self._rows)
        self._group(self._totals_title(), LIGHT.text)
        for total in (*time_rows(self._content, self._words), *other_rows(self._content, self._words)):
            self._total(total)
        self._total(law_row(self._content, self._words))
        if len(self._rows) - first <= _TOGETHER:
            # A few last totals never stand alone on a page.
            self._commands.append(("NOSPLIT", (0, first), (-1, len(self._rows) - 1)))
        widths = [self.first, *[self._column] * len(self._iso2), self._last]
        return table(self._rows, widths, head=_HEAD_ROWS, extra=self._commands, pad=2)

    def _head(self) -> None:
        words, styles = self._words, self._setter.styles
        title = TableTitle(
            self._setter,
            words.text("Table {number}", number="1"),
            words.text("Activities by country: channel, number of steps, time in hours"),
            styles.caption,
        )
        middle = styles.head.aligned(Align.MIDDLE)
        blank = [""] * (len(self._iso2) + 1)
        self._rows.append([title, *blank])
        self._rows.append(
            [
                self._setter.cell(words.text("Stage and activity"), styles.head),
                *(self._setter.cell(iso2, middle) for iso2 in self._iso2),
                self._setter.cell(words.text("Have"), styles.head.aligned(Align.RIGHT)),
            ]
        )
        self._commands += [
            ("SPAN", (0, 0), (-1, 0)),
            ("LEFTPADDING", (0, 0), (-1, 0), 0),
        ]

    def _group(self, title: str, colour: str) -> None:
        n = len(self._rows)
        blank = [""] * (len(self._iso2) + 1)
        self._rows.append([self._setter.cell(title, self._setter.styles.cell_bold), *blank])
        self._commands += group_commands(n, colour)

    def _activity(self, row: Row) -> None:
        n = len(self._rows)
        styles = self._setter.styles
        cells: list[Flowable | str] = []
        for i, iso2 in enumerate(self._iso2, 1):
            cell = row.cells.get(iso2)
            cells.append(self._cell(iso2, cell))
            if cell is not None and cell.channel in _TINTED:
                tint = HexColor(LIGHT.heat[cell.channel])
                self._commands.append(("BACKGROUND", (i, n), (i, n), tint))
        of = f"{row.have}/{len(self._iso2)}"
        self._rows.append(
            [
                self._setter.cell(said(row.activity.name, self._words), styles.matrix),
                *cells,
                self._setter.cell(of, styles.matrix.aligned(Align.RIGHT).toned(LIGHT.text3)),
            ]
        )

    def _cell(self, iso2: str, cell: Cell | None) -> Flowable:
        if cell is None:
            style = self._setter.styles.matrix.aligned(Align.MIDDLE).toned(LIGHT.text3)
            return self._setter.cell(ABSENT, style)
        time = cell_time(cell, self._content.comparison.procedures[iso2], self._words)
        return MatrixCell(self._setter, cell, time)

    def _totals_title(self) -> str:
        case = label(self._content.comparison.case.kind, self._words)
        return self._words.text("Totals: {case}", case=case)

    def _total(self, row: TotalRow) -> None:
        styles = self._setter.styles
        title, values = row
        middle = styles.matrix.aligned(Align.MIDDLE)
        cells = [self._setter.cell(values[iso2], middle) for iso2 in self._iso2]
        self._rows.append([self._setter.cell(title, styles.matrix), *cells, ""])


class MatrixCell(Block):
    """One country's way of doing one activity: channel, number of steps, condition, time."""

    _ICON = 8.5
    _GAP = 2.0

    def __init__(self, setter: Typesetter, cell: Cell, time: str) -> None:
        super().__init__()
        self._setter = setter
        self._channel = cell.channel
        self._beside = self._signs(cell)
        self._style = setter.styles.matrix.aligned(Align.MIDDLE)
        # Where neither channel nor time is known one sign says it.
        blank = cell.channel is None and time == UNKNOWN
        self._time = None if blank else setter.cell(time, self._style, most=5)
        self._size = (0.0, 0.0)

    def _signs(self, cell: Cell) -> str:
        signs = []
        if len(cell.steps) > 1:
            signs.append(f"×{len(cell.steps)}")
        if cell.conditional:
            signs.append(self._setter.words.text("if"))
        return " ".join(signs)

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        height = 0.0 if self._time is None else self._time.size(width)[1]
        self._size = (width, height + self._style.leading)
        return self._size

    def draw(self) -> None:
        """Draw the signs over the time."""
        width, height = self._size
        base = height - (self._style.leading - self._style.size) / 2 - self._style.size * 0.84
        beside = self._setter.width(self._beside, self._style) if self._beside else 0.0
        icon = self._ICON if self._channel else self._setter.width(UNKNOWN, self._style)
        x = (width - icon - (self._GAP + beside if beside else 0.0)) / 2
        left = self._style.aligned(Align.LEFT)
        if self._channel:
            middle = base + self._style.size * 0.357
            drawing = channel_drawing(self._channel, self._setter.words)
            paint(self.canv, (x, middle - icon / 2, icon, icon), drawing, self._setter)
        else:
            self._setter.draw(self.canv, UNKNOWN, left.toned(LIGHT.text3), x, base)
        if beside:
            self._setter.draw(self.canv, self._beside, left, x + icon + self._GAP, base)
        if self._time is not None:
            self._time.drawOn(self.canv, 0, 0)
