"""The list of findings: headings, and under them a row for each finding."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from customs_app.domain.review import Finding
from customs_app.ui.review.grouping import Group
from customs_app.ui.review.list_model import FINDING_ROLE, GROUP_ROLE, MORE_ROLE, FindingsModel
from customs_app.ui.review.list_painting import FindingDelegate
from customs_app.ui.session import Session

_Cursor = QAbstractItemView.CursorAction
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsView(QTreeView):
    """↑ and ↓ go from finding to finding; `chosen` carries the Finding that became current.

    `entered` when Enter is pressed on it.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, session: Session, model: FindingsModel) -> None:
        super().__init__()
        self._findings = model
        self._folded: set[str] = set()
        self._known: set[str] = set()
        self.setObjectName("findings_list")
        self.setAccessibleName(session.words.text("Findings"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(FindingDelegate(session, self))
        self.setModel(model)
        model.modelReset.connect(self._unfold)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.collapsed.connect(lambda index: self._remember(index, folded=True))
        self.expanded.connect(lambda index: self._remember(index, folded=False))

    @property
    def finding(self) -> Finding | None:
        """The finding that is current."""
        found = self.currentIndex().data(FINDING_ROLE)
        return found if isinstance(found, Finding) else None

    @property
    def folded(self) -> frozenset[str]:
        """Keys of the groups that are folded."""
        return frozenset(self._folded)

    @property
    def known(self) -> frozenset[str]:
        """Keys of the groups that have been shown at all."""
        return frozenset(self._known)

    def fold(self, groups: frozenset[str], known: frozenset[str]) -> None:
        """Fold these of the `known` groups, as they were left."""
        self._folded, self._known = set(groups), set(known)
        self._unfold()

    def show_finding(self, key: str) -> bool:
        """Make a finding current, in sight; whether the list has it."""
        index = self._findings.index_of(key)
        if not index.isValid():
            return False
        self.expand(index.parent())
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def key_after(self, key: str, by: int = 1) -> str | None:
        """Key of the finding so many places further; None at the end of the list."""
        keys = self._findings.keys
        if key not in keys:
            return keys[0] if keys else None
        place = keys.index(key) + by
        return keys[place] if 0 <= place < len(keys) else None

    # -- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, ← and → fold and unfold a group; Enter brings the findings that are still hidden."""
        index, key = self.currentIndex(), event.key()
        if index.data(MORE_ROLE) and key in (*_ENTER, Qt.Key.Key_Right):
            self._reveal(index)
        elif key in _ENTER and isinstance(index.data(GROUP_ROLE), Group):
            self.setExpanded(index, not self.isExpanded(index))
        elif key in _ENTER and self.finding is not None:
            self.entered.emit()
        elif key == Qt.Key.Key_Left and index.parent().isValid():
            self.setCurrentIndex(index.parent())
            self.collapse(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a heading folds or unfolds it; on the last row it brings the rest."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
        elif index.data(MORE_ROLE):
            self.setFocus()
            self._reveal(index)
        elif isinstance(index.data(GROUP_ROLE), Group):
            self.setFocus()
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().mousePressEvent(event)

    def moveCursor(self, action: _Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """↑ and ↓ pass over the headings of unfolded groups, and bring what is still hidden."""
        index = super().moveCursor(action, modifiers)
        if action not in (_Cursor.MoveUp, _Cursor.MoveDown):
            return index
        onward = self.indexAbove if action is _Cursor.MoveUp else self.indexBelow
        while index.isValid():
            if index.data(MORE_ROLE):
                place, row = index.parent().row(), index.row()
                self._findings.reveal(place)
                return self._findings.index(row, 0, self._findings.index(place, 0))
            if not (isinstance(index.data(GROUP_ROLE), Group) and self.isExpanded(index)):
                return index
            index = onward(index)
        return self.currentIndex()

    # -- inside

    def _reveal(self, index: QModelIndex) -> None:
        place, row = index.parent().row(), index.row()
        self._findings.reveal(place)
        self.setCurrentIndex(self._findings.index(row, 0, self._findings.index(place, 0)))

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        finding = current.data(FINDING_ROLE)
        if isinstance(finding, Finding):
            self.chosen.emit(finding)

    def _unfold(self) -> None:
        for place, group in enumerate(self._findings.groups):
            if group.key not in self._known:
                self._known.add(group.key)
                if group.apart:
                    self._folded.add(group.key)
            self.setExpanded(self._findings.index(place, 0), group.key not in self._folded)

    def _remember(self, index: QModelIndex, *, folded: bool) -> None:
        group = index.data(GROUP_ROLE)
        if isinstance(group, Group):
            (self._folded.add if folded else self._folded.discard)(group.key)
