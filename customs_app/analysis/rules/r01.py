"""R01: one document is asked for by several bodies."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    agency_kind,
    conditions_differ,
    document_name,
    exclusive,
    first_reason,
    highest,
    is_private,
    lower,
    may_never_meet,
    never_meet,
    numbers,
    once,
    own_work,
    rows,
    same_document,
    together,
    uses,
)
from customs_app.domain.codes import AgencyKind, Channel, Confidence, Form, Role, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_

_CUSTOMS = frozenset({AgencyKind.CUSTOMS, AgencyKind.SINGLE_WINDOW})
_DECLARATIONS = frozenset({"830", "929", "950"})
"""Declarations of export, import and transit: the later steps are about them."""
_DECLARING = frozenset({"DCL-05", "DCL-08"})


class _Ask(NamedTuple):
    step: Step
    document: str
    role: Role
    form: Form | None

    @property
    def electronic(self) -> bool:
        """Whether the document is handed over as data."""
        return self.form is Form.ELECTRONIC or (self.form is None and self.step.channel is Channel.ONLINE)


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    asks: dict[str, dict[str, _Ask]] = {}
    for step in full.steps:
        # A step that takes and shows one document takes it: input stands before shown.
        for use in (*uses(full, step, Role.INPUT), *uses(full, step, Role.SHOWN)):
            key = same_document(use.document_id, context.reference)
            if step.agency_id is not None:
                ask = _Ask(step, use.document_id, use.role, use.form)
                asks.setdefault(key, {}).setdefault(step.id, ask)
    for by_step in asks.values():
        for steps in together([ask.step for ask in by_step.values()]):
            group = _demands([by_step[step.id] for step in steps], context.reference)
            if len({ask.step.agency_id for ask in group}) > 1:
                yield _suggest(group, context.reference)


def _demands(group: list[_Ask], reference: Reference) -> list[_Ask]:
    """The steps that ask the trader for the document, where they are of several bodies; else all."""
    declared = _declared(group)
    asking = [ask for ask in group if not _asks_nobody(ask.step, declared, reference)]
    return asking if len({ask.step.agency_id for ask in asking}) > 1 else group


def _declared(group: Sequence[_Ask]) -> bool:
    return any(ask.step.activity in _DECLARING for ask in group)


def _asks_nobody(step: Step, declared: bool, reference: Reference) -> bool:
    """Whether the trader hands the document to nobody here: a system reads it, or he readies it.

    What is readied for a declaration counts for the demand of customs where the declaration itself has
    no such document recorded (`declared`).
    """
    readies = own_work(step, reference) and (declared or step.activity != "DCL-04")
    return step.channel is Channel.AUTOMATIC or readies


def _suggest(group: Sequence[_Ask], reference: Reference) -> Suggestion:
    steps = tuple(ask.step for ask in group)
    documents = tuple(dict.fromkeys(ask.document for ask in group))
    return Suggestion(
        steps=steps,
        documents=documents,
        confidence=highest(_pair(*pair, _declared(group), reference) for pair in _pairs(group)),
        evidence=tuple(row for ask in group for row in rows(ask.step, ask.document)),
        saving=Saving(documents=len(group) - 1),
        summary=Message(
            "{n} body asks for {document}: steps {steps}",
            {
                "document": document_name(documents[0], reference),
                "n": len({step.agency_id for step in steps}),
                "steps": numbers(steps),
            },
            plural="{n} bodies ask for {document}: steps {steps}",
        ),
        doubt=_doubt(group, documents, reference),
    )


def _pairs(group: Sequence[_Ask]) -> list[tuple[_Ask, _Ask]]:
    return [
        (one, other)
        for one, other in combinations(group, 2)
        if one.step.agency_id != other.step.agency_id and not exclusive(one.step, other.step)
    ]


def _pair(one: _Ask, other: _Ask, declared: bool, reference: Reference) -> Confidence:
    """How far two demands alone carry the finding."""
    if conditions_differ(one.step, other.step):
        return Confidence.LOW
    weak = (one.document != other.document) + _passed_on(one, other, reference)
    weak += _is_declaration(one, reference)
    for ask in (one, other):
        weak += (ask.role is Role.SHOWN) + is_private(ask.step, reference)
        weak += 2 * _asks_nobody(ask.step, declared, reference)
    return lower(Confidence.HIGH, weak + (once(one.step) or once(other.step)))


def _passed_on(one: _Ask, other: _Ask, reference: Reference) -> bool:
    """Whether one body may hand the document on to the other: customs, or a single window, to its like."""
    kinds = [agency_kind(ask.step, reference) for ask in (one, other)]
    window = AgencyKind.SINGLE_WINDOW in kinds and one.electronic and other.electronic
    return window or set(kinds) <= _CUSTOMS


def _is_declaration(ask: _Ask, reference: Reference) -> bool:
    return same_document(ask.document, reference) in _DECLARATIONS


def _doubt(group: Sequence[_Ask], documents: tuple[str, ...], reference: Reference) -> Message:
    steps = [ask.step for ask in group]
    reason = first_reason(
        (may_never_meet(steps), never_meet()),
        (
            len(documents) > 1,
            Message("One code covers papers of different names; they may hold different data."),
        ),
        (
            any(_asks_nobody(step, _declared(group), reference) for step in steps),
            Message("At some of the steps the trader only readies the document, or a system reads it."),
        ),
        (
            _is_declaration(group[0], reference),
            Message("The later steps may only name the declaration by its number."),
        ),
        (
            any(ask.role is Role.SHOWN for ask in group),
            Message("The document is only shown at some of the steps; showing it may cost little."),
        ),
        (
            all(_passed_on(one, other, reference) for one, other in _pairs(group)),
            Message("What is handed in at one of the steps may be passed on to the others already."),
        ),
        (any(map(once, steps)), Message("A registration is done once and not for every consignment.")),
    )
    return reason or Message("One of the steps may need the original for its own file.")


R01 = Rule(
    "R01", N_("Same document again"), ("TFA-10.4", "UNCEFACT-33"), Verdict.SUBMIT_ONCE, _look
)  # fmt: skip
