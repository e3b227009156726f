"""Lays out and paints the lines of a cell: wrapped text in several tones, an icon or sign before it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import evidence_sign
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.review.cells import Line, Tone
from customs_app.ui.widgets.labels import badge_width, paint_badge

_SIGN, _HANGING = 15.0, 20.0


class LaidLines:
    """Lines laid out in a width in pixels; `height` is what they take."""

    def __init__(self, lines: Sequence[Line], width: float, palette: Palette, words: Words) -> None:
        self._palette, self._words = palette, words
        self._laid: list[tuple[float, Line, QTextLayout]] = []
        font = fonts.tabular(tokens.TABLE)
        y = 0.0
        for line in lines:
            layout = _layout(line, max(40.0, width - indent(line)), font, palette)
            self._laid.append((y, line, layout))
            y += layout.boundingRect().height() + 1
        self.height = y

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the lines, their upper left corner at a point."""
        for y, line, layout in self._laid:
            height = layout.lineAt(0).height() if layout.lineCount() else _SIGN
            self._paint_before(painter, at + QPointF(0, y), height, line)
            layout.draw(painter, at + QPointF(indent(line), y))

    def link_at(self, place: QPointF) -> str:
        """The link under a point, measured from the upper left corner; empty where there is none."""
        for y, line, layout in self._laid:
            for number in range(layout.lineCount()):
                laid = layout.lineAt(number)
                box = laid.naturalTextRect().translated(indent(line), y)
                if box.contains(place):
                    on_letter = laid.CursorPosition.CursorOnCharacter
                    return _link_of(line, laid.xToCursor(place.x() - indent(line), on_letter))
        return ""

    def _paint_before(self, painter: QPainter, at: QPointF, height: float, line: Line) -> None:
        box = QRectF(at.x(), at.y() + (height - _SIGN) / 2, _SIGN, _SIGN)
        if line.badge:
            paint_badge(painter, QPointF(at.x(), at.y() + height / 2), line.badge, self._palette)
        elif line.signed:
            paint(painter, box, evidence_sign(line.evidence, self._palette, self._words))
        elif line.icon:
            paint_icon(painter, box, line.icon, self._palette.text2)


def indent(line: Line) -> float:
    """How far the text stands from the left, after its icon, badge or sign."""
    if line.badge:
        return badge_width(line.badge) + 6
    return _HANGING if line.icon or line.signed else 0.0


def _link_of(line: Line, position: int) -> str:
    start = 0
    for run in line.runs:
        start += len(run.text)
        if position < start:
            return run.link
    return ""


def _layout(line: Line, width: float, font: QFont, palette: Palette) -> QTextLayout:
    text = "".join(run.text for run in line.runs).replace("\n", "\u2028")
    layout = QTextLayout(text, font)
    layout.setFormats(_formats(line, palette))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (laid := layout.createLine()).isValid():
        laid.setLineWidth(width)
        laid.setPosition(QPointF(0, y))
        y += laid.height()
    layout.endLayout()
    return layout


def _formats(line: Line, palette: Palette) -> list[QTextLayout.FormatRange]:
    colours = {
        Tone.PLAIN: palette.text,
        Tone.STRONG: palette.text,
        Tone.SOFT: palette.text3,
        Tone.LINK: palette.accent,
    }
    formats, start = [], 0
    for run in line.runs:
        look = QTextCharFormat()
        look.setForeground(QColor(colours[run.tone]))
        if run.tone is Tone.STRONG:
            look.setFontWeight(QFont.Weight.DemiBold)
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, len(run.text), look
        formats.append(part)
        start += len(run.text)
    return formats
