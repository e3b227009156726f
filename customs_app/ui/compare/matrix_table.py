"""The table of the matrix: Space chooses the column of a country."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from customs_app.ui.widgets.frozen_table import FrozenTable


class MatrixTable(FrozenTable):
    """`column_chosen` carries the column in which Space was pressed."""

    column_chosen = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses a column; all else is that of the table."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.column_chosen.emit(self.currentIndex().column())
        else:
            super().keyPressEvent(event)
