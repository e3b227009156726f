"""The list of findings under their headings, as a model of two levels."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.domain.review import Finding, Mark
from customs_app.figures.signs import confidence_sign, verdict_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import Words
from customs_app.ui.review.grouping import Group, Grouping
from customs_app.ui.review.mark_book import MarkBook
from customs_app.ui.review.saving import saving_kind, size_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
GROUP_ROLE = int(_Role.UserRole) + 1
FINDING_ROLE = int(_Role.UserRole) + 2
MARKS_ROLE = int(_Role.UserRole) + 3
MORE_ROLE = int(_Role.UserRole) + 4
BADGES_ROLE = int(_Role.UserRole) + 5
SIZE_ROLE = int(_Role.UserRole) + 6
_DISPLAY, _TIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)

SHOWN_FIRST = 6
"""How many findings of a group are shown before the rest is asked for."""


@dataclass(slots=True)
class _Branch:
    group: Group
    shown: int
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def hidden(self) -> int:
        return len(self.group.findings) - self.shown

    @property
    def rows(self) -> int:
        return self.shown + (1 if self.hidden else 0)


class FindingsModel(QAbstractItemModel):
    """Headings at the top, under each the first of its findings and a row that brings the rest.

    BADGES_ROLE has the codes before a finding: rule and country, where its heading does not tell them.
    SIZE_ROLE has how much it saves, in a list that is grouped by that.
    """

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._book = MarkBook()
        self._by = Grouping.RULE
        self._branches: list[_Branch] = []
        self._places: dict[str, tuple[int, int]] = {}

    # -- what the list asks

    def show_groups(self, groups: Sequence[Group], book: MarkBook, by: Grouping = Grouping.RULE) -> None:
        """Show these groups; of one that was unfolded to its end all findings stay shown."""
        whole = {branch.group.key for branch in self._branches if not branch.hidden}
        self.beginResetModel()
        self._book, self._by = book, by
        self._branches = []
        for group in groups:
            n = len(group.findings)
            # One row more costs no more room than the row that would bring it.
            all_shown = group.key in whole or n <= SHOWN_FIRST + 1
            self._branches.append(_Branch(group, n if all_shown else SHOWN_FIRST))
        self._places = {
            finding.key: (place, row)
            for place, branch in enumerate(self._branches)
            for row, finding in enumerate(branch.group.findings)
        }
        self.endResetModel()

    def marks_changed(self, book: MarkBook) -> None:
        """The same findings, with other marks."""
        self._book = book
        for place, branch in enumerate(self._branches):
            parent = self.index(place, 0)
            if branch.shown:
                self.dataChanged.emit(self.index(0, 0, parent), self.index(branch.shown - 1, 0, parent))

    def reveal(self, place: int) -> None:
        """Show all findings of the group at this place."""
        branch = self._branches[place]
        if not branch.hidden:
            return
        parent = self.index(place, 0)
        last = branch.shown
        # The row that brings the rest goes, and the rest comes in its place.
        self.beginRemoveRows(parent, last, last)
        hidden = branch.group.findings[last:]
        whole = branch.group
        branch.group = replace(whole, findings=whole.findings[:last])
        self.endRemoveRows()
        self.beginInsertRows(parent, last, last + len(hidden) - 1)
        branch.group, branch.shown = whole, len(whole.findings)
        self.endInsertRows()

    def index_of(self, key: str) -> QModelIndex:
        """Where a finding stands, its group unfolded to its end where needed; none where it is left out."""
        found = self._places.get(key)
        if found is None:
            return QModelIndex()
        place, row = found
        if row >= self._branches[place].shown:
            self.reveal(place)
        return self.index(row, 0, self.index(place, 0))

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of all findings, shown and still hidden, in order."""
        return tuple(finding.key for finding in self._findings())

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups, in order."""
        return tuple(branch.group for branch in self._branches)

    def _findings(self) -> Iterator[Finding]:
        for branch in self._branches:
            yield from branch.group.findings

    # -- what Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of a group, or of a row under it: its internal id is the place of its group plus one."""
        if column != 0 or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """The group of a finding; none for a group."""
        place = index.internalId() if index.isValid() else 0
        return self.createIndex(place - 1, 0, 0) if place else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Groups, or the rows of a group."""
        if not parent.isValid():
            return len(self._branches)
        if parent.internalId() or parent.column() != 0:
            return 0
        return self._branches[parent.row()].rows

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column."""
        return 0 if parent.isValid() and parent.internalId() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Text, tooltip, spoken text; the Group, Finding, its marks, or how many rows are hidden."""
        if not index.isValid():
            return None
        place = index.internalId()
        if not place:
            return self._group_data(self._branches[index.row()], role)
        branch = self._branches[place - 1]
        if index.row() >= branch.shown:
            return self._more_data(branch, role)
        return self._finding_data(branch, branch.group.findings[index.row()], role)

    def _group_data(self, branch: _Branch, role: int) -> object:
        group = branch.group
        if role == GROUP_ROLE:
            return group
        if role == _DISPLAY:
            return f"{group.badge} {group.name}".lstrip()
        if role == _TIP:
            return group.tip
        if role == _SPOKEN:
            n = len(group.findings)
            found = self._words.count("{n} finding", "{n} findings", n)
            return f"{group.badge} {group.name}, {found}".lstrip()
        return None

    def _more_data(self, branch: _Branch, role: int) -> object:
        if role == MORE_ROLE:
            return branch.hidden
        if role in (_DISPLAY, _SPOKEN):
            return self._words.count("{n} more…", "{n} more…", branch.hidden)
        if role == _TIP:
            return self._words.text("Show all findings of this group (Enter)")
        return None

    def _finding_data(self, branch: _Branch, finding: Finding, role: int) -> object:
        ask = _OF_FINDING.get(role)
        return ask(self, branch, finding) if ask is not None else None

    def _marks(self, _branch: _Branch, finding: Finding) -> tuple[Mark, ...]:
        return self._book.of_finding(finding)

    def _tip(self, branch: _Branch, finding: Finding) -> str:
        doubt = self._words.text("Why it may be wrong: {doubt}", doubt=self._words.say(finding.doubt))
        return f"{self._text(branch, finding)}\n{doubt}"

    def _text(self, branch: _Branch, finding: Finding) -> str:
        """Worded when it is first shown: most of a long list never is."""
        if finding.key not in branch.texts:
            branch.texts[finding.key] = self._words.say(finding.summary)
        return branch.texts[finding.key]

    def _badges(self, branch: _Branch, finding: Finding) -> tuple[str, ...]:
        if branch.group.badge == finding.rule:
            return (finding.country,)
        return (finding.rule,) if branch.group.badge == finding.country else (finding.rule, finding.country)

    def _size(self, branch: _Branch, finding: Finding) -> str:
        if self._by is not Grouping.SAVING or branch.group.apart:
            return ""
        return size_text(finding, saving_kind(finding), self._words)

    def _spoken(self, branch: _Branch, finding: Finding) -> str:
        marks = self._book.of_finding(finding)
        parts = [
            *self._badges(branch, finding),
            self._text(branch, finding),
            self._size(branch, finding),
            confidence_sign(finding.confidence, LIGHT, self._words).says,
            *(verdict_sign(mark.verdict, LIGHT, self._words, stale=bool(mark.stale)).says for mark in marks),
        ]
        return ", ".join(part for part in parts if part)


_OF_FINDING: Mapping[int, Callable[[FindingsModel, _Branch, Finding], object]] = {
    FINDING_ROLE: lambda _model, _branch, finding: finding,
    MARKS_ROLE: FindingsModel._marks,  # noqa: SLF001 - of this module
    BADGES_ROLE: FindingsModel._badges,  # noqa: SLF001
    SIZE_ROLE: FindingsModel._size,  # noqa: SLF001
    _DISPLAY: FindingsModel._text,  # noqa: SLF001
    _TIP: FindingsModel._tip,  # noqa: SLF001
    _SPOKEN: FindingsModel._spoken,  # noqa: SLF001
}
