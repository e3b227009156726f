"""The chain as it would be without some of its steps; nothing is changed in the catalogue."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.change import Change
from customs_app.domain.codes import Verdict
from customs_app.domain.corridor import Block
from customs_app.domain.reference import Reference
from customs_app.language.words import Words
from customs_app.ui.corridors.looks import StruckLook, WhatIfLook
from customs_app.ui.corridors.total_looks import amounts_said, hours_said


def leave_out(
    blocks: Sequence[Block], struck: Collection[str], case: Case, reference: Reference
) -> tuple[tuple[Block, ...], tuple[Change, ...]]:
    """The blocks with steps taken out as a verdict to remove them would, and what becomes of each step."""
    found: list[Block] = []
    changes: list[Change] = []
    for block in blocks:
        full = block.procedure
        ours = [step.id for step in full.steps if step.id in struck] if full is not None else []
        if full is None or not ours:
            found.append(block)
            continue
        verdicts = [Applied(step_id, None, Verdict.REMOVE) for step_id in ours]
        to_be = apply(full, verdicts, reference, case=case)
        found.append(replace(block, procedure=to_be.counted))
        changes.extend(to_be.changes)
    return tuple(found), tuple(changes)


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
        (text("Visits"), _number(was.visits), _number(would.visits)),
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
