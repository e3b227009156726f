"""Measures of whole countries, each with its year and source: beside the comparison, never in its totals."""

from itertools import groupby

from customs_app.analysis.indicators_beside import GROUP_NAMES, Figure, IndicatorRow
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.tokens import LIGHT
from customs_app.reports.beside_texts import figure_value, measure_title, year_text
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.comparison_table import UPRIGHT
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import Command, group_commands, table

_UPRIGHT = UPRIGHT - 2
_SOURCES = 30 * MM


def indicators_part(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the measures, on pages of their own; none where no country has any."""
    least = min(2, len(content.countries))
    found = [row for row in content.beside.indicators if _told(row) >= least]
    if not found:
        return []
    words, styles = setter.words, setter.styles
    countries = content.comparison.countries
    leaf = Leaf.TEXT if len(countries) <= _UPRIGHT else Leaf.WIDE
    name = words.text("Measures of whole countries")
    note = words.text(
        "Newest figures with their years, as the sources publish them. They are measured in other ways than "
        "the steps above and are no part of their totals. ≠ marks rows whose years differ: do not set these "
        "figures against each other. Measures that one country alone has stand in the workbook."
    )
    heads = [setter.cell(words.text("Measure of the whole country"), styles.head)]
    heads += [setter.cell(iso2, styles.head.aligned(Align.MIDDLE)) for iso2 in countries]
    heads.append(setter.cell(words.text("Sources"), styles.head))
    rows: list[list[Flowable | str]] = [[*heads]]
    extra: list[Command] = []
    for group, own in groupby(found, key=lambda row: row.group):
        extra += group_commands(len(rows), LIGHT.accent)
        rows.append(
            [setter.cell(words.text(GROUP_NAMES[group]), styles.cell_bold), *[""] * (len(countries) + 1)]
        )
        rows += [_row(row, content, setter) for row in own]
    width = text_width(leaf)
    first = (46 if leaf is Leaf.TEXT else 60) * MM
    column = (width - first - _SOURCES) / len(countries)
    return [
        *new_page(leaf),
        Bookmark("indicators", name),
        setter.para(name, styles.heading),
        setter.para(note, styles.note),
        table(rows, [first, *[column] * len(countries), _SOURCES], extra=extra, pad=2),
    ]


def _told(row: IndicatorRow) -> int:
    """Of how many countries a source says something; that one is no member is no measure."""
    return sum(bool(own and own[0].source_ids) for own in row.cells.values())


def _row(row: IndicatorRow, content: Content, setter: Typesetter) -> list[Flowable | str]:
    words, styles = setter.words, setter.styles
    title = [Span(measure_title(row, words))]
    if row.years_differ:
        title.insert(0, Span("≠ ", bold=True, colour=LIGHT.warn))
    cells: list[Flowable | str] = [setter.cell(tuple(title), styles.matrix)]
    cells += [_cell(row.cells[iso2], setter) for iso2 in content.comparison.countries]
    newest = (own[0] for own in row.cells.values() if own)
    ids = dict.fromkeys(id_ for figure in newest for id_ in figure.source_ids)
    cells.append(setter.cell(words.list_of(tuple(ids)) or UNKNOWN, styles.matrix.toned(LIGHT.text3)))
    return cells


def _cell(figures: tuple[Figure, ...], setter: Typesetter) -> Flowable:
    words = setter.words
    style = setter.styles.matrix.aligned(Align.MIDDLE)
    if not figures:
        return setter.cell(UNKNOWN, style.toned(LIGHT.text3))
    spans = [Span(figure_value(figures[0], words))]
    if year := year_text(figures[0], words):
        spans.append(Span(f"\n{year}", colour=LIGHT.text3))
    return setter.cell(tuple(spans), style)
