"""The table of steps: group rows that fold, keys, columns, copying."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from customs_app.ui.catalogue.columns import EDITED_IN_PLACE, Column, header
from customs_app.ui.catalogue.rows import Group, StepRow
from customs_app.ui.catalogue.steps_delegate import StepsDelegate
from customs_app.ui.catalogue.steps_model import GROUP_ROLE, ROW_ROLE, StepsModel
from customs_app.ui.catalogue.steps_painting import Span, StepPainter
from customs_app.ui.session import Session
from customs_app.ui.widgets.table import columns_menu, copy_action, dress_header, remember_columns

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {
    Column.NUMBER: 38, Column.TITLE: 250, Column.AGENCY: 96, Column.CHANNEL: 32, Column.TIME: 66,
    Column.COST: 116, Column.DOCUMENTS: 46, Column.LAW: 116, Column.EVIDENCE: 32, Column.MARK: 46,
}  # fmt: skip
_ALWAYS = (Column.NUMBER, Column.TITLE)
_HEADER_PADDING = 16
# The frame of the focus stands over the edge of the view: the bars step aside for it.
_RING = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Cursor = QAbstractItemView.CursorAction


class StepsView(QTreeView):
    """Steps under their groups. `step_changed` carries the StepRow that is current, or None."""

    step_changed = Signal(object)

    def __init__(self, session: Session, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._words = session, session.words
        self._folded: set[str] = set()
        self._path: frozenset[str] = frozenset()
        self._in_sight_when_shown = False
        self.menu_actions: Callable[[], Sequence[QAction]] = tuple
        self.setObjectName("steps_table")
        self.setAccessibleName(self._words.text("Steps"))
        self.setModel(model)
        self._companions: frozenset[str] = frozenset()
        self._painter = StepPainter(session.palette, session.words)
        self._spans: tuple[Span, ...] = ()
        self.delegate = StepsDelegate(session.words, self)
        self.setItemDelegate(self.delegate)
        self._set_up()
        self._set_up_header()
        model.modelReset.connect(self._unfold_again)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.collapsed.connect(lambda index: self._remember(index, folded=True))
        self.expanded.connect(lambda index: self._remember(index, folded=False))

    def _set_up(self) -> None:
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def _set_up_header(self) -> None:
        head = self.header()
        head.setObjectName("steps_header")
        dress_header(head)
        head.setStretchLastSection(False)
        head.setSectionsClickable(True)
        head.setFirstSectionMovable(True)
        head.setSortIndicator(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        metrics = head.fontMetrics()
        for column, width in _WIDTHS.items():
            named = metrics.horizontalAdvance(header(column, self._words)) + _HEADER_PADDING
            head.resizeSection(column, max(width, named))
        head.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        head.sectionClicked.connect(self._on_header_clicked)
        remember_columns(self, self._session, self.objectName(), _ALWAYS, Column.TITLE)
        self.addAction(copy_action(self, self._session))

    # -- what the workspace asks

    @property
    def row(self) -> StepRow | None:
        """The step that is current."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, StepRow) else None

    @property
    def first_step(self) -> str | None:
        """Id of the first step that is not folded away, of the first of all where all are."""
        model = self.model()
        if not isinstance(model, StepsModel):
            return None
        rows = model.shown_rows(without=self._folded) or model.shown_rows()
        return rows[0].step.id if rows else None

    def show_step(self, step_id: str) -> bool:
        """Make a step current and bring it into sight; whether it is shown."""
        model = self.model()
        if not isinstance(model, StepsModel):
            return False
        column = max(self.currentIndex().column(), 0) if self.currentIndex().isValid() else Column.TITLE
        index = model.index_of(step_id, column)
        if not index.isValid():
            return False
        if index.parent().isValid():
            self.expand(index.parent())
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if self.isVisible():
            self.scrollTo(index)
        else:
            self._in_sight_when_shown = True
        return True

    def mark_companions(self, step_ids: frozenset[str]) -> None:
        """Tint these steps lightly."""
        if step_ids != self._companions:
            self._companions = step_ids
            self.viewport().update()

    @property
    def companions(self) -> frozenset[str]:
        """Steps that are tinted lightly."""
        return self._companions

    def mark_path(self, step_ids: frozenset[str]) -> None:
        """Give these steps the edge of the path."""
        if step_ids != self._path:
            self._path = step_ids
            self.viewport().update()

    @property
    def path(self) -> frozenset[str]:
        """Steps that have the edge of the path."""
        return self._path

    def edit_cell(self) -> None:
        """Edit the current cell where it can be edited, else the title of the step."""
        index = self.currentIndex()
        if not isinstance(index.data(ROW_ROLE), StepRow):
            return
        if index.column() not in EDITED_IN_PLACE or self.isColumnHidden(index.column()):
            index = index.siblingAtColumn(Column.TITLE)
        self.setCurrentIndex(index)
        self.edit(index)

    def columns_menu(self) -> QMenu:
        """Which columns are shown."""
        kept = self._session.columns.setdefault(self.objectName(), {})
        menu = columns_menu(self, self.header(), kept, _ALWAYS)
        menu.setObjectName("columns_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    # -- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits; ← → fold; Ctrl+← → go from cell to cell."""
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()  # Enter comes here from the line that it ends
            return
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER:
            if self.row is None:
                self._turn(self.currentIndex())
            else:
                self.edit_cell()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = key == Qt.Key.Key_Right
            if control:
                self._go_sideways(1 if forward else -1)
            else:
                self._fold(folded=not forward)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: _Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """↑ and ↓ go from step to step; a group is passed over unless it is folded."""
        index = super().moveCursor(action, modifiers)
        if action not in (_Cursor.MoveUp, _Cursor.MoveDown) or not self._is_open_group(index):
            return index
        column = max(0, self.currentIndex().column())
        onward = self.indexAbove if action is _Cursor.MoveUp else self.indexBelow
        while index.isValid() and self._is_open_group(index):
            index = onward(index)
        return index.siblingAtColumn(column) if index.isValid() else self.currentIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a group folds or unfolds it."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not isinstance(index.data(ROW_ROLE), StepRow):
            self.setFocus()
            if event.button() is Qt.MouseButton.LeftButton:
                self._turn(index.siblingAtColumn(0))
            return
        super().mousePressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on to the next cell of the row that can be edited."""
        hints = QAbstractItemDelegate.EndEditHint
        index = self.currentIndex()
        super().closeEditor(editor, hints.NoHint)
        self.setFocus()
        if hint in (hints.EditNextItem, hints.EditPreviousItem) and index.isValid():
            step = 1 if hint is hints.EditNextItem else -1
            target = self._next_editable(self.currentIndex(), step)
            if target.isValid():
                self.setCurrentIndex(target)
                self.edit(target)

    # -- painting

    def showEvent(self, event: QShowEvent) -> None:
        """Bring into sight what was chosen before the table had its size."""
        super().showEvent(event)
        if self._in_sight_when_shown:
            self._in_sight_when_shown = False
            self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Find once where the columns stand, then paint the rows."""
        head = self.header()
        self._spans = tuple(
            (column, head.sectionViewportPosition(column), head.sectionSize(column))
            for column in Column
            if not head.isSectionHidden(column)
        )
        super().paintEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a group row over all columns, or the cells of a step, and the bars at the left edge.

        All of a row at once: a delegate would be asked cell by cell, several times as long.
        """
        group, row = index.data(GROUP_ROLE), index.data(ROW_ROLE)
        if not isinstance(group, Group):
            return
        rect = option.rect
        rect.setLeft(0)
        rect.setRight(max(self.header().length(), self.viewport().width()) - 1)
        focused, current = self.hasFocus(), self.currentIndex()
        is_current = focused and current.row() == index.row() and current.parent() == index.parent()
        if isinstance(row, StepRow):
            selected = self.selectionModel().isSelected(index)
            companion = row.step.id in self._companions
            self._painter.row(painter, rect, self._spans, row, selected=selected, companion=companion)
            if is_current:
                x, width = self.columnViewportPosition(current.column()), self.columnWidth(current.column())
                self._painter.focus(painter, QRect(x, rect.y(), width, rect.height()))
        else:
            folded = not self.isExpanded(index)
            self._painter.group(painter, rect, group, folded=folded, current=is_current)
        on_path = isinstance(row, StepRow) and row.step.id in self._path
        if focused:
            rect.setLeft(_RING)
        self._painter.bar(painter, rect, group, on_path=on_path)

    # -- inside

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.step_changed.emit(self.row)

    def step_menu(self) -> QMenu:
        """What can be done with the chosen step."""
        menu = QMenu(self)
        menu.setObjectName("steps_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.menu_actions()))
        return menu

    def _show_menu(self, at: QPoint) -> None:
        self.step_menu().popup(self.viewport().mapToGlobal(at))

    def _on_header_clicked(self, column: int) -> None:
        head = self.header()
        same = head.sortIndicatorSection() == column and head.isSortIndicatorShown()
        down = same and head.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(column, order)
        head.setSortIndicatorShown(column != Column.NUMBER or down)
        step = self.row
        self.model().sort(column, order)
        if step is not None:
            self.show_step(step.step.id)

    def _unfold_again(self) -> None:
        for place in range(self.model().rowCount()):
            index = self.model().index(place, 0)
            group = index.data(GROUP_ROLE)
            if isinstance(group, Group) and group.key not in self._folded:
                self.expand(index)

    def _remember(self, index: Index, *, folded: bool) -> None:
        group = index.data(GROUP_ROLE)
        if isinstance(group, Group):
            (self._folded.add if folded else self._folded.discard)(group.key)

    def _turn(self, index: QModelIndex) -> None:
        self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))

    def _fold(self, *, folded: bool) -> None:
        index = self.currentIndex()
        top = index.parent() if index.parent().isValid() else index.siblingAtColumn(0)
        if not self.model().hasChildren(top):
            return
        if folded and index.parent().isValid():
            self.setCurrentIndex(top)
        self.setExpanded(top, not folded)

    def _is_open_group(self, index: QModelIndex) -> bool:
        return index.isValid() and index.data(ROW_ROLE) is None and self.isExpanded(index.siblingAtColumn(0))

    def _go_sideways(self, step: int) -> None:
        index, head = self.currentIndex(), self.header()
        place = head.visualIndex(index.column()) + step
        while 0 <= place < head.count() and head.isSectionHidden(head.logicalIndex(place)):
            place += step
        if 0 <= place < head.count():
            flags = QItemSelectionModel.SelectionFlag
            target = index.siblingAtColumn(head.logicalIndex(place))
            self.selectionModel().setCurrentIndex(target, flags.ClearAndSelect | flags.Rows)

    def _next_editable(self, index: QModelIndex, step: int) -> QModelIndex:
        head = self.header()
        place = head.visualIndex(index.column()) + step
        while 0 <= place < head.count():
            column = head.logicalIndex(place)
            if column in EDITED_IN_PLACE and not head.isSectionHidden(column):
                return index.siblingAtColumn(column)
            place += step
        return QModelIndex()
