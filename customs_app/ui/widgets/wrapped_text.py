"""A text over a few lines, cut at the end of the last one where it is longer."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from customs_app.ui.widgets.painting import colour_of

_MOST_KEPT = 2000


class Wrapped:
    """A font and how many lines a text may have; how texts are broken is remembered."""

    def __init__(self, font: QFont, lines: int) -> None:
        self._font, self._lines = font, lines
        self._metrics = QFontMetrics(font)
        self._kept: dict[tuple[str, int], tuple[str, ...]] = {}

    @property
    def height(self) -> int:
        """The height of all lines, in logical pixels."""
        return self._lines * self._metrics.lineSpacing()

    def lines(self, text: str, room: int) -> tuple[str, ...]:
        """The text in lines of at most `room` logical pixels; the last one ends in `…` where it is cut."""
        known = self._kept.get((text, room))
        if known is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            known = self._kept[text, room] = self._break(text, max(room, 1))
        return known

    def draw(self, painter: QPainter, at: QPointF, text: str, room: int, colour: str) -> None:
        """Draw a text below and right of a point."""
        painter.setFont(self._font)
        painter.setPen(colour_of(colour))
        y = at.y() + self._metrics.ascent()
        for line in self.lines(text, room):
            painter.drawText(QPointF(at.x(), y), line)
            y += self._metrics.lineSpacing()

    def _break(self, text: str, room: int) -> tuple[str, ...]:
        layout = QTextLayout(text, self._font)
        layout.setTextOption(_option())
        layout.beginLayout()
        starts = []
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(room)
            starts.append(line.textStart())
            line = layout.createLine()
        layout.endLayout()
        ends = [*starts[1:], len(text)]
        parts = [text[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]
        if len(parts) <= self._lines:
            return tuple(parts)
        last = text[starts[self._lines - 1] :]
        return (*parts[: self._lines - 1], self._metrics.elidedText(last, Qt.TextElideMode.ElideRight, room))


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
