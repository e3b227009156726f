"""What a cell of the matrix says by each measure: shortly, read out, and step by step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from customs_app.analysis.heat import (
    Counted,
    Measure,
    channels,
    documents,
    evidences,
    steps_counted,
    visits,
)
from customs_app.analysis.rows import Cell
from customs_app.domain.codes import Role
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import (
    UNKNOWN,
    cell_cost_text,
    cell_text,
    explain_cell,
    explain_cell_cost,
    visits_text,
)
from customs_app.figures.style import document_name
from customs_app.language.labels import label
from customs_app.language.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """A cell by one measure: as it is painted, as it is read out (may be empty), and step by step."""

    text: str
    spoken: str
    tip: str


def said(cell: Cell, full: FullProcedure, measure: Measure, reference: Reference, words: Words) -> Said:
    """What a cell says by a measure; `full` is the procedure of its country."""
    return _SAYING[measure](cell, full, reference, words)


def documents_of(step: Step, full: FullProcedure, reference: Reference, words: Words) -> str:
    """The documents that a step takes in, by name, or that none is recorded."""
    uses = full.uses.get(step.id, ())
    if not uses:
        return words.text("no document recorded")
    names = tuple(document_name(use.document_id, reference, words) for use in uses if use.role is Role.INPUT)
    return words.list_of(names) if names else words.text("nothing is handed in")


def visits_of(step: Step, words: Words) -> str:
    """How many visits a step takes, in words."""
    if step.visits is None:
        return words.text("visits unknown")
    return words.count("{n} visit", "{n} visits", step.visits)


def evidence_of(step: Step, words: Words) -> str:
    """On what a step rests, in words."""
    return words.text("evidence unknown") if step.evidence is None else label(step.evidence, words)


def channel_of(step: Step, words: Words) -> str:
    """How a step is done, in words."""
    return words.text("way unknown") if step.channel is None else label(step.channel, words)


def _time(cell: Cell, full: FullProcedure, _reference: Reference, words: Words) -> Said:
    text = cell_text(cell, full, words)
    spoken = words.text("time unknown") if text == UNKNOWN else words.text("{hours} hours", hours=text)
    return Said(text, spoken, explain_cell(cell, full, words))


def _cost(cell: Cell, full: FullProcedure, _reference: Reference, words: Words) -> Said:
    text = cell_cost_text(cell, full, words)
    spoken = words.text("cost unknown") if text == UNKNOWN else words.text("cost {amount}", amount=text)
    return Said(text, spoken, explain_cell_cost(cell, full, words))


def _steps(cell: Cell, _full: FullProcedure, _reference: Reference, words: Words) -> Said:
    counted, every = len(steps_counted(cell)), len(cell.steps)
    tip = "\n".join(f"{step.seq} {step.title[words.language]}" for step in cell.steps)
    if counted == every:
        return Said(str(every), "", tip)
    spoken = words.text("{n} of {of} in this case", n=counted, of=every)
    return Said(words.text("{n} of {of}", n=counted, of=every), spoken, tip)


def _documents(cell: Cell, full: FullProcedure, reference: Reference, words: Words) -> Said:
    counted = documents(cell, full)
    spoken = words.text("documents unknown")
    if counted.n is not None:
        spoken = words.count("{n} document handed in", "{n} documents handed in", counted.n)
        spoken = spoken if counted.whole else words.text("at least {what}", what=spoken)
    tip = _each(cell, lambda step: documents_of(step, full, reference, words), words)
    return Said(_least(counted, words), spoken, tip)


def _visits(cell: Cell, _full: FullProcedure, _reference: Reference, words: Words) -> Said:
    counted = visits(cell)
    text = visits_text(counted.n, counted.covered, words)
    spoken = words.text("visits unknown")
    if counted.n is not None and text != UNKNOWN:
        spoken = words.count("{n} visit", "{n} visits", counted.n)
        spoken = spoken if counted.whole else words.text("at least {what}", what=spoken)
    return Said(text, spoken, _each(cell, lambda step: visits_of(step, words), words))


def _channel(cell: Cell, _full: FullProcedure, _reference: Reference, words: Words) -> Said:
    found = channels(cell)
    text = UNKNOWN if found[0] is None else label(found[0], words)
    text = f"{text} +{len(found) - 1}" if len(found) > 1 else text
    return Said(text, "", _each(cell, lambda step: channel_of(step, words), words))


def _evidence(cell: Cell, _full: FullProcedure, _reference: Reference, words: Words) -> Said:
    found = evidences(cell)
    named = words.text("evidence unknown") if found[0] is None else label(found[0], words)
    text = UNKNOWN if found[0] is None else named
    text = f"{text} +{len(found) - 1}" if len(found) > 1 else text
    return Said(text, named, _each(cell, lambda step: evidence_of(step, words), words))


def _least(counted: Counted, words: Words) -> str:
    return visits_text(counted.n, counted.covered, words)


def _each(cell: Cell, says: Callable[[Step], str], words: Words) -> str:
    return "\n".join(
        words.named(f"{step.seq} {step.title[words.language]}", says(step)) for step in cell.steps
    )


_SAYING: Mapping[Measure, Callable[[Cell, FullProcedure, Reference, Words], Said]] = {
    Measure.STEPS: _steps,
    Measure.TIME: _time,
    Measure.COST: _cost,
    Measure.DOCUMENTS: _documents,
    Measure.VISITS: _visits,
    Measure.CHANNEL: _channel,
    Measure.EVIDENCE: _evidence,
}
