"""A picture: a drawing, the places in it that mean something, and the table that says the same."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from customs_app.figures.shapes import Drawing


class About(StrEnum):
    """What a place of a picture stands for, and so what `Hotspot.target` is the id of.

    STEP: a step's id. BLOCK: the key of a block of a corridor. ACTIVITY: an activity's code, of
    `Hotspot.country` where one is given. STAGE: the value of a stage, of `Hotspot.country`. COUNTRY: a
    country (ISO 3166 alpha-2). GAP: the key of the block that has no
    procedure. AGENCY: an agency's id.
    """

    STEP = "step"
    BLOCK = "block"
    ACTIVITY = "activity"
    STAGE = "stage"
    COUNTRY = "country"
    GAP = "gap"
    AGENCY = "agency"


class Hotspot(NamedTuple):
    """A place of the drawing, in its units, that tells more and leads somewhere.

    `tooltip` is plain text in lines, whole also where the drawing shortens it. Of places that overlap the
    last in order lies on top.
    """

    x: float
    y: float
    width: float
    height: float
    about: About
    target: str
    tooltip: str
    country: str | None = None

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the drawing lies in this place."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


class PictureTable(NamedTuple):
    """What the picture shows, as text in rows as long as the head, for those who cannot see it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Picture(NamedTuple):
    """A picture of 100 % size: `drawing.width` x `drawing.height` logical pixels.

    `head` is the part at the left, in the same units, that should stay in sight while the rest is moved
    (names of lanes, of rows, an axis); 0 where there is none. `ground` is the colour to fill it with first.
    """

    title: str
    drawing: Drawing
    hotspots: tuple[Hotspot, ...]
    table: PictureTable
    ground: str
    head: float = 0.0

    def at(self, x: float, y: float) -> Hotspot | None:
        """The topmost place at a point of the drawing; None where there is none."""
        return next((spot for spot in reversed(self.hotspots) if spot.holds(x, y)), None)

    def of(self, target: str, about: About = About.STEP) -> Sequence[Hotspot]:
        """The places that stand for something."""
        return [spot for spot in self.hotspots if spot.target == target and spot.about is about]
