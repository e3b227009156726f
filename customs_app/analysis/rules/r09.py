"""R09: one agency is visited several times."""

from collections.abc import Iterator
from itertools import combinations

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    PHYSICAL,
    agency_kind,
    agency_name,
    conditional,
    conditions_differ,
    is_private,
    never_meet,
    numbers,
    rows_of,
    together,
)
from customs_app.analysis.rules.saving import merging
from customs_app.domain.codes import AgencyKind, Channel, Confidence, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Message
from customs_app.language.words import N_

_AT_THE_WAY = frozenset({"DCL-02", "BRD-03", "BRD-07", "REL-02", "REL-03"})
"""Formalities that stand where the goods pass: at the border, at a gate, at the office of destination."""


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    visits: dict[str, list[Step]] = {}
    for step in full.steps:
        # At the trader's own place he visits nobody.
        himself = agency_kind(step, context.reference) is AgencyKind.TRADER
        if step.channel is Channel.IN_PERSON and step.agency_id is not None and not himself:
            visits.setdefault(step.agency_id, []).append(step)
    for agency, all_steps in visits.items():
        for steps in together(all_steps):
            runs = _runs(full, steps)
            if len(runs) > 1:
                yield _suggest(full, agency, steps, runs, context)


def _runs(full: FullProcedure, steps: tuple[Step, ...]) -> list[list[Step]]:
    """The steps cut into runs that follow one another in the order of work without a gap."""
    place = {step.id: n for n, step in enumerate(full.steps)}
    runs: list[list[Step]] = []
    for step in steps:
        if runs and place[step.id] == place[runs[-1][-1].id] + 1:
            runs[-1].append(step)
        else:
            runs.append([step])
    return runs


def _suggest(
    full: FullProcedure, agency: str, steps: tuple[Step, ...], runs: list[list[Step]], context: Context
) -> Suggestion:
    pairs = [
        (one, other)
        for earlier, later in combinations(runs, 2)
        for one in earlier
        for other in later
        if not conditions_differ(one, other)
    ]
    desk = any(
        not any(conditional(step) or step.activity in PHYSICAL | _AT_THE_WAY for step in pair)
        for pair in pairs
    )  # fmt: skip
    sure = desk and not is_private(steps[0], context.reference)
    return Suggestion(
        steps=steps,
        confidence=Confidence.MEDIUM if sure else Confidence.LOW,
        evidence=rows_of(steps),
        saving=merging(full, steps),
        summary=Message(
            "{agency} is visited {n} time with other work between: steps {steps}",
            {"agency": agency_name(agency, context.reference), "n": len(runs), "steps": numbers(steps)},
            plural="{agency} is visited {n} times with other work between: steps {steps}",
        ),
        doubt=_doubt(bool(pairs), desk),
    )


def _doubt(meet: bool, desk: bool) -> Message:
    if not meet:
        return never_meet()
    if not desk:
        return Message("The steps follow the way of the goods; they may be done at different places.")
    return Message("The visits may be to different offices, or the work between them may be needed.")


R09 = Rule("R09", N_("Scattered visits"), ("RKC-3.35", "TFA-8.1"), Verdict.MERGE, _look)
