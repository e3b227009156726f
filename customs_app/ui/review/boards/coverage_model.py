"""The coverage board as a Qt model: names, steps, and one column for each thing that steps may lack."""

from customs_app.analysis.board import Gap
from customs_app.language.numbers import number
from customs_app.language.words import N_
from customs_app.ui.review.boards.coverage_lines import Level, Line
from customs_app.ui.widgets.rows import RowsModel

NAME, STEPS, FIRST_GAP = 0, 1, 2
GAPS = tuple(Gap)

HEADS = {
    Gap.VERDICT: N_("Without verdict"),
    Gap.LAW: N_("Without law"),
    Gap.TIME: N_("Without time"),
    Gap.COST: N_("Without cost"),
    Gap.SOURCE: N_("Without source"),
}
_TIPS = {
    Gap.VERDICT: N_("Steps that have no mark; in a blind round, none of your own"),
    Gap.LAW: N_("Steps for which no law is recorded"),
    Gap.TIME: N_("Steps without a time of their own that lie in no aggregate either"),
    Gap.COST: N_("Steps without a cost of their own that lie in no aggregate either: unknown, not free"),
    Gap.SOURCE: N_("Steps for which no source is recorded"),
}


class CoverageModel(RowsModel[Line]):
    """Lines by what their steps lack."""

    heads = (N_("Country and procedure"), N_("Steps"), *HEADS.values())
    head_tips = {FIRST_GAP + place: _TIPS[gap] for place, gap in enumerate(GAPS)}  # noqa: RUF012 - never changed

    def row_of(self, key: str) -> int:
        """Where a country or procedure stands; -1 where it does not."""
        return next((row for row, line in enumerate(self.rows) if line.key == key), -1)

    def gap(self, column: int) -> Gap | None:
        """What a column counts the lack of; None for names and steps."""
        return GAPS[column - FIRST_GAP] if FIRST_GAP <= column < FIRST_GAP + len(GAPS) else None

    def text(self, row: Line, column: int) -> str:
        """What a cell shows."""
        gap = self.gap(column)
        if gap is not None:
            return self.words.text("{n} of {of}", n=row.lacking(gap), of=row.steps)
        return row.name if column == NAME else number(row.steps, self.words.language)

    def tip(self, row: Line, column: int) -> str:
        """What the figure counts, and that the steps are listed below."""
        words, gap = self.words, self.gap(column)
        if gap is None:
            return self.spoken(row, column)
        said = words.named(words.text(HEADS[gap]), self.text(row, column))
        return f"{row.name}\n{said}\n" + words.text("The list below holds these steps")

    def spoken(self, row: Line, column: int) -> str:
        """The line and the figure in words."""
        words, gap = self.words, self.gap(column)
        if gap is not None:
            return f"{row.name}, " + words.named(words.text(HEADS[gap]), self.text(row, column))
        steps = words.count("{n} step", "{n} steps", row.steps)
        if row.level is Level.PROCEDURE:
            return f"{row.name}, {steps}"
        below = words.count("{n} procedure", "{n} procedures", row.below)
        if row.level is Level.ALL:
            return f"{row.name}, {below}, {steps}"
        state = words.text("folded") if row.folded else words.text("unfolded")
        return f"{row.name}, {below}, {steps}, {state}"
