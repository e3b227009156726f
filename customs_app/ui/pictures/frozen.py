"""What of a picture stays in sight while the rest is moved: names at the left, and heads above columns."""

from typing import NamedTuple

from customs_app.figures.picture import About, Picture

_APART = 36.0
"""Places nearer to each other (units) than this belong to one part of the picture."""


class Frozen(NamedTuple):
    """`head` is the width of the names at the left, which stay within `spans` (top, bottom) alone.

    `top` and `bottom` enclose the heads above columns; they are equal where there are none. In units of the
    picture.
    """

    head: float = 0.0
    spans: tuple[tuple[float, float], ...] = ()
    top: float = 0.0
    bottom: float = 0.0


def frozen_of(picture: Picture) -> Frozen:
    """What stays in sight of a picture; legends and headings do not."""
    heads = [spot for spot in picture.hotspots if spot.about is About.COUNTRY]
    top = min((spot.y for spot in heads), default=0.0)
    bottom = max((spot.y + spot.height for spot in heads), default=0.0)
    return Frozen(picture.head, _spans(picture) if picture.head else (), top, bottom)


def _spans(picture: Picture) -> tuple[tuple[float, float], ...]:
    """Where the parts of the picture stand that have names at the left: where its places are."""
    found: list[tuple[float, float]] = []
    for top, bottom in sorted((spot.y, spot.y + spot.height) for spot in picture.hotspots):
        if found and top <= found[-1][1] + _APART:
            found[-1] = found[-1][0], max(found[-1][1], bottom)
        else:
            found.append((top, bottom))
    return tuple(found)
