"""Sizes of meeting mode: larger on a larger screen, and as large as the room asks for."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from customs_app.ui import fonts

CAPTION, FACT, TITLE = 12.0, 15.0, 30.0
"""Sizes of type in points at factor 1."""

_LEAST, _MOST, _STEP = 0.92, 2.4, 1.09
_FULL = QSize(1440, 900)
_LEAST_HEIGHT = 640
"""What a screen needs in height at factor 1, in pixels."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much larger than on a screen of 1440 x 900 everything is.

    Never so small that a caption has less than 11 points and what is decided on less than 13.
    """

    factor: float = 1.0

    def font(self, points: float = FACT, *, bold: bool = False) -> QFont:
        """The font of a size, in points at factor 1."""
        return fonts.font(round(points * self.factor * 2) / 2, bold=bold)

    def px(self, pixels: float) -> int:
        """A length, in logical pixels at factor 1."""
        return round(pixels * self.factor)

    def larger(self) -> "Scale":
        """One step larger."""
        return _bounded(self.factor * _STEP)

    def smaller(self) -> "Scale":
        """One step smaller."""
        return _bounded(self.factor / _STEP)


def fitting(screen: QSize, wish: float = 1.0) -> Scale:
    """The scale for a screen; `wish` is how much larger than usual it was made the last time.

    Never so large that keys and foot would reach over the screen.
    """
    usual = min(screen.width() / _FULL.width(), screen.height() / _FULL.height())
    most = screen.height() / _LEAST_HEIGHT
    return _bounded(min(max(_LEAST, usual) * wish, most))


def _bounded(factor: float) -> Scale:
    return Scale(min(_MOST, max(_LEAST, factor)))
