"""What is kept of the page from one window to the next."""

from collections.abc import Mapping

from customs_app.domain.codes import Basis
from customs_app.ui.session import Beside


def kept(asked: Beside | None, key: str, *, only: bool, side: str) -> dict[str, object]:
    """What is shown, as JSON values; empty for nothing."""
    if asked is None:
        return {}
    return {
        "left": asked.left,
        "right": asked.right,
        "basis": asked.basis,
        "worst": asked.worst,
        "came_from": asked.came_from,
        "edition": asked.edition,
        "key": key,
        "only": only,
        "side": side,
    }


def beside_of(state: Mapping[str, object]) -> Beside | None:
    """What was shown; None for nothing."""
    left, right, basis = state.get("left"), state.get("right"), state.get("basis")
    if not isinstance(left, str) or not isinstance(right, str):
        return None
    known = Basis(str(basis)) if basis in set(Basis) else None
    edition = str(state.get("edition", ""))
    if left == right and known is None and not edition:
        return None
    worst, came_from = state.get("worst") is True, str(state.get("came_from", ""))
    return Beside(left, right, known, worst, came_from, edition=edition)
