"""Harmonisation distance: how many changes each country needs to reach the common procedure, and which."""

from customs_app.analysis.distance import ChangeKind, Distance, Distances, kind_label
from customs_app.figures.figure_text import ABSENT
from customs_app.figures.tokens import LIGHT
from customs_app.reports.beside_texts import common_text, distance_note
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable, Table
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align, alone
from customs_app.reports.proposal_pdf.tables import Command, group_commands, table

_WIDTH = text_width(Leaf.TEXT)
_COUNT = 20.5 * MM
_ALL = 22 * MM
_ROOM = 50 * MM


def distance_part(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the distance, on pages of their own; none where one country alone is compared."""
    found = content.beside.distances
    if found is None:
        return []
    words, styles = setter.words, setter.styles
    name = words.text("Distance to a common procedure")
    return [
        *new_page(Leaf.TEXT),
        Bookmark("distance", name),
        setter.para(name, styles.heading),
        setter.para(distance_note(words), styles.note),
        setter.para(common_text(found, content.reference, words), styles.body),
        _counts(found, content, setter),
        CondPageBreak(_ROOM),
        setter.para(words.text("The changes, country by country"), alone(styles.part)),
        _changes(found, content, setter),
    ]


def _counts(found: Distances, content: Content, setter: Typesetter) -> Table:
    words, styles = setter.words, setter.styles
    right = styles.head.aligned(Align.RIGHT)
    heads = [setter.cell(words.text("Country"), styles.head), setter.cell(words.text("Changes"), right)]
    heads += [setter.cell(kind_label(kind, words), styles.fine.aligned(Align.RIGHT)) for kind in ChangeKind]
    rows: list[list[Flowable]] = [list(heads)]
    figure = styles.cell.aligned(Align.RIGHT)
    for one in found.countries:
        name = content.reference.countries[one.country].name[words.language]
        cells: list[Flowable] = [
            setter.cell((Span(f"{one.country} ", bold=True), Span(name))),
            setter.cell(str(len(one.changes)), styles.cell_bold.aligned(Align.RIGHT)),
        ]
        cells += [setter.cell(str(n) if n else ABSENT, figure) for n in one.counts.values()]
        rows.append(cells)
    first = _WIDTH - _ALL - _COUNT * len(ChangeKind)
    return table(rows, [first, _ALL, *[_COUNT] * len(ChangeKind)])


def _changes(found: Distances, content: Content, setter: Typesetter) -> Table:
    words, styles = setter.words, setter.styles
    heads = (words.text("Kind of change"), words.text("What changes"))
    rows: list[list[Flowable | str]] = [[setter.cell(text, styles.head) for text in heads]]
    extra: list[Command] = []
    for one in found.countries:
        name = content.reference.countries[one.country].name[words.language]
        changes = words.count("{n} change", "{n} changes", len(one.changes))
        extra += group_commands(len(rows), LIGHT.accent)
        rows.append([setter.cell(f"{name} · {changes}", styles.cell_bold), ""])
        rows += _of_country(one, setter)
    return table(rows, [42 * MM, _WIDTH - 42 * MM], extra=extra)


def _of_country(one: Distance, setter: Typesetter) -> list[list[Flowable | str]]:
    words, styles = setter.words, setter.styles
    rows: list[list[Flowable | str]] = []
    for kind in ChangeKind:
        said = [words.say(change.message) for change in one.changes if change.kind is kind]
        if said:
            rows.append([setter.cell(kind_label(kind, words)), setter.cell("\n".join(said), styles.fine)])
    if one.unknown:
        grey = styles.fine.toned(LIGHT.text3)
        not_counted = words.text("Not recorded, not counted")
        said = [words.say(message) for message in one.unknown]
        rows.append(
            [setter.cell(not_counted, styles.cell.toned(LIGHT.text3)), setter.cell("\n".join(said), grey)]
        )
    return rows
