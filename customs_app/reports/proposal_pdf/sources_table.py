"""Sources by the numbers that the tables of a paper name, one row each."""

from collections.abc import Sequence

from customs_app.domain.procedure import Source
from customs_app.figures.tokens import LIGHT
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import table


def sources_table(sources: Sequence[Source], setter: Typesetter, width: float) -> Flowable:
    """The sources in a table so wide (points), the first of them numbered 1."""
    words, styles = setter.words, setter.styles
    heads = (
        words.text("No."), words.text("Title"), words.text("Publisher"),
        words.text("Year"), words.text("In the catalogue"),
    )  # fmt: skip
    rows: list[list[Flowable]] = [[setter.cell(text, styles.head) for text in heads]]
    right = styles.fine.aligned(Align.RIGHT)
    for n, source in enumerate(sources, 1):
        title = [Span(source.title)]
        if source.url:
            title.append(Span("\n" + source.url, colour=styles.running.colour))
        rows.append(
            [
                setter.cell(str(n), right),
                setter.cell(tuple(title), styles.fine),
                setter.cell(source.publisher or "", styles.fine),
                setter.cell(source.year or "", styles.fine),
                setter.cell(source.id, styles.fine.toned(LIGHT.text3)),
            ]
        )
    widths = [9 * MM, 0, 36 * MM, 14 * MM, 24 * MM]
    widths[1] = width - sum(widths)
    return table(rows, widths)
