"""What the review remembers from one start to the next, as JSON values."""

from collections.abc import Collection, Mapping

from customs_app.domain.codes import Mode, Regime
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.review.filters import FindingFilter


def kept_state(
    wanted: FindingFilter,
    *,
    finding: str | None,
    folded: Collection[str],
    known: Collection[str],
    tab: int,
    unfolded: bool,
) -> Mapping[str, object]:
    """Filters, the chosen finding, folded rules, the tab, and whether equal fields are unfolded."""
    return {
        "regime": wanted.regime,
        "mode": wanted.mode,
        "countries": sorted(wanted.countries),
        "marks": wanted.marks,
        "low": wanted.low,
        "finding": finding,
        "folded": sorted(folded),
        "known": sorted(known),
        "tab": tab,
        "unfolded": unfolded,
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
