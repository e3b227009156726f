"""What the preview knows of a paper, what it wants of it, and what it finds in it; plain values alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QImage

from customs_app.domain.text import Language


class Spot(NamedTuple):
    """A place on paper: the page, counted from 0, and how far below its upper edge (0 to 1 of its height)."""

    page: int
    down: float


class Area(NamedTuple):
    """A part of a page: its edges from 0 to 1 of the page's width and height, from the upper left."""

    left: float
    top: float
    right: float
    bottom: float


class Heading(NamedTuple):
    """An entry of the paper's outline: `level` is counted from 0."""

    title: str
    level: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class Paper:
    """A written paper: `sizes` of its pages in points, where its parts begin, and its outline.

    `turn` tells it from papers that were shown before, `edition` is the short hash that it prints.
    """

    turn: int
    language: Language
    edition: str
    sizes: tuple[tuple[float, float], ...]
    spots: Mapping[str, Spot]
    outline: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class PageWanted:
    """A picture that the preview wants: of a page, so many device pixels wide."""

    page: int
    width: int


@dataclass(frozen=True, slots=True)
class SearchWanted:
    """Words that are looked for on a page."""

    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Pictured:
    """The picture of a page of the paper of a turn."""

    wanted: PageWanted
    turn: int
    picture: QImage


@dataclass(frozen=True, slots=True)
class Searched:
    """Where words stand on a page of the paper of a turn: for each hit the areas, one a line."""

    wanted: SearchWanted
    turn: int
    hits: tuple[tuple[Area, ...], ...]


Wanted = PageWanted | SearchWanted
Answer = Pictured | Searched
