"""R17: one data element is asked for in three or more documents."""

from collections.abc import Iterable, Iterator, Mapping

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import both, lower, never_meet, selections, uses
from customs_app.analysis.rules.rekeyed import Rekeyed, rekeyed
from customs_app.domain.codes import Confidence, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import EvidenceRow
from customs_app.domain.text import Message
from customs_app.language.words import N_

DOCUMENTS = 3
"""Documents that must ask for one element."""


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    data = rekeyed(full, context.reference)
    form_of = {document: form for form, ids in data.forms.items() for document in ids}
    meeting = [_forms(full, steps, form_of) for steps in selections(full.steps)]
    again = {
        tag: forms
        for tag, forms in data.matrix.items()
        if any(len(met.intersection(forms)) >= DOCUMENTS for met in meeting)
    }
    if not again:
        return
    surely = any(
        len(met.intersection(forms)) >= DOCUMENTS
        for met in _surely_meeting(full, form_of)
        for forms in again.values()
    )
    asking = {form for forms in again.values() for form in forms}
    documents = tuple(doc for form, ids in data.forms.items() if form in asking for doc in ids)
    yield Suggestion(
        steps=tuple(step for step in full.steps if _handles(full, step, documents)),
        documents=documents,
        confidence=lower(Confidence.HIGH, bool(data.by_name)) if surely else Confidence.LOW,
        evidence=_evidence(full, data, again),
        summary=Message(
            "The forms ask {asked} times for {distinct} data elements: {repeated} times again ({percent} %)",
            {
                "distinct": data.distinct,
                "asked": data.asked,
                "repeated": data.repeated,
                "percent": round(100 * (data.share or 0)),
            },
        ),
        doubt=_doubt(data) if surely else both(never_meet(), _doubt(data)),
    )


def _forms(full: FullProcedure, steps: Iterable[Step], form_of: Mapping[str, str]) -> set[str]:
    """The forms that the steps handle, in any role."""
    return {
        form_of[use.document_id] for step in steps for use in uses(full, step) if use.document_id in form_of
    }


def _surely_meeting(full: FullProcedure, form_of: Mapping[str, str]) -> Iterator[set[str]]:
    """Forms that one consignment meets: those of steps without a condition, and of those with one alike."""
    conditions = {step.condition.en if step.condition else None for step in full.steps} | {None}
    for steps in selections(full.steps):
        for condition in conditions:
            met = [step for step in steps if step.condition is None or step.condition.en == condition]
            yield _forms(full, met, form_of)


def _handles(full: FullProcedure, step: Step, documents: tuple[str, ...]) -> bool:
    return any(use.document_id in documents for use in full.uses.get(step.id, ()))


def _evidence(
    full: FullProcedure, data: Rekeyed, again: dict[str, tuple[str, ...]]
) -> tuple[EvidenceRow, ...]:
    """The matrix, one row a document: the step that handles it first, and as locator the tags asked again."""
    found = []
    for form, documents in data.forms.items():
        tags = ", ".join(sorted(tag for tag, forms in again.items() if form in forms))
        for document in documents if tags else ():
            step = next(step for step in full.steps if _handles(full, step, (document,)))
            source = step.source_ids[0] if step.source_ids else None
            found.append(EvidenceRow(step.id, document, source, tags))
    return tuple(found)


def _doubt(data: Rekeyed) -> Message:
    forms = Message("This counts what the forms ask for, not what is typed by hand.")
    if data.not_counted:
        left_out = Message(
            "{n} document without a known form is not counted.",
            {"n": len(data.not_counted)},
            plural="{n} documents without a known form are not counted.",
        )
        forms = both(forms, left_out)
    if data.by_name:
        named = Message(
            "The form of {n} document is told by its name.",
            {"n": len(data.by_name)},
            plural="The form of {n} documents is told by their names.",
        )
        forms = both(forms, named)
    return forms


R17 = Rule(
    "R17", N_("Same data again"), ("TFA-10.4", "UNCEFACT-34"), Verdict.SUBMIT_ONCE, _look
)  # fmt: skip
