"""What sets the countries apart, as sentences."""

from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import bare_table


def differences(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the differences, the most telling first."""
    words, styles = setter.words, setter.styles
    name = words.text("Differences")
    blocks: list[Flowable] = [
        *new_page(Leaf.TEXT),
        Bookmark("differences", name),
        setter.para(name, styles.heading),
    ]
    blocks.extend(setter.para(note, styles.body) for note in _notes(content, words))
    sentences = [words.say(one.message) for one in content.comparison.differences]
    if sentences:
        blocks.append(numbered(sentences, setter))
    else:
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


def _notes(content: Content, words: Words) -> list[str]:
    """Why countries are not ranked, where they are not."""
    alike = content.comparison.like_for_like
    return [words.say(message) for message in (alike.no_time, alike.no_cost) if message is not None]
