"""The first page: which corridor, its chain of procedures, what it comes to, on which edition."""

from customs_app.figures.chain_text import (
    amounts_said,
    dollars_said,
    hours_said,
    not_in_it,
    rests_on,
    unknown_steps,
)
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.numbers import day
from customs_app.reports.corridor.chain_picture import chain_drawing
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.corridor.texts import (
    n_of,
)
from customs_app.reports.edition import frozen_edition
from customs_app.reports.proposal_pdf.engine import Flowable, Spacer
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, leaf_room, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.picture_block import POINT, PictureBlock
from customs_app.reports.proposal_pdf.styles import MM
from customs_app.reports.proposal_pdf.tables import bare_table, figures_row, stack_height
from customs_app.reports.proposal_pdf.texts import said
from customs_app.reports.proposal_pdf.title_page import Accent, Hash

_WIDTH = text_width(Leaf.TITLE)


def title_page(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """The blocks of the title page."""
    words, styles, corridor = setter.words, setter.styles, paper.corridor
    head: list[Flowable] = [
        setter.cell(words.text("Shanghai Cooperation Organisation"), styles.organisation, most=2),
        Accent(),
        setter.cell(said(corridor.name, words), styles.title, most=6),
        setter.cell(
            words.text("The procedures that one consignment meets on its way, one after the other"),
            styles.subtitle,
            most=3,
        ),
    ]
    if corridor.description is not None:
        head += [Spacer(1, 3 * MM), setter.cell(said(corridor.description, words), styles.statement, most=8)]
    head += [
        Spacer(1, 7 * MM),
        PictureBlock(setter, chain_drawing(paper, words, _WIDTH / POINT)),
        Spacer(1, 3 * MM),
        setter.para(_key(setter), styles.note),
        Spacer(1, 5 * MM),
        _leads(paper, setter),
    ]
    edition = _edition(paper, setter)
    left = leaf_room(Leaf.TITLE, setter) - 1 - stack_height([*head, edition], _WIDTH)
    above = max(0.0, min(left * 0.5, 18 * MM))
    between = max(0.0, left - above)
    bookmark = Bookmark("title", words.text("Title page"))
    return [bookmark, Spacer(1, above), *head, Spacer(1, between), edition]


def _key(setter: Typesetter) -> str:
    return setter.words.text(
        "A frame is one procedure; a dashed one stands where none is recorded: nothing is known there."
    )


def _leads(paper: CorridorPaper, setter: Typesetter) -> Flowable:
    """The four figures that the window shows below the chart."""
    words, styles = setter.words, setter.styles
    totals, again = paper.chain.totals, paper.told.again
    fees = [amounts_said([one], words) for one in totals.cost]
    times = sum(row.times > 1 for row in again.rows)
    of = words.count("of {n} document followed", "of {n} documents followed", again.followed)
    figures = (
        (hours_said(totals.elapsed, words), words.text("Elapsed"), rests_on(totals, words)),
        (not_in_it(totals, words), words.text("Not in it"), unknown_steps(totals, words)),
        (
            "\n".join(fees) or UNKNOWN,
            words.text("Fees, apart"),
            words.list_of(
                (dollars_said(totals.cost, paper.converted, words), n_of(totals.cost_covered, words))
            ),
        ),
        (str(times), words.text("Handed over twice or more"), of),
    )
    lead = styles.measure
    columns: list[list[Flowable]] = [
        [
            setter.cell(value, lead, most=6),
            setter.cell(what, styles.cell_bold, most=2),
            setter.cell(why, styles.fine.toned(LIGHT.text3), most=5),
        ]
        for value, what, why in figures
    ]
    return figures_row(columns, _WIDTH)


def _edition(paper: CorridorPaper, setter: Typesetter) -> Flowable:
    words, styles = setter.words, setter.styles
    edition, totals = paper.edition, paper.chain.totals
    counts = words.text(
        "{date} · {procedures} · {steps}",
        date=day(edition.date, words.language),
        procedures=words.count("{n} procedure", "{n} procedures", edition.counts.procedures),
        steps=words.count("{n} step", "{n} steps", edition.counts.steps),
    )
    chained = words.text(
        "{procedures}, {steps} of the case",
        procedures=words.count("{n} procedure", "{n} procedures", totals.procedures),
        steps=words.count("{n} step", "{n} steps", totals.steps),
    )
    pairs: list[tuple[str, Flowable]] = [
        (words.text("Corridor"), setter.cell(paper.corridor.id)),
        (words.text("Case"), setter.cell(label(paper.chain.case.kind, words))),
        (words.text("Chained"), setter.cell(chained)),
        (words.text("Edition of the catalogue"), setter.cell(counts)),
        *((name, setter.cell(title)) for name, title in frozen_edition(edition, words)),
        (words.text("SHA-256"), Hash(setter, edition.sha256, styles.cell)),
    ]
    left = styles.cell.toned(LIGHT.text2)
    first = 42 * MM
    return bare_table([[setter.cell(name, left), value] for name, value in pairs], [first, _WIDTH - first])
