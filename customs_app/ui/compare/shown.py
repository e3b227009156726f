"""An answer worded for the window: everything that the matrix, the totals and the sentences show."""

from dataclasses import dataclass
from functools import cached_property

from customs_app.analysis.compare import Comparison
from customs_app.domain.codes import Stage
from customs_app.domain.reference import Reference
from customs_app.language.words import Words
from customs_app.ui.compare.heads import Head, heads_of
from customs_app.ui.compare.like_for_like import like_for_like_lines
from customs_app.ui.compare.lines import Line, Lines
from customs_app.ui.compare.totals_rows import TotalRow, total_rows


@dataclass(frozen=True)
class Shown:
    """A comparison as it is shown with a choice of folding, filter and currency; worded at first use."""

    comparison: Comparison
    reference: Reference
    words: Words
    every: Lines
    heads: tuple[Head, ...]
    folded: frozenset[Stage] = frozenset()
    only_differences: bool = False
    currency: str = "USD"

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the matrix."""
        return self.every.shown(self.folded, only_differences=self.only_differences)

    @cached_property
    def totals(self) -> tuple[TotalRow, ...]:
        """The rows of the totals."""
        return total_rows(self.comparison, self.reference.rates, self.currency, self.words)

    @cached_property
    def alike(self) -> tuple[str, ...]:
        """The sentences about like-for-like totals."""
        return like_for_like_lines(self.comparison, self.reference, self.currency, self.words)


def worded(comparison: Comparison, reference: Reference, words: Words) -> tuple[Lines, tuple[Head, ...]]:
    """Word the cells and heads of a comparison; done in the worker, for it takes some milliseconds."""
    return Lines(comparison, words), heads_of(comparison, reference, words)


def currencies(reference: Reference) -> tuple[str, ...]:
    """Currencies into which fees can be converted: the dollar first, then those that have a rate."""
    return ("USD", *sorted(set(reference.rates) - {"USD"}))
