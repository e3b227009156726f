"""The places of a corridor while they are edited: one row each, in the order of the journey."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.domain.corridor import Leg, LegKind
from customs_app.domain.reference import Reference
from customs_app.domain.text import Language, Text
from customs_app.language.words import N_, Words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_DISPLAY, _EDIT, _SPOKEN = int(_Role.DisplayRole), int(_Role.EditRole), int(_Role.AccessibleTextRole)
NUMBER, COUNTRY, PLACE, CODE, KIND, NOTE = range(6)
_HEADS = (N_("#"), N_("Country"), N_("Place"), N_("UN/LOCODE"), N_("Part of the chain"), N_("Note"))
PARTS = {
    LegKind.ORIGIN: N_("origin"),
    LegKind.TRANSIT: N_("on the way"),
    LegKind.BORDER_EXIT: N_("leaves the country"),
    LegKind.BORDER_ENTRY: N_("enters the country"),
    LegKind.DESTINATION: N_("destination"),
}


class LegsModel(QAbstractTableModel):
    """Every column but the number can be edited."""

    def __init__(self, reference: Reference, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reference, self._words = reference, words
        self.legs: list[Leg] = []

    def show_legs(self, legs: Sequence[Leg]) -> None:
        """Edit these."""
        self.beginResetModel()
        self.legs = [replace(leg, seq=number) for number, leg in enumerate(legs, start=1)]
        self.endResetModel()

    def add(self, after: int) -> int:
        """Add a place after a row, in the same country; the new row."""
        row = after + 1 if 0 <= after < len(self.legs) else len(self.legs)
        country = self.legs[row - 1].country if row else next(iter(self._reference.countries), "KZ")
        kind = LegKind.ORIGIN if not self.legs else LegKind.TRANSIT
        self.beginInsertRows(_ROOT, row, row)
        self.legs.insert(row, Leg(row + 1, country, kind=kind))
        self.endInsertRows()
        self._number()
        return row

    def remove(self, row: int) -> None:
        """Take a place out."""
        if 0 <= row < len(self.legs):
            self.beginRemoveRows(_ROOT, row, row)
            del self.legs[row]
            self.endRemoveRows()
            self._number()

    def move(self, row: int, by: int) -> int:
        """Move a place up (-1) or down (1); where it stands then."""
        to = row + by
        if not (0 <= row < len(self.legs) and 0 <= to < len(self.legs)):
            return row
        self.beginMoveRows(_ROOT, row, row, _ROOT, to + 1 if by > 0 else to)
        self.legs.insert(to, self.legs.pop(row))
        self.endMoveRows()
        self._number()
        return to

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many places there are."""
        return 0 if parent.isValid() else len(self.legs)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Number, country, place, code, part, note."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        return self._words.text(_HEADS[section]) if role in (_DISPLAY, _SPOKEN) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable, but for the number."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return shown | Qt.ItemFlag.ItemIsEditable if index.column() != NUMBER else shown

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """What a cell shows, and what its editor begins with."""
        if not index.isValid():
            return None
        leg, column = self.legs[index.row()], index.column()
        if role == _EDIT:
            return self._edited(leg, column)
        return self._shown(leg, column) if role in (_DISPLAY, _SPOKEN) else None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take what was chosen or written; a known place brings its code and its names along."""
        if role != _EDIT or not index.isValid():
            return False
        row, text = index.row(), str(value or "").strip()
        leg = self.legs[row]
        if index.column() == COUNTRY:
            leg = replace(leg, country=text)
        elif index.column() == PLACE:
            leg = self._placed(leg, text)
        elif index.column() == CODE:
            leg = replace(leg, unlocode=text.upper() or None)
        elif index.column() == KIND:
            leg = replace(leg, kind=LegKind(text))
        else:
            leg = replace(leg, note=text or None)
        self.legs[row] = leg
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(_HEADS) - 1))
        return True

    def known_places(self, country: str) -> dict[str, tuple[Text, str | None]]:
        """Places of a country that the catalogue names, by their name in the window's language."""
        language = self._words.language
        found: dict[str, tuple[Text, str | None]] = {}
        for corridor in self._reference.corridors.values():
            for leg in corridor.legs:
                if leg.country == country and leg.name is not None:
                    found.setdefault(leg.name[language], (leg.name, leg.unlocode))
        for place in self._reference.locations.values():
            if place.country == country:
                found.setdefault(place.name[language], (place.name, place.unlocode))
        return dict(sorted(found.items()))

    def _placed(self, leg: Leg, text: str) -> Leg:
        if not text:
            return replace(leg, name=None, unlocode=None)
        known = self.known_places(leg.country).get(text)
        if known is not None:
            return replace(leg, name=known[0], unlocode=known[1] or leg.unlocode)
        if leg.name is not None and leg.name[self._words.language] == text:
            return leg
        match self._words.language:
            case Language.RU:
                return replace(leg, name=Text(text, ru=text))
            case Language.ZH:
                return replace(leg, name=Text(text, zh=text))
        return replace(leg, name=Text(text))

    def _shown(self, leg: Leg, column: int) -> str:
        if column == NUMBER:
            return str(leg.seq)
        if column == COUNTRY:
            country = self._reference.countries.get(leg.country)
            return f"{leg.country}  {country.name[self._words.language]}" if country else leg.country
        if column == KIND:
            return self._words.text(PARTS[leg.kind]) if leg.kind is not None else "?"
        return str(self._edited(leg, column) or "")

    def _edited(self, leg: Leg, column: int) -> str | None:
        if column == PLACE:
            return leg.name[self._words.language] if leg.name is not None else None
        return {COUNTRY: leg.country, CODE: leg.unlocode, KIND: leg.kind, NOTE: leg.note}.get(column)

    def _number(self) -> None:
        self.legs = [replace(leg, seq=number) for number, leg in enumerate(self.legs, start=1)]
        if self.legs:
            self.dataChanged.emit(self.index(0, NUMBER), self.index(len(self.legs) - 1, NUMBER))
