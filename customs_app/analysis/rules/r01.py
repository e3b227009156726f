"""R01: one document is asked for by several bodies."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    conditions_differ,
    document_name,
    exclusive,
    highest,
    is_private,
    lower,
    may_never_meet,
    never_meet,
    numbers,
    rows,
    same_document,
    together,
    uses,
)
from customs_app.domain.codes import Confidence, Role, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_


class _Ask(NamedTuple):
    step: Step
    document: str
    role: Role


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    asks: dict[str, dict[str, _Ask]] = {}
    for step in full.steps:
        # A step that takes and shows one document takes it: input stands before shown.
        for use in (*uses(full, step, Role.INPUT), *uses(full, step, Role.SHOWN)):
            key = same_document(use.document_id, context.reference)
            if step.agency_id is not None:
                asks.setdefault(key, {}).setdefault(step.id, _Ask(step, use.document_id, use.role))
    for by_step in asks.values():
        for steps in together([ask.step for ask in by_step.values()]):
            group = [by_step[step.id] for step in steps]
            if len({step.agency_id for step in steps}) > 1:
                yield _suggest(group, context)


def _suggest(group: Sequence[_Ask], context: Context) -> Suggestion:
    steps = tuple(ask.step for ask in group)
    documents = tuple(dict.fromkeys(ask.document for ask in group))
    parties = len({step.agency_id for step in steps})
    return Suggestion(
        steps=steps,
        documents=documents,
        confidence=highest(_pair(one, other, context) for one, other in _pairs(group)),
        evidence=tuple(row for ask in group for row in rows(ask.step, ask.document)),
        saving=Saving(documents=len(group) - 1),
        summary=Message(
            "{document}: {n} party, steps {steps}",
            {
                "document": document_name(documents[0], context.reference),
                "n": parties,
                "steps": numbers(steps),
            },
            plural="{document}: {n} parties, steps {steps}",
        ),
        doubt=_doubt(group, documents),
    )


def _pairs(group: Sequence[_Ask]) -> list[tuple[_Ask, _Ask]]:
    return [
        (one, other)
        for one, other in combinations(group, 2)
        if one.step.agency_id != other.step.agency_id and not exclusive(one.step, other.step)
    ]


def _pair(one: _Ask, other: _Ask, context: Context) -> Confidence:
    """How far two demands alone carry the finding."""
    if conditions_differ(one.step, other.step):
        return Confidence.LOW
    shown = (one.role is Role.SHOWN) + (other.role is Role.SHOWN)
    private = is_private(one.step, context.reference) + is_private(other.step, context.reference)
    return lower(Confidence.HIGH, shown + private + (one.document != other.document))


def _doubt(group: Sequence[_Ask], documents: tuple[str, ...]) -> Message:
    if may_never_meet([ask.step for ask in group]):
        return never_meet()
    if len(documents) > 1:
        return Message("One code covers papers of different names; they may hold different data.")
    if any(ask.role is Role.SHOWN for ask in group):
        return Message("The document is only shown at some of the steps; showing it may cost little.")
    return Message("One of the steps may need the original for its own file.")


R01 = Rule(
    "R01", N_("Same document again"), ("TFA-10.4", "UNCEFACT-33"), Verdict.SUBMIT_ONCE, _look
)  # fmt: skip
