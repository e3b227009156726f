"""A native bar chart of hours by country, under the table that it shows."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from customs_app.figures.tokens import LIGHT
from customs_app.reports.safe_text import one_line
from customs_app.reports.workbook.page import As, Column, Live, Page, Plain
from customs_app.reports.workbook.styles import Kind

if TYPE_CHECKING:
    from openpyxl.chart import BarChart
    from openpyxl.chart.label import DataLabelList
    from openpyxl.chart.title import Title
    from openpyxl.drawing.line import LineProperties

_LIGHT_LINE = LIGHT.line[1:]


Row = Sequence[Plain | As]


class Bar(NamedTuple):
    """What stands beside a bar, what it is about, and its length."""

    name: str
    about: str
    value: float


def write_bars(page: Page, title: str, heads: tuple[str, str, str], bars: Sequence[Bar]) -> None:
    """Write a table of bars, and to its right the chart that shows them in the same order."""
    columns = (
        Column(heads[0], 16, 20, Kind.STRONG),
        Column(heads[1], 12, 32),
        Column(heads[2], 9, 10.5, Kind.FIGURE),
    )
    page.head(columns)
    first = page.row
    page.rows(columns, bars)
    chart = _bars(page, title, heads[2], first, page.row - 1)
    page.sheet.add_chart(chart, f"E{first - 1}")
    # What follows begins below both: a row of the table is at least half a centimetre high.
    page.row = max(page.row, first + math.ceil(_height(len(bars)) / 0.5)) + 1


def write_pairs(
    page: Page, title: str, heads: tuple[str, str, str], rows: Sequence[tuple[str, Live, Live]]
) -> None:
    """Write a table of two numbers a row, and to its right the chart that sets them beside each other."""
    _write(page, title, heads, rows, (LIGHT.text3, LIGHT.accent), high=0.95)


def write_stacks(
    page: Page, title: str, heads: Sequence[str], rows: Sequence[Row], colours: Sequence[str]
) -> None:
    """Write a table of several numbers a row, and below it the chart that stacks them.

    `colours` (`#RRGGBB`) are one a number.
    """
    _write(page, title, heads, rows, colours, stacked=True)


def _write(
    page: Page,
    title: str,
    heads: Sequence[str],
    rows: Sequence[Row],
    colours: Sequence[str],
    *,
    stacked: bool = False,
    high: float = 0.75,
) -> None:
    columns = (
        Column(heads[0], 16, 20, Kind.STRONG),
        *(Column(head, 9, 32 if n == 0 else 10.5, Kind.FIGURE) for n, head in enumerate(heads[1:])),
    )
    page.head(columns)
    first = page.row
    page.rows(columns, rows)
    chart = _chart(page, title, (first, page.row - 1), colours)
    chart.height = math.ceil(3.6 + high * len(rows))
    if stacked:
        chart.grouping, chart.overlap = "stacked", 100
        for series in chart.series:
            series.dLbls = None
    at = page.row + 1 if stacked else first - 1
    page.sheet.add_chart(chart, f"{'A' if stacked else 'E'}{at}")
    page.row = max(page.row, at + math.ceil(chart.height / 0.45)) + 1


def _height(bars: int) -> int:
    """Height of a chart in whole centimetres."""
    return math.ceil(2.6 + 0.75 * bars)


def _bars(page: Page, title: str, unit: str, first: int, last: int) -> "BarChart":
    chart = _chart(page, title, (first, last), (LIGHT.accent,), unit=unit, column=3)
    chart.legend = None
    chart.gapWidth = 45
    chart.height, chart.width = _height(last - first + 1), 19
    return chart


def _chart(
    page: Page, title: str, rows: tuple[int, int], colours: Sequence[str], *, unit: str = "", column: int = 2
) -> "BarChart":
    """Bars of the columns from `column` on, one series a colour; with several, their heads are the names."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.axis import ChartLines
    from openpyxl.chart.data_source import AxDataSource, StrRef
    from openpyxl.chart.shapes import GraphicalProperties

    first, last = rows
    chart = BarChart()
    chart.type = "bar"
    chart.title = _heading(title, 1100)
    chart.gapWidth = 45
    chart.width = 24
    several = len(colours) > 1
    last_column = column + len(colours) - 1
    data = Reference(
        page.sheet, min_col=column, max_col=last_column, min_row=first - 1 if several else first, max_row=last
    )
    chart.add_data(data, titles_from_data=several)
    if chart.legend is not None:
        chart.legend.position = "b"
    names = Reference(page.sheet, min_col=1, min_row=first, max_row=last)
    for series, colour in zip(chart.series, colours, strict=True):
        # `set_categories` would call the names numbers.
        series.cat = AxDataSource(strRef=StrRef(str(names)))
        series.graphicalProperties = GraphicalProperties(solidFill=colour[1:])
        series.dLbls = _values()
    if unit:
        chart.y_axis.title = _heading(unit, 900)
    chart.y_axis.scaling.min = 0
    chart.y_axis.numFmt = "#,##0"
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=_line()))
    # Bars are drawn upwards; countries are read downwards, as in the table, with the scale below.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
    return chart


def _values() -> "DataLabelList":
    from openpyxl.chart.label import DataLabelList

    # What is not said here, some programs show.
    return DataLabelList(
        numFmt="[<10]0.0#;#,##0",
        showVal=True,
        showSerName=False,
        showCatName=False,
        showLegendKey=False,
        showPercent=False,
        showBubbleSize=False,
    )


def _line() -> "LineProperties":
    from openpyxl.drawing.line import LineProperties

    return LineProperties(solidFill=_LIGHT_LINE, w=6350)


def _heading(text: str, size: int) -> "Title":
    """A heading in a chart; `size` in hundredths of a point."""
    from openpyxl.chart.text import RichText, Text
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import (
        CharacterProperties,
        Paragraph,
        ParagraphProperties,
        RegularTextRun,
    )

    look = CharacterProperties(sz=size, b=True, solidFill=LIGHT.text[1:])
    run = RegularTextRun(rPr=look, t=one_line(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)
