"""The sheet of demands for data: each form that asks for an element, in which box, at which steps."""

from collections.abc import Iterator, Sequence

from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.data_matrix import asked_by, form_name
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, numbers_of, said

_ON_PAPER = 160
"""So many demands are printed, less those of an element that would not be whole."""


def write_data_demands(page: Page, content: Content) -> None:
    """Write one row for each form of each country that asks for a data element."""
    words = page.words
    title = words.text("Demands for data, one by one")
    page.line(title, Kind.TITLE)
    page.line(
        words.text("By data element, the most asked first. A box without a number is known by its name."),
        Kind.LABEL,
    )
    printed = _printed(content)
    if printed < len(content.data.rows):
        page.line(
            words.count(
                "On paper stands the {n} element that is asked for most often; this sheet has all of them.",
                "On paper stand the {n} elements that are asked for most often; this sheet has all of them.",
                printed,
            ),
            Kind.LABEL,
        )
    columns = (
        Column(words.text("Data element"), 20, 34, Kind.STRONG),
        Column(words.text("Tag"), 7, 12, Kind.SHORT),
        Column(words.text("Country"), 10, 18),
        Column(words.text("Form"), 16, 34),
        Column(words.text("UN/EDIFACT 1001 code"), 9, 11, Kind.SHORT),
        Column(words.text("Box"), 6, 8, Kind.SHORT),
        Column(words.text("Name of the box, in English"), 16, 36),
        Column(words.text("Document"), 16, 34),
        Column(words.text("Step nos."), 7, 12, Kind.SHORT),
        Column(words.text("With whom"), 12, 24),
        Column(words.text("Source of the form"), 9, 12, Kind.SHORT),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(content, words))
    keep_in_sight(page, head, len(columns), fixed=2)
    print_pages(page, title, content.edition)
    last = head + sum(row.total for row in content.data.rows[:printed])
    page.sheet.print_area = f"A1:{page.sheet.cell(last, len(columns)).coordinate}"


def _printed(content: Content) -> int:
    """How many of the elements are printed: all demands of all of them would be dozens of pages."""
    most = 0
    for number, row in enumerate(content.data.rows, 1):
        most += row.total
        if most > _ON_PAPER:
            return max(1, number - 1)
    return len(content.data.rows)


def _rows(content: Content, words: Words) -> Iterator[Sequence[Plain | As]]:
    reference = content.reference
    places = {full.procedure.id: (country, full) for country, full in content.procedures()}
    for row in content.data.rows:
        element = reference.data_elements.get(row.tag)
        name = said(element.name, words) if element else row.tag
        for procedure, demands in row.asked.items():
            country, full = places[procedure]
            for demand in demands:
                boxes, documents = demand.boxes, demand.use.documents
                yield (
                    name,
                    row.tag,
                    said(country.name, words),
                    form_name(demand.form, reference, words),
                    demand.form,
                    lines(dict.fromkeys(box.number for box in boxes)),
                    lines(dict.fromkeys(box.name.en if box.name else None for box in boxes)),
                    lines(said(reference.documents[id_].name, words) for id_ in documents),
                    numbers_of(demand.steps, full),
                    asked_by(demand.agencies, reference, words),
                    lines(dict.fromkeys(box.source_id for box in boxes)),
                )
