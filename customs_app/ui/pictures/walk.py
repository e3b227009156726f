"""From place to place of a picture by keys."""

from collections.abc import Sequence

from customs_app.figures.picture import Hotspot


def follow(spots: Sequence[Hotspot], current: Hotspot | None, by: int) -> Hotspot | None:
    """The place after (`by` 1) or before (-1) the current one, in their order; the ends stay."""
    if not spots:
        return None
    if current is None or current not in spots:
        return spots[0 if by > 0 else -1]
    return spots[min(max(spots.index(current) + by, 0), len(spots) - 1)]


def above_or_below(spots: Sequence[Hotspot], current: Hotspot | None, by: int) -> Hotspot | None:
    """The nearest place wholly below (`by` 1) or above (-1) the current one, which stays where none is."""
    if current is None or current not in spots:
        return follow(spots, current, by)
    there = [spot for spot in spots if _gap(current, spot, by) >= 0 and spot is not current]
    return min(there, key=lambda spot: _farness(current, spot, by), default=current)


def _gap(one: Hotspot, other: Hotspot, by: int) -> float:
    """How far below (or above) it another begins; negative where it does not."""
    return other.y - one.y - one.height if by > 0 else one.y - other.y - other.height


def _farness(one: Hotspot, other: Hotspot, by: int) -> float:
    """Places straight above or below are nearer than those aside."""
    aside = abs((other.x + other.width / 2) - (one.x + one.width / 2))
    return _gap(one, other, by) + 2 * max(0.0, aside - one.width / 2)
