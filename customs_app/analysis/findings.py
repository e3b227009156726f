"""What the redundancy rules suggest about procedures."""

from collections.abc import Collection, Sequence
from typing import Any

from customs_app.analysis.rules import RULES
from customs_app.analysis.rules.common import rank
from customs_app.analysis.surroundings import Surroundings
from customs_app.domain.codes import View
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import EvidenceRow, Finding, Saving
from customs_app.domain.text import Language
from customs_app.language.words import words


def findings(
    procedures: Sequence[FullProcedure],
    reference: Reference,
    *,
    peers: Sequence[FullProcedure] | None = None,
    rules: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """What the rules suggest about the procedures, by rule, then the strongest first, then by country.

    Other countries' procedures are chosen from `peers` (`procedures` where not given), as a comparison
    would choose them; the ways out of neighbours stand there too. `rules` are codes of `RULES`, all where
    not given; KeyError for another code.
    A procedure viewed by stages is passed over: its stages overlap the steps that the rules speak of.
    """
    pool = procedures if peers is None else peers
    chosen = [RULES[code] for code in sorted(set(RULES if rules is None else rules))]
    surroundings = Surroundings(pool, reference)
    found = [
        (rule.code, finding)
        for full in procedures
        if full.procedure.view is View.DETAILED
        for context in (surroundings.of(full),)
        for rule in chosen
        for finding in rule.run(full, context)
    ]
    found.sort(key=lambda pair: (pair[0], rank(pair[1].confidence), pair[1].country, pair[1].procedure))
    return tuple(finding for _, finding in found)


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
