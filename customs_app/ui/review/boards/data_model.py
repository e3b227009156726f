"""The matrix of data as a Qt model, and how its cells are painted."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from customs_app.figures.tokens import Palette, on_chosen
from customs_app.language.words import Words
from customs_app.ui.review.boards.data_sheet import DataCell, DataLine, DataSheet
from customs_app.ui.widgets.country_header import HEAD_ROLE, Head
from customs_app.ui.widgets.frozen_table import FrozenTable
from customs_app.ui.widgets.painting import PADDING, Types, colour_of, paint_frame, paint_grid
from customs_app.ui.widgets.tips import TipDelegate, plain

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_DISPLAY, _TIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)


class DataModel(QAbstractTableModel):
    """Column 0 names the data element, then comes how often it is asked for, then who asks."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.heads: tuple[Head, ...] = ()
        self.lines: tuple[DataLine, ...] = ()

    def show_sheet(self, sheet: DataSheet | None) -> None:
        """Show a sheet, or nothing."""
        self.beginResetModel()
        self.heads = () if sheet is None else (Head(sheet.first), *sheet.heads)
        self.lines = () if sheet is None else sheet.lines
        self.endResetModel()

    def cell(self, index: Index) -> DataCell | None:
        """What a cell right of the names holds."""
        if not index.isValid() or index.column() == 0:
            return None
        return self.lines[index.row()].cells[index.column() - 1]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The name, how often, and who."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Name, tooltip, spoken text and the Head of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        head = self.heads[section]
        texts = {
            HEAD_ROLE: head,
            _DISPLAY: f"{head.iso2} {head.title}" if head.iso2 else head.title,
            _TIP: plain(head.tip or head.title),
            _SPOKEN: f"{head.title}, {head.variant}" if head.variant else head.title,
        }
        return texts.get(role)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Text, tooltip and spoken text of a cell."""
        if not index.isValid() or role not in (_DISPLAY, _TIP, _SPOKEN):
            return None
        line, cell = self.lines[index.row()], self.cell(index)
        if cell is None:
            return line.tip if role == _TIP else line.title
        if role == _DISPLAY:
            return cell.text
        if role == _TIP:
            return plain(cell.tip) if cell.tip else None
        said = cell.text or self._words.text("not asked for")
        return f"{line.title}, {self.heads[index.column()].title}: {said}"


class DataDelegate(TipDelegate):
    """Texts in the middle of their cells, names at the left; sums on the ground of groups."""

    def __init__(self, palette: Palette, view: FrozenTable, model: DataModel) -> None:
        super().__init__(view)
        self._colours, self._view, self._model = palette, view, model
        self._types = Types()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line, rect, colours = self._model.lines[index.row()], option.rect, self._colours
        current = self._view.currentIndex()
        here = (current.row(), current.column()) == (index.row(), index.column())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = colours.sel if chosen else colours.group if line.is_sum else colours.base
        ink = on_chosen(colours) if chosen else colours
        painter.save()
        painter.fillRect(rect, colour_of(ground))
        font = self._types.bold if line.is_sum or index.column() == 1 else self._types.plain
        text = font.fitted(str(index.data()), rect.width() - 2 * PADDING)
        x = rect.x() + PADDING
        if index.column():
            x = round(rect.x() + (rect.width() - font.width(text)) / 2)
        font.draw(painter, x, rect.center().y() + 0.5, text, ink.text)
        paint_grid(painter, rect, colours.line)
        if here:
            paint_frame(painter, rect, colours.accent, 2 if self._view.hasFocus() else 1)
        painter.restore()
