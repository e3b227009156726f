"""Copies cells of a table to the clipboard as text that a spreadsheet takes as cells."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView, QTreeView


def cells_as_text(view: QTableView | QTreeView) -> str:
    """The chosen cells with their headers, columns apart by tabs, rows by line ends; "" where none is.

    Hidden columns stay out. A cell whose text has tabs, line ends or quotes is quoted, as a
    spreadsheet does it.
    """
    model, chosen = view.model(), view.selectionModel()
    if not chosen.hasSelection():
        return ""
    hidden = view.isColumnHidden
    indexes = [index for index in chosen.selectedIndexes() if not hidden(index.column())]
    header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
    columns = sorted({index.column() for index in indexes}, key=header.visualIndex)
    rows: dict[tuple[int, ...], dict[int, str]] = {}
    for index in indexes:
        path: list[int] = []
        place = index
        while place.isValid():
            path.insert(0, place.row())
            place = place.parent()
        rows.setdefault(tuple(path), {})[index.column()] = _text(index.data(COPY_ROLE) or index.data())
    horizontal = Qt.Orientation.Horizontal
    lines = ["\t".join(_quoted(_text(model.headerData(column, horizontal))) for column in columns)]
    lines += [
        "\t".join(_quoted(cells.get(column, "")) for column in columns) for _, cells in sorted(rows.items())
    ]
    return "\n".join(lines) + "\n"


# A model may give under this role what a cell copies, where that is another text than it shows.
COPY_ROLE = Qt.ItemDataRole.UserRole + 77


def copy_cells(view: QTableView | QTreeView) -> None:
    """Put the chosen cells with their headers on the clipboard."""
    text = cells_as_text(view)
    if text:
        QGuiApplication.clipboard().setText(text)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _quoted(text: str) -> str:
    if any(character in text for character in '\t\r\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text
