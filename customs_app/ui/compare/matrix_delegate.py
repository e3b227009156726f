"""Paints the cells of the matrix: names, stages, and through their painters activities and steps."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from customs_app.analysis.heat import Measure
from customs_app.domain.text import Language
from customs_app.figures.figure_text import ABSENT
from customs_app.figures.tokens import MATRIX_ROW, Palette
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.compare.cell_painter import CellPainter
from customs_app.ui.compare.colouring import Colouring
from customs_app.ui.compare.lines import ActivityLine, Line, StageLine, StepLine
from customs_app.ui.compare.matrix_model import MatrixModel, key_of
from customs_app.ui.compare.step_painter import StepPainter
from customs_app.ui.widgets.frozen_table import FrozenTable
from customs_app.ui.widgets.painting import (
    BAR,
    PADDING,
    Types,
    colour_of,
    new_picture,
    paint_frame,
    paint_grid,
    paint_sign_icon,
    paint_tag,
    tag_width,
)
from customs_app.ui.widgets.tips import TipDelegate

Index = QModelIndex | QPersistentModelIndex
Flash = frozenset[tuple[str, str]]
_GAP = 4
_SELECTED = QStyle.StateFlag.State_Selected
_CHEVRON = 10
_INDENT = 17
_MOST_PICTURES = 1500


class MatrixDelegate(TipDelegate):
    """`flashed` holds (line, country) of cells to be seen; `turned` has the row whose chevron is clicked."""

    turned = Signal(int)

    def __init__(self, palette: Palette, words: Words, view: FrozenTable, model: MatrixModel) -> None:
        super().__init__(view)
        self._colours, self._words, self._view, self._model = palette, words, view, model
        self._types = Types()
        self._cells = CellPainter(palette, words, self._types)
        self._steps = StepPainter(palette, words, self._types)
        self.flashed: Flash = frozenset()
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    @property
    def colouring(self) -> Colouring:
        """What the tints mean."""
        return self._cells.colouring

    def show_meaning(self, colouring: Colouring, measure: Measure) -> None:
        """Say what the tints mean, and which figure the cells have."""
        self._cells.colouring, self._cells.measure = colouring, measure

    def height(self, line: Line) -> int:
        """The height of a line."""
        return self._steps.height if isinstance(line, StepLine) else MATRIX_ROW

    def needed(self, line: Line, place: int) -> int:
        """The width in which nothing of a country's cell is cut but the title of a step."""
        if isinstance(line, ActivityLine):
            return self._cells.needed(line.looks[place])
        look = line.looks[place] if isinstance(line, StepLine) else None
        return self._steps.needed(look) if look is not None else 0

    def needed_first(self, line: ActivityLine) -> int:
        """The width in which the name of an activity is whole."""
        name = line.row.activity.name[self._words.language]
        return self._types.plain.width(name) + BAR + _INDENT + PADDING

    def editorEvent(  # noqa: D102 - Qt's own
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            line = self._model.lines[index.row()] if index.isValid() else None
            at = event.position().x() - option.rect.x()
            folds = isinstance(line, StageLine | ActivityLine) and index.column() == 0
            if folds and at < BAR + _INDENT + 4 and event.button() is Qt.MouseButton.LeftButton:
                self.turned.emit(index.row())
                return True
        return super().editorEvent(event, model, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line, column, rect = self._model.lines[index.row()], index.column(), option.rect
        current = self._view.currentIndex()
        here = current.row() == index.row() and current.column() == column
        chosen = bool(option.state & _SELECTED) and not here
        last = len(self._model.heads) - 1
        if isinstance(line, StageLine):
            self._stage(painter, rect, line, column, chosen=chosen)
        elif 0 < column < last:
            self._cell(painter, rect, line, column - 1, chosen=chosen)
        elif column == 0:
            self._first(painter, rect, line, chosen=chosen)
        else:
            self._have(painter, rect, line, chosen=chosen)
        if isinstance(line, StageLine) or not 0 < column < last:
            paint_grid(painter, rect, self._colours.line)
        if column == 0:
            colour = colour_of(self._colours.stage[line.stage])
            painter.fillRect(rect.x(), rect.y(), BAR, rect.height(), colour)
        self._frames(painter, rect, line, column, here=here)

    def _frames(self, painter: QPainter, rect: QRect, line: Line, column: int, *, here: bool) -> None:
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

    def _first(self, painter: QPainter, rect: QRect, line: ActivityLine | StepLine, *, chosen: bool) -> None:
        colours, types = self._colours, self._types
        if isinstance(line, StepLine):
            painter.fillRect(rect, colour_of(colours.sel if chosen else colours.panel))
            ink = colours.on_sel if chosen else colours.text2
            place = self._model.place_text(line)
            types.small.draw(painter, rect.x() + BAR + _INDENT + 12, rect.y() + _GAP + 8, place, ink)
            return
        painter.fillRect(rect, colour_of(colours.sel if chosen else colours.base))
        shown = line.row.activity.name.shown(self._words.language)
        x, middle = rect.x() + BAR + _INDENT, rect.y() + rect.height() / 2
        picture = "chevron-down" if line.opened else "chevron-right"
        soft = colours.on_sel if chosen else colours.text3
        paint_sign_icon(painter, QPointF(x - _CHEVRON - 3, middle), picture, soft, _CHEVRON)
        right = rect.right() - PADDING
        if shown.language is not self._words.language:
            tag = Language.EN.upper()
            right -= tag_width(tag, types.caption)
            at = QPointF(right, middle)
            paint_tag(painter, at, tag, types.caption, inside=colours.text2, line=colours.line2)
            right -= _GAP
        text = types.plain.fitted(shown.text, right - x)
        types.plain.draw(painter, x, middle, text, colours.on_sel if chosen else colours.text)

    def _have(self, painter: QPainter, rect: QRect, line: ActivityLine | StepLine, *, chosen: bool) -> None:
        colours, text = self._colours, self._model.have_text(line)
        step = isinstance(line, StepLine)
        only = line.row.have == 1 and not step
        own = colours.panel if step else colours.base
        painter.fillRect(rect, colour_of(colours.sel if chosen else own))
        font = self._types.small_bold if only else self._types.small
        ink = colours.on_sel if chosen else colours.warn if only else colours.text2
        x = rect.x() + (rect.width() - font.width(text)) / 2
        font.draw(painter, x, rect.y() + rect.height() / 2, text, ink)

    def _cell(
        self, painter: QPainter, rect: QRect, line: ActivityLine | StepLine, place: int, *, chosen: bool
    ) -> None:
        """Paint a cell as a picture: cells that look alike share one, which is painted once."""
        inside = QRect(0, 0, rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        own = self._key(line, place)
        key = (*own, chosen, rect.width(), rect.height(), ratio)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) > _MOST_PICTURES:
                self._pictures.clear()
            picture = self._pictures[key] = new_picture(painter, rect)
            inner = QPainter(picture)
            if isinstance(line, StepLine):
                self._steps.paint(inner, inside, line.looks[place], chosen=chosen)
            else:
                self._cells.paint(inner, inside, line.looks[place], chosen=chosen)
            inner.end()
        painter.drawPixmap(rect.topLeft(), picture)

    def _key(self, line: ActivityLine | StepLine, place: int) -> tuple[object, ...]:
        if isinstance(line, StepLine):
            step = line.looks[place]
            return self._steps.key(step) if step is not None else ()
        return self._cells.key(line.looks[place])
