"""The first sheet: which corridor, what the way comes to, its blocks, and what is not in the totals."""

from collections.abc import Sequence

from customs_app.domain.figures import Range
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label, rate_label
from customs_app.language.numbers import day
from customs_app.reports.corridor.paper import CorridorPaper, rates_used
from customs_app.reports.corridor.texts import left_out, work_name
from customs_app.reports.edition import frozen_edition
from customs_app.reports.workbook.corridor import times_of, write_blocks, write_figure
from customs_app.reports.workbook.page import As, Page, Plain
from customs_app.reports.workbook.printing import print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import day_or_text, said

_WIDE = 12
_Row = Sequence[Plain | As]


def write_overview(page: Page, paper: CorridorPaper) -> None:
    """Write the first sheet."""
    page.set_widths(8, 20, 24, 32, 26, *(10.5 for _ in range(_WIDE - 5)))
    _write_head(page, paper)
    for write in (_write_totals, _write_way, _write_left_out, _write_hours, _write_rates):
        with page.together():
            write(page, paper)
    print_pages(page, page.words.say(paper.title), paper.edition)


def known(value: Plain) -> Plain | As:
    """The value, or `?` where it is unknown."""
    return As(UNKNOWN, Kind.UNKNOWN) if value is None else value


def ends(hours: Range | None) -> _Row:
    """Least, typical and most in three cells."""
    hours = hours or Range()
    return (known(hours.min), known(hours.typ), known(hours.max))


def _put(page: Page, column: int, given: Plain | As) -> None:
    """Write a figure, `?` where it is unknown."""
    shown = given if isinstance(given, As) else known(given)
    value, kind = shown if isinstance(shown, As) else (shown, Kind.FIGURE)
    page.put(column, value, kind)


def _write_head(page: Page, paper: CorridorPaper) -> None:
    words, corridor, edition = page.words, paper.corridor, paper.edition
    page.note(words.say(paper.title), _WIDE, Kind.TITLE)
    page.note(
        words.text("The procedures that one consignment meets on its way, one after the other"),
        _WIDE,
        Kind.LEAD,
    )
    page.end_row()
    counts = words.text(
        "{countries} countries, {procedures} procedures, {steps} steps",
        countries=edition.counts.countries,
        procedures=edition.counts.procedures,
        steps=edition.counts.steps,
    )
    pairs = [
        (words.text("Corridor"), corridor.id),
        (words.text("Case"), label(paper.chain.case.kind, words)),
        (words.text("Date"), day(edition.date, words.language)),
        (words.text("Catalogue"), counts),
        *frozen_edition(edition, words),
        (words.text("SHA-256 of the catalogue"), edition.sha256),
    ]
    if corridor.description is not None:
        pairs.insert(1, (words.text("Description"), said(corridor.description, words) or ""))
    for name, text in pairs:
        page.put(1, name, Kind.LABEL)
        page.put(4, text, Kind.PLAIN)
        page.end_row()
    page.end_row()
    page.note(
        words.text(
            "Unknown is not zero and not free: “?” adds nothing, and each total says on how many steps it "
            "rests. Elapsed is the longest path through the steps of each block, one block after the other."
        ),
        _WIDE,
    )
    page.end_row()


def _write_totals(page: Page, paper: CorridorPaper) -> None:
    words, totals = page.words, paper.chain.totals
    t = words.text
    page.line(t("What the way comes to"), Kind.SECTION)
    rows: list[tuple[str, Plain | As]] = [
        *times_of(totals, words),
        *((t("Fees in {currency}", currency=one.currency), one.amount) for one in totals.cost),
    ]
    if not totals.cost:
        rows.append((t("Fees"), None))
    total = paper.converted.total
    rows += [
        (t("Fees together, in {currency}", currency="USD"), total.amount if total is not None else None),
        *(
            (t("Fees without a rate, {currency}", currency=one.currency), one.amount)
            for one in paper.converted.left
        ),
        (t("Steps with a counted cost"), totals.cost_covered.n),
        (t("Documents handed in"), totals.documents),
        (t("Handovers of documents"), totals.handovers),
        (t("Visits in person"), totals.visits),
        (t("Steps with known visits"), totals.visits_covered.n),
        (t("Steps with a legal basis"), totals.law_covered.n),
    ]
    for name, value in rows:
        write_figure(page, name, value)
    page.end_row()


def _write_way(page: Page, paper: CorridorPaper) -> None:
    write_blocks(page, paper.chain, paper.reference)


def _write_left_out(page: Page, paper: CorridorPaper) -> None:
    missing = left_out(paper, page.words)
    if not missing:
        return
    page.line(page.words.text("Not in the totals, or counted once"), Kind.SECTION)
    for sentence in missing:
        page.note(sentence, _WIDE)
    page.end_row()


def _write_hours(page: Page, paper: CorridorPaper) -> None:
    words = page.words
    t = words.text
    page.line(t("Where the hours go"), Kind.SECTION)
    page.note(t("Hours of all steps added up; what runs side by side is not shorter here."), _WIDE)
    heads = (
        t("Least (hours)"), t("Typical (hours)"), t("Most (hours)"),
        t("Steps with a time"), t("Steps of the case"),
    )  # fmt: skip
    for column in range(1, 6):
        page.put(column, t("Kind of work or stage") if column == 1 else None, Kind.HEAD)
    for column, text in enumerate(heads, 6):
        page.put(column, text, Kind.HEAD_RIGHT)
    page.end_row()
    for one in (*paper.chain.by_kind, *paper.chain.by_stage):
        page.put(1, work_name(one, words), Kind.PLAIN)
        for column, value in enumerate((*ends(one.hours), one.covered.n, one.covered.of), 6):
            _put(page, column, value)
        page.end_row()
    page.end_row()


def _write_rates(page: Page, paper: CorridorPaper) -> None:
    rates = rates_used(paper)
    if not rates:
        return
    words = page.words
    t = words.text
    page.line(t("Exchange rates used"), Kind.SECTION)
    heads = (t("Currency"), t("Kind of rate"), t("Units for one US dollar"), t("Day"), t("Source no."))
    kinds = (Kind.HEAD, Kind.HEAD, Kind.HEAD_RIGHT, Kind.HEAD_RIGHT, Kind.HEAD_MIDDLE)
    for column, (text, kind) in enumerate(zip(heads, kinds, strict=True), 2):
        page.put(column, text, kind)
    page.end_row()
    for rate in rates:
        page.put(2, rate.currency, Kind.STRONG)
        page.put(3, rate_label(rate.kind, words), Kind.TEXT)
        page.put(4, rate.units_per_usd, Kind.RATE)
        page.put(5, day_or_text(rate.date), Kind.DATE)
        page.put(6, words.list_of(tuple(map(str, paper.numbers_of([rate.source_id])))), Kind.SHORT)
        page.end_row()
    page.end_row()
