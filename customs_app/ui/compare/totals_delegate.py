"""Paints the totals below the matrix."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.tokens import Palette
from customs_app.ui.compare.totals_model import TotalsModel
from customs_app.ui.compare.totals_rows import TotalRow, Weight
from customs_app.ui.widgets.frozen_table import FrozenTable
from customs_app.ui.widgets.painting import (
    PADDING,
    Type,
    Types,
    colour_of,
    new_picture,
    paint_frame,
    paint_grid,
)
from customs_app.ui.widgets.tips import TipDelegate

Index = QModelIndex | QPersistentModelIndex
_INDENT = 12
_LINE = 16
_SPARE = 7
_MOST_PICTURES = 600


class TotalsDelegate(TipDelegate):
    """Figures at the right of their cells, one line a currency."""

    def __init__(self, palette: Palette, view: FrozenTable, model: TotalsModel) -> None:
        super().__init__(view)
        self._colours, self._view, self._model = palette, view, model
        self._types = Types()
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    @staticmethod
    def height(row: TotalRow) -> int:
        """The height of a row."""
        return row.high * _LINE + _SPARE

    def needed(self, row: TotalRow, place: int) -> int:
        """The width in which a total is whole."""
        font = self._font(row)
        return max(font.width(line) for line in row.cells[place].lines) + 2 * PADDING + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row, column, rect = self._model.rows[index.row()], index.column(), option.rect
        colours = self._colours
        current = self._view.currentIndex()
        here = current.row() == index.row() and current.column() == column and self._view.hasFocus()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus() and not here
        size = (rect.width(), rect.height(), painter.device().devicePixelRatioF())
        key = (row.key, column, index.data(), chosen, *size)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) > _MOST_PICTURES:
                self._pictures.clear()
            picture = self._pictures[key] = new_picture(painter, rect)
            inner = QPainter(picture)
            self._cell(inner, QRect(0, 0, rect.width(), rect.height()), row, column, chosen=chosen)
            inner.end()
        painter.drawPixmap(rect.topLeft(), picture)
        if here:
            paint_frame(painter, rect, colours.accent, 2)

    def _cell(self, painter: QPainter, rect: QRect, row: TotalRow, column: int, *, chosen: bool) -> None:
        colours = self._colours
        painter.fillRect(rect, colour_of(colours.sel if chosen else colours.panel))
        soft = colours.on_sel if chosen else colours.text2
        if column == 0:
            self._title(painter, rect, row, colours.on_sel if chosen else "")
        elif column == len(self._model.heads) - 1:
            font = self._types.small
            x = rect.x() + (rect.width() - font.width(row.unit)) / 2
            font.draw(painter, x, rect.y() + rect.height() / 2, row.unit, soft)
        else:
            ink = colours.on_sel if chosen else colours.text2 if row.weight is Weight.SUB else colours.text
            self._lines(painter, rect, row, row.cells[column - 1].lines, ink)
        paint_grid(painter, rect, colours.line)

    def _font(self, row: TotalRow) -> Type:
        return self._types.bold if row.weight is Weight.LEAD else self._types.plain

    def _title(self, painter: QPainter, rect: QRect, row: TotalRow, chosen: str) -> None:
        colours = self._colours
        sub = row.weight is Weight.SUB
        x = rect.x() + PADDING + (_INDENT if sub else 0)
        font, room = self._font(row), rect.right() - x - PADDING
        lines = [(row.title, font, colours.text2 if sub else colours.text)]
        if row.below:
            lines.append((row.below, self._types.small, colours.text2))
        middle = rect.y() + rect.height() / 2 - _LINE * (len(lines) - 1) / 2
        for place, (text, own, ink) in enumerate(lines):
            own.draw(painter, x, middle + place * _LINE, own.fitted(text, room), chosen or ink)

    def _lines(self, painter: QPainter, rect: QRect, row: TotalRow, lines: tuple[str, ...], ink: str) -> None:
        font = self._font(row)
        middle = rect.y() + rect.height() / 2 - _LINE * (len(lines) - 1) / 2
        for place, text in enumerate(lines):
            faint = text == UNKNOWN and ink == self._colours.text
            x = rect.right() - PADDING - font.width(text)
            colour = self._colours.text3 if faint else ink
            font.draw(painter, x, middle + place * _LINE, text, colour)
