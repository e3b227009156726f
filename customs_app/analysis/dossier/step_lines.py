"""One step as a line of a proposal: who does what with which document."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from customs_app.analysis.dossier.sentences import run_on
from customs_app.analysis.marked_saving import document_subject
from customs_app.analysis.measure import Measure
from customs_app.analysis.rules.common import agency_name, document_name
from customs_app.domain.codes import Role, Verdict
from customs_app.domain.procedure import DocumentUse, FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message
from customs_app.language.labels import label_message
from customs_app.language.words import Words

_FACTS = frozenset({Verdict.REMOVE, Verdict.MERGE, Verdict.PARALLEL, Verdict.ONLINE, Verdict.RISK_BASED})
_ISSUED_TOO = frozenset({Verdict.REMOVE, Verdict.ONLINE, Verdict.MERGE})


@dataclass(frozen=True, slots=True)
class Told:
    """What a measure makes worth telling of a step.

    `documents` are ids of those that it is about, None for all. `facts` is whether time and cost are told,
    `channel` the way in which a step is done, `waits` for which steps it waits.
    """

    documents: Collection[str] | None
    roles: tuple[Role, ...]
    facts: bool
    channel: bool
    waits: bool


def told_by(measure: Measure, full: FullProcedure, reference: Reference) -> Told:
    """What is worth telling of the steps of a procedure that the measure touches."""
    documents = _documents(measure, full, reference)
    issued = documents is None or measure.verdict in _ISSUED_TOO
    return Told(
        documents=documents,
        roles=(Role.INPUT, Role.SHOWN, Role.OUTPUT) if issued else (Role.INPUT, Role.SHOWN),
        facts=documents is None and measure.verdict in _FACTS,
        channel=documents is None and measure.verdict is Verdict.ONLINE,
        waits=documents is None and measure.verdict is Verdict.PARALLEL,
    )


def _documents(measure: Measure, full: FullProcedure, reference: Reference) -> Collection[str] | None:
    used = {use.document_id for uses in full.uses.values() for use in uses}
    if measure.document is not None:
        return {one for one in used if document_subject(one, reference) == measure.document}
    named = {one for finding in measure.findings for one in finding.documents}
    return named & used if measure.rule is not None and named else None


def step_head(step: Step, reference: Reference, words: Words) -> str:
    """Number and title of a step, with who does it where that is known."""
    if step.agency_id is None:
        return words.text("Step {step}: {title}.", step=step.seq, title=step.title)
    agency = agency_name(step.agency_id, reference)
    return words.text("Step {step} ({agency}): {title}.", step=step.seq, agency=agency, title=step.title)


def step_line(full: FullProcedure, step: Step, told: Told, reference: Reference, words: Words) -> str:
    """A step with what is worth telling of it, but for its time and cost; on one line."""
    return run_on(
        (
            step_head(step, reference, words),
            _condition(step, words),
            *_documents_of(full, step, told, reference, words),
            _channel(step, words) if told.channel else "",
            _waits(full, step, words) if told.waits else "",
        ),
        words,
    )


def _condition(step: Step, words: Words) -> str:
    return words.text("Condition: {condition}.", condition=step.condition) if step.condition else ""


def _documents_of(
    full: FullProcedure, step: Step, told: Told, reference: Reference, words: Words
) -> Iterator[str]:
    uses = {
        role: tuple(_document(use, reference) for use in shown_uses(full, step.id, told) if use.role is role)
        for role in told.roles
    }
    if uses.get(Role.INPUT):
        yield words.text("Handed in: {documents}.", documents=uses[Role.INPUT])
    if uses.get(Role.SHOWN):
        yield words.text("Shown: {documents}.", documents=uses[Role.SHOWN])
    if uses.get(Role.OUTPUT):
        yield words.text("Issued: {documents}.", documents=uses[Role.OUTPUT])


def shown_uses(full: FullProcedure, step_id: str, told: Told) -> tuple[DocumentUse, ...]:
    """What the step does with documents, as far as it is worth telling."""
    return tuple(
        use
        for use in full.uses.get(step_id, ())
        if use.role in told.roles and (told.documents is None or use.document_id in told.documents)
    )


def _document(use: DocumentUse, reference: Reference) -> Message:
    name = document_name(use.document_id, reference)
    copies = use.copies is not None and use.copies > 1
    if use.form is None:
        if not copies:
            return Message("{document}", {"document": name})
        return Message("{document} (copies: {n})", {"document": name, "n": use.copies or 0})
    form = label_message(use.form)
    if not copies:
        return Message("{document} ({form})", {"document": name, "form": form})
    return Message("{document} ({form}, copies: {n})", {"document": name, "form": form, "n": use.copies or 0})


def _channel(step: Step, words: Words) -> str:
    if step.channel is None:
        return words.text("In which way it is done is not recorded.")
    return words.text("It is done in this way: {channel}.", channel=label_message(step.channel))


def _waits(full: FullProcedure, step: Step, words: Words) -> str:
    waits = set(step.depends_on)
    others = tuple(other.seq for other in full.steps if other.id in waits)
    if not others:
        return words.text("It waits for no other step.")
    return words.text("It waits for other steps to end: {steps}.", steps=others)
