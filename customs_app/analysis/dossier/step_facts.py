"""How long a step takes and what it costs, as sentences of a proposal."""

from collections.abc import Mapping, Sequence

from customs_app.analysis.counting import CountedCost, CountedTime, Counting
from customs_app.analysis.to_be.phrases import amounts, hours
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure
from customs_app.language.words import N_, Words

_TIMES: Mapping[Counting, str] = {
    Counting.OWN: N_("It takes {hours}."),
    Counting.LIMIT: N_("By law or rule it takes {hours}."),
    Counting.LEAD: N_("It is to be done ahead: {hours}."),
    Counting.UNADDED: N_("A time is recorded that cannot be counted: {hours}."),
}
_COSTS: Mapping[Counting, str] = {
    Counting.OWN: N_("It costs {amount}."),
    Counting.UNADDED: N_("A cost is recorded that cannot be counted: {amount}."),
}


def time_sentence(counted: CountedTime, full: FullProcedure, words: Words) -> str:
    """How long the step takes by itself, as far as it is known."""
    recorded = hours(counted.recorded or Range())
    if counted.state in _TIMES:
        return words.text(_TIMES[counted.state], hours=recorded)
    if counted.state is Counting.AGGREGATE:
        others = _others(full.step(counted.step_id).time.covers, counted.step_id, full)
        return words.text(
            "It takes {hours} together with other steps: {steps}.", hours=recorded, steps=others
        )
    if counted.state is Counting.INSIDE and counted.aggregate_id is not None:
        carrier = full.number(counted.aggregate_id)
        return words.text("Its time is part of what is recorded for step {step}.", step=carrier)
    return words.text("How long it takes is not known.")


def cost_sentence(counted: CountedCost, full: FullProcedure, words: Words) -> str:
    """What the step costs by itself, as far as it is known."""
    recorded = amounts((counted.recorded,) if counted.recorded is not None else ())
    if counted.state in _COSTS:
        return words.text(_COSTS[counted.state], amount=recorded)
    if counted.state is Counting.AGGREGATE:
        others = _others(full.step(counted.step_id).cost.covers, counted.step_id, full)
        return words.text(
            "It costs {amount} together with other steps: {steps}.", amount=recorded, steps=others
        )
    if counted.state is Counting.INSIDE and counted.aggregate_id is not None:
        carrier = full.number(counted.aggregate_id)
        return words.text("Its cost is part of what is recorded for step {step}.", step=carrier)
    if counted.state is Counting.RATE and counted.rate is not None:
        return words.text("It is charged at a rate of {rate} %.", rate=counted.rate)
    return words.text("What it costs is not known.")


def _others(covers: Sequence[str], step_id: str, full: FullProcedure) -> tuple[int, ...]:
    among = set(covers) - {step_id}
    return tuple(step.seq for step in full.steps if step.id in among)
