"""The sources that the proposal rests on."""

from dataclasses import replace

from customs_app.domain.procedure import Source
from customs_app.language.numbers import day
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable, NextPageTemplate, Table
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM
from customs_app.reports.proposal_pdf.tables import table
from customs_app.reports.source_order import by_number

_LEAST = 60 * MM


def sources(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the list of sources."""
    words, styles = setter.words, setter.styles
    name = words.text("Sources")
    note = words.text(
        "What the procedures, steps and documents of this paper rest on. The year is that of publication."
    )
    blocks: list[Flowable] = [
        # On the page at hand where there is room for more than the first few.
        NextPageTemplate(Leaf.TEXT),
        CondPageBreak(_LEAST),
        Bookmark("sources", name),
        setter.para(name, replace(styles.heading, before=18)),
        setter.para(note, styles.note),
    ]
    if content.sources:
        blocks.append(_table(content, setter))
    else:
        blocks.append(setter.para(words.text("No source is recorded."), styles.body))
    if content.rates:
        blocks.append(setter.para(_rates(content, setter), styles.note))
    return blocks


def _table(content: Content, setter: Typesetter) -> Table:
    words, styles = setter.words, setter.styles
    head = [
        words.text("No."),
        words.text("Source"),
        words.text("Title"),
        words.text("Publisher"),
        words.text("Year"),
    ]
    rows: list[list[Flowable]] = [[setter.cell(title, styles.head) for title in head]]
    rows.extend(_row(number, source, setter) for number, source in enumerate(by_number(content), 1))
    widths = [12 * MM, 18 * MM, 0, 38 * MM, 13 * MM]
    widths[2] = text_width(Leaf.TEXT) - sum(widths)
    return table(rows, widths)


def _row(number: int, source: Source, setter: Typesetter) -> list[Flowable]:
    styles = setter.styles
    title = [Span(source.title)]
    if source.url:
        title.append(Span("\n" + source.url, colour=styles.running.colour))
    return [
        setter.cell(f"[{number}]", styles.fine),
        setter.cell(source.id, styles.fine),
        setter.cell(tuple(title), styles.fine),
        setter.cell(source.publisher or "", styles.fine),
        setter.cell(source.year or "", styles.fine),
    ]


def _rates(content: Content, setter: Typesetter) -> str:
    words = setter.words
    rates = tuple(
        words.text(
            "{rate} {currency} for 1 USD on {date}",
            rate=rate.units_per_usd,
            currency=rate.currency,
            date=day(rate.date, words.language),
        )
        for rate in content.rates
    )
    return words.text("Exchange rates used: {rates}.", rates=words.clauses(rates))
