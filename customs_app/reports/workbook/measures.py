"""The sheet of measures: text now and text proposed in each country, and the terms to be filled in."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.dossier.diff import PieceKind, diff
from customs_app.analysis.dossier.result import CountryPart, Dossier, DossierMeasure, Passage
from customs_app.analysis.to_be.saved import Saved
from customs_app.domain.dossier import Terms
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.text import Language
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.norms import norm_name
from customs_app.language.numbers import money, number
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.seen_marks import blind_line
from customs_app.reports.workbook.lists import (
    CURRENCIES,
    FUNDS,
    choose_from,
    define,
    take_amount,
    take_day,
)
from customs_app.reports.workbook.page import As, Column, Page, Plain, Rich
from customs_app.reports.workbook.printing import A3, keep_in_sight, print_pages
from customs_app.reports.workbook.rich import Look
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import day_or_text, lines, numbers_of, said

Row = Sequence[Plain | As]

VERDICT, COST, CURRENCY, FUND, BODY, DUE, MONTHS = (
    "measure_verdict",
    "measure_cost",
    "measure_currency",
    "measure_funds",
    "measure_body",
    "measure_due",
    "measure_months",
)
"""Names of the columns of this sheet, for the formulas of others."""

_FIXED = 4
_NOW, _PROPOSED = 6, 7


def write_measures(page: Page, content: Content, dossier: Dossier) -> None:
    """Write one row for each measure in each country that it touches."""
    words = page.words
    title = words.text("Measures, by country")
    page.line(title, Kind.TITLE)
    page.line(_note(content, dossier, words), Kind.LABEL)
    columns = _columns(words)
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(page, dossier))
    keep_in_sight(page, head, len(columns), fixed=_FIXED)
    if page.row > head + 1:
        _fill_in(page, columns, head + 1, page.row - 1)
    print_pages(page, title, content.edition, A3, 2)


def _note(content: Content, dossier: Dossier, words: Words) -> str:
    origin = (
        words.text("Suggested by the rules; no reviewer has agreed to them yet.")
        if dossier.from_findings
        else words.text("Made of the marks of the reviewers.")
    )
    marked = words.text(
        "Struck through in red: what the proposal takes out of the text of now. Underlined in green: what it "
        "puts in."
    )
    unknown = words.text("Savings are those of one consignment; “?” is unknown, not zero.")
    hidden = "" if dossier.from_findings else blind_line(content.blind_steps, words)
    return " ".join(filter(None, (origin, marked, unknown, hidden)))


def _columns(words: Words) -> tuple[Column, ...]:
    t = words.text
    return (
        Column(t("No."), 5, 6, Kind.SHORT),
        Column(t("Verdict"), 11, 18, Kind.STRONG),
        Column(t("Measure"), 20, 36, Kind.STRONG),
        Column(t("Country"), 10, 18),
        Column(t("Step nos."), 7, 12, Kind.SHORT),
        Column(t("Text now"), 40, 56),
        Column(t("Text proposed"), 40, 56),
        Column(t("Grounds"), 30, 50),
        Column(t("Control that remains"), 24, 44),
        Column(t("Norm"), 14, 34),
        Column(t("Saves, steps"), 8, 10, Kind.FIGURE),
        Column(t("Saves, least (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Saves, typical (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Saves, most (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Saves, fees"), 9, 16, Kind.FIGURE),
        Column(t("Saves, handovers of documents"), 8, 11, Kind.FIGURE),
        Column(t("Saves, visits"), 8, 10, Kind.FIGURE),
        Column(t("Cost of the change"), 12, 16, Kind.FILL_AMOUNT),
        Column(t("Currency"), 9, 10, Kind.FILL),
        Column(t("Source of funds"), 16, 24, Kind.FILL),
        Column(t("Which fund"), 14, 24, Kind.FILL),
        Column(t("Responsible body"), 18, 30, Kind.FILL),
        Column(t("Term: day"), 12, 18, Kind.FILL_DATE),
        Column(t("or months after adoption"), 10, 12, Kind.FILL),
    )


def _rows(page: Page, dossier: Dossier) -> Iterator[Row]:
    for measure in dossier.measures:
        for part in measure.parts:
            yield _row(measure, part, dossier, page.words)
            _remark(page, part.now, _NOW)
            _remark(page, part.proposed, _PROPOSED)


def _remark(page: Page, passage: Passage, column: int) -> None:
    """Say at a rewritten text that its figures have changed since; the row stands above by now."""
    if passage.was is not None:
        page.comment(
            page.row - 1,
            column,
            page.words.text(
                "Figures have changed since this was written. Drafted today: {text}", text=passage.draft
            ),
        )


def _row(measure: DossierMeasure, part: CountryPart, dossier: Dossier, words: Words) -> Row:
    now, proposed = _side_by_side(part.now.text, part.proposed.text, words.language)
    procedures = [full for full in dossier.procedures if full.procedure.country == part.country]
    return (
        measure.number,
        label(measure.verdict, words),
        measure.title.text,
        said(dossier.reference.countries[part.country].name, words),
        _numbers(part.steps, procedures),
        now,
        proposed,
        part.grounds.text,
        part.control.text,
        lines(norm_name(one, words) for one in measure.standards),
        *_saved(part, words),
        *_terms(part.terms, dossier, words),
    )


def _numbers(steps: tuple[str, ...], procedures: Sequence[FullProcedure]) -> str | None:
    return lines(numbers_of(steps, full) for full in procedures)


def _side_by_side(now: str, proposed: str, language: Language) -> tuple[Rich, Rich]:
    """Both texts whole, each with what the other has not."""
    pieces = diff(now, proposed, language)
    looks = {PieceKind.SAME: None, PieceKind.REMOVED: Look.REMOVED, PieceKind.ADDED: Look.ADDED}
    old, new = (
        tuple((piece.text, looks[piece.kind]) for piece in pieces if piece.kind is not other)
        for other in (PieceKind.ADDED, PieceKind.REMOVED)
    )
    return Rich(old), Rich(new)


def _saved(part: CountryPart, words: Words) -> Row:
    """What the measure saves alone, `?` for what is not known; of several procedures of a country a line
    each, in the order of their steps."""
    rows = [_saved_in(one.effect.saved, words) for one in part.effects]
    if len(rows) == 1:
        return tuple(As(UNKNOWN, Kind.UNKNOWN) if value is None else value for value in rows[0])
    return tuple(
        lines(UNKNOWN if value is None else _figure(value, words) for value in column)
        for column in zip(*rows, strict=True)
    )


def _figure(value: str | float, words: Words) -> str:
    return value if isinstance(value, str) else number(value, words.language)


def _saved_in(saved: Saved, words: Words) -> tuple[str | float | None, ...]:
    """Steps, least, typical and most hours, fees, handovers and visits."""
    hours = saved.elapsed
    fees = None if saved.cost is None else lines(money(one, words.language) for one in saved.cost) or 0
    ends = (None, None, None) if hours is None else (hours.min, hours.typ, hours.max)
    return (saved.steps, *ends, fees, saved.handovers, saved.visits)


def _terms(terms: Terms, dossier: Dossier, words: Words) -> Row:
    agency = dossier.reference.agencies.get(terms.agency_id or "")
    return (
        terms.cost.amount if terms.cost else None,
        terms.cost.currency if terms.cost else None,
        label(terms.funds, words) if terms.funds else None,
        terms.funds_note,
        said(agency.name, words) if agency else terms.body,
        As(day_or_text(terms.due), Kind.FILL_DATE),
        terms.months,
    )


def _fill_in(page: Page, columns: Sequence[Column], first: int, last: int) -> None:
    """Name the columns that totals are made of, and say what the cells to be filled in take."""
    from openpyxl.utils import get_column_letter

    words, sheet = page.words, page.sheet
    t = words.text
    letters = {column.title: get_column_letter(number) for number, column in enumerate(columns, 1)}
    names = {
        VERDICT: t("Verdict"),
        COST: t("Cost of the change"),
        CURRENCY: t("Currency"),
        FUND: t("Source of funds"),
        BODY: t("Responsible body"),
        DUE: t("Term: day"),
        MONTHS: t("or months after adoption"),
    }
    areas = {name: f"{letters[title]}{first}:{letters[title]}{last}" for name, title in names.items()}
    for name, title in names.items():
        define(sheet, name, f"${letters[title]}${first}:${letters[title]}${last}")
    amounts = t("A number from zero up; empty is not known yet.")
    take_amount(sheet, areas[COST], title=names[COST], message=amounts)
    take_amount(sheet, areas[MONTHS], title=names[MONTHS], message=amounts)
    chosen = t("Choose from the list; empty is not known yet.")
    choose_from(sheet, areas[CURRENCY], CURRENCIES, title=names[CURRENCY], message=chosen)
    choose_from(sheet, areas[FUND], FUNDS, title=names[FUND], message=chosen)
    take_day(sheet, areas[DUE], title=names[DUE], message=t("A day; or leave it empty and say the months."))
