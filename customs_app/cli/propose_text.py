"""A proposal as text for a terminal: its measures, and what each would save."""

from collections.abc import Iterator

from customs_app.analysis.dossier.result import Dossier, DossierMeasure
from customs_app.analysis.dossier.saved_line import saved_line
from customs_app.language.labels import delegation_name
from customs_app.language.words import Words


def proposal_text(dossier: Dossier, words: Words) -> str:
    """The proposal, measure by measure."""
    countries = dossier.reference.countries
    names = words.list_of(tuple(countries[iso2].name[words.language] for iso2 in dossier.countries))
    parts = [f"{dossier.title.text}\n{names}"]
    if dossier.from_findings:
        parts.append(words.text("These measures come from the rules; nobody has decided them yet."))
    if not dossier.measures and not dossier.blind_steps:
        parts.append(
            words.text("No measure yet: nothing is marked. With --from-findings the rules suggest some.")
        )
    return "\n\n".join([*parts, *("\n".join(_measure(one, dossier, words)) for one in dossier.measures)])


def _measure(one: DossierMeasure, dossier: Dossier, words: Words) -> Iterator[str]:
    countries = dossier.reference.countries
    yield f"{one.number}. {one.title.text}"
    for part in one.parts:
        for found in part.effects:
            steps = tuple(str(step.seq) for step in found.full.steps if step.id in part.steps)
            line = words.text(
                "{country}, steps {steps}: {saving}",
                country=countries[part.country].name,
                steps=steps,
                saving=saved_line(found.effect.saved, words),
            )
            yield f"   {line}"
    for decision in one.measure.decisions:
        yield "   " + words.text("Decided by a meeting: {reason}", reason=decision.reason)
    for mark in one.measure.marks:
        delegation = delegation_name(mark.reviewer.delegation, countries, words)
        yield "   " + words.named(f"{delegation} ({mark.reviewer.name})", mark.reason)
    acts = dict.fromkeys(act.text for part in one.parts for act in part.acts if act.text)
    for act in acts:
        yield f"   {words.text('To amend: {act}', act=act)}"
