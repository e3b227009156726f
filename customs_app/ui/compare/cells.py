"""What each cell of the matrix shows and says, worded once for each measure."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.analysis.compare import Comparison, Row
from customs_app.analysis.heat import Measure, Standing, evidences, grade, shade, standings
from customs_app.analysis.rows import Cell
from customs_app.analysis.tolerance import Tolerance
from customs_app.domain.codes import Channel, Evidence
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.figures.cell_texts import Said, said
from customs_app.figures.figure_text import ABSENT, UNKNOWN, count_text
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.compare.tolerances import tolerance_text


@dataclass(frozen=True, slots=True)
class CellLook:
    """One activity of one country as it is painted, read out, explained and copied, by one measure.

    `text` is the figure, `–` where the country has no such step. `standing` is the figure's against its
    row, `shade` how strongly the measure tints the cell, `evidence` the weakest of its steps. `mark` is the
    newest mark on its steps, `marks` how many there are. `only` says that no other country has the activity.
    """

    text: str
    channel: Channel | None = None
    count: str = ""
    conditional: bool = False
    standing: Standing | None = None
    shade: int | None = None
    evidence: Evidence | None = None
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


@dataclass(frozen=True, slots=True)
class Wording:
    """In what cells are worded: words, names of the reference lists, and which figures count as equal."""

    words: Words
    reference: Reference
    tolerance: Tolerance


def looks_of(row: Row, comparison: Comparison, measure: Measure, how: Wording) -> tuple[CellLook, ...]:
    """The cells of a row by one measure, in the order of the comparison's countries."""
    rates = how.reference.rates
    stand: Mapping[str, Standing] = standings(row, comparison.procedures, measure, rates, how.tolerance)
    return tuple(
        _look(row, iso2, comparison.procedures[iso2], measure, how, standing=stand.get(iso2))
        for iso2 in comparison.countries
    )


def _look(
    row: Row, iso2: str, full: FullProcedure, measure: Measure, how: Wording, *, standing: Standing | None
) -> CellLook:
    words, cell = how.words, row.cells.get(iso2)
    if cell is None:
        none = words.text("no such step")
        return CellLook(ABSENT, spoken=none, tip=none)
    figure = said(cell, full, measure, how.reference, words)
    count = "" if measure is Measure.STEPS else count_text(cell)
    newest = max(cell.marks, key=lambda mark: mark.at, default=None)
    stands = "" if standing is None else _standing_text(standing, measure, how)
    return CellLook(
        figure.text,
        cell.channel,
        count,
        cell.conditional,
        standing,
        shade(measure, standing, grade(cell, measure)),
        evidences(cell)[0],
        newest,
        len(cell.marks),
        row.have == 1,
        _spoken(cell, figure, words),
        _tip(cell, figure, stands, words),
        _copied(cell, "" if measure is Measure.CHANNEL else figure.text, count, words),
    )


def _channel(cell: Cell, words: Words) -> str:
    return words.text("way unknown") if cell.channel is None else label(cell.channel, words)


def _spoken(cell: Cell, figure: Said, words: Words) -> str:
    parts = [_channel(cell, words), words.count("{n} step", "{n} steps", len(cell.steps))]
    if cell.conditional:
        parts.append(words.text("only on a condition"))
    parts += [figure.spoken] if figure.spoken else []
    return ", ".join([*parts, *(label(mark.verdict, words) for mark in cell.marks)])


def _tip(cell: Cell, figure: Said, stands: str, words: Words) -> str:
    lines = [_channel(cell, words), figure.tip]
    lines += [
        words.text("If: {condition}", condition=step.condition)
        for step in cell.steps
        if step.condition is not None
    ]
    lines += [stands] if stands else []
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


def _standing_text(standing: Standing, measure: Measure, how: Wording) -> str:
    words = how.words
    times = {Measure.TIME: how.tolerance.time, Measure.COST: how.tolerance.cost}.get(measure, 1.0)
    said = {
        Standing.MORE: words.text("▲ above the median of this row"),
        Standing.EQUAL: words.text("= equal to the median of this row"),
        Standing.LESS: words.text("▼ below the median of this row"),
    }[standing]
    lines = said if times == 1.0 else f"{said} ({tolerance_text(times, words)})"
    if measure is Measure.COST:
        lines += "\n" + words.text("Fees of several currencies are held against each other by their rates.")
    return lines


def _copied(cell: Cell, figure: str, count: str, words: Words) -> str:
    """As `mixed ×2, if, ≤ 1`: what a spreadsheet takes for no formula."""
    way = " ".join(
        part for part in (UNKNOWN if cell.channel is None else _channel(cell, words), count) if part
    )
    return ", ".join(part for part in (way, words.text("if") if cell.conditional else "", figure) if part)
