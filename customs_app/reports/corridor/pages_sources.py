"""The sources that the corridor's paper rests on, by the numbers that its tables name."""

from dataclasses import replace

from customs_app.language.numbers import day
from customs_app.reports.corridor.paper import CorridorPaper, rates_used
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.sources_table import sources_table
from customs_app.reports.proposal_pdf.styles import MM

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
    blocks.append(sources_table(paper.sources, setter, _WIDTH))
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
