"""Where the delegations stand on a measure, in lines beside the measure itself."""

from collections.abc import Iterator

from customs_app.analysis.dossier.result import DossierMeasure, Held, Objection
from customs_app.domain.codes import Position
from customs_app.domain.reference import Reference
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import Words


def position_lines(one: DossierMeasure, reference: Reference, words: Words) -> Iterator[tuple[str, str]]:
    """Each position that is stated with who states it and why, who states none, and dissents."""
    by: dict[Position, list[Held]] = {}
    for held in one.positions:
        if held.stated is not None:
            by.setdefault(held.stated.position, []).append(held)
    for position in Position:
        if position in by:
            yield (
                label(position, words),
                words.clauses(_named(held, reference, words) for held in by[position]),
            )
    silent = [held.delegation for held in one.positions if held.stated is None]
    if by and silent:
        names = (delegation_name(iso2, reference.countries, words) for iso2 in silent)
        yield words.text("not stated"), words.list_of(tuple(names))
    for objection in one.objections:
        yield words.text("Dissent"), objection_text(objection, reference, words)


def _named(held: Held, reference: Reference, words: Words) -> str:
    name = delegation_name(held.delegation, reference.countries, words)
    reason = held.stated.reason.strip() if held.stated is not None else ""
    return words.named(name, reason) if reason else name


def objection_text(objection: Objection, reference: Reference, words: Words) -> str:
    """A dissent from the decision of a meeting on a step: whose, on what, and why."""
    return words.text(
        "{delegation}, on step {step} of {country}: {position}. {reason}",
        delegation=delegation_name(objection.dissent.delegation, reference.countries, words),
        step=objection.number,
        country=reference.countries[objection.country].name,
        position=label(objection.dissent.position, words),
        reason=objection.dissent.reason,
    )
