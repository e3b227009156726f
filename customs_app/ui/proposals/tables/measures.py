"""The measures of a proposal in their order, and those that are left out of it."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from customs_app.analysis.dossier.result import Dossier, DossierMeasure
from customs_app.figures.shapes import Drawing
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import N_, Words
from customs_app.ui.proposals.texts import acts_count, codes_text, names_text, saves_text
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import SignDelegate
from customs_app.ui.widgets.rows import RowsModel, RowsTable
from customs_app.ui.widgets.tips import Index

_Role = Qt.ItemDataRole
_MIME = "application/x-customs-measure"
NUMBER, SIGN, TITLE, COUNTRIES, STEPS, ACTS, SAVES = range(7)


class MeasuresModel(RowsModel[DossierMeasure]):
    """One row a measure; a row that is dragged elsewhere asks for another order by `moved`."""

    heads: ClassVar[tuple[str, ...]] = (
        N_("#"), N_("Verdict"), N_("Measure"), N_("Countries"), N_("Steps"), N_("Acts"),
        N_("Saves a consignment"),
    )  # fmt: skip
    figures: ClassVar[frozenset[int]] = frozenset({NUMBER, STEPS})
    moved = Signal(str, int)
    """The key of a measure, and before which row it is to stand."""

    def __init__(self, palette: Palette, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self._palette = palette
        self._dossier: Dossier | None = None

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the measures of a dossier."""
        self._dossier = dossier
        self.show_rows((*dossier.measures, *dossier.left_out) if dossier is not None else ())

    def text(self, row: DossierMeasure, column: int) -> str:
        """What a cell shows."""
        words = self.words
        texts: Mapping[int, str] = {NUMBER: str(row.number or "–"), SIGN: label(row.verdict, words)}
        if column in texts:
            return texts[column]
        if column == TITLE:
            return row.title.text if row.number else words.text("{title} (left out)", title=row.title.text)
        if column == COUNTRIES:
            return codes_text(tuple(part.country for part in row.parts), words)
        if column == STEPS:
            return str(sum(len(part.steps) for part in row.parts))
        if column == ACTS:
            return acts_count([act for part in row.parts for act in part.acts], words)
        return saves_text(row, words)

    def tip(self, row: DossierMeasure, column: int) -> str:
        """All that a cell stands for."""
        if column == COUNTRIES and self._dossier is not None:
            return names_text((part.country for part in row.parts), self._dossier.reference, self.words)
        if column == ACTS:
            return "\n".join(dict.fromkeys(act.text for part in row.parts for act in part.acts if act.text))
        if column == SAVES:
            return "\n".join(
                f"{part.country}: {self.words.say(message)}"
                for part in row.parts
                for one in part.effects
                for message in one.effect.figures
            )
        return self.text(row, column)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """As the base; what is left out, and what lacks an article, in their colours."""
        if role == _Role.ForegroundRole and index.isValid():
            row = self.rows[index.row()]
            if not row.number:
                return QColor(self._palette.text3)
            lacking = any(act.text is None for part in row.parts for act in part.acts)
            return QColor(self._palette.warn) if index.column() == ACTS and lacking else None
        return super().data(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Names of the columns; that of the signs is told, not shown."""
        if section == SIGN and role == _Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return ""
        if section == SIGN and role == _Role.ToolTipRole:
            role = _Role.AccessibleTextRole
        return super().headerData(section, orientation, role)

    def sign(self, index: Index) -> Drawing | None:
        """The sign of a row's verdict."""
        if not 0 <= index.row() < len(self.rows):
            return None
        return verdict_sign(self.rows[index.row()].verdict, self._palette, self.words)

    # -- dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Measures that stand in the proposal can be dragged; between rows they can be dropped."""
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.rows[index.row()].number else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """A measure is moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """The key of a measure."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The key of the measure that is dragged."""
        data = QMimeData()
        if indexes:
            data.setData(_MIME, QByteArray(self.rows[indexes[0].row()].key.encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Ask for the order; the rows follow when it is written."""
        if data.hasFormat(_MIME):
            at = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
            self.moved.emit(bytes(data.data(_MIME).data()).decode(), at)
        return False  # nothing is to be taken away from where it was: the order is read anew


class MeasuresTable(RowsTable[DossierMeasure]):
    """`turned` when Space asks to leave the current measure out, or to take it in."""

    turned = Signal()

    def __init__(self, session: Session) -> None:
        self.measures = MeasuresModel(session.palette, session.words)
        super().__init__(
            session,
            self.measures,
            "proposal_measures",
            session.words.text("Measures"),
            stretch=TITLE,
            widths={NUMBER: 34, SIGN: 30, COUNTRIES: 84, STEPS: 50, ACTS: 112, SAVES: 136},
        )
        self.measures.setParent(self)
        self.setItemDelegateForColumn(SIGN, SignDelegate(session.palette, self.measures.sign, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragEnabled(not session.catalogue.read_only)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the measures; the current one stays current."""
        before = self.row.key if self.row is not None else None
        self.blockSignals(True)
        self.measures.show_dossier(dossier)
        self.blockSignals(False)
        self.show_measure(before)

    def show_measure(self, key: str | None) -> None:
        """Make a measure current."""
        keys = [row.key for row in self.measures.rows]
        if key in keys and (self.row is None or self.row.key != key):
            self.selectRow(keys.index(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space leaves out or takes in."""
        if event.key() == Qt.Key.Key_Space:
            self.turned.emit()
            return
        super().keyPressEvent(event)
