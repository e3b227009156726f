"""Where each delegation stands on each measure, in one view: signs in a grid."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from customs_app.analysis.dossier.result import Dossier, Held
from customs_app.domain.reference import Country
from customs_app.figures.shapes import Drawing
from customs_app.figures.signs import position_sign
from customs_app.figures.tokens import Palette
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import Words
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import CellDelegate, SignDelegate
from customs_app.ui.widgets.table import Table
from customs_app.ui.widgets.tips import Index

_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE, _COLUMN = 260, 44
_TIPS = frozenset({int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)})


class PositionsModel(QAbstractTableModel):
    """The whole proposal, then a row a measure; a column for each delegation."""

    def __init__(self, palette: Palette, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette, self._words = palette, words
        self._rows: tuple[tuple[str, str, dict[str, Held]], ...] = ()
        self.delegations: tuple[str, ...] = ()
        self._countries: dict[str, Country] = {}

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the positions of a dossier."""
        self.beginResetModel()
        self._rows = ()
        self.delegations = ()
        if dossier is not None:
            self._countries = dict(dossier.reference.countries)
            text = self._words.text
            whole = ("", text("The whole proposal"), dossier.positions)
            every = [whole] + [
                (
                    one.key,
                    text("{number}. {title}", number=str(one.number), title=one.title.text),
                    one.positions,
                )
                for one in dossier.measures
            ]
            self._rows = tuple(
                (key, name, {one.delegation: one for one in held}) for key, name, held in every
            )
            self.delegations = tuple(dict.fromkeys(one for _, _, held in self._rows for one in held))
        self.endResetModel()

    def key(self, row: int) -> str:
        """The key of the measure of a row; empty for the whole proposal."""
        return self._rows[row][0]

    def held(self, index: Index) -> Held | None:
        """Where the delegation of a cell stands; None where it is not asked."""
        if not index.isValid() or index.column() == 0:
            return None
        return self._rows[index.row()][2].get(self.delegations[index.column() - 1])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The whole proposal and its measures."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Measure, and the delegations."""
        return 0 if parent.isValid() else 1 + len(self.delegations)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Codes of the delegations; their names are told."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= len(self.delegations):
            return None
        if section == 0:
            return self._words.text("Measure") if role == _Role.DisplayRole else None
        delegation = self.delegations[section - 1]
        if role == _Role.DisplayRole:
            return delegation
        if role in _TIPS:
            return delegation_name(delegation, self._countries, self._words)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The measure, and in words where a delegation stands."""
        if not index.isValid():
            return None
        if index.column() == 0:
            return self._rows[index.row()][1] if role in (_Role.DisplayRole, *_TIPS) else None
        held = self.held(index)
        stated = held.stated if held is not None else None
        said = label(stated.position, self._words) if stated is not None else self._words.text("not stated")
        if role == _Role.DisplayRole:
            return said
        if role in _TIPS:
            name = self.headerData(index.column(), Qt.Orientation.Horizontal, _Role.ToolTipRole)
            parts = (f"{name}: {said}", stated.reason if stated is not None else "")
            return "\n".join(part for part in parts if part)
        return None

    def sign(self, index: Index) -> Drawing | str | None:
        """The sign of a cell's position."""
        held = self.held(index)
        if held is None or held.stated is None:
            return "·" if held is not None else None
        return position_sign(held.stated.position, self._palette, self._words)


class PositionsTable(Table):
    """`opened` carries the key of the measure whose positions are to be set (empty: the whole proposal)."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "proposal_positions_table", fixed=(0,))
        self.positions = PositionsModel(session.palette, session.words, self)
        self.setAccessibleName(session.words.text("Positions of delegations"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setModel(self.positions)
        self.setItemDelegate(SignDelegate(session.palette, self.positions.sign, self, size=14))
        self.setItemDelegateForColumn(0, CellDelegate(session.palette, self))
        self.doubleClicked.connect(lambda index: self.opened.emit(self.positions.key(index.row())))

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the positions of a dossier."""
        self.positions.show_dossier(dossier)
        header = self.horizontalHeader()
        for section in range(self.positions.columnCount()):
            header.resizeSection(section, _WIDE if section == 0 else _COLUMN)
        if self.positions.columnCount():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.positions.key(self.currentIndex().row()))
            return
        super().keyPressEvent(event)
