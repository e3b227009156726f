"""Tables with rules only at head and rows."""

from collections.abc import Sequence
from typing import Any

from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import (
    CondPageBreak,
    Flowable,
    HexColor,
    PageBreak,
    Table,
    TableStyle,
)
from customs_app.reports.proposal_pdf.fonts import BASE
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import Style

Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]

PAD = 3.0


def base_commands(head: int, *, pad: float = PAD) -> list[Command]:
    """The look of every table of which the first `head` rows are its head."""
    first = max(head - 1, 0)
    commands: list[Command] = [
        # reportlab names Helvetica, which is not embedded, where a cell names no font.
        ("FONT", (0, 0), (-1, -1), BASE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), pad),
        ("RIGHTPADDING", (0, 0), (-1, -1), pad),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LINEBELOW", (0, head), (-1, -1), 0.4, HexColor(LIGHT.line2)),
    ]
    if head:
        ink = HexColor(LIGHT.text)
        commands += [
            ("LINEABOVE", (0, first), (-1, first), 0.75, ink),
            ("LINEBELOW", (0, first), (-1, first), 0.75, ink),
        ]
    else:
        commands.append(("LINEABOVE", (0, 0), (-1, 0), 0.4, HexColor(LIGHT.line2)))
    return commands


class SteadyTable(Table):
    """A table of which no single row is left for the next page where a second one can go with it."""

    _nrows: int

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - reportlab's own names
        """The table in two where the page ends; [] where not even one row fits."""
        parts: list[Flowable] = super().split(availWidth, availHeight)
        if len(parts) != 2 or not _lonely(parts[1]):
            return parts
        less = sum(parts[0].wrap(availWidth, availHeight)[1:]) - 1
        sooner: list[Flowable] = super().split(availWidth, less)
        if len(sooner) != 2 or not _body(sooner[0]):
            return parts
        # The room of the row that goes along is left empty: else the rest would begin in it, head and all.
        return [sooner[0], PageBreak(), sooner[1]]


def _lonely(part: Flowable) -> bool:
    return _body(part) == 1


def _body(part: Flowable) -> int:
    """Rows of a table under its head; 0 for anything else."""
    if not isinstance(part, SteadyTable):
        return 0
    return part._nrows - int(part.repeatRows)  # noqa: SLF001 - reportlab names it nowhere else


def table(
    rows: Sequence[Sequence[Flowable | list[Flowable] | str]],
    widths: Sequence[float],
    *,
    head: int = 1,
    extra: Sequence[Command] = (),
    pad: float = PAD,
) -> Table:
    """A table whose first `head` rows come again on each page; widths in points."""
    made = SteadyTable([list(row) for row in rows], colWidths=list(widths), repeatRows=head, hAlign="LEFT")
    made.setStyle(TableStyle([*base_commands(head, pad=pad), *extra]))
    return made


def group_commands(row: int, colour: str) -> list[Command]:
    """The look of the row that names a group, such as a stage, with a bar of its colour at the left edge."""
    return [
        ("SPAN", (0, row), (-1, row)),
        ("BACKGROUND", (0, row), (-1, row), HexColor(LIGHT.group)),
        ("LINEBEFORE", (0, row), (0, row), 3, HexColor(colour), "butt"),
        ("LEFTPADDING", (0, row), (0, row), 7),
        # The name of a group never stands alone at the foot of a page.
        ("NOSPLIT", (0, row), (-1, row + 1)),
    ]


def bare_table(rows: Sequence[Sequence[Flowable | list[Flowable] | str]], widths: Sequence[float]) -> Table:
    """Blocks side by side, without rules and without a head; widths in points."""
    made = Table([list(row) for row in rows], colWidths=list(widths), hAlign="LEFT")
    plain: list[Command] = [
        ("FONT", (0, 0), (-1, -1), BASE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 0.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
    ]
    made.setStyle(TableStyle(plain))
    return made


def figures_row(columns: Sequence[list[Flowable]], width: float) -> Table:
    """The figures that matter most, side by side between two rules; width of all in points."""
    made = bare_table([columns], [width / len(columns)] * len(columns))
    rule = HexColor(LIGHT.ctl)
    made.setStyle(
        [
            ("LINEABOVE", (0, 0), (-1, 0), 0.6, rule),
            ("LINEBELOW", (0, 0), (-1, 0), 0.6, rule),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ]
    )
    return made


def heading_with(
    title: Flowable, made: Table, rows: Sequence[Sequence[Flowable]], widths: Sequence[float]
) -> list[Flowable]:
    """A title over a table, which asks for room for the title, the head and two rows together."""
    first = stack_height([title, table(rows[:3], widths)], sum(widths))
    return [CondPageBreak(first + 4), title, made]


def stack_height(blocks: Sequence[Flowable], width: float) -> float:
    """Height that blocks one below the other take in a column so wide, in points."""
    height = after = 0.0
    for i, block in enumerate(blocks):
        before = block.getSpaceBefore() if i else 0.0
        height += max(before, after) + block.wrap(width, 1e6)[1]
        after = block.getSpaceAfter()
    return height


class TableTitle(Block):
    """The title over a table's head, which says on each further page that the table goes on."""

    def __init__(self, setter: Typesetter, number: str, title: str, style: Style) -> None:
        super().__init__()
        self._setter = setter
        self._number = number
        self._title = title
        self._style = style
        self._drawn = 0
        self._width = 0.0

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points, with room for the longer form."""
        self._width = width
        lines = self._setter.lines(self._text(1), self._style, width)
        return width, len(lines) * self._style.leading

    def draw(self) -> None:
        """Draw the title; reportlab draws this one object again at the head of each page."""
        block = self._setter.para(self._text(self._drawn), self._style)
        self._drawn += 1
        _, height = self.size(self._width)
        _, needed = block.size(self._width)
        block.drawOn(self.canv, 0, height - needed)

    def _text(self, drawn: int) -> tuple[Span, ...]:
        words = self._setter.words
        number = words.text("{table} (continued)", table=self._number) if drawn else self._number
        end = "\u3000" if words.language is Language.ZH else ". "
        return (Span(number + end, bold=True, colour=LIGHT.text), Span(self._title))
