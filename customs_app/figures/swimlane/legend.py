"""Below a diagram: what its signs mean, on which conditions steps come, which of them exclude each other."""

from collections.abc import Collection, Sequence

from customs_app.domain.codes import Role, Stage, Verdict
from customs_app.domain.procedure import Step
from customs_app.figures.compose import moved
from customs_app.figures.figure_text import hours_text
from customs_app.figures.legend import Block, Entry, legend, notes
from customs_app.figures.shapes import Drawing, Line, Pen, rectangle
from customs_app.figures.signs import verdict_sign
from customs_app.figures.style import Style, document_name
from customs_app.figures.swimlane.boxes import choice_sign, tag
from customs_app.figures.swimlane.look import Told
from customs_app.language.labels import label


def foot(told: Told, style: Style, width: float, among: Collection[str] | None = None) -> Block:
    """Legend and notes of a diagram, as wide as it may be; of the steps `among` (ids), all where None."""
    steps = [
        step for step in told.full.steps if step.id not in told.gone and (among is None or step.id in among)
    ]
    signs = legend(_entries(steps, told, style), width, style.palette, style.measure)
    texts = _notes(steps, told, style)
    if not texts:
        return signs
    below = notes(texts, width, style.palette, style.measure, style.leading + 1.5)
    return Block((*signs.shapes, *moved(below.shapes, 0, signs.height + 6)), signs.height + 6 + below.height)


def _entries(shown: Sequence[Step], told: Told, style: Style) -> list[Entry]:
    words, palette = style.words, style.palette
    found: list[Entry] = []
    if any(step.id in told.path for step in shown):
        hours = hours_text(told.elapsed, words)
        stroke = Drawing(26, 16, (Line(((0, 8), (26, 8)), Pen(palette.accent, 2.6)),))
        found.append(Entry(stroke, words.text("longest path, {hours} h", hours=hours)))
    if any(told.optional(step) for step in shown):
        frame = rectangle(1, 2, 24, 12, pen=Pen(palette.text3, 1.1, (5.0, 3.0)))
        found.append(Entry(Drawing(26, 16, (frame,)), words.text("on a condition, or not in this case")))
    if any(step.id in told.choices for step in shown):
        sign = choice_sign(1, "a", style)
        found.append(Entry(sign, words.text("one of several that exclude each other")))
    for stage in Stage:
        if any(_stage(step.activity, style) is stage for step in shown):
            bar = Drawing(5, 16, (rectangle(0, 1, 4, 14, fill=palette.stage[stage]),))
            found.append(Entry(bar, label(stage, words)))
    marked = {mark.verdict for step in shown for mark in told.marks.get(step.id, ())}
    found += [
        Entry(verdict_sign(verdict, palette, words), label(verdict, words))
        for verdict in Verdict
        if verdict in marked
    ]
    return found + _documents(shown, told, style)


def _documents(shown: Sequence[Step], told: Told, style: Style) -> list[Entry]:
    """The letters, with how many times the document is handed in."""
    words = style.words
    found = []
    there = {letter for step in shown for letter in told.tags.get(step.id, ())}
    for document_id, letter in told.letters.items():
        if letter not in there:
            continue
        count = sum(
            use.document_id == document_id and use.role is Role.INPUT
            for step in told.full.steps
            for use in told.full.uses.get(step.id, ())
        )
        name = document_name(document_id, style.reference, words)
        width = max(13.0, style.width(letter, 8.5, bold=True) + 4)
        sign = Drawing(width, 16, tuple(tag(letter, 0, 8, width, style)))
        found.append(Entry(sign, f"{name} ×{count}"))
    return found


def _stage(activity: str, style: Style) -> Stage | None:
    known = style.reference.activities.get(activity)
    return known.stage if known is not None else None


def _notes(shown: Sequence[Step], told: Told, style: Style) -> list[str]:
    words = style.words
    language = words.language
    found: list[str] = []
    groups: dict[int, dict[str, list[str]]] = {}
    for step in shown:
        if step.condition is not None:
            found.append(
                words.text("{step} if: {condition}", step=str(step.seq), condition=step.condition[language])
            )
        if step.id in told.choices:
            number, option = told.choices[step.id]
            groups.setdefault(number, {}).setdefault(option, []).append(str(step.seq))
    choices = [
        words.text(
            "Choice {number}, one of: {options}",
            number=number,
            options=tuple(f"{option} ({words.list_of(tuple(steps))})" for option, steps in options.items()),
        )
        for number, options in groups.items()
    ]
    return [*choices, *found]
