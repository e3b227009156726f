"""Why a measure is proposed in a country: what reviewers say, what rules have found, which norms ask it."""

from collections.abc import Collection, Iterator

from customs_app.analysis.dossier.sentences import lines
from customs_app.analysis.measure import Measure
from customs_app.domain.reference import Reference
from customs_app.language.labels import delegation_name, label_message
from customs_app.language.norms import norm_name
from customs_app.language.words import Words


def grounds_text(measure: Measure, country: str, reference: Reference, words: Words) -> str:
    """The grounds, a line each; reasons of reviewers stand as they wrote them."""
    return lines(_grounds(measure, country, reference, words))


def _grounds(measure: Measure, country: str, reference: Reference, words: Words) -> Iterator[str]:
    steps: Collection[str] = measure.steps.get(country, ())
    if measure.asked is not None:
        yield words.text(
            "What is marked or found asks for another verdict: {asked}. The proposal asks for: {verdict}.",
            asked=label_message(measure.asked),
            verdict=label_message(measure.verdict),
        )
    for decision in measure.decisions:
        if decision.step_id in steps and decision.reason:
            yield words.text("Decided by a meeting: {reason}", reason=decision.reason)
    for mark in measure.marks:
        if mark.step_id in steps and mark.reason:
            delegation = delegation_name(mark.reviewer.delegation, reference.countries, words)
            yield words.named(f"{delegation} ({mark.reviewer.name})", mark.reason)
    for finding in measure.findings:
        if finding.country == country:
            yield words.text("Found: {finding}.", finding=words.say(finding.summary).rstrip("."))
            yield words.text("What speaks against it: {doubt}", doubt=finding.doubt)
    norms = tuple(
        norm_name(reference.standards[standard], words)
        for standard in measure.standards
        if standard in reference.standards
    )
    if norms:
        yield words.text("Standards: {norms}.", norms=words.clauses(norms))
