"""The list of findings: rules as headings, and under them a row for each finding."""

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView

from customs_app.domain.review import Finding, Mark
from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import confidence_sign, verdict_sign
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.review.filters import RuleGroup
from customs_app.ui.review.list_model import (
    FINDING_ROLE,
    GROUP_ROLE,
    MARKS_ROLE,
    MORE_ROLE,
    FindingsModel,
    Index,
)
from customs_app.ui.review.stamps import Stamps
from customs_app.ui.session import Session
from customs_app.ui.widgets.table import row_height
from customs_app.ui.widgets.tips import TipDelegate

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
        """Codes of the rules that are folded."""
        return frozenset(self._folded)

    @property
    def known(self) -> frozenset[str]:
        """Codes of the rules that have been shown at all."""
        return frozenset(self._known)

    def fold(self, rules: frozenset[str], known: frozenset[str]) -> None:
        """Fold these of the `known` rules, as they were left."""
        self._folded, self._known = set(rules), set(known)
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
        """Enter, ← and → fold and unfold a rule; Enter brings the findings that are still hidden."""
        index, key = self.currentIndex(), event.key()
        if index.data(MORE_ROLE) and key in (*_ENTER, Qt.Key.Key_Right):
            self._reveal(index)
        elif key in _ENTER and isinstance(index.data(GROUP_ROLE), RuleGroup):
            self.setExpanded(index, not self.isExpanded(index))
        elif key in _ENTER and self.finding is not None:
            self.entered.emit()
        elif key == Qt.Key.Key_Left and index.parent().isValid():
            self.setCurrentIndex(index.parent())
            self.collapse(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a rule folds or unfolds it; on the last row it brings the rest."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
        elif index.data(MORE_ROLE):
            self.setFocus()
            self._reveal(index)
        elif isinstance(index.data(GROUP_ROLE), RuleGroup):
            self.setFocus()
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().mousePressEvent(event)

    def moveCursor(self, action: _Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """↑ and ↓ pass over the headings of unfolded rules, and bring what is still hidden."""
        index = super().moveCursor(action, modifiers)
        if action not in (_Cursor.MoveUp, _Cursor.MoveDown):
            return index
        onward = self.indexAbove if action is _Cursor.MoveUp else self.indexBelow
        while index.isValid():
            if index.data(MORE_ROLE):
                place, row = index.parent().row(), index.row()
                self._findings.reveal(place)
                return self._findings.index(row, 0, self._findings.index(place, 0))
            if not (isinstance(index.data(GROUP_ROLE), RuleGroup) and self.isExpanded(index)):
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
            if group.rule not in self._known:
                self._known.add(group.rule)
                if group.apart:
                    self._folded.add(group.rule)
            self.setExpanded(self._findings.index(place, 0), group.rule not in self._folded)

    def _remember(self, index: QModelIndex, *, folded: bool) -> None:
        group = index.data(GROUP_ROLE)
        if isinstance(group, RuleGroup):
            (self._folded.add if folded else self._folded.discard)(group.rule)


class FindingDelegate(TipDelegate):
    """Paints a rule's heading, a finding, or the row that brings the rest."""

    def __init__(self, session: Session, view: QTreeView) -> None:
        super().__init__(view)
        self._colours, self._words, self._view = session.palette, session.words, view
        self._stamps = Stamps(session.palette)
        self._height = row_height(session.language)
        self._font, self._bold = fonts.font(tokens.TABLE), fonts.font(tokens.TABLE, bold=True)
        self._small = fonts.tabular(tokens.SMALL)
        self._metrics, self._bold_metrics = QFontMetrics(self._font), QFontMetrics(self._bold)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows of one height."""
        return QSize(120, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        colours, rect = self._colours, QRect(option.rect)
        rect.setLeft(0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        group, finding = index.data(GROUP_ROLE), index.data(FINDING_ROLE)
        painter.save()
        ground = colours.sel if chosen else colours.group if isinstance(group, RuleGroup) else colours.base
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if isinstance(group, RuleGroup):
            self._paint_group(painter, rect, group, index, chosen=chosen)
        elif isinstance(finding, Finding):
            self._paint_finding(painter, rect, finding, index, chosen=chosen)
        else:
            ink = colours.on_sel if chosen else colours.text2
            self._text(painter, QRect(35, rect.y(), rect.width() - 41, rect.height()), index.data(), ink)
        painter.restore()

    def _paint_group(
        self, painter: QPainter, rect: QRect, group: RuleGroup, index: Index, *, chosen: bool
    ) -> None:
        colours = self._colours
        ink = colours.on_sel if chosen else colours.text
        soft = colours.on_sel if chosen else colours.text2
        middle = rect.center().y() + 0.5
        if group.apart and not self._is_apart_before(index):
            painter.fillRect(rect.x(), rect.y(), rect.width(), 1, QColor(colours.ctl))
        arrow = "chevron-down" if self._view.isExpanded(QModelIndex(index)) else "chevron-right"  # type: ignore[arg-type]
        paint_icon(painter, QRectF(8, middle - 6, 12, 12), arrow, soft)
        x = 28 + self._stamps.badge(painter, QPointF(28, middle), group.rule) + 6
        count = str(len(group.findings))
        painter.setFont(self._small)
        painter.setPen(QColor(soft))
        right = rect.adjusted(0, 0, -9, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = right.right() - QFontMetrics(self._small).horizontalAdvance(count) - 8 - x
        painter.setFont(self._bold)
        painter.setPen(QColor(ink if not group.apart else soft))
        name = self._bold_metrics.elidedText(group.name, Qt.TextElideMode.ElideRight, int(room))
        box = QRectF(x, rect.y(), room, rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_finding(
        self, painter: QPainter, rect: QRect, finding: Finding, index: Index, *, chosen: bool
    ) -> None:
        colours, middle = self._colours, rect.center().y() + 0.5
        ink = colours.on_sel if chosen else colours.text
        inked = tokens.on_chosen(colours) if chosen else colours
        sign = confidence_sign(finding.confidence, inked, self._words)
        self._stamps.sign(painter, QRectF(12, middle - 7.5, 15, 15), (finding.confidence, chosen), sign)
        x = 33 + self._stamps.badge(painter, QPointF(33, middle), finding.country) + 6
        right = rect.right() - 8
        marks: tuple[Mark, ...] = index.data(MARKS_ROLE) or ()
        for mark in reversed(marks[:3]):
            right -= 16
            stale = bool(mark.stale)
            picture = verdict_sign(mark.verdict, inked, self._words, stale=stale)
            paint(painter, QRectF(right, middle - 7.5, 15, 15), picture)
            right -= 3
        room = int(right - x - 4)
        self._text(painter, QRect(int(x), rect.y(), room, rect.height()), index.data(), ink)

    def _text(self, painter: QPainter, box: QRect, text: str, ink: str) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(ink))
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    @staticmethod
    def _is_apart_before(index: Index) -> bool:
        before = index.sibling(index.row() - 1, 0).data(GROUP_ROLE) if index.row() else None
        return isinstance(before, RuleGroup) and before.apart
