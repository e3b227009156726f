"""A part of the proposal that is a table: a band, the rows, or a sentence where there are none."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.rows import RowsTable


class TablePage(QWidget):
    """Shows rows in its table, with how many there are in the band."""

    def __init__(self, session: Session, title: str, table: RowsTable[Any], none: str) -> None:
        super().__init__()
        self.words, self.table = session.words, table
        self.band = Band(session, title)
        self._stack = QStackedWidget()
        self._none = EmptyState(none)
        for widget in (table, self._none):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self._stack, 1)

    def show_rows(self, rows: Sequence[Any], same: Callable[[Any], object], note: str = "") -> None:
        """Show rows; the current one stays where one is the `same`."""
        self.table.show_rows(rows, same)
        self.band.set_note(note or (str(len(rows)) if rows else ""))
        self._stack.setCurrentWidget(self.table if rows else self._none)

    def put_beside(self, widget: QWidget) -> None:
        """Put something at the right end of the band."""
        row = self.band.layout()
        if row is not None:
            row.addWidget(widget)
