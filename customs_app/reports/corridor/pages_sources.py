"""The sources that the corridor's paper rests on, by the numbers that its tables name."""

from dataclasses import replace

from customs_app.figures.tokens import LIGHT
from customs_app.language.numbers import day
from customs_app.reports.corridor.paper import CorridorPaper, rates_used
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import table

_WIDTH = text_width(Leaf.TEXT)


def sources_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """The blocks of the list of sources."""
    words, styles = setter.words, setter.styles
    name = words.text("Sources")
    blocks: list[Flowable] = [
        CondPageBreak(60 * MM),
        Bookmark("sources", name),
        setter.para(name, replace(styles.heading, before=18)),
    ]
    if not paper.sources:
        return [*blocks, setter.para(words.text("No source is recorded."), styles.body)]
    heads = (
        words.text("No."), words.text("Title"), words.text("Publisher"),
        words.text("Year"), words.text("In the catalogue"),
    )  # fmt: skip
    rows: list[list[Flowable]] = [[setter.cell(text, styles.head) for text in heads]]
    right = styles.fine.aligned(Align.RIGHT)
    for n, source in enumerate(paper.sources, 1):
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
    widths[1] = _WIDTH - sum(widths)
    blocks.append(table(rows, widths))
    if rates := rates_used(paper):
        told = tuple(
            words.text(
                "{rate} {currency} for 1 USD on {date}",
                rate=rate.units_per_usd,
                currency=rate.currency,
                date=day(rate.date, words.language),
            )
            for rate in rates
        )
        text = words.text("Exchange rates used: {rates}.", rates=words.clauses(told))
        blocks.append(setter.para(text, styles.note))
    return blocks
