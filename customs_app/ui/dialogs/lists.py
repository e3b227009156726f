"""Dialogs that show a table: problems with what was given, the history of changes, keys of a view."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from customs_app.catalogue.results import Entry
from customs_app.domain.errors import Problem
from customs_app.figures import tokens
from customs_app.language.labels import delegation_name
from customs_app.language.numbers import day
from customs_app.language.words import N_
from customs_app.ui.session import Session
from customs_app.ui.widgets.copying import copy_cells
from customs_app.ui.widgets.delegates import CellDelegate
from customs_app.ui.widgets.tips import plain


class ListDialog(QDialog):
    """A sentence, a table of texts that can be copied, and Close."""

    def __init__(
        self, parent: QWidget, session: Session, name: str, *, title: str, sentence: str, heads: Sequence[str]
    ) -> None:
        super().__init__(parent)
        words, palette = session.words, session.palette
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.resize(820, 480)
        self.table = QTableWidget(0, len(heads))
        self.table.setObjectName(f"{name}_table")
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(tokens.ROW)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        self.table.setItemDelegate(CellDelegate(palette, self.table))
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setStretchLastSection(True)
        copy = QAction(words.text("Copy"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.triggered.connect(lambda: copy_cells(self.table))
        self.table.addAction(copy)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        label = QLabel(sentence)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setVisible(bool(sentence))
        column.addWidget(label)
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)

    def add(self, cells: Sequence[str]) -> None:
        """Add a row."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(plain(text))
            self.table.setItem(row, column, item)

    def fit(self) -> None:
        """Fit the columns to their texts, the last one to the rest."""
        header = self.table.horizontalHeader()
        self.table.resizeColumnsToContents()
        for column in range(self.table.columnCount() - 1):
            header.resizeSection(column, min(header.sectionSize(column) + 12, 320))
        header.setSectionResizeMode(self.table.columnCount() - 1, QHeaderView.ResizeMode.Stretch)


def problems_dialog(
    parent: QWidget, session: Session, sentence: str, problems: Sequence[Problem]
) -> ListDialog:
    """What is wrong with what was given: file, row, column, and what was expected."""
    words = session.words
    heads = [words.text(head) for head in (N_("File"), N_("Row"), N_("Column"), N_("Expected"))]
    dialog = ListDialog(
        parent, session, "problems", title=words.text("Problems"), sentence=sentence, heads=heads
    )
    for problem in problems:
        row = "" if problem.row is None else str(problem.row)
        dialog.add((problem.file, row, problem.column or "", words.say(problem.expected)))
    dialog.fit()
    return dialog


_STATES = {"done": N_("done"), "undone": N_("taken back"), "dropped": N_("taken back for good")}


def history_dialog(parent: QWidget, session: Session) -> ListDialog:
    """The journal: when, who, what; with a button that takes back the newest entry."""
    words = session.words
    heads = [words.text(head) for head in (N_("When"), N_("Who"), N_("State"), N_("What"))]
    sentence = words.text("The newest change stands first. Times are those of this machine.")
    dialog = ListDialog(
        parent, session, "history", title=words.text("History of changes"), sentence=sentence, heads=heads
    )
    undo = dialog.buttons.addButton(words.text("Undo"), QDialogButtonBox.ButtonRole.ActionRole)
    undo.setObjectName("history_undo")
    undo.clicked.connect(session.undo)

    def show(_changes: object = None) -> None:
        _show_history(dialog, session, undo)

    session.changed.connect(show)
    dialog.finished.connect(lambda: session.changed.disconnect(show))
    show()
    return dialog


def _show_history(dialog: ListDialog, session: Session, undo: QPushButton) -> None:
    dialog.table.setRowCount(0)
    for entry in session.catalogue.history():
        dialog.add(_history_cells(entry, session))
    dialog.fit()
    following = session.catalogue.next_undo()
    undo.setEnabled(following is not None)
    undo.setToolTip("" if following is None else plain(session.words.say(following)))


def _history_cells(entry: Entry, session: Session) -> Sequence[str]:
    words = session.words
    countries = session.catalogue.reference().countries
    delegation = delegation_name(entry.reviewer.delegation, countries, words)
    label = words.say(entry.label)
    if entry.kind == "undo":
        label = words.text("Undo: {change}", change=label)
    elif entry.kind == "redo":
        label = words.text("Redo: {change}", change=label)
    when = f"{day(_local(entry.at), words.language)} {_local(entry.at)[11:16]}"
    return when, f"{entry.reviewer.name} · {delegation}", words.text(_STATES[entry.state]), label


def _local(utc: str) -> str:
    return datetime.fromisoformat(utc).astimezone().isoformat()


def keys_dialog(parent: QWidget, session: Session, rows: Sequence[tuple[str, str]]) -> ListDialog:
    """The keys of the view that is open, and those of the whole window."""
    words = session.words
    heads = [words.text("Key"), words.text("What it does")]
    dialog = ListDialog(
        parent, session, "keys", title=words.text("Keys of this view"), sentence="", heads=heads
    )
    for key, does in rows:
        dialog.add((key, does))
    dialog.resize(560, 560)
    dialog.fit()
    return dialog
