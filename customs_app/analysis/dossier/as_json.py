"""A dossier as plain values for `--json`: unknown is null, times are hours, amounts ISO 4217."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from customs_app.analysis.dossier.result import (
    ActLine,
    CountryPart,
    Dossier,
    DossierMeasure,
    Held,
    Passage,
    ProcedureEffect,
)
from customs_app.analysis.json_values import amount_json, covered_json, money_json, range_json
from customs_app.analysis.to_be.saved import Saved
from customs_app.analysis.totals import Totals
from customs_app.domain.dossier import ProposalComment, Terms
from customs_app.domain.review import Reviewer
from customs_app.language.norms import norm_name
from customs_app.language.words import Words

Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None


def dossier_json(dossier: Dossier, words: Words) -> dict[str, Json]:
    """The dossier; `words` are those of its language."""
    proposal = dossier.proposal
    return {
        "proposal": proposal.id or None,
        "number": proposal.number,
        "day": proposal.day,
        "status": str(proposal.status),
        "delegation": proposal.delegation or None,
        "language": str(dossier.language),
        "regime": None if dossier.corridor is not None else str(proposal.regime),
        "mode": None if proposal.mode is None else str(proposal.mode),
        "corridor": None if dossier.corridor is None else dossier.corridor.id,
        "case": str(dossier.case.kind),
        "made_from": "findings" if dossier.from_findings else "marks",
        "mandate": {
            "text": proposal.mandate,
            "standards": [{"id": one.id, "name": norm_name(one, words)} for one in dossier.mandate],
        },
        "countries": list(dossier.countries),
        "procedures": [full.procedure.id for full in dossier.procedures],
        "title": _passage(dossier.title),
        "problem": _passage(dossier.problem),
        "summary": _passage(dossier.summary),
        "asked": _passage(dossier.asked),
        "measures": [_measure(one, words) for one in dossier.measures],
        "left_out": [one.key for one in dossier.left_out],
        "together": [_effect(one, words) for one in dossier.together],
        "positions": _positions(dossier.positions),
        "comments": _comments(dossier.comments),
        "open_points": [
            {
                "text": words.say(point.message),
                "measure": point.measure or None,
                "country": point.country or None,
                "step": point.step,
            }
            for point in dossier.open_points
        ],
        "sources": [source.id for source in dossier.sources],
        "steps_with_hidden_marks": dossier.blind_steps,
    }


def _passage(passage: Passage) -> Json:
    return {
        "text": passage.text,
        "draft": passage.draft,
        "rewritten": passage.rewritten,
        "rewritten_by": _reviewer(passage.by),
        "at": passage.at,
        "draft_then": passage.was,
    }


def _reviewer(who: Reviewer | None) -> Json:
    return None if who is None else {"name": who.name, "delegation": who.delegation}


def _measure(one: DossierMeasure, words: Words) -> Json:
    return {
        "number": one.number,
        "key": one.key,
        "verdict": str(one.verdict),
        "asked_verdict": str(one.measure.asked or one.verdict),
        "title": _passage(one.title),
        "standards": [{"id": norm.id, "name": norm_name(norm, words)} for norm in one.standards],
        "marks": [mark.id for mark in one.measure.marks],
        "decisions": [decision.id for decision in one.measure.decisions],
        "findings": [finding.key for finding in one.measure.findings],
        "countries": [_part(part, words) for part in one.parts],
        "positions": _positions(one.positions),
        "dissents": [
            {
                "delegation": each.dissent.delegation,
                "position": str(each.dissent.position),
                "reason": each.dissent.reason,
                "country": each.country,
                "step": each.decision.step_id,
                "meeting": each.decision.meeting_id,
            }
            for each in one.objections
        ],
        "comments": _comments(one.comments),
    }


def _part(part: CountryPart, words: Words) -> Json:
    return {
        "country": part.country,
        "steps": list(part.steps),
        "now": _passage(part.now),
        "proposed": _passage(part.proposed),
        "grounds": _passage(part.grounds),
        "control": _passage(part.control),
        "controls": [
            {
                "step": line.step,
                "risk": str(line.risk),
                "covered_by": list(line.covered_by),
                "sometimes_by": list(line.sometimes_by),
            }
            for line in part.controls
        ],
        "acts": [_act(act) for act in part.acts],
        "terms": _terms(part.terms),
        "effect": [_effect(one, words) for one in part.effects],
    }


def _act(act: ActLine) -> Json:
    return {
        "act": act.text,
        "steps": list(act.steps),
        "change": act.change or None,
        "evidence": None if act.evidence is None else str(act.evidence),
        "sources": [{"source": source, "locator": locator} for source, locator in act.sources],
        "own": None if act.own is None else act.own.id,
    }


def _terms(terms: Terms) -> Json:
    return {
        "cost": None if terms.cost is None else amount_json(terms.cost),
        "funds": None if terms.funds is None else str(terms.funds),
        "funds_note": terms.funds_note,
        "agency": terms.agency_id,
        "body": terms.body,
        "due": terms.due,
        "months": terms.months,
    }


def _effect(one: ProcedureEffect, words: Words) -> Json:
    told, year = one.effect, one.yearly
    return {
        "country": one.country,
        "procedure": one.full.procedure.id,
        "as_is": _totals(told.as_is),
        "to_be": _totals(told.to_be),
        "saved": _saved(told.saved),
        "contested": [{"step": step, "document": document} for step, document in one.contested],
        "yearly": {
            "volume": year.volume,
            "unit": year.unit,
            "hours": range_json(year.hours),
            "cost": None if year.cost is None else [amount_json(money) for money in year.cost],
            "why_unknown": None if year.why_unknown is None else words.say(year.why_unknown),
        },
        "sentences": [words.say(message) for message in told.sentences],
    }


def _totals(totals: Totals) -> Json:
    return {
        "steps": totals.steps,
        "elapsed_h": range_json(totals.elapsed),
        "effort_h": range_json(totals.effort),
        "cost": money_json(totals.cost),
        "documents": totals.documents,
        "handovers": totals.handovers,
        "visits": totals.visits,
        "in_person_without_number": totals.in_person,
        "covered": {
            "time": covered_json(totals.time_covered),
            "cost": covered_json(totals.cost_covered),
            "law": covered_json(totals.law_covered),
        },
    }


def _saved(saved: Saved) -> Json:
    return {
        "steps": saved.steps,
        "elapsed_h": range_json(saved.elapsed),
        "effort_h": range_json(saved.effort),
        "cost": None if saved.cost is None else [amount_json(money) for money in saved.cost],
        "documents": saved.documents,
        "handovers": saved.handovers,
        "visits": saved.visits,
        "at_least": sorted(saved.more),
    }


def _positions(positions: Iterable[Held]) -> Json:
    return [
        {
            "delegation": one.delegation,
            "position": None if one.stated is None else str(one.stated.position),
            "reason": None if one.stated is None else one.stated.reason or None,
            "marked": [str(verdict) for verdict in one.marked],
        }
        for one in positions
    ]


def _comments(comments: Iterable[ProposalComment]) -> Json:
    return [
        {"by": _reviewer(comment.reviewer), "at": comment.at, "text": comment.text} for comment in comments
    ]
