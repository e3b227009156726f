"""The text now and the text proposed of a measure in a country, drafted from the catalogue's steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from customs_app.analysis.counting import Counting, counted_costs, counted_times
from customs_app.analysis.dossier.dropped import dropped
from customs_app.analysis.dossier.result import ProcedureEffect
from customs_app.analysis.dossier.sentences import lines, run_on
from customs_app.analysis.dossier.step_facts import cost_sentence, time_sentence
from customs_app.analysis.dossier.step_lines import Told, shown_uses, step_line, told_by
from customs_app.analysis.measure import Measure
from customs_app.analysis.rules.common import document_name
from customs_app.analysis.to_be.change import Outcome
from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text
from customs_app.language.words import Words


@dataclass(frozen=True, slots=True)
class _Side:
    """A measure in one procedure, and how it is told."""

    measure: Measure
    one: ProcedureEffect
    told: Told
    reference: Reference
    words: Words


def text_now(measure: Measure, effects: Sequence[ProcedureEffect], reference: Reference, words: Words) -> str:
    """What the steps ask that the measure touches, a line each, as the catalogue records it."""
    parts: list[str] = []
    for side in _sides(measure, effects, reference, words):
        if len(effects) > 1:
            parts.append(_procedure(side))
        facts = _Facts(side)
        parts += [
            run_on((_line(side, side.one.full, step), *facts.of(step)), words) for step in _told_steps(side)
        ]
    return lines(parts)


def text_proposed(
    measure: Measure, effects: Sequence[ProcedureEffect], reference: Reference, words: Words
) -> str:
    """What the same steps are to ask when the measure alone is done, a line each.

    What stays is worded as in the text of now, so that the two can be compared word by word.
    """
    parts: list[str] = []
    less = False
    for side in _sides(measure, effects, reference, words):
        if len(effects) > 1:
            parts.append(_procedure(side))
        facts = _Facts(side)
        for step in _told_steps(side):
            parts.append(_proposed(side, step, facts))
            less = less or bool(dropped(side.one, step.id, side.told))
    if measure.verdict is Verdict.SUBMIT_ONCE and less:
        parts.append(
            words.text("What was handed in once is passed on between the bodies and is not asked for again.")
        )
    return lines(parts)


def shown_steps(measure: Measure, one: ProcedureEffect) -> tuple[Step, ...]:
    """The steps of a procedure that the measure touches, and those that take others in."""
    touched = {*measure.steps.get(one.country, ()), *one.effect.procedure.merged.values()}
    return tuple(step for step in one.full.steps if step.id in touched)


def _told_steps(side: _Side) -> tuple[Step, ...]:
    """The steps of which something is told: of a measure about documents, those that handle one."""
    every = shown_steps(side.measure, side.one)
    if side.told.documents is None:
        return every
    to_be = side.one.effect.procedure.full
    return tuple(
        step
        for step in every
        if shown_uses(side.one.full, step.id, side.told) or shown_uses(to_be, step.id, side.told)
    )


def _sides(
    measure: Measure, effects: Sequence[ProcedureEffect], reference: Reference, words: Words
) -> Iterator[_Side]:
    for one in effects:
        yield _Side(measure, one, told_by(measure, one.full, reference), reference, words)


def _procedure(side: _Side) -> str:
    return side.words.text("Procedure: {title}.", title=side.one.full.procedure.title)


def _line(side: _Side, full: FullProcedure, step: Step) -> str:
    return step_line(full, step, side.told, side.reference, side.words)


class _Facts:
    """Time and cost of the steps of one procedure, where they are worth telling."""

    def __init__(self, side: _Side) -> None:
        full = side.one.full
        self._full, self._told, self._words = full, side.told.facts, side.words
        self._times = counted_times(full, full.steps) if side.told.facts else {}
        self._costs = counted_costs(full, full.steps) if side.told.facts else {}

    def of(self, step: Step, *, online: bool = False) -> Iterator[str]:
        """Sentences about a step; one that is moved `online` takes a time that nobody knows."""
        if not self._told:
            return
        time, cost = self._times[step.id], self._costs[step.id]
        if online:
            yield self._words.text("How long it takes online is not known.")
            yield cost_sentence(cost, self._full, self._words)
            return
        if (time.state, cost.state) == (Counting.UNKNOWN, Counting.UNKNOWN):
            yield self._words.text("How long it takes and what it costs is not known.")
            return
        yield time_sentence(time, self._full, self._words)
        yield cost_sentence(cost, self._full, self._words)


def _proposed(side: _Side, step: Step, facts: _Facts) -> str:
    to_be, words = side.one.effect.procedure, side.words
    if step.id in to_be.merged:
        return words.text(
            "Step {step} is done as part of step {into}: {title}.",
            step=step.seq,
            into=side.one.full.number(to_be.merged[step.id]),
            title=step.title,
        )
    left = next((other for other in to_be.full.steps if other.id == step.id), None)
    if left is None:
        return words.text("Step {step} is no longer required: {title}.", step=step.seq, title=step.title)
    return run_on(
        (
            _line(side, to_be.full, left),
            *facts.of(step, online=left.channel is not step.channel),
            *_no_longer(side, step),
            *_as_before(side, step),
        ),
        words,
    )


def _no_longer(side: _Side, step: Step) -> Iterator[str]:
    gone = dropped(side.one, step.id, side.told)
    if gone.asked:
        yield side.words.text("It no longer asks for: {documents}.", documents=_names(side, gone.asked))
    if gone.issued:
        yield side.words.text("It no longer issues: {documents}.", documents=_names(side, gone.issued))


def _names(side: _Side, documents: Sequence[str]) -> tuple[Text, ...]:
    return tuple(document_name(one, side.reference) for one in documents)


def _as_before(side: _Side, step: Step) -> Iterator[str]:
    """Why a step stays as it is, where the verdict on it changes nothing by itself."""
    if side.measure.states_law:
        yield side.words.text("The law on which it rests is stated.")
        return
    if side.measure.verdict is Verdict.LAW_FIRST:
        yield side.words.text("The law is changed first; until then all stays as it is.")
        return
    changes = side.one.effect.changes
    if side.measure.verdict is Verdict.SUBMIT_ONCE and any(
        change.outcome is Outcome.CHANGED for change in changes
    ):
        return  # what is handed in once already needs no word beside what changes
    for change in changes:
        if change.step_id == step.id and change.outcome is Outcome.NOTHING:
            yield side.words.say(change.message)
