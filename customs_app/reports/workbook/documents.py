"""The sheet of documents: each use of each document, by country."""

from collections.abc import Iterator

from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import said


def write_documents(page: Page, content: Content) -> None:
    """Write one row for each use of a document by a step."""
    words = page.words
    title = words.text("Documents and the steps that ask for them")
    page.line(title, Kind.TITLE)
    page.line(
        words.text("One row for each time that a step takes, issues or looks at a document."), Kind.LABEL
    )
    columns = (
        Column(words.text("Country"), 10, 20),
        Column(words.text("Document"), 20, 40, Kind.STRONG),
        Column(words.text("Name in the country’s language"), 14, 36),
        Column(words.text("UN/EDIFACT 1001 code"), 9, 11, Kind.SHORT),
        Column(words.text("Issued by"), 12, 30),
        Column(words.text("What the step does with it"), 10, 14, Kind.SHORT),
        Column(words.text("Step no."), 6, 8, Kind.SHORT),
        Column(words.text("Step"), 20, 44),
        Column(words.text("Form"), 9, 13, Kind.SHORT),
        Column(words.text("Copies"), 7, 9, Kind.SHORT),
        Column(words.text("Source of the document"), 9, 12, Kind.SHORT),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(content, words))
    keep_in_sight(page, head, len(columns), fixed=2)
    print_pages(page, title, content.edition)


def _rows(content: Content, words: Words) -> Iterator[tuple[Plain | As, ...]]:
    documents = content.reference.documents
    agencies = content.reference.agencies
    for country, full in content.procedures():
        uses = [use for step in full.steps for use in full.uses.get(step.id, ())]
        # By document; the sort keeps the order of work among the uses of one document.
        for use in sorted(uses, key=lambda use: documents[use.document_id].name[words.language].casefold()):
            document, step = documents[use.document_id], full.step(use.step_id)
            issuer = agencies.get(document.issuer_agency_id or "")
            yield (
                said(country.name, words),
                said(document.name, words),
                document.name_local,
                document.code,
                said(issuer.name, words) if issuer else None,
                label(use.role, words),
                step.seq,
                said(step.title, words),
                label(use.form, words) if use.form else None,
                use.copies,
                document.source_id,
            )
