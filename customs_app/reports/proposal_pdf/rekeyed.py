"""Data that are asked for again: of each country its share, what one submission spares, the most asked."""

from collections.abc import Iterator
from dataclasses import replace

from customs_app.analysis.data_matrix import DataMatrix, Demand, ElementRow, ProcedureData
from customs_app.domain.reference import Country
from customs_app.figures.tokens import LIGHT
from customs_app.language.numbers import number
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable, NextPageTemplate, Table
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import Command, TableTitle, group_commands, table
from customs_app.reports.proposal_pdf.texts import said

MOST = 5
"""So many data elements of each country are printed, those that it asks for most often."""
_LEAST = 70 * MM
_TIMES = 14 * MM
_FIRST = 48 * MM


def rekeyed(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the data that are asked for again, on the page at hand where there is room."""
    words, styles = setter.words, setter.styles
    name = words.text("Data asked for again")
    blocks: list[Flowable] = [
        NextPageTemplate(Leaf.TEXT),
        CondPageBreak(_LEAST),
        Bookmark("rekeyed", name),
        setter.para(name, replace(styles.heading, before=18)),
    ]
    if not content.data.rows:
        none = words.text("Of no document of these procedures is it known which data it asks for.")
        return [*blocks, setter.para(none, styles.body)]
    note = words.text(
        "This counts what the public forms ask for, each once a country, whatever the condition; not what is "
        "typed by hand. A country’s own form may differ. The whole matrix stands in the workbook."
    )
    return [*blocks, setter.para(note, styles.note), _table(content, setter)]


def _table(content: Content, setter: Typesetter) -> Table:
    words, styles, matrix = setter.words, setter.styles, content.data
    title = TableTitle(
        setter,
        words.text("Table {number}", number="3"),
        words.text("The data elements that each country asks for most often"),
        styles.caption,
    )
    heads = [
        setter.cell(words.text("Data element"), styles.head),
        setter.cell(words.text("Times"), styles.head.aligned(Align.MIDDLE)),
        setter.cell(words.text("Forms that ask for it (number of the box)"), styles.head),
    ]
    rows: list[list[Flowable | str]] = [[title, "", ""], [*heads]]
    extra: list[Command] = [("SPAN", (0, 0), (-1, 0)), ("LEFTPADDING", (0, 0), (-1, 0), 0)]
    for country, data in zip(content.countries, matrix.columns, strict=True):
        extra += group_commands(len(rows), LIGHT.accent)
        rows.append([setter.cell(_share(country, data, words), styles.cell), "", ""])
        rows += [_row(row, data, content, setter) for row in _most_asked(matrix, data)]
        extra.append(("SPAN", (0, len(rows)), (-1, len(rows))))
        # What sums a country up never stands alone at the head of a page.
        extra.append(("NOSPLIT", (0, len(rows) - 1), (-1, len(rows))))
        rows.append([setter.cell(_summed_up(data, content, words), styles.fine), "", ""])
    widths = [_FIRST, _TIMES, text_width(Leaf.TEXT) - _FIRST - _TIMES]
    return table(rows, widths, head=2, extra=extra)


def _share(country: Country, data: ProcedureData, words: Words) -> tuple[Span, ...]:
    name = said(country.name, words, bold=True)
    if data.share is None:
        unknown = words.text("no form is known of any of its documents")
        return (*name, Span(f"  {unknown}", colour=LIGHT.text2))
    figures = words.text(
        "{distinct} data elements asked for {asked} times; again: {repeated}",
        distinct=data.distinct,
        asked=data.asked,
        repeated=data.repeated,
    )
    share = words.text("{percent} %", percent=number(100 * data.share, words.language, decimals=0))
    return (*name, Span(f"  {figures} · "), Span(share, bold=True))


def _most_asked(matrix: DataMatrix, data: ProcedureData) -> list[ElementRow]:
    """The elements that a country asks for most often, of those that it asks for again."""
    again = [row for row in matrix.rows if len(row.asked[data.procedure]) > 1]
    return sorted(again, key=lambda row: (-len(row.asked[data.procedure]), row.tag))[:MOST]


def _row(row: ElementRow, data: ProcedureData, content: Content, setter: Typesetter) -> list[Flowable | str]:
    words, styles = setter.words, setter.styles
    element = content.reference.data_elements.get(row.tag)
    demands = row.asked[data.procedure]
    forms = words.clauses(_form(demand, content, words) for demand in demands)
    return [
        setter.cell(said(element.name, words) if element else row.tag),
        setter.cell(str(len(demands)), styles.cell.aligned(Align.MIDDLE)),
        setter.cell(forms, styles.fine),
    ]


def _form(demand: Demand, content: Content, words: Words) -> str:
    known = content.reference.forms.get(demand.form)
    name = known.name[words.language] if known is not None else demand.form
    numbers = tuple(dict.fromkeys(box.number for box in demand.boxes if box.number))
    return words.text("{form} ({boxes})", form=name, boxes=numbers) if numbers else name


def _summed_up(data: ProcedureData, content: Content, words: Words) -> tuple[Span, ...]:
    parts = list(_spared(data, words))
    if data.not_counted:
        names = tuple(
            content.reference.documents[id_].name
            for id_ in data.not_counted
            if id_ in content.reference.documents
        )
        parts.append(
            words.text("Not counted, because their form is not known: {documents}.", documents=names)
        )
    return (Span(" ".join(parts), colour=LIGHT.text2),)


def _spared(data: ProcedureData, words: Words) -> Iterator[str]:
    saving = data.saving
    if saving.documents is None:
        yield words.text("No document is recorded that is handed in or shown.")
        return
    yield words.text(
        "One submission spares {repeats} demands for data; handing in again: {handovers}, "
        "showing again: {shown} (documents: {documents}).",
        repeats=saving.repeats,
        handovers=saving.handovers or 0,
        shown=saving.shown or 0,
        documents=saving.documents,
    )
    yield words.text("Documents are recorded for {n} of {of} steps.", n=data.recorded.n, of=data.recorded.of)
