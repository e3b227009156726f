"""The floor of a start: a bare window with a table of 24 rows that ends at its first painting."""

import sys

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QTableView

_DISPLAY = Qt.ItemDataRole.DisplayRole


class Cells(QAbstractTableModel):
    """24 rows of 8 cells."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """Rows of the table."""
        return 0 if parent.isValid() else 24

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """Columns of the table."""
        return 0 if parent.isValid() else 8

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        """Text of a cell."""
        return f"{index.row()}:{index.column()}" if role == _DISPLAY else None


class EndAtPaint(QObject):
    """Ends the application when what it watches has been painted with rows in it."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__()
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Leave at the first painting."""
        if event.type() == QEvent.Type.Paint and self._view.model().rowCount():
            QTimer.singleShot(0, QApplication.quit)
        return False


def main() -> int:
    """Show the window until it is painted."""
    app = QApplication(sys.argv)
    window, view, model = QMainWindow(), QTableView(), Cells()
    view.setModel(model)
    end = EndAtPaint(view)
    end.setObjectName("end")
    window.setCentralWidget(view)
    window.resize(1440, 900)
    window.show()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
