"""Two steps that belong together, or what stands for them, field by field in words of both sides."""

from collections.abc import Callable, Mapping, Sequence

from customs_app.analysis.align.fields import VERSIONS, Compared, values
from customs_app.analysis.align.likeness import step_places
from customs_app.analysis.rules.common import document_name
from customs_app.domain.alignment import Field, FieldRow, FieldState, Pair
from customs_app.domain.figures import Money
from customs_app.domain.procedure import DocumentUse, FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.language.labels import label
from customs_app.language.numbers import money, number, span
from customs_app.language.words import Words

UNKNOWN = "?"


def field_rows(
    pair: Pair, left: FullProcedure, right: FullProcedure, reference: Reference, words: Words
) -> tuple[FieldRow, ...]:
    """Every field of a pair of `align(left, right, ..., reference)`, in order of `Field`.

    Title and activity come only for two versions of one step, or where they differ. Of several steps on
    one side each is told with its number.
    """
    both = Compared(left, reference), Compared(right, reference)
    sides = [
        [step for step in full.steps if step.id in ids]
        for full, ids in ((left, pair.left), (right, pair.right))
    ]
    sources = [tuple(dict.fromkeys(one for step in side for one in step.source_ids)) for side in sides]
    states = _states(pair, both, sides)
    tell = [_Tell(full, reference, words) for full in (left, right)]
    return tuple(
        FieldRow(field, tell[0].side(field, sides[0]), tell[1].side(field, sides[1]), state, *sources)
        for field, state in states.items()
    )


def _states(
    pair: Pair, both: tuple[Compared, Compared], sides: Sequence[Sequence[Step]]
) -> dict[Field, FieldState]:
    """How each field compares, those that are told only."""
    if not (pair.left and pair.right):
        return {field: FieldState.ALONE for field in Field if field not in VERSIONS[:2]}
    places = [step_places(one.full) for one in both]
    row = tuple(places[0][one] for one in pair.left), tuple(places[1][one] for one in pair.right)
    fields, left, right = values(both, row)
    known = {
        f: f not in pair.unknown and None not in own for f, *own in zip(fields, left, right, strict=True)
    }
    known[Field.AFTER] = both[0].before.known and both[1].before.known
    differ = set(pair.fields)
    if fields is not VERSIONS:
        strengths = [{step.evidence for step in side} for side in sides]
        known[Field.EVIDENCE] = None not in strengths[0] | strengths[1]
        if strengths[0] != strengths[1] and known[Field.EVIDENCE]:
            differ.add(Field.EVIDENCE)
        if {step.activity for step in sides[0]} != {step.activity for step in sides[1]}:
            known[Field.ACTIVITY] = True
            differ.add(Field.ACTIVITY)
    return {
        field: FieldState.DIFFERS
        if field in differ
        else FieldState.SAME
        if known[field]
        else FieldState.UNKNOWN
        for field in Field
        if field in known
    }


class _Tell:
    """What the fields of steps of one procedure say."""

    def __init__(self, full: FullProcedure, reference: Reference, words: Words) -> None:
        self._full, self._reference, self._words = full, reference, words
        self._how: Mapping[Field, Callable[[Step], str]] = {
            Field.TITLE: lambda step: step.title[words.language],
            Field.ACTIVITY: self._activity,
            Field.CHANNEL: lambda step: label(step.channel, words) if step.channel else UNKNOWN,
            Field.TIME: self._time,
            Field.COST: self._cost,
            Field.DOCUMENTS: self._documents,
            Field.CONDITION: self._condition,
            Field.AGENCY: self._agency,
            Field.AFTER: self._after,
            Field.VISITS: lambda step: (
                UNKNOWN if step.visits is None else number(step.visits, words.language)
            ),
            Field.LAW: lambda step: step.legal_basis or UNKNOWN,
            Field.EVIDENCE: lambda step: label(step.evidence, words) if step.evidence else UNKNOWN,
        }

    def side(self, field: Field, steps: Sequence[Step]) -> str:
        """The field of one step, or of several with their numbers; empty for none."""
        say = self._how[field]
        if len(steps) == 1:
            return say(steps[0])
        return self._words.clauses(self._words.named(str(step.seq), say(step)) for step in steps)

    def _activity(self, step: Step) -> str:
        known = self._reference.activities.get(step.activity)
        return known.name[self._words.language] if known else step.activity

    def _time(self, step: Step) -> str:
        hours, kind = step.time.hours, step.time.kind
        if not hours.known:
            return UNKNOWN
        own = span(hours, self._words.language)
        if kind is None:
            return self._words.text("{hours} h", hours=own)
        return self._words.text("{hours} h ({kind})", hours=own, kind=label(kind, self._words))

    def _cost(self, step: Step) -> str:
        cost = step.cost
        if cost.amount is None:
            return UNKNOWN
        language = self._words.language
        own = (
            money(Money(cost.amount, cost.currency), language)
            if cost.currency
            else f"{number(cost.amount, language)} %"
        )
        told = [f"{own} ({label(cost.kind, self._words)})" if cost.kind else own]
        return self._words.clauses([*told, cost.basis] if cost.basis else told)

    def _documents(self, step: Step) -> str:
        uses = self._full.uses.get(step.id, ())
        return self._words.clauses(self._use(use) for use in uses) if uses else UNKNOWN

    def _use(self, use: DocumentUse) -> str:
        how = [label(use.role, self._words)] + ([label(use.form, self._words)] if use.form else [])
        name = document_name(use.document_id, self._reference)[self._words.language]
        return f"{name} ({self._words.list_of(tuple(how))})"

    def _condition(self, step: Step) -> str:
        if step.condition is None:
            return self._words.text("for every consignment")
        return step.condition[self._words.language]

    def _agency(self, step: Step) -> str:
        agency = self._reference.agencies.get(step.agency_id or "")
        if agency is None:
            return UNKNOWN
        name = agency.name[self._words.language]
        return f"{name} ({label(agency.kind, self._words)})" if agency.kind else name

    def _after(self, step: Step) -> str:
        numbers = {one.id: one.seq for one in self._full.steps}
        found = sorted(numbers[one] for one in step.depends_on if one in numbers)
        if not found:
            recorded = any(one.depends_on for one in self._full.steps)
            return self._words.text("no step") if recorded else UNKNOWN
        return self._words.list_of(tuple(map(str, found)))
