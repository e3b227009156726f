"""Paints the cells of the matrix: icon, number of steps, `if`, mark, figure, and the tint below them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from customs_app.domain.text import Language
from customs_app.figures.figure_text import ABSENT, UNKNOWN
from customs_app.figures.icon_shapes import CHANNEL_ICONS
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.compare.cells import CellLook
from customs_app.ui.compare.colouring import Colouring, ground
from customs_app.ui.compare.figure import Figure
from customs_app.ui.compare.lines import ActivityLine, StageLine
from customs_app.ui.compare.matrix_model import MatrixModel, key_of
from customs_app.ui.widgets.frozen_table import FrozenTable
from customs_app.ui.widgets.painting import (
    BAR,
    ICON,
    PADDING,
    SIGN,
    Types,
    colour_of,
    new_picture,
    paint_frame,
    paint_grid,
    paint_mark,
    paint_sign_icon,
    paint_tag,
    tag_width,
)
from customs_app.ui.widgets.tips import TipDelegate

Index = QModelIndex | QPersistentModelIndex
Flash = frozenset[tuple[str, str]]
_GAP = 4
_SELECTED = QStyle.StateFlag.State_Selected
_INDENT = 12
_MOST_PICTURES = 1500


class MatrixDelegate(TipDelegate):
    """`colouring` says what the tints mean, `figure` which figure the looks have.

    `flashed` holds (line, country) of cells to be seen.
    """

    def __init__(self, palette: Palette, words: Words, view: FrozenTable, model: MatrixModel) -> None:
        super().__init__(view)
        self._colours, self._words, self._view, self._model = palette, words, view, model
        self._types = Types()
        self._if = words.text("if")
        self.colouring = Colouring.CHANNEL
        self.figure = Figure.TIME
        self.flashed: Flash = frozenset()
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def needed(self, look: CellLook) -> int:
        """The width in which nothing of a cell is cut."""
        if look.absent:
            return 0
        types = self._types
        width = ICON + _GAP + types.plain.width(self._figure(look)) + 2 * PADDING + _GAP
        if look.count:
            width += types.small.width(look.count) + _GAP
        if look.conditional:
            width += tag_width(self._if, types.caption) + _GAP
        if look.mark is not None:
            width += SIGN + _GAP + (types.small.width(f"+{look.marks - 1}") if look.marks > 1 else 0)
        if self._speed(look) and self.figure is not Figure.TIME:
            width += types.small.width(self._speed(look)) + _GAP
        return width + 1

    def needed_first(self, line: ActivityLine) -> int:
        """The width in which the name of an activity is whole."""
        name = line.row.activity.name[self._words.language]
        return self._types.plain.width(name) + BAR + _INDENT + PADDING

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line, column, rect = self._model.lines[index.row()], index.column(), option.rect
        current = self._view.currentIndex()
        here = current.row() == index.row() and current.column() == column
        chosen = bool(option.state & _SELECTED) and not here
        last = len(self._model.heads) - 1
        if isinstance(line, ActivityLine):
            if 0 < column < last:
                self._cell(painter, rect, line.looks[column - 1], chosen=chosen)
            elif column == 0:
                self._name(painter, rect, line, chosen=chosen)
            else:
                self._have(painter, rect, line, chosen=chosen)
        else:
            self._stage(painter, rect, line, column, chosen=chosen)
        if isinstance(line, StageLine) or not 0 < column < last:
            paint_grid(painter, rect, self._colours.line)
        if column == 0:
            colour = colour_of(self._colours.stage[line.stage])
            painter.fillRect(rect.x(), rect.y(), BAR, rect.height(), colour)
        self._frames(painter, rect, line, column, here=here)

    def _frames(self, painter: QPainter, rect: QRect, line: object, column: int, *, here: bool) -> None:
        colours = self._colours
        if isinstance(line, ActivityLine) and 0 < column < len(self._model.heads) - 1:
            if line.looks[column - 1].only:
                paint_frame(painter, rect, colours.warn, 1)
            if self.flashed and (key_of(line), self._model.country(column)) in self.flashed:
                paint_frame(painter, rect, colours.accent, 3)
        if here:
            paint_frame(painter, rect, colours.accent, 2)

    def _stage(self, painter: QPainter, rect: QRect, line: StageLine, column: int, *, chosen: bool) -> None:
        colours, types = self._colours, self._types
        painter.fillRect(rect, colour_of(colours.sel if chosen else colours.group))
        middle = rect.y() + rect.height() / 2
        soft = colours.on_sel if chosen else colours.text3
        if column == 0:
            x = rect.x() + BAR + PADDING
            picture = "chevron-right" if line.folded else "chevron-down"
            paint_sign_icon(painter, QPointF(x, middle), picture, soft, 12)
            name = label(line.stage, self._words)
            ink = colours.on_sel if chosen else colours.text2
            types.small_bold.draw(painter, x + 17, middle, name, ink)
            x += 17 + types.small_bold.width(name) + 6
            count = types.small.fitted(self._model.stage_text(line), rect.right() - x - PADDING)
            types.small.draw(painter, x, middle, count, soft)
            return
        last = column == len(self._model.heads) - 1
        steps = 0 if last else line.steps[column - 1]
        text = self._words.text("steps") if last else str(steps) if steps else ABSENT
        font = types.small_bold if steps else types.small
        ink = colours.on_sel if chosen else colours.text2 if steps else colours.text3
        font.draw(painter, rect.x() + (rect.width() - font.width(text)) / 2, middle, text, ink)

    def _name(self, painter: QPainter, rect: QRect, line: ActivityLine, *, chosen: bool) -> None:
        colours, types = self._colours, self._types
        painter.fillRect(rect, colour_of(colours.sel if chosen else colours.base))
        shown = line.row.activity.name.shown(self._words.language)
        x, middle = rect.x() + BAR + _INDENT, rect.y() + rect.height() / 2
        right = rect.right() - PADDING
        if shown.language is not self._words.language:
            tag = Language.EN.upper()
            right -= tag_width(tag, types.caption)
            at = QPointF(right, middle)
            paint_tag(painter, at, tag, types.caption, inside=colours.text2, line=colours.line2)
            right -= _GAP
        text = types.plain.fitted(shown.text, right - x)
        types.plain.draw(painter, x, middle, text, colours.on_sel if chosen else colours.text)

    def _have(self, painter: QPainter, rect: QRect, line: ActivityLine, *, chosen: bool) -> None:
        colours = self._colours
        only = line.row.have == 1
        painter.fillRect(rect, colour_of(colours.sel if chosen else colours.base))
        font = self._types.small_bold if only else self._types.small
        ink = colours.on_sel if chosen else colours.warn if only else colours.text2
        text = self._model.have_text(line)
        x = rect.x() + (rect.width() - font.width(text)) / 2
        font.draw(painter, x, rect.y() + rect.height() / 2, text, ink)

    def _cell(self, painter: QPainter, rect: QRect, look: CellLook, *, chosen: bool) -> None:
        """Paint a cell as a picture: cells that look alike share one, which is painted once."""
        mark = (look.mark.verdict, bool(look.mark.stale), look.marks) if look.mark is not None else None
        key = (
            *(look.text, look.channel, look.count, look.conditional, look.speed, mark),
            *(
                chosen,
                self.colouring,
                self.figure,
                rect.width(),
                rect.height(),
                painter.device().devicePixelRatioF(),
            ),
        )
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) > _MOST_PICTURES:
                self._pictures.clear()
            picture = self._pictures[key] = new_picture(painter, rect)
            inner = QPainter(picture)
            self._look(inner, QRect(0, 0, rect.width(), rect.height()), look, chosen=chosen)
            inner.end()
        painter.drawPixmap(rect.topLeft(), picture)

    def _look(self, painter: QPainter, rect: QRect, look: CellLook, *, chosen: bool) -> None:
        colours, types = self._colours, self._types
        tint = ground(look.channel, look.speed, self.colouring, colours)
        painter.fillRect(rect, colour_of(colours.sel if chosen else tint or colours.base))
        paint_grid(painter, rect, colours.line)
        middle = rect.y() + rect.height() / 2
        if look.absent:
            ink = colours.on_sel if chosen else colours.text3
            x = rect.x() + (rect.width() - types.plain.width(ABSENT)) / 2
            types.plain.draw(painter, x, middle, ABSENT, ink)
            return
        ink = colours.on_sel if chosen else colours.text
        soft = colours.on_sel if chosen else colours.text if tint else colours.text2
        self._signs(painter, rect.x() + PADDING, middle, look, soft)
        text = self._figure(look)
        faint = text == UNKNOWN and not chosen and not tint
        x = rect.right() - PADDING - types.plain.width(text)
        types.plain.draw(painter, x, middle, text, colours.text3 if faint else ink)

    def _signs(self, painter: QPainter, x: float, middle: float, look: CellLook, ink: str) -> None:
        types, colours = self._types, self._colours
        if look.channel is None:
            types.plain.draw(painter, x + 4, middle, UNKNOWN, ink)
        else:
            paint_sign_icon(painter, QPointF(x, middle), CHANNEL_ICONS[look.channel], ink)
        x += ICON + _GAP
        if self._speed(look) and self.figure is not Figure.TIME:
            types.small.draw(painter, x, middle, self._speed(look), ink)
            x += types.small.width(self._speed(look)) + _GAP
        if look.count:
            types.small.draw(painter, x, middle, look.count, ink)
            x += types.small.width(look.count) + _GAP
        if look.conditional:
            line = colours.ctl if ink != colours.on_sel or not colours.outlined else ink
            paint_tag(painter, QPointF(x, middle), self._if, types.caption, inside=ink, line=line)
            x += tag_width(self._if, types.caption) + _GAP
        if look.mark is not None:
            paint_mark(painter, QPointF(x, middle), look.mark, colours, self._words)
            if look.marks > 1:
                types.small.draw(painter, x + SIGN + 1, middle, f"+{look.marks - 1}", ink)

    def _figure(self, look: CellLook) -> str:
        """The figure; the sign of a time against its row stands at the time, never at a cost."""
        speed = self._speed(look) if self.figure is Figure.TIME else ""
        return f"{speed} {look.text}" if speed else look.text

    def _speed(self, look: CellLook) -> str:
        return look.speed if self.colouring is Colouring.TIME and look.speed is not None else ""
