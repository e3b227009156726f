"""What a diagram tells of each step, gathered from the procedure and its totals."""

from collections.abc import Iterable, Sequence
from itertools import product

from customs_app.analysis.case import Case, option_of, steps_of_case
from customs_app.analysis.counting import counted_times
from customs_app.analysis.critical_path import passage
from customs_app.domain.codes import Role
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.figures.figure_text import explain_time
from customs_app.figures.style import Style, document_name
from customs_app.figures.swimlane.look import Told
from customs_app.language.labels import label
from customs_app.language.words import Words

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def told_of(
    full: FullProcedure, case: Case, marks: Iterable[Mark], reference: Reference, words: Words
) -> Told:
    """What a diagram of a procedure in a case tells."""
    steps = steps_of_case(full, case)
    times = counted_times(full, steps)
    lasts = passage(full, times)
    letters = document_letters(full, reference, words)
    by_step: dict[str, list[Mark]] = {}
    for mark in marks:
        by_step.setdefault(mark.step_id, []).append(mark)
    return Told(
        full=full,
        times={**counted_times(full, full.steps), **times},
        taken=frozenset(step.id for step in steps),
        path=lasts.path,
        letters=letters,
        tags={step.id: step_tags(full, step.id, letters) for step in full.steps},
        choices=_choices(full.steps),
        marks=by_step,
        elapsed=lasts.elapsed,
    )


def step_tags(full: FullProcedure, step_id: str, letters: dict[str, str]) -> tuple[str, ...]:
    """Letters of the documents that a step takes in."""
    uses = full.uses.get(step_id, ())
    return tuple(
        letters[use.document_id] for use in uses if use.role is Role.INPUT and use.document_id in letters
    )


def document_letters(full: FullProcedure, reference: Reference, words: Words) -> dict[str, str]:
    """A letter for each document that is handed in more than once: the first of its name that is free."""
    times: dict[str, int] = {}
    for step in full.steps:
        for use in full.uses.get(step.id, ()):
            if use.role is Role.INPUT:
                times[use.document_id] = times.get(use.document_id, 0) + 1
    found: dict[str, str] = {}
    for document_id, count in times.items():
        if count > 1:
            found[document_id] = _letter(document_name(document_id, reference, words), set(found.values()))
    return found


def _letter(name: str, taken: set[str]) -> str:
    capitals = [char.upper() for char in name if char.isalpha()]
    initials = [word[0].upper() for word in name.split() if word[0].isalpha()]
    letters: list[str] = [*initials, *capitals, *_LATIN]
    for letter in letters:
        if letter not in taken:
            return letter
    for one, other in product(_LATIN, _LATIN):
        if one + other not in taken:
            return one + other
    return "#"


def _choices(steps: Sequence[Step]) -> dict[str, tuple[int, str]]:
    """For each step of a choice with two options or more its number, and the letter of its option."""
    options: dict[str, list[str]] = {}
    for step in steps:
        if step.choice_group is not None:
            names = options.setdefault(step.choice_group, [])
            option = option_of(step) or ""
            if option not in names:
                names.append(option)
    numbers = {group: n for n, group in enumerate((g for g, names in options.items() if len(names) > 1), 1)}
    return {
        step.id: (
            numbers[group],
            _LATIN.lower()[options[group].index(option_of(step) or "") % 26],
        )
        for step in steps
        if (group := step.choice_group) in numbers and group is not None
    }


def step_tooltip(step: Step, told: Told, style: Style) -> str:
    """Everything that the box of a step says or shortens, in lines."""
    words, reference = style.words, style.reference
    language = words.language
    lines = [f"{step.seq} {step.title[language]}"]
    body = reference.agencies.get(step.agency_id or "")
    lines.append(body.name[language] if body is not None else words.text("Agency unknown"))
    activity = reference.activities.get(step.activity)
    if activity is not None:
        lines.append(words.named(label(activity.stage, words), activity.name[language]))
    if step.condition is not None:
        lines.append(words.text("If: {condition}", condition=step.condition))
    if step.channel is not None:
        lines.append(label(step.channel, words))
    lines.append(explain_time(told.times[step.id], told.full, words))
    uses = [use for use in told.full.uses.get(step.id, ()) if use.role is Role.INPUT]
    if uses:
        names = tuple(document_name(use.document_id, reference, words) for use in uses)
        lines.append(words.named(words.text("Handed in"), words.list_of(names)))
    for mark in told.marks.get(step.id, ()):
        said = (
            words.named(label(mark.verdict, words), mark.reason)
            if mark.reason
            else label(mark.verdict, words)
        )
        lines.append(said)
    return "\n".join(lines)
