"""R04: paper is asked of a document that was issued electronically."""

from collections.abc import Iterator
from typing import NamedTuple

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    document_name,
    exclusive,
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
from customs_app.domain.codes import Channel, Confidence, Form, Role, Verdict
from customs_app.domain.procedure import DocumentUse, FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_

_PAPER = (Form.ORIGINAL, Form.COPY)


class _Issue(NamedTuple):
    step: Step
    use: DocumentUse

    @property
    def on_paper_too(self) -> bool:
        """Whether the online step is said to hand out paper."""
        return self.use.form in _PAPER


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    for step in full.steps:
        for use in uses(full, step, Role.OUTPUT):
            if use.form is Form.ELECTRONIC or step.channel is Channel.ONLINE:
                yield from _later(full, _Issue(step, use), context)


def _later(full: FullProcedure, issue: _Issue, context: Context) -> Iterator[Suggestion]:
    key = same_document(issue.use.document_id, context.reference)
    asked: dict[str, DocumentUse] = {}
    for step in full.steps:
        if step.seq > issue.step.seq and not exclusive(step, issue.step):
            for use in uses(full, step, Role.INPUT):
                if use.form in _PAPER and same_document(use.document_id, context.reference) == key:
                    asked.setdefault(step.id, use)
    for steps in together([step for step in full.steps if step.id in asked]):
        if steps:
            yield _suggest(issue, steps, [asked[step.id] for step in steps], context)


def _suggest(issue: _Issue, steps: tuple[Step, ...], asks: list[DocumentUse], context: Context) -> Suggestion:
    same_id = all(ask.document_id == issue.use.document_id for ask in asks)
    apart = all(may_never_meet([issue.step, step]) for step in steps)
    outside = all(_is_outside(step, context) for step in steps)
    return Suggestion(
        steps=(issue.step, *steps),
        documents=tuple(dict.fromkeys((issue.use.document_id, *(ask.document_id for ask in asks)))),
        confidence=_confidence(issue, same_id, apart, outside),
        evidence=(
            *rows(issue.step, issue.use.document_id),
            *(row for step, ask in zip(steps, asks, strict=True) for row in rows(step, ask.document_id)),
        ),
        saving=Saving(documents=len(steps)),
        summary=Message(
            "{document} is electronic from step {issued}, and paper is asked for in steps {steps}",
            {
                "document": document_name(issue.use.document_id, context.reference),
                "issued": issue.step.seq,
                "steps": numbers(steps),
            },
        ),
        doubt=_doubt(issue, same_id, apart, outside),
    )


def _is_outside(step: Step, context: Context) -> bool:
    """Whether the paper goes to a private party, or to a body not recorded, as one abroad."""
    return step.agency_id is None or is_private(step, context.reference)


def _confidence(issue: _Issue, same_id: bool, apart: bool, outside: bool) -> Confidence:
    if apart or issue.on_paper_too:
        return Confidence.LOW
    sure = same_id and issue.use.form is Form.ELECTRONIC
    return lower(Confidence.HIGH if sure else Confidence.MEDIUM, outside)


def _doubt(issue: _Issue, same_id: bool, apart: bool, outside: bool) -> Message:
    if apart:
        return never_meet()
    if issue.on_paper_too:
        return Message("The online step is said to issue paper; there may be no electronic original.")
    if not same_id:
        return Message("One code covers papers of different names; it may not be the same paper.")
    if outside:
        return Message("The paper goes to a private party or abroad, where the system may not be seen.")
    return Message("A printout may be enough, or the systems of the two bodies may not be connected.")


R04 = Rule(
    "R04",
    N_("Paper of an electronic document"),
    ("TFA-10.2", "RKC-3.18", "RKC-7.1", "RKC-7.4"),
    Verdict.SUBMIT_ONCE,
    _look,
)
