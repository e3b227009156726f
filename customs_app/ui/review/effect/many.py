"""What verdicts change in each procedure of the filter, one a row; nothing is added up across procedures."""

from customs_app.figures.figure_text import UNKNOWN, hours_text
from customs_app.language.words import N_
from customs_app.ui.review.effect.asked import OneEffect
from customs_app.ui.review.effect.figures import less_text
from customs_app.ui.session import Session
from customs_app.ui.widgets.rows import RowsModel, RowsTable

COUNTRY, PROCEDURE, CHANGES, STEPS, AS_IS, TO_BE, TIME, COST = range(8)
_WIDTHS = {COUNTRY: 62, CHANGES: 76, STEPS: 76, AS_IS: 122, TO_BE: 122, TIME: 104, COST: 120}


class ManyModel(RowsModel[OneEffect]):
    """One row a procedure that has verdicts."""

    heads = (
        N_("Country"),
        N_("Procedure"),
        N_("Verdicts"),
        N_("Steps"),
        N_("As it is, h"),
        N_("To be, h"),
        N_("Saves, h"),
        N_("Saves fees"),
    )
    figures = frozenset({CHANGES, STEPS, AS_IS, TO_BE, TIME, COST})

    def text(self, row: OneEffect, column: int) -> str:
        """What a cell shows."""
        words, effect = self.words, row.effect
        before, after, saved = effect.as_is, effect.to_be, effect.saved
        fees = UNKNOWN
        if saved.cost is not None:
            amounts = (less_text(one, words, more="cost" in saved.more) for one in saved.cost)
            fees = words.list_of(tuple(amounts)) or "0"
        return (
            row.full.procedure.country,
            row.full.procedure.title[words.language],
            str(len(effect.changes)),
            f"{before.steps} → {after.steps}",
            hours_text(before.elapsed, words),
            hours_text(after.elapsed, words),
            less_text(saved.elapsed, words, more="elapsed" in saved.more),
            fees,
        )[column]

    def tip(self, row: OneEffect, column: int) -> str:
        """What the verdicts change in words; how far the time is known."""
        words = self.words
        if column == PROCEDURE:
            return row.full.procedure.title[words.language]
        if column in (AS_IS, TO_BE):
            total = row.effect.as_is if column == AS_IS else row.effect.to_be
            known = total.time_covered
            return words.text("{n} of {of} steps have a time.", n=known.n, of=known.of)
        return ""


def many_table(session: Session, model: ManyModel) -> RowsTable[OneEffect]:
    """The table of the procedures."""
    says = session.words.text("What verdicts change, procedure by procedure")
    return RowsTable(
        session, model, "effect_many", says, stretch=PROCEDURE, widths=_WIDTHS, badges=(COUNTRY,)
    )
