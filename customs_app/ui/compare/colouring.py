"""By what the cells of the matrix are tinted."""

from enum import StrEnum

from customs_app.analysis.rows import Cell, Row
from customs_app.domain.codes import Channel
from customs_app.figures.tokens import Palette
from customs_app.language.words import N_

WITHIN = 1.2
"""A time within a fifth of the row's median counts as equal to it."""


class Colouring(StrEnum):
    """What a tint says."""

    CHANNEL = "channel"
    TIME = "time"
    NONE = "none"


LABELS = {
    Colouring.CHANNEL: N_("how it is done"),
    Colouring.TIME: N_("time against the row’s median"),
    Colouring.NONE: N_("none"),
}


class Speed(StrEnum):
    """A time against the median of its row, by its sign."""

    SLOWER = "▲"
    EQUAL = "="
    FASTER = "▼"


def speed_of(cell: Cell, row: Row) -> Speed | None:
    """How a cell's time stands to the row's median; None where one of them is no duration of its own."""
    typical = cell.hours.typ if cell.own and cell.hours is not None else None
    middle = row.median
    if typical is None or middle is None:
        return None
    if typical > middle * WITHIN:
        return Speed.SLOWER
    return Speed.FASTER if typical * WITHIN < middle else Speed.EQUAL


def ground(
    channel: Channel | None, speed: Speed | None, colouring: Colouring, palette: Palette
) -> str | None:
    """The tint of a cell; None where it has none."""
    if colouring is Colouring.CHANNEL and channel is not None:
        return palette.heat.get(channel)
    if colouring is Colouring.TIME and speed is not None:
        return {Speed.SLOWER: palette.slower, Speed.FASTER: palette.faster}.get(speed)
    return None
