"""Paints one cell of an activity: icon, number of steps, `if`, mark, figure with its sign, tint below."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from customs_app.analysis.heat import GRADED, Measure
from customs_app.domain.codes import Evidence
from customs_app.figures.figure_text import ABSENT, UNKNOWN
from customs_app.figures.icon_shapes import CHANNEL_ICONS
from customs_app.figures.qt_painter import pixmap
from customs_app.figures.signs import evidence_sign
from customs_app.figures.tokens import PALETTES, Palette
from customs_app.language.words import Words
from customs_app.ui.compare.cells import CellLook
from customs_app.ui.compare.colouring import Colouring, ground
from customs_app.ui.widgets.painting import (
    ICON,
    PADDING,
    SIGN,
    Types,
    colour_of,
    paint_grid,
    paint_mark,
    paint_sign_icon,
    paint_tag,
    tag_width,
)

GAP = 4


class CellPainter:
    """`colouring` says what the tints mean, `measure` which figure the looks have."""

    def __init__(self, palette: Palette, words: Words, types: Types) -> None:
        self._colours, self._words, self._types = palette, words, types
        self._if = words.text("if")
        self.colouring = Colouring.CHANNEL
        self.measure = Measure.TIME

    def needed(self, look: CellLook) -> int:
        """The width in which nothing of a cell is cut."""
        if look.absent:
            return 0
        types = self._types
        width = ICON + GAP + types.plain.width(self._figure(look)) + 2 * PADDING + GAP
        if look.count:
            width += types.small.width(look.count) + GAP
        if look.conditional:
            width += tag_width(self._if, types.caption) + GAP
        if look.mark is not None:
            width += SIGN + GAP + (types.small.width(f"+{look.marks - 1}") if look.marks > 1 else 0)
        return width + (SIGN + GAP if self._graded(look) else 0) + 1

    def key(self, look: CellLook) -> tuple[object, ...]:
        """What makes two cells look alike."""
        mark = (look.mark.verdict, bool(look.mark.stale), look.marks) if look.mark is not None else None
        return (
            *(look.text, look.channel, look.count, look.conditional, look.standing, look.shade),
            *(look.evidence, mark, self.colouring, self.measure),
        )

    def paint(self, painter: QPainter, rect: QRect, look: CellLook, *, chosen: bool) -> None:
        """Paint a cell with its ground and grid."""
        colours, types = self._colours, self._types
        tint = ground(look.channel, look.shade, self.colouring, colours)
        painter.fillRect(rect, colour_of(colours.sel if chosen else tint or colours.base))
        paint_grid(painter, rect, colours.line)
        middle = rect.y() + rect.height() / 2
        if look.absent:
            ink = colours.on_sel if chosen else colours.text3
            x = rect.x() + (rect.width() - types.plain.width(ABSENT)) / 2
            types.plain.draw(painter, x, middle, ABSENT, ink)
            return
        ink = colours.on_sel if chosen else colours.text
        soft = colours.on_sel if chosen else colours.text if tint else colours.text2
        self._signs(painter, rect.x() + PADDING, middle, look, soft)
        text = self._figure(look)
        faint = text == UNKNOWN and not chosen and not tint
        x = rect.right() - PADDING - types.plain.width(text)
        types.plain.draw(painter, x, middle, text, colours.text3 if faint else ink)
        if self._graded(look):
            at = QPointF(x - GAP - SIGN, middle)
            paint_evidence(painter, at, look.evidence, colours, self._words, chosen=chosen)

    def _signs(self, painter: QPainter, x: float, middle: float, look: CellLook, ink: str) -> None:
        types, colours = self._types, self._colours
        if look.channel is None:
            types.plain.draw(painter, x + 4, middle, UNKNOWN, ink)
        else:
            paint_sign_icon(painter, QPointF(x, middle), CHANNEL_ICONS[look.channel], ink)
        x += ICON + GAP
        if look.count:
            types.small.draw(painter, x, middle, look.count, ink)
            x += types.small.width(look.count) + GAP
        if look.conditional:
            line = colours.ctl if ink != colours.on_sel or not colours.outlined else ink
            paint_tag(painter, QPointF(x, middle), self._if, types.caption, inside=ink, line=line)
            x += tag_width(self._if, types.caption) + GAP
        if look.mark is not None:
            paint_mark(painter, QPointF(x, middle), look.mark, colours, self._words)
            if look.marks > 1:
                types.small.draw(painter, x + SIGN + 1, middle, f"+{look.marks - 1}", ink)

    def _figure(self, look: CellLook) -> str:
        """The figure; where the tints mean it, with the sign of how it stands in its row."""
        told = self.colouring is Colouring.MEASURE and self.measure not in GRADED
        return f"{look.standing} {look.text}" if told and look.standing is not None else look.text

    def _graded(self, look: CellLook) -> bool:
        return self.measure is Measure.EVIDENCE and look.evidence is not None


def paint_evidence(
    painter: QPainter,
    at: QPointF,
    evidence: Evidence | None,
    palette: Palette,
    words: Words,
    *,
    chosen: bool = False,
) -> None:
    """The sign of a strength of evidence, its middle left at a point."""
    box = QRect(round(at.x()), round(at.y() - SIGN / 2), SIGN, SIGN)
    if chosen and palette.outlined:
        painter.fillRect(box, colour_of(palette.base))  # on a full colour it brings along its own ground
    picture = _evidence(evidence, palette.name, words, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(at.x(), at.y() - SIGN / 2), picture)


@cache
def _evidence(evidence: Evidence | None, palette: str, words: Words, ratio: float) -> QPixmap:
    return pixmap(evidence_sign(evidence, PALETTES[palette], words), ratio, QSizeF(SIGN, SIGN))
