"""Verdicts for tests: `verdict("2", REMOVE)`, and a reference list that knows documents by code."""

from dataclasses import replace

from customs_app.analysis.case import BASE, Case
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.change import ToBe
from customs_app.analysis.to_be.effect import Effect, effect
from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import Document, FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text
from tests.analysis.made import reference

_CODES = {"invoice": "380", "proforma": "380", "cmr": "730", "packing": "271", "permit": None, "phyto": "851"}


def known() -> Reference:
    documents = {
        name: Document(name, "KZ", Text(name.capitalize()), code=code) for name, code in _CODES.items()
    }
    return replace(reference("DCL-01"), documents=documents)


def verdict(step: str, verdict_: Verdict, document: str | None = None, into: str | None = None) -> Applied:
    return Applied(step, document, verdict_, into)


def applied(full: FullProcedure, *verdicts: Applied, case: Case = BASE) -> ToBe:
    return apply(full, verdicts, known(), case=case)


def effect_of(full: FullProcedure, *verdicts: Applied, case: Case = BASE) -> Effect:
    return effect(full, verdicts, case, known())


def said(to_be: ToBe | Effect) -> str:
    return " ".join(str(change.message) for change in to_be.changes)


def waits(full: FullProcedure) -> dict[str, tuple[str, ...]]:
    return {step.id: step.depends_on for step in full.steps}
