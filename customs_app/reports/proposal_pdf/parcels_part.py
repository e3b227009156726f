"""How parcels enter each member state, in one view: thresholds, documents, time and cost."""

from customs_app.analysis.parcels import ParcelRow
from customs_app.figures.figure_text import ABSENT, UNKNOWN, hours_text
from customs_app.figures.tokens import LIGHT
from customs_app.language.numbers import money
from customs_app.reports.beside_texts import documents_text, threshold_text, ways_text
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import table
from customs_app.reports.proposal_pdf.texts import said


def parcels_part(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the parcels, on a lying page of their own; none where parcels are not compared."""
    rows_ = content.beside.parcels
    if not rows_:
        return []
    words, styles = setter.words, setter.styles
    name = words.text("Parcel imports of all members")
    note = words.text(
        "All members, also those without such a procedure in the catalogue. Totals rest on different steps "
        "and are not to be ranked. A threshold of an earlier year may no longer apply."
    )
    right = styles.head.aligned(Align.RIGHT)
    heads = [
        setter.cell(words.text("Country"), styles.head),
        setter.cell(words.text("Procedure"), styles.head),
        setter.cell(words.text("Free of duty up to"), styles.head),
        *(
            setter.cell(text, right)
            for text in (
                words.text("Documents"), words.text("Elapsed, hours"),
                words.text("Steps timed"), words.text("Fees"),
            )
        ),
        setter.cell(words.text("How it is done"), styles.head),
        setter.cell(words.text("Sources"), styles.head),
    ]  # fmt: skip
    rows: list[list[Flowable]] = [list(heads), *(_row(row, content, setter) for row in rows_)]
    widths = [26 * MM, 0, 44 * MM, 20 * MM, 22 * MM, 17 * MM, 24 * MM, 34 * MM, 26 * MM]
    widths[1] = text_width(Leaf.WIDE) - sum(widths)
    return [
        *new_page(Leaf.WIDE),
        Bookmark("parcels", name),
        setter.para(name, styles.heading),
        setter.para(note, styles.note),
        table(rows, widths),
    ]


def _row(row: ParcelRow, content: Content, setter: Typesetter) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    free = "\n".join(threshold_text(one, words) for one in row.thresholds) or UNKNOWN
    country = content.reference.countries[row.country].name[words.language]
    ids = [id_ for one in row.thresholds for id_ in one.source_ids]
    right = styles.cell.aligned(Align.RIGHT)
    full, totals = row.procedure, row.totals
    if full is None or totals is None:
        none = Span(words.text("no such procedure in the catalogue"), colour=LIGHT.text3)
        cells = [setter.cell(none), setter.cell(free), *(setter.cell(ABSENT, right) for _ in range(4))]
        cells.append(setter.cell(ABSENT))
    else:
        ids += full.procedure.source_ids
        covered = totals.time_covered
        cells = [
            setter.cell(said(full.procedure.title, words)),
            setter.cell(free),
            setter.cell(documents_text(row), right),
            setter.cell(hours_text(totals.elapsed, words), right),
            setter.cell(words.text("{n} of {of}", n=covered.n, of=covered.of), right),
            setter.cell("\n".join(money(one, words.language) for one in totals.cost) or UNKNOWN, right),
            setter.cell(ways_text(row, words), styles.fine),
        ]
    sources = setter.cell(words.list_of(tuple(dict.fromkeys(ids))) or UNKNOWN, styles.fine.toned(LIGHT.text3))
    return [setter.cell((Span(f"{row.country} ", bold=True), Span(country))), *cells, sources]
