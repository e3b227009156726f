"""Sizes, weights and colours of the text on the pages."""

from dataclasses import dataclass, replace
from enum import Enum

from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT

MM = 72 / 25.4
TOP, RIGHT, BOTTOM, LEFT = 20 * MM, 17 * MM, 18 * MM, 19 * MM
SHORT, LONG = 210 * MM, 297 * MM


class Align(Enum):
    """Where the lines of a text stand in their column."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: size and leading in points, room before and after it as a block.

    `follow` keeps the block on one page with what comes after it.
    """

    size: float
    leading: float
    bold: bool = False
    colour: str = LIGHT.text
    align: Align = Align.LEFT
    before: float = 0.0
    after: float = 0.0
    follow: bool = False

    def toned(self, colour: str) -> "Style":
        """The style in another colour."""
        return replace(self, colour=colour)

    def aligned(self, align: Align) -> "Style":
        """The style with another alignment."""
        return replace(self, align=align)


def alone(style: Style) -> Style:
    """The style of a heading over a table that may go over pages: it asks for its room by itself."""
    return replace(style, follow=False)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document."""

    title: Style
    subtitle: Style
    organisation: Style
    heading: Style
    part: Style
    measure: Style
    statement: Style
    body: Style
    note: Style
    lead: Style
    caption: Style
    cell: Style
    cell_bold: Style
    fine: Style
    head: Style
    matrix: Style
    running: Style


def styles(language: Language) -> Styles:
    """The styles in a language: Chinese text asks for wider lines."""
    loose = 1.5 if language is Language.ZH else 1.38
    tight = 1.35 if language is Language.ZH else 1.25

    def style(size: float, by: float = loose) -> Style:
        return Style(size, round(size * by, 2))

    body, cell = style(10.5), style(8.4)
    return Styles(
        title=replace(style(22, tight), bold=True, after=6),
        subtitle=replace(style(12.5), colour=LIGHT.text2),
        organisation=replace(style(9), colour=LIGHT.text2),
        heading=replace(style(15.5, tight), bold=True, after=6, follow=True),
        part=replace(style(11), bold=True, colour=LIGHT.accent, before=9, after=3, follow=True),
        measure=replace(style(12.5, tight), bold=True),
        statement=style(9.3),
        body=replace(body, after=3),
        note=replace(style(8), colour=LIGHT.text3, before=3, after=2),
        lead=replace(style(15.5, tight), bold=True),
        caption=replace(style(8.4), colour=LIGHT.text2, after=2),
        cell=cell,
        cell_bold=replace(cell, bold=True),
        fine=style(7.8, tight),
        head=replace(cell, bold=True),
        matrix=style(7.6, 1.4 if language is Language.ZH else 1.3),
        running=replace(style(7.6), colour=LIGHT.text3),
    )
