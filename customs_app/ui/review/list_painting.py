"""How the rows of the list of findings are painted."""

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTreeView

from customs_app.domain.codes import Confidence
from customs_app.domain.review import Finding, Mark
from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import confidence_sign, verdict_sign
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.review.grouping import Group
from customs_app.ui.review.list_model import (
    BADGES_ROLE,
    FINDING_ROLE,
    GROUP_ROLE,
    MARKS_ROLE,
    SIZE_ROLE,
    Index,
)
from customs_app.ui.review.stamps import Stamps
from customs_app.ui.session import Session
from customs_app.ui.widgets.table import row_height
from customs_app.ui.widgets.tips import TipDelegate


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
        ground = colours.sel if chosen else colours.group if isinstance(group, Group) else colours.base
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if isinstance(group, Group):
            self._paint_group(painter, rect, group, index, chosen=chosen)
        elif isinstance(finding, Finding):
            self._paint_finding(painter, rect, finding, index, chosen=chosen)
        else:
            ink = colours.on_sel if chosen else colours.text2
            self._text(painter, QRect(35, rect.y(), rect.width() - 41, rect.height()), index.data(), ink)
        painter.restore()

    def _paint_group(
        self, painter: QPainter, rect: QRect, group: Group, index: Index, *, chosen: bool
    ) -> None:
        colours = self._colours
        ink = colours.on_sel if chosen else colours.text
        soft = colours.on_sel if chosen else colours.text2
        middle = rect.center().y() + 0.5
        if group.apart and not self._is_apart_before(index):
            painter.fillRect(rect.x(), rect.y(), rect.width(), 1, QColor(colours.ctl))
        arrow = "chevron-down" if self._view.isExpanded(QModelIndex(index)) else "chevron-right"  # type: ignore[arg-type]
        paint_icon(painter, QRectF(8, middle - 6, 12, 12), arrow, soft)
        x = self._paint_sign(painter, group, middle, chosen=chosen)
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
        self._paint_confidence(painter, 12, middle, finding.confidence, chosen=chosen)
        x = 33.0
        for code in index.data(BADGES_ROLE):
            x += self._stamps.badge(painter, QPointF(x, middle), code) + 4
        x += 2
        right = rect.right() - 8
        marks: tuple[Mark, ...] = index.data(MARKS_ROLE) or ()
        for mark in reversed(marks[:3]):
            right -= 16
            stale = bool(mark.stale)
            picture = verdict_sign(mark.verdict, inked, self._words, stale=stale)
            paint(painter, QRectF(right, middle - 7.5, 15, 15), picture)
            right -= 3
        size: str = index.data(SIZE_ROLE)
        if size:
            painter.setFont(self._small)
            painter.setPen(QColor(colours.on_sel if chosen else colours.text2))
            wide = QFontMetrics(self._small).horizontalAdvance(size)
            box = QRectF(right - wide, rect.y(), wide, rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, size)
            right -= wide + 4
        room = int(right - x - 4)
        self._text(painter, QRect(int(x), rect.y(), room, rect.height()), index.data(), ink)

    def _paint_sign(self, painter: QPainter, group: Group, middle: float, *, chosen: bool) -> float:
        """Paint what stands before the name of a group; where the name begins."""
        if group.badge:
            return 28 + self._stamps.badge(painter, QPointF(28, middle), group.badge) + 6
        if group.confidence is not None:
            self._paint_confidence(painter, 28, middle, group.confidence, chosen=chosen)
            return 49
        return 28

    def _paint_confidence(
        self, painter: QPainter, x: float, middle: float, confidence: Confidence, *, chosen: bool
    ) -> None:
        inked = tokens.on_chosen(self._colours) if chosen else self._colours
        sign = confidence_sign(confidence, inked, self._words)
        self._stamps.sign(painter, QRectF(x, middle - 7.5, 15, 15), (confidence, chosen), sign)

    def _text(self, painter: QPainter, box: QRect, text: str, ink: str) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(ink))
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    @staticmethod
    def _is_apart_before(index: Index) -> bool:
        before = index.sibling(index.row() - 1, 0).data(GROUP_ROLE) if index.row() else None
        return isinstance(before, Group) and before.apart
