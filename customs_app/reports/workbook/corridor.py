"""The way of a corridor: its blocks one after the other, and what they come to."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.corridor.result import Chain, ChainTotals
from customs_app.domain.reference import Reference
from customs_app.language.corridor_names import role_name
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.corridor.texts import country_name, gap_said, places_of
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.summary_tables import ends, known
from customs_app.reports.workbook.texts import said

_WIDE = 12
_FIGURE = 5
_Row = Sequence[Plain | As]


def write_corridor(page: Page, content: Content) -> None:
    """Write the sheet of the corridor that a proposal is about, in the proposal's case."""
    words = page.words
    way = chain(content.blocks, Case(content.comparison.case.kind), content.reference)
    title = words.say(content.title) if content.corridor is None else said(content.corridor.name, words) or ""
    page.set_widths(8, 20, 24, 32, 26, *(10.5 for _ in range(_WIDE - 5)))
    page.note(title, _WIDE, Kind.TITLE)
    page.note(
        words.text("The procedures that one consignment meets on its way, one after the other"),
        _WIDE,
        Kind.LEAD,
    )
    page.end_row()
    write_blocks(page, way, content.reference)
    page.line(words.text("What the way comes to"), Kind.SECTION)
    for name, value in times_of(way.totals, words):
        write_figure(page, name, value)
    print_pages(page, title, content.edition)


def write_figure(page: Page, name: str, value: Plain | As) -> None:
    """Write a row of a name and a figure, `?` where it is unknown."""
    page.put(1, name, Kind.LABEL)
    shown = value if isinstance(value, As) else known(value)
    plain, kind = shown if isinstance(shown, As) else (shown, Kind.FIGURE)
    page.put(_FIGURE, plain, kind)
    page.end_row()


def times_of(totals: ChainTotals, words: Words) -> Iterator[tuple[str, Plain | As]]:
    """Names and values of the hours of the whole way, and of the steps on which they rest."""
    t = words.text
    for name, hours in ((t("Elapsed"), totals.elapsed), (t("Sum of the steps"), totals.effort)):
        ways = (t("least (hours)"), t("typical (hours)"), t("most (hours)"))
        for end, value in zip(ways, ends(hours), strict=True):
            yield t("{what}, {end}", what=name, end=end), value
    yield t("Steps of the case"), totals.steps
    yield t("Steps with a counted time"), totals.time_covered.n
    yield t("of these, aggregates"), totals.aggregates
    yield t("of these, derived values"), totals.derived
    yield t("Steps with a legal limit only"), totals.limits
    yield t("Blocks without a procedure"), totals.gaps
    yield t("Drives without a time"), totals.driving


def write_blocks(page: Page, way: Chain, reference: Reference) -> None:
    """Write one row for each block of the chain."""
    t = page.words.text
    page.line(t("The chain, block by block"), Kind.SECTION)
    columns = (
        Column(t("No."), 5, 8, Kind.SHORT),
        Column(t("Country"), 14, 20, Kind.STRONG),
        Column(t("Part of the chain"), 14, 24),
        Column(t("Procedure"), 24, 32),
        Column(t("Places"), 20, 26),
        Column(t("Steps of the case"), 8, 10.5, Kind.FIGURE),
        Column(t("Steps with a time"), 8, 10.5, Kind.FIGURE),
        Column(t("Elapsed, least (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Elapsed, typical (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Elapsed, most (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Since the start, typical (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Since the start, most (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Why this procedure"), 24, 40),
    )
    page.head(columns)
    page.rows(columns, _blocks(way, reference, page.words))
    page.end_row()


def _blocks(way: Chain, reference: Reference, words: Words) -> Iterator[_Row]:
    for n, one in enumerate(way.blocks, 1):
        block, full = one.block, one.block.procedure
        figures: tuple[Plain | As, ...] = (None,) * 5
        if full is not None:
            figures = (one.covered.of, one.covered.n, *ends(one.elapsed))
        yield (
            n,
            country_name(block.country, reference, words),
            role_name(block.role, words),
            said(full.procedure.title, words) if full is not None else gap_said(block, words),
            " › ".join(places_of(block.places, words)) or None,
            *figures,
            known(one.end.typ),
            known(one.end.max),
            words.say(block.why),
        )
