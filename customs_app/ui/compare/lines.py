"""The lines of the matrix: one for each stage, and below it, unless it is folded, one an activity."""

from collections.abc import Collection
from dataclasses import dataclass

from customs_app.analysis.compare import Comparison, Row
from customs_app.domain.codes import Stage
from customs_app.language.words import Words
from customs_app.ui.compare.cells import CellLook, looks_of
from customs_app.ui.compare.figure import Figure


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage: how many activities are shown of how many, and the steps of each country in it."""

    stage: Stage
    shown: int
    of: int
    steps: tuple[int, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity with its cells, in the order of the comparison's countries."""

    row: Row
    looks: tuple[CellLook, ...]

    @property
    def stage(self) -> Stage:
        """The stage to which the activity belongs."""
        return self.row.activity.stage


Line = StageLine | ActivityLine


class Lines:
    """All lines of one comparison, with each figure; `shown` picks those that folding and filter leave."""

    def __init__(self, comparison: Comparison, words: Words) -> None:
        self._countries = comparison.countries
        self._with = {
            figure: [ActivityLine(row, looks_of(row, comparison, figure, words)) for row in comparison.rows]
            for figure in Figure
        }
        self._all = self._with[Figure.TIME]
        told = {difference.activity for difference in comparison.differences}
        self._differing = {
            line.row.activity.code for line in self._all if line.row.differs or line.row.activity.code in told
        }

    def differs(self, activity: str) -> bool:
        """Whether countries differ in an activity: they do it otherwise, or a sentence says so."""
        return activity in self._differing

    @property
    def differing(self) -> int:
        """How many activities differ."""
        return len(self._differing)

    def shown(
        self, folded: Collection[Stage], *, only_differences: bool, figure: Figure = Figure.TIME
    ) -> tuple[Line, ...]:
        """The lines to show, from top to bottom; a stage without any activity to show is left out."""
        result: list[Line] = []
        for stage in Stage:
            own = [line for line in self._with[figure] if line.stage is stage]
            left = [line for line in own if not only_differences or self.differs(line.row.activity.code)]
            if left:
                closed = stage in folded
                result.append(StageLine(stage, len(left), len(own), self._steps(own), closed))
                result.extend([] if closed else left)
        return tuple(result)

    def stages(self) -> tuple[Stage, ...]:
        """The stages that the comparison has."""
        return tuple(stage for stage in Stage if any(line.stage is stage for line in self._all))

    def stage_of(self, activity: str) -> Stage | None:
        """The stage of an activity that is compared."""
        return next((line.stage for line in self._all if line.row.activity.code == activity), None)

    def _steps(self, lines: list[ActivityLine]) -> tuple[int, ...]:
        cells = [[line.row.cells.get(iso2) for line in lines] for iso2 in self._countries]
        return tuple(sum(len(cell.steps) for cell in column if cell is not None) for column in cells)
