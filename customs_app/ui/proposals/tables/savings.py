"""What all measures change together, procedure by procedure; what is not known is `?`."""

from typing import ClassVar

from customs_app.analysis.dossier.result import ProcedureEffect
from customs_app.domain.figures import Range
from customs_app.figures.figure_text import UNKNOWN, hours_text
from customs_app.language.numbers import money, number
from customs_app.language.words import N_
from customs_app.ui.proposals.measure.saving_row import fewer
from customs_app.ui.proposals.texts import hours_less
from customs_app.ui.widgets.rows import RowsModel

COUNTRY, PROCEDURE, STEPS, HANDED, VISITS, NOW, THEN, LESS, KNOWN, FEES, YEARLY = range(11)
WIDTHS = {
    COUNTRY: 52, STEPS: 74, HANDED: 82, VISITS: 62, NOW: 84, THEN: 84, LESS: 84, KNOWN: 70, FEES: 90,
    YEARLY: 100,
}  # fmt: skip


class SavingsModel(RowsModel[ProcedureEffect]):
    """One row a procedure that a measure touches."""

    heads: ClassVar[tuple[str, ...]] = (
        N_("Country"), N_("Procedure"), N_("Steps"), N_("Handed in"), N_("Visits"), N_("Hours now"),
        N_("Hours then"), N_("Hours less"), N_("Timed"), N_("Fees less"), N_("Hours a year"),
    )  # fmt: skip
    figures: ClassVar[frozenset[int]] = frozenset(
        {STEPS, HANDED, VISITS, NOW, THEN, LESS, KNOWN, FEES, YEARLY}
    )

    def text(self, row: ProcedureEffect, column: int) -> str:
        """What a cell shows."""
        return self._texts(row)[column]

    def tip(self, row: ProcedureEffect, column: int) -> str:
        """The sentences behind the figures."""
        words = self.words
        if column == PROCEDURE:
            return row.full.procedure.title[words.language]
        messages = row.yearly.sentences if column == YEARLY else row.effect.sentences
        return "\n".join(words.say(message) for message in messages)

    def _texts(self, row: ProcedureEffect) -> tuple[str, ...]:
        words, language = self.words, self.words.language
        before, after, saved = row.effect.as_is, row.effect.to_be, row.effect.saved
        fees = UNKNOWN
        if saved.cost is not None:
            fees = " + ".join(f"−{money(one, language)}" for one in saved.cost) or "0"
        return (
            row.country,
            row.full.procedure.title[language],
            f"{before.steps} → {after.steps}",
            fewer(saved.handovers, more="handovers" in saved.more),
            fewer(saved.visits, more="visits" in saved.more),
            self._hours(before.elapsed),
            self._hours(after.elapsed),
            hours_less(saved.elapsed, words),
            f"{number(before.time_covered.n, language)} / {number(before.time_covered.of, language)}",
            fees,
            hours_less(row.yearly.hours, words),
        )

    def _hours(self, hours: Range) -> str:
        return hours_text(hours if hours.known else None, self.words)
