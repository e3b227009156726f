"""A comparison for programs: plain values, as `compare --json` prints them."""

from customs_app.analysis.compare import Comparison
from customs_app.analysis.distance import Distances, common, distances
from customs_app.analysis.json_values import Json, covered_json, money_json, number_json, range_json
from customs_app.analysis.ranked import RankedDifference, ranked
from customs_app.analysis.rows import Cell, Row
from customs_app.analysis.totals import Totals
from customs_app.domain.figures import Range
from customs_app.domain.reference import Reference
from customs_app.language.words import Words


def comparison_json(comparison: Comparison, words: Words, reference: Reference | None = None) -> Json:
    """The comparison as lists, texts and numbers, ready for json.dumps; unknown is None.

    Hours, amounts with ISO currency, ids and codes as in the catalogue; the sentences of `differences`
    are worded in the language of `words`. A country without an activity has no cell in its row. With a
    `reference` the differences come ranked by effect too, and the distance of each country to the median.
    """
    alike = comparison.like_for_like
    told = {
        "regime": comparison.regime.value,
        "mode": comparison.mode.value,
        "countries": list(comparison.countries),
        "rows": [_row(row) for row in comparison.rows],
        "totals": {iso2: _totals(total) for iso2, total in comparison.totals.items()},
        "like_for_like": {
            "time": {
                "activities": list(alike.time_activities),
                "elapsed_h": {iso2: range_json(hours) for iso2, hours in alike.elapsed.items()},
            },
            "cost": {
                "activities": list(alike.cost_activities),
                "cost": {iso2: money_json(amounts) for iso2, amounts in alike.cost.items()},
            },
        },
        "differences": [words.say(difference.message) for difference in comparison.differences],
    }
    if reference is not None:
        told["ranked_differences"] = [_ranked(one, words) for one in ranked(comparison, reference)]
        told["distance"] = distance_json(
            distances(comparison.procedures, common(comparison.procedures, reference), reference), words
        )
    return told


def distance_json(found: Distances, words: Words) -> Json:
    """Distances to a common procedure, `like` None for the median; sentences in the language of `words`."""
    return {
        "like": found.common.like,
        "activities": [
            {
                "activity": one.activity,
                "have": one.have,
                "of": one.of,
                "channel": one.channel.value if one.channel else None,
            }
            for one in found.common.activities
        ],
        "documents": [
            {"code": one.key.key, "document": one.name[words.language], "have": one.have, "of": one.of}
            for one in found.common.documents
        ],
        "least": list(found.least),
        "most": list(found.most),
        "countries": [
            {
                "country": one.country,
                "activities": one.activities,
                "changes": len(one.changes),
                "by_kind": {kind.value: count for kind, count in one.counts.items()},
                "list": [
                    {
                        "kind": change.kind.value,
                        "activity": change.activity or None,
                        "sentence": words.say(change.message),
                    }
                    for change in one.changes
                ],
                "unknown": [words.say(message) for message in one.unknown],
            }
            for one in found.countries
        ],
    }


def _ranked(one: RankedDifference, words: Words) -> Json:
    return {
        "sentence": words.say(one.difference.message),
        "activity": one.difference.activity or None,
        "countries": list(one.difference.countries),
        "hours": range_json(one.hours),
        "cost": money_json(one.cost),
        "rates": [{"currency": rate.currency, "date": rate.date} for rate in one.rates],
        "why": words.say(one.why) if one.why else None,
    }


def _row(row: Row) -> Json:
    cells = {iso2: _cell(cell) for iso2, cell in row.cells.items() if cell is not None}
    return {"activity": row.activity.code, "stage": row.activity.stage.value, "cells": cells}


def _cell(cell: Cell) -> Json:
    hours = cell.hours or Range()
    return {
        "steps": [step.id for step in cell.steps],
        "time_min_h": number_json(hours.min),
        "time_typ_h": number_json(hours.typ),
        "time_max_h": number_json(hours.max),
        "cost": money_json(cell.cost),
        "channel": cell.channel.value if cell.channel else None,
    }


def _totals(total: Totals) -> Json:
    return {
        "procedure": total.procedure,
        "case": total.case.kind.value,
        "steps": total.steps,
        "elapsed_h": range_json(total.elapsed),
        "effort_h": range_json(total.effort),
        "cost": money_json(total.cost),
        "documents": total.documents,
        "handovers": total.handovers,
        "visits": total.visits,
        "covered": {"time": covered_json(total.time_covered), "cost": covered_json(total.cost_covered)},
    }
