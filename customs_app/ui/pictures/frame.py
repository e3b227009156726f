"""What is asked of whoever makes a picture."""

from collections.abc import Callable
from dataclasses import dataclass

from customs_app.figures.picture import Picture


@dataclass(frozen=True, slots=True)
class Frame:
    """The room for a picture in logical pixels, for those that fill what they are given; and its heading.

    A picture in a window that names it already is not `titled`; one that is saved or copied is.
    """

    width: float = 960.0
    height: float = 520.0
    titled: bool = True


Make = Callable[[Frame], Picture]
"""Makes a picture; it is called in a thread, so that it holds plain values alone."""

ON_PAPER = Frame()
