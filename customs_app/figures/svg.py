"""Pictures as SVG: text stays text, places tell on hovering what they stand for."""

from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from customs_app.domain.text import Language
from customs_app.figures.measure import HALF_CAPITAL, shipped_fonts
from customs_app.figures.picture import Hotspot, Picture
from customs_app.figures.shapes import Circle, Glyph, Line, Pen, Point, Polygon, Shape

_FAMILIES = "'Noto Sans', 'Noto Sans SC', 'Segoe UI', 'Microsoft YaHei', Arial, sans-serif"


def svg(picture: Picture, language: Language) -> str:
    """The picture as an SVG document of its own; letters keep their width also with another font."""
    drawing = picture.drawing
    width, height = _number(drawing.width), _number(drawing.height)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" xml:lang="{language}" '
        f"font-family={quoteattr(_FAMILIES)}>",
        f"<title>{_text(picture.title)}</title>",
        f'<rect width="{width}" height="{height}" fill="{picture.ground}"/>',
        *(_shape(shape) for shape in drawing.shapes),
        *(_place(spot) for spot in picture.hotspots if spot.tooltip),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _place(spot: Hotspot) -> str:
    return (
        f'<rect x="{_number(spot.x)}" y="{_number(spot.y)}" width="{_number(spot.width)}" '
        f'height="{_number(spot.height)}" fill="#000" fill-opacity="0">'
        f"<title>{_text(spot.tooltip)}</title></rect>"
    )


def _shape(shape: Shape) -> str:
    match shape:
        case Polygon():
            return f'<polygon points="{_points(shape.points)}"{_fill(shape.fill)}{_stroke(shape.pen)}/>'
        case Circle():
            x, y, radius = _number(shape.x), _number(shape.y), _number(shape.radius)
            return f'<circle cx="{x}" cy="{y}" r="{radius}"{_fill(shape.fill)}{_stroke(shape.pen)}/>'
        case Line():
            return f'<polyline points="{_points(shape.points)}" fill="none"{_stroke(shape.pen)}/>'
        case Glyph():
            return _glyph(shape)
        case _:
            assert_never(shape)


def _glyph(glyph: Glyph) -> str:
    x, y = _number(glyph.x), _number(glyph.y + HALF_CAPITAL * glyph.size)
    turn = ""
    if glyph.turned:
        x, y = "0", _number(HALF_CAPITAL * glyph.size)
        turn = f' transform="translate({_number(glyph.x)} {_number(glyph.y)}) rotate(-90)"'
    wide = shipped_fonts().width(glyph.text, glyph.size, bold=glyph.bold)
    bold = ' font-weight="600"' if glyph.bold else ""
    anchor = "" if glyph.anchor == "start" else f' text-anchor="{glyph.anchor}"'
    length = f' textLength="{_number(wide)}" lengthAdjust="spacingAndGlyphs"' if len(glyph.text) > 1 else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{_number(glyph.size)}"{bold}{anchor}{length}{turn} '
        f'fill="{glyph.colour}">{_text(glyph.text)}</text>'
    )


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _fill(colour: str | None) -> str:
    return f' fill="{colour or "none"}"'


def _stroke(pen: Pen | None) -> str:
    if pen is None:
        return ""
    dash = f' stroke-dasharray="{" ".join(map(_number, pen.dash))}"' if pen.dash else ""
    return f' stroke="{pen.colour}" stroke-width="{_number(pen.width)}"{dash}'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _text(text: str) -> str:
    """Text as data: never markup, without the signs that XML may not hold."""
    return escape("".join(char for char in text if _allowed(ord(char))))


def _allowed(code: int) -> bool:
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
