"""The sheet of a what-if: the chain as it is and without some of its steps, figure by figure."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.corridor.result import ChainTotals
from customs_app.figures.figure_text import ABSENT
from customs_app.language.words import Words
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.corridor.texts import block_name
from customs_app.reports.corridor.what_if_texts import left_out_steps
from customs_app.reports.workbook.corridor import times_of
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.summary_tables import known
from customs_app.reports.workbook.texts import said

_Row = Sequence[Plain | As]


def write_what_if(page: Page, paper: CorridorPaper) -> None:
    """Write what the chain comes to as it is and without the steps left out, then those steps."""
    found = paper.content.what_if
    if found is None:
        return
    words = page.words
    t = words.text
    title = t("What if steps were left out")
    page.line(title, Kind.TITLE)
    page.line(t("A calculation, not a proposal: the other sheets show the chain as it is."), Kind.LABEL)
    columns = (
        Column(t("Figure"), 24, 40, Kind.STRONG),
        Column(t("As it is"), 12, 30, Kind.FIGURE),
        Column(t("Without these steps"), 12, 44, Kind.FIGURE),
    )
    page.head(columns)
    page.rows(columns, _figures(paper.chain.totals, found.chain.totals, words))
    page.end_row()
    page.line(t("Steps left out"), Kind.SECTION)
    columns = (
        Column(t("Step"), 24, 40, Kind.STRONG),
        Column(t("Part of the chain"), 12, 30),
        Column(t("What comes of it"), 12, 44),
    )
    page.head(columns)
    page.rows(columns, _steps(paper, words))
    print_pages(page, title, paper.edition)


def _figures(was: ChainTotals, would: ChainTotals, words: Words) -> Iterator[_Row]:
    t = words.text
    for (name, before), (_, after) in zip(times_of(was, words), times_of(would, words), strict=True):
        yield name, _shown(before), _shown(after)
    ours = {one.currency: one.amount for one in was.cost}
    theirs = {one.currency: one.amount for one in would.cost}
    for currency in dict.fromkeys((*ours, *theirs)):
        name = t("Fees in {currency}", currency=currency)
        yield name, _fee(ours.get(currency)), _fee(theirs.get(currency))
    for name, one, other in (
        (t("Steps with a counted cost"), was.cost_covered.n, would.cost_covered.n),
        (t("Documents handed in"), was.documents, would.documents),
        (t("Handovers of documents"), was.handovers, would.handovers),
        (t("Visits in person"), was.visits, would.visits),
        (t("Steps with known visits"), was.visits_covered.n, would.visits_covered.n),
    ):
        yield name, known(one), known(other)


def _shown(value: Plain | As) -> Plain | As:
    """The value as it is to be written, `?` where it is unknown."""
    return value if isinstance(value, As) else known(value)


def _fee(amount: float | None) -> Plain | As:
    """An amount; a currency in which nothing is counted has none, which does not say that it is free."""
    return As(ABSENT, Kind.UNKNOWN) if amount is None else amount


def _steps(paper: CorridorPaper, words: Words) -> Iterator[_Row]:
    found = paper.content.what_if
    for one in left_out_steps(found.changes if found else (), paper.content.blocks):
        yield (
            f"{one.step.seq} {said(one.step.title, words)}",
            block_name(one.block.key, paper, words),
            words.say(one.change.message),
        )
