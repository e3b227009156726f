"""The borders that a chain of blocks passes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from customs_app.domain.corridor import Block


@dataclass(frozen=True, slots=True)
class Border:
    """A place of the chain where the country changes.

    `leaving` are the blocks of the country before in a row, `entering` those of the country after.
    `before` are all blocks of the chain up to the border.
    """

    leaving: tuple[Block, ...]
    entering: tuple[Block, ...]
    before: tuple[Block, ...]

    @property
    def out_of(self) -> str:
        """The country (ISO 3166) that is left."""
        return self.leaving[0].country

    @property
    def into(self) -> str:
        """The country (ISO 3166) that is entered."""
        return self.entering[0].country


def borders(blocks: Sequence[Block]) -> tuple[Border, ...]:
    """The borders of a chain in its order."""
    stays = [tuple(own) for _, own in groupby(blocks, key=lambda block: block.country)]
    found = []
    passed: tuple[Block, ...] = ()
    for leaving, entering in pairwise(stays):
        passed += leaving
        found.append(Border(leaving, entering, passed))
    return tuple(found)
