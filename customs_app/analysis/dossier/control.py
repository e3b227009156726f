"""The control that remains: which risks a measure leaves without a step, and what still covers them."""

from collections.abc import Collection, Iterator, Sequence

from customs_app.analysis.dossier.result import ControlLine, ProcedureEffect
from customs_app.analysis.dossier.sentences import lines
from customs_app.analysis.guard import guard, risk_label
from customs_app.analysis.to_be.change import Change, Outcome
from customs_app.domain.codes import Verdict
from customs_app.language.words import Words

_TAKES_AWAY = (Verdict.REMOVE, Verdict.RISK_BASED)


def control_lines(
    effects: Sequence[ProcedureEffect], gone: Collection[str], seldom: Collection[str]
) -> tuple[ControlLine, ...]:
    """Each risk that a step controls which goes, or comes only where risk calls for it.

    `gone` are ids of steps that all measures together take away, `seldom` those that they leave for a part
    of the consignments only: the former cover nothing any more, the latter only sometimes.
    """
    found = []
    for one in effects:
        numbers = {step.id: step.seq for step in one.full.steps}
        for step_id in dict.fromkeys(change.step_id for change in _taking_away(one)):
            for row in guard(one.full, step_id):
                always = tuple(other for other in row.covered_by if other not in {*gone, *seldom})
                sometimes = (*row.sometimes_by, *(other for other in row.covered_by if other in seldom))
                line = ControlLine(
                    procedure=one.full.procedure.id,
                    step=step_id,
                    number=numbers[step_id],
                    risk=row.risk,
                    covered_by=always,
                    sometimes_by=tuple(other for other in sometimes if other not in gone),
                )
                found.append(line)
    return tuple(found)


def _taking_away(one: ProcedureEffect) -> Iterator[Change]:
    for change in one.effect.changes:
        whole = change.document_id is None and change.verdict in _TAKES_AWAY
        if whole and change.outcome is Outcome.CHANGED:
            yield change


def control_text(effects: Sequence[ProcedureEffect], found: Sequence[ControlLine], words: Words) -> str:
    """The control that remains, a line each risk."""
    taken = [(one, change) for one in effects for change in _taking_away(one)]
    if not taken:
        return words.text("No control falls away with this measure.")
    parts = []
    for one, change in taken:
        number = one.full.number(change.step_id)
        if change.verdict is Verdict.RISK_BASED:
            parts.append(words.text("Step {step} remains wherever risk calls for it.", step=number))
        elif all(line.step != change.step_id for line in found):
            parts.append(words.text("Step {step} is not among the steps that control a risk.", step=number))
        parts += [
            _line(line, one, words)
            for line in found
            if (line.procedure, line.step) == (one.full.procedure.id, change.step_id)
        ]
    return lines(parts)


def _line(line: ControlLine, one: ProcedureEffect, words: Words) -> str:
    numbers = {step.id: step.seq for step in one.full.steps}
    risk = risk_label(line.risk, words)
    if line.covered_by:
        steps = tuple(numbers[step] for step in line.covered_by)
        return words.text(
            "{risk}: without step {step} still controlled (steps: {steps}).",
            risk=risk,
            step=line.number,
            steps=steps,
        )
    if line.sometimes_by:
        steps = tuple(numbers[step] for step in line.sometimes_by)
        return words.text(
            "{risk}: without step {step} controlled for some consignments only (steps: {steps}).",
            risk=risk,
            step=line.number,
            steps=steps,
        )
    return words.text("{risk}: without step {step} nothing controls it.", risk=risk, step=line.number)
