"""How sure the elapsed time is: bars from the 10th to the 90th of a hundred draws, on one axis of hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.numbers import number
from customs_app.ui.session import Session
from customs_app.ui.widgets.painting import Types, colour_of

_LINE, _BAR, _AXIS, _LEFT, _RIGHT = 34, 12, 26, 110, 190
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """A time in hours that is shorter in 10, 50 and 90 of a hundred draws; None where nothing is known."""

    name: str
    p10: float | None
    p50: float | None
    p90: float | None


class PercentileBars(QWidget):
    """A bar from the 10th to the 90th percentile, a stroke at the middle, and the figures beside it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._colours, self._words = session.palette, session.words
        self._types = Types()
        self.bars: tuple[Bar, ...] = ()
        self.setObjectName("effect_percentiles")
        self.setProperty("surface", "base")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, one below the other."""
        self.bars = tuple(bars)
        says = self._words.clauses(f"{bar.name}: {self.figures(bar)}" for bar in self.bars)
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.updateGeometry()
        self.update()

    def figures(self, bar: Bar) -> str:
        """The three figures of a bar in words."""
        if bar.p10 is None or bar.p50 is None or bar.p90 is None:
            return UNKNOWN
        low, middle, high = (self._hours(one) for one in (bar.p10, bar.p50, bar.p90))
        if low == high:
            return self._words.text("{hours} h", hours=middle)
        return self._words.text("{low} – {high} h, middle {middle}", low=low, high=high, middle=middle)

    def sizeHint(self) -> QSize:
        """As high as the bars and the axis."""
        return QSize(400, _LINE * max(1, len(self.bars)) + _AXIS)

    def minimumSizeHint(self) -> QSize:
        """Not lower."""
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars and the axis below them."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour_of(self._colours.base))
        known = [one for bar in self.bars for one in (bar.p10, bar.p90) if one is not None]
        if known:
            low, high = min(0.0, *known), max(0.0, *known)
            step = _step(high - low)
            low, high = step * floor(low / step), step * max(1, ceil(high / step))
            self._paint_axis(painter, low, high, step)
            for at, bar in enumerate(self.bars):
                self._paint_bar(painter, at, bar, low, high)
        painter.end()

    def _x(self, hours: float, low: float, high: float) -> float:
        return _LEFT + (self.width() - _LEFT - _RIGHT) * (hours - low) / (high - low)

    def _paint_axis(self, painter: QPainter, low: float, high: float, step: float) -> None:
        colours, font = self._colours, self._types.small
        foot = _LINE * len(self.bars)
        hours = low
        while hours <= high + step / 2:
            x = round(self._x(hours, low, high))
            zero = abs(hours) < step / 2
            painter.fillRect(QRectF(x, 0, 1, foot), colour_of(colours.ctl if zero else colours.line))
            text = self._hours(hours)
            font.draw(painter, x - font.width(text) / 2, foot + 10, text, colours.text2)
            hours += step
        unit = self._words.text("hours")
        font.draw(painter, self.width() - _RIGHT + 14, foot + 10, unit, colours.text3)

    def _paint_bar(self, painter: QPainter, at: int, bar: Bar, low: float, high: float) -> None:
        colours, middle = self._colours, _LINE * at + _LINE / 2
        font = self._types.plain
        font.draw(painter, 12, middle, font.fitted(bar.name, _LEFT - 20), colours.text)
        x = self.width() - _RIGHT + 14
        small = self._types.small
        small.draw(painter, x, middle, small.fitted(self.figures(bar), _RIGHT - 20), colours.text2)
        if bar.p10 is None or bar.p50 is None or bar.p90 is None:
            return
        left, right = (self._x(one, low, high) for one in (bar.p10, bar.p90))
        box = QRectF(left, middle - _BAR / 2, max(2.0, right - left), _BAR)
        painter.fillRect(box, colour_of(colours.charts[at % len(colours.charts)]))
        stroke = QRectF(self._x(bar.p50, low, high) - 1, middle - _BAR / 2 - 4, 2, _BAR + 8)
        painter.fillRect(stroke, colour_of(colours.text))

    def _hours(self, hours: float) -> str:
        return number(hours, self._words.language, decimals=1)


def _step(span: float) -> float:
    """A round distance of the strokes of the axis."""
    if span <= 0:
        return 1.0
    raw = span / _TICKS
    power: float = 10 ** floor(log10(raw))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= raw)
