"""Paints the rows of the steps table: texts, signs, badges, and the group rows."""

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from customs_app.domain.codes import CostKind, Evidence
from customs_app.domain.review import Mark
from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint, pixmap
from customs_app.figures.signs import evidence_sign, verdict_sign
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui import fonts
from customs_app.ui.catalogue.cells import UNKNOWN, display, untranslated
from customs_app.ui.catalogue.columns import RIGHT_ALIGNED, Column
from customs_app.ui.catalogue.rows import Group, StepRow, summary
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.row_signs import CHANNEL_ICONS, STAGE_BAR, paint_stage

Span = tuple[Column, int, int]
"""A column that is shown, where it begins, and how wide it is."""
PADDING = 6
BAR = STAGE_BAR
_VCENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _VCENTRE, Qt.AlignmentFlag.AlignRight | _VCENTRE
_SECOND = frozenset({Column.AGENCY, Column.LAW})
_KEPT = 4000


class StepPainter:
    """Paints rows in one palette and language; remembers cut texts and signs, which come again and again."""

    def __init__(self, palette: Palette, words: Words) -> None:
        self._colours, self._words = palette, words
        self._font, self._bold = fonts.font(tokens.TABLE), fonts.font(tokens.TABLE, bold=True)
        self._figure, self._small = fonts.tabular(tokens.TABLE), fonts.tabular(tokens.SMALL)
        all_fonts = (self._font, self._bold, self._figure, self._small)
        self._metrics = {id(font): QFontMetrics(font) for font in all_fonts}
        self._cut: dict[tuple[str, int, int], str] = {}
        self._ratio = 1.0
        self._special: dict[Column, Callable[[QPainter, QRect, StepRow, str | None], None]] = {
            Column.TITLE: self._title,
            Column.CHANNEL: self._channel,
            Column.COST: self._cost,
            Column.EVIDENCE: self._evidence,
            Column.MARK: self._marks,
        }

    def row(
        self,
        painter: QPainter,
        rect: QRect,
        spans: Sequence[Span],
        row: StepRow,
        *,
        selected: bool,
        companion: bool,
    ) -> None:
        """Paint all cells of a step: selected, tinted as the companion of the selected one, or plain."""
        colours = self._colours
        self._ratio = painter.device().devicePixelRatio()
        if selected:
            painter.fillRect(rect, _colour(colours.sel))
        elif companion and not colours.outlined:
            painter.fillRect(rect, _colour(colours.accentbg))
        ink = colours.on_sel if selected else None
        for column, x, width in spans:
            cell = QRect(x, rect.y(), width, rect.height())
            special = self._special.get(column)
            if special is None:
                self._plain(painter, cell, row, column, ink)
            else:
                special(painter, cell, row, ink)
        painter.setPen(_colour(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if companion and colours.outlined:
            self.focus(painter, rect)
        painter.setPen(_colour(colours.line))
        for _, x, width in spans:
            painter.drawLine(x + width - 1, rect.top(), x + width - 1, rect.bottom())

    def group(self, painter: QPainter, rect: QRect, group: Group, *, folded: bool, current: bool) -> None:
        """Paint a group row: arrow, name, how many steps and how many with a time."""
        colours = self._colours
        self._ratio = painter.device().devicePixelRatio()
        painter.fillRect(rect, _colour(colours.group))
        arrow = "chevron-right" if folded else "chevron-down"
        self._icon(painter, rect.x() + BAR + 6, rect, arrow, size=12, ink=colours.text2)
        box = rect.adjusted(BAR + 22, 0, -PADDING, 0)
        painter.setFont(self._bold)
        painter.setPen(_colour(colours.text))
        painter.drawText(box, _VCENTRE, group.name)
        box.setLeft(box.left() + self._metrics[id(self._bold)].horizontalAdvance(group.name) + 8)
        painter.setFont(self._font)
        painter.setPen(_colour(colours.text2))
        painter.drawText(box, _VCENTRE, summary(group, self._words))
        painter.setPen(_colour(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if current:
            self.focus(painter, rect)

    def bar(self, painter: QPainter, rect: QRect, group: Group, *, on_path: bool) -> None:
        """Paint the bar of the stage at the left edge of a row, and beside it that of the path."""
        if group.stage is not None:
            paint_stage(painter, rect, group.stage, self._colours)
        if on_path:
            painter.fillRect(rect.x() + BAR, rect.y(), 2, rect.height(), _colour(self._colours.accent))

    def focus(self, painter: QPainter, rect: QRect) -> None:
        """Frame the cell that has the focus."""
        painter.setPen(QPen(_colour(self._colours.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _plain(self, painter: QPainter, cell: QRect, row: StepRow, column: Column, ink: str | None) -> None:
        right = column in RIGHT_ALIGNED
        inset = PADDING + BAR if column is Column.NUMBER else PADDING
        box = cell.adjusted(inset, 0, -PADDING, 0)
        text = display(row, column, self._words)
        self._text(painter, box, text, ink, right=right, second=column in _SECOND)

    def _text(
        self, painter: QPainter, box: QRect, text: str, ink: str | None, *, right: bool, second: bool = False
    ) -> None:
        small = right and text[:1].isalpha()
        font = self._small if small else self._figure if right else self._font
        painter.setFont(font)
        painter.setPen(_colour(ink or self._ink_of(text, faint=small or second)))
        painter.drawText(box, _RIGHT if right else _LEFT, self._fit(text, font, box.width()))

    def _ink_of(self, text: str, *, faint: bool) -> str:
        if text == UNKNOWN:
            return self._colours.text3
        return self._colours.text2 if faint else self._colours.text

    def _fit(self, text: str, font: QFont, width: int) -> str:
        key = (text, id(font), width)
        if key not in self._cut:
            if len(self._cut) > _KEPT:
                self._cut.clear()
            self._cut[key] = self._metrics[id(font)].elidedText(text, Qt.TextElideMode.ElideRight, width)
        return self._cut[key]

    def _icon(self, painter: QPainter, x: float, cell: QRect, name: str, *, size: int, ink: str) -> None:
        top = cell.y() + (cell.height() - size) // 2
        painter.drawPixmap(round(x), top, icon_pixmap(name, ink, size, self._ratio))

    def _title(self, painter: QPainter, cell: QRect, row: StepRow, ink: str | None) -> None:
        right = float(cell.right() - PADDING)
        middle = cell.center().y() + 0.5
        if row.condition is not None:
            right = self._badge(painter, right, middle, self._words.text("if"))
        if row.step.choice:
            right -= 14
            self._icon(painter, right, cell, "git-fork", size=13, ink=ink or self._colours.text2)
            right -= 4
        if untranslated(row.title, self._words):
            right = self._badge(painter, right, middle, "EN")
        box = QRect(cell.x() + PADDING, cell.y(), int(right - cell.x() - PADDING), cell.height())
        self._text(painter, box, row.title.text, ink, right=False)

    def _badge(self, painter: QPainter, right: float, middle: float, text: str) -> float:
        left = right - badge_width(text)
        paint_badge(painter, QPointF(left, middle), text, self._colours, plain=True)
        return left - 4

    def _channel(self, painter: QPainter, cell: QRect, row: StepRow, ink: str | None) -> None:
        if row.step.channel is None:
            self._unknown(painter, cell, ink)
            return
        x = cell.x() + (cell.width() - 15) // 2
        self._icon(painter, x, cell, CHANNEL_ICONS[row.step.channel], size=15, ink=ink or self._colours.text2)

    def _unknown(self, painter: QPainter, cell: QRect, ink: str | None) -> None:
        painter.setFont(self._font)
        painter.setPen(_colour(ink or self._colours.text3))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, UNKNOWN)

    def _cost(self, painter: QPainter, cell: QRect, row: StepRow, ink: str | None) -> None:
        box = cell.adjusted(PADDING, 0, -PADDING, 0)
        if row.step.cost.kind is CostKind.BAND:
            width = self._metrics[id(self._figure)].horizontalAdvance(row.cost)
            left = max(box.left(), box.right() - width - 18)
            name = "chart-no-axes-column-increasing"
            self._icon(painter, left, cell, name, size=13, ink=ink or self._colours.text2)
            box.setLeft(left + 15)
        self._text(painter, box, row.cost, ink, right=True)

    def _evidence(self, painter: QPainter, cell: QRect, row: StepRow, ink: str | None) -> None:
        if row.step.evidence is None:
            self._unknown(painter, cell, ink)
            return
        sign = _evidence_pixmap(
            row.step.evidence, self._colours.name, self._ratio, self._words, chosen=ink is not None
        )
        left, top = cell.x() + (cell.width() - 16) // 2, cell.y() + (cell.height() - 16) // 2
        painter.drawPixmap(left, top, sign)

    def _marks(self, painter: QPainter, cell: QRect, row: StepRow, ink: str | None) -> None:
        if not row.marks:
            return
        own = [mark for mark in row.marks if mark.document_id is None]
        shown = own or list(row.marks)
        side = 16 if own else 12
        room = max(1, (cell.width() - 4) // 18)
        signs, more = (shown, 0) if len(shown) <= room else (shown[: room - 1], len(shown) - room + 1)
        left = cell.x() + (cell.width() - 18 * (len(signs) + bool(more)) + 2) // 2
        for place, mark in enumerate(signs):
            x, y = left + 18 * place + (16 - side) // 2, cell.y() + (cell.height() - side) // 2
            self._mark(painter, QRectF(x, y, side, side), mark, chosen=ink is not None)
        if more:
            painter.setFont(self._small)
            painter.setPen(_colour(ink or self._colours.text2))
            box = QRect(left + 18 * len(signs), cell.y(), 18, cell.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{more}")

    def _mark(self, painter: QPainter, box: QRectF, mark: Mark, *, chosen: bool) -> None:
        colours = tokens.on_chosen(self._colours) if chosen else self._colours
        paint(painter, box, verdict_sign(mark.verdict, colours, self._words, stale=bool(mark.stale)))


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


@cache
def _evidence_pixmap(
    evidence: Evidence, palette: str, ratio: float, words: Words, *, chosen: bool
) -> QPixmap:
    colours = tokens.PALETTES[palette]
    return pixmap(evidence_sign(evidence, tokens.on_chosen(colours) if chosen else colours, words), ratio)
