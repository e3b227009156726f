"""The annexes that a dossier adds: laws that are still to be found, and the findings with their evidence."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from customs_app.analysis.dossier.result import Dossier
from customs_app.domain.review import EvidenceRow, Finding
from customs_app.figures.signs import confidence_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.measure_tables import act_name
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.reference_marks import reference_text, source_numbers
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.signs import Sign
from customs_app.reports.proposal_pdf.styles import MM
from customs_app.reports.proposal_pdf.tables import table

_WIDTH = text_width(Leaf.TEXT)
_LINES = 40

Cell: TypeAlias = Flowable | list[Flowable] | str


def laws(content: Content, dossier: Dossier, setter: Typesetter) -> list[Flowable]:
    """The blocks of the worklist of laws: each step of a measure whose article nobody has named."""
    words, styles = setter.words, setter.styles
    name = words.text("Annex: laws to be named")
    numbers = source_numbers(content)
    head = ["", words.text("Measure"), words.text("Act"), words.text("What to change"), words.text("Source")]
    rows: list[list[Flowable]] = [[setter.cell(title, styles.head) for title in head]]
    for iso2 in dossier.countries:
        for one in dossier.measures:
            acts = [act for part in one.parts if part.country == iso2 for act in part.acts]
            rows.extend(
                [
                    setter.cell(iso2, styles.cell_bold),
                    setter.cell(str(one.number)),
                    setter.cell(act_name(act, words), most=_LINES),
                    setter.cell(act.change, most=_LINES),
                    setter.cell(reference_text(act.sources, numbers, words), styles.fine, most=_LINES),
                ]
                for act in acts
                if act.text is None
            )
    if len(rows) == 1:
        return []
    widths = [10 * MM, 16 * MM, 48 * MM, 0, 40 * MM]
    widths[3] = _WIDTH - sum(widths)
    note = words.text("Steps whose legal basis is not recorded: the delegation of the country names it.")
    return [
        *new_page(Leaf.TEXT),
        Bookmark("laws", name),
        setter.para(name, styles.heading),
        setter.para(note, styles.note),
        table(rows, widths),
    ]


def evidence(content: Content, dossier: Dossier, setter: Typesetter) -> list[Flowable]:
    """The blocks of the findings on which the measures rest, each with its evidence and its doubt."""
    words, styles = setter.words, setter.styles
    name = words.text("Annex: findings and their evidence")
    numbers = source_numbers(content)
    head = ["", words.text("Measure"), words.text("Rule"), words.text("Finding"), words.text("Evidence")]
    rows: list[list[Cell]] = [[setter.cell(title, styles.head) for title in head]]
    for one in dossier.measures:
        rows.extend(
            _finding(str(one.number), finding, content, numbers, setter) for finding in one.measure.findings
        )
    if len(rows) == 1:
        return []
    widths = [10 * MM, 16 * MM, 14 * MM, 0, 66 * MM]
    widths[3] = _WIDTH - sum(widths)
    return [
        *new_page(Leaf.TEXT),
        Bookmark("evidence", name),
        setter.para(name, styles.heading),
        table(rows, widths),
    ]


def _finding(
    number: str, finding: Finding, content: Content, numbers: Mapping[str, int], setter: Typesetter
) -> list[Cell]:
    words, styles = setter.words, setter.styles
    doubt = words.text("What speaks against it: {doubt}", doubt=finding.doubt)
    level = words.text("confidence: {level}", level=label(finding.confidence, words))
    rows = "\n".join(dict.fromkeys(_rows(finding, content, numbers, words)))
    return [
        setter.cell(finding.country, styles.cell_bold),
        setter.cell(number),
        [
            setter.cell(finding.rule),
            Sign(setter, confidence_sign(finding.confidence, LIGHT, words), styles.cell, 9),
        ],
        setter.cell(
            (Span(words.say(finding.summary)), Span(f"\n{doubt}\n{level}", colour=LIGHT.text3)), most=_LINES
        ),
        setter.cell(rows, styles.fine, most=_LINES),
    ]


def _rows(finding: Finding, content: Content, numbers: Mapping[str, int], words: Words) -> Iterator[str]:
    """What a finding rests on: step or document, source and place in it; those of one step together."""
    by: dict[str, list[EvidenceRow]] = {}
    for row in finding.evidence:
        by.setdefault(_about(row, content, words), []).append(row)
    for about, rows in by.items():
        cited = [(row.source, row.locator) for row in rows if row.source is not None]
        text = reference_text(dict.fromkeys(cited), numbers, words)
        yield words.named(about, text) if about and text else about or text


def _about(row: EvidenceRow, content: Content, words: Words) -> str:
    if row.step is not None:
        try:
            _, _, step = content.step_place(row.step)
        except KeyError:
            return row.step
        return words.text("step {number}", number=step.seq)
    document = content.reference.documents.get(row.document or "")
    return document.name[words.language] if document is not None else ""
