"""The one factory for text on the pages.

Text of the catalogue is data: it is measured and drawn letter by letter and never read as markup.
"""

from dataclasses import replace

from customs_app.figures.pdf_painter import rgb
from customs_app.figures.shapes import Glyph, Point
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import Words
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import Canvas, Flowable
from customs_app.reports.proposal_pdf.fonts import Face, FontSet
from customs_app.reports.proposal_pdf.ink import show
from customs_app.reports.proposal_pdf.lines import Line, set_lines, visual
from customs_app.reports.proposal_pdf.rich import Piece, Rich, Ruled, Span, paper_text
from customs_app.reports.proposal_pdf.styles import Align, Style, Styles, styles

CELL_LINES = 30
"""A cell of a table is cut after so many lines: a row must fit on a page."""

_KEPT = 2000


class Typesetter:
    """Makes the blocks of text of one document in its language."""

    def __init__(self, fonts: FontSet, words: Words, second: Words | None = None) -> None:
        self.fonts = fonts
        self.words = words
        self.second = second
        """The words of the language beside it, in a document in two."""
        self.styles: Styles = styles(words.language)
        self._short: dict[tuple[str, bool, str], Line] = {}

    def para(self, text: Rich, style: Style) -> "TextBlock":
        """A text that may go over pages."""
        return TextBlock(self, text, style, None)

    def cell(self, text: Rich, style: Style | None = None, most: int = CELL_LINES) -> "TextBlock":
        """A text for a cell of a table, cut with a note after `most` lines."""
        return TextBlock(self, text, style or self.styles.cell, most)

    def lines(self, text: Rich, style: Style, width: float) -> tuple[Line, ...]:
        """The text set in lines as wide as a column, in points."""
        return set_lines(_emphasised(text, style), width * 1000 / style.size, self.fonts)

    def width(self, text: Rich, style: Style) -> float:
        """Width of the text in one line, in points."""
        if isinstance(text, str) and "\n" not in text:
            return self._in_one(text, style).width * style.size / 1000
        return max(line.width for line in self.lines(text, style, 1e9)) * style.size / 1000

    def draw(self, canvas: Canvas, text: Rich, style: Style, x: float, y: float) -> None:
        """Draw a text of one line with its base line at y; x is where the style aligns it."""
        line = self._in_one(text, style) if isinstance(text, str) else self.lines(text, style, 1e9)[0]
        shift = {Align.LEFT: 0.0, Align.MIDDLE: 0.5, Align.RIGHT: 1.0}[style.align]
        at = x - shift * line.width * style.size / 1000
        _draw_line(canvas, line, style, (at, y))

    def _in_one(self, text: str, style: Style) -> Line:
        """The first line of a text that does not wrap; kept, for legends and signs come again and again."""
        key = (text, style.bold, style.colour)
        line = self._short.get(key)
        if line is None:
            if len(self._short) >= _KEPT:
                self._short.clear()
            line = self._short[key] = self.lines(text, style, 1e9)[0]
        return line

    def letter(self, canvas: Canvas, glyph: Glyph, x: float, y: float) -> None:
        """Draw the letters of a sign about x, their base line at y."""
        where = {"start": Align.LEFT, "middle": Align.MIDDLE, "end": Align.RIGHT}[glyph.anchor]
        self.draw(canvas, glyph.text, Style(glyph.size, glyph.size, glyph.bold, glyph.colour, where), x, y)


def _emphasised(text: Rich, style: Style) -> tuple[Span, ...]:
    spans = (Span(text),) if isinstance(text, str) else (text,) if isinstance(text, Span) else text
    return tuple(
        Span(span.text, span.bold or style.bold, span.colour or style.colour, span.ruled) for span in spans
    )


class TextBlock(Block):
    """A text in lines. `most` is how many lines it may have; None lets it go over pages."""

    def __init__(
        self,
        setter: Typesetter,
        text: Rich,
        style: Style,
        most: int | None,
        rest: tuple[Line, ...] | None = None,
    ) -> None:
        super().__init__()
        self._setter = setter
        self._text = text
        self.style = style
        self._most = most
        self._rest = rest
        self._set: tuple[float, tuple[Line, ...]] | None = None
        self.spaceBefore = style.before if rest is None else 0.0
        self.spaceAfter = style.after
        self.keepWithNext = int(style.follow)

    @property
    def plain(self) -> str:
        """The text without its emphases."""
        return _plain(self._text)

    def restyled(self, style: Style) -> "TextBlock":
        """The same text in another style."""
        return TextBlock(self._setter, self._text, style, self._most)

    def natural_width(self) -> float:
        """Width of the text in one line, in points."""
        return self._setter.width(self._text, self.style)

    def last_width(self, width: float) -> float:
        """Width of the last line in a column so wide, in points."""
        return self.lines(width)[-1].width * self.style.size / 1000

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        return width, len(self.lines(width)) * self.style.leading

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's own names
        """The block in two where the page ends, never with a line alone."""
        lines = self.lines(aW)
        fits = int((aH + 0.01) // self.style.leading)
        if self._most is not None or fits >= len(lines):
            return []
        fits = min(fits, len(lines) - 2)
        if fits < 2:
            return []
        parts = (lines[:fits], lines[fits:])
        made = [TextBlock(self._setter, self._text, self.style, None, part) for part in parts]
        made[0].spaceBefore, made[0].spaceAfter = self.spaceBefore, 0.0
        return list[Flowable](made)

    def draw(self) -> None:
        """Draw the lines with the block's lower left corner at the origin."""
        style = self.style
        width, lines = self._set or (0.0, ())
        height = len(lines) * style.leading
        base = height - (style.leading - style.size) / 2 - style.size * 0.84
        for line in lines:
            # A name in its own script stands where its column stands; what runs on begins at the right.
            align = Align.RIGHT if line.backwards and line.wrapped else style.align
            room = width - line.width * style.size / 1000
            x = {Align.LEFT: 0.0, Align.MIDDLE: room / 2, Align.RIGHT: room}[align]
            _draw_line(self.canv, line, style, (x, base))
            base -= style.leading

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines of the text in a column so wide, in points."""
        if self._rest is not None:
            self._set = (width, self._rest)
        elif self._set is None or self._set[0] != width:
            self._set = (width, self._shortened(width))
        return self._set[1]

    def _shortened(self, width: float) -> tuple[Line, ...]:
        style = self.style
        text = self._text
        if self._most is not None:
            text = _bounded(text, int(self._most * width / style.size * 8) + 1000)
        lines = self._setter.lines(text, style, width)
        if self._most is None or len(lines) <= self._most:
            return lines
        note = self._setter.words.text("[shortened: {n} characters in all]", n=len(_plain(self._text)))
        end = self._setter.lines(Span(note, colour=LIGHT.warn), style, width)
        return (*lines[: max(1, self._most - len(end))], *end)


def _plain(text: Rich) -> str:
    if isinstance(text, str):
        return text
    return text.text if isinstance(text, Span) else "".join(span.text for span in text)


def _bounded(text: Rich, most: int) -> Rich:
    """The text without what is surely too long to be seen, so that it need not be measured."""
    if isinstance(text, str):
        return text[:most]
    spans = (text,) if isinstance(text, Span) else text
    return tuple(replace(span, text=span.text[:most]) for span in spans)


def _draw_line(canvas: Canvas, line: Line, style: Style, at: Point) -> None:
    """Draw one line from its left end on its base line."""
    x, y = at
    for placed in visual(line):
        piece = placed.piece
        left = x + placed.x * style.size / 1000
        colour = piece.span.colour or style.colour
        if piece.clusters:
            canvas.setFillColorRGB(*rgb(colour))
            _draw_clusters(canvas, piece, style.size, (left, y))
        elif piece.instead:
            _meaning(canvas, piece.instead)
            show(canvas, piece, style.size, colour, (left, y))
            canvas.addLiteral("EMC")
        else:
            show(canvas, piece, style.size, colour, (left, y))
        if piece.span.ruled is not None:
            _rule(canvas, piece, style, (left, y), placed.before)


def _rule(canvas: Canvas, piece: Piece, style: Style, at: Point, before: float) -> None:
    """Draw the line along a piece, and along the space before it where that belongs to it too."""
    x, y = at
    height = 0.29 if piece.span.ruled is Ruled.STRUCK else -0.14
    canvas.setStrokeColor(piece.span.colour or style.colour)
    canvas.setLineWidth(style.size * 0.065)
    base = y + height * style.size
    canvas.line(x - before * style.size / 1000, base, x + piece.width * style.size / 1000, base)


def _draw(canvas: Canvas, text: str, face: Face, size: float, at: Point) -> None:
    block = canvas.beginText(*at)
    block.setFont(face.name, size)
    block.textOut(text)
    canvas.drawText(block)


def _draw_clusters(canvas: Canvas, piece: Piece, size: float, at: Point) -> None:
    x, y = at
    for cluster in piece.clusters:
        _meaning(canvas, cluster.text)
        _draw(canvas, cluster.glyphs, piece.face, size, (x, y))
        canvas.addLiteral("EMC")
        x += cluster.width * size / 1000


def _meaning(canvas: Canvas, text: str) -> None:
    """Begin glyphs that stand for this text, so that it is found and copied as itself."""
    canvas.addLiteral(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC")


def heading_text(text: str) -> str:
    """A text for the outline and the properties of the document: one clean line."""
    return " ".join(paper_text(text).split())
