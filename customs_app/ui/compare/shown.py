"""A comparison worded for the window: all that the matrix, the totals and the sentences show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from customs_app.analysis.compare import Comparison
from customs_app.analysis.heat import Measure
from customs_app.analysis.ordering import Order, why_not
from customs_app.analysis.ranked import ranked
from customs_app.analysis.tolerance import USUAL, Tolerance
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message
from customs_app.language.words import Words
from customs_app.ui.compare.cells import Wording
from customs_app.ui.compare.heads import heads_of
from customs_app.ui.compare.like_for_like import like_for_like_lines
from customs_app.ui.compare.lines import Lines
from customs_app.ui.compare.sentence import Sentence, sentences
from customs_app.ui.compare.totals_rows import TotalRow, total_rows
from customs_app.ui.widgets.country_header import Head


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison with its texts; `totals` and `alike` have fees in `currency` (ISO 4217) too.

    `not_by` says of each order in which the countries cannot stand why not.
    """

    comparison: Comparison
    reference: Reference
    words: Words
    every: Lines
    heads: tuple[Head, ...]
    sentences: tuple[Sentence, ...]
    currency: str
    totals: tuple[TotalRow, ...]
    alike: tuple[str, ...]
    tolerance: Tolerance
    not_by: Mapping[Order, Message]

    def first_step(self, activity: str, countries: Iterable[str]) -> str:
        """The first step (id) of an activity that the first of the countries with one has; "" for none."""
        row = self.every.row_of(activity)
        cells = [row.cells.get(iso2) for iso2 in countries] if row is not None else []
        return next((cell.steps[0].id for cell in cells if cell is not None and cell.steps), "")

    def in_currency(self, currency: str) -> "Shown":
        """The same with fees in another currency."""
        if currency == self.currency:
            return self
        totals = total_rows(self.comparison, self.reference.rates, currency, self.words)
        alike = like_for_like_lines(self.comparison, self.reference, currency, self.words)
        return replace(self, currency=currency, totals=totals, alike=alike)


def worded(
    comparison: Comparison,
    reference: Reference,
    currency: str,
    words: Words,
    *,
    tolerance: Tolerance = USUAL,
    measure: Measure = Measure.TIME,
) -> Shown:
    """Word a comparison; done in the worker, for it takes some milliseconds."""
    alike = comparison.like_for_like
    reasons = {order: why_not(alike, order, reference.rates) for order in Order}
    return Shown(
        comparison,
        reference,
        words,
        Lines(comparison, Wording(words, reference, tolerance), measure),
        heads_of(comparison, reference, words),
        sentences(ranked(comparison, reference), reference, words),
        currency,
        total_rows(comparison, reference.rates, currency, words),
        like_for_like_lines(comparison, reference, currency, words),
        tolerance,
        {order: reason for order, reason in reasons.items() if reason is not None},
    )


def currencies(reference: Reference) -> tuple[str, ...]:
    """Currencies into which fees can be converted: the dollar first, then those that have a rate."""
    return ("USD", *sorted(set(reference.rates) - {"USD"}))
