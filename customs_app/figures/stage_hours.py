"""Hours by stage of the work: what each country's counted figures come to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedTime, Counting, counted_times
from customs_app.domain.codes import Stage
from customs_app.domain.figures import Coverage
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference

Stages = tuple[Stage, ...]
"""The stages that a figure spans, in order of work; empty where its activities are in no list."""


@dataclass(frozen=True, slots=True)
class StageHours:
    """Typical hours of one country, added up by the stages that their figures span.

    `steps` are the steps that carry the hours. `covered` is how many steps of the case have a time. Hours
    that lie beside each other are added here, so the sum may be more than the elapsed time.
    """

    country: str
    hours: Mapping[Stages, float]
    steps: Mapping[Stages, tuple[str, ...]]
    covered: Coverage

    @property
    def sum(self) -> float:
        """All hours together."""
        return sum(self.hours.values())


def stage_hours(
    full: FullProcedure, case: Case, reference: Reference, among: Collection[str] | None = None
) -> StageHours:
    """Hours by stage of a procedure in a case; only of activities `among` (codes) where given."""
    steps = [step for step in steps_of_case(full, case) if among is None or step.activity in among]
    times = counted_times(full, steps_of_case(full, case))
    hours: dict[Stages, float] = {}
    carriers: dict[Stages, tuple[str, ...]] = {}
    for step in steps:
        time = times[step.id]
        if time.hours is None or time.hours.typ is None:
            continue
        stages = _stages(full, step, time, reference)
        hours[stages] = hours.get(stages, 0.0) + time.hours.typ
        carriers[stages] = (*carriers.get(stages, ()), step.id)
    order = list(Stage)
    return StageHours(
        full.procedure.country,
        {key: hours[key] for key in sorted(hours, key=lambda key: [order.index(stage) for stage in key])},
        carriers,
        Coverage(sum(times[step.id].covered for step in steps), len(steps)),
    )


def _stages(full: FullProcedure, step: Step, time: CountedTime, reference: Reference) -> Stages:
    spanned = {step.activity}
    if time.state is Counting.AGGREGATE:
        spanned |= {other.activity for other in full.steps if other.id in step.time.covers}
    found = {reference.activities[code].stage for code in spanned if code in reference.activities}
    return tuple(stage for stage in Stage if stage in found)
