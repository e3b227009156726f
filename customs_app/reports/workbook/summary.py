"""The first sheet: what this is, what is known in all, and how to read it."""

from customs_app.domain.codes import CaseKind
from customs_app.language.labels import label
from customs_app.language.numbers import day
from customs_app.reports.content import Content, ContentKind
from customs_app.reports.edition import frozen_edition
from customs_app.reports.workbook import summary_charts, summary_tables
from customs_app.reports.workbook.legend import write_legend
from customs_app.reports.workbook.page import Page
from customs_app.reports.workbook.printing import print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import said

_WIDE = 13


def write_summary(page: Page, content: Content) -> None:
    """Write the first sheet."""
    page.set_widths(20, 32, *(9.5 for _ in range(_WIDE - 2)))
    _write_head(page, content)
    for write in (
        summary_tables.write_times,
        summary_tables.write_papers,
        summary_tables.write_fees,
        summary_tables.write_rates,
        summary_charts.write_like_for_like,
        summary_charts.write_stages,
    ):
        with page.together():
            write(page, content)
    with page.together():
        write_legend(page)
    print_pages(page, page.words.say(content.title), content.edition)


def _write_head(page: Page, content: Content) -> None:
    words = page.words
    page.note(words.say(content.title), _WIDE, Kind.TITLE)
    page.note(_what(content, page), _WIDE, Kind.LEAD)
    page.end_row()
    counts = content.edition.counts
    rows = [
        (words.text("Case"), _case(content, page)),
        (words.text("Date"), day(content.edition.date, words.language)),
        (
            words.text("Catalogue"),
            words.text(
                "{countries} countries, {procedures} procedures, {steps} steps",
                countries=counts.countries,
                procedures=counts.procedures,
                steps=counts.steps,
            ),
        ),
        *frozen_edition(content.edition, words),
        (words.text("SHA-256 of the catalogue"), content.edition.sha256),
        *_left_out(content, page),
    ]
    for name, value in rows:
        page.put(1, name, Kind.LABEL)
        page.put(2, value, Kind.PLAIN)
        page.end_row()
    page.end_row()
    page.note(
        words.text(
            "Unknown is not zero and not free: “?” adds nothing, and each total says on how many steps it "
            "rests. Totals of countries that rest on different steps are not to be ranked; only the "
            "like-for-like table below may be. Elapsed time is the longest path through the steps, not "
            "their sum."
        ),
        _WIDE,
    )
    page.end_row()


def _what(content: Content, page: Page) -> str:
    words = page.words
    if content.kind is ContentKind.COMPARISON:
        return words.text("Customs procedures of member states, compared activity by activity")
    proposal = content.proposal
    summary = proposal.summary if proposal and proposal.summary else None
    return summary or words.text("Proposal for the meeting: what may be simplified, why, and under which law")


def _case(content: Content, page: Page) -> str:
    words = page.words
    kind = content.comparison.case.kind
    meaning = (
        words.text("an ordinary consignment, without steps that come only on a condition")
        if kind is CaseKind.BASE
        else words.text("all that may befall a consignment; of exclusive options the longest or dearest")
    )
    return words.named(label(kind, words), meaning)


def _left_out(content: Content, page: Page) -> list[tuple[str, str]]:
    """Countries asked for that are not compared, by name and with the reason."""
    words, comparison = page.words, content.comparison
    names = {
        iso2: said(content.reference.countries[iso2].name, words) or iso2
        for iso2 in comparison.left_out
        if iso2 in content.reference.countries
    }
    rows = []
    without = tuple(name for iso2, name in names.items() if iso2 not in comparison.stages_only)
    if without:
        rows.append((words.text("No such procedure recorded"), words.list_of(without)))
    staged = tuple(name for iso2, name in names.items() if iso2 in comparison.stages_only)
    if staged:
        rows.append((words.text("Recorded by stages only, not compared"), words.list_of(staged)))
    return rows
