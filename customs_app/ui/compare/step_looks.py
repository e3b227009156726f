"""The very steps of an opened row, worded for the cells below it."""

from dataclasses import dataclass

from customs_app.analysis.compare import Comparison, Row
from customs_app.analysis.heat import Measure
from customs_app.analysis.rows import Cell
from customs_app.domain.codes import Channel, Evidence, Role
from customs_app.domain.procedure import FullProcedure, Source, Step
from customs_app.figures.cell_texts import channel_of, documents_of, evidence_of, visits_of
from customs_app.figures.figure_text import UNKNOWN, cost_text, explain_cost, explain_time, time_text
from customs_app.ui.compare.cells import Wording


@dataclass(frozen=True, slots=True)
class StepLook:
    """One step as it is painted, read out, explained and copied; `outside` the case it is painted softer.

    `number` is its number in its procedure, `figure` its own by the measure shown, `rests` the evidence
    and the year of its first source.
    """

    step: Step
    number: str
    title: str
    figure: str
    channel: Channel | None
    evidence: Evidence | None
    rests: str
    conditional: bool
    outside: bool
    spoken: str
    tip: str
    copied: str


def steps_of(row: Row, comparison: Comparison, measure: Measure, how: Wording) -> list[list[StepLook | None]]:
    """The first steps of all countries, then the second ones, and so on; None where a country has no more."""
    cells = [row.cells.get(iso2) for iso2 in comparison.countries]
    most = max(len(cell.steps) for cell in cells if cell is not None)
    result: list[list[StepLook | None]] = [[] for _ in range(most)]
    for iso2, cell in zip(comparison.countries, cells, strict=True):
        full = comparison.procedures[iso2]
        for place in range(most):
            there = cell is not None and place < len(cell.steps)
            result[place].append(
                _look(cell, place, full, measure, how) if cell is not None and there else None
            )
    return result


def _look(cell: Cell, place: int, full: FullProcedure, measure: Measure, how: Wording) -> StepLook:
    words, step = how.words, cell.steps[place]
    title, outside = step.title[words.language], bool(cell.in_case) and step.id not in cell.in_case
    figure = _figure(cell, place, full, measure, how)
    sources = [how.reference.sources[one] for one in step.source_ids if one in how.reference.sources]
    rests = _rests(step, sources, how)
    tip = [f"{step.seq} {title}", channel_of(step, words)]
    if step.condition is not None:
        tip.append(words.text("If: {condition}", condition=step.condition))
    if outside:
        tip.append(words.text("Not in this case"))
    tip += [explain_time(cell.times[place], full, words), explain_cost(cell.costs[place], full, words)]
    if full.uses.get(step.id):
        handed_in = documents_of(step, full, how.reference, words)
        tip.append(words.text("Documents handed in: {documents}", documents=handed_in))
    tip += [words.named(rests, source.title) for source in sources[:1]] or [rests]
    return StepLook(
        step,
        str(step.seq),
        title,
        figure,
        step.channel,
        step.evidence,
        rests,
        step.condition is not None,
        outside,
        words.list_of((f"{step.seq} {title}", channel_of(step, words), figure, rests)),
        "\n".join([*tip, *([step.locator] if step.locator else [])]),
        words.list_of((f"{step.seq} {title}", figure, *(source.title for source in sources[:1]))),
    )


def _figure(cell: Cell, place: int, full: FullProcedure, measure: Measure, how: Wording) -> str:
    words, step = how.words, cell.steps[place]
    match measure:
        case Measure.COST:
            return cost_text(cell.costs[place], full, words)
        case Measure.DOCUMENTS:
            uses = full.uses.get(step.id, ())
            handed_in = {use.document_id for use in uses if use.role is Role.INPUT}
            return str(len(handed_in)) if uses else UNKNOWN
        case Measure.VISITS:
            return UNKNOWN if step.visits is None else visits_of(step, words)
        case Measure.CHANNEL:
            return channel_of(step, words)
        case Measure.EVIDENCE:
            return evidence_of(step, words)
        case _:
            return time_text(cell.times[place], full, words)


def _rests(step: Step, sources: list[Source], how: Wording) -> str:
    """`guide · 2021`: the strength of evidence, and the year of the first source."""
    years = [source.year for source in sources if source.year]
    return " · ".join([evidence_of(step, how.words), *years[:1]])
