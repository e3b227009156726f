"""A chained corridor for programs: plain values, as `corridor --json` prints them."""

from customs_app.analysis.corridor.result import (
    Chain,
    ChainBlock,
    ChainPoint,
    ChainTotals,
    CountedOnce,
    Gap,
    HoursOf,
    Span,
)
from customs_app.analysis.json_values import Json, covered_json, money_json, range_json
from customs_app.domain.corridor import Corridor, Leg
from customs_app.language.words import Words


def corridor_json(corridor: Corridor, words: Words) -> Json:
    """A corridor with its places in order; names in the language of `words`, unknown is None."""
    return {
        "id": corridor.id,
        "name": corridor.name[words.language],
        "mode": corridor.mode,
        "places": [_place(leg, words) for leg in corridor.legs],
    }


def chain_json(corridor: Corridor, chain: Chain, words: Words) -> Json:
    """The chain as lists, texts and numbers, ready for json.dumps; unknown is None.

    Hours since the start of the chain, amounts with ISO currency, ids and codes as in the catalogue;
    names and sentences in the language of `words`.
    """
    return {
        "corridor": corridor_json(corridor, words),
        "case": chain.case.kind.value,
        "blocks": [_block(part, words) for part in chain.blocks],
        "points": [_point(point) for point in chain.points],
        "spans": [_span(span) for span in chain.spans],
        "gaps": [_gap(gap, words) for gap in chain.gaps],
        "counted_once": [_once(once, words) for once in chain.counted_once],
        "by_stage": [_hours_of(hours, "stage") for hours in chain.by_stage],
        "by_kind": [_hours_of(hours, "kind") for hours in chain.by_kind],
        "totals": totals_json(chain.totals),
    }


def _place(leg: Leg, words: Words) -> Json:
    return {
        "country": leg.country,
        "name": leg.name[words.language] if leg.name else None,
        "unlocode": leg.unlocode,
        "kind": leg.kind.value if leg.kind else None,
    }


def _block(part: ChainBlock, words: Words) -> Json:
    block = part.block
    procedure = block.procedure.procedure if block.procedure else None
    return {
        "key": block.key,
        "country": block.country,
        "role": block.role.value,
        "places": [_place(leg, words) for leg in block.places],
        "procedure": procedure.id if procedure else None,
        "title": procedure.title[words.language] if procedure else None,
        "proposed": block.proposed,
        "elsewhere": block.elsewhere,
        "gap": block.gap.value if block.gap else None,
        "why": words.say(block.why),
        "takes_in": list(block.takes_in),
        "others": [other.id for other in block.others],
        "steps": part.steps,
        "start_h": range_json(part.start),
        "elapsed_h": range_json(part.elapsed),
        "end_h": range_json(part.end),
        "covered": {"time": covered_json(part.covered)},
    }


def _point(point: ChainPoint) -> Json:
    return {
        "block": point.block_key,
        "step": point.step_id,
        "number": point.number,
        "cumulative_h": range_json(point.cumulative),
        "own_h": range_json(point.own),
        "state": point.state.value,
        "aggregate": point.aggregate_id,
        "same_as": point.same_as,
    }


def _span(span: Span) -> Json:
    return {
        "block": span.block_key,
        "step": span.step_id,
        "steps": list(span.steps),
        "hours": range_json(span.hours),
        "same_as": span.same_as,
    }


def _gap(gap: Gap, words: Words) -> Json:
    return {
        "kind": gap.kind.value,
        "block": gap.block_key,
        "step": gap.step_id,
        "sentence": words.say(gap.message),
    }


def _once(once: CountedOnce, words: Words) -> Json:
    return {
        "counted": once.counted,
        "not_again": once.not_again,
        "hours": range_json(once.hours),
        "cost": money_json([once.money]) if once.money else None,
        "sentence": words.say(once.message),
    }


def _hours_of(hours: HoursOf, by: str) -> Json:
    kind = hours.kind.value if hours.kind else None
    return {by: kind, "hours": range_json(hours.hours), "covered": covered_json(hours.covered)}


def totals_json(totals: ChainTotals) -> Json:
    """Totals of a chain in plain values: hours, amounts with ISO currency, counts; unknown is None."""
    return {
        "procedures": totals.procedures,
        "steps": totals.steps,
        "elapsed_h": range_json(totals.elapsed),
        "effort_h": range_json(totals.effort),
        "cost": money_json(totals.cost),
        "rates": list(totals.rates),
        "documents": totals.documents,
        "handovers": totals.handovers,
        "visits": totals.visits,
        "in_person": totals.in_person,
        "covered": {
            "time": covered_json(totals.time_covered),
            "cost": covered_json(totals.cost_covered),
            "law": covered_json(totals.law_covered),
            "visits": covered_json(totals.visits_covered),
        },
        "aggregates": totals.aggregates,
        "limits": totals.limits,
        "derived": totals.derived,
        "gaps": totals.gaps,
        "driving_unknown": totals.driving,
    }
