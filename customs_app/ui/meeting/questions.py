"""What is asked in a meeting, put together from the step and what is known of it."""

from customs_app.analysis.agenda import Item
from customs_app.domain.codes import Verdict
from customs_app.domain.meeting import Decision
from customs_app.domain.review import Mark
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import Words
from customs_app.ui.meeting.edits import Choice
from customs_app.ui.meeting.reason_panel import Asked, Draft, Suggestion
from customs_app.ui.meeting.sitting import Sitting
from customs_app.ui.meeting.wording import guard_before_removal, is_sole_safeguard, target_text


def draft_of(decision: Decision | None, verdict: Verdict) -> Draft:
    """What is already known of a decision with that verdict; an empty draft where another was taken."""
    if decision is None or decision.verdict is not verdict:
        return Draft(verdict)
    return Draft(verdict, decision.reason, decision.article or "", decision.merge_into)


def asked_for(
    sitting: Sitting, item: Item, draft: Draft, words: Words, document_id: str | None = None
) -> Asked:
    """What is asked before a verdict on a step, or a document of it, is recorded."""
    removing = draft.verdict is Verdict.REMOVE and document_id is None
    heading = words.text(
        "{target}: {verdict} — why?",
        target=target_text(item, document_id, sitting.reference, words),
        verdict=label(draft.verdict, words),
    )
    return Asked(
        heading,
        draft,
        [
            Choice(step.id, f"{step.seq}  {step.title[words.language]}")
            for step in item.full.steps
            if step.id != item.step.id
        ],
        suggestions(sitting, item, draft.verdict, words, document_id),
        guard_before_removal(item, words) if removing else None,
        sole_safeguard=removing and is_sole_safeguard(item),
    )


def suggestions(
    sitting: Sitting, item: Item, verdict: Verdict, words: Words, document_id: str | None = None
) -> list[Suggestion]:
    """Reasons that are seen in the marks on a step and its documents: those for the verdict first.

    With `document_id` those in the marks on that document stand before all others.
    """
    own = [mark for mark in sitting.seen.marks if mark.step_id == item.step.id and mark.reason.strip()]
    own.sort(
        key=lambda mark: (
            document_id is not None and mark.document_id != document_id,
            mark.verdict is not verdict,
            mark.at,
        )
    )
    steps = {step.id for step in item.full.steps}
    return [_suggestion(mark, verdict, steps, sitting, words) for mark in own]


def _suggestion(mark: Mark, verdict: Verdict, steps: set[str], sitting: Sitting, words: Words) -> Suggestion:
    who = delegation_name(mark.reviewer.delegation, sitting.reference.countries, words)
    said = who if mark.verdict is verdict else f"{who} ({label(mark.verdict, words)})"
    into = mark.merge_into if mark.merge_into in steps else None
    return Suggestion(words.named(said, mark.reason), mark.reason, mark.article or "", into)


def delegation_choices(sitting: Sitting, decision: Decision | None, words: Words) -> list[Choice]:
    """The delegations of the meeting, with what each says of a decision already."""
    said = {one.delegation: label(one.position, words) for one in decision.dissents} if decision else {}
    choices = []
    for delegation in sitting.meeting.delegations:
        name = delegation_name(delegation, sitting.reference.countries, words)
        word = said.get(delegation)
        choices.append(Choice(delegation, name if word is None else words.named(name, word)))
    return choices
