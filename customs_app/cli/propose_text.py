"""A proposal as text for a terminal: its measures, and what each would save."""

from collections.abc import Iterator

from customs_app.analysis.measures import Measure
from customs_app.domain.review import Saving
from customs_app.language.labels import delegation_name
from customs_app.language.numbers import money, span
from customs_app.language.words import Words
from customs_app.reports.content import Content


def proposal_text(content: Content, words: Words) -> str:
    """The proposal, measure by measure."""
    names = words.list_of(tuple(country.name[words.language] for country in content.countries))
    parts = [f"{words.say(content.title)}\n{names}"]
    if content.from_findings:
        parts.append(words.text("These measures come from the rules; nobody has decided them yet."))
    if not content.measures and not content.blind_steps:
        parts.append(
            words.text("No measure yet: nothing is marked. With --from-findings the rules suggest some.")
        )
    parts += [
        "\n".join(_measure(number, measure, content, words))
        for number, measure in enumerate(content.measures, start=1)
    ]
    return "\n\n".join(parts)


def _measure(number: int, measure: Measure, content: Content, words: Words) -> Iterator[str]:
    yield f"{number}. {words.say(measure.title)}"
    for country in content.countries:
        steps = measure.steps.get(country.iso2, ())
        if not steps:
            continue
        numbers = tuple(str(content.step_place(step)[2].seq) for step in steps)
        saving = _saving(measure.saving.get(country.iso2), words)
        line = words.text(
            "{country}, steps {steps}: {saving}", country=country.name, steps=numbers, saving=saving
        )
        yield f"   {line}"
    for decision in measure.decisions:
        yield "   " + words.text("Decided by a meeting: {reason}", reason=decision.reason)
    for mark in measure.marks:
        delegation = delegation_name(mark.reviewer.delegation, content.reference.countries, words)
        yield "   " + words.named(f"{delegation} ({mark.reviewer.name})", mark.reason)
    acts = tuple(dict.fromkeys(act.text for act in measure.acts if act.text))
    for act in acts:
        yield f"   {words.text('To amend: {act}', act=act)}"


def _saving(saving: Saving | None, words: Words) -> str:
    parts: list[str] = []
    if saving is not None and saving.hours is not None and saving.hours.known:
        parts.append(words.text("{hours} h less", hours=span(saving.hours, words.language)))
    if saving is not None and saving.cost:
        fees = " + ".join(money(one, words.language) for one in saving.cost)
        parts.append(words.text("{fees} less", fees=fees))
    if saving is not None and saving.documents is not None:
        parts.append(words.count("{n} document less", "{n} documents less", saving.documents))
    if saving is not None and saving.visits is not None:
        parts.append(words.count("{n} visit less", "{n} visits less", saving.visits))
    return words.clauses(parts) or words.text("the saving is not known")
