"""Controls that both sides of a border of the chain do."""

from collections.abc import Sequence
from itertools import product

from customs_app.analysis.corridor.borders import Border, borders
from customs_app.analysis.rules.r03 import along
from customs_app.domain.corridor import Block, Role
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding

LEAVING = frozenset({Role.EXPORT, Role.CROSS_OUT, Role.TRANSIT})
"""What a block must be to pass the border out of its country."""

ENTERING = frozenset({Role.IMPORT, Role.CROSS_IN, Role.TRANSIT})
"""What a block must be to pass the border into its country."""


def controls_on_both_sides(blocks: Sequence[Block], reference: Reference) -> tuple[Finding, ...]:
    """What rule R03 finds at each border of the chain, in its order.

    Every block that passes the border out of one country is set against every one into the other. A
    finding belongs to the country that is entered; its evidence has the steps of both.
    """
    found = {
        finding.key: finding
        for border in borders(blocks)
        for out, into in _pairs(border)
        for finding in along((out, into), reference)
    }
    return tuple(found.values())


def _pairs(border: Border) -> list[tuple[FullProcedure, FullProcedure]]:
    leaving = [b.procedure for b in border.leaving if b.procedure is not None and b.role in LEAVING]
    entering = [b.procedure for b in border.entering if b.procedure is not None and b.role in ENTERING]
    return list(product(leaving, entering))
