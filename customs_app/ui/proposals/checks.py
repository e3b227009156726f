"""What an official should know before the paper goes out; nothing here hinders an export."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from customs_app.analysis.dossier.result import CountryPart, Dossier, DossierMeasure
from customs_app.domain.text import Message
from customs_app.ui.proposals.paper import FRONT_PARTS, MEASURES, SAVINGS, measure_key

WARNING, STALE, NOTE = "triangle-alert", "history", "info"
"""Kinds of remarks, by their icons."""
_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Check:
    """One remark: its kind, the sentence, and where it leads.

    `part` is the part of the proposal it speaks of, `country` the tab of a measure; `step` leads to the
    catalogue (procedure id, step id), `review` to the review.
    """

    kind: str
    message: Message
    part: str | None = None
    country: str | None = None
    step: tuple[str, str] | None = None
    review: bool = False


def checks(dossier: Dossier) -> tuple[Check, ...]:
    """All remarks on a proposal, the heaviest first."""
    kinds = (_empty, _changed, _law, _sole, _stale, _split, _time, _terms, _suggested, _blind)
    return tuple(check for kind in kinds for check in kind(dossier))


def _empty(dossier: Dossier) -> Iterator[Check]:
    if dossier.measures:
        return
    if dossier.from_findings:
        yield Check(WARNING, Message("The rules suggest nothing for these procedures"), part=MEASURES)
    else:
        yield Check(WARNING, Message("No agreed marks yet"), part=MEASURES, review=True)


def _changed(dossier: Dossier) -> Iterator[Check]:
    changed = dossier.changed
    if not changed:
        return
    place = changed[0].place
    part, country = FRONT_PARTS.get(place.kind, MEASURES), place.country or None
    for one in dossier.measures:
        if one.key == place.measure:
            part = measure_key(one.number)
    yield Check(
        STALE,
        Message(
            "Figures changed under {n} rewritten text",
            {"n": len(changed)},
            plural="Figures changed under {n} rewritten texts",
        ),
        part=part,
        country=country,
    )


def _law(dossier: Dossier) -> Iterator[Check]:
    lacking = [
        (one, part, f"{act.country} {number}")
        for one, part in _parts(dossier)
        for act in part.acts
        if act.text is None
        for number in act.numbers
    ]
    if lacking:
        steps = _places(place for _, _, place in lacking)
        message = Message(
            "{n} step without a legal basis: {steps}",
            {"n": len({place for _, _, place in lacking}), "steps": steps},
            plural="{n} steps without a legal basis: {steps}",
        )
        one, part, _ = lacking[0]
        yield Check(WARNING, message, measure_key(one.number), part.country)


def _sole(dossier: Dossier) -> Iterator[Check]:
    sole = [
        (one, part, f"{part.country} {line.number}")
        for one, part in _parts(dossier)
        for line in part.controls
        if line.sole
    ]
    if sole:
        message = Message(
            "{n} risk without a sure control: {steps}",
            {"n": len(sole), "steps": _places(place for _, _, place in sole)},
            plural="{n} risks without a sure control: {steps}",
        )
        one, part, _ = sole[0]
        yield Check(WARNING, message, measure_key(one.number), part.country)


def _stale(dossier: Dossier) -> Iterator[Check]:
    stale = [(one, mark) for one in dossier.measures for mark in one.measure.marks if mark.stale]
    if stale:
        places = [_step(dossier, mark.step_id) for _, mark in stale]
        message = Message(
            "{n} mark is stale: {steps}",
            {"n": len(stale), "steps": _places(f"{country} {n}" for country, n, _ in places)},
            plural="{n} marks are stale: {steps}",
        )
        yield Check(STALE, message, measure_key(stale[0][0].number), places[0][0])


def _split(dossier: Dossier) -> Iterator[Check]:
    steps = list(dict.fromkeys(step for one in dossier.together for step, _ in one.contested))
    if steps:
        places = [_step(dossier, step) for step in steps]
        message = Message(
            "Reviewers disagree on {n} step: {steps}",
            {"n": len(steps), "steps": _places(f"{country} {n}" for country, n, _ in places)},
            plural="Reviewers disagree on {n} steps: {steps}",
        )
        yield Check(WARNING, message, step=(places[0][2], steps[0]))


def _time(dossier: Dossier) -> Iterator[Check]:
    unknown = [
        one
        for one in dossier.measures
        if all(effect.effect.saved.elapsed is None for part in one.parts for effect in part.effects)
    ]
    if unknown:
        yield Check(
            WARNING,
            Message(
                "Time saved unknown: {n} measure",
                {"n": len(unknown)},
                plural="Time saved unknown: {n} measures",
            ),
            part=measure_key(unknown[0].number) if len(unknown) == 1 else SAVINGS,
        )


def _terms(dossier: Dossier) -> Iterator[Check]:
    without = [
        (one, part)
        for one, part in _parts(dossier)
        if not (part.terms.agency_id or part.terms.body) or not (part.terms.due or part.terms.months)
    ]
    if without:
        one, part = without[0]
        message = Message(
            "No body or term named: {n} measure in a country",
            {"n": len(without)},
            plural="No body or term named: {n} measures in countries",
        )
        yield Check(NOTE, message, measure_key(one.number), part.country)


def _suggested(dossier: Dossier) -> Iterator[Check]:
    if dossier.from_findings and dossier.measures:
        yield Check(NOTE, Message("Suggestions: nobody has decided on them yet"), part=MEASURES)


def _blind(dossier: Dossier) -> Iterator[Check]:
    if dossier.blind_steps:
        message = Message(
            "Marks of others are hidden on {n} step in a blind round",
            {"n": dossier.blind_steps},
            plural="Marks of others are hidden on {n} steps in a blind round",
        )
        yield Check(NOTE, message, part=MEASURES)


def _parts(dossier: Dossier) -> Iterator[tuple[DossierMeasure, CountryPart]]:
    for one in dossier.measures:
        for part in one.parts:
            yield one, part


def _step(dossier: Dossier, step_id: str) -> tuple[str, int, str]:
    """Country, number and procedure of a step of the proposal."""
    for full in dossier.procedures:
        for step in full.steps:
            if step.id == step_id:
                return full.procedure.country, step.seq, full.procedure.id
    return "", 0, ""


def _places(places: Iterable[str]) -> tuple[str, ...]:
    """Steps as `UZ 3`, each once; of many the first."""
    each = list(dict.fromkeys(places))
    return (*each[:_MOST_PLACES], "…") if len(each) > _MOST_PLACES else tuple(each)
