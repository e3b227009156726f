"""The picture of a procedure before and after its verdicts."""

from collections.abc import Collection, Sequence

from customs_app.analysis.case import BASE, Case
from customs_app.analysis.to_be.case_totals import to_be_totals
from customs_app.analysis.to_be.change import ToBe
from customs_app.analysis.totals import Totals, totals
from customs_app.domain.reference import Reference
from customs_app.figures.before_after.plans import plans
from customs_app.figures.compose import moved
from customs_app.figures.figure_text import hours_text
from customs_app.figures.heading import heading
from customs_app.figures.legend import Block, Entry, legend
from customs_app.figures.measure import shipped_fonts
from customs_app.figures.picture import Hotspot, Picture, PictureTable
from customs_app.figures.shapes import Drawing, Glyph, Line, Pen, Shape, rectangle
from customs_app.figures.style import Style
from customs_app.figures.swimlane.diagram import Plan, drawn, on_one_scale
from customs_app.figures.swimlane.legend import foot
from customs_app.figures.swimlane.look import NARROW, WIDE, Told
from customs_app.figures.swimlane.table import table_of
from customs_app.figures.tokens import Palette
from customs_app.figures.wrapping import Type, wrap
from customs_app.language.labels import label
from customs_app.language.words import Words

_MARGIN = 16.0
_LEAST_WIDTH = 480.0


def before_after(
    to_be: ToBe,
    reference: Reference,
    palette: Palette,
    words: Words,
    *,
    case: Case = BASE,
    only: Collection[str] | None = None,
    narrow: bool = False,
    titled: bool = True,
) -> Picture:
    """Two swimlane diagrams under each other, on one scale: as it is, and as it would be.

    `only` are the steps (ids) to show, for a page about one measure; `narrow` makes columns as slim as paper
    asks for.
    """
    style = Style(palette, words, shipped_fonts(), reference)
    return Diagrams(to_be, style, case, only, narrow=narrow).picture(titled=titled)


class Diagrams:
    """The two diagrams laid out, not yet drawn: what they ask for is known before that.

    `width` of the picture and the `least_height`, in logical pixels. As `before_after`.
    """

    def __init__(
        self, to_be: ToBe, style: Style, case: Case, only: Collection[str] | None, *, narrow: bool
    ) -> None:
        self._to_be = to_be
        self._style = style
        self._case = case
        self._pair = plans(to_be, only, case, NARROW if narrow else WIDE, style)
        self._layouts = on_one_scale(self._pair, style)
        self._wide = max(_LEAST_WIDTH, *(laid.width for laid in self._layouts))
        self.width = self._wide + 2 * _MARGIN
        self.least_height = sum(laid.height for laid in self._layouts)

    def picture(self, *, titled: bool) -> Picture:
        """The diagrams with what each box means and the table of the steps."""
        drawing, spots = self._drawn(titled=titled)
        head = _MARGIN + self._pair[1].told.sizes.head
        table = _table(self._pair, self._style)
        return Picture(drawing.says, drawing, tuple(spots), table, self._style.palette.base, head)

    def drawing(self) -> Drawing:
        """The diagrams alone, without a title."""
        return self._drawn(titled=False)[0]

    def _drawn(self, *, titled: bool) -> tuple[Drawing, list[Hotspot]]:
        style, wide = self._style, self._wide
        title = self._to_be.as_is.procedure.title[style.words.language]
        shapes: list[Shape] = []
        spots: list[Hotspot] = []
        y = _MARGIN
        if titled:
            head = self._heading(title)
            shapes += moved(head.shapes, _MARGIN, y)
            y += head.height
        for (said, high), plan, laid in zip(self._captions(), self._pair, self._layouts, strict=True):
            shapes += moved(said, _MARGIN, y)
            diagram, places = drawn(plan, laid, style)
            shapes += moved(diagram.shapes, _MARGIN, y + high)
            spots += [spot._replace(x=spot.x + _MARGIN, y=spot.y + y + high) for spot in places]
            y += high + diagram.height + 16
        signs = legend(_entries(self._pair, style), wide, style.palette, style.measure)
        end = foot(self._pair[1].told, style, wide, self._pair[0].grid.spots)
        shapes += [*moved(signs.shapes, _MARGIN, y), *moved(end.shapes, _MARGIN, y + signs.height)]
        height = y + signs.height + end.height + _MARGIN
        return Drawing(self.width, height, tuple(shapes), title), spots

    def _heading(self, title: str) -> Block:
        style = self._style
        country = style.country(self._to_be.as_is.procedure.country)
        parts = [country, label(self._case.kind, style.words)]
        if not self._to_be.changes:
            parts.append(style.words.text("No verdict is applied: both sides are the procedure as it is."))
        below = " · ".join(parts)
        return heading(title, below, self._wide, style.palette, style.measure)

    def _captions(self) -> list[tuple[list[Shape], float]]:
        """What stands over each diagram, and its height."""
        to_be, case, style = self._to_be, self._case, self._style
        rates = style.reference.rates
        names = (style.words.text("As it is"), style.words.text("As it would be"))
        known = (totals(to_be.as_is, case, rates), to_be_totals(to_be, case, rates))
        return [_caption(name, one, self._wide, style) for name, one in zip(names, known, strict=True)]


def _caption(name: str, comes_to: Totals, width: float, style: Style) -> tuple[list[Shape], float]:
    """The name of a diagram with what the procedure comes to."""
    words, handovers = style.words, comes_to.handovers
    parts = [
        words.text("longest path, {hours} h", hours=hours_text(comes_to.elapsed, words)),
        words.count("{n} step", "{n} steps", comes_to.steps),
    ]
    if handovers is not None:
        parts.append(words.count("{n} handover of documents", "{n} handovers of documents", handovers))
    start = style.width(name, 13, bold=True) + 12
    lines = wrap(words.list_of(tuple(parts)), max(width - start, 120.0), Type(11), style.measure).lines
    shapes: list[Shape] = [Glyph(name, 0, 10, 13, style.palette.accent, bold=True, anchor="start")]
    for i, line in enumerate(lines):
        shapes.append(Glyph(line, start, 10 + 16 * i, 11, style.palette.text2, anchor="start"))
    return shapes, 16.0 * len(lines) + 12


def _entries(pair: Sequence[Plan], style: Style) -> list[Entry]:
    """What the colours of changed steps mean, those that occur."""
    words, palette = style.words, style.palette
    old, new = pair[0].told, pair[1].told
    found: list[Entry] = []

    def seen(steps: Collection[str]) -> bool:
        return any(step_id in pair[0].grid.spots for step_id in steps)

    if seen(old.hit):
        found.append(Entry(_frame(palette.badbg, Pen(palette.bad, 1.2)), words.text("would change")))
    if seen(new.new):
        found.append(Entry(_frame(palette.goodbg, Pen(palette.good, 1.2)), words.text("changed")))
    if seen(new.gone):
        struck = Line(((5, 8), (21, 8)), Pen(palette.bad, 1.0))
        frame = _frame(palette.base, Pen(palette.bad, 1.0, (2.0, 3.0)))
        found.append(Entry(Drawing(26, 16, (*frame.shapes, struck)), words.text("no longer done")))
    if pair[1].data:
        stroke = Line(((0, 8), (26, 8)), Pen(palette.good, 1.6, (2.0, 2.5)))
        found.append(
            Entry(Drawing(26, 16, (stroke,)), words.text("data from the system, without the trader"))
        )
    return found


def _frame(fill: str, pen: Pen) -> Drawing:
    return Drawing(26, 16, (rectangle(1, 2, 24, 12, fill=fill, pen=pen),))


def _table(pair: Sequence[Plan], style: Style) -> PictureTable:
    """The steps as they would be, beside what becomes of each."""
    words = style.words
    now, then = (table_of(plan.told, plan.before, style) for plan in pair)
    shown = [step.id for step in pair[0].told.full.steps if step.id in pair[0].grid.spots]
    every = [step.id for step in pair[0].told.full.steps]
    rows = []
    for step_id, old, new in zip(every, now.rows, then.rows, strict=True):
        if step_id in shown:
            rows.append((*old, _becomes(step_id, pair[1].told, words), new[3], new[7], new[9]))
    head = (
        *now.head, words.text("As it would be"), words.text("After steps"), words.text("Time, h"),
        words.text("Documents handed in"),
    )  # fmt: skip
    return PictureTable(head, tuple(rows))


def _becomes(step_id: str, told: Told, words: Words) -> str:
    if step_id in told.gone:
        return words.text("no longer done")
    return words.text("changed") if step_id in told.new else words.text("as it is")
