"""Texts of which pieces are marked: what is taken out, what is put in."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.reports.safe_text import SURELY_FITS, literal, put_text
from customs_app.reports.workbook.styles import FONTS

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.cell.text import InlineFont

_SIZE = 9.0


class Look(StrEnum):
    """How a piece looks: struck through in red, or underlined in green. The line says it without colour."""

    REMOVED = "removed"
    ADDED = "added"


Piece = tuple[str, Look | None]
"""A text with its look; None is that of the cell."""


def put_rich(cell: "Cell", pieces: Sequence[Piece], language: Language, cut_note: str) -> None:
    """Write a text in pieces into a cell; one that is long or has one look throughout stands plain."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    whole = "".join(text for text, _ in pieces)
    if len(whole) > SURELY_FITS or all(look is None for _, look in pieces):
        put_text(cell, whole, cut_note)
        return
    put_text(cell, whole)
    cell.value = CellRichText([TextBlock(_font(look, language), text) for text, look in _joined(pieces)])


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces as a cell takes them; none is made of spaces alone, which no program need keep."""
    found: list[Piece] = []
    for piece, look in pieces:
        text = literal(piece)
        if found and (not text.strip() or found[-1][1] is look or not found[-1][0].strip()):
            before, earlier = found.pop()
            found.append((before + text, earlier if before.strip() else look))
        elif text:
            found.append((text, look))
    return found


def _font(look: Look | None, language: Language) -> "InlineFont":
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    ink = {None: LIGHT.text, Look.REMOVED: LIGHT.bad, Look.ADDED: LIGHT.good}[look]
    return InlineFont(
        rFont=FONTS[language],
        sz=_SIZE,
        color=Color(rgb=f"FF{ink[1:]}"),
        strike=True if look is Look.REMOVED else None,
        u="single" if look is Look.ADDED else None,
    )
