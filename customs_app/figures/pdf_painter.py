"""Paints drawings of plain shapes on a page of a PDF."""

from functools import cache
from typing import TYPE_CHECKING, Protocol, assert_never

from customs_app.figures.measure import HALF_CAPITAL
from customs_app.figures.shapes import Circle, Drawing, Glyph, Line, Pen, Point, Polygon, Shape

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Lettering(Protocol):
    """Knows the fonts of the document."""

    def letter(self, canvas: "Canvas", glyph: Glyph, x: float, y: float) -> None:
        """Draw the glyph's text about x, its base line at y, in points of the canvas as it is scaled."""


# Signs that stand alone in the middle of their place and that a font of the document may lack.
_DRAWN = {"▲": ((-1.0, 0.8), (1.0, 0.8), (0.0, -0.9)), "▼": ((-1.0, -0.8), (1.0, -0.8), (0.0, 0.9))}
_MITRE, _ROUND, _BUTT = 0, 1, 0


Box = tuple[float, float, float, float]
"""Lower left corner, width and height, in points, y upwards as on the page."""


def paint(canvas: "Canvas", box: Box, drawing: Drawing, letters: Lettering) -> None:
    """Paint a drawing as large as it fits into a box, in its middle."""
    x, y, width, height = box
    scale = min(width / drawing.width, height / drawing.height)
    canvas.saveState()
    canvas.translate(x + (width - drawing.width * scale) / 2, y + (height + drawing.height * scale) / 2)
    canvas.scale(scale, scale)
    canvas.setLineJoin(_MITRE)
    for shape in drawing.shapes:
        _paint_shape(canvas, shape, letters)
    canvas.restoreState()


def _paint_shape(canvas: "Canvas", shape: Shape, letters: Lettering) -> None:
    """One shape; the page's y runs upwards, the drawing's downwards from the origin."""
    match shape:
        case Polygon():
            _set(canvas, shape.fill, shape.pen)
            _path(
                canvas, shape.points, closed=True, fill=shape.fill is not None, stroke=shape.pen is not None
            )
        case Circle():
            _set(canvas, shape.fill, shape.pen)
            canvas.circle(
                shape.x, -shape.y, shape.radius,
                stroke=int(shape.pen is not None), fill=int(shape.fill is not None),
            )  # fmt: skip
        case Line():
            _set(canvas, None, shape.pen)
            _path(canvas, shape.points, closed=False, fill=False, stroke=True)
        case Glyph(turned=True):
            canvas.saveState()
            canvas.translate(shape.x, -shape.y)
            canvas.rotate(90)
            letters.letter(canvas, shape, 0, -HALF_CAPITAL * shape.size)
            canvas.restoreState()
        case Glyph(text=sign) if sign in _DRAWN:
            half = shape.size * 0.42
            points = tuple((shape.x + x * half, shape.y + y * half) for x, y in _DRAWN[sign])
            canvas.setFillColorRGB(*rgb(shape.colour))
            _path(canvas, points, closed=True, fill=True, stroke=False)
        case Glyph():
            letters.letter(canvas, shape, shape.x, -shape.y - HALF_CAPITAL * shape.size)
        case _:
            assert_never(shape)


@cache
def rgb(colour: str) -> tuple[float, float, float]:
    """The parts of a colour (`#RRGGBB`), 0 to 1: a page names it thousands of times."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _set(canvas: "Canvas", fill: str | None, pen: Pen | None) -> None:
    if fill is not None:
        canvas.setFillColorRGB(*rgb(fill))
    if pen is None:
        return
    canvas.setStrokeColorRGB(*rgb(pen.colour))
    canvas.setLineWidth(pen.width)
    canvas.setLineCap(_BUTT if pen.dash else _ROUND)
    canvas.setDash(list(pen.dash))


def _path(canvas: "Canvas", points: tuple[Point, ...], *, closed: bool, fill: bool, stroke: bool) -> None:
    path = canvas.beginPath()
    (x, y), *rest = points
    path.moveTo(x, -y)
    for x, y in rest:
        path.lineTo(x, -y)
    if closed:
        path.close()
    canvas.drawPath(path, stroke=int(stroke), fill=int(fill))
