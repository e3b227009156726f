"""What is done at which place, and what would leave if goods were cleared inland."""

from customs_app.analysis.logistics_places import PlaceRow
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.reports.content import Content
from customs_app.reports.place_texts import kind_said, moves_said, stages_said
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.styles import MM
from customs_app.reports.proposal_pdf.tables import table
from customs_app.reports.proposal_pdf.texts import said


def places_part(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the places of which more than the name is known, on lying pages; none where none is."""
    places = content.beside.places
    shown = [row for row in places if row.known]
    if not shown:
        return []
    words, styles = setter.words, setter.styles
    name = words.text("Places of the countries compared")
    note = words.text(
        "{case}: places of the countries compared, from the border inland. Where goods are cleared "
        "is told by the order of the steps; what no procedure or step says of a place is unknown.",
        case=label(content.comparison.case.kind, words),
    )
    counted = words.count(
        "{n} place; of {unknown} no more than the name is known",
        "{n} places; of {unknown} no more than the name is known",
        len(places),
        unknown=len(places) - len(shown),
    )
    heads = (
        words.text("Country"), words.text("Place"), words.text("Kind"), words.text("Procedures"),
        words.text("Steps done there, by stage"), words.text("Steps that would move inland"),
        words.text("Sources"),
    )  # fmt: skip
    rows: list[list[Flowable]] = [[setter.cell(text, styles.head) for text in heads]]
    rows += [_row(row, content, setter) for row in shown]
    widths = [28 * MM, 0, 36 * MM, 24 * MM, 62 * MM, 30 * MM, 24 * MM]
    widths[1] = text_width(Leaf.WIDE) - sum(widths)
    return [
        *new_page(Leaf.WIDE),
        Bookmark("places", name),
        setter.para(name, styles.heading),
        setter.para(note, styles.note),
        setter.para(counted, styles.note),
        table(rows, widths),
    ]


def _row(row: PlaceRow, content: Content, setter: Typesetter) -> list[Flowable]:
    words, styles, place = setter.words, setter.styles, row.location
    known = content.beside.clearances
    here = tuple(known[id_] for id_ in row.procedures if id_ in known)
    cells = (
        content.reference.countries[place.country].name[words.language],
        said(place.name, words),
        kind_said(row, words),
        str(len(row.procedures)),
        stages_said(row, content.reference, words),
        moves_said(row, here, words),
    )
    source = setter.cell(place.source_id or "", styles.fine.toned(LIGHT.text3))
    return [*(setter.cell(text) for text in cells), source]
