"""A comparison as CSV: a row for each activity of each country."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from customs_app.analysis.compare import Comparison
from customs_app.analysis.json_values import number_json
from customs_app.analysis.rows import Cell
from customs_app.cli.csv_out import Value, amounts, write_csv
from customs_app.domain.figures import Range
from customs_app.domain.text import Language

COLUMNS = (
    "regime", "mode", "case", "stage", "activity", "activity_name", "country", "procedure", "steps",
    "steps_in_case", "time_min_h", "time_typ_h", "time_max_h", "cost", "channel",
)  # fmt: skip


def write_comparison(comparison: Comparison, path: Path, language: Language) -> None:
    """Write it with codes and ids as in the catalogue, and activities named in the language.

    Elapsed hours and costs as `compare --json` has them, each cost with its currency; unknown is empty. A
    country without an activity has no row for it. Raises OutputError.
    """
    write_csv(path, COLUMNS, _rows(comparison, language))


def _rows(comparison: Comparison, language: Language) -> Iterator[Mapping[str, Value]]:
    asked = {
        "regime": comparison.regime.value,
        "mode": comparison.mode.value,
        "case": comparison.case.kind.value,
    }
    for row in comparison.rows:
        activity = {
            "stage": row.activity.stage.value,
            "activity": row.activity.code,
            "activity_name": row.activity.name[language],
        }
        for country in comparison.countries:
            cell = row.cells[country]
            if cell is not None:
                procedure = comparison.procedures[country].procedure.id
                yield {**asked, **activity, "country": country, "procedure": procedure, **_figures(cell)}


def _figures(cell: Cell) -> Mapping[str, Value]:
    hours = cell.hours or Range()
    return {
        "steps": tuple(step.id for step in cell.steps),
        "steps_in_case": cell.in_case,
        "time_min_h": number_json(hours.min),
        "time_typ_h": number_json(hours.typ),
        "time_max_h": number_json(hours.max),
        "cost": amounts(cell.cost),
        "channel": cell.channel.value if cell.channel else None,
    }
