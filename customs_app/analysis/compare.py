"""Procedures of several countries side by side on the reference list of activities."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.case import BASE, Case
from customs_app.analysis.differences import Difference, differences
from customs_app.analysis.like_for_like import LikeForLike, like_for_like
from customs_app.analysis.rows import Cell, Row, rows
from customs_app.analysis.tolerance import USUAL, Tolerance
from customs_app.analysis.totals import Totals, totals
from customs_app.domain.codes import Mode, Regime, View
from customs_app.domain.procedure import FullProcedure, Procedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark

__all__ = ["Cell", "Comparison", "Row", "compare"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Procedures side by side; keys of all mappings are countries (ISO 3166 alpha-2).

    `mode` is Mode.ANY where every mode was asked for. `countries` is the order of the columns. `others`
    are further procedures of a country that would answer the same question. `left_out` are countries
    asked for that have no such procedure; `stages_only`, a part of them, those that have only a view by
    stages. `rows` follow the reference list, stage by stage.
    """

    regime: Regime
    mode: Mode
    countries: tuple[str, ...]
    procedures: Mapping[str, FullProcedure]
    others: Mapping[str, tuple[Procedure, ...]]
    left_out: tuple[str, ...]
    stages_only: tuple[str, ...]
    case: Case
    rows: tuple[Row, ...]
    totals: Mapping[str, Totals]
    like_for_like: LikeForLike
    differences: tuple[Difference, ...]


def compare(
    procedures: Mapping[str, FullProcedure],
    reference: Reference,
    case: Case = BASE,
    *,
    regime: Regime,
    mode: Mode | None = None,
    others: Mapping[str, tuple[Procedure, ...]] | None = None,
    left_out: Sequence[str] = (),
    stages_only: Sequence[str] = (),
    marks: Iterable[Mark] = (),
    tolerance: Tolerance = USUAL,
) -> Comparison:
    """Set procedures (country -> procedure) side by side, in the order of the mapping.

    Procedures seen by stages are taken only where all are; else their countries are left out.
    `marks` are shown in the cells of their steps. `tolerance` says which times and fees the sentences
    about differences take for equal.
    """
    by_stages = [iso2 for iso2, full in procedures.items() if full.procedure.view is View.STAGES]
    if len(by_stages) == len(procedures):
        by_stages = []
    kept = {iso2: full for iso2, full in procedures.items() if iso2 not in by_stages}
    matrix = rows(kept, reference.activities.values(), case, marks, reference.rates)
    alike = like_for_like(kept, case, [row.activity.code for row in matrix], reference.rates)
    return Comparison(
        regime=regime,
        mode=mode or Mode.ANY,
        countries=tuple(kept),
        procedures=kept,
        others=dict(others or {}),
        left_out=tuple(dict.fromkeys([*left_out, *by_stages])),
        stages_only=tuple(dict.fromkeys([*stages_only, *by_stages])),
        case=case,
        rows=matrix,
        totals={iso2: totals(full, case, reference.rates) for iso2, full in kept.items()},
        like_for_like=alike,
        differences=differences(matrix, alike, reference, tolerance),
    )
