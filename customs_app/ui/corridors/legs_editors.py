"""Editors of the places' table: lists of countries and parts, names of known places."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStyleOptionViewItem, QWidget

from customs_app.domain.reference import Reference
from customs_app.language.words import Words
from customs_app.ui.corridors.legs_model import COUNTRY, KIND, PARTS, PLACE, LegsModel
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import CellDelegate
from customs_app.ui.widgets.small import take_any_length

Index = QModelIndex | QPersistentModelIndex


class LegEditors(CellDelegate):
    """A list where there are few answers, a line elsewhere."""

    def __init__(self, session: Session, reference: Reference, parent: QObject) -> None:
        super().__init__(session.palette, parent)
        self._countries = country_choices(reference, session.words)
        self._parts = [(session.words.text(name), str(kind)) for kind, name in PARTS.items()]

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        if index.column() in (COUNTRY, KIND):
            box = QComboBox(parent)
            box.setObjectName(f"leg_editor_{index.column()}")
            for name, value in self._countries if index.column() == COUNTRY else self._parts:
                box.addItem(name, value)
            return box
        line = take_any_length(QLineEdit(parent))
        line.setObjectName(f"leg_editor_{index.column()}")
        model = index.model()
        if index.column() == PLACE and isinstance(model, LegsModel):
            completer = QCompleter(list(model.known_places(model.legs[index.row()].country)), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands there."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QLineEdit):
            editor.setText(value or "")

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what was chosen or written."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


def country_choices(reference: Reference, words: Words) -> Sequence[tuple[str, str]]:
    """Names and codes of all countries that the catalogue knows, by name."""
    codes = set(reference.countries) | {
        leg.country for one in reference.corridors.values() for leg in one.legs
    }
    named = [(_name(code, reference, words), code) for code in codes]
    return sorted(named, key=lambda one: one[0].casefold())


def _name(code: str, reference: Reference, words: Words) -> str:
    country = reference.countries.get(code)
    return f"{country.name[words.language]} ({code})" if country is not None else code
