"""The list below the coverage board: the steps that a figure counts, to be worked through."""

from dataclasses import dataclass

from customs_app.analysis.board import Gap, gap_label
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.language.words import N_
from customs_app.ui.session import Session
from customs_app.ui.widgets.rows import RowsModel, RowsTable

COUNTRY, NUMBER, STEP, PROCEDURE, LACKS = range(5)
_WIDTHS = {COUNTRY: 62, NUMBER: 38, PROCEDURE: 190, LACKS: 190}
LACKED = {
    Gap.VERDICT: N_("verdict"),
    Gap.LAW: N_("law"),
    Gap.TIME: N_("time"),
    Gap.COST: N_("cost"),
    Gap.SOURCE: N_("source"),
}


@dataclass(frozen=True, slots=True)
class GapStep:
    """A step with all that it lacks."""

    full: FullProcedure
    step: Step
    lacks: tuple[Gap, ...]


class GapStepsModel(RowsModel[GapStep]):
    """One row a step."""

    heads = (N_("Country"), "#", N_("Step"), N_("Procedure"), N_("Lacks"))
    figures = frozenset({NUMBER})

    def text(self, row: GapStep, column: int) -> str:
        """What a cell shows."""
        words, procedure = self.words, row.full.procedure
        match column:
            case 0:
                return procedure.country
            case 1:
                return str(row.step.seq)
            case 2:
                return row.step.title[words.language]
            case 3:
                return procedure.title[words.language]
            case _:
                return words.list_of(tuple(words.text(LACKED[gap]) for gap in row.lacks))

    def tip(self, row: GapStep, column: int) -> str:
        """Cells that may be cut, in full."""
        if column == LACKS:
            return "\n".join(gap_label(gap, self.words) for gap in row.lacks)
        return self.text(row, column) if column in (STEP, PROCEDURE) else ""


def gap_steps_table(session: Session, model: GapStepsModel) -> RowsTable[GapStep]:
    """The table of the steps of a figure."""
    says = session.words.text("Steps of the chosen figure")
    return RowsTable(session, model, "coverage_steps", says, stretch=STEP, widths=_WIDTHS, badges=(COUNTRY,))
