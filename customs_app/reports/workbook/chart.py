"""A native bar chart of hours by country, under the table that it shows."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from customs_app.figures.tokens import LIGHT
from customs_app.reports.safe_text import one_line
from customs_app.reports.workbook.page import Column, Page
from customs_app.reports.workbook.styles import Kind

if TYPE_CHECKING:
    from openpyxl.chart import BarChart

Bar = tuple[str, float]
"""What stands beside a bar, and its length."""


def write_bars(page: Page, title: str, heads: tuple[str, str], bars: Sequence[Bar]) -> None:
    """Write a table of bars and the chart that shows them; the longest name tells the height."""
    columns = (Column(heads[0], 16, 24, Kind.TEXT), Column(heads[1], 12, 44, Kind.NUMBER2))
    page.head(columns)
    first = page.row
    page.rows(columns, bars)
    last = page.row - 1
    chart = _bars(page, title, heads[1], first, last)
    page.sheet.add_chart(chart, f"C{first - 1}")
    # The chart stands beside the table; what follows begins below both.
    page.row = max(page.row, first + round(_height(len(bars)) / 0.47)) + 1


def _height(bars: int) -> int:
    """Height of a chart in whole centimetres."""
    return math.ceil(3.2 + 0.85 * bars)


def _bars(page: Page, title: str, unit: str, first: int, last: int) -> "BarChart":
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.label import DataLabelList
    from openpyxl.chart.shapes import GraphicalProperties

    sheet = page.sheet
    chart = BarChart()
    chart.type = "bar"
    chart.style = 10
    chart.title = one_line(title)
    chart.legend = None
    chart.gapWidth = 45
    chart.height, chart.width = _height(last - first + 1), 20
    chart.add_data(Reference(sheet, min_col=2, min_row=first, max_row=last))
    chart.set_categories(Reference(sheet, min_col=1, min_row=first, max_row=last))
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill=LIGHT.accent[1:])
    chart.series[0].dLbls = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False
    )
    chart.y_axis.title = one_line(unit)
    chart.y_axis.scaling.min = 0
    chart.y_axis.numFmt = "#,##0.##"
    # Bars are drawn upwards; countries are read downwards, as in the table.
    chart.x_axis.scaling.orientation = "maxMin"
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
    return chart
