"""What stands behind the current cell: its steps with their figures, sources, places in them and marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from customs_app.analysis.case import steps_of_case
from customs_app.analysis.counting import Counting, counted_costs, counted_times
from customs_app.analysis.rows import Cell
from customs_app.domain.procedure import FullProcedure, Source, Step
from customs_app.domain.review import Mark
from customs_app.figures.figure_text import explain_cost, explain_time
from customs_app.language.country_names import full_name
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui.compare.board import Board
from customs_app.ui.compare.lines import ActivityLine, StageLine, StepLine
from customs_app.ui.compare.shown import Shown
from customs_app.ui.compare.totals_rows import Total, TotalRow


@dataclass(frozen=True, slots=True)
class StepPart:
    """A step with its time and cost in words (empty where unknown), what it rests on, and its marks."""

    step: Step
    time: str
    cost: str
    condition: str
    sources: tuple[Source, ...]
    marks: tuple[Mark, ...] = ()
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """A title, the country whose code stands beside it, sentences, and steps."""

    title: str
    iso2: str = ""
    sentences: tuple[str, ...] = ()
    steps: tuple[StepPart, ...] = ()


def explain_activity(line: ActivityLine, iso2: str, shown: Shown) -> Explained:
    """The steps by which a country does an activity; without a country who does it in which way."""
    words = shown.words
    title = line.row.activity.name[words.language]
    if not iso2:
        return Explained(title, "", _who(line, shown))
    cell = line.row.cells.get(iso2)
    if cell is None:
        country = full_name(iso2, shown.reference, words.language)
        return Explained(title, iso2, (words.text("{country}: no such step is recorded.", country=country),))
    full = shown.comparison.procedures[iso2]
    parts = tuple(_part(full, shown, cell, place) for place in range(len(cell.steps)))
    return Explained(title, iso2, (), parts)


def explain_steps(line: StepLine, iso2: str, shown: Shown) -> Explained:
    """The one step of a country at a place of an activity; without a country the steps there of all."""
    words = shown.words
    title = line.row.activity.name[words.language]
    cells = [(one, line.row.cells.get(one)) for one in shown.comparison.countries if iso2 in ("", one)]
    parts = tuple(
        _part(shown.comparison.procedures[one], shown, cell, line.place)
        for one, cell in cells
        if cell is not None and line.place < len(cell.steps)
    )
    if iso2 and not parts:
        country = full_name(iso2, shown.reference, words.language)
        return Explained(title, iso2, (words.text("{country}: no further step of it.", country=country),))
    return Explained(title, iso2, (), parts)


def explain_stage(line: StageLine, iso2: str, shown: Shown) -> Explained:
    """The steps of a country in a stage."""
    words = shown.words
    title = label(line.stage, words)
    if not iso2:
        return Explained(title, "", (words.text("Choose a country’s cell to see its steps of this stage."),))
    full = shown.comparison.procedures[iso2]
    activities = shown.reference.activities
    steps = [step for step in full.steps if activities[step.activity].stage is line.stage]
    return Explained(title, iso2, (), _brief(steps))


def explain_total(row: TotalRow, place: int, shown: Shown) -> Explained:
    """What a total of the country at a place rests on; a negative place names no country."""
    if not 0 <= place < len(shown.comparison.countries):
        return Explained(row.title, "", (row.below,) if row.below else ())
    iso2 = shown.comparison.countries[place]
    full = shown.comparison.procedures[iso2]
    sentences = tuple(row.cells[place].tip.splitlines())
    steps = _behind(row.key, iso2, full, shown)
    if steps:
        sentences = (*sentences, shown.words.text(_HEADINGS[row.key]))
    return Explained(row.title, iso2, sentences, _brief(steps))


_HEADINGS = {
    Total.STEPS: N_("Not in this case:"),
    Total.ELAPSED: N_("On the longest path:"),
    Total.EFFORT: N_("Without a counted time:"),
    Total.TIMED: N_("Without a counted time:"),
    Total.RESTING: N_("Resting on an aggregate or a limit:"),
    Total.FEES: N_("Counted fees:"),
    Total.CONVERTED: N_("Counted fees:"),
    Total.PAID: N_("Without a counted fee:"),
}


def _behind(key: Total, iso2: str, full: FullProcedure, shown: Shown) -> Sequence[Step]:
    """The steps to list below a total."""
    case = shown.comparison.case
    taken = steps_of_case(full, case)
    paid = steps_of_case(full, case, "cost", shown.reference.rates)
    times, costs = counted_times(full, taken), counted_costs(full, paid)
    among, path = {step.id for step in taken}, set(shown.comparison.totals[iso2].path)
    resting = (Counting.AGGREGATE, Counting.LIMIT)
    untimed = [step for step in taken if not times[step.id].covered]
    fees = [step for step in paid if costs[step.id].money is not None]
    return {
        Total.STEPS: [step for step in full.steps if step.id not in among],
        Total.ELAPSED: [step for step in taken if step.id in path],
        Total.EFFORT: untimed,
        Total.TIMED: untimed,
        Total.RESTING: [step for step in taken if times[step.id].state in resting],
        Total.FEES: fees,
        Total.CONVERTED: fees,
        Total.PAID: [step for step in paid if not costs[step.id].covered],
    }.get(key, [])


def _part(full: FullProcedure, shown: Shown, cell: Cell, place: int) -> StepPart:
    """One step of a cell, by its place in it."""
    words, sources = shown.words, shown.reference.sources
    step, time, cost = cell.steps[place], cell.times[place], cell.costs[place]
    return StepPart(
        step,
        explain_time(time, full, words),
        "" if cost.state is Counting.UNKNOWN else explain_cost(cost, full, words),
        words.text("If: {condition}", condition=step.condition) if step.condition is not None else "",
        tuple(sources[one] for one in step.source_ids if one in sources),
        tuple(mark for mark in cell.marks if mark.step_id == step.id),
    )


def _brief(steps: Iterable[Step]) -> tuple[StepPart, ...]:
    return tuple(StepPart(step, "", "", "", (), brief=True) for step in steps)


def _who(line: ActivityLine, shown: Shown) -> tuple[str, ...]:
    words = shown.words
    countries = shown.comparison.countries
    return tuple(
        words.text(
            "{country}: {how}",
            country=full_name(iso2, shown.reference, words.language),
            how=look.spoken,
        )
        for iso2, look in zip(countries, line.looks, strict=True)
    )


def explain_current(board: Board, shown: Shown) -> Explained | None:
    """What stands behind the cell that is current: of the totals where they have the focus."""
    if board.totals.hasFocus():
        index = board.totals.currentIndex()
        rows = board.totals_model.rows
        return explain_total(rows[index.row()], index.column() - 1, shown) if index.isValid() else None
    line = board.line
    iso2 = board.model.country(board.matrix.currentIndex().column())
    if isinstance(line, ActivityLine):
        return explain_activity(line, iso2, shown)
    if isinstance(line, StepLine):
        return explain_steps(line, iso2, shown)
    return explain_stage(line, iso2, shown) if isinstance(line, StageLine) else None
