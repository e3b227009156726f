"""The sheets of payments along the way and of border times."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.corridor.told_names import told_name
from customs_app.analysis.money import USD, convert
from customs_app.analysis.neighbours import Way
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.corridor.sheet_overview import known
from customs_app.reports.corridor.texts import country_name
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import said

_Row = Sequence[Plain | As]


def write_payments(page: Page, paper: CorridorPaper) -> None:
    """Write one row for each payment of the case, then the shares by the money it is payable in."""
    words = page.words
    t = words.text
    title = t("Payments along the way")
    page.line(title, Kind.TITLE)
    covered = paper.told.payments.covered
    page.line(
        t("{n} of {of} steps of the case have a counted amount.", n=covered.n, of=covered.of), Kind.LABEL
    )
    columns = (
        Column(t("Country"), 10, 20, Kind.STRONG),
        Column(t("Step no."), 6, 8, Kind.SHORT),
        Column(t("Step"), 24, 44),
        Column(t("Paid to"), 14, 34),
        Column(t("Amount"), 10, 14, Kind.FIGURE),
        Column(t("Currency"), 8, 10, Kind.SHORT),
        Column(t("In {currency}", currency=USD), 10, 14, Kind.FIGURE),
        Column(t("In which money"), 20, 36),
        Column(t("Cost is per"), 12, 30),
        Column(t("Evidence"), 9, 12, Kind.SHORT),
        Column(t("Source nos."), 8, 12, Kind.SHORT),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _payments(paper, words))
    last = page.row - 1
    page.end_row()
    _write_shares(page, paper)
    keep_in_sight(page, head, len(columns), fixed=1, last_row=last)
    print_pages(page, title, paper.edition)


def _payments(paper: CorridorPaper, words: Words) -> Iterator[_Row]:
    found, rates = paper.told.payments, paper.reference.rates
    for one in found.payments:
        step = paper.places[one.step_id].step
        agency = paper.reference.agencies.get(one.agency_id or "")
        alone = convert([one.money], USD, rates).total
        yield (
            country_name(one.country, paper.reference, words),
            one.number,
            said(step.title, words),
            said(agency.name, words) if agency else None,
            one.money.amount,
            one.money.currency,
            known(alone.amount if alone else None),
            words.say(told_name(one.payable)),
            one.basis,
            label(one.evidence, words) if one.evidence else None,
            words.list_of(tuple(map(str, paper.numbers_of(step.source_ids)))) or None,
        )
    for ids, what in (
        (found.unknown, words.text("unknown how much")),
        (found.rates, words.text("a rate in per cent")),
    ):
        for step_id in ids:
            place = paper.places[step_id]
            agency = paper.reference.agencies.get(place.step.agency_id or "")
            rate = place.step.cost.amount if step_id in found.rates else None
            yield (
                country_name(place.block.country, paper.reference, words),
                place.step.seq,
                said(place.step.title, words),
                said(agency.name, words) if agency else None,
                known(rate),
                "%" if rate is not None else None,
                known(None),
                what,
                place.step.cost.basis,
                label(place.step.evidence, words) if place.step.evidence else None,
                words.list_of(tuple(map(str, paper.numbers_of(place.step.source_ids)))) or None,
            )


def _write_shares(page: Page, paper: CorridorPaper) -> None:
    words = page.words
    t = words.text
    page.line(t("In whose money it is payable"), Kind.SECTION)
    heads = (
        (3, t("In which money"), Kind.HEAD), (4, t("Payments"), Kind.HEAD_RIGHT),
        (5, t("Amount"), Kind.HEAD_RIGHT), (6, t("Currency"), Kind.HEAD_MIDDLE),
        (7, t("In {currency}", currency=USD), Kind.HEAD_RIGHT), (8, t("Share, per cent"), Kind.HEAD_RIGHT),
    )  # fmt: skip
    for column, text, kind in heads:
        page.put(column, text, kind)
    page.end_row()
    for share in paper.told.payments.shares:
        total = share.dollars.total
        for n, one in enumerate(share.amounts):
            first = n == 0
            page.put(3, words.say(told_name(share.payable)) if first else None, Kind.STRONG)
            page.put(4, share.payments if first else None, Kind.FIGURE)
            page.put(5, one.amount, Kind.FIGURE)
            page.put(6, one.currency, Kind.SHORT)
            figures = (
                total.amount if total is not None else None,
                None if share.part is None else round(100 * share.part, 1),
            )
            for column, value in enumerate(figures, 7):
                shown = known(value) if first else None
                text_, kind_ = shown if isinstance(shown, As) else (shown, Kind.FIGURE)
                page.put(column, text_, kind_)
            page.end_row()
    page.end_row()


def write_borders(page: Page, paper: CorridorPaper) -> None:
    """Write one row for each measured crossing and each time that a step records at a border."""
    words = page.words
    t = words.text
    title = t("Border times: measured, and recorded in the steps")
    page.line(title, Kind.TITLE)
    page.line(
        t("Measured crossings beside what the steps record; they are never added to the totals."), Kind.LABEL
    )
    columns = (
        Column(t("Border"), 10, 24, Kind.STRONG),
        Column(t("Measured or recorded"), 10, 16, Kind.SHORT),
        Column(t("Where"), 16, 34),
        Column(t("How near"), 12, 26),
        Column(t("Way"), 9, 12, Kind.SHORT),
        Column(t("What"), 16, 44),
        Column(t("Least (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Typical (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Most (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Cost, USD"), 8, 10, Kind.FIGURE),
        Column(t("Year"), 6, 9, Kind.SHORT),
        Column(t("Source nos."), 8, 12, Kind.SHORT),
        Column(t("Note"), 14, 40),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _borders(paper, words))
    keep_in_sight(page, head, len(columns), fixed=1)
    print_pages(page, title, paper.edition)


def _borders(paper: CorridorPaper, words: Words) -> Iterator[_Row]:
    ways = {Way.OUT: words.text("leaving"), Way.IN: words.text("entering")}
    for border in paper.told.border_times:
        name = f"{border.out_of} – {border.into}"
        for one in border.measured:
            row = one.row
            place = country_name(row.country or "", paper.reference, words) if row.national else row.place
            yield (
                name,
                words.text("measured"),
                place,
                words.say(told_name(one.nearness)),
                ways[one.way],
                words.text("whole crossing") if row.whole else row.activity,
                None,
                known(row.hours),
                None,
                row.cost_usd,
                row.year,
                words.list_of(tuple(map(str, paper.numbers_of([row.source_id])))) or None,
                row.note,
            )
        for own in border.own:
            step = paper.places[own.step_id].step
            country = paper.places[own.step_id].block.country
            same = words.text("the same measurement, not a second one") if own.measured else None
            yield (
                name,
                words.text("recorded"),
                words.text("own step {n} of {country}", n=str(own.number), country=country),
                label(own.kind, words) if own.kind is not None else None,
                ways[own.way],
                said(step.title, words),
                own.hours.min,
                own.hours.typ,
                own.hours.max,
                None,
                own.year,
                words.list_of(tuple(map(str, paper.numbers_of(own.source_ids)))) or None,
                same,
            )
