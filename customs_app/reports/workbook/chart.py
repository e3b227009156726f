"""A native bar chart of hours by country, under the table that it shows."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from customs_app.figures.tokens import LIGHT
from customs_app.reports.safe_text import one_line
from customs_app.reports.workbook.page import Column, Page
from customs_app.reports.workbook.styles import Kind

if TYPE_CHECKING:
    from openpyxl.chart import BarChart
    from openpyxl.chart.label import DataLabelList
    from openpyxl.chart.title import Title
    from openpyxl.drawing.line import LineProperties

_LIGHT_LINE = LIGHT.line[1:]


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


def _height(bars: int) -> int:
    """Height of a chart in whole centimetres."""
    return math.ceil(2.6 + 0.75 * bars)


def _bars(page: Page, title: str, unit: str, first: int, last: int) -> "BarChart":
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.axis import ChartLines
    from openpyxl.chart.data_source import AxDataSource, StrRef
    from openpyxl.chart.shapes import GraphicalProperties

    chart = BarChart()
    chart.type = "bar"
    chart.title = _heading(title, 1100)
    chart.legend = None
    chart.gapWidth = 45
    chart.height, chart.width = _height(last - first + 1), 19
    chart.add_data(Reference(page.sheet, min_col=3, min_row=first, max_row=last))
    names = Reference(page.sheet, min_col=1, min_row=first, max_row=last)
    # `set_categories` would call the names numbers.
    chart.series[0].cat = AxDataSource(strRef=StrRef(str(names)))
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill=LIGHT.accent[1:])
    chart.series[0].dLbls = _values()
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
