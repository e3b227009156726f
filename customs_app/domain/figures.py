"""Figures of one step, and the totals made of them: unknown is None, never zero."""

from customs_app.domain.codes import CostKind, TimeKind
from customs_app.domain.record import record


@record(frozen=True, slots=True)
class Range:
    """Least, typical and most, in one unit; an end that is not known is None."""

    min: float | None = None
    typ: float | None = None
    max: float | None = None

    @property
    def known(self) -> bool:
        """Whether at least one of the three is known."""
        return not (self.min is None and self.typ is None and self.max is None)


@record(frozen=True, slots=True)
class Money:
    """An amount in one currency (ISO 4217)."""

    amount: float
    currency: str


@record(frozen=True, slots=True)
class Coverage:
    """How many of the steps in question carry a counted value: `n` of `of`."""

    n: int
    of: int


@record(frozen=True, slots=True)
class TimeFigure:
    """A step's recorded time in elapsed hours, as its source gives it.

    `covers` names the steps an aggregate spans, itself included; empty where not known.
    """

    hours: Range = Range()
    kind: TimeKind | None = None
    covers: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class CostFigure:
    """A step's recorded cost: amount in `currency` (ISO 4217), or per cent for a rate."""

    amount: float | None = None
    currency: str | None = None
    basis: str | None = None
    kind: CostKind | None = None
    covers: tuple[str, ...] = ()
