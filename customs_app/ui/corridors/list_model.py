"""The corridors by name, narrowed to those that hold the words of a filter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.domain.codes import Mode
from customs_app.domain.corridor import Corridor
from customs_app.domain.reference import Reference
from customs_app.domain.text import Language, Text
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.filtering import text_passes
from customs_app.ui.widgets.row_signs import MODE_ICONS

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
LINE_ROLE = int(_Role.UserRole) + 70
_DISPLAY, _SPOKEN = int(_Role.DisplayRole), int(_Role.AccessibleTextRole)
_ICONS = {str(mode): icon for mode, icon in MODE_ICONS.items()}
MULTIMODAL = "multimodal"


@dataclass(frozen=True, slots=True)
class CorridorLine:
    """A corridor as the list shows it; `searched` holds all its texts folded, `foreign` stands in English."""

    id: str
    name: str
    icon: str
    mode: str
    searched: str
    foreign: bool = False


class CorridorsModel(QAbstractListModel):
    """Those corridors, in their order, that hold every word of the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.every: tuple[CorridorLine, ...] = ()
        self.lines: tuple[CorridorLine, ...] = ()
        self._wanted = ""

    def show_lines(self, lines: Iterable[CorridorLine]) -> None:
        """Show these, where the filter lets them pass."""
        self.beginResetModel()
        self.every = tuple(lines)
        self._narrow()
        self.endResetModel()

    def narrow(self, text: str) -> None:
        """Show only those that hold every word of a text."""
        self.beginResetModel()
        self._wanted = text
        self._narrow()
        self.endResetModel()

    def index_of(self, corridor_id: str | None) -> QModelIndex:
        """Where a corridor stands; an invalid index where it is not shown."""
        for row, line in enumerate(self.lines):
            if line.id == corridor_id:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """The name, the spoken name with the mode, and the line."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == _DISPLAY:
            return line.name
        return f"{line.name}, {line.mode}" if role == _SPOKEN else None

    def _narrow(self) -> None:
        self.lines = tuple(line for line in self.every if text_passes(line.searched, self._wanted))


def corridor_lines(reference: Reference, words: Words) -> tuple[CorridorLine, ...]:
    """All corridors of the reference lists as lines of the list."""
    return tuple(_line(one, reference, words) for one in reference.corridors.values())


def mode_name(mode: str | None, words: Words) -> str:
    """A corridor's mode in words."""
    if mode == MULTIMODAL:
        return words.text("several modes")
    return label(Mode(mode), words) if mode in _ICONS else words.text("mode unknown")


def mode_icon(mode: str | None) -> str:
    """The icon of a corridor's mode."""
    return _ICONS.get(mode or "", "shuffle")


def _line(corridor: Corridor, reference: Reference, words: Words) -> CorridorLine:
    shown = corridor.name.shown(words.language)
    mode = mode_name(corridor.mode, words)
    return CorridorLine(
        corridor.id,
        shown.text,
        mode_icon(corridor.mode),
        mode,
        " ".join([*_texts(corridor, reference), mode]).casefold(),
        foreign=shown.language is not words.language,
    )


def _texts(corridor: Corridor, reference: Reference) -> Sequence[str]:
    """Names of the corridor, its countries and its places, in all languages."""
    countries = [
        reference.countries[leg.country].name for leg in corridor.legs if leg.country in reference.countries
    ]
    names: list[Text | None] = [corridor.name, *countries, *(leg.name for leg in corridor.legs)]
    codes = dict.fromkeys(leg.country for leg in corridor.legs)
    return [*dict.fromkeys(one[language] for one in names if one for language in Language), *codes]
