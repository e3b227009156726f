"""A dossier made of a proposal, its measures, and what officials have added."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from customs_app.analysis.case import Case
from customs_app.analysis.decided import overruled
from customs_app.analysis.dossier.acts import act_lines
from customs_app.analysis.dossier.control import control_lines, control_text
from customs_app.analysis.dossier.grounds import grounds_text
from customs_app.analysis.dossier.open_points import points_of_decisions, points_of_measure, points_of_whole
from customs_app.analysis.dossier.passages import Passages
from customs_app.analysis.dossier.positions import Place, held, marked_on, objections
from customs_app.analysis.dossier.result import (
    CountryPart,
    Dossier,
    DossierMeasure,
    OpenPoint,
    ProcedureEffect,
)
from customs_app.analysis.dossier.texts import text_now, text_proposed
from customs_app.analysis.dossier.whole import asked_text, problem_text, summary_text
from customs_app.analysis.measure import Measure
from customs_app.analysis.measures import with_verdict
from customs_app.analysis.to_be.effect import effect
from customs_app.analysis.to_be.of_measures import verdicts_of_measures
from customs_app.analysis.to_be.yearly import yearly
from customs_app.domain.corridor import Corridor
from customs_app.domain.dossier import (
    ProposalParts,
    Terms,
    TextKind,
)
from customs_app.domain.job import Progress, no_progress
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure, Source
from customs_app.domain.proposal import Proposal
from customs_app.domain.reference import Reference, Standard
from customs_app.domain.review import Mark
from customs_app.domain.text import Message
from customs_app.language.words import Words


@dataclass(frozen=True, slots=True)
class Given:
    """What a dossier is made of.

    `procedures` stand in order of print; `measures` in the order in which they are made; `marks` are those
    that may be seen on their steps, `decisions` those of meetings, oldest first. `title` is that of a
    proposal that has none of its own.
    """

    proposal: Proposal
    title: Message
    corridor: Corridor | None
    procedures: tuple[FullProcedure, ...]
    measures: tuple[Measure, ...]
    marks: tuple[Mark, ...]
    decisions: tuple[Decision, ...]
    parts: ProposalParts
    reference: Reference
    from_findings: bool
    blind_steps: int


def build(given: Given, words: Words, progress: Progress = no_progress) -> Dossier:
    """The dossier in the language of the words; `progress` is told measure by measure."""
    return _Builder(given, words, progress).build()


class _Builder:
    """Makes one dossier; what several of its parts need is made once."""

    def __init__(self, given: Given, words: Words, progress: Progress) -> None:
        self.given, self.words, self.reference = given, words, given.reference
        self.progress, self.done = progress, 0
        self.case = Case(given.proposal.case_kind)
        self.texts = Passages(given.parts.texts, words.language)
        self.place: Place = {step.id: (full, step.seq) for full in given.procedures for step in full.steps}
        self.order = {full.procedure.id: number for number, full in enumerate(given.procedures)}
        self.countries = tuple(dict.fromkeys(full.procedure.country for full in given.procedures))
        self.terms: Mapping[tuple[str, str], Terms] = {
            (one.measure, one.country): one.terms for one in given.parts.terms
        }
        self.turned = {one.measure: one.verdict_at for one in given.parts.choices}
        taken, self.left_out = ordered(given.measures, given.parts)
        self.taken = taken
        self.together = self._effects(taken)
        self.gone, self.seldom = _without(self.together)

    def build(self) -> Dossier:
        """All of it."""
        given, words, reference = self.given, self.words, self.reference
        measures = tuple(self._measure(n, one) for n, one in enumerate(self.taken, start=1))
        proposal, of = given.proposal, self.texts.of
        summary = proposal.summary or summary_text(measures, self.together, reference, words)
        dossier = Dossier(
            proposal=proposal,
            language=words.language,
            case=self.case,
            corridor=given.corridor,
            countries=self.countries,
            procedures=given.procedures,
            mandate=_standards(proposal.standards, reference),
            title=of(TextKind.TITLE, proposal.title or words.say(given.title)),
            problem=of(TextKind.PROBLEM, problem_text(given.procedures, self.case, reference, words)),
            summary=of(TextKind.SUMMARY, summary),
            asked=of(TextKind.ASKED, asked_text(measures, reference, words)),
            measures=measures,
            left_out=tuple(self._measure(0, one) for one in self.left_out),
            together=self.together,
            positions=held(self.countries, given.parts.standpoints, "", {}),
            comments=tuple(one for one in given.parts.comments if not one.measure),
            open_points=(),
            sources=self._sources(measures),
            from_findings=given.from_findings,
            blind_steps=given.blind_steps,
            reference=reference,
        )
        return replace(dossier, open_points=self._open_points(dossier))

    def _effects(self, measures: Sequence[Measure]) -> tuple[ProcedureEffect, ...]:
        """What the measures change together, in each procedure that one of them touches."""
        touching: dict[str, dict[str, Measure]] = {}
        for one in measures:
            for step in (step for steps in one.steps.values() for step in steps if step in self.place):
                touching.setdefault(self.place[step][0].procedure.id, {})[one.key] = one
        found = []
        for number in sorted(map(self.order.__getitem__, touching)):
            full = self.given.procedures[number]
            applied, contested = verdicts_of_measures([*touching[full.procedure.id].values()], full)
            told = effect(full, applied, self.case, self.reference, contested=contested)
            found.append(ProcedureEffect(full, told, yearly(told, full.procedure), contested))
        return tuple(found)

    def _measure(self, number: int, measure: Measure) -> DossierMeasure:
        self.progress(self.done, len(self.given.measures))
        self.done += 1
        key, parts = measure.key, self.given.parts
        alone = self._effects([measure])
        marked = marked_on(measure, self.given.marks, self.reference)
        return DossierMeasure(
            number=number,
            key=key,
            measure=measure,
            title=self.texts.of(TextKind.TITLE, self.words.say(measure.title), key),
            standards=_standards(measure.standards, self.reference),
            parts=tuple(
                self._part(measure, country, [one for one in alone if one.country == country])
                for country in self.countries
                if country in measure.steps
            ),
            positions=held(self.countries, parts.standpoints, key, marked),
            objections=objections(measure, self.given.decisions, self.place, self.reference),
            comments=tuple(one for one in parts.comments if one.measure == key),
            turned_at=self.turned.get(key),
        )

    def _part(self, measure: Measure, country: str, effects: Sequence[ProcedureEffect]) -> CountryPart:
        key, words, reference, of = measure.key, self.words, self.reference, self.texts.of
        controls = control_lines(effects, self.gone, self.seldom)
        own = [act for act in self.given.parts.acts if (act.measure, act.country) == (key, country)]
        return CountryPart(
            country=country,
            steps=tuple(
                step.id for one in effects for step in one.full.steps if step.id in measure.steps[country]
            ),
            now=of(TextKind.NOW, text_now(measure, effects, reference, words), key, country),
            proposed=of(TextKind.PROPOSED, text_proposed(measure, effects, reference, words), key, country),
            grounds=of(TextKind.GROUNDS, grounds_text(measure, country, reference, words), key, country),
            control=of(TextKind.CONTROL, control_text(effects, controls, words), key, country),
            controls=controls,
            acts=act_lines(measure, effects, own, reference, words),
            terms=self.terms.get((key, country), Terms()),
            effects=tuple(effects),
        )

    def _sources(self, measures: Sequence[DossierMeasure]) -> tuple[Source, ...]:
        ids: dict[str | None, None] = {}
        for full in self.given.procedures:
            ids.update(dict.fromkeys(full.procedure.source_ids))
        steps = {step.id: step for full in self.given.procedures for step in full.steps}
        for one in measures:
            for part in one.parts:
                for step_id in part.steps:
                    ids.update(dict.fromkeys(steps[step_id].source_ids))
                ids.update((source, None) for act in part.acts for source, _ in act.sources)
            ids.update((row.source, None) for finding in one.measure.findings for row in finding.evidence)
        known = self.reference.sources
        return tuple(known[source] for source in ids if source is not None and source in known)

    def _open_points(self, dossier: Dossier) -> tuple[OpenPoint, ...]:
        points = [
            point for one in dossier.measures for point in points_of_measure(one, self.place, self.reference)
        ]
        lost = () if self.given.from_findings else overruled(self.given.marks, self.given.decisions)
        points += points_of_decisions(lost, self.place, self.reference)
        orphans = _written_about(self.given.parts) - {one.key for one in self.given.measures}
        points += points_of_whole(self.together, dossier.changed, len(orphans), self.reference)
        once = {(str(point.message), point.measure, point.country, point.step): point for point in points}
        return tuple(once.values())


def ordered(
    measures: Sequence[Measure], parts: ProposalParts
) -> tuple[tuple[Measure, ...], tuple[Measure, ...]]:
    """The measures that stand in a proposal in their order, and those that are left out.

    Each has the verdict that an official has chosen.
    """
    chosen = {choice.measure: choice.verdict for choice in parts.choices if choice.verdict is not None}
    if chosen:
        measures = [with_verdict(one, chosen.get(one.key)) for one in measures]
    out = {choice.measure for choice in parts.choices if not choice.taken}
    places = {choice.measure: choice.place for choice in parts.choices if choice.place is not None}
    last = len(places) + len(measures)
    order = sorted(measures, key=lambda one: places.get(one.key, last))
    return tuple(one for one in order if one.key not in out), tuple(one for one in order if one.key in out)


def _without(together: Sequence[ProcedureEffect]) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the steps that are no more, and of those that come only where risk calls for them."""
    gone: set[str] = set()
    seldom: set[str] = set()
    for one in together:
        to_be = one.effect.procedure
        left = {step.id for step in to_be.full.steps}
        gone |= {step.id for step in one.full.steps if step.id not in left and step.id not in to_be.merged}
        seldom |= to_be.spared
    return frozenset(gone), frozenset(seldom)


def _written_about(parts: ProposalParts) -> set[str]:
    """Keys of the measures about which somebody has written something."""
    named = [text.place.measure for text in parts.texts]
    named += [one.measure for one in parts.terms]
    named += [one.measure for one in parts.acts]
    named += [one.measure for one in parts.standpoints]
    named += [one.measure for one in parts.comments]
    return set(filter(None, named))


def _standards(ids: Iterable[str], reference: Reference) -> tuple[Standard, ...]:
    return tuple(reference.standards[one] for one in ids if one in reference.standards)
