"""What a chain comes to without some of its steps, beside the chain as it is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.as_json import totals_json
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.corridor.left_out import leave_out
from customs_app.analysis.corridor.result import Chain, CountedOnce
from customs_app.analysis.json_values import Json
from customs_app.analysis.to_be.change import Change
from customs_app.domain.corridor import Block
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message
from customs_app.language.words import Words


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A chain without the steps `struck` (ids): its `blocks` as left, and what comes of each step."""

    struck: frozenset[str]
    blocks: tuple[Block, ...]
    chain: Chain
    changes: tuple[Change, ...]


def steps_of(blocks: Sequence[Block]) -> frozenset[str]:
    """Ids of all steps of the blocks, on any condition."""
    return frozenset(step.id for block in blocks if block.procedure for step in block.procedure.steps)


def what_if(
    blocks: Sequence[Block], struck: Collection[str], case: Case, reference: Reference
) -> WhatIf | None:
    """The chain of `blocks` without the steps struck; None where none of them is in it."""
    ours = steps_of(blocks) & frozenset(struck)
    if not ours:
        return None
    left, changes = leave_out(blocks, ours, case, reference)
    once = {one.not_again: one for one in chain(blocks, case, reference).counted_once}
    told = tuple(_told(change, once, ours, blocks) for change in changes)
    return WhatIf(ours, left, chain(left, case, reference), told)


def _told(
    change: Change, once: Mapping[str, CountedOnce], struck: Collection[str], blocks: Sequence[Block]
) -> Change:
    """What comes of a step; one whose figure counts at a step that stays takes nothing from the chain."""
    other = once.get(change.step_id)
    if other is None or other.counted in struck:
        return change
    steps = {step.id: step for block in blocks if block.procedure for step in block.procedure.steps}
    message = Message(
        "Step {step} is removed. Its measured figure counts at “{other}” on the other side of the border,"
        " which stays.",
        {"step": str(steps[change.step_id].seq), "other": steps[other.counted].title},
    )
    return replace(change, message=message)


def what_if_json(found: WhatIf | None, words: Words) -> Json | None:
    """A what-if for programs: `without`, `changes` of {step, sentence}, and `totals` as those of a chain.

    None where there is none; sentences in the language of `words`.
    """
    if found is None:
        return None
    return {
        "without": sorted(found.struck),
        "changes": [
            {"step": change.step_id, "sentence": words.say(change.message)} for change in found.changes
        ],
        "totals": totals_json(found.chain.totals),
    }
