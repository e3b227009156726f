"""What all measures change together, procedure by procedure; what is not known is `?`."""

from collections.abc import Mapping
from typing import ClassVar

from customs_app.analysis.dossier.result import ProcedureEffect
from customs_app.figures.figure_text import hours_text
from customs_app.language.numbers import number
from customs_app.language.words import N_
from customs_app.ui.proposals.texts import fees_less, fewer, hours_less
from customs_app.ui.widgets.rows import RowsModel

PROCEDURE, STEPS, HANDED, VISITS, HOURS, LESS, KNOWN, FEES, YEARLY = range(9)
WIDTHS = {STEPS: 70, HANDED: 74, VISITS: 58, HOURS: 120, LESS: 70, KNOWN: 58, FEES: 72, YEARLY: 78}


class SavingsModel(RowsModel[ProcedureEffect]):
    """One row a procedure that a measure touches."""

    heads: ClassVar[tuple[str, ...]] = (
        N_("Procedure"), N_("Steps"), N_("Handed in"), N_("Visits"), N_("Hours, now and then"), N_("Saved"),
        N_("Timed"), N_("Fees"), N_("A year"),
    )  # fmt: skip
    head_tips: ClassVar[Mapping[int, str]] = {
        HANDED: N_("How many times fewer a document is handed in"),
        HOURS: N_("Elapsed hours along the longest path, as it is and as it would be"),
        LESS: N_("Elapsed hours saved by one consignment"),
        KNOWN: N_("Steps of the case whose time is known, of all"),
        FEES: N_("Fees saved by one consignment"),
        YEARLY: N_("Hours saved in a year, where the number of consignments is known"),
    }
    figures: ClassVar[frozenset[int]] = frozenset({STEPS, HANDED, VISITS, HOURS, LESS, KNOWN, FEES, YEARLY})

    def text(self, row: ProcedureEffect, column: int) -> str:
        """What a cell shows."""
        return self._texts(row)[column]

    def tip(self, row: ProcedureEffect, column: int) -> str:
        """The sentences behind the figures."""
        words = self.words
        if column == PROCEDURE:
            return self.text(row, column)
        messages = row.yearly.sentences if column == YEARLY else row.effect.sentences
        return "\n".join(words.say(message) for message in messages)

    def _texts(self, row: ProcedureEffect) -> tuple[str, ...]:
        words, language = self.words, self.words.language
        before, after, saved = row.effect.as_is, row.effect.to_be, row.effect.saved
        return (
            f"{row.country} · {row.full.procedure.title[language]}",
            f"{before.steps} → {after.steps}",
            fewer(saved.handovers, more="handovers" in saved.more),
            fewer(saved.visits, more="visits" in saved.more),
            f"{hours_text(before.elapsed, words)} → {hours_text(after.elapsed, words)}",
            hours_less(saved.elapsed, words, more="elapsed" in saved.more),
            f"{number(before.time_covered.n, language)} / {number(before.time_covered.of, language)}",
            fees_less(saved.cost, words, more="cost" in saved.more),
            hours_less(row.yearly.hours, words, more="elapsed" in row.effect.every.more),
        )
