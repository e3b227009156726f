"""What leaving steps out of a chain comes to, in words; nothing is changed in the catalogue."""

from collections.abc import Sequence

from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.to_be.change import Change
from customs_app.domain.corridor import Block
from customs_app.figures.chain_text import amounts_said, hours_said
from customs_app.figures.figure_text import visits_text
from customs_app.language.words import Words
from customs_app.ui.corridors.looks import StruckLook, WhatIfLook


def what_if_look(
    before: Chain, after: Chain, changes: Sequence[Change], blocks: Sequence[Block], words: Words
) -> WhatIfLook:
    """What leaving steps out comes to; `blocks` are those as they are."""
    was, would = before.totals, after.totals
    text = words.text
    figures = [
        (text("Elapsed"), hours_said(was.elapsed, words), hours_said(would.elapsed, words)),
        (text("Fees, apart"), amounts_said(was.cost, words), amounts_said(would.cost, words)),
        (text("Documents handed in"), _number(was.handovers), _number(would.handovers)),
        (
            text("Visits"),
            visits_text(was.visits, was.visits_covered, words),
            visits_text(would.visits, would.visits_covered, words),
        ),
    ]
    struck = []
    for change in changes:
        for block in blocks:
            if block.procedure is not None and any(one.id == change.step_id for one in block.procedure.steps):
                step = block.procedure.step(change.step_id)
                title = f"{step.seq} {step.title[words.language]}"
                struck.append(StruckLook(step.id, block.country, title, words.say(change.message)))
                break
    return WhatIfLook(tuple(figures), tuple(struck))


def _number(value: int | None) -> str:
    return "?" if value is None else str(value)
