"""The dialog in which a corridor is made or edited: names, mode, description, places."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.corridor import Corridor, CorridorMode, Leg, LegKind
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text
from customs_app.ui.corridors.legs_editors import LegEditors
from customs_app.ui.corridors.legs_model import COUNTRY, KIND, NUMBER, PLACE, LegsModel
from customs_app.ui.corridors.list_model import mode_name
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import heading, take_any_length
from customs_app.ui.widgets.table import Table

_WIDTHS = {NUMBER: 36, COUNTRY: 150, 3: 90, KIND: 140, 5: 150}
_TEXTS = ("name_en", "name_ru", "name_zh", "description")


class CorridorDialog(QDialog):
    """`corridor` is None for a new one; `values` and `legs` are what was written."""

    def __init__(
        self, session: Session, reference: Reference, corridor: Corridor | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._words = session, session.words
        text = self._words.text
        self.setObjectName("corridor_dialog")
        title = text("New corridor") if corridor is None else text("Edit corridor")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(760, 560)
        self.lines = {name: self._line(name) for name in _TEXTS}
        self.mode = self._mode_box()
        self.model = LegsModel(reference, self._words, self)
        self.table = self._table(reference)
        self._missing = QLabel()
        self._missing.setObjectName("corridor_dialog_missing")
        self._missing.setProperty("role", "small")
        self._missing.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setObjectName("corridor_dialog_ok")
        self.ok.setProperty("primary", "true")
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._fill(corridor)
        for line in self.lines.values():
            line.textChanged.connect(self._check)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.dataChanged):
            signal.connect(self._check)
        self._check()

    @property
    def values(self) -> dict[str, str | None]:
        """Columns of corridors.csv."""
        written = {name: line.text().strip() or None for name, line in self.lines.items()}
        return {**written, "mode": str(self.mode.currentData())}

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The places in their order."""
        return tuple(self.model.legs)

    # -- places

    def add_place(self) -> None:
        """Add a place after the current one, and write its name."""
        row = self.model.add(self.table.currentIndex().row())
        self._stand_at(row)
        self.table.edit(self.model.index(row, COUNTRY))

    def remove_place(self) -> None:
        """Take the current place out."""
        row = self.table.currentIndex().row()
        self.model.remove(row)
        self._stand_at(min(row, len(self.model.legs) - 1))

    def move_place(self, by: int) -> None:
        """Move the current place up or down."""
        row = self.table.currentIndex().row()
        if row >= 0:
            self._stand_at(self.model.move(row, by))

    def _stand_at(self, row: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, COUNTRY) if row >= 0 else QModelIndex())

    # -- inside

    def _accept(self) -> None:
        self.table.setCurrentIndex(QModelIndex())  # an open editor hands over what it holds
        self._check()
        if self.ok.isEnabled():
            self.accept()

    def _check(self) -> None:
        text = self._words.text
        legs = self.model.legs
        missing = ""
        if not self.lines["name_en"].text().strip():
            missing = text("Write an English name first.")
        elif len(legs) < 2:
            missing = text("A corridor needs two places or more.")
        elif any(leg.kind is None for leg in legs):
            missing = text("Say of each place which part of the chain it is.")
        self._missing.setText(missing)
        self.ok.setEnabled(not missing)
        self.ok.setToolTip(missing)

    def _fill(self, corridor: Corridor | None) -> None:
        if corridor is None:
            return
        name, about = corridor.name, corridor.description or Text("")
        known = {
            "name_en": name.en,
            "name_ru": name.ru,
            "name_zh": name.zh,
            "description": about.en,
        }
        for key, value in known.items():
            self.lines[key].setText(value or "")
            self.lines[key].setCursorPosition(0)
        self.mode.setCurrentIndex(max(0, self.mode.findData(corridor.mode)))
        self.model.show_legs(corridor.legs)
        self._stand_at(0)

    def _line(self, name: str) -> QLineEdit:
        line = take_any_length(QLineEdit())
        line.setObjectName(f"corridor_dialog_{name}")
        return line

    def _mode_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("corridor_dialog_mode")
        for mode in CorridorMode:
            box.addItem(mode_name(mode, self._words), str(mode))
        return box

    def _table(self, reference: Reference) -> Table:
        table = Table(self._session, "corridor_dialog_places", fixed=(COUNTRY, PLACE), stretch=PLACE)
        table.setAccessibleName(self._words.text("Places of the corridor"))
        table.setModel(self.model)
        table.setItemDelegate(LegEditors(self._session, reference, table))
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        table.horizontalHeader().setSectionsMovable(False)
        for column, width in _WIDTHS.items():
            table.horizontalHeader().resizeSection(column, width)
        return table

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        text = self._words.text
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        titles = {
            "name_en": text("Name, English"),
            "name_ru": text("Name, Russian"),
            "name_zh": text("Name, Chinese"),
            "description": text("Description, English"),
        }
        for name, title in titles.items():
            self.lines[name].setAccessibleName(title)
            form.addRow(title, self.lines[name])
        self.mode.setAccessibleName(text("Mode of transport"))
        form.insertRow(3, text("Mode of transport"), self.mode)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(form)
        column.addLayout(self._place_buttons())
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._missing, 1)
        foot.addWidget(buttons)
        column.addLayout(foot)

    def _place_buttons(self) -> QHBoxLayout:
        text = self._words.text
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(heading(text("Places in the order of the journey")), 1)
        parts: Sequence[tuple[str, str, str, Callable[[], object]]] = (
            ("add", text("Add a place"), "plus", self.add_place),
            ("remove", text("Remove"), "trash-2", self.remove_place),
            ("up", text("Up"), "arrow-up", lambda: self.move_place(-1)),
            ("down", text("Down"), "arrow-down", lambda: self.move_place(1)),
        )
        for name, title, picture, slot in parts:
            button = QPushButton(icon(picture, self._session.palette), title)
            button.setObjectName(f"corridor_place_{name}")
            button.setAccessibleName(title)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
        return row


def first_legs() -> tuple[Leg, ...]:
    """The places with which a new corridor begins: where it starts and where it ends, not named yet."""
    return Leg(1, "CN", kind=LegKind.ORIGIN), Leg(2, "KZ", kind=LegKind.DESTINATION)
