"""What the workspace remembers from one day to the next, as JSON values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from customs_app.analysis.heat import Measure
from customs_app.analysis.ordering import Order
from customs_app.analysis.tolerance import CHOICES, USUAL, Tolerance
from customs_app.domain.codes import CaseKind, Mode, Regime, Stage
from customs_app.ui.compare.colouring import Colouring
from customs_app.ui.compare.question import Question

_Code = TypeVar("_Code", bound=StrEnum)
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class View:
    """How a comparison is shown, whatever it is about.

    `folded` and `unfolded` are the stages that were folded or unfolded by hand; of all others those without
    differences are folded where `fold_equal` says so. `hide_common` leaves out what every country has;
    `opened` holds the activities (codes) whose steps are shown below them; `brief` leaves the most telling
    totals alone.
    """

    colouring: Colouring = Colouring.CHANNEL
    only_differences: bool = False
    folded: frozenset[Stage] = frozenset()
    currency: str = "USD"
    measure: Measure = Measure.TIME
    hide_common: bool = False
    opened: frozenset[str] = frozenset()
    order: Order = Order.LIST
    tolerance: Tolerance = USUAL
    brief: bool = False
    fold_equal: bool = True
    unfolded: frozenset[Stage] = frozenset()


@dataclass(slots=True)
class Choices:
    """The procedures that were chosen for countries, apart for each regime and mode."""

    by_kind: dict[str, Pairs] = field(default_factory=dict)

    def of(self, regime: Regime, mode: Mode) -> Pairs:
        """The choices (country, procedure id) of a regime and mode."""
        return self.by_kind.get(f"{regime} {mode}", frozenset())

    def keep(self, question: Question) -> None:
        """Remember what a question chooses."""
        self.by_kind[f"{question.regime} {question.mode}"] = question.chosen


def kept_state(question: Question, view: View, choices: Choices) -> dict[str, object]:
    """All of it as JSON values."""
    return {
        "regime": str(question.regime),
        "mode": str(question.mode),
        "case": str(question.case),
        "without": sorted(question.without),
        "chosen": {kind: dict(sorted(pairs)) for kind, pairs in choices.by_kind.items() if pairs},
        "colouring": str(view.colouring),
        "only_differences": view.only_differences,
        "folded": [str(stage) for stage in Stage if stage in view.folded],
        "currency": view.currency,
        "measure": str(view.measure),
        "hide_common": view.hide_common,
        "opened": sorted(view.opened),
        "order": str(view.order),
        "brief": view.brief,
        "fold_equal": view.fold_equal,
        "unfolded": [str(stage) for stage in Stage if stage in view.unfolded],
        "tolerance": [view.tolerance.time, view.tolerance.cost],
    }


def choices_of(state: Mapping[str, object]) -> Choices:
    """The choices of procedures that were kept."""
    kept = state.get("chosen")
    found = Choices()
    for kind, pairs in kept.items() if isinstance(kept, dict) else ():
        if isinstance(pairs, dict):
            found.by_kind[str(kind)] = frozenset((str(iso2), str(one)) for iso2, one in pairs.items())
    return found


def question_of(state: Mapping[str, object], choices: Choices) -> Question:
    """The question that was kept; what cannot be read is asked as at the first time."""
    usual = Question()
    regime = _code(state.get("regime"), Regime) or usual.regime
    mode = _code(state.get("mode"), Mode) or usual.mode
    case = _code(state.get("case"), CaseKind) or usual.case
    return Question(regime, mode, case, frozenset(_texts(state.get("without"))), choices.of(regime, mode))


def view_of(state: Mapping[str, object]) -> View:
    """The view that was kept."""
    usual = View()
    currency = state.get("currency")
    return View(
        _code(state.get("colouring"), Colouring) or usual.colouring,
        state.get("only_differences") is True,
        _stages(state.get("folded")),
        currency if isinstance(currency, str) else usual.currency,
        _code(state.get("measure"), Measure) or usual.measure,
        state.get("hide_common") is True,
        frozenset(_texts(state.get("opened"))),
        _code(state.get("order"), Order) or usual.order,
        _tolerance(state.get("tolerance")),
        state.get("brief") is True,
        state.get("fold_equal") is not False,
        _stages(state.get("unfolded")),
    )


def _code(value: object, codes: type[_Code]) -> _Code | None:
    return next((code for code in codes if code.value == value), None)


def _tolerance(value: object) -> Tolerance:
    if isinstance(value, list) and len(value) == 2 and all(one in CHOICES for one in value):
        return Tolerance(*value)
    return USUAL


def _stages(value: object) -> frozenset[Stage]:
    return frozenset(stage for stage in Stage if str(stage) in _texts(value))


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
