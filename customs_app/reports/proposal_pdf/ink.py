"""Writes letters of one face into a page.

What reportlab's own text objects do besides, such as to measure what is drawn already, takes three quarters
of the time that a page of text takes.
"""

from functools import cache

from customs_app.figures.pdf_painter import rgb
from customs_app.figures.shapes import Point
from customs_app.reports.proposal_pdf.engine import Canvas
from customs_app.reports.proposal_pdf.rich import Piece

_ESCAPED = {
    **{code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))},
    **{ord(sign): f"\\{sign}" for sign in "()\\"},
}


def show(canvas: Canvas, piece: Piece, size: float, colour: str, at: Point) -> None:
    """Draw a piece of which each letter stands alone; its base line begins `at` a point of the page.

    `size` in points, `colour` as `#RRGGBB`.
    """
    # By it reportlab's fonts keep which of their letters are used.
    document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    font = piece.face.font
    name = font.getSubsetInternalName
    x, y = at
    parts = "".join(
        f"{name(subset, document)} {number(size)} Tf ({codes.decode('latin-1').translate(_ESCAPED)}) Tj "
        for subset, codes in font.splitString(piece.text, document)
    )
    canvas.addLiteral(f"BT {_fill(colour)} 1 0 0 1 {number(x)} {number(y)} Tm {parts}ET")


def number(value: float) -> str:
    """A length in points to a thousandth, as a page writes it."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


@cache
def _fill(colour: str) -> str:
    """What sets the colour of letters."""
    return " ".join(f"{part:.6g}" for part in rgb(colour)) + " rg"
