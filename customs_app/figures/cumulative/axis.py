"""The axis of a chart of time step by step: a slot for each step, columns for what nothing is known of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from customs_app.analysis.corridor.result import Chain, ChainBlock, ChainPoint, Gap
from customs_app.domain.corridor import GapKind

_DRIVING, _NO_PROCEDURE = 14.0, 62.0
_LEAST_SLOT, _LEAST_BLOCK = 7.0, 58.0


class Place(NamedTuple):
    """A step in a chain, which may have the same procedure in two blocks."""

    block_key: str
    step_id: str


def place_of(point: ChainPoint) -> Place:
    """The place of a point."""
    return Place(point.block_key, point.step_id)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the axis in pixels from the left of the picture."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """How long it is."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Axis:
    """Slots of points (place -> stretch), columns of gaps, and stretches of blocks, all in order."""

    left: float
    right: float
    slots: Mapping[Place, Stretch]
    points: tuple[ChainPoint, ...]
    gaps: tuple[tuple[Gap, Stretch], ...]
    blocks: tuple[tuple[ChainBlock, Stretch], ...]


def axis_of(chain: Chain, left: float, width: float) -> Axis:
    """The axis of a chain from `left`, as long as `width`, longer where that leaves steps no room."""
    gaps: dict[int, list[Gap]] = {}
    for gap in chain.gaps:
        gaps.setdefault(gap.index, []).append(gap)
    known = {block.block.key for block in chain.blocks}
    slot = _slot_width(chain, width)
    x = left
    slots: dict[Place, Stretch] = {}
    columns: list[tuple[Gap, Stretch]] = []
    blocks: list[tuple[ChainBlock, Stretch]] = []
    for block in chain.blocks:
        start = x
        own = chain.points[block.first : block.first + block.steps]
        indices = [point.index for point in own] or [block.first]
        wide = slot[block.block.key]
        for index in indices:
            for gap in gaps.get(index, ()):
                # A gap without a step belongs to its own block; several may stand before one point.
                if gap.block_key == block.block.key or (gap.block_key not in known and own):
                    columns.append((gap, Stretch(x, x + _gap_width(gap))))
                    x += _gap_width(gap)
            if own:
                point = chain.points[index]
                slots[place_of(point)] = Stretch(x, x + wide)
                x += wide
        if x == start:
            x += _NO_PROCEDURE
        blocks.append((block, Stretch(start, x)))
    return Axis(left, x, slots, chain.points, tuple(columns), tuple(blocks))


def _gap_width(gap: Gap) -> float:
    return _DRIVING if gap.kind is GapKind.DRIVING else _NO_PROCEDURE


def _slot_width(chain: Chain, width: float) -> dict[str, float]:
    """Width of a slot in each block (key); blocks of few steps have wider ones."""
    full = [block for block in chain.blocks if block.steps]
    empty = len(chain.blocks) - len(full)
    fixed = sum(_gap_width(gap) for gap in chain.gaps)
    fixed += _NO_PROCEDURE * max(0, empty - sum(gap.kind is not GapKind.DRIVING for gap in chain.gaps))
    room = max(width - fixed, 1.0)
    narrow: dict[str, float] = {}
    while True:
        steps = sum(block.steps for block in full if block.block.key not in narrow)
        slot = max(_LEAST_SLOT, (room - _LEAST_BLOCK * len(narrow)) / steps) if steps else _LEAST_SLOT
        more = [
            block for block in full if block.block.key not in narrow and block.steps * slot < _LEAST_BLOCK
        ]
        if not more:
            break
        narrow.update({block.block.key: _LEAST_BLOCK / block.steps for block in more})
    return {block.block.key: narrow.get(block.block.key, slot) for block in chain.blocks}
