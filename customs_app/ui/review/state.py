"""What the review remembers from one start to the next, as JSON values."""

from collections.abc import Collection, Mapping

from customs_app.domain.codes import Mode, Regime
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.review.filters import FindingFilter
from customs_app.ui.review.grouping import Grouping
from customs_app.ui.review.left_pane import TABS


def kept_state(
    wanted: FindingFilter,
    *,
    grouping: Grouping,
    finding: str | None,
    folded: Collection[str],
    known: Collection[str],
    tab: str,
    unfolded: bool,
    boards: Mapping[str, object],
) -> Mapping[str, object]:
    """Filters and grouping, the chosen finding, folded groups, the tab (its key), whether equal fields are
    unfolded, and the states of the boards by key."""
    return {
        "regime": wanted.regime,
        "mode": wanted.mode,
        "countries": sorted(wanted.countries),
        "marks": wanted.marks,
        "low": wanted.low,
        "grouping": grouping,
        "finding": finding,
        "folded": sorted(folded),
        "known": sorted(known),
        "tab": tab,
        "unfolded": unfolded,
        "boards": dict(boards),
    }


def kept_filter(state: Mapping[str, object]) -> FindingFilter:
    """The filters of a state; values that are none are passed over."""
    regime, mode, marks = state.get("regime"), state.get("mode"), state.get("marks")
    countries = state.get("countries")
    return FindingFilter(
        regime=Regime(str(regime)) if regime in set(Regime) else None,
        mode=Mode(str(mode)) if mode in set(Mode) else None,
        countries=frozenset(map(str, countries)) if isinstance(countries, list) else frozenset(),
        marks=MarkFilter(str(marks)) if marks in set(MarkFilter) else MarkFilter.ALL,
        low=state.get("low") is True,
    )


def kept_grouping(state: Mapping[str, object]) -> Grouping:
    """What the findings of a state were grouped by."""
    grouping = state.get("grouping")
    return Grouping(str(grouping)) if grouping in set(Grouping) else Grouping.RULE


def kept_tab(state: Mapping[str, object]) -> int:
    """The place of the tab of a state."""
    tab = state.get("tab")
    return list(TABS).index(str(tab)) if tab in TABS else 0
