"""The table of figures: as it is, to be, and what is saved, each with the strip of what is known."""

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QStyleOptionViewItem

from customs_app.figures import tokens
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import coverage_strip
from customs_app.figures.tokens import Palette
from customs_app.language.words import N_
from customs_app.ui.review.effect.figures import FigureCell, FigureRow
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import ink_palette, paint_focus, paint_ground
from customs_app.ui.widgets.painting import Type, Types
from customs_app.ui.widgets.rows import Index, RowsModel, RowsTable
from customs_app.ui.widgets.tips import PADDING, TipDelegate

FIGURE, AS_IS, TO_BE, SAVING = range(4)
_ROW, _STRIP, _WIDEST = 36, 9, 280
_FIGURE_WIDTH, _LEAST = 190, 120


class FiguresModel(RowsModel[FigureRow]):
    """One row a figure."""

    heads = (N_("Figure"), N_("As it is"), N_("To be"), N_("Saving"))
    figures = frozenset({AS_IS, TO_BE, SAVING})
    head_tips = {  # noqa: RUF012 - never changed
        AS_IS: N_("Full cell: own value, hatched: inside an aggregate, outline: unknown; one cell a step"),
        TO_BE: N_("Full cell: own value, hatched: inside an aggregate, outline: unknown; one cell a step"),
        SAVING: N_("≥ where more may be saved than is known; ? where nothing of it is known"),
    }

    def text(self, row: FigureRow, column: int) -> str:
        """What a cell shows."""
        title = f"{row.title}, {row.unit}" if row.unit else row.title
        return (title, row.as_is.text, row.to_be.text, row.saving)[column]

    def tip(self, row: FigureRow, column: int) -> str:
        """How many steps have a value, and what else is to be said."""
        cell = {AS_IS: row.as_is, TO_BE: row.to_be}.get(column)
        lines = [self.spoken(row, column), row.tip]
        if cell is not None and cell.known:
            lines.append(self.words.text("{known} steps have a value", known=cell.known))
        return "\n".join(filter(None, lines))

    def spoken(self, row: FigureRow, column: int) -> str:
        """The figure in words."""
        text = self.text(row, column)
        said = self.words.text("unknown") if text == UNKNOWN else text
        return said if column == FIGURE else self.words.named(row.title, said)


class FiguresTable(RowsTable[FigureRow]):
    """As high as its rows."""

    def __init__(self, session: Session, model: FiguresModel) -> None:
        says = session.words.text("Figures as they are and as they would be")
        widths = {FIGURE: _FIGURE_WIDTH}
        super().__init__(session, model, "effect_figures", says, stretch=FIGURE, widths=widths)
        self._delegate = _FiguresDelegate(session.palette, self)
        self.setItemDelegate(self._delegate)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(FIGURE, QHeaderView.ResizeMode.Fixed)
        for column in (AS_IS, TO_BE, SAVING):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_figures(self, rows: tuple[FigureRow, ...]) -> None:
        """Show these figures; the current one stays current."""
        self.show_rows(rows, _title)
        self._fit()
        self.setFixedHeight(tokens.HEADER + _ROW * len(rows) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A quarter for the names, more where one would be cut; the others share the rest alike."""
        needed = max(map(self._delegate.needed, self.rows_model.rows), default=0)
        quarter = self.viewport().width() // 4
        self.horizontalHeader().resizeSection(FIGURE, max(quarter, min(needed, _WIDEST)))


class _FiguresDelegate(TipDelegate):
    def __init__(self, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self._colours, self._types = palette, Types()

    def needed(self, row: FigureRow) -> int:
        """In which width the name of a figure is whole."""
        unit = self._types.small.width(row.unit) + PADDING if row.unit else 0
        return (self._types.bold if row.lead else self._types.plain).width(row.title) + unit + 4 * PADDING + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell: the figure at the right, below it what is known."""
        table = self.parent()
        rows = table.rows_model.rows if isinstance(table, FiguresTable) else ()
        row, column, box = rows[index.row()], index.column(), option.rect
        painter.save()
        paint_ground(painter, option, self._colours)
        ink = ink_palette(option, self._colours)
        font = self._types.bold if row.lead else self._types.plain
        if column in (AS_IS, TO_BE):
            self._figure(painter, box, row.as_is if column == AS_IS else row.to_be, font, ink)
        elif column == SAVING:
            colour = ink.text3 if row.nothing or row.saving == UNKNOWN else ink.warn if row.loss else ink.good
            _right(painter, box, row.saving, self._types.bold, colour)
        else:
            self._title(painter, box, row, font, ink)
        paint_focus(painter, option, self._colours)
        painter.restore()

    def _title(self, painter: QPainter, box: QRect, row: FigureRow, font: Type, ink: Palette) -> None:
        x, middle = box.x() + PADDING * 2, box.center().y() + 0.5
        room = box.right() - x - PADDING
        unit = self._types.small
        if row.unit:
            room -= unit.width(row.unit) + PADDING
            _right(painter, box, row.unit, unit, ink.text3)
        font.draw(painter, x, middle, font.fitted(row.title, room), ink.text)

    def _figure(self, painter: QPainter, box: QRect, cell: FigureCell, font: Type, ink: Palette) -> None:
        colour = ink.text3 if cell.text == UNKNOWN else ink.text
        if not cell.covered:
            _right(painter, box, cell.text, font, colour)
            return
        above = box.adjusted(0, 0, 0, -_STRIP)
        _right(painter, above, cell.text, font, colour)
        self._types.small.draw(painter, box.x() + PADDING, above.center().y() + 1, cell.known, ink.text3)
        strip = coverage_strip(cell.covered, ink, cell.known)
        width = min(strip.width, box.width() - 2 * PADDING - 1.0)
        painter.save()
        painter.translate(box.right() - PADDING - width, box.bottom() - _STRIP - 3)
        painter.scale(width / strip.width, 1)
        paint(painter, QRectF(0, 0, strip.width, strip.height), strip)
        painter.restore()


def _right(painter: QPainter, box: QRect, text: str, font: Type, colour: str) -> None:
    """A text at the right of a box, in the middle of its height."""
    shown = font.fitted(text, box.width() - 2 * PADDING)
    middle = box.y() + box.height() / 2 + 0.5
    font.draw(painter, box.right() - PADDING - font.width(shown), middle, shown, colour)


def _title(row: FigureRow) -> str:
    return row.title
