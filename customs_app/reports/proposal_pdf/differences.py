"""What sets the countries apart: one row an activity, grouped by stage, with its sentences."""

from itertools import groupby

from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.beside_texts import tolerance_text
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.predicates import codes_of, predicate
from customs_app.reports.proposal_pdf.ranked_part import ranked_differences
from customs_app.reports.proposal_pdf.styles import MM, Align, alone
from customs_app.reports.proposal_pdf.tables import Command, bare_table, group_commands, table
from customs_app.reports.proposal_pdf.texts import said

_FIRST = 62 * MM
_ROOM = 60 * MM


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
        blocks += [*ranked_differences(content, setter)]
        name = words.text("Differences by activity")
        blocks += [CondPageBreak(_ROOM), setter.para(name, alone(styles.part))]
        blocks += [setter.para(f"{note} {tolerance_text(content.tolerance, words)}", styles.note)]
        blocks.append(_table(content, setter))
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


def _table(content: Content, setter: Typesetter) -> Flowable:
    words, styles = setter.words, setter.styles
    codes = codes_of(content)
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
