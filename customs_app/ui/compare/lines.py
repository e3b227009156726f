"""The lines of the matrix: one for each stage, below it one an activity, below an opened one its steps."""

from collections.abc import Collection
from dataclasses import dataclass

from customs_app.analysis.compare import Comparison, Row
from customs_app.analysis.heat import Measure
from customs_app.domain.codes import Stage
from customs_app.ui.compare.cells import CellLook, Wording, looks_of
from customs_app.ui.compare.state import View
from customs_app.ui.compare.step_looks import StepLook, steps_of


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage: how many activities are shown of how many, and the steps of each country in it."""

    stage: Stage
    shown: int
    of: int
    steps: tuple[int, ...]
    folded: bool
    differing: int = 0


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity with its cells, in the order of the comparison's countries."""

    row: Row
    looks: tuple[CellLook, ...]
    opened: bool = False

    @property
    def stage(self) -> Stage:
        """The stage to which the activity belongs."""
        return self.row.activity.stage


@dataclass(frozen=True, slots=True)
class StepLine:
    """The steps at one place (from 0) of an opened activity, None where a country has no more."""

    row: Row
    place: int
    looks: tuple[StepLook | None, ...]

    @property
    def stage(self) -> Stage:
        """The stage to which the activity belongs."""
        return self.row.activity.stage


Line = StageLine | ActivityLine | StepLine


class Lines:
    """All lines of one comparison; `shown` picks those that folding and filters leave.

    Each measure is worded when it is first asked for.
    """

    def __init__(self, comparison: Comparison, how: Wording, measure: Measure) -> None:
        self._comparison, self._how = comparison, how
        self._with: dict[Measure, list[ActivityLine]] = {}
        self._steps_with: dict[tuple[str, Measure], list[StepLine]] = {}
        told = {difference.activity for difference in comparison.differences}
        self._differing = {
            row.activity.code for row in comparison.rows if row.differs or row.activity.code in told
        }
        self._by(measure)

    def differs(self, activity: str) -> bool:
        """Whether countries differ in an activity: they do it otherwise, or a sentence says so."""
        return activity in self._differing

    @property
    def differing(self) -> int:
        """How many activities differ."""
        return len(self._differing)

    def shown(self, view: View) -> tuple[Line, ...]:
        """The lines to show, from top to bottom; a stage without any activity to show is left out."""
        result: list[Line] = []
        closed_ones = self.closed(view)
        for stage in Stage:
            own = [line for line in self._by(view.measure) if line.stage is stage]
            left = [line for line in own if self._stays(line.row, view)]
            if left:
                closed = stage in closed_ones
                differing = sum(self.differs(line.row.activity.code) for line in left)
                result.append(StageLine(stage, len(left), len(own), self._steps(own), closed, differing))
                for line in () if closed else left:
                    result.extend(self._opened(line, view))
        return tuple(result)

    def stages(self) -> tuple[Stage, ...]:
        """The stages that the comparison has."""
        there = {row.activity.stage for row in self._comparison.rows}
        return tuple(stage for stage in Stage if stage in there)

    def equal_stages(self) -> frozenset[Stage]:
        """The stages in which no country differs in anything."""
        differing = {row.activity.stage for row in self._comparison.rows if self.differs(row.activity.code)}
        return frozenset(self.stages()) - differing

    def closed(self, view: View) -> frozenset[Stage]:
        """The stages that are folded, by hand or because no country differs in them."""
        equal = self.equal_stages() - view.unfolded if view.fold_equal else frozenset[Stage]()
        return view.folded | equal

    def stage_of(self, activity: str) -> Stage | None:
        """The stage of an activity that is compared."""
        row = self.row_of(activity)
        return row.activity.stage if row is not None else None

    def row_of(self, activity: str) -> Row | None:
        """The row of an activity that is compared."""
        return next((row for row in self._comparison.rows if row.activity.code == activity), None)

    def _by(self, measure: Measure) -> list[ActivityLine]:
        if measure not in self._with:
            comparison = self._comparison
            self._with[measure] = [
                ActivityLine(row, looks_of(row, comparison, measure, self._how)) for row in comparison.rows
            ]
        return self._with[measure]

    def _stays(self, row: Row, view: View) -> bool:
        if view.only_differences and not self.differs(row.activity.code):
            return False
        return not (view.hide_common and row.have == len(row.cells))

    def _opened(self, line: ActivityLine, view: View) -> Collection[Line]:
        code = line.row.activity.code
        if code not in view.opened:
            return (line,)
        key = (code, view.measure)
        if key not in self._steps_with:
            every = steps_of(line.row, self._comparison, view.measure, self._how)
            self._steps_with[key] = [
                StepLine(line.row, place, tuple(looks)) for place, looks in enumerate(every)
            ]
        return (ActivityLine(line.row, line.looks, opened=True), *self._steps_with[key])

    def _steps(self, lines: list[ActivityLine]) -> tuple[int, ...]:
        cells = [[line.row.cells.get(iso2) for line in lines] for iso2 in self._comparison.countries]
        return tuple(sum(len(cell.steps) for cell in column if cell is not None) for column in cells)
