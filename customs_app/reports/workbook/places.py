"""The sheet of places: what is done where, and what would leave if goods were cleared inland."""

from collections.abc import Sequence

from customs_app.analysis.logistics_places import PlaceRow
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.place_texts import kind_said, moves_said, stages_said
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import said


def write_places(page: Page, content: Content) -> None:
    """Write one row a place, also for those of which no more than the name is known."""
    words = page.words
    t = words.text
    title = t("Places of the countries compared")
    page.line(title, Kind.TITLE)
    note = t(
        "{case}: places of the countries compared, from the border inland. Where goods are cleared "
        "is told by the order of the steps; what no procedure or step says of a place is unknown.",
        case=label(content.comparison.case.kind, words),
    )
    page.line(note, Kind.LABEL)
    columns = (
        Column(t("Country"), 12, 20, Kind.STRONG),
        Column(t("Place"), 20, 44),
        Column(t("Kind"), 12, 24),
        Column(t("Procedures"), 8, 12, Kind.FIGURE),
        Column(t("Steps done there, by stage"), 20, 44),
        Column(t("Steps that would move inland"), 12, 20),
        Column(t("Sources"), 10, 24),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, (_row(row, content, words) for row in content.beside.places))
    keep_in_sight(page, head, len(columns), fixed=2)
    print_pages(page, title, content.edition)


def _row(row: PlaceRow, content: Content, words: Words) -> Sequence[Plain | As]:
    place, known = row.location, content.beside.clearances
    here = tuple(known[id_] for id_ in row.procedures if id_ in known)
    return (
        said(content.reference.countries[place.country].name, words),
        said(place.name, words),
        _sign(kind_said(row, words)),
        len(row.procedures),
        _sign(stages_said(row, content.reference, words)),
        _sign(moves_said(row, here, words)),
        place.source_id,
    )


def _sign(text: str) -> Plain | As:
    return As(text, Kind.UNKNOWN) if text == UNKNOWN else text
