"""The matrix of data with its counts above and what stands behind the current cell below."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.ui.review.boards.data_model import DataDelegate, DataModel
from customs_app.ui.review.boards.data_sheet import DataSheet
from customs_app.ui.session import Session
from customs_app.ui.widgets.country_header import CountryHeader
from customs_app.ui.widgets.frozen_table import FrozenTable
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import Rule, show_if
from customs_app.ui.widgets.tips import plain

_NAME, _COUNT, _LEAST, _MOST = 250, 66, 76, 150


class DataView(QWidget):
    """Its parts are named after it, for tests; `table` gets the focus.

    `moved` carries the (procedure id, step id) to which the current cell leads, or None; `opened` that of
    the cell on which Enter was pressed, or that was double clicked; `head_asked` the column of a head.
    """

    moved = Signal(object)
    opened = Signal(object)
    head_asked = Signal(int)

    def __init__(self, session: Session, name: str, *, told_height: int) -> None:
        super().__init__()
        text, palette = session.words.text, session.palette
        self._words = session.words
        self._sheet: DataSheet | None = None
        self.setObjectName(name)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lead, self.notes = wrapped(role="lead"), wrapped(role="second")
        self.lead.setObjectName(f"{name}_counts")
        self.notes.setObjectName(f"{name}_notes")
        self.model = DataModel(session.words, self)
        self.table = FrozenTable(session, f"{name}_matrix", text("Data elements and who asks for them"))
        self.header = CountryHeader(palette, self.table)
        self.header.setObjectName(f"{name}_header")
        self.table.setModel(self.model)
        self.table.set_headers(self.header, CountryHeader(palette, self.table.frozen))
        self.table.setItemDelegate(DataDelegate(palette, self.table, self.model))
        self.table.set_row_height(tokens.MATRIX_ROW)
        self.told_of_cell = wrapped(role="second")
        self.told_of_cell.setObjectName(f"{name}_told")
        self._lay_out(session, told_height)
        self.table.selectionModel().currentChanged.connect(self._on_cell)
        self.table.opened.connect(self._open)
        self.header.asked.connect(self.head_asked)

    def _lay_out(self, session: Session, told_height: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.lead, self.notes):
            label.setContentsMargins(12, 5, 12, 4)
            column.addWidget(label)
        told = QScrollArea(self)
        told.setObjectName(f"{self.objectName()}_told_area")
        told.setAccessibleName(self._words.text("What stands behind the cell"))
        told.setWidgetResizable(True)
        told.setFixedHeight(told_height)
        told.setProperty("surface", "panel")
        self.told_of_cell.setProperty("surface", "panel")
        self.told_of_cell.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told_of_cell.setContentsMargins(12, 6, 12, 6)
        told.setWidget(self.told_of_cell)
        column.addWidget(self.table, 1)
        column.addWidget(Rule(session.palette))
        column.addWidget(told)

    def show_sheet(self, sheet: DataSheet | None, row: int = 0, column: int = 0) -> None:
        """Show a sheet, a cell of it current; None where no form is known."""
        self._sheet = sheet
        self.model.show_sheet(sheet)
        show_if(self.table, sheet is not None)
        self.told_of_cell.setText("")
        if sheet is None:
            self.lead.setText(self._words.text("No document of this procedure has a known form."))
            self.notes.hide()
            return
        self.lead.setText(sheet.lead)
        self.notes.setText("\n".join(sheet.notes))
        self.notes.setToolTip(plain("\n".join(sheet.details)))
        show_if(self.notes, bool(sheet.notes))
        self._fit(sheet)
        self.table.setCurrentIndex(
            self.model.index(min(row, len(sheet.lines) - 1), min(column, len(sheet.heads)))
        )

    def open_current(self) -> None:
        """Open what the current cell leads to."""
        self._open(self.table.currentIndex())

    def _fit(self, sheet: DataSheet) -> None:
        self.table.set_width(0, _NAME)
        self.table.set_width(1, _COUNT)
        wide = max([_LEAST, *(self.header.needed(head) for head in sheet.heads[1:])])
        room = (self.table.viewport().width() - _NAME - _COUNT) // max(1, len(sheet.heads) - 1)
        for column in range(2, len(sheet.heads) + 1):
            self.table.set_width(column, max(min(wide, _MOST), min(room, _MOST)))

    def _on_cell(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.header.show_current(index.column())
        cell = self.model.cell(index)
        self.told_of_cell.setText(cell.tip if cell is not None else self._about(index))
        self.moved.emit(cell.place if cell is not None else None)

    def _about(self, index: QModelIndex) -> str:
        """What stands behind a name: the name, and what is to be known of all."""
        details = self._sheet.details if self._sheet is not None else ()
        return "\n".join((str(index.data() or ""), *details))

    def _open(self, index: QModelIndex) -> None:
        cell = self.model.cell(index)
        if cell is not None and cell.place is not None:
            self.opened.emit(cell.place)
