"""Edits the cells of the steps table where they stand."""

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from customs_app.domain.errors import InputError
from customs_app.domain.text import Language
from customs_app.language.words import Words
from customs_app.ui.catalogue.cells import values_of
from customs_app.ui.catalogue.columns import Column, explained
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.catalogue.rows import StepRow
from customs_app.ui.catalogue.steps_model import ROW_ROLE
from customs_app.ui.widgets.small import take_any_length
from customs_app.ui.widgets.table import row_height
from customs_app.ui.widgets.tips import TipDelegate

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOSEN_FROM = {Column.AGENCY: "agency_id", Column.CHANNEL: "channel", Column.EVIDENCE: "evidence"}


class StepsDelegate(TipDelegate):
    """Editors of cells; `opened` gives the lists from which agencies are chosen. The view paints the rows."""

    def __init__(self, words: Words, view: QTreeView) -> None:
        super().__init__(view)
        self._words, self._view = words, view
        self.opened: OpenProcedure | None = None
        self._edited = QPersistentModelIndex()
        self._height = row_height(words.language)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows of one height."""
        return QSize(60, self._height)

    # -- editing in place

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line of text, or a list where there is a choice."""
        column = Column(index.column())
        self._edited = QPersistentModelIndex(index)
        editor: QWidget
        if column in _CHOSEN_FROM and self.opened is not None:
            editor = self._combo(parent, column)
        else:
            editor = take_any_length(QLineEdit(parent))
        editor.setObjectName("cell_editor")
        editor.setAccessibleName(explained(column, self._words))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Offer what the cell holds, once: what is typed since outlives a change by somebody else."""
        if editor.property("offered") is True:
            return
        editor.setProperty("offered", True)
        offered = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(offered)))
        elif isinstance(editor, QLineEdit):
            editor.setText(offered)
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Tell the model what was typed or chosen."""
        self._view.model().setData(index, self._typed(editor))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell; a list as wide as its names need."""
        rect = option.rect
        if isinstance(editor, QComboBox):
            rect.setWidth(max(rect.width(), 180))
            rect.moveRight(min(rect.right(), self._view.viewport().width() - 1))
        elif Column(index.column()) in (Column.TIME, Column.COST):
            rect.setLeft(min(rect.left(), rect.right() - 110))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What cannot be read stays in its cell, with the reason, until it is mended or given up by Esc."""
        leaves = event.type() is QEvent.Type.FocusOut or (
            event.type() is QEvent.Type.KeyPress
            and cast("QKeyEvent", event).key() in (*_ENTER, Qt.Key.Key_Tab)
        )
        if leaves and isinstance(watched, QLineEdit):
            wrong = self._wrong(watched)
            if wrong:
                at = watched.mapToGlobal(QPoint(0, watched.height()))
                from PySide6.QtWidgets import QToolTip  # noqa: PLC0415 - not at start

                QToolTip.showText(at, wrong, watched)
                watched.setAccessibleDescription(wrong)
                watched.setProperty("wrong", "true")
                return True
        return super().eventFilter(watched, event)

    def _combo(self, parent: QWidget, column: Column) -> QComboBox:
        from customs_app.ui.catalogue.step_form import choices  # noqa: PLC0415 - not at start

        editor = QComboBox(parent)
        if self.opened is not None:
            country = self.opened.full.procedure.country
            for code, name in choices(_CHOSEN_FROM[column], country, self.opened.reference, self._words):
                editor.addItem(name, code)
        editor.activated.connect(lambda _: self._commit(editor))
        return editor

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _typed(self, editor: QWidget) -> str:
        if isinstance(editor, QComboBox):
            return str(editor.currentData() or "")
        return editor.text() if isinstance(editor, QLineEdit) else ""

    def _wrong(self, editor: QLineEdit) -> str:
        row = self._edited.data(ROW_ROLE) if self._edited.isValid() else None
        if not isinstance(row, StepRow):
            return ""
        column = Column(self._edited.column())
        if column is Column.TITLE and not editor.text().strip() and self._words.language is Language.EN:
            return self._words.text("A step needs a title")
        try:
            values_of(row, column, editor.text(), self._words)
        except InputError as error:
            return self._words.say(error.message)
        return ""
