"""A diagram as a table: one row a step."""

from collections.abc import Mapping

from customs_app.domain.codes import Role
from customs_app.figures.figure_text import time_text
from customs_app.figures.picture import PictureTable
from customs_app.figures.style import Style, document_name
from customs_app.figures.swimlane.look import Told
from customs_app.language.labels import label
from customs_app.language.words import Words


def table_of(told: Told, before: Mapping[str, tuple[str, ...]], style: Style) -> PictureTable:
    """The steps in order, with everything that lanes, lines and signs say."""
    words = style.words
    return PictureTable(_head(words), tuple(_row(step.id, told, before, style) for step in told.full.steps))


def _head(words: Words) -> tuple[str, ...]:
    return (
        "#", words.text("Step"), words.text("Agency"), words.text("After steps"), words.text("Condition"),
        words.text("Choice"), words.text("Channel"), words.text("Time, h"), words.text("Critical path"),
        words.text("Documents handed in"), words.text("Marks"),
    )  # fmt: skip


def _row(step_id: str, told: Told, before: Mapping[str, tuple[str, ...]], style: Style) -> tuple[str, ...]:
    words, reference = style.words, style.reference
    step = told.full.step(step_id)
    body = reference.agencies.get(step.agency_id or "")
    number, option = told.choices.get(step_id, (0, ""))
    documents = tuple(
        document_name(use.document_id, reference, words)
        for use in told.full.uses.get(step_id, ())
        if use.role is Role.INPUT
    )
    return (
        str(step.seq),
        step.title[words.language],
        body.name[words.language] if body is not None else "?",
        words.list_of(tuple(str(told.full.number(other)) for other in before.get(step_id, ()))) or "–",
        step.condition[words.language] if step.condition is not None else "–",
        f"{number}{option}" if number else "–",
        label(step.channel, words) if step.channel is not None else "?",
        time_text(told.times[step_id], told.full, words),
        "●" if step_id in told.path else "–",
        words.list_of(documents) or "–",
        words.list_of(tuple(label(mark.verdict, words) for mark in told.marks.get(step_id, ()))) or "–",
    )
