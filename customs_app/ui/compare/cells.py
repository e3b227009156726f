"""What each cell of the matrix shows and says, worded once when a comparison comes."""

from dataclasses import dataclass

from customs_app.analysis.compare import Comparison, Row
from customs_app.analysis.rows import Cell
from customs_app.domain.codes import Channel
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Mark
from customs_app.figures.figure_text import ABSENT, UNKNOWN, cell_text, count_text, explain_cell
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.compare.colouring import Speed, speed_of


@dataclass(frozen=True, slots=True)
class CellLook:
    """One activity of one country as it is painted, read out, explained and copied.

    `time` is `–` where the country has no such step. `mark` is the newest mark on its steps, `marks`
    how many there are. `only` says that no other country has the activity.
    """

    time: str
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
        return self.time == ABSENT


def looks_of(row: Row, comparison: Comparison, words: Words) -> tuple[CellLook, ...]:
    """The cells of a row, in the order of the comparison's countries."""
    return tuple(
        _look(row, row.cells.get(iso2), comparison.procedures[iso2], words) for iso2 in comparison.countries
    )


def _look(row: Row, cell: Cell | None, full: FullProcedure, words: Words) -> CellLook:
    if cell is None:
        none = words.text("no such step")
        return CellLook(ABSENT, spoken=none, tip=none)
    time, count = cell_text(cell, full, words), count_text(cell)
    newest = max(cell.marks, key=lambda mark: mark.at, default=None)
    speed = speed_of(cell, row)
    return CellLook(
        time,
        cell.channel,
        count,
        cell.conditional,
        speed,
        newest,
        len(cell.marks),
        row.have == 1,
        _spoken(cell, time, words),
        _tip(cell, full, speed, words),
        _copied(cell, time, count, words),
    )


def _channel(cell: Cell, words: Words) -> str:
    return words.text("way unknown") if cell.channel is None else label(cell.channel, words)


def _spoken(cell: Cell, time: str, words: Words) -> str:
    parts = [_channel(cell, words), words.count("{n} step", "{n} steps", len(cell.steps))]
    if cell.conditional:
        parts.append(words.text("only on a condition"))
    hours = words.text("time unknown") if time == UNKNOWN else words.text("{hours} hours", hours=time)
    parts += [hours, *(label(mark.verdict, words) for mark in cell.marks)]
    return ", ".join(parts)


def _tip(cell: Cell, full: FullProcedure, speed: Speed | None, words: Words) -> str:
    lines = [_channel(cell, words), explain_cell(cell, full, words)]
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


def _copied(cell: Cell, time: str, count: str, words: Words) -> str:
    """As `mixed ×2, if, ≤ 1`: what a spreadsheet takes for no formula."""
    way = " ".join(
        part for part in (UNKNOWN if cell.channel is None else _channel(cell, words), count) if part
    )
    return ", ".join(part for part in (way, words.text("if") if cell.conditional else "", time) if part)
