"""What sets the countries apart: one row an activity, grouped by stage, with its sentences."""

from collections.abc import Mapping
from itertools import groupby

from customs_app.analysis.sentence_parts import Difference
from customs_app.domain.text import Message, Text, Value
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import Command, bare_table, group_commands, table
from customs_app.reports.proposal_pdf.texts import said

_FIRST = 62 * MM


def differences(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the differences, in order of the activities."""
    words, styles = setter.words, setter.styles
    name = words.text("Differences")
    blocks: list[Flowable] = [
        *new_page(Leaf.TEXT),
        Bookmark("differences", name),
        setter.para(name, styles.heading),
    ]
    blocks.extend(setter.para(note, styles.body) for note in _notes(content, words))
    found = content.comparison.differences
    blocks.extend(setter.para(words.say(one.message), styles.body) for one in found if not one.activity)
    if any(one.activity for one in found):
        note = words.text(
            "Countries stand by their codes, as on the title page. Only what is recorded is compared: an "
            "unknown channel, time or fee is no difference."
        )
        blocks += [setter.para(note, styles.note), _table(content, setter)]
    elif not found:
        blocks.append(setter.para(words.text("The records show no difference."), styles.body))
    return blocks


def numbered(sentences: list[str], setter: Typesetter) -> Flowable:
    """Sentences one below the other, each with its number."""
    style = setter.styles.statement
    first = 8 * MM
    number = style.toned(setter.styles.note.colour).aligned(Align.LEFT)
    rows = [
        [setter.cell(f"{n}.", number), setter.cell(sentence, style)]
        for n, sentence in enumerate(sentences, 1)
    ]
    return bare_table(rows, [first, text_width(Leaf.TEXT) - first])


def predicate(difference: Difference, codes: Mapping[Text, str], words: Words) -> str:
    """The sentence of a difference without its activity, the countries by code: `Only here: KZ.`"""
    message = _coded(difference.message, codes)
    bare = Message(message.sentence, {**message.values, "activity": ""}, message.plural)
    # What parts the activity from what is said of it.
    said_of_it = words.say(bare).lstrip(" \u00a0–—")
    return said_of_it[:1].upper() + said_of_it[1:]


def _coded(message: Message, codes: Mapping[Text, str]) -> Message:
    def changed(value: Value) -> Value:
        if isinstance(value, Text):
            return codes.get(value, value)
        if isinstance(value, Message):
            return _coded(value, codes)
        return tuple(changed(part) for part in value) if isinstance(value, tuple) else value

    values = {name: changed(value) for name, value in message.values.items()}
    return Message(message.sentence, values, message.plural)


def _table(content: Content, setter: Typesetter) -> Flowable:
    words, styles = setter.words, setter.styles
    codes = {country.name: country.iso2 for country in content.countries}
    told: dict[str, list[str]] = {}
    for one in content.comparison.differences:
        told.setdefault(one.activity, []).append(predicate(one, codes, words))
    head = [words.text("Stage and activity"), words.text("Differences")]
    rows: list[list[Flowable | str]] = [[setter.cell(title, styles.head) for title in head]]
    extra: list[Command] = []
    activities = [row.activity for row in content.comparison.rows if row.activity.code in told]
    for stage, group in groupby(activities, key=lambda activity: activity.stage):
        extra += group_commands(len(rows), LIGHT.stage[stage])
        rows.append([setter.cell(label(stage, words), styles.cell_bold), ""])
        rows.extend(
            [setter.cell(said(activity.name, words)), setter.cell("\n".join(told[activity.code]))]
            for activity in group
        )
    return table(rows, [_FIRST, text_width(Leaf.TEXT) - _FIRST], extra=extra)


def _notes(content: Content, words: Words) -> list[str]:
    """Why countries are not ranked, where they are not."""
    alike = content.comparison.like_for_like
    return [words.say(message) for message in (alike.no_time, alike.no_cost) if message is not None]
