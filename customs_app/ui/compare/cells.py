"""What each cell of the matrix shows and says, worded once when a comparison comes."""

from dataclasses import dataclass

from customs_app.analysis.compare import Comparison, Row
from customs_app.analysis.rows import Cell
from customs_app.domain.codes import Channel
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Mark
from customs_app.figures.figure_text import (
    ABSENT,
    UNKNOWN,
    cell_cost_text,
    cell_text,
    count_text,
    explain_cell,
    explain_cell_cost,
)
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.compare.colouring import Speed, speed_of
from customs_app.ui.compare.figure import Figure


@dataclass(frozen=True, slots=True)
class CellLook:
    """One activity of one country as it is painted, read out, explained and copied, with one figure.

    `text` is the figure, `–` where the country has no such step. `mark` is the newest mark on its steps,
    `marks` how many there are. `only` says that no other country has the activity.
    """

    text: str
    channel: Channel | None = None
    count: str = ""
    conditional: bool = False
    speed: Speed | None = None
    mark: Mark | None = None
    marks: int = 0
    only: bool = False
    spoken: str = ""
    tip: str = ""
    copied: str = ABSENT

    @property
    def absent(self) -> bool:
        """Whether the country has no such step."""
        return self.text == ABSENT


def looks_of(row: Row, comparison: Comparison, figure: Figure, words: Words) -> tuple[CellLook, ...]:
    """The cells of a row with one figure, in the order of the comparison's countries."""
    return tuple(
        _look(row, row.cells.get(iso2), comparison.procedures[iso2], figure, words)
        for iso2 in comparison.countries
    )


def _look(row: Row, cell: Cell | None, full: FullProcedure, figure: Figure, words: Words) -> CellLook:
    if cell is None:
        none = words.text("no such step")
        return CellLook(ABSENT, spoken=none, tip=none)
    worded = cell_text if figure is Figure.TIME else cell_cost_text
    text, count = worded(cell, full, words), count_text(cell)
    newest = max(cell.marks, key=lambda mark: mark.at, default=None)
    speed = speed_of(cell, row)
    return CellLook(
        text,
        cell.channel,
        count,
        cell.conditional,
        speed,
        newest,
        len(cell.marks),
        row.have == 1,
        _spoken(cell, figure, text, words),
        _tip(cell, full, figure, speed, words),
        _copied(cell, text, count, words),
    )


def _channel(cell: Cell, words: Words) -> str:
    return words.text("way unknown") if cell.channel is None else label(cell.channel, words)


def _spoken(cell: Cell, figure: Figure, text: str, words: Words) -> str:
    parts = [_channel(cell, words), words.count("{n} step", "{n} steps", len(cell.steps))]
    if cell.conditional:
        parts.append(words.text("only on a condition"))
    parts += [_figure(figure, text, words), *(label(mark.verdict, words) for mark in cell.marks)]
    return ", ".join(parts)


def _figure(figure: Figure, text: str, words: Words) -> str:
    if figure is Figure.COST:
        return words.text("cost unknown") if text == UNKNOWN else words.text("cost {amount}", amount=text)
    return words.text("time unknown") if text == UNKNOWN else words.text("{hours} hours", hours=text)


def _tip(cell: Cell, full: FullProcedure, figure: Figure, speed: Speed | None, words: Words) -> str:
    explained = explain_cell if figure is Figure.TIME else explain_cell_cost
    lines = [_channel(cell, words), explained(cell, full, words)]
    lines += [
        words.text("If: {condition}", condition=step.condition)
        for step in cell.steps
        if step.condition is not None
    ]
    if speed is not None:
        lines.append(_speeds(words)[speed])
    lines += [
        words.text(
            "{verdict} ({reviewer}): {reason}",
            verdict=label(mark.verdict, words),
            reviewer=mark.reviewer.name,
            reason=mark.reason,
        )
        for mark in cell.marks
    ]
    return "\n".join(lines)


def _speeds(words: Words) -> dict[Speed, str]:
    return {
        Speed.SLOWER: words.text("▲ slower than the median of this row by more than 20 %"),
        Speed.EQUAL: words.text("= within 20 % of the median of this row"),
        Speed.FASTER: words.text("▼ faster than the median of this row by more than 20 %"),
    }


def _copied(cell: Cell, figure: str, count: str, words: Words) -> str:
    """As `mixed ×2, if, ≤ 1`: what a spreadsheet takes for no formula."""
    way = " ".join(
        part for part in (UNKNOWN if cell.channel is None else _channel(cell, words), count) if part
    )
    return ", ".join(part for part in (way, words.text("if") if cell.conditional else "", figure) if part)
