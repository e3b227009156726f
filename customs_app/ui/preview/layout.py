"""Where the pages of a paper stand, one below the other or as facing pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

from customs_app.ui.preview.zoom import Fit, Zoom

MARGIN, GAP = 10, 10
_BETWEEN = 2
_POINT = 96 / 72
_LEAST = 60
_HAIR = 1e-6

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes of the pages in logical pixels, from the upper left of all, and how large all of it is."""

    boxes: tuple[QRect, ...]
    width: int
    height: int


class _Row(NamedTuple):
    """Pages beside each other: widths and heights in pixels, how wide all are, and where they begin."""

    widths: tuple[int, ...]
    heights: tuple[int, ...]
    whole: int
    left: int


def lay_out(sizes: Sequence[Size], room: QSize, zoom: Zoom, *, facing: bool) -> Layout:
    """Lay pages out in a room. `sizes` are in points; facing pages stand as in a book, the first alone."""
    boxes: list[QRect] = []
    top, across = GAP, 0
    # Nearly all rows of a long paper are alike.
    known: dict[tuple[Size, ...], _Row] = {}
    for sheets in _rows(sizes, facing=facing):
        row = known.get(sheets)
        if row is None:
            row = known[sheets] = _row(sheets, room, zoom, facing=facing)
        # A page that has no page beside it stands as if there were one: the first on the right.
        at = row.left + (row.widths[0] + _BETWEEN if facing and not boxes else 0)
        for width, height in zip(row.widths, row.heights, strict=True):
            boxes.append(QRect(at, top, width, height))
            at += width + _BETWEEN
        across = max(across, row.whole + 2 * MARGIN)
        top += max(row.heights) + GAP
    return Layout(tuple(boxes), across, top)


def _row(sheets: Sequence[Size], room: QSize, zoom: Zoom, *, facing: bool) -> _Row:
    scale = _scale(sheets, room, zoom, facing=facing)
    # What is fitted is never a pixel too wide: it would have to be scrolled.
    cut = floor if isinstance(zoom, Fit) else round
    widths = tuple(max(1, cut(wide * scale + _HAIR)) for wide, _ in sheets)
    heights = tuple(
        max(1, ceil(high * width / wide)) for (wide, high), width in zip(sheets, widths, strict=True)
    )
    alone = facing and len(sheets) == 1
    whole = 2 * widths[0] + _BETWEEN if alone else sum(widths) + _BETWEEN * (len(widths) - 1)
    return _Row(widths, heights, whole, max(MARGIN, (room.width() - whole) // 2))


def _rows(sizes: Sequence[Size], *, facing: bool) -> Iterator[tuple[Size, ...]]:
    if not facing:
        yield from ((size,) for size in sizes)
        return
    if sizes:
        yield (sizes[0],)
    yield from (tuple(sizes[at : at + 2]) for at in range(1, len(sizes), 2))


def _scale(row: Sequence[Size], room: QSize, zoom: Zoom, *, facing: bool) -> float:
    if not isinstance(zoom, Fit):
        return zoom / 100 * _POINT
    wide = sum(wide for wide, _ in row) * (2 if facing and len(row) == 1 else 1)
    between = _BETWEEN if facing else 0
    across = max(_LEAST, room.width() - 2 * MARGIN - between) / wide
    if zoom is Fit.WIDTH:
        return across
    down = (room.height() - 2 * GAP) / max(high for _, high in row)
    return max(_LEAST / wide, min(across, down))
