"""What is asked for again along the way: documents, data, controls on both sides of a border."""

from collections.abc import Sequence

from customs_app.analysis.corridor.again import AgainRow, AgainUse
from customs_app.analysis.corridor.data_again import DataRow
from customs_app.domain.codes import Role
from customs_app.domain.corridor import Block
from customs_app.domain.review import Finding
from customs_app.figures.figure_text import ABSENT, UNKNOWN
from customs_app.figures.icon_shapes import icon_drawing
from customs_app.figures.pdf_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.numbers import number
from customs_app.language.words import Words
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.corridor.texts import block_name, element_name, norms_said
from customs_app.reports.proposal_pdf.block import Block as PageBlock
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.savings import saving_text
from customs_app.reports.proposal_pdf.signs import Item, Legend
from customs_app.reports.proposal_pdf.styles import MM, Align, alone
from customs_app.reports.proposal_pdf.tables import table
from customs_app.reports.proposal_pdf.texts import said

ICONS = {Role.INPUT: "log-in", Role.OUTPUT: "log-out", Role.SHOWN: "eye"}
_UPRIGHT = 5
"""So many blocks have a column on an upright page."""
_MOST = 25
"""So many data elements are printed; the workbook has them all."""
_ROOM = 45 * MM


def leaf_of(paper: CorridorPaper) -> Leaf:
    """The kind of page on which a column for each block with a procedure fits."""
    return Leaf.TEXT if len(paper.bound) <= _UPRIGHT else Leaf.WIDE


def documents_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """Documents asked for twice or more: a row a kind, a column a block."""
    words, styles, found = setter.words, setter.styles, paper.told.again
    name = words.text("Documents handed over again")
    leaf = leaf_of(paper)
    blocks: list[Flowable] = [
        *new_page(leaf),
        Bookmark("documents", name),
        setter.para(name, styles.heading),
    ]
    recorded = words.text(
        "{n} of {of} steps have their documents recorded", n=found.recorded.n, of=found.recorded.of
    )
    if not found.again:
        none = words.text("No document is known to be handed over twice.")
        return [*blocks, setter.para(f"{none} {recorded}.", styles.body)]
    note = words.text(
        "Numbers are those of the steps; grey ones come only on a condition. Times: in this case, and with "
        "all conditions. {recorded}.",
        recorded=recorded,
    )
    shown = paper.bound
    heads = [setter.cell(words.text("Document"), styles.head)]
    heads += [setter.cell(block_name(block.key, paper, words), styles.head) for block in shown]
    heads.append(setter.cell(words.text("Times"), styles.head.aligned(Align.RIGHT)))
    rows: list[list[Flowable]] = [list(heads)]
    rows += [_document(row, shown, setter) for row in found.again]
    first, last = 44 * MM, 15 * MM
    column = (text_width(leaf) - first - last) / len(shown)
    return [
        *blocks,
        setter.para(note, styles.note),
        table(rows, [first, *[column] * len(shown), last]),
        Legend(setter, _items(words)),
        *_unknown(paper, setter),
    ]


def _items(words: Words) -> list[Item]:
    return [Item(_icon(role), label(role, words)) for role in ICONS]


def _icon(role: Role, colour: str = LIGHT.text2) -> Drawing:
    return icon_drawing(ICONS[role], colour)


def _unknown(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """Blocks of which nobody knows what they ask for."""
    keys = paper.told.again.unknown
    if not keys:
        return []
    words = setter.words
    names = words.clauses(block_name(key, paper, words) for key in keys)
    text = words.text("What these ask for is not known: {blocks}.", blocks=names)
    return [setter.para(text, setter.styles.note)]


def _document(row: AgainRow, blocks: Sequence[Block], setter: Typesetter) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    code = f" {row.document.code}" if row.document.code else ""
    name = (*said(row.document.name, words), Span(code, colour=LIGHT.text3))
    cells: list[Flowable] = [setter.cell(name)]
    for block in blocks:
        uses = row.uses.get(block.key, ())
        cells.append(UsesCell(setter, uses) if uses else setter.cell(ABSENT, styles.cell.toned(LIGHT.text3)))
    times = str(row.times) if row.times == row.times_at_most else f"{row.times} – {row.times_at_most}"
    cells.append(setter.cell(times, styles.cell_bold.aligned(Align.RIGHT)))
    return cells


class UsesCell(PageBlock):
    """What the steps of one block do with a document: a sign and the number of the step, in lines."""

    _ICON = 8.0
    _GAP = 1.5
    _BETWEEN = 5.0

    def __init__(self, setter: Typesetter, uses: Sequence[AgainUse]) -> None:
        super().__init__()
        self._setter = setter
        self._uses = uses
        self._style = setter.styles.cell
        self._lines: list[list[tuple[float, AgainUse]]] = []

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        self._lines = [[]]
        x = 0.0
        for use in self._uses:
            taken = self._ICON + self._GAP + self._setter.width(str(use.number), self._style)
            if self._lines[-1] and x + taken > width:
                self._lines.append([])
                x = 0.0
            self._lines[-1].append((x, use))
            x += taken + self._BETWEEN
        return width, len(self._lines) * self._style.leading

    def draw(self) -> None:
        """Draw the lines."""
        style = self._style
        height = len(self._lines) * style.leading
        base = height - (style.leading - style.size) / 2 - style.size * 0.84
        for line in self._lines:
            for x, use in line:
                ink = LIGHT.text if use.in_case else LIGHT.text3
                middle = base + style.size * 0.357
                box = (x, middle - self._ICON / 2, self._ICON, self._ICON)
                paint(
                    self.canv, box, _icon(use.role, LIGHT.text2 if use.in_case else LIGHT.text3), self._setter
                )
                at = x + self._ICON + self._GAP
                self._setter.draw(self.canv, str(use.number), style.toned(ink), at, base)
            base -= style.leading


def data_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """Data asked before and after each border, and the elements that most countries ask for."""
    words, styles, found = setter.words, setter.styles, paper.told.data
    name = words.text("Data asked for again")
    blocks: list[Flowable] = [
        CondPageBreak(_ROOM),
        Bookmark("data", name),
        setter.para(name, alone(styles.part)),
    ]
    for border in found.borders:
        of = UNKNOWN if border.asked is None else border.asked
        text = words.text(
            "{out_of} – {into}: {n} of {of} asked again",
            out_of=border.out_of, into=border.into, n=len(border.again), of=of,
        )  # fmt: skip
        if border.share is not None:
            share = words.text("{percent} %", percent=number(100 * border.share, words.language, decimals=0))
            text = f"{text} · {share}"
        blocks.append(setter.cell(text, styles.statement))
    if not found.across:
        none = words.text("No data element is known to be asked for in two countries.")
        return [*blocks, setter.para(none, styles.body)]
    note = words.text(
        "Below: how many forms of each block ask for an element, the most asked first. This counts what the "
        "public forms ask for, on any condition; not what is typed by hand. A country’s own form may differ."
    )
    blocks.append(setter.para(note, styles.note))
    shown = [block for block in paper.bound if block.key in found.blocks]
    middle = styles.head.aligned(Align.MIDDLE)
    heads = [setter.cell(words.text("Data element"), styles.head)]
    heads += [setter.cell(block_name(block.key, paper, words), middle) for block in shown]
    heads.append(setter.cell(words.text("Times"), styles.head.aligned(Align.RIGHT)))
    rows: list[list[Flowable]] = [list(heads)]
    rows += [_element(row, shown, paper, setter) for row in found.across[:_MOST]]
    first, last = 52 * MM, 13 * MM
    column = (text_width(leaf_of(paper)) - first - last) / len(shown)
    blocks.append(table(rows, [first, *[column] * len(shown), last]))
    if (rest := len(found.across) - _MOST) > 0:
        more = words.count(
            "{n} more data element stands in the workbook.",
            "{n} more data elements stand in the workbook.",
            rest,
        )
        blocks.append(setter.para(more, styles.note))
    return blocks


def _element(
    row: DataRow, blocks: Sequence[Block], paper: CorridorPaper, setter: Typesetter
) -> list[Flowable]:
    """How many forms of each block ask for an element: their names stand in the workbook."""
    words, styles = setter.words, setter.styles
    name = element_name(row.tag, paper.reference, words)
    middle = styles.cell.aligned(Align.MIDDLE)
    cells: list[Flowable] = [setter.cell((Span(name), Span(f" {row.tag}", colour=LIGHT.text3)))]
    for block in blocks:
        n = len(row.asked.get(block.key, ()))
        cells.append(setter.cell(str(n), middle) if n else setter.cell(ABSENT, middle.toned(LIGHT.text3)))
    cells.append(setter.cell(str(row.total), styles.cell_bold.aligned(Align.RIGHT)))
    return cells


def controls_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """Controls that both sides of a border do (rule R03)."""
    words, styles = setter.words, setter.styles
    name = words.text("Controls on both sides of a border")
    blocks: list[Flowable] = [
        CondPageBreak(_ROOM),
        Bookmark("controls", name),
        setter.para(name, alone(styles.part)),
    ]
    if not paper.told.controls:
        none = words.text(
            "Rule R03 finds no control that both sides of a border of this chain record as their own."
        )
        return [*blocks, setter.para(none, styles.body)]
    heads = (
        words.text("Control"), words.text("Saves a consignment"),
        words.text("Standard"), words.text("Why it may be wrong"),
    )  # fmt: skip
    rows: list[list[Flowable]] = [[setter.cell(text, styles.head) for text in heads]]
    rows += [_control(one, paper, setter) for one in paper.told.controls]
    width = text_width(leaf_of(paper))
    widths = [width - 110 * MM, 27 * MM, 35 * MM, 48 * MM]
    return [*blocks, table(rows, widths)]


def _control(one: Finding, paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    words = setter.words
    sources = paper.numbers_of(row.source for row in one.evidence)
    spans = [Span(words.say(one.summary), bold=True)]
    if sources:
        said_ = words.text("Source no. {numbers}", numbers=tuple(map(str, sources)))
        spans.append(Span(f"\n{said_}", colour=LIGHT.text3))
    saved = saving_text(one.saving, words)
    return [
        setter.cell(tuple(spans)),
        setter.cell(words.text("unknown") if saved == UNKNOWN else saved),
        setter.cell(norms_said(one.standard, paper.reference, words), setter.styles.fine),
        setter.cell(words.say(one.doubt), setter.styles.fine),
    ]
