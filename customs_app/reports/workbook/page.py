"""One sheet while it is written, row by row."""

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from customs_app.domain.text import Language
from customs_app.language.words import Words
from customs_app.reports.safe_text import SURELY_FITS, one_line, put_text
from customs_app.reports.workbook.live import Result, sheet_ref
from customs_app.reports.workbook.meter import Meter
from customs_app.reports.workbook.rich import Look, put_rich
from customs_app.reports.workbook.styles import NUMBERS, CellKind, Kind, Styles

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_HIGHEST = 409.0
"""The greatest height of a row that a workbook bears, in points."""

_SIZE = 10.0
"""The size of type, in points, by which widths of columns are counted."""

_LONGEST_WORD = 16
"""A word of more letters may break at the edge of a narrow column."""

_PLAIN_WIDTH = 8.43
"""The width of a column to which none is given, in signs of seven pixels."""

_CM_PER_PIXEL = 2.54 / 96

_DATE_WIDTH = {Language.EN: 13.0, Language.RU: 12.0, Language.ZH: 17.0}


class Live(NamedTuple):
    """A formula of our own (never text of the catalogue), and what it comes to."""

    formula: str
    result: Result


class Rich(NamedTuple):
    """A text in pieces, each with its look: None, or that of what is taken out or put in."""

    pieces: tuple[tuple[str, Look | None], ...]

    @property
    def text(self) -> str:
        """The text alone."""
        return "".join(text for text, _ in self.pieces)


Plain = str | int | float | date | Live | Rich | None
"""What a cell holds; None is an empty cell."""


class As(NamedTuple):
    """A value with the kind of cell that it asks for."""

    value: Plain
    kind: CellKind


class _Text(NamedTuple):
    """A text over one or more columns of a row."""

    first: int
    last: int
    value: str
    kind: CellKind


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, the bounds of its width in signs, and the kind of its cells."""

    title: str
    least: float = 8
    most: float = 40
    kind: Kind = Kind.TEXT


class Page:
    """A sheet that grows downwards. Rows and columns count from 1; `row` is the next free row."""

    def __init__(self, sheet: "Worksheet", styles: Styles, words: Words, meter: Meter) -> None:
        self.sheet = sheet
        self.words = words
        self.row = 1
        self._styles = styles
        self._meter = meter
        self._line_height = 1.45 if words.language is Language.ZH else 1.28
        self._widths: dict[int, float] = {}
        self._texts: dict[int, list[_Text]] = {}
        self._fitted: set[tuple[int, Plain, CellKind]] = set()
        self.blocks: list[tuple[int, int]] = []
        self.live: dict[str, Result] = {}

    def put(self, column: int, value: Plain, kind: CellKind = Kind.TEXT) -> None:
        """Write one cell of the row at hand; numbers and dates take their own form."""
        cell = cast("Cell", self.sheet.cell(self.row, column))
        if isinstance(value, str):
            self._styles.put(cell, kind)
            put_text(cell, value, self._cut_note(value))
            self._texts.setdefault(self.row, []).append(_Text(column, column, value, kind))
        elif isinstance(value, date):
            self._styles.put(cell, Kind.DATE)
            cell.value = value
        elif isinstance(value, int | float):
            self._styles.put(cell, _number_kind(value, kind))
            cell.value = value
        elif isinstance(value, Live):
            self._put_live(cell, value, kind)
        elif isinstance(value, Rich):
            self._styles.put(cell, kind)
            put_rich(cell, value.pieces, self.words.language, self._cut_note(value.text))
            self._texts.setdefault(self.row, []).append(_Text(column, column, value.text, kind))
        else:
            self._styles.put(cell, kind)

    def _put_live(self, cell: "Cell", value: Live, kind: CellKind) -> None:
        number = isinstance(value.result, int | float)
        self._styles.put(cell, _number_kind(value.result, kind) if number else kind)  # type: ignore[arg-type]
        cell.value = value.formula
        self.live[cell.coordinate] = value.result

    def put_link(self, column: int, text: str, sheet: str) -> None:
        """Write a cell that leads to the top of another sheet of this workbook."""
        from openpyxl.worksheet.hyperlink import Hyperlink

        self.put(column, text, Kind.LINK)
        cell = cast("Cell", self.sheet.cell(self.row, column))
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{sheet_ref(sheet)}A1")

    def comment(self, row: int, column: int, text: str) -> None:
        """Say something at a cell of an earlier row, in a note that opens when one points at it."""
        from openpyxl.comments import Comment

        said = "\n".join(map(one_line, text.split("\n")))
        note = Comment(said[:2000], "customs-app", height=90, width=320)
        self.sheet.cell(row, column).comment = note

    def end_row(self) -> None:
        """Go to the next row."""
        self.row += 1
        self._meter.row()

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written meanwhile should stand on one sheet of paper: its rows go to `blocks`."""
        first = self.row
        yield
        self.blocks.append((first, self.row - 1))

    @property
    def last_column(self) -> int:
        """The last column that a table or a chart of the sheet reaches."""
        reached = max(self._widths, default=1)
        for chart in self.sheet._charts:  # type: ignore[attr-defined]  # noqa: SLF001
            column, room = _column_of(chart.anchor), chart.width
            while room > 0:
                reached = max(reached, column)
                room -= (self._widths.get(column, _PLAIN_WIDTH) * 7 + 5) * _CM_PER_PIXEL
                column += 1
        return reached

    @property
    def all_widths(self) -> float:
        """The width of all columns together, in signs."""
        return sum(self._widths.get(column, _PLAIN_WIDTH) for column in range(1, self.last_column + 1))

    def set_widths(self, *widths: float) -> None:
        """Give the first columns at least these widths, in signs."""
        for column, value in enumerate(widths, 1):
            self._widen(column, value)

    def line(self, text: str, kind: Kind) -> None:
        """A row of one text that may run over the columns to its right."""
        self.put(1, text, kind)
        self.end_row()

    def note(self, text: str, columns: int, kind: Kind = Kind.NOTE) -> None:
        """A row of one text that wraps over so many columns."""
        self.put(1, text, kind)
        self.sheet.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=columns)
        self._texts[self.row] = [_Text(1, columns, text, kind)]
        self.end_row()

    def pair(self, name: str, value: str, columns: int) -> None:
        """A row of a label and of a text that wraps over the columns after it, so many in all."""
        self.put(1, name, Kind.LABEL)
        self.put(2, value, Kind.NOTE)
        self.sheet.merge_cells(start_row=self.row, start_column=2, end_row=self.row, end_column=columns)
        self._texts[self.row][-1] = _Text(2, columns, value, Kind.NOTE)
        self.end_row()

    def head(self, columns: Sequence[Column]) -> None:
        """The head of a table in the row at hand; widens the sheet's columns to its least widths."""
        for number, column in enumerate(columns, 1):
            kind = _HEADS.get(column.kind, Kind.HEAD)
            self.put(number, column.title, kind)
            longest = max(map(width, column.title.split()), default=0.0)
            self._widen(number, min(column.most, max(column.least, longest + 2)))
            self._keep_words_whole(number, column.title, kind)
        self.end_row()

    def rows(self, columns: Sequence[Column], rows: Iterable[Sequence[Plain | As]]) -> int:
        """Rows of a table under its head; gives how many."""
        first = self.row
        for values in rows:
            for number, (column, given) in enumerate(zip(columns, values, strict=True), 1):
                value, kind = given if isinstance(given, As) else (given, column.kind)
                self.put(number, value, kind)
                self._make_room(number, column, value, kind)
            self.end_row()
        return self.row - first

    def settle(self) -> None:
        """Give columns the widths that their contents ask for, and rows the heights of their texts.

        A program that opens the file does not find the heights of wrapped rows by itself.
        """
        from openpyxl.utils import get_column_letter

        for number, value in self._widths.items():
            self.sheet.column_dimensions[get_column_letter(number)].width = round(value, 1)
        for row, texts in self._texts.items():
            height = max(self._height(text) for text in texts)
            self.sheet.row_dimensions[row].height = round(min(height, _HIGHEST), 1)

    def forget(self) -> None:
        """Give up what it keeps of its texts; call it when the sheet is settled for good."""
        self._texts.clear()
        self._fitted.clear()

    def _height(self, text: "_Text") -> float:
        """The height that a text needs in its cell, in points."""
        size, wraps, wider = self._styles.measure(text.kind)
        lines = text.value.split("\n")
        if wraps:
            room = sum(self._widths.get(column, 8.4) for column in range(text.first, text.last + 1)) - 1.2
            count = sum(wrapped(line, room * _SIZE / size / wider) for line in lines)
        else:
            count = len(lines)
        return count * size * self._line_height + 4

    def _make_room(self, number: int, column: Column, value: Plain, kind: CellKind) -> None:
        """Widen a column to a value, once for each: tables say the same again and again."""
        if isinstance(value, Live):
            value = value.result
        elif isinstance(value, Rich):
            value = value.text
        if value is None or (number, value, kind) in self._fitted:
            return
        self._fitted.add((number, value, kind))
        self._fit(number, column, value)
        if isinstance(value, str):
            self._keep_words_whole(number, value, kind)

    def _fit(self, number: int, column: Column, value: Plain) -> None:
        """Widen a column to what it holds: up to its bound, but a date is shown whole or not at all."""
        if isinstance(value, date):
            self._widen(number, _DATE_WIDTH[self.words.language])
        else:
            self._widen(number, min(column.most, shown_width(value) + 2))

    def _keep_words_whole(self, number: int, text: str, kind: CellKind) -> None:
        """Widen a column so far that no word breaks in it, unless that is a very long one."""
        _, _, wider = self._styles.measure(kind)
        words = (word for word in text[:2000].split() if width(word) == len(word) <= _LONGEST_WORD)
        self._widen(number, max(map(len, words), default=0) * wider + 1.5)

    def _widen(self, column: int, to: float) -> None:
        self._widths[column] = max(self._widths.get(column, 0.0), to)

    def _cut_note(self, text: str) -> str:
        if len(text) <= SURELY_FITS:
            return ""
        return " " + self.words.text("[cut: the text has {n} characters]", n=len(text))


@lru_cache(maxsize=8192)
def width(text: str) -> float:
    """How wide a text is, in signs of the table's font; Chinese signs count twice."""
    if text.isascii():
        return float(len(text))
    return sum(2.0 if unicodedata.east_asian_width(sign) in "WF" else 1.0 for sign in text)


@lru_cache(maxsize=8192)
def wrapped(line: str, room: float) -> int:
    """On how many lines a text stands in a cell so wide; words break only where one is longer than a line."""
    lines, used = 1, 0.0
    for word in line.split(" "):
        length = width(word)
        if used and used + 1 + length > room and (length <= room or word.isascii()):
            lines, used = lines + 1, 0.0
        used += length + (1 if used else 0)
        if used > room:
            lines += math.ceil(used / room) - 1
            used %= room
    return lines


def shown_width(value: Plain) -> float:
    """How wide a value stands in its cell: the longest line of a text, a number with its separators."""
    if isinstance(value, str):
        return max(map(width, value[:2000].split("\n")), default=0.0)
    if isinstance(value, date):
        return 12.0
    return len(f"{value:,.3f}".rstrip("0")) if isinstance(value, int | float) else 0.0


def _column_of(anchor: str) -> int:
    from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

    return column_index_from_string(coordinate_from_string(anchor)[0])


_RIGHT = (Kind.FIGURE, Kind.DATE, Kind.RATE)
_HEADS = {Kind.SHORT: Kind.HEAD_MIDDLE, **dict.fromkeys(_RIGHT, Kind.HEAD_RIGHT)}


def _number_kind(value: float, kind: CellKind) -> CellKind:
    """The kind of a number: with as many decimals as it needs where its column holds plain figures."""
    if kind is Kind.SHORT and isinstance(value, int):
        return Kind.COUNT
    if kind not in (Kind.TEXT, Kind.SHORT, Kind.FIGURE):
        return kind
    for decimals, form in enumerate(NUMBERS):
        if math.isclose(round(value, decimals), value, rel_tol=1e-9, abs_tol=1e-12):
            return form
    return NUMBERS[2] if abs(value) >= 1 else NUMBERS[3]
