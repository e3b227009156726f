"""How the two lists are laid out: what both delegate and header go by."""

from collections.abc import Iterable

from customs_app.figures import tokens
from customs_app.figures.tokens import SMALL
from customs_app.language.words import Words
from customs_app.reports.pair.lines import PairLine
from customs_app.ui import fonts
from customs_app.ui.widgets.painting import BAR, PADDING, Type

NUMBER = 24
CHANNEL = 30
CHIP_PADDING = 9
CHIP_HEIGHT = 19
_LEAST_BETWEEN, _TIE = 150, 24
_LEAST_TIME = 58
_SHARE = 0.22


class Layout:
    """Fonts, and the widths that depend on what is shown, in logical pixels.

    `time` is the width of the times of both sides, `between` that of the connectors.
    """

    def __init__(self, words: Words) -> None:
        self.plain = Type(fonts.tabular(tokens.TABLE))
        self.bold = Type(fonts.tabular(tokens.TABLE, bold=True))
        self.small = Type(fonts.tabular(SMALL))
        self.small_bold = Type(fonts.tabular(SMALL, bold=True))
        self.channel_head = words.text("Way")
        self.time_head = words.text("Time (h)")
        self.time = _LEAST_TIME
        self.channel = max(CHANNEL, self.small_bold.width(self.channel_head) + PADDING)
        self._wanted = _LEAST_BETWEEN

    def measure(self, lines: Iterable[PairLine]) -> None:
        """Take the widths that these rows need."""
        times = [self.small_bold.width(self.time_head)]
        chips = [0]
        for line in lines:
            times += [self.plain.width(look.time) for look in (line.left, line.right) if look is not None]
            chips.append(self.small.width(chip_text(line)) + 2 * (CHIP_PADDING + _TIE))
        self.time = max(_LEAST_TIME, *times) + 2 * PADDING
        self._wanted = max(_LEAST_BETWEEN, *chips)

    def between(self, room: int) -> int:
        """The width of the connectors where both lists and they have so much room."""
        return min(self._wanted, max(_LEAST_BETWEEN, round(room * _SHARE)))


def chip_text(line: PairLine) -> str:
    """The words on the connector of a row."""
    return " · ".join(line.said)


def title_left() -> int:
    """Where titles begin, from the left edge of their cell."""
    return BAR + NUMBER + PADDING + 2
