"""Where one stands in the chain: a block, and a step of it or none; and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from customs_app.analysis.corridor.result import Chain
from customs_app.domain.corridor import Block, GapKind


@dataclass(frozen=True, slots=True)
class Stand:
    """A block by its key, and a step of it; None stands at the block as a whole."""

    block: str | None = None
    step: str | None = None


def beside(stand: Stand, blocks: Sequence[Block], by: int) -> Stand:
    """The block before (-1) or after (1); the same where there is none."""
    keys = [block.key for block in blocks]
    if not keys:
        return Stand()
    at = keys.index(stand.block) + by if stand.block in keys else 0
    if not 0 <= at < len(keys):
        return stand
    return Stand(keys[at])


def step_beside(stand: Stand, blocks: Sequence[Block], by: int) -> Stand:
    """The step before or after, over the edges of blocks; a block without steps is stood at as a whole."""
    places = _places(blocks)
    if not places:
        return stand
    if stand in places:
        at = places.index(stand) + by
    else:  # at a block as a whole: its first step comes next
        at = next((at for at, one in enumerate(places) if one.block == stand.block), 0)
        at -= by < 0
    return places[max(0, min(at, len(places) - 1))]


def next_gap(stand: Stand, chain: Chain) -> Stand:
    """The next piece of the journey of which nothing is known, from the beginning after the last one."""
    gaps = [
        Stand(gap.block_key, gap.step_id if gap.kind is GapKind.DRIVING else None)
        for gap in sorted(chain.gaps, key=lambda gap: gap.index)
    ]
    if not gaps:
        return stand
    if stand in gaps:
        return gaps[(gaps.index(stand) + 1) % len(gaps)]
    order = {place: at for at, place in enumerate(_places([one.block for one in chain.blocks]))}
    here = order.get(stand, next((at for one, at in order.items() if one.block == stand.block), 0))
    later = [gap for gap in gaps if order.get(gap, 0) > here]
    return (later or gaps)[0]


def _places(blocks: Sequence[Block]) -> list[Stand]:
    """All steps in order, and blocks that have none."""
    places: list[Stand] = []
    for block in blocks:
        steps = block.procedure.steps if block.procedure is not None else ()
        places += [Stand(block.key, step.id) for step in steps] or [Stand(block.key)]
    return places
