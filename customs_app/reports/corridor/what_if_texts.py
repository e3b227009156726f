"""A what-if in words, as the window and both papers say it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from customs_app.analysis.corridor.result import Chain, ChainTotals
from customs_app.analysis.to_be.change import Change
from customs_app.domain.corridor import Block
from customs_app.domain.procedure import Step
from customs_app.figures.chain_text import amounts_said, hours_said
from customs_app.figures.figure_text import UNKNOWN, visits_text
from customs_app.language.words import Words


class LeftOut(NamedTuple):
    """A step that is left out, the block it stands in, and what becomes of it."""

    block: Block
    step: Step
    change: Change


def figures_said(before: Chain, after: Chain, words: Words) -> tuple[tuple[str, str, str], ...]:
    """What each figure is called, is, and would be."""
    was, would = before.totals, after.totals
    text = words.text
    return (
        (text("Elapsed"), hours_said(was.elapsed, words), hours_said(would.elapsed, words)),
        (text("Sum of the steps"), hours_said(was.effort, words), hours_said(would.effort, words)),
        (text("Steps with a counted time"), _timed(was, words), _timed(would, words)),
        (text("Fees, apart"), amounts_said(was.cost, words), amounts_said(would.cost, words)),
        (text("Handovers of documents"), _number(was.handovers), _number(would.handovers)),
        (
            text("Visits"),
            visits_text(was.visits, was.visits_covered, words),
            visits_text(would.visits, would.visits_covered, words),
        ),
    )


def left_out_steps(changes: Iterable[Change], blocks: Sequence[Block]) -> Iterator[LeftOut]:
    """The steps left out in the order of `changes`; `blocks` are those of the chain as it is."""
    for change in changes:
        for block in blocks:
            full = block.procedure
            if full is not None and any(one.id == change.step_id for one in full.steps):
                yield LeftOut(block, full.step(change.step_id), change)
                break


def _timed(totals: ChainTotals, words: Words) -> str:
    return words.text("{n} of {of}", n=totals.time_covered.n, of=totals.time_covered.of)


def _number(value: int | None) -> str:
    return UNKNOWN if value is None else str(value)
