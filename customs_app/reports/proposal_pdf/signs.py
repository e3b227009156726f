"""Signs beside text, and the legend that explains them at the foot of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from customs_app.domain.codes import Channel, Evidence, Position, Verdict
from customs_app.figures.icon_shapes import CHANNEL_ICONS, icon_drawing
from customs_app.figures.pdf_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.signs import evidence_sign, position_sign, verdict_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Rich, Ruled, Span
from customs_app.reports.proposal_pdf.styles import Style


class Sign(Block):
    """A sign as large as the first line of a text beside it."""

    def __init__(self, setter: Typesetter, drawing: Drawing, beside: Style, size: float = 10.0) -> None:
        super().__init__()
        self._setter = setter
        self._drawing = drawing
        self._beside = beside
        self._size = size

    def size(self, _width: float) -> tuple[float, float]:
        """Width and height in points."""
        return self._size, max(self._size, self._beside.leading)

    def draw(self) -> None:
        """Paint the sign, its middle at that of the capital letters of the first line."""
        style = self._beside
        height = max(self._size, style.leading)
        base = height - (style.leading - style.size) / 2 - style.size * 0.84
        middle = base + style.size * 0.357
        box = (0.0, middle - self._size / 2, self._size, self._size)
        paint(self.canv, box, self._drawing, self._setter)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a legend: a drawing or a short text, and what it means."""

    sign: Drawing | Rich
    meaning: str


def channel_drawing(channel: Channel, words: Words) -> Drawing:
    """The icon of a channel."""
    return icon_drawing(CHANNEL_ICONS[channel], LIGHT.text2, label(channel, words))


def channel_items(words: Words) -> list[Item]:
    """What the signs of the comparison table mean."""
    channels = [Item(channel_drawing(channel, words), label(channel, words)) for channel in Channel]
    return [
        *channels,
        Item("×2", words.text("two steps")),
        Item("168", words.text("hours of the activity")),
        Item("2 – 4", words.text("least and most")),
        Item("≤ 24", words.text("limit")),
        Item(words.text("{hours} lead", hours="2"), words.text("lead time before the act")),
        Item("[150]", words.text("aggregate of several steps")),
        Item(words.text("in {step}", step="13"), words.text("inside the aggregate of step 13")),
        Item("( )", words.text("not added")),
        Item(words.text("if"), words.text("on a condition only")),
        Item("?", words.text("unknown")),
        Item("–", words.text("no such step")),
    ]


def verdict_items(words: Words) -> list[Item]:
    """What the signs of the verdicts mean."""
    verdicts = [Item(verdict_sign(verdict, LIGHT, words), label(verdict, words)) for verdict in Verdict]
    stale = verdict_sign(Verdict.KEEP, LIGHT, words, stale=True)
    return [*verdicts, Item(stale, words.text("dashed: the step has changed since"))]


def measure_items(words: Words) -> list[Item]:
    """What the signs on the pages of measures mean."""
    evidence = [Item(evidence_sign(one, LIGHT, words), label(one, words)) for one in Evidence]
    unknown = Item(evidence_sign(None, LIGHT, words), words.text("evidence unknown"))
    gone = Item(Span(words.text("text"), colour=LIGHT.bad, ruled=Ruled.STRUCK), words.text("falls away"))
    come = Item(Span(words.text("text"), colour=LIGHT.good, ruled=Ruled.UNDER), words.text("is new"))
    return [gone, come, *evidence, unknown, Item("[3]", words.text("number in the list of sources"))]


def position_items(words: Words) -> list[Item]:
    """What the signs of positions mean."""
    stated = [Item(position_sign(one, LIGHT, words), label(one, words)) for one in Position]
    return [*stated, Item("–", words.text("not stated"))]


class Legend(Block):
    """Signs and their meanings one after another, in as many lines as they need."""

    _SIGN = 8.5
    _GAP = 3.0
    _BETWEEN = 9.0

    def __init__(self, setter: Typesetter, items: Sequence[Item]) -> None:
        super().__init__()
        self._setter = setter
        self._items = items
        self._style = setter.styles.running
        self._ink = self._style.toned(LIGHT.text)
        self._lines: list[list[tuple[float, Item]]] = []

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        self._lines = [[]]
        x = 0.0
        for item in self._items:
            taken = self._sign_width(item) + self._GAP + self._setter.width(item.meaning, self._style)
            if self._lines[-1] and x + taken > width:
                self._lines.append([])
                x = 0.0
            self._lines[-1].append((x, item))
            x += taken + self._BETWEEN
        return width, len(self._lines) * self._style.leading

    def draw(self) -> None:
        """Draw the lines."""
        base = len(self._lines) * self._style.leading - self._style.size
        for line in self._lines:
            for x, item in line:
                self._draw_item(item, x, base)
            base -= self._style.leading

    def _sign_width(self, item: Item) -> float:
        return self._SIGN if isinstance(item.sign, Drawing) else self._setter.width(item.sign, self._ink)

    def _draw_item(self, item: Item, x: float, base: float) -> None:
        if isinstance(item.sign, Drawing):
            middle = base + self._style.size * 0.357
            box = (x, middle - self._SIGN / 2, self._SIGN, self._SIGN)
            paint(self.canv, box, item.sign, self._setter)
        else:
            self._setter.draw(self.canv, item.sign, self._ink, x, base)
        after = x + self._sign_width(item) + self._GAP
        self._setter.draw(self.canv, item.meaning, self._style, after, base)
