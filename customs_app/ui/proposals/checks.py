"""What an official should know before the paper goes out; nothing here hinders an export."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Mark
from customs_app.domain.text import Message
from customs_app.reports.content import Content
from customs_app.ui.proposals.paper import MEASURES, TITLE, measure_key

WARNING, STALE, NOTE = "triangle-alert", "history", "info"
"""Kinds of remarks, by their icons."""


@dataclass(frozen=True, slots=True)
class Check:
    """One remark: its kind, the sentence, and where it leads.

    `part` is the part of the proposal it speaks of, `country` the tab of a measure; `step` leads to the
    catalogue (procedure id, step id), `review` to the review.
    """

    kind: str
    message: Message
    part: str | None = None
    country: str | None = None
    step: tuple[str, str] | None = None
    review: bool = False


def checks(content: Content) -> tuple[Check, ...]:
    """All remarks on a proposal, the heaviest first."""
    kinds = (_empty, _law, _stale, _split, _time, _suggested, _left_out)
    return tuple(check for kind in kinds for check in kind(content))


def marks_in_dispute(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Marks on one step or document whose verdicts differ."""
    targets: dict[tuple[str, str | None], list[Mark]] = {}
    for mark in marks:
        targets.setdefault((mark.step_id, mark.document_id), []).append(mark)
    return [own for own in targets.values() if len({mark.verdict for mark in own}) > 1]


def _empty(content: Content) -> Iterator[Check]:
    if content.measures:
        return
    if content.from_findings:
        yield Check(WARNING, Message("The rules suggest nothing for these procedures"), part=MEASURES)
    else:
        yield Check(WARNING, Message("No agreed marks yet"), part=MEASURES, review=True)


def _law(content: Content) -> Iterator[Check]:
    lacking: list[tuple[str, str, int]] = []
    for number, measure in enumerate(content.measures, 1):
        lacking += [(act.country, act.step, number) for act in measure.acts if not act.text]
    steps = list(dict.fromkeys((country, step) for country, step, _ in lacking))
    if steps:
        country, _, number = lacking[0]
        yield Check(
            WARNING,
            Message(
                "{n} step without a legal basis: {steps}",
                {"n": len(steps), "steps": _places([step for _, step in steps], content)},
                plural="{n} steps without a legal basis: {steps}",
            ),
            part=measure_key(number),
            country=country,
        )


def _stale(content: Content) -> Iterator[Check]:
    stale = [mark for mark in content.marks if mark.stale]
    if stale:
        message = Message(
            "{n} mark is stale: {steps}",
            {"n": len(stale), "steps": _places(_steps_of(stale), content)},
            plural="{n} marks are stale: {steps}",
        )
        yield _about_mark(STALE, message, stale[0], content)


def _split(content: Content) -> Iterator[Check]:
    split = marks_in_dispute(content.marks)
    if split:
        message = Message(
            "Reviewers disagree on {n} step: {steps}",
            {"n": len(split), "steps": _places(_steps_of(marks[0] for marks in split), content)},
            plural="Reviewers disagree on {n} steps: {steps}",
        )
        yield _about_mark(WARNING, message, split[0][0], content)


def _time(content: Content) -> Iterator[Check]:
    unknown = [
        number
        for number, measure in enumerate(content.measures, 1)
        if all(saving.hours is None for saving in measure.saving.values())
    ]
    if unknown:
        yield Check(
            WARNING,
            Message(
                "Time saved unknown: {n} measure",
                {"n": len(unknown)},
                plural="Time saved unknown: {n} measures",
            ),
            part=measure_key(unknown[0]),
        )


def _suggested(content: Content) -> Iterator[Check]:
    if content.from_findings and content.measures:
        yield Check(NOTE, Message("Suggestions: nobody has decided on them yet"), part=MEASURES)


def _left_out(content: Content) -> Iterator[Check]:
    left_out = content.comparison.left_out
    if left_out:
        names = tuple(content.reference.countries[iso2].name for iso2 in left_out)
        yield Check(NOTE, Message("Not compared: {countries}", {"countries": names}), part=TITLE)


def _about_mark(kind: str, message: Message, mark: Mark, content: Content) -> Check:
    """A remark that leads to the measure made of a mark, or to the step where no measure is made of it."""
    for number, measure in enumerate(content.measures, 1):
        if mark in measure.marks:
            country, _, _ = content.step_place(mark.step_id)
            return Check(kind, message, part=measure_key(number), country=country.iso2)
    _, full, step = content.step_place(mark.step_id)
    return Check(kind, message, step=(full.procedure.id, step.id))


def _steps_of(marks: Iterable[Mark]) -> list[str]:
    return list(dict.fromkeys(mark.step_id for mark in marks))


def _places(step_ids: list[str], content: Content) -> tuple[str, ...]:
    """Steps as `UZ 3`, by country in order of print, then by number."""
    wanted = set(step_ids)
    return tuple(
        f"{country.iso2} {number}"
        for country, full in content.procedures()
        for number in _numbers(wanted, full)
    )


def _numbers(step_ids: set[str], full: FullProcedure) -> list[int]:
    return [step.seq for step in full.steps if step.id in step_ids]
