"""The signs of the look as drawings: verdicts, evidence, confidence, coverage, positions, stage bars."""

from collections.abc import Sequence
from enum import Enum

from customs_app.domain.codes import Confidence, Evidence, Position, Verdict
from customs_app.domain.text import Language
from customs_app.figures.shapes import (
    Circle,
    Drawing,
    Glyph,
    Line,
    Pen,
    Point,
    Polygon,
    Shape,
    arc,
    rectangle,
)
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import Words

BOX = 16.0

LETTERS: dict[Language, dict[Verdict, str]] = {
    Language.EN: dict(zip(Verdict, "KRMSPEBL", strict=True)),
    Language.RU: dict(zip(Verdict, "СИОРПЭВЗ", strict=True)),
    Language.ZH: dict(zip(Verdict, "留删并一行网险法", strict=True)),
}


def _outline(verdict: Verdict) -> tuple[Point, ...]:
    outlines: dict[Verdict, tuple[Point, ...]] = {
        Verdict.KEEP: arc(8, 8, 6.5, 0, 360, parts=32)[:-1],
        Verdict.REMOVE: ((2, 2), (14, 2), (14, 14), (2, 14)),
        Verdict.MERGE: ((8, 1.2), (14, 4.6), (14, 11.4), (8, 14.8), (2, 11.4), (2, 4.6)),
        Verdict.SUBMIT_ONCE: ((8, 0.2), (15.8, 8), (8, 15.8), (0.2, 8)),
        Verdict.PARALLEL: ((3.4, 2.5), (16, 2.5), (12.6, 13.5), (0, 13.5)),
        Verdict.ONLINE: ((8, 0.9), (15.2, 6.2), (12.5, 14.6), (3.5, 14.6), (0.8, 6.2)),
        Verdict.RISK_BASED: (
            *((8, 0.8), (14, 2.8), (14, 8), (12.6, 11.2)), *((8, 15.4), (3.4, 11.2), (2, 8), (2, 2.8)),
        ),
        Verdict.LAW_FIRST: ((0.8, 2.2), (15.2, 2.2), (12, 13.8), (4, 13.8)),
    }  # fmt: skip
    return outlines[verdict]


def verdict_sign(verdict: Verdict, palette: Palette, words: Words, *, stale: bool = False) -> Drawing:
    """A verdict's shape with its letter in a language, 16 x 16; stale is dashed with a coloured letter."""
    colour = palette.verdict[verdict]
    letter = LETTERS[words.language][verdict]
    open_ = stale or palette.outlined
    pen = Pen(colour, 1.5, (2.2, 1.6) if stale else ()) if open_ else None
    points = _outline(verdict)
    if open_:
        points = tuple((8 + (x - 8) * 0.92, 8 + (y - 8) * 0.92) for x, y in points)
    shape = Polygon(points, None if open_ else colour, pen)
    ink = colour if open_ else palette.on_verdict
    says = label(verdict, words)
    if stale:
        says = words.text("{verdict}, stale: the step has changed since", verdict=says)
    return Drawing(BOX, BOX, (shape, Glyph(letter, 8, 8.2, 8.4, ink, bold=True)), says)


def evidence_sign(evidence: Evidence | None, palette: Palette, words: Words) -> Drawing:
    """The strength of evidence as a shape in neutral ink, 16 x 16; `?` where it is not known."""
    ink = palette.text2
    pen = Pen(ink, 1.4)
    if evidence is None:
        return Drawing(BOX, BOX, (Glyph("?", 8, 8, 11, palette.text3),), words.text("evidence unknown"))
    shapes: dict[Evidence, tuple[Shape, ...]] = {
        Evidence.MEASURED: (Circle(8, 8, 4.8, ink),),
        Evidence.OFFICIAL: (Polygon(((8, 2.6), (13.4, 8), (8, 13.4), (2.6, 8)), ink),),
        Evidence.SURVEY: half_circle(ink, pen),
        Evidence.GUIDE: (Circle(8, 8, 4.3, None, pen),),
        Evidence.DERIVED: (Polygon(((8, 3), (13.4, 12.6), (2.6, 12.6)), None, Pen(ink, 1.2, (1.8, 1.4))),),
    }
    return Drawing(BOX, BOX, shapes[evidence], label(evidence, words))


def half_circle(ink: str, pen: Pen) -> tuple[Shape, ...]:
    """A circle whose left half is filled."""
    return (Circle(8, 8, 4.3, None, pen), Polygon(arc(8, 8, 4.3, 90, 270), ink))


def confidence_sign(confidence: Confidence, palette: Palette, words: Words) -> Drawing:
    """Three rising bars, as many of them filled as the confidence is high, 16 x 16."""
    filled = {Confidence.HIGH: 3, Confidence.MEDIUM: 2, Confidence.LOW: 1}[confidence]
    ink = palette.text2
    bars = []
    for i in range(3):
        height = 4.0 + 3.5 * i
        full = i < filled
        inset = 0.0 if full else 0.5
        bars.append(
            rectangle(
                1.5 + 4.5 * i + inset, 13.5 - height + inset, 4 - 2 * inset, height - 2 * inset,
                fill=ink if full else None, pen=None if full else Pen(ink, 1),
            )
        )  # fmt: skip
    says = words.text("confidence: {level}", level=label(confidence, words))
    return Drawing(BOX, BOX, tuple(bars), says)


class Covered(Enum):
    """What one cell of a coverage strip says of its step."""

    OWN = "own"
    INSIDE = "inside"
    UNKNOWN = "unknown"


CELL_WIDTH, CELL_HEIGHT, CELL_GAP = 5.0, 9.0, 1.0


def coverage_strip(cells: Sequence[Covered], palette: Palette, says: str) -> Drawing:
    """One 5 x 9 cell a step: full = own value, hatched = inside an aggregate, outline = unknown."""
    shapes: list[Shape] = []
    for i, cell in enumerate(cells):
        shapes.extend(_cell(i * (CELL_WIDTH + CELL_GAP), cell, palette))
    width = max(len(cells) * (CELL_WIDTH + CELL_GAP) - CELL_GAP, 1.0)
    return Drawing(width, CELL_HEIGHT, tuple(shapes), says)


def _cell(x: float, cell: Covered, palette: Palette) -> tuple[Shape, ...]:
    if cell is Covered.OWN:
        return (rectangle(x, 0, CELL_WIDTH, CELL_HEIGHT, fill=palette.text2),)
    ink = palette.text2 if cell is Covered.INSIDE else palette.ctl
    frame = rectangle(x + 0.5, 0.5, CELL_WIDTH - 1, CELL_HEIGHT - 1, pen=Pen(ink, 1))
    if cell is Covered.UNKNOWN:
        return (frame,)
    strokes = tuple(
        Line(((x + 0.7, y + 2.6), (x + CELL_WIDTH - 0.7, y)), Pen(palette.text2, 0.9))
        for y in (0.6, 3.2, 5.8)
    )
    return (frame, *strokes)


def position_sign(position: Position, palette: Palette, words: Words) -> Drawing:
    """A delegation's position as a circle: full, half, open or crossed, 16 x 16."""
    colours = {
        Position.FOR: palette.good,
        Position.RESERVE: palette.warn,
        Position.CONSIDERING: palette.text2,
        Position.AGAINST: palette.bad,
    }
    ink = colours[position]
    pen = Pen(ink, 1.4)
    shapes: dict[Position, tuple[Shape, ...]] = {
        Position.FOR: (Circle(8, 8, 5, ink),),
        Position.RESERVE: half_circle(ink, pen),
        Position.CONSIDERING: (Circle(8, 8, 4.3, None, pen),),
        Position.AGAINST: (
            Circle(8, 8, 4.6, None, pen),
            Line(((5, 5), (11, 11)), pen),
            Line(((11, 5), (5, 11)), pen),
        ),
    }
    return Drawing(BOX, BOX, shapes[position], label(position, words))
