"""Finds places for labels where nothing else stands."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from customs_app.figures.shapes import Point

_MARGIN = 2.0
"""Room that stays free beside a line."""


class Rect(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rect") -> bool:
        """Whether both have a point in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Rect") -> bool:
        """Whether it lies in the other whole."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


class FreePlaces:
    """What is taken of an area; labels ask it for room."""

    def __init__(self, area: Rect) -> None:
        self._area = area
        self._taken: list[Rect] = []

    def take(self, rect: Rect) -> None:
        """Mark a rectangle as taken."""
        self._taken.append(rect)

    def take_line(self, points: Sequence[Point]) -> None:
        """Mark a line of level and upright pieces as taken."""
        for (x1, y1), (x2, y2) in pairwise(points):
            self._taken.append(
                Rect(
                    min(x1, x2) - _MARGIN, min(y1, y2) - _MARGIN, max(x1, x2) + _MARGIN, max(y1, y2) + _MARGIN
                )
            )

    def first_free(self, places: Iterable[Rect]) -> Rect | None:
        """The first of the places that is free, which is then taken; None where none is."""
        for place in places:
            if place.within(self._area) and not any(place.meets(other) for other in self._taken):
                self._taken.append(place)
                return place
        return None
