"""R12: mandatory steps have no legal basis recorded."""

from collections.abc import Iterator

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import conditional, is_private, numbers, rows_of
from customs_app.domain.codes import Confidence, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Message
from customs_app.language.words import N_


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    """One suggestion for the steps of authorities, and one for those of nobody or of private parties.

    No law of the country need ask for a contract of sale, or for what a body abroad does, which the
    catalogue does not name: such steps are told apart, with confidence low.
    """
    lacking = [step for step in full.steps if not conditional(step) and not step.legal_basis]
    for private in (False, True):
        steps = tuple(step for step in lacking if _is_outside(step, context) is private)
        if not steps:
            continue
        with_law = sum(1 for step in full.steps if step.legal_basis)
        told = 2 * with_law >= len(full.steps)
        yield Suggestion(
            steps=steps,
            confidence=Confidence.MEDIUM if told and not private else Confidence.LOW,
            evidence=rows_of(steps),
            summary=Message(
                "{n} mandatory step has no law recorded: {steps}",
                {"n": len(steps), "steps": numbers(steps)},
                plural="{n} mandatory steps have no law recorded: {steps}",
            ),
            doubt=Message(
                "These are acts of private parties or of bodies not recorded; no law need ask for them."
            )
            if private
            else Message(
                "The law may exist and not be recorded: {n} of {all} steps of the procedure have one.",
                {"n": with_law, "all": len(full.steps)},
                plural="The law may exist and not be recorded: {n} of {all} steps of the procedure have one.",
            ),
        )


def _is_outside(step: Step, context: Context) -> bool:
    return step.agency_id is None or is_private(step, context.reference)


R12 = Rule("R12", N_("No legal basis"), ("TFA-1.1", "RKC-9.1"), Verdict.LAW_FIRST, _look)
