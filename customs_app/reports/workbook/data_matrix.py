"""The sheet of the data matrix: which data element each form of each country asks for, and how often."""

from collections.abc import Callable, Iterator, Sequence

from customs_app.analysis.data_matrix import DataMatrix, Demand, ElementRow, FormUse, ProcedureData
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Country, Reference
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, numbers_of, said

ASKED = "●"
"""A demand of a form whose boxes have no numbers."""
_FIXED = 3
_ON_A_SHEET = 18


def write_data_matrix(page: Page, content: Content) -> None:
    """Write one row a data element, one column a form of each country, and what it sums up to."""
    words, matrix = page.words, content.data
    title = words.text("Data elements by documents: what is asked for again")
    page.line(title, Kind.TITLE)
    page.line(
        words.text(
            "A cell: the number of the box in the form, {sign} where its boxes have no numbers. "
            "Over a column: the form, its UN/EDIFACT 1001 code, the steps that ask for it, and with whom.",
            sign=ASKED,
        ),
        Kind.LABEL,
    )
    page.line(
        words.text(
            "This counts what the public forms ask for, not what is typed by hand; "
            "a country’s own form may differ. Own dates, signatures and numbers of a form do not count."
        ),
        Kind.LABEL,
    )
    columns = _columns(content, matrix, words)
    head = page.row
    page.head(columns)
    page.rows(columns, (_row(row, content.reference, matrix, words) for row in matrix.rows))
    last = page.row - 1
    page.end_row()
    page.rows(columns, _totals(matrix, words))
    page.end_row()
    for note in _notes(content, matrix, words):
        page.note(note, _FIXED)
    keep_in_sight(page, head, len(columns), fixed=_FIXED, last_row=last)
    print_pages(page, title, content.edition, A3, 1 + len(columns) // _ON_A_SHEET)


def form_name(form: str, reference: Reference, words: Words) -> str:
    """The name of a public form in the language of the workbook."""
    known = reference.forms.get(form)
    return (said(known.name, words) if known is not None else None) or form


def asked_by(agencies: Sequence[str], reference: Reference, words: Words) -> str:
    """The kinds of the agencies, each once; an agency of no known kind by its name."""
    known = [reference.agencies[id_] for id_ in agencies if id_ in reference.agencies]
    names = (label(one.kind, words) if one.kind else said(one.name, words) or one.id for one in known)
    return words.list_of(tuple(dict.fromkeys(names)))


def _columns(content: Content, matrix: DataMatrix, words: Words) -> tuple[Column, ...]:
    columns = [
        Column(words.text("Data element"), 20, 34, Kind.STRONG),
        Column(words.text("Tag"), 7, 12, Kind.SHORT),
        Column(words.text("Asked for in all"), 7, 8, Kind.SHORT),
    ]
    for (country, full), data in zip(content.procedures(), matrix.columns, strict=True):
        times = lines((said(country.name, words), words.text("times")))
        columns.append(Column(times or country.iso2, 8, 12, Kind.SHORT))
        columns += [
            Column(_over(use, country, full, content.reference, words), 9, 15, Kind.SHORT)
            for use in data.forms
        ]
    return tuple(columns)


def _over(use: FormUse, country: Country, full: FullProcedure, reference: Reference, words: Words) -> str:
    steps = numbers_of(use.steps, full) or UNKNOWN
    asked = (
        words.text("issued: {steps}", steps=steps)
        if use.only_issued
        else words.text("steps: {steps}", steps=steps)
    )
    said_of_it = (
        f"{country.iso2} · {form_name(use.form, reference, words)}",
        use.form,
        asked,
        asked_by(use.agencies, reference, words),
    )
    return lines(said_of_it) or use.form


def _row(row: ElementRow, reference: Reference, matrix: DataMatrix, words: Words) -> Sequence[Plain | As]:
    element = reference.data_elements.get(row.tag)
    cells: list[Plain | As] = [said(element.name, words) if element else row.tag, row.tag, row.total]
    for data in matrix.columns:
        demands = {demand.form: demand for demand in row.asked[data.procedure]}
        cells.append(As(len(demands), Kind.BAND))
        cells += [_cell(demands.get(use.form)) for use in data.forms]
    return cells


def _cell(demand: Demand | None) -> str | None:
    if demand is None:
        return None
    numbers = dict.fromkeys(box.number for box in demand.boxes if box.number)
    return ", ".join(numbers) or ASKED


def _totals(matrix: DataMatrix, words: Words) -> Iterator[Sequence[Plain | As]]:
    t = words.text
    kinds: tuple[tuple[str, Callable[[ProcedureData], float | None]], ...] = (
        (t("Data elements asked for"), lambda data: data.distinct if data.forms else None),
        (t("Times that they are asked for"), lambda data: data.asked if data.forms else None),
        (t("of these, again"), lambda data: data.repeated if data.forms else None),
        (t("Asked again, per cent"), lambda data: None if data.share is None else round(100 * data.share, 1)),
        (
            t("One submission spares: demands for data"),
            lambda data: data.saving.repeats if data.forms else None,
        ),
        (t("One submission spares: handing in a document again"), lambda data: data.saving.handovers),
        (t("One submission spares: showing a document again"), lambda data: data.saving.shown),
        (t("Documents that this concerns"), lambda data: data.saving.documents),
        (t("Documents without a known form, not counted"), lambda data: len(data.not_counted)),
        (t("Steps with documents recorded"), lambda data: data.recorded.n),
        (t("Steps in all"), lambda data: data.recorded.of),
    )
    for name, figure in kinds:
        cells: list[Plain | As] = [As(name, Kind.STRONG), None, None]
        for data in matrix.columns:
            value = figure(data)
            cells.append(As(UNKNOWN, Kind.UNKNOWN) if value is None else As(value, Kind.FIGURE))
            cells += [None] * len(data.forms)
        yield cells


def _notes(content: Content, matrix: DataMatrix, words: Words) -> Iterator[str]:
    for (country, _), data in zip(content.procedures(), matrix.columns, strict=True):
        own = country.name[words.language]
        if names := _names(data.not_counted, content.reference, words):
            why = words.text("not counted, because their form is not known: {documents}", documents=names)
            yield words.named(own, why)
        if names := _names(data.by_name, content.reference, words):
            yield words.named(own, words.text("form told by the name: {documents}", documents=names))


def _names(ids: Sequence[str], reference: Reference, words: Words) -> tuple[str, ...]:
    known = (reference.documents[id_] for id_ in ids if id_ in reference.documents)
    return tuple(said(document.name, words) or document.id for document in known)
