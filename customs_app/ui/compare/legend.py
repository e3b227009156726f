"""What the icons, tints and signs of the matrix mean, in one line, or more where it is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customs_app.analysis.heat import GRADED, Measure, Standing, shade
from customs_app.analysis.tolerance import USUAL, Tolerance
from customs_app.domain.codes import Channel, Evidence
from customs_app.figures import tokens
from customs_app.figures.icon_shapes import CHANNEL_ICONS
from customs_app.figures.measure_names import UNITS
from customs_app.language.labels import label
from customs_app.ui import fonts
from customs_app.ui.compare.cell_painter import paint_evidence
from customs_app.ui.compare.colouring import Colouring, ground
from customs_app.ui.compare.tolerances import tolerance_text
from customs_app.ui.session import Session
from customs_app.ui.widgets.painting import Type, paint_sign_icon

_LINE = 22
_BETWEEN = 13
_SWATCH = 14
_ICON = 15
_FIGURES = (Measure.TIME, Measure.COST)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign (icon, text or strength of evidence), the colour of its swatch, and what it says."""

    says: str
    icon: str = ""
    sign: str = ""
    tint: str = ""
    evidence: Evidence | None = None


class MatrixLegend(QWidget):
    """Painted; the whole of it is also its accessible name."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._type = Type(fonts.font(tokens.SMALL))
        self._entries: Sequence[_Entry] = ()
        self.setObjectName("compare_legend")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_meaning(Colouring.CHANNEL, Measure.TIME, USUAL)

    def show_meaning(self, colouring: Colouring, measure: Measure, tolerance: Tolerance) -> None:
        """Explain the tints of a colouring, and the unit and signs of a measure."""
        heat = colouring is Colouring.MEASURE
        self._entries = (
            *self._channels(tinted=colouring is Colouring.CHANNEL or (heat and measure is Measure.CHANNEL)),
            *(self._evidence(tinted=heat) if measure is Measure.EVIDENCE else ()),
            *(self._standings(measure, tolerance) if heat and measure not in GRADED else ()),
            *self._signs(measure),
        )
        self.setAccessibleName(
            "; ".join(" ".join(part for part in (one.sign, one.says) if part) for one in self._entries)
        )
        self._settle()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(400, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entries."""
        painter = QPainter(self)
        for entry, x, line in self._placed():
            self._paint(painter, entry, x, line * _LINE + _LINE / 2)
        painter.end()

    def _channels(self, *, tinted: bool) -> tuple[_Entry, ...]:
        heat = self._session.palette.heat if tinted else {}
        return tuple(
            _Entry(label(channel, self._session.words), CHANNEL_ICONS[channel], tint=heat.get(channel, ""))
            for channel in Channel
        )

    def _evidence(self, *, tinted: bool) -> tuple[_Entry, ...]:
        palette, words = self._session.palette, self._session.words
        colouring = Colouring.MEASURE if tinted else Colouring.NONE
        return tuple(
            _Entry(
                label(evidence, words),
                tint=ground(None, grade, colouring, palette) or "",
                evidence=evidence,
            )
            for grade, evidence in enumerate(Evidence)
        )

    def _standings(self, measure: Measure, tolerance: Tolerance) -> tuple[_Entry, ...]:
        words, palette = self._session.words, self._session.palette
        times = {Measure.TIME: tolerance.time, Measure.COST: tolerance.cost}.get(measure, 1.0)

        def tint(standing: Standing) -> str:
            return ground(None, shade(measure, standing, None), Colouring.MEASURE, palette) or ""

        return (
            _Entry(words.text("above the row’s median"), sign="▲", tint=tint(Standing.MORE)),
            _Entry(words.text("below it"), sign="▼", tint=tint(Standing.LESS)),
            _Entry(tolerance_text(times, words), sign="="),
        )

    def _signs(self, measure: Measure) -> tuple[_Entry, ...]:
        text = self._session.words.text
        unit = () if measure in GRADED else (_Entry(text(UNITS[measure]), sign="7"),)
        own: dict[Measure, tuple[_Entry, ...]] = {
            Measure.TIME: (_Entry(text("limit"), sign="≤"),),
            Measure.COST: (_Entry(text("rate"), sign="%"), _Entry(text("not added"), sign="(7)")),
            Measure.DOCUMENTS: (_Entry(text("at least"), sign="≥"),),
            Measure.VISITS: (_Entry(text("at least"), sign="≥"),),
            Measure.CHANNEL: (_Entry(text("another way besides"), sign="+1"),),
            Measure.EVIDENCE: (_Entry(text("another strength besides"), sign="+1"),),
        }
        aggregate = (_Entry(text("aggregate"), sign="[3]"),) if measure in _FIGURES else ()
        two = () if measure is Measure.STEPS else (_Entry(text("two steps"), sign="×2"),)
        unknown = (_Entry(text("unknown"), sign="?"), _Entry(text("no such step"), sign="–"))
        return (*unit, *unknown, *two, *aggregate, *own.get(measure, ()))

    def _width(self, entry: _Entry) -> int:
        width = self._type.width(entry.says)
        width += _ICON + 4 if entry.icon or entry.evidence else 0
        width += self._type.width(entry.sign) + 4 if entry.sign else 0
        return width + (_SWATCH + 4 if entry.tint else 0)

    def _placed(self) -> list[tuple[_Entry, int, int]]:
        placed, x, line = [], 0, 0
        for entry in self._entries:
            width = self._width(entry)
            if x and x + width > self.width():
                x, line = 0, line + 1
            placed.append((entry, x, line))
            x += width + _BETWEEN
        return placed

    def _settle(self) -> None:
        lines = max((line for _, _, line in self._placed()), default=0) + 1
        self.setFixedHeight(lines * _LINE)

    def _paint(self, painter: QPainter, entry: _Entry, x: float, middle: float) -> None:
        colours = self._session.palette
        if entry.icon:
            paint_sign_icon(painter, QPointF(x, middle), entry.icon, colours.text2)
            x += _ICON + 4
        if entry.evidence is not None:
            paint_evidence(painter, QPointF(x, middle), entry.evidence, colours, self._session.words)
            x += _ICON + 4
        if entry.sign:
            self._type.draw(painter, x, middle, entry.sign, colours.text)
            x += self._type.width(entry.sign) + 4
        if entry.tint:
            painter.setPen(QColor(colours.line2))
            painter.setBrush(QColor(entry.tint))
            painter.drawRect(int(x), int(middle) - 6, _SWATCH - 2, 11)
            x += _SWATCH + 4
        self._type.draw(painter, x, middle, entry.says, colours.text2)
