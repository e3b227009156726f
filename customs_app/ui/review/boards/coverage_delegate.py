"""Paints the coverage board: names with their signs, and figures with a bar of what is there."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from customs_app.analysis.board import Gap
from customs_app.figures.tokens import Palette, on_chosen
from customs_app.ui.review.boards.coverage_lines import Level, Line
from customs_app.ui.review.boards.coverage_model import NAME, CoverageModel
from customs_app.ui.widgets.frozen_table import FrozenTable
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.painting import (
    PADDING,
    Types,
    colour_of,
    paint_frame,
    paint_grid,
    paint_sign_icon,
)
from customs_app.ui.widgets.row_signs import MODE_ICONS
from customs_app.ui.widgets.tips import Index, TipDelegate

HEIGHT = 30
_BAR, _BELOW = 4, 4
_CHEVRON, _INDENT = 12, 26


class CoverageDelegate(TipDelegate):
    """The bar below a figure is full as far as steps have what the column asks for, and open where not."""

    def __init__(self, palette: Palette, view: FrozenTable, model: CoverageModel) -> None:
        super().__init__(view)
        self._colours, self._view, self._model = palette, view, model
        self._types = Types()

    def needed(self, line: Line, column: int) -> int:
        """The width in which a figure is whole."""
        return self._types.bold.width(self._model.text(line, column)) + 2 * PADDING + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line, column, rect = self._model.rows[index.row()], index.column(), option.rect
        current = self._view.currentIndex()
        here = current.row() == index.row() and current.column() == column
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        plain = self._colours.base if line.level is Level.PROCEDURE else self._colours.group
        ink = on_chosen(self._colours) if chosen else self._colours
        painter.save()
        painter.fillRect(rect, colour_of(self._colours.sel if chosen else plain))
        if column == NAME:
            self._name(painter, rect, line, ink)
        else:
            self._figure(painter, rect, line, column, ink)
        paint_grid(painter, rect, self._colours.line)
        if here:
            paint_frame(painter, rect, self._colours.accent, 2 if self._view.hasFocus() else 1)
        painter.restore()

    def _name(self, painter: QPainter, rect: QRect, line: Line, ink: Palette) -> None:
        x, middle = rect.x() + PADDING, rect.center().y() + 0.5
        font = self._types.plain
        if line.level is Level.COUNTRY:
            font = self._types.bold
            name = "chevron-right" if line.folded else "chevron-down"
            paint_sign_icon(painter, QPointF(x, middle), name, ink.text2, _CHEVRON)
            x += _CHEVRON + PADDING
            paint_badge(painter, QPointF(x, middle), line.key, self._colours)
            x += round(badge_width(line.key)) + PADDING
        elif line.level is Level.ALL:
            font = self._types.bold
        elif line.mode is not None:
            x += _INDENT
            paint_sign_icon(painter, QPointF(x, middle), MODE_ICONS[line.mode], ink.text2)
            x += 15 + PADDING
        font.draw(painter, x, middle, font.fitted(line.name, rect.right() - x - PADDING), ink.text)

    def _figure(self, painter: QPainter, rect: QRect, line: Line, column: int, ink: Palette) -> None:
        gap, text = self._model.gap(column), self._model.text(line, column)
        font = self._types.plain if line.level is Level.PROCEDURE else self._types.bold
        none = gap is not None and not line.lacking(gap)
        middle = rect.y() + (rect.height() - (_BAR + _BELOW if gap is not None else 0)) / 2
        colour = ink.text3 if none else ink.text
        font.draw(painter, rect.right() - PADDING - font.width(text), middle, text, colour)
        if gap is not None and line.steps:
            self._bar(painter, rect, line, gap, ink)

    def _bar(self, painter: QPainter, rect: QRect, line: Line, gap: Gap, ink: Palette) -> None:
        width = rect.width() - 2 * PADDING - 1
        box = QRect(rect.x() + PADDING, rect.bottom() - _BELOW - _BAR, width, _BAR)
        painter.setPen(colour_of(ink.ctl))
        painter.setBrush(colour_of(ink.base))
        painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
        there = width * (line.steps - line.lacking(gap)) / line.steps
        painter.fillRect(QRectF(box.x(), box.y(), there, _BAR), colour_of(ink.text2))
