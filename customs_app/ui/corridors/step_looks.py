"""The steps of a block in words, and what stands at each of them in the chart."""

from collections.abc import Collection, Mapping

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.corridor.result import Chain, ChainPoint
from customs_app.analysis.counting import CountedCost, CountedTime, Counting, counted_costs, counted_times
from customs_app.domain.codes import CostKind, TimeKind
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import (
    cost_text,
    explain_cost,
    explain_time,
    hours_text,
    time_said,
    time_text,
    with_unit,
)
from customs_app.language.labels import label
from customs_app.language.numbers import number
from customs_app.language.words import Words
from customs_app.ui.corridors.looks import FigureLook, StepLook

_COUNTED = (Counting.OWN, Counting.AGGREGATE, Counting.LIMIT)


class StepWording:
    """Words the steps of one procedure in a case; `chain` says what is counted elsewhere."""

    def __init__(
        self, full: FullProcedure, case: Case, chain: Chain, reference: Reference, words: Words
    ) -> None:
        self._full, self._reference, self._words = full, reference, words
        taken = steps_of_case(full, case)
        paid = steps_of_case(full, case, "cost", reference.rates)
        self._met = {step.id for step in taken}
        # A step that the case does not take is counted as if every step befell the consignment.
        self._times = {**counted_times(full, full.steps), **counted_times(full, taken)}
        self._costs = {**counted_costs(full, full.steps), **counted_costs(full, paid)}
        self._once = {one.not_again: words.say(one.message) for one in chain.counted_once}

    def looks(self, struck: Collection[str]) -> tuple[StepLook, ...]:
        """All steps; `struck` are those that a what-if leaves out."""
        return tuple(self._look(step, struck=step.id in struck) for step in self._full.steps)

    def time(self, step_id: str) -> str:
        """A step's time with its sign and unit."""
        return time_said(self._times[step_id], self._full, self._words)

    def _look(self, step: Step, *, struck: bool) -> StepLook:
        words, reference = self._words, self._reference
        title = step.title[words.language]
        time = self._times[step.id]
        said = [explain_time(time, self._full, words)]
        if step.id in self._once:
            said.append(self._once[step.id])
        if step.condition is not None:
            said.append(words.text("If: {condition}", condition=step.condition))
        agency = reference.agencies.get(step.agency_id or "")
        doer = agency.name[words.language] if agency is not None else ""
        activity = reference.activities.get(step.activity)
        figure = time_text(time, self._full, words)
        tip = "\n".join(part for part in (f"{step.seq} {title}", doer, *said) if part)
        left_out = words.text("left out") if struck else ""
        return StepLook(
            step.id,
            step.seq,
            title,
            figure,
            tip,
            ", ".join(part for part in (f"{step.seq} {title}", left_out, *said) if part),
            activity.stage if activity is not None else None,
            step.evidence,
            conditional=step.condition is not None,
            counted=step.id in self._met,
            struck=struck,
            figures=self._figures(step, time, self._costs[step.id]),
        )

    def _figures(self, step: Step, time: CountedTime, cost: CountedCost) -> tuple[FigureLook, ...]:
        words = self._words
        found = []
        if time.state is not Counting.UNKNOWN:
            text = time_said(time, self._full, words)
            says = " ".join([explain_time(time, self._full, words), self._once.get(step.id, "")]).strip()
            found.append(self._figure(step, text, says, step.time.kind, counts=time.state in _COUNTED))
        if cost.state is not Counting.UNKNOWN:
            says = explain_cost(cost, self._full, words)
            text = cost_text(cost, self._full, words)
            found.append(self._figure(step, text, says, step.cost.kind, counts=False))
        return tuple(found)

    def _figure(
        self, step: Step, text: str, says: str, kind: TimeKind | CostKind | None, *, counts: bool
    ) -> FigureLook:
        words = self._words
        sources = tuple(
            self._reference.sources[one] for one in step.source_ids if one in self._reference.sources
        )
        return FigureLook(
            step.id,
            f"{step.seq} {step.title[words.language]}",
            f"{text} {label(kind, words)}" if kind else text,
            says,
            next((source.year for source in sources if source.year), ""),
            step.evidence,
            label(step.evidence, words) if step.evidence else words.text("evidence unknown"),
            " · ".join(
                part
                for part in (step.cost.basis if isinstance(kind, CostKind) else None, step.locator)
                if part
            ),
            sources,
            counts=counts,
        )


def readouts(
    chain: Chain, wordings: Mapping[str, StepWording], titles: Mapping[str, str], words: Words
) -> dict[str, tuple[str, ...]]:
    """What the chart says at each step, line by line, by step id; `titles` names the steps."""
    return {point.step_id: _lines(point, wordings, titles, words) for point in chain.points}


def _lines(
    point: ChainPoint, wordings: Mapping[str, StepWording], titles: Mapping[str, str], words: Words
) -> tuple[str, ...]:
    language = words.language
    country = point.block_key.partition("-")[0]
    own = (
        wordings[point.block_key].time(point.step_id)
        if point.step_id in titles
        else with_unit(hours_text(point.own, words), words)
    )
    typical = "?" if point.cumulative.typ is None else number(point.cumulative.typ, language, 1)
    lines = [
        f"{country} {titles.get(point.step_id, '')}",
        words.text("this step: {hours}", hours=own),
        words.text(
            "until here: {range} h, typically {hours}",
            range=hours_text(point.cumulative, words),
            hours=typical,
        ),
    ]
    if point.same_as is not None:
        lines.append(words.text("same figure, counted once"))
    return tuple(lines)
