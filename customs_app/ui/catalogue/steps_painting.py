"""Paints the cells of the steps table: texts, signs, badges, and the group rows."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from customs_app.domain.codes import CostKind
from customs_app.domain.review import Mark
from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import evidence_sign, verdict_sign
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui import fonts
from customs_app.ui.catalogue.cells import UNKNOWN, display, untranslated
from customs_app.ui.catalogue.columns import RIGHT_ALIGNED, Column
from customs_app.ui.catalogue.rows import Group, StepRow, summary
from customs_app.ui.icons import paint_icon
from customs_app.ui.widgets.delegates import CHANNEL_ICONS, STAGE_BAR, centred, paint_stage
from customs_app.ui.widgets.labels import badge_width, paint_badge

PADDING = 6
BAR = STAGE_BAR
_VCENTRE = Qt.AlignmentFlag.AlignVCenter


class StepPainter:
    """Paints cells of one palette and language."""

    def __init__(self, palette: Palette, words: Words) -> None:
        self._colours, self._words = palette, words
        self._font, self._bold = fonts.font(tokens.TABLE), fonts.font(tokens.TABLE, bold=True)
        self._figure, self._small = fonts.tabular(tokens.TABLE), fonts.tabular(tokens.SMALL)
        self._metrics = {id(font): QFontMetrics(font) for font in (self._font, self._bold, self._small)}
        self._metrics[id(self._figure)] = QFontMetrics(self._figure)
        self._special: dict[Column, Callable[[QPainter, QRect, StepRow, str | None], None]] = {
            Column.TITLE: self._title,
            Column.CHANNEL: self._channel,
            Column.COST: self._cost,
            Column.EVIDENCE: self._evidence,
            Column.MARK: self._marks,
        }

    def cell(self, painter: QPainter, rect: QRect, row: StepRow, column: Column, *, selected: bool) -> None:
        """Paint what a cell holds; `selected` asks for the ink of the selection."""
        ink = self._colours.on_sel if selected else None
        self._special.get(column, self._plain_of(column))(painter, rect, row, ink)

    def group(self, painter: QPainter, rect: QRect, group: Group, *, folded: bool, current: bool) -> None:
        """Paint a group row: arrow, name, how many steps and how many with a time."""
        colours = self._colours
        painter.fillRect(rect, QColor(colours.group))
        arrow = QRectF(rect.x() + BAR + 6, rect.y() + (rect.height() - 12) / 2, 12, 12)
        paint_icon(painter, arrow, "chevron-right" if folded else "chevron-down", colours.text2)
        box = rect.adjusted(BAR + 22, 0, -PADDING, 0)
        painter.setFont(self._bold)
        painter.setPen(QColor(colours.text))
        painter.drawText(box, _VCENTRE, group.name)
        box.setLeft(box.left() + self._metrics[id(self._bold)].horizontalAdvance(group.name) + 8)
        painter.setFont(self._font)
        painter.setPen(QColor(colours.text2))
        painter.drawText(box, _VCENTRE, summary(group, self._words))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if current:
            self.focus(painter, rect)

    def bar(self, painter: QPainter, rect: QRect, group: Group, *, on_path: bool) -> None:
        """Paint the bar of the stage at the left edge of a row, and beside it that of the path."""
        if group.stage is not None:
            paint_stage(painter, rect, group.stage, self._colours)
        if on_path:
            painter.fillRect(rect.x() + BAR, rect.y(), 2, rect.height(), QColor(self._colours.accent))

    def grid(self, painter: QPainter, rect: QRect) -> None:
        """Paint the lines at the right and the foot of a cell."""
        painter.setPen(QColor(self._colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def focus(self, painter: QPainter, rect: QRect) -> None:
        """Frame the cell that has the focus."""
        painter.setPen(QPen(QColor(self._colours.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _plain_of(self, column: Column) -> Callable[[QPainter, QRect, StepRow, str | None], None]:
        def plain(painter: QPainter, rect: QRect, row: StepRow, ink: str | None) -> None:
            text = display(row, column, self._words)
            right = column in RIGHT_ALIGNED
            second = column in (Column.AGENCY, Column.LAW)
            inset = PADDING + BAR if column is Column.NUMBER else PADDING
            self._text(painter, rect.adjusted(inset, 0, -PADDING, 0), text, ink, right=right, second=second)

        return plain

    def _text(
        self, painter: QPainter, box: QRect, text: str, ink: str | None, *, right: bool, second: bool = False
    ) -> None:
        small = right and not text.startswith("(") and text[:1].isalpha()
        font = self._small if small else self._figure if right else self._font
        painter.setFont(font)
        colour = ink or self._ink_of(text, faint=small, second=second)
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | _VCENTRE, self._fit(text, font, box.width()))

    def _ink_of(self, text: str, *, faint: bool, second: bool) -> str:
        if text == UNKNOWN:
            return self._colours.text3
        return self._colours.text2 if faint or second else self._colours.text

    def _fit(self, text: str, font: QFont, width: int) -> str:
        return self._metrics[id(font)].elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _title(self, painter: QPainter, rect: QRect, row: StepRow, ink: str | None) -> None:
        right = float(rect.right() - PADDING)
        middle = rect.center().y() + 0.5
        if row.condition is not None:
            right = self._badge(painter, right, middle, self._words.text("if"))
        if row.step.choice:
            right -= 14
            fork = QRectF(right, middle - 6.5, 13, 13)
            paint_icon(painter, fork, "git-fork", ink or self._colours.text2)
            right -= 4
        if untranslated(row.title, self._words):
            right = self._badge(painter, right, middle, "EN")
        box = QRect(rect.x() + PADDING, rect.y(), int(right - rect.x() - PADDING), rect.height())
        self._text(painter, box, row.title.text, ink, right=False)

    def _badge(self, painter: QPainter, right: float, middle: float, text: str) -> float:
        left = right - badge_width(text)
        paint_badge(painter, QPointF(left, middle), text, self._colours, plain=True)
        return left - 4

    def _channel(self, painter: QPainter, rect: QRect, row: StepRow, ink: str | None) -> None:
        if row.step.channel is None:
            self._unknown(painter, rect, ink)
            return
        paint_icon(
            painter, centred(rect, 15, 15), CHANNEL_ICONS[row.step.channel], ink or self._colours.text2
        )

    def _unknown(self, painter: QPainter, rect: QRect, ink: str | None) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(ink or self._colours.text3))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, UNKNOWN)

    def _cost(self, painter: QPainter, rect: QRect, row: StepRow, ink: str | None) -> None:
        box = rect.adjusted(PADDING, 0, -PADDING, 0)
        if row.step.cost.kind is CostKind.BAND:
            width = self._metrics[id(self._figure)].horizontalAdvance(row.cost)
            left = max(float(box.left()), box.right() - width - 18.0)
            icon = QRectF(left, rect.center().y() - 6.0, 13, 13)
            paint_icon(painter, icon, "chart-no-axes-column-increasing", ink or self._colours.text2)
            box.setLeft(int(left) + 15)
        self._text(painter, box, row.cost, ink, right=True)

    def _evidence(self, painter: QPainter, rect: QRect, row: StepRow, ink: str | None) -> None:
        if row.step.evidence is None:
            self._unknown(painter, rect, ink)
            return
        paint(painter, centred(rect, 16, 16), evidence_sign(row.step.evidence, self._colours, self._words))

    def _marks(self, painter: QPainter, rect: QRect, row: StepRow, ink: str | None) -> None:
        own = [mark for mark in row.marks if mark.document_id is None]
        shown = own or list(row.marks)
        side = 16.0 if own else 12.0
        room = max(1, int((rect.width() - 4) // 18))
        signs, more = (shown, 0) if len(shown) <= room else (shown[: room - 1], len(shown) - room + 1)
        width = 18.0 * (len(signs) + bool(more)) - 2
        left = rect.x() + (rect.width() - width) / 2
        for place, mark in enumerate(signs):
            box = QRectF(left + 18 * place + (16 - side) / 2, rect.center().y() - side / 2 + 0.5, side, side)
            self._mark(painter, box, mark)
        if more:
            painter.setFont(self._small)
            painter.setPen(QColor(ink or self._colours.text2))
            box = QRectF(left + 18 * len(signs), rect.y(), 18, rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{more}")

    def _mark(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        paint(painter, box, verdict_sign(mark.verdict, self._colours, self._words, stale=bool(mark.stale)))
