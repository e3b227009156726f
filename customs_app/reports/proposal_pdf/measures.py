"""The measures on their pages: text now and proposed, a picture, grounds, control, savings, acts, terms."""

from collections.abc import Iterator, Mapping

from customs_app.analysis.dossier.result import CountryPart, Dossier, DossierMeasure
from customs_app.analysis.dossier.saved_line import saved_line
from customs_app.domain.job import Progress, no_progress
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.norms import norm_name
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable, Spacer
from customs_app.reports.proposal_pdf.measure_tables import acts_table, terms_table
from customs_app.reports.proposal_pdf.named_text import named_text
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, leaf_room, new_page, text_width
from customs_app.reports.proposal_pdf.pairs import compared_pairs
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.picture_block import Floating
from customs_app.reports.proposal_pdf.position_lines import position_lines
from customs_app.reports.proposal_pdf.reference_marks import source_numbers
from customs_app.reports.proposal_pdf.rich import Rich, Span
from customs_app.reports.proposal_pdf.signs import Sign
from customs_app.reports.proposal_pdf.styles import MM, alone
from customs_app.reports.proposal_pdf.swimlanes import LEAST, swimlanes
from customs_app.reports.proposal_pdf.tables import bare_table, stack_height
from customs_app.reports.proposal_pdf.texts import said
from customs_app.reports.seen_marks import blind_line

_WIDTH = text_width(Leaf.MEASURES)
_LEAST = 0.4
"""A measure begins on the page at hand where so much of it is left."""


def measures(
    content: Content, dossier: Dossier | None, setter: Typesetter, progress: Progress = no_progress
) -> list[Flowable]:
    """The blocks of the measures, on pages of their own; `progress` is told measure by measure."""
    words, styles = setter.words, setter.styles
    name = words.text("Suggestions of the rules") if content.from_findings else words.text("Measures")
    told = dossier.measures if dossier is not None else ()
    blocks: list[Flowable] = [
        *new_page(Leaf.MEASURES if told else Leaf.TEXT),
        Bookmark("measures", name),
        setter.para(name, styles.heading),
    ]
    if note := _note(content, words):
        blocks.append(setter.para(note, styles.body))
    numbers = source_numbers(content)
    for done, one in enumerate(told):
        progress(done, len(told))
        if one.number > 1:
            blocks.append(CondPageBreak(leaf_room(Leaf.MEASURES, setter) * _LEAST))
        blocks.extend(_measure(one, content, numbers, setter))
    return blocks


def _note(content: Content, words: Words) -> str:
    if content.from_findings and content.measures:
        return words.text(
            "Rules have found these in the recorded steps. Nobody has decided on them; each says why it "
            "may be wrong."
        )
    if content.from_findings:
        return words.text("The rules suggest nothing for these procedures.")
    if not content.measures:
        hidden = blind_line(content.blind_steps, words)
        return hidden or words.text(
            "No step or document has been marked for a change: there are no measures."
        )
    return ""


def measure_title(one: DossierMeasure, from_findings: bool, words: Words) -> str:
    """A measure by number and title."""
    if from_findings:
        return words.text("Suggestion {number}. {title}", number=str(one.number), title=one.title.text)
    return words.text("Measure {number}. {title}", number=str(one.number), title=one.title.text)


def _measure(
    one: DossierMeasure, content: Content, numbers: Mapping[str, int], setter: Typesetter
) -> Iterator[Flowable]:
    words, styles = setter.words, setter.styles
    title = measure_title(one, content.from_findings, words)
    sign = verdict_sign(one.verdict, LIGHT, words)
    heading = bare_table(
        [[Sign(setter, sign, styles.measure, 13), setter.cell(title, styles.measure, most=6)]],
        [18.0, _WIDTH - 18],
    )
    heading.spaceBefore, heading.spaceAfter = 12, 2
    about = [named_text(name, text, setter) for name, text in _about(one, content, words)]
    # A heading stands on the page of at least the first lines of the first country.
    yield CondPageBreak(stack_height([heading, *about[:3]], _WIDTH) + 40 * MM)
    yield Bookmark(f"measure-{one.number}", title, 1)
    yield heading
    yield from about
    found = swimlanes(one.measure, content, setter)
    pictured = [n for n, part in enumerate(one.parts, 1) if found is not None and part.country == found[0]]
    at = pictured[0] if pictured else len(one.parts)
    for part in one.parts[:at]:
        yield from _country(part, one, content, setter)
    rest = [block for part in one.parts[at:] for block in _country(part, one, content, setter)]
    rest += _tables(one, content, numbers, setter)
    yield from rest if found is None else [Floating(found[1], found[2], rest, LEAST)]


def _tables(
    one: DossierMeasure, content: Content, numbers: Mapping[str, int], setter: Typesetter
) -> Iterator[Flowable]:
    """What stands below the texts of a measure's countries."""
    words, styles = setter.words, setter.styles
    yield from acts_table(one, numbers, setter)
    if any(part.terms.known for part in one.parts):
        yield from terms_table(one, content.reference, setter)
    else:
        yield Spacer(1, 4)
        yield named_text(words.text("Cost, funds and term"), words.text("not stated"), setter)
    if held := list(position_lines(one, content.reference, words)):
        yield setter.para(words.text("Positions of delegations"), styles.part)
        yield from (named_text(name, text, setter) for name, text in held)


def _about(one: DossierMeasure, content: Content, words: Words) -> Iterator[tuple[str, Rich]]:
    """Countries and standards of a measure."""
    names = tuple(content.reference.countries[part.country].name[words.language] for part in one.parts)
    title = words.text("Country") if len(names) == 1 else words.text("Countries")
    yield title, words.list_of(names)
    for n, standard in enumerate(one.standards):
        text = (Span(words.named(norm_name(standard, words), "")), *said(standard.title, words))
        yield words.text("Standard") if n == 0 else "", text


def _country(
    part: CountryPart, one: DossierMeasure, content: Content, setter: Typesetter
) -> Iterator[Flowable]:
    words, styles = setter.words, setter.styles
    if len(one.parts) > 1:
        yield CondPageBreak(36 * MM)
        name = content.reference.countries[part.country].name[words.language]
        yield setter.para(name, alone(styles.part))
    yield compared_pairs(part.now.text, part.proposed.text, setter, words.language)
    for title, text in _facts(part, words):
        yield named_text(title, text, setter)


def _facts(part: CountryPart, words: Words) -> Iterator[tuple[str, Rich]]:
    yield words.text("Grounds"), part.grounds.text
    yield words.text("Control that remains"), part.control.text
    title = words.text("Saves a consignment")
    for one in part.effects:
        saved = saved_line(one.effect.saved, words)
        if len(part.effects) > 1:
            saved = words.named(one.full.procedure.title[words.language], saved)
        yield title, saved
