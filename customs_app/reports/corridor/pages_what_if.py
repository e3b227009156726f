"""The what-if on paper: what the chain would come to without some of its steps, and its chart."""

from customs_app.domain.corridor import Block
from customs_app.figures.corridor_chart import corridor_chart
from customs_app.figures.tokens import LIGHT
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.corridor.texts import block_name
from customs_app.reports.corridor.what_if_texts import LeftOut, figures_said, left_out_steps
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, leaf_room, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.picture_block import POINT, PictureBlock
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align, alone
from customs_app.reports.proposal_pdf.tables import table
from customs_app.reports.proposal_pdf.texts import said

_WIDTH = text_width(Leaf.TEXT)


def what_if_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """What leaving steps out comes to, on pages of its own; nothing where no step is left out."""
    found = paper.content.what_if
    if found is None:
        return []
    words, styles = setter.words, setter.styles
    name = words.text("What if steps were left out")
    right = styles.head.aligned(Align.RIGHT)
    heads: list[Flowable] = [
        setter.cell("", styles.head),
        setter.cell(words.text("As it is"), right),
        setter.cell(words.text("Without these steps"), right),
    ]
    rows = [heads]
    for title, before, after in figures_said(paper.chain, found.chain, words):
        plain = styles.cell.aligned(Align.RIGHT)
        changed = plain if before == after else styles.cell_bold.aligned(Align.RIGHT)
        rows.append([setter.cell(title), setter.cell(before, plain), setter.cell(after, changed)])
    return [
        *new_page(Leaf.TEXT),
        Bookmark("what_if", name),
        setter.para(name, styles.heading),
        setter.para(_note(setter), styles.note),
        table(rows, [_WIDTH - 116 * MM, 58 * MM, 58 * MM]),
        *_steps(paper, setter),
        *_chart(paper, setter),
        *new_page(Leaf.TEXT),
    ]


def _note(setter: Typesetter) -> str:
    return setter.words.text(
        "A calculation, not a proposal: the catalogue is unchanged, and all other pages show the chain as it "
        "is. What no source tells of a step left out is not in the difference."
    )


def _steps(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """The steps left out, each with what becomes of it."""
    words, styles, found = setter.words, setter.styles, paper.content.what_if
    if found is None:
        return []
    name = words.text("Steps left out")
    heads: list[Flowable] = [
        setter.cell(text, styles.head)
        for text in (words.text("Part of the chain"), words.text("Step"), words.text("What comes of it"))
    ]
    rows = [
        heads,
        *(_step(one, paper, setter) for one in left_out_steps(found.changes, paper.content.blocks)),
    ]
    return [
        setter.para(name, alone(styles.part)),
        table(rows, [38 * MM, 62 * MM, _WIDTH - 100 * MM]),
    ]


def _step(one: LeftOut, paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    return [
        setter.cell(_block(one.block, paper, setter), styles.fine),
        setter.cell((Span(f"{one.step.seq} ", bold=True), *said(one.step.title, words))),
        setter.cell(words.say(one.change.message), styles.fine),
    ]


def _block(block: Block, paper: CorridorPaper, setter: Typesetter) -> str:
    return block_name(block.key, paper, setter.words)


def _chart(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """The chart of the way as it would be, with the line as it is behind it."""
    words, styles, found = setter.words, setter.styles, paper.content.what_if
    if found is None:
        return []
    name = words.text("Hours along the way without these steps")
    width = text_width(Leaf.WIDE)
    note = words.text("Dotted: the way as it is. Steps left out are crossed out below the axis.")
    heading, below = setter.para(name, styles.heading), setter.para(note, styles.note)
    room = leaf_room(Leaf.WIDE, setter) - heading.size(width)[1] - below.size(width)[1] - 16
    picture = corridor_chart(
        found.chain, paper.reference, LIGHT, words, before=paper.chain, struck=found.struck,
        width=width / POINT, height=room / POINT, titled=False,
    )  # fmt: skip
    return [
        *new_page(Leaf.WIDE),
        heading,
        PictureBlock(setter, picture.drawing, height=room),
        below,
    ]
