"""The few kinds of cells that a workbook has, each a named style made once.

Fonts: Arial for English and Russian, Microsoft YaHei for Chinese. Both stand on every office machine;
where they do not, programs put a like one in their place. Noto Sans, the font of the window, does not
come with Office, and a font that is missing on the reader's machine shifts every column.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from customs_app.domain.codes import Channel, Stage
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import NamedStyle
    from openpyxl.styles.cell_style import StyleArray

FONTS = {Language.EN: "Arial", Language.RU: "Arial", Language.ZH: "Microsoft YaHei"}

_DATES = {Language.EN: "d\\ mmm\\ yyyy", Language.RU: "dd\\.mm\\.yyyy", Language.ZH: 'yyyy"年"m"月"d"日"'}


class Kind(StrEnum):
    """What a cell is for."""

    TITLE = "title"
    TITLE_ABOVE = "title above"
    LEAD = "lead"
    SECTION = "section"
    NOTE = "note"
    LABEL = "label"
    PLAIN = "plain"
    HEAD = "head"
    HEAD_MIDDLE = "head middle"
    HEAD_RIGHT = "head right"
    TEXT = "text"
    STRONG = "strong"
    SHORT = "short"
    FIGURE = "figure"
    COUNT = "count"
    DATE = "date"
    NUMBER0 = "number 0"
    NUMBER1 = "number 1"
    NUMBER2 = "number 2"
    NUMBER3 = "number 3"
    RATE = "rate"
    AT_LEAST = "at least"
    BAND = "band"
    BAND_NAME = "band name"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    DIFFERS = "differs"
    LINK = "link"
    OPEN = "open point"
    FILL = "to fill in"
    FILL_AMOUNT = "amount to fill in"
    FILL_DATE = "date to fill in"
    BAND_COUNT = "band count"
    BAND_HOURS = "band hours"
    TOTAL_NAME = "total name"
    TOTAL0 = "total 0"
    TOTAL1 = "total 1"
    TOTAL2 = "total 2"


NUMBERS = (Kind.NUMBER0, Kind.NUMBER1, Kind.NUMBER2, Kind.NUMBER3)

CellKind = Kind | Stage | Channel
"""A kind of cell; a stage is the bar at the edge of its rows, a channel the tint of its cells."""


@dataclass(frozen=True, slots=True)
class _Form:
    size: float = 9
    bold: bool = False
    ink: str = LIGHT.text
    fill: str | None = None
    across: str = "left"
    up: str = "top"
    wrap: bool = True
    format: str = "@"
    grid: bool = True
    edge: str | None = None


def _number(decimals: int) -> _Form:
    return _Form(across="right", wrap=False, format="#,##0" + ("." + "0" * decimals if decimals else ""))


def _forms(language: Language) -> dict[CellKind, _Form]:
    free = _Form(grid=False, wrap=False)
    head = _Form(bold=True, fill=LIGHT.window, up="center")
    fill = _Form(fill=LIGHT.warnbg)
    band = _Form(bold=True, fill=LIGHT.group, across="right", wrap=False)
    total = _Form(bold=True, fill=LIGHT.window)
    forms: dict[CellKind, _Form] = {
        Kind.TITLE: _Form(size=16, bold=True, grid=False, wrap=False),
        Kind.TITLE_ABOVE: _Form(size=13, bold=True, grid=False),
        Kind.LEAD: _Form(size=10, ink=LIGHT.text2, grid=False),
        Kind.SECTION: _Form(size=11, bold=True, ink=LIGHT.accent, grid=False, wrap=False, up="bottom"),
        Kind.NOTE: _Form(ink=LIGHT.text2, grid=False),
        Kind.LABEL: _Form(ink=LIGHT.text2, grid=False, wrap=False),
        Kind.PLAIN: free,
        Kind.HEAD: head,
        Kind.HEAD_MIDDLE: replace(head, across="center"),
        Kind.HEAD_RIGHT: replace(head, across="right"),
        Kind.TEXT: _Form(),
        Kind.STRONG: _Form(bold=True),
        Kind.SHORT: _Form(across="center"),
        Kind.FIGURE: _Form(across="right"),
        Kind.COUNT: _Form(across="center", wrap=False, format="#,##0"),
        Kind.DATE: _Form(across="right", wrap=False, format=_DATES[language]),
        Kind.RATE: _Form(across="right", wrap=False, format="General"),
        Kind.AT_LEAST: _Form(across="right", wrap=False, format='"≥ "#,##0'),
        Kind.BAND_NAME: _Form(bold=True, fill=LIGHT.group, wrap=False),
        Kind.BAND: _Form(bold=True, fill=LIGHT.group, across="center", wrap=False),
        Kind.BAND_COUNT: replace(band, format="#,##0"),
        Kind.BAND_HOURS: replace(band, format="#,##0.0"),
        Kind.ABSENT: _Form(ink=LIGHT.text3, across="center"),
        Kind.UNKNOWN: _Form(ink=LIGHT.text3, across="right"),
        Kind.DIFFERS: _Form(ink=LIGHT.warn, bold=True, across="center"),
        Kind.LINK: _Form(size=10, ink=LIGHT.accent, grid=False, wrap=False),
        Kind.OPEN: _Form(ink=LIGHT.warn, bold=True),
        Kind.FILL: fill,
        Kind.FILL_AMOUNT: replace(fill, across="right", wrap=False, format="#,##0.00"),
        Kind.FILL_DATE: replace(fill, across="right", wrap=False, format=_DATES[language]),
        Kind.TOTAL_NAME: total,
        Kind.TOTAL0: replace(total, across="right", wrap=False, format="#,##0"),
        Kind.TOTAL1: replace(total, across="right", wrap=False, format="#,##0.0"),
        Kind.TOTAL2: replace(total, across="right", wrap=False, format="#,##0.00"),
    }
    forms |= {kind: _number(decimals) for decimals, kind in enumerate(NUMBERS)}
    forms |= {channel: _Form(across="center", fill=LIGHT.heat[channel]) for channel in Channel}
    forms |= {stage: _Form(ink=LIGHT.text2, edge=LIGHT.stage[stage]) for stage in Stage}
    return forms


class Styles:
    """The kinds of cells of one workbook, made once and put on cells without a look-up by name."""

    def __init__(self, book: "Workbook", language: Language) -> None:
        self._made: dict[tuple[type, str], StyleArray] = {}
        # Letters against digits, by which widths are counted: Russian letters run wider than English ones.
        self._runs = {Language.EN: 0.94, Language.RU: 1.02, Language.ZH: 1.0}[language]
        self._forms: dict[tuple[type, str], _Form] = {}
        _measure_columns_in_arial(book)
        for kind, form in _forms(language).items():
            style = _named(f"customs {kind}", form, FONTS[language])
            book.add_named_style(style)
            self._made[type(kind), kind.name] = style.as_tuple()
            self._forms[type(kind), kind.name] = form

    def measure(self, kind: CellKind) -> tuple[float, bool, float]:
        """Size of type in points, whether texts wrap, and how much wider they run than plain ones."""
        form = self._forms[type(kind), kind.name]
        return form.size, form.wrap, self._runs * (1.1 if form.bold else 1.0)

    def put(self, cell: "Cell", kind: CellKind) -> None:
        """Give a cell the look of its kind."""
        # Setting `cell.style` looks the name up among all styles for every cell; this is the same, kept.
        # Cells share it: what changes the look of one cell must copy it before.
        cell._style = self._made[type(kind), kind.name]  # type: ignore[attr-defined]  # noqa: SLF001


def _measure_columns_in_arial(book: "Workbook") -> None:
    """Make Arial the font of the style "Normal": widths of columns are counted in its digits.

    With Calibri, which few machines without Office have, columns would change their width with the reader.
    """
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    plain = Font(name=FONTS[Language.EN], size=10)
    book._fonts = IndexedList([plain])  # type: ignore[attr-defined]  # noqa: SLF001
    book._named_styles["Normal"].font = plain  # type: ignore[attr-defined]  # noqa: SLF001


def _named(name: str, form: _Form, font: str) -> "NamedStyle":
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    line = Side(style="thin", color=LIGHT.line2[1:]) if form.grid else None
    left = Side(style="thick", color=form.edge[1:]) if form.edge else line
    return NamedStyle(
        name=name,
        font=Font(name=font, size=form.size, bold=form.bold, color=form.ink[1:]),
        fill=PatternFill("solid", fgColor=form.fill[1:]) if form.fill else PatternFill(),
        border=Border(left=left, right=line, top=line, bottom=line),
        alignment=Alignment(horizontal=form.across, vertical=form.up, wrap_text=form.wrap),
        number_format=form.format,
    )
