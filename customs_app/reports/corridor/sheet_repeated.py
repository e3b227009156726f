"""The sheets of what is asked for again: documents, data, controls, and what could be done once."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.corridor.guarantees import GuaranteeKind
from customs_app.analysis.corridor.told_names import told_name
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.numbers import money, number
from customs_app.language.words import Words
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.corridor.sheet_overview import ends, known
from customs_app.reports.corridor.texts import (
    block_name,
    country_name,
    element_name,
    form_name,
    norms_said,
    standing_said,
    steps_said,
    tir_way_said,
)
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, said

_Row = Sequence[Plain | As]


def write_documents(page: Page, paper: CorridorPaper) -> None:
    """Write one row for each use of each document that is asked for twice or more."""
    words, found = page.words, paper.told.again
    t = words.text
    title = t("Documents handed over again")
    page.line(title, Kind.TITLE)
    recorded = t("{n} of {of} steps have their documents recorded", n=found.recorded.n, of=found.recorded.of)
    page.line(f"{recorded}.", Kind.LABEL)
    columns = (
        Column(t("Document"), 20, 38, Kind.STRONG),
        Column(t("UN/EDIFACT 1001 code"), 9, 11, Kind.SHORT),
        Column(t("Times in this case"), 8, 10, Kind.FIGURE),
        Column(t("Times with all conditions"), 8, 11, Kind.FIGURE),
        Column(t("Block"), 5, 7, Kind.SHORT),
        Column(t("Country"), 10, 18),
        Column(t("Step no."), 6, 8, Kind.SHORT),
        Column(t("Step"), 20, 40),
        Column(t("What the step does with it"), 10, 14, Kind.SHORT),
        Column(t("Form"), 9, 14, Kind.SHORT),
        Column(t("Copies"), 7, 8, Kind.FIGURE),
        Column(t("Agency"), 12, 30),
        Column(t("In this case"), 7, 9, Kind.SHORT),
        Column(t("Source nos."), 8, 12, Kind.SHORT),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _uses(paper, words))
    keep_in_sight(page, head, len(columns), fixed=1)
    print_pages(page, title, paper.edition)


def _uses(paper: CorridorPaper, words: Words) -> Iterator[_Row]:
    for row in paper.told.again.again:
        for use in row.all_uses:
            step = paper.places[use.step_id].step
            agency = paper.reference.agencies.get(use.agency_id or "")
            document = paper.reference.documents[use.document_id]
            numbers = paper.numbers_of([*step.source_ids, document.source_id])
            yield (
                said(row.document.name, words),
                row.document.code,
                row.times,
                row.times_at_most,
                paper.number(use.block_key),
                country_name(use.country, paper.reference, words),
                use.number,
                said(step.title, words),
                label(use.role, words),
                label(use.form, words) if use.form else None,
                use.copies,
                said(agency.name, words) if agency else None,
                words.text("yes") if use.in_case else words.text("no"),
                words.list_of(tuple(map(str, numbers))) or None,
            )


def write_data(page: Page, paper: CorridorPaper) -> None:
    """Write one row a data element that more than one country asks for, one column a block."""
    words, found = page.words, paper.told.data
    t = words.text
    title = t("Data asked for again")
    page.line(title, Kind.TITLE)
    borders = (
        t("{out_of} – {into}: {n} of {of} asked again", out_of=border.out_of, into=border.into,
          n=len(border.again), of=UNKNOWN if border.asked is None else border.asked)
        for border in found.borders
    )  # fmt: skip
    page.line(words.clauses(borders), Kind.LABEL)
    page.line(
        t(
            "This counts what the public forms ask for, on any condition; not what is typed by hand. "
            "A country’s own form may differ."
        ),
        Kind.LABEL,
    )
    shown = [block for block in paper.bound if block.key in found.blocks]
    columns = (
        Column(t("Data element"), 20, 34, Kind.STRONG),
        Column(t("Tag"), 7, 12, Kind.SHORT),
        Column(t("Times"), 7, 8, Kind.FIGURE),
        *(Column(block_name(block.key, paper, words), 16, 34) for block in shown),
    )
    head = page.row
    page.head(columns)
    rows: list[_Row] = []
    for row in found.across:
        cells = (
            lines(
                dict.fromkeys(
                    form_name(one.form, paper.reference, words) for one in row.asked.get(block.key, ())
                )
            )
            for block in shown
        )
        rows.append((element_name(row.tag, paper.reference, words), row.tag, row.total, *cells))
    page.rows(columns, rows)
    keep_in_sight(page, head, len(columns), fixed=1)
    print_pages(page, title, paper.edition)


def write_again(page: Page, paper: CorridorPaper) -> None:
    """Write controls on both sides, guarantees and escorts, and what could be done once."""
    page.set_widths(14, 44, 12, 12, 12, 12, 40, 40)
    title = page.words.text("Controls, guarantees, and what could be done once")
    page.line(title, Kind.TITLE)
    page.end_row()
    for write in (_write_controls, _write_guarantees, _write_savings):
        with page.together():
            write(page, paper)
    print_pages(page, title, paper.edition)


def _write_controls(page: Page, paper: CorridorPaper) -> None:
    words = page.words
    t = words.text
    page.line(t("Controls on both sides of a border"), Kind.SECTION)
    if not paper.told.controls:
        page.note(
            t("Rule R03 finds no control that both sides of a border of this chain record as their own."), 8
        )
        page.end_row()
        return
    columns = (
        Column(t("Country"), 10, 18, Kind.STRONG),
        Column(t("Control"), 24, 60),
        Column(t("Saves, least (hours)"), 8, 12, Kind.FIGURE),
        Column(t("Saves, typical (hours)"), 8, 12, Kind.FIGURE),
        Column(t("Saves, most (hours)"), 8, 12, Kind.FIGURE),
        Column(t("Source nos."), 8, 12, Kind.SHORT),
        Column(t("Why it may be wrong"), 14, 44),
        Column(t("Norm"), 14, 44),
    )
    page.head(columns)
    page.rows(
        columns,
        (
            (
                country_name(one.country, paper.reference, words),
                words.say(one.summary),
                *ends(one.saving.hours),
                words.list_of(tuple(map(str, paper.numbers_of(row.source for row in one.evidence)))),
                words.say(one.doubt),
                norms_said(one.standard, paper.reference, words),
            )
            for one in paper.told.controls
        ),
    )
    page.end_row()


def _write_guarantees(page: Page, paper: CorridorPaper) -> None:
    words, found = page.words, paper.told.guarantees
    t = words.text
    page.line(t("Guarantees and escorts"), Kind.SECTION)
    page.note(tir_way_said(found.tir_all_the_way, words), 8)
    columns = (
        Column(t("Country"), 10, 18, Kind.STRONG),
        Column(t("Step"), 24, 60),
        Column(t("Step no."), 6, 12, Kind.SHORT),
        Column(t("In this case"), 7, 12, Kind.SHORT),
        Column(t("Cost"), 8, 12, Kind.FIGURE),
        Column(t("Source nos."), 8, 12, Kind.SHORT),
        Column(t("Kind"), 14, 44),
        Column(t("What is known"), 14, 44),
    )
    page.head(columns)
    page.rows(columns, _secured(paper, words))
    page.end_row()


def _secured(paper: CorridorPaper, words: Words) -> Iterator[_Row]:
    for country in paper.told.guarantees.countries:
        name = country_name(country.country, paper.reference, words)
        member = paper.memberships.get(country.country)
        own = paper.numbers_of(member.source_ids if member else ())
        standing = (words.list_of(tuple(map(str, own))) or None, None, standing_said(country, words))
        yield (name, None, None, None, None, *standing)
        for kind in GuaranteeKind:
            for one in country.of(kind):
                step = paper.places[one.step_id].step
                cost: Plain = money(one.cost, words.language) if one.cost is not None else None
                if one.rate is not None:
                    cost = f"{number(one.rate, words.language)} %"
                yield (
                    name,
                    said(step.title, words),
                    one.number,
                    words.text("yes") if one.in_case else words.text("no"),
                    known(cost),
                    words.list_of(tuple(map(str, paper.numbers_of(step.source_ids)))) or None,
                    words.say(told_name(kind)),
                    None,
                )


def _write_savings(page: Page, paper: CorridorPaper) -> None:
    words = page.words
    t = words.text
    page.line(t("What could be done once"), Kind.SECTION)
    page.note(
        t(
            "Each measure by itself: they overlap and must not be added up. Hours are those of the steps "
            "that fall away, not of the journey; what no source tells is unknown, never nothing."
        ),
        8,
    )
    columns = (
        Column(t("Times less"), 8, 14, Kind.FIGURE),
        Column(t("Measure"), 24, 60, Kind.STRONG),
        Column(t("Least (hours)"), 8, 12, Kind.FIGURE),
        Column(t("Typical (hours)"), 8, 12, Kind.FIGURE),
        Column(t("Most (hours)"), 8, 12, Kind.FIGURE),
        Column(t("Fees spared"), 8, 14, Kind.FIGURE),
        Column(t("Steps that fall away"), 14, 44),
        Column(t("Why it may be less"), 14, 44),
        Column(t("Norm"), 14, 44),
    )
    page.head(columns)
    page.rows(
        columns,
        (
            (
                one.times,
                words.say(one.summary),
                *ends(one.hours),
                known(lines(money(part, words.language) for part in one.cost or ())),
                steps_said(one.falls_away, paper, words) or None,
                words.say(one.doubt),
                norms_said(one.standards, paper.reference, words),
            )
            for one in paper.told.savings
        ),
    )
    page.end_row()
