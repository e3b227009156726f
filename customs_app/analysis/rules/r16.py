"""R16: one body issues two certificates of one kind for the same goods."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    activity_name,
    conditional,
    conditions_differ,
    highest,
    lower,
    may_never_meet,
    never_meet,
    numbers,
    once,
    rows,
    rows_of,
    same_document,
    steps_of,
    together,
    uses,
)
from customs_app.analysis.rules.saving import merging
from customs_app.domain.codes import Confidence, Role, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import EvidenceRow
from customs_app.domain.text import Message
from customs_app.language.words import N_

CERTIFICATES = ("CRT-02", "CRT-03", "CRT-04", "CRT-05")


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    for activity in CERTIFICATES:
        issued: dict[str, list[Step]] = {}
        for step in steps_of(full, activity):
            issuer = _issuer(full, step, context)
            if issuer is not None and _may_issue(full, step):
                issued.setdefault(issuer, []).append(step)
        for all_steps in issued.values():
            for steps in together(all_steps):
                if len(steps) > 1 and not _one_paper(full, steps):
                    yield _suggest(full, activity, steps, context)


def _issuer(full: FullProcedure, step: Step, context: Context) -> str | None:
    """Who issues what the step gives: the issuer of its document, else the agency of the step."""
    for use in uses(full, step, Role.OUTPUT):
        document = context.reference.documents.get(use.document_id)
        if document is not None and document.issuer_agency_id:
            return document.issuer_agency_id
    return step.agency_id


def _may_issue(full: FullProcedure, step: Step) -> bool:
    """A step whose documents are recorded and that gives none is a request or a check."""
    return not uses(full, step) or bool(uses(full, step, Role.OUTPUT))


def _papers(full: FullProcedure, step: Step) -> frozenset[str]:
    return frozenset(use.document_id for use in uses(full, step, Role.OUTPUT))


def _one_paper(full: FullProcedure, steps: Sequence[Step]) -> bool:
    """Whether all the steps are known to give the same single document."""
    papers = [_papers(full, step) for step in steps]
    return all(papers) and len(frozenset().union(*papers)) == 1


def _suggest(full: FullProcedure, activity: str, steps: tuple[Step, ...], context: Context) -> Suggestion:
    known = all(_papers(full, step) for step in steps)
    return Suggestion(
        steps=steps,
        documents=tuple(dict.fromkeys(doc for step in steps for doc in sorted(_papers(full, step)))),
        confidence=highest(_pair(full, one, other, context) for one, other in combinations(steps, 2)),
        evidence=tuple(row for step in steps for row in _evidence(full, step)),
        saving=merging(full, steps),
        summary=Message(
            "One body gives {n} certificate of one kind in steps {steps}: {activity}",
            {
                "activity": activity_name(activity, context.reference),
                "n": len(steps),
                "steps": numbers(steps),
            },
            plural="One body gives {n} certificates of one kind in steps {steps}: {activity}",
        ),
        doubt=_doubt(steps, known),
    )


def _evidence(full: FullProcedure, step: Step) -> tuple[EvidenceRow, ...]:
    papers = sorted(_papers(full, step))
    return tuple(row for paper in papers for row in rows(step, paper)) or rows_of((step,))


def _pair(full: FullProcedure, one: Step, other: Step, context: Context) -> Confidence:
    papers = _papers(full, one), _papers(full, other)
    if conditions_differ(one, other) or not all(papers) or papers[0] == papers[1]:
        return Confidence.LOW
    codes = [{same_document(paper, context.reference) for paper in side} for side in papers]
    always = not conditional(one) and not conditional(other)
    strong = always and codes[0] & codes[1]
    return lower(Confidence.HIGH if strong else Confidence.MEDIUM, once(one) or once(other))


def _doubt(steps: Sequence[Step], known: bool) -> Message:
    if may_never_meet(steps):
        return never_meet()
    if not known:
        return Message("Not every step has its certificate recorded; one may only prepare the other.")
    if any(map(once, steps)):
        return Message("One of the certificates is given once and not for every consignment.")
    return Message("A permit before shipment and a certificate of the goods may serve different ends.")


R16 = Rule(
    "R16", N_("Certificate that covers a certificate"), ("TFA-10.1",), Verdict.MERGE, _look
)  # fmt: skip
