"""What is to be settled before a proposal is final: it never stops a draft, and is printed with it."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.dossier.positions import Place
from customs_app.analysis.dossier.result import (
    CountryPart,
    DossierMeasure,
    OpenPoint,
    Passage,
    ProcedureEffect,
)
from customs_app.analysis.guard import risk_message
from customs_app.analysis.rules.common import country_names
from customs_app.domain.dossier import Terms
from customs_app.domain.meeting import Decision
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.domain.text import Message, Text
from customs_app.language.labels import label_message

_TERMS = (
    Message("responsible body"),
    Message("term"),
    Message("cost of the change"),
    Message("source of funds"),
)


def points_of_measure(one: DossierMeasure, place: Place, reference: Reference) -> Iterator[OpenPoint]:
    """What is open about one measure."""
    for part in one.parts:
        name = country_names((part.country,), reference)[0]
        yield from _of_part(one, part, name)
    yield from _unsaid(one, reference)
    yield from _stated_before(one, reference)
    for mark in one.measure.marks:
        if mark.stale and mark.step_id in place:
            full, number = place[mark.step_id]
            country = full.procedure.country
            message = Message(
                "{country}: step {step} has changed since it was marked.",
                {"country": country_names((country,), reference)[0], "step": number},
            )
            yield OpenPoint(message, one.key, country, mark.step_id)


def _of_part(one: DossierMeasure, part: CountryPart, name: Text) -> Iterator[OpenPoint]:
    for act in part.acts:
        if act.text is None:
            message = Message(
                "{country}: the law on which step {step} rests is not recorded.",
                {"country": name, "step": act.numbers[0]},
            )
            yield OpenPoint(message, one.key, part.country, act.steps[0])
    for line in part.controls:
        if line.sole:
            message = Message(
                "{country}: without step {step} nothing is sure to control the risk: {risk}.",
                {"country": name, "step": line.number, "risk": risk_message(line.risk)},
            )
            yield OpenPoint(message, one.key, part.country, line.step)


def _unsaid(one: DossierMeasure, reference: Reference) -> Iterator[OpenPoint]:
    """Which terms nobody has set, for the countries together of which the same is missing."""
    missing: dict[tuple[bool, ...], list[str]] = {}
    for part in one.parts:
        missing.setdefault(_gaps(part.terms), []).append(part.country)
    for gaps, countries in missing.items():
        if any(gaps):
            message = Message(
                "Measure {number}: not said yet: {missing}. Countries: {countries}.",
                {
                    "number": one.number,
                    "missing": tuple(name for name, gap in zip(_TERMS, gaps, strict=True) if gap),
                    "countries": country_names(countries, reference),
                },
            )
            yield OpenPoint(message, one.key, countries[0] if len(countries) == 1 else "")


def _stated_before(one: DossierMeasure, reference: Reference) -> Iterator[OpenPoint]:
    """Which delegations said where they stand before the measure asked what it asks now."""
    turned = one.turned_at
    before = [held.delegation for held in one.positions if held.stated and turned and held.stated.at < turned]
    if before:
        message = Message(
            "Measure {number}: its verdict was changed after positions were stated: {countries}.",
            {"number": one.number, "countries": country_names(before, reference)},
        )
        yield OpenPoint(message, one.key)


def _gaps(terms: Terms) -> tuple[bool, ...]:
    """Which of the terms are not said, in the order of their names."""
    return (
        terms.agency_id is None and terms.body is None,
        terms.due is None and terms.months is None,
        terms.cost is None,
        terms.funds is None,
    )


def points_of_decisions(
    lost: Sequence[tuple[Mark, Decision]], place: Place, reference: Reference
) -> Iterator[OpenPoint]:
    """Marks that make no measure because a meeting has decided otherwise."""
    for mark, decision in lost:
        if mark.step_id in place:
            full, number = place[mark.step_id]
            country = full.procedure.country
            message = Message(
                "{country}: marks on step {step} are left out: a meeting decided otherwise ({verdict}).",
                {
                    "country": country_names((country,), reference)[0],
                    "step": number,
                    "verdict": label_message(decision.verdict),
                },
            )
            yield OpenPoint(message, "", country, mark.step_id)


def points_of_whole(
    together: Sequence[ProcedureEffect], changed: Sequence[Passage], orphans: int, reference: Reference
) -> Iterator[OpenPoint]:
    """What is open about the proposal as a whole.

    `changed` are rewritten texts whose draft has changed; `orphans` is of how many measures something is
    written behind which no mark or finding stands any more.
    """
    for one in together:
        name = country_names((one.country,), reference)[0]
        for step_id, _ in one.contested:
            message = Message(
                "{country}: measures differ on step {step}, which stays as it is in the figures.",
                {"country": name, "step": one.full.number(step_id)},
            )
            yield OpenPoint(message, "", one.country, step_id)
        if one.effect.saved.elapsed is None:
            message = Message("{country}: how much time is saved is not known.", {"country": name})
            yield OpenPoint(message, "", one.country)
    if changed:
        yield OpenPoint(
            Message(
                "{n} rewritten text rests on figures that have changed since.",
                {"n": len(changed)},
                plural="{n} rewritten texts rest on figures that have changed since.",
            )
        )
    if orphans:
        yield OpenPoint(
            Message(
                "Something is written about {n} measure that nobody asks for any more.",
                {"n": orphans},
                plural="Something is written about {n} measures that nobody asks for any more.",
            )
        )
