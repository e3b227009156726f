"""A fingerprint of what a finding rests on, by which a dismissal knows whether it still holds."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from customs_app.domain.procedure import (
    Agency,
    Document,
    DocumentUse,
    FullProcedure,
    Procedure,
    Source,
    Step,
)
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding

_NO_EVIDENCE = frozenset({"seq", "volume_per_year", "volume_unit"})
"""Fields that no rule rests on: a step keeps its meaning where others come before it, as with marks."""

_Row = Step | Procedure | Document | Agency | Source


def digest(finding: Finding, procedures: Iterable[FullProcedure], reference: Reference) -> str:
    """SHA-256 (hexadecimal) over the rows in the evidence of a finding: it changes when one of them does.

    These are the lines of the evidence themselves; the steps and documents that they and the finding name,
    with what each step does with documents and the agency that does it; the sources; and, where a line
    names no step, the procedure that lives without one (its id stands as the place). `procedures` must hold
    all of those; what is not there counts as gone. The number of a step and the volume of a procedure
    change nothing.
    """
    steps = {row.step for row in finding.evidence} | set(finding.steps)
    places = {row.locator for row in finding.evidence if row.step is None}
    found_steps: dict[str, tuple[Step, tuple[DocumentUse, ...]]] = {}
    found_procedures: dict[str, Procedure] = {}
    for full in procedures:
        if full.procedure.id in places:
            found_procedures[full.procedure.id] = full.procedure
        for step in full.steps:
            if step.id in steps:
                found_steps[step.id] = step, full.uses.get(step.id, ())
    documents = {row.document for row in finding.evidence} | set(finding.documents)
    agencies = {step.agency_id for step, _ in found_steps.values()}
    sources = {row.source for row in finding.evidence}
    parts = {
        "rule": finding.rule,
        "evidence": sorted(json.dumps(asdict(row), sort_keys=True) for row in finding.evidence),
        "steps": {id_: _row(step) for id_, (step, _) in found_steps.items()},
        "uses": {id_: [asdict(use) for use in _in_order(uses)] for id_, (_, uses) in found_steps.items()},
        "procedures": {id_: _row(procedure) for id_, procedure in found_procedures.items()},
        "documents": _rows(documents, reference.documents),
        "agencies": _rows(agencies, reference.agencies),
        "sources": _rows(sources, reference.sources),
    }
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _row(row: _Row) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name not in _NO_EVIDENCE}


def _rows(ids: Iterable[str | None], known: Mapping[str, _Row]) -> dict[str, dict[str, Any]]:
    return {id_: _row(known[id_]) for id_ in ids if id_ is not None and id_ in known}


def _in_order(uses: Iterable[DocumentUse]) -> list[DocumentUse]:
    return sorted(uses, key=lambda use: (use.document_id, use.role))
