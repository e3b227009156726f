"""What is done at a place, in words: the papers say it as the window does."""

from collections import Counter
from collections.abc import Sequence

from customs_app.analysis.cleared_inland import Clearance, Cleared
from customs_app.analysis.logistics_places import PlaceRow
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import ABSENT, UNKNOWN
from customs_app.language.labels import label
from customs_app.language.words import Words


def kind_said(row: PlaceRow, words: Words) -> str:
    """What kind of place it is; `?` where nobody says."""
    kind = row.location.kind
    return label(kind, words) if kind is not None else UNKNOWN


def stages_said(row: PlaceRow, reference: Reference, words: Words) -> str:
    """How many steps of which stages need somebody or something to be there."""
    if not row.procedures:
        return words.text("named by steps of other procedures") if row.named_in else UNKNOWN
    counts: Counter[str] = Counter()
    for code, steps in row.doing:
        activity = reference.activities.get(code)
        counts[label(activity.stage, words) if activity is not None else code] += len(steps)
    return " · ".join(f"{stage} {n}" for stage, n in counts.items()) or ABSENT


def moves_said(row: PlaceRow, clearances: Sequence[Clearance], words: Words) -> str:
    """How many steps would move inland, procedure by procedure; `clearances` are those of the place."""
    if not row.procedures:
        return UNKNOWN
    here = [str(len(one.moves)) for one in clearances if one.cleared is Cleared.BORDER]
    if here:
        return " · ".join(here)
    if any(one.cleared is Cleared.INLAND for one in clearances):
        return words.text("cleared inland")
    return words.text("not said") if clearances else ABSENT
