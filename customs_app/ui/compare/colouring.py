"""By what the cells of the matrix are tinted."""

from enum import StrEnum

from customs_app.domain.codes import Channel
from customs_app.figures.tokens import Palette
from customs_app.language.words import N_

_GRADES = tuple(Channel)


class Colouring(StrEnum):
    """What a tint says."""

    CHANNEL = "channel"
    MEASURE = "measure"
    NONE = "none"


LABELS = {
    Colouring.CHANNEL: N_("how it is done"),
    Colouring.MEASURE: N_("the figure shown"),
    Colouring.NONE: N_("none"),
}


def ground(channel: Channel | None, shade: int | None, colouring: Colouring, palette: Palette) -> str | None:
    """The tint of a cell; None where it has none."""
    if colouring is Colouring.CHANNEL and channel is not None:
        return palette.heat.get(channel)
    if colouring is Colouring.MEASURE and shade is not None:
        return palette.heat.get(_GRADES[shade])
    return None
