"""Which laws a measure asks to amend in a country, and what to change in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from customs_app.analysis.dossier.dropped import dropped, still_asked
from customs_app.analysis.dossier.result import ActLine, ProcedureEffect
from customs_app.analysis.dossier.step_lines import told_by
from customs_app.analysis.measure import Measure
from customs_app.analysis.rules.common import document_name, own_work, same_document
from customs_app.domain.codes import Evidence, Verdict
from customs_app.domain.dossier import OwnAct
from customs_app.domain.procedure import Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text
from customs_app.language.words import N_, Words

_OF_STEPS = {
    Verdict.REMOVE: N_("No longer require: {what}"),
    Verdict.MERGE: N_("Have it done in one step: {what}"),
    Verdict.SUBMIT_ONCE: N_("Do not ask again for what was handed in before: {what}"),
    Verdict.PARALLEL: N_("Let it be done beside other steps: {what}"),
    Verdict.ONLINE: N_("Let it be done online: {what}"),
    Verdict.RISK_BASED: N_("Require it only where risk calls for it: {what}"),
    Verdict.LAW_FIRST: N_("Amend what is said of it: {what}"),
}
_OF_DOCUMENTS = {
    Verdict.REMOVE: N_("No longer ask for the document: {what}"),
    Verdict.SUBMIT_ONCE: N_("Do not ask again for a document that was handed in before: {what}"),
    Verdict.ONLINE: N_("Take the document electronically: {what}"),
}


_PASSED_ON = N_("Let other bodies have what is handed in here: {what}")


class _Part(Enum):
    """What becomes of a step: it asks for less, keeps what others take from it, or something else."""

    CHANGES = "changes"
    PASSES_ON = "passes on"


@dataclass(slots=True)
class _Law:
    """One law, and the steps that rest on it and change alike."""

    text: str | None
    part: _Part
    steps: list[Step] = field(default_factory=list)


def act_lines(
    measure: Measure,
    effects: Sequence[ProcedureEffect],
    own: Sequence[OwnAct],
    reference: Reference,
    words: Words,
) -> tuple[ActLine, ...]:
    """The laws to amend in the country of the effects: those recorded, those not known, those named.

    `own` are acts that officials name for the measure there. A step for which one names a law is no longer
    one of which the article is not known.
    """
    told = {act.step_id for act in own}
    laws: dict[tuple[str, str, _Part], _Law] = {}
    named = _named(measure)
    for one in effects:
        parts = _parts(measure, one, named, reference)
        for step in one.full.steps:
            if step.id not in parts:
                continue
            part = parts[step.id]
            for text in named.get(step.id, [step.legal_basis]):
                if not text and (step.id in told or _needs_none(measure, step, reference)):
                    continue
                key = (text or "", "" if text else step.id, part)
                laws.setdefault(key, _Law(text or None, part)).steps.append(step)
    country = effects[0].country if effects else ""
    drafted = [_drafted(measure, country, law, reference, words) for law in laws.values()]
    # First what is known, by the number of its first step; then what is to be found out.
    drafted.sort(key=lambda line: (line.text is None, line.numbers))
    numbers = {step.id: step.seq for one in effects for step in one.full.steps}
    return (*drafted, *(_own(act, numbers) for act in own))


def _parts(
    measure: Measure, one: ProcedureEffect, named: Mapping[str, object], reference: Reference
) -> dict[str, _Part]:
    """What becomes of each step whose law is to be amended.

    Of a submission once these are the steps that ask for less, those from which others take it, and those
    for which reviewers named an article; where nothing is asked for less, all that the measure touches.
    """
    touched = [step.id for step in one.full.steps if step.id in measure.steps.get(one.country, ())]
    if measure.verdict is not Verdict.SUBMIT_ONCE:
        return dict.fromkeys(touched, _Part.CHANGES)
    told = told_by(measure, one.full, reference)
    less = {step: set(gone.asked) for step in touched if (gone := dropped(one, step, told)).asked}
    if not less:
        return dict.fromkeys(touched, _Part.CHANGES)
    asked = {same_document(document, reference) for documents in less.values() for document in documents}
    found: dict[str, _Part] = {}
    for step in touched:
        kept = {same_document(document, reference) for document in still_asked(one, step, told)}
        if step in less or (step in named and not kept & asked):
            found[step] = _Part.CHANGES
        elif kept & asked:
            found[step] = _Part.PASSES_ON
    return found


def _named(measure: Measure) -> dict[str, list[str | None]]:
    """Articles that reviewers named, by step."""
    found: dict[str, list[str | None]] = {}
    for mark in measure.wanted:
        if mark.article and mark.article not in found.setdefault(mark.step_id, []):
            found[mark.step_id].append(mark.article)
    return {step: articles for step, articles in found.items() if articles}


def _needs_none(measure: Measure, step: Step, reference: Reference) -> bool:
    """Whether a private party does its own business there, for which no law is to be amended."""
    return not measure.states_law and own_work(step, reference)


def _drafted(measure: Measure, country: str, law: _Law, reference: Reference, words: Words) -> ActLine:
    sources = {(source, step.locator): None for step in law.steps for source in step.source_ids}
    evidence = [step.evidence for step in law.steps if step.evidence is not None]
    order = list(Evidence)
    return ActLine(
        country=country,
        text=law.text,
        steps=tuple(step.id for step in law.steps),
        numbers=tuple(step.seq for step in law.steps),
        change=_change(measure, law, reference, words),
        sources=tuple(sources),
        evidence=max(evidence, key=order.index, default=None),
    )


def _change(measure: Measure, law: _Law, reference: Reference, words: Words) -> str:
    titles = tuple(step.title for step in law.steps)
    if measure.states_law:
        return words.text("State the law on which it rests: {what}", what=titles)
    about: tuple[Text, ...] = ()
    if measure.document is not None:
        about = _names(measure, [step.id for step in law.steps], reference)
    if law.part is _Part.PASSES_ON:
        return words.text(_PASSED_ON, what=about or titles)
    if about and measure.verdict in _OF_DOCUMENTS:
        return words.text(_OF_DOCUMENTS[measure.verdict], what=about)
    return words.text(_OF_STEPS.get(measure.verdict, _OF_STEPS[Verdict.LAW_FIRST]), what=titles)


def _names(measure: Measure, steps: Sequence[str], reference: Reference) -> tuple[Text, ...]:
    """Names of the documents that the measure is about at the steps."""
    marked = [one.document_id for one in measure.wanted if one.step_id in steps and one.document_id]
    about = (finding for finding in measure.findings if set(finding.steps) & set(steps))
    found = [one for finding in about for one in finding.documents]
    names = [document_name(one, reference) for one in (*marked, *found)]
    return tuple({name.en: name for name in names}.values())


def _own(act: OwnAct, numbers: dict[str, int]) -> ActLine:
    at = () if act.step_id is None else (act.step_id,)
    return ActLine(
        country=act.country,
        text=act.act,
        steps=at,
        numbers=tuple(numbers[step] for step in at if step in numbers),
        change=act.change or "",
        sources=() if act.source_id is None else ((act.source_id, act.locator),),
        own=act,
    )
