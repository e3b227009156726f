"""The sheet of totals and savings of a proposal, as formulas over its other sheets."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from customs_app.analysis.dossier.result import Dossier, ProcedureEffect
from customs_app.figures.figure_text import ABSENT, UNKNOWN
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook import savings_fees, savings_open, to_be
from customs_app.reports.workbook.chart import write_pairs
from customs_app.reports.workbook.lists import define
from customs_app.reports.workbook.live import Result, or_unknown, sheet_ref, sum_or_unknown
from customs_app.reports.workbook.page import As, Column, Live, Page, Plain
from customs_app.reports.workbook.printing import print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import said
from customs_app.reports.workbook.to_be import Placed

Row = Sequence[Plain | As]
Places = Mapping[str, Placed]
"""Ids of procedures -> where their steps stand."""

WIDE = 14


def write_savings(page: Page, content: Content, dossier: Dossier, places: Places) -> None:
    """Write the sheet; call it when the sheets it adds up stand."""
    words = page.words
    page.set_widths(22, 30, *(11 for _ in range(WIDE - 2)))
    page.note(words.text("Totals and savings"), WIDE, Kind.TITLE)
    with page.together():
        _write_texts(page, dossier)
    writers: list[Callable[[], None]] = []
    if dossier.together:
        writers += [
            lambda: _write_counts(page, dossier, places),
            lambda: _write_times(page, dossier, places),
            lambda: savings_fees.write_fees(page, dossier, places),
        ]
    writers.append(lambda: savings_open.write_cost_of_change(page, dossier))
    writers += savings_open.open_tables(page, dossier)
    for write in writers:
        with page.together():
            write()
    print_pages(page, words.text("Totals and savings"), content.edition)


def _write_texts(page: Page, dossier: Dossier) -> None:
    words = page.words
    for name, passage in (
        (words.text("The problem in figures"), dossier.problem),
        (words.text("What is proposed"), dossier.summary),
        (words.text("What the meeting is asked"), dossier.asked),
    ):
        page.line(name, Kind.SECTION)
        for line in passage.text.split("\n"):
            page.note(line, WIDE)
    page.end_row()


def _write_counts(page: Page, dossier: Dossier, places: Places) -> None:
    """Steps, documents handed in and visits of one consignment: now, then and saved, with their sums."""
    words = page.words
    t = words.text
    page.line(t("One consignment, all measures together: steps, documents, visits"), Kind.SECTION)
    page.note(
        t(
            "Saved is now less then; “?” where more may be saved than is known, or one side is unknown. The "
            "sum over the countries leaves out what is unknown, and says below how many it counts."
        ),
        WIDE,
    )
    columns = (
        Column(t("Country"), 16, 24, Kind.STRONG),
        Column(t("Procedure"), 24, 34),
        *(
            Column(name, 10, 12, Kind.FIGURE)
            for what in (t("Steps"), t("Documents handed in"), t("Visits in person"))
            for name in (
                t("{what}, now", what=what), t("{what}, then", what=what), t("{what}, saved", what=what)
            )
        ),
    )  # fmt: skip
    page.head(columns)
    first = page.row
    page.rows(columns, (_counts(page.row, told, places, dossier, words) for told in dossier.together))
    last = page.row - 1
    define(page.sheet, "steps_saved", f"$E${first}:$E${last}")
    define(page.sheet, "handovers_saved", f"$H${first}:$H${last}")
    define(page.sheet, "visits_saved", f"$K${first}:$K${last}")
    _write_sums(page, [_triples(told) for told in dossier.together], first, last)
    page.end_row()


Numbers = tuple[float | None, ...]


def _triples(told: ProcedureEffect) -> Numbers:
    """Now, then and saved: steps, handovers, visits."""
    now, then, saved = told.effect.as_is, told.effect.to_be, told.effect.saved
    return (
        *(now.steps, then.steps, saved.steps),
        *(now.handovers, then.handovers, saved.handovers),
        *(now.known_visits, then.known_visits, saved.visits),
    )


_SUMS = (
    (to_be.HERE, to_be.THERE),
    (to_be.HANDED, to_be.HANDED_THEN),
    (to_be.VISITS, to_be.VISITS_THEN),
)


def _counts(at: int, told: ProcedureEffect, places: Places, dossier: Dossier, words: Words) -> Row:
    place = places[told.full.procedure.id]
    values = _triples(told)
    cells: list[Plain | As] = []
    for n, (now, then) in enumerate(_SUMS):
        for column, value in ((now, values[3 * n]), (then, values[3 * n + 1])):
            cells.append(_taken(f"={sheet_ref(place.sheet)}{column}{place.sums}", value))
        here = ("CDE", "FGH", "IJK")[n]
        cells.append(_difference(here[:2], at, values[3 * n : 3 * n + 3]))
    return (*_named(told, dossier, words), *cells)


def _named(told: ProcedureEffect, dossier: Dossier, words: Words) -> tuple[str | None, str | None]:
    """The country and the procedure."""
    country = dossier.reference.countries[told.country]
    return said(country.name, words), said(told.full.procedure.title, words)


def _taken(formula: str, value: float | None) -> Plain | As:
    return As(UNKNOWN, Kind.UNKNOWN) if value is None else Live(formula, value)


def _difference(columns: str, at: int, values: Numbers) -> Plain | As:
    """What is saved, as a formula over the cells of now and then in these columns.

    Where one of them is unknown it may still be known: then it is a number, and else `?` for good.
    """
    now, then, saved = values
    if saved is None:
        return As(UNKNOWN, Kind.UNKNOWN)
    if now is None or then is None:
        return saved
    cells = [f"{column}{at}" for column in columns]
    return Live(or_unknown(f"{cells[0]}-{cells[1]}", *cells), saved)


def _write_sums(page: Page, rows: Sequence[Numbers], first: int, last: int) -> None:
    """The sums of a table, and on how many of its rows each rests."""
    words = page.words

    def line(name: str, cell: Callable[[str, list[float]], tuple[str, Result]]) -> None:
        page.put(1, name, Kind.TOTAL_NAME)
        page.put(2, None, Kind.TOTAL_NAME)
        for n in range(len(rows[0])):
            letter = chr(ord("C") + n)
            known = [value for row in rows if (value := row[n]) is not None]
            page.put(3 + n, Live(*cell(f"{letter}{first}:{letter}{last}", known)), Kind.TOTAL0)
        page.end_row()

    line(words.text("Sum"), lambda area, known: (sum_or_unknown(area), sum(known) if known else UNKNOWN))
    line(
        words.text("Rows counted, of {n}", n=len(rows)),
        lambda area, known: (f"=COUNT({area})", len(known)),
    )


def _write_times(page: Page, dossier: Dossier, places: Places) -> None:
    """Hours of one consignment, and the chart of now and then."""
    words = page.words
    t = words.text
    page.line(t("One consignment, all measures together: hours"), Kind.SECTION)
    page.note(
        t(
            "Elapsed time is the longest path through the steps, which no formula can find: it comes from "
            "the catalogue. Times of different countries are not added. Each country is to be held against "
            "itself alone, for the countries have figures for different steps."
        ),
        WIDE,
    )
    columns = (
        Column(t("Country"), 16, 24, Kind.STRONG),
        Column(t("Procedure"), 24, 34),
        Column(t("Elapsed, typical, now (hours)"), 10, 12, Kind.FIGURE),
        Column(t("Elapsed, typical, then (hours)"), 10, 12, Kind.FIGURE),
        Column(t("Saved, typical (hours)"), 10, 12, Kind.FIGURE),
        Column(t("Saved, least (hours)"), 10, 12, Kind.FIGURE),
        Column(t("Saved, most (hours)"), 10, 12, Kind.FIGURE),
        Column(t("Sum of the steps, now (hours)"), 10, 12, Kind.FIGURE),
        Column(t("Sum of the steps, then (hours)"), 10, 12, Kind.FIGURE),
        Column(t("Steps with a counted time, now"), 10, 12, Kind.FIGURE),
        Column(t("Steps with a counted time, then"), 10, 12, Kind.FIGURE),
        Column(t("More may be saved"), 10, 12, Kind.SHORT),
    )
    page.head(columns)
    first = page.row
    page.rows(columns, (_times(page.row, told, places, dossier, words) for told in dossier.together))
    define(page.sheet, "hours_saved", f"$E${first}:$E${page.row - 1}")
    page.end_row()
    drawn = [
        (savings_fees.name_of(told, dossier, words), first + n, told.effect.as_is.elapsed.typ, after)
        for n, told in enumerate(dossier.together)
        if told.effect.as_is.elapsed.typ is not None and (after := told.effect.to_be.elapsed.typ) is not None
    ]
    if drawn:
        heads = (t("Country"), t("Now (hours)"), t("Then (hours)"))
        rows = [(name, Live(f"=C{at}", now), Live(f"=D{at}", then)) for name, at, now, then in drawn]
        write_pairs(page, t("Elapsed time of one consignment, typical: now and then"), heads, rows)


def _times(at: int, told: ProcedureEffect, places: Places, dossier: Dossier, words: Words) -> Row:
    place = places[told.full.procedure.id]
    now, then, saved = told.effect.as_is, told.effect.to_be, told.effect.saved
    hours = saved.elapsed
    ref = sheet_ref(place.sheet)
    return (
        *_named(told, dossier, words),
        *_ends((now.elapsed.typ, then.elapsed.typ)),
        _difference("CD", at, (now.elapsed.typ, then.elapsed.typ, hours.typ if hours else None)),
        *_ends((hours.min, hours.max) if hours else (None, None)),
        _taken(f"={ref}{to_be.NOW}{place.sums}", now.effort.typ),
        _taken(f"={ref}{to_be.THEN}{place.sums}", then.effort.typ),
        words.text("{n} of {of}", n=now.time_covered.n, of=now.time_covered.of),
        words.text("{n} of {of}", n=then.time_covered.n, of=then.time_covered.of),
        words.text("yes") if "elapsed" in saved.more else ABSENT,
    )


def _ends(values: Sequence[float | None]) -> Iterator[Plain | As]:
    for value in values:
        yield As(UNKNOWN, Kind.UNKNOWN) if value is None else value
