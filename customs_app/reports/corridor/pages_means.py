"""Guarantees, payments, border times, and what the countries could do together, on paper."""

from collections.abc import Sequence

from customs_app.analysis.corridor.border_times import BorderTimes, Measured, OwnTime
from customs_app.analysis.corridor.guarantees import CountryGuarantees, GuaranteeKind
from customs_app.analysis.corridor.payments import Payment, Share
from customs_app.analysis.corridor.saving import JointSaving
from customs_app.analysis.corridor.told_names import told_name
from customs_app.analysis.neighbours import Way
from customs_app.domain.text import Text
from customs_app.figures.chain_text import amounts_said
from customs_app.figures.figure_text import ABSENT, UNKNOWN, hours_text
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.numbers import day, number
from customs_app.language.words import Words
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.corridor.texts import (
    country_name,
    guarantee_said,
    norms_said,
    saving_said,
    standing_said,
    steps_said,
    tir_way_said,
)
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable, Table
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import Command, group_commands, table
from customs_app.reports.proposal_pdf.texts import said

_WIDTH = text_width(Leaf.TEXT)
_ROOM = 45 * MM


def secured_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """Securities, escorts and seals, a row a country."""
    words, styles, found = setter.words, setter.styles, paper.told.guarantees
    name = words.text("Guarantees and escorts")
    heads = (
        words.text("Country"), words.text("Steps that secure"),
        words.text("What is known"), words.text("Source no."),
    )  # fmt: skip
    rows: list[list[Flowable]] = [[setter.cell(text, styles.head) for text in heads]]
    rows += [_country(one, paper, setter) for one in found.countries]
    return [
        *new_page(Leaf.TEXT),
        Bookmark("guarantees", name),
        setter.para(name, styles.heading),
        setter.para(tir_way_said(found.tir_all_the_way, words), styles.body),
        table(rows, [30 * MM, _WIDTH - 107 * MM, 58 * MM, 19 * MM]),
    ]


def _country(one: CountryGuarantees, paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    words = setter.words
    spans: list[Span] = []
    for kind in GuaranteeKind:
        for step in one.of(kind):
            spans.append(Span(("\n" if spans else "") + f"{words.say(told_name(kind))}: ", bold=True))
            spans.append(Span(guarantee_said(step, paper, words)))
    ids = [id_ for step in one.steps for id_ in paper.places[step.step_id].step.source_ids]
    member = paper.memberships.get(one.country)
    numbers = paper.numbers_of([*ids, *(member.source_ids if member else ())])
    return [
        setter.cell(country_name(one.country, paper.reference, words), setter.styles.cell_bold),
        setter.cell(tuple(spans) or ABSENT),
        setter.cell(standing_said(one, words), setter.styles.fine),
        setter.cell(_listed(numbers, words), setter.styles.fine),
    ]


def _listed(numbers: Sequence[int], words: Words) -> str:
    return words.list_of(tuple(map(str, numbers))) or UNKNOWN


def payments_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """Each amount of the case with the money it is payable in, then the shares."""
    words, styles, found = setter.words, setter.styles, paper.told.payments
    name = words.text("Payments along the way")
    blocks: list[Flowable] = [
        CondPageBreak(_ROOM),
        Bookmark("payments", name),
        setter.para(name, styles.heading),
    ]
    if not found.payments:
        return [*blocks, setter.para(words.text("No amount is known."), styles.body)]
    right = styles.head.aligned(Align.RIGHT)
    heads = [
        setter.cell(words.text("Country"), styles.head),
        setter.cell(words.text("Step"), styles.head),
        setter.cell(words.text("Paid to"), styles.head),
        setter.cell(words.text("Amount"), right),
        setter.cell(words.text("In which money"), styles.head),
        setter.cell(words.text("Source no."), right),
    ]
    rows: list[list[Flowable]] = [list(heads), *(_payment(one, paper, setter) for one in found.payments)]
    widths = [20 * MM, 0, 36 * MM, 24 * MM, 34 * MM, 15 * MM]
    widths[1] = _WIDTH - sum(widths)
    known = words.text(
        "{n} of {of} steps of the case have a counted amount.", n=found.covered.n, of=found.covered.of
    )
    return [
        *blocks,
        setter.para(known, styles.body),
        table(rows, widths),
        setter.para(words.text("In whose money it is payable"), styles.part),
        _shares(found.shares, setter),
        *(setter.para(text, styles.note) for text in _money_notes(paper, words)),
    ]


def _payment(one: Payment, paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    step = paper.places[one.step_id].step
    agency = paper.reference.agencies.get(one.agency_id or "")
    right = styles.cell.aligned(Align.RIGHT)
    title = [Span(f"{one.number} ", bold=True), *said(step.title, words)]
    if one.basis:
        # The source's own words, which nobody has translated.
        title += [Span("\n"), *(Span(part.text, colour=LIGHT.text3) for part in said(Text(one.basis), words))]
    return [
        setter.cell(country_name(one.country, paper.reference, words)),
        setter.cell(tuple(title)),
        setter.cell(said(agency.name, words) if agency is not None else UNKNOWN, styles.fine),
        setter.cell(amounts_said([one.money], words), right),
        setter.cell(words.say(told_name(one.payable)), styles.fine),
        setter.cell(_listed(paper.numbers_of(step.source_ids), words), right),
    ]


def _shares(shares: Sequence[Share], setter: Typesetter) -> Table:
    words, styles = setter.words, setter.styles
    right = styles.cell.aligned(Align.RIGHT)
    heads = [
        setter.cell(words.text("In which money"), styles.head),
        *(
            setter.cell(text, styles.head.aligned(Align.RIGHT))
            for text in (
                words.text("Payments"), words.text("Amounts"),
                words.text("In {currency}", currency="USD"), words.text("Share"),
            )
        ),
    ]  # fmt: skip
    rows: list[list[Flowable]] = [list(heads)]
    for share in shares:
        part = UNKNOWN if share.part is None else number(100 * share.part, words.language, decimals=0)
        total = share.dollars.total
        dollars = UNKNOWN if total is None else number(total.amount, words.language)
        rows.append(
            [
                setter.cell(words.say(told_name(share.payable))),
                setter.cell(str(share.payments), right),
                setter.cell("\n".join(amounts_said([one], words) for one in share.amounts), right),
                setter.cell(dollars, right),
                setter.cell(words.text("{percent} %", percent=part) if part != UNKNOWN else part, right),
            ]
        )
    return table(rows, [_WIDTH - 100 * MM, 20 * MM, 34 * MM, 26 * MM, 20 * MM])


def _money_notes(paper: CorridorPaper, words: Words) -> list[str]:
    found = paper.told.payments
    notes = []
    dates = sorted({date for share in found.shares for date in share.dollars.dates})
    if dates:
        days = words.list_of(tuple(day(one, words.language) for one in dates))
        notes.append(words.text("Shares are of what could be converted, by rates of {days}.", days=days))
    if found.unknown:
        count = words.count("{n} payment of unknown size", "{n} payments of unknown size", len(found.unknown))
        steps = words.clauses(_step_said(one, paper, words) for one in found.unknown)
        notes.append(words.named(count, steps))
    if found.rates:
        steps = words.clauses(_step_said(one, paper, words) for one in found.rates)
        notes.append(words.named(words.text("Rates in per cent, never added"), steps))
    return notes


def _step_said(step_id: str, paper: CorridorPaper, words: Words) -> str:
    place = paper.places[step_id]
    return f"{place.block.country} {place.step.seq} {place.step.title[words.language]}"


def borders_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """Measured crossings beside what the steps record, border by border."""
    words, styles, found = setter.words, setter.styles, paper.told.border_times
    name = words.text("Border times: measured, and recorded in the steps")
    blocks: list[Flowable] = [
        CondPageBreak(_ROOM),
        Bookmark("borders", name),
        setter.para(name, styles.heading),
    ]
    if not any(border.measured or border.own for border in found):
        none = words.text("No crossing of this chain was measured, and no step records a time at a border.")
        return [*blocks, setter.para(none, styles.body)]
    note = words.text(
        "Measured crossings beside what the steps record; they are never added to the totals. Of each place "
        "and way the newest year stands here, earlier ones in the workbook."
    )
    right = styles.head.aligned(Align.RIGHT)
    heads = [
        setter.cell(words.text("Where"), styles.head),
        setter.cell(words.text("What"), styles.head),
        setter.cell(words.text("Hours"), right),
        setter.cell(words.text("Cost, USD"), right),
        setter.cell(words.text("Year"), right),
        setter.cell(words.text("Source no."), right),
    ]
    rows: list[list[Flowable | str]] = [[*heads]]
    extra: list[Command] = []
    for border in found:
        extra += group_commands(len(rows), LIGHT.accent)
        rows.append([setter.cell(_border_name(border, paper, words), styles.cell_bold), *[""] * 5])
        rows += [_measured(one, paper, setter) for one in newest(border.measured)]
        rows += [_own(one, paper, setter) for one in border.own]
        if not border.measured:
            none = words.text("No crossing was measured here.")
            extra.append(("SPAN", (0, len(rows)), (-1, len(rows))))
            rows.append([setter.cell(none, styles.cell.toned(LIGHT.text3)), *[""] * 5])
    widths = [0, 55 * MM, 18 * MM, 18 * MM, 14 * MM, 18 * MM]
    widths[0] = _WIDTH - sum(widths)
    return [*blocks, setter.para(note, styles.note), table(rows, widths, extra=extra)]


def newest(measured: Sequence[Measured]) -> list[Measured]:
    """Of each place, way and piece of work the newest measurement, in the order given."""
    found: dict[tuple[object, ...], Measured] = {}
    for one in measured:
        row = one.row
        key = (row.place, row.country, one.way, row.activity, row.mode)
        if key not in found or (row.year or "") > (found[key].row.year or ""):
            found[key] = one
    return list(found.values())


def _border_name(border: BorderTimes, paper: CorridorPaper, words: Words) -> str:
    ends = (country_name(iso2, paper.reference, words) for iso2 in (border.out_of, border.into))
    return " – ".join(ends)


def _measured(one: Measured, paper: CorridorPaper, setter: Typesetter) -> list[Flowable | str]:
    words, styles, row = setter.words, setter.styles, one.row
    place = country_name(row.country or "", paper.reference, words) if row.national else row.place or UNKNOWN
    side = words.text("leaving") if one.way is Way.OUT else words.text("entering")
    where = (Span(f"{place}, {side}"), Span(f"\n{words.say(told_name(one.nearness))}", colour=LIGHT.text3))
    right = styles.cell.aligned(Align.RIGHT)
    figures = (row.hours, row.cost_usd)
    return [
        setter.cell(where),
        setter.cell(
            words.text("whole crossing") if row.whole else said(Text(row.activity or UNKNOWN), words)
        ),
        *(
            setter.cell(UNKNOWN if value is None else number(value, words.language), right)
            for value in figures
        ),
        setter.cell(row.year or UNKNOWN, right),
        setter.cell(_listed(paper.numbers_of([row.source_id]), words), right),
    ]


def _own(one: OwnTime, paper: CorridorPaper, setter: Typesetter) -> list[Flowable | str]:
    words, styles = setter.words, setter.styles
    step = paper.places[one.step_id].step
    where = words.text(
        "own step {n} of {country}", n=str(one.number), country=paper.places[one.step_id].block.country
    )
    what = [*said(step.title, words)]
    kind = label(one.kind, words) if one.kind is not None else UNKNOWN
    what.append(Span(f"\n{kind}", colour=LIGHT.text3))
    if one.measured:
        what.append(Span(f" · {words.text('the same measurement, not a second one')}", colour=LIGHT.warn))
    right = styles.cell.aligned(Align.RIGHT)
    return [
        setter.cell(where, styles.cell.toned(LIGHT.text2)),
        setter.cell(tuple(what)),
        setter.cell(hours_text(one.hours, words), right),
        setter.cell(ABSENT, right.toned(LIGHT.text3)),
        setter.cell(one.year or UNKNOWN, right),
        setter.cell(_listed(paper.numbers_of(one.source_ids), words), right),
    ]


def savings_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """What the countries could do together, each measure by itself, with its doubt."""
    words, styles, found = setter.words, setter.styles, paper.told.savings
    name = words.text("What could be done once")
    blocks: list[Flowable] = [
        CondPageBreak(_ROOM),
        Bookmark("savings", name),
        setter.para(name, styles.heading),
    ]
    if not found:
        none = words.text("What is recorded shows nothing that two countries of this chain do alike.")
        return [*blocks, setter.para(none, styles.body)]
    note = words.text(
        "Each measure by itself: they overlap and must not be added up. Hours are those of the steps that "
        "fall away, not of the journey; what no source tells is unknown, never nothing."
    )
    heads = (
        words.text("Measure"), words.text("Spares a consignment"),
        words.text("Why it may be less"), words.text("Standard"),
    )  # fmt: skip
    rows: list[list[Flowable]] = [[setter.cell(text, styles.head) for text in heads]]
    rows += [_saving(one, paper, setter) for one in found]
    widths = [_WIDTH - 121 * MM, 35 * MM, 46 * MM, 40 * MM]
    return [*blocks, setter.para(note, styles.note), table(rows, widths)]


def _saving(one: JointSaving, paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    what = [Span(words.say(one.summary), bold=True)]
    for name, steps in (
        (words.text("kept"), one.kept),
        (words.text("falls away"), one.falls_away),
    ):
        if steps:
            what.append(Span(f"\n{words.named(name, steps_said(steps, paper, words))}", colour=LIGHT.text2))
    return [
        setter.cell(tuple(what)),
        setter.cell("\n".join(saving_said(one, words)) or UNKNOWN),
        setter.cell(words.say(one.doubt), styles.fine),
        setter.cell(norms_said(one.standards, paper.reference, words), styles.fine),
    ]
