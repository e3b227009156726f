"""How large pages are shown."""

from enum import StrEnum

STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
"""Sizes in percent that one comes through; 100 is the size of the paper."""


class Fit(StrEnum):
    """Pages as large as there is room."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | int
"""A fit, or percent of the size of the paper."""


def next_step(percent: float, by: int) -> int:
    """The next larger (`by` 1) or smaller (-1) step than a size that may lie between two steps."""
    if by > 0:
        return next((step for step in STEPS if step > percent + 0.5), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < percent - 0.5), STEPS[0])


def zoom_of(value: object, otherwise: Zoom) -> Zoom:
    """A zoom by what `str` made of it, another where it is none."""
    text = str(value)
    if text in set(Fit):
        return Fit(text)
    return int(text) if text.isascii() and text.isdecimal() and int(text) in STEPS else otherwise
