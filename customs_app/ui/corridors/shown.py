"""All that the page shows of one answer, worded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.corridor.told import Told
from customs_app.domain.codes import CaseKind
from customs_app.domain.corridor import Block, Corridor
from customs_app.domain.reference import Reference
from customs_app.language.words import Words
from customs_app.ui.corridors.block_looks import block_looks, block_title, country_name, places_of
from customs_app.ui.corridors.looks import (
    BlockLook,
    BlockSheet,
    NoteLook,
    StepLook,
    TableLook,
    TotalLook,
    WhatIfLook,
)
from customs_app.ui.corridors.note_looks import Notes
from customs_app.ui.corridors.step_looks import StepWording, readouts
from customs_app.ui.corridors.table_looks import table_looks
from customs_app.ui.corridors.total_looks import total_looks

_OFFERED = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """A corridor worded; `sheets` by block key, `readouts` by step id, `block_of` the block of a step id."""

    title: str
    below: str
    about: str
    right: str
    chart_title: str
    blocks: tuple[BlockLook, ...]
    totals: tuple[TotalLook, ...]
    tables: tuple[TableLook, ...]
    sheets: Mapping[str, BlockSheet]
    savings: tuple[NoteLook, ...]
    readouts: Mapping[str, tuple[str, ...]]
    block_of: Mapping[str, str]
    what_if: WhatIfLook | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """What was found about a corridor: `chain` and `told` are those asked for, `as_is` of no what-if."""

    corridor: Corridor
    blocks: tuple[Block, ...]
    chain: Chain
    as_is: Chain
    told: Told
    struck: frozenset[str]


def worded(worked: Worked, what_if: WhatIfLook | None, reference: Reference, words: Words) -> Shown:
    """Word an answer."""
    corridor, chain, as_is = worked.corridor, worked.chain, worked.as_is
    wordings = {
        block.key: StepWording(block.procedure, as_is.case, as_is, reference, words)
        for block in worked.blocks
        if block.procedure is not None
    }
    titles = _titles(worked.blocks, words)
    notes = Notes(worked.told, worked.blocks, as_is, reference, words)
    return Shown(
        title=corridor.name[words.language],
        below=_below(corridor, words),
        about=corridor.description[words.language] if corridor.description is not None else "",
        right=_right(as_is, words),
        chart_title=_chart_title(chain, words),
        blocks=block_looks(as_is, reference, words),
        totals=total_looks(chain, worked.told.again, reference, words),
        tables=table_looks(worked.told, worked.blocks, chain, reference, words),
        sheets={
            block.key: _sheet(
                block,
                wordings[block.key].looks(worked.struck) if block.key in wordings else (),
                notes,
                reference,
                words,
            )
            for block in worked.blocks
        },
        savings=notes.savings(),
        readouts=readouts(chain, wordings, titles, words),
        block_of={
            step.id: block.key
            for block in worked.blocks
            if block.procedure is not None
            for step in block.procedure.steps
        },
        what_if=what_if,
    )


def _sheet(
    block: Block, steps: tuple[StepLook, ...], notes: Notes, reference: Reference, words: Words
) -> BlockSheet:
    full = block.procedure
    key = block.key
    title = full.procedure.title[words.language] if full is not None else block_title(block, words)
    return BlockSheet(
        key,
        block.country,
        title,
        _about(block, reference, words),
        words.say(block.why),
        steps,
        repeated=notes.repeated(key),
        border=(*notes.border(key), *notes.clearance(key)),
        guarantees=notes.guarantees(block.country),
        payments=notes.payments(key),
        procedure_id=full.procedure.id if full is not None else None,
        offers=_offers(block, words) if full is None else (),
    )


def _offers(block: Block, words: Words) -> tuple[tuple[str, str], ...]:
    """The first procedures that could stand in an empty block."""
    return tuple((one.id, one.title[words.language]) for one in block.others[:_OFFERED])


def _about(block: Block, reference: Reference, words: Words) -> str:
    full = block.procedure
    if full is None:
        return " › ".join(places_of(block.places, words)) or country_name(block.country, reference, words)
    parts = [country_name(full.procedure.country, reference, words)]
    if full.procedure.as_of:
        parts.append(words.text("as of {date}", date=full.procedure.as_of))
    parts.append(words.count("{n} step", "{n} steps", len(full.steps)))
    return " · ".join(parts)


def _titles(blocks: Sequence[Block], words: Words) -> dict[str, str]:
    return {
        step.id: f"{step.seq} {step.title[words.language]}"
        for block in blocks
        if block.procedure is not None
        for step in block.procedure.steps
    }


def _below(corridor: Corridor, words: Words) -> str:
    names = places_of(corridor.legs, words)
    if len(names) < 2:
        return ""
    return words.text("{origin} to {destination}", origin=names[0], destination=names[-1])


def _right(chain: Chain, words: Words) -> str:
    steps = words.count("{n} step", "{n} steps", chain.totals.all_steps)
    procedures = words.count("{n} procedure", "{n} procedures", chain.totals.procedures)
    return words.list_of((steps, procedures))


def _chart_title(chain: Chain, words: Words) -> str:
    if chain.case.kind is CaseKind.WORST:
        return words.text("Cumulative time, worst case")
    return words.text("Cumulative time, base case")
