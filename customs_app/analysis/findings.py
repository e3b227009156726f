"""What the redundancy rules suggest about procedures."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from customs_app.analysis.choose import choose
from customs_app.analysis.rules import RULES, Context
from customs_app.analysis.rules.common import rank
from customs_app.domain.codes import Mode, Regime, View
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import EvidenceRow, Finding, Saving
from customs_app.domain.text import Language
from customs_app.language.words import words

_SAME_TRIP: Mapping[Regime, tuple[Regime, ...]] = {
    Regime.IMPORT: (Regime.BORDER_CROSSING, Regime.TRANSIT),
    Regime.EXPORT: (Regime.BORDER_CROSSING, Regime.TRANSIT),
    Regime.TRANSIT: (Regime.BORDER_CROSSING,),
    Regime.BORDER_CROSSING: (Regime.IMPORT, Regime.EXPORT, Regime.TRANSIT),
}
"""Regimes of which one journey meets procedures besides: what one of them lacks another may hold."""


def findings(
    procedures: Sequence[FullProcedure],
    reference: Reference,
    *,
    peers: Sequence[FullProcedure] | None = None,
    rules: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """What the rules suggest about the procedures, by rule, then the strongest first, then by country.

    Other countries' procedures are chosen from `peers` (`procedures` where not given), as a comparison
    would choose them. `rules` are codes of `RULES`, all where not given; KeyError for another code.
    A procedure viewed by stages is passed over: its stages overlap the steps that the rules speak of.
    """
    pool = procedures if peers is None else peers
    chosen = [RULES[code] for code in sorted(set(RULES if rules is None else rules))]
    peers_of = _Peers(pool)
    found = [
        (rule.code, finding)
        for full in procedures
        if full.procedure.view is View.DETAILED
        for context in (peers_of.context(full, reference),)
        for rule in chosen
        for finding in rule.run(full, context)
    ]
    found.sort(key=lambda pair: (pair[0], rank(pair[1].confidence), pair[1].country, pair[1].procedure))
    return tuple(finding for _, finding in found)


class _Peers:
    """Other countries' procedures, chosen once for each regime and mode."""

    def __init__(self, pool: Sequence[FullProcedure]) -> None:
        self._by_id = {full.procedure.id: full for full in pool}
        self._steps = {full.procedure.id: len(full.steps) for full in pool}
        self._activities: dict[tuple[str, Regime, Mode], set[str]] = {}
        for full in pool:
            own = full.procedure
            if own.view is View.DETAILED:
                acts = self._activities.setdefault((own.country, own.regime, own.mode), set())
                acts.update(step.activity for step in full.steps)
        self._chosen: dict[tuple[Regime, Mode], Mapping[str, FullProcedure]] = {}

    def context(self, full: FullProcedure, reference: Reference) -> Context:
        """What the rules may know of other countries beside this procedure."""
        own = full.procedure
        modes = set(Mode) if own.mode is Mode.ANY else {own.mode, Mode.ANY}
        others = {asked: acts for asked, acts in self._activities.items() if asked[0] != own.country}
        return Context(
            reference,
            self._of(full),
            elsewhere=frozenset().union(
                *(
                    acts
                    for (_, regime, mode), acts in others.items()
                    if regime is own.regime and mode in modes
                )
            ),
            same_trip=frozenset().union(
                *(acts for (_, regime, _), acts in others.items() if regime in _SAME_TRIP.get(own.regime, ()))
            ),
        )

    def _of(self, full: FullProcedure) -> Mapping[str, FullProcedure]:
        asked = full.procedure.regime, full.procedure.mode
        if asked not in self._chosen:
            candidates = [
                other.procedure for other in self._by_id.values() if other.procedure.view is View.DETAILED
            ]
            best = choose(candidates, *asked, steps=self._steps)
            self._chosen[asked] = {country: self._by_id[one.id] for country, one in best.items()}
        return {
            country: peer
            for country, peer in self._chosen[asked].items()
            if country != full.procedure.country
        }


def findings_json(found: Sequence[Finding]) -> list[dict[str, Any]]:
    """The findings for programs, as plain lists and dictionaries; unknown is None.

    Keys of each: rule, country, procedure, steps, documents (ids), confidence, evidence (step, document,
    source, locator), standard (ids), saving (hours {min, typ, max}, cost [{amount, currency}], documents,
    visits), doubt, and besides key and summary. Sentences are in English.
    """
    english = words(Language.EN)
    return [
        {
            "rule": finding.rule,
            "country": finding.country,
            "procedure": finding.procedure,
            "steps": list(finding.steps),
            "documents": list(finding.documents),
            "confidence": finding.confidence.value,
            "evidence": [_evidence_json(row) for row in finding.evidence],
            "standard": list(finding.standard),
            "saving": _saving_json(finding.saving),
            "doubt": english.say(finding.doubt),
            "key": finding.key,
            "summary": english.say(finding.summary),
        }
        for finding in found
    ]


def _evidence_json(row: EvidenceRow) -> dict[str, str | None]:
    return {"step": row.step, "document": row.document, "source": row.source, "locator": row.locator}


def _saving_json(saving: Saving) -> dict[str, Any]:
    hours, cost = saving.hours, saving.cost
    return {
        "hours": None if hours is None else {"min": hours.min, "typ": hours.typ, "max": hours.max},
        "cost": None
        if cost is None
        else [{"amount": money.amount, "currency": money.currency} for money in cost],
        "documents": saving.documents,
        "visits": saving.visits,
    }
