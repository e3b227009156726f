"""The differences of a comparison as a CSV file for a spreadsheet."""

from collections.abc import Sequence
from functools import partial

from customs_app.domain.reference import Reference
from customs_app.language.country_names import full_name
from customs_app.language.labels import label
from customs_app.language.words import N_, Words
from customs_app.ui.compare.sentence import Sentence
from customs_app.ui.compare.shown import Shown
from customs_app.ui.csv_file import export_rows
from customs_app.ui.workspace import Workspace

_HEADS = (
    N_("Place"), N_("Difference"), N_("Stage"), N_("Activity"), N_("Countries"), N_("Hours apart, least"),
    N_("Hours apart, typical"), N_("Hours apart, most"), N_("Cost apart"), N_("Currency"), N_("Note"),
)  # fmt: skip


def save_differences(workspace: Workspace, shown: Shown) -> None:
    """Ask where, then write all differences, the greatest effect first."""
    text = workspace.words.text
    make = partial(difference_rows, shown.sentences, shown.reference, workspace.words)
    export_rows(workspace, text("Differences"), text("Writing differences"), make)


def difference_rows(found: Sequence[Sentence], reference: Reference, words: Words) -> list[list[str]]:
    """A head, and a row of texts for each difference; numbers as a program reads them, unknown empty."""
    rows = [[words.text(head) for head in _HEADS]]
    for place, one in enumerate(found, 1):
        ranked, activity = one.ranked, reference.activities.get(one.difference.activity)
        hours = ranked.hours
        cost = ranked.cost[0] if ranked.cost else None
        rows.append(
            [
                str(place),
                one.text,
                label(one.stage, words) if one.stage is not None else "",
                activity.name[words.language] if activity is not None else "",
                "; ".join(full_name(iso2, reference, words.language) for iso2 in one.difference.countries),
                *(_number(end) for end in ((hours.min, hours.typ, hours.max) if hours else (None,) * 3)),
                _number(cost.amount) if cost else "",
                cost.currency if cost else "",
                one.why.replace("\n", "; "),
            ]
        )
    return rows


def _number(value: float | None) -> str:
    # Fifteen digits are those that a double surely has: no amount becomes `1.2e+07`, and 0.1 + 0.2 is 0.3.
    return "" if value is None else f"{value:.15g}"
