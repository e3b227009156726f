"""What is asked of two procedures, and what comes of it: read and worked out beside the event loop."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from customs_app.analysis.align import align
from customs_app.analysis.case import BASE, WORST, Case, steps_of_case
from customs_app.analysis.counting import CountedTime, Counting, counted_times
from customs_app.analysis.like_for_like import LikeForLike, like_for_like
from customs_app.analysis.to_be.basis import Chosen, choose
from customs_app.analysis.to_be.case_totals import taken
from customs_app.analysis.to_be.change import ToBe
from customs_app.analysis.to_be.effect import Effect, effect
from customs_app.analysis.totals import Totals, totals
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.alignment import Alignment, Pin
from customs_app.domain.codes import Basis
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Reviewer
from customs_app.reports.seen_marks import seen_marks
from customs_app.ui.newest import Desk
from customs_app.ui.session import Beside

LEFT, RIGHT = "left", "right"


@dataclass(frozen=True, slots=True)
class Asked:
    """Two procedures of a catalogue file, asked for by `who`.

    Of others' verdicts those alone count that no blind round hides.
    """

    beside: Beside
    path: Path
    who: Reviewer


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two procedures.

    `times` has what each step's time counts, `numbered` the procedure by which its texts name steps.
    `steps` are those of the case whose time enters the `totals`.
    """

    full: FullProcedure
    numbered: FullProcedure
    times: Mapping[str, CountedTime]
    totals: Totals
    steps: tuple[Step, ...]

    @property
    def country(self) -> str:
        """The country (ISO 3166)."""
        return self.full.procedure.country

    @property
    def timed(self) -> frozenset[str]:
        """Activities on whose counted times the total rests."""
        return frozenset(step.activity for step in self.steps if self.times[step.id].covered)

    @property
    def inside(self) -> frozenset[str]:
        """Steps whose time lies inside that of another step."""
        return frozenset(one for one, time in self.times.items() if time.state is Counting.INSIDE)


@dataclass(frozen=True, slots=True)
class Answer:
    """Two procedures, aligned. `pins` are those of the catalogue.

    `alike` is None, and `effect` is there, where it is one procedure as it is and as it would be.
    """

    beside: Beside
    reference: Reference
    left: Side
    right: Side
    alignment: Alignment
    pins: tuple[Pin, ...]
    alike: LikeForLike | None
    effect: Effect | None = None

    def step(self, step_id: str) -> Step:
        """A step of either side; KeyError where neither has it."""
        for side in (self.left, self.right):
            for step in side.full.steps:
                if step.id == step_id:
                    return step
        raise KeyError(step_id)


def answer(asked: Asked, desk: Desk) -> Answer | None:
    """Set the two against each other; None where one of them is gone. CatalogueError where the file fails."""
    beside = asked.beside
    case = WORST if beside.worst else BASE
    with open_catalogue(asked.path, read_only=True) as catalogue:
        reference = catalogue.reference()
        found = {one.procedure.id: one for one in catalogue.full_procedures(ids={beside.left, beside.right})}
        desk.go_on()
        if beside.left not in found or beside.right not in found:
            return None
        left = found[beside.left]
        if beside.basis is not None:
            chosen = _chosen(left, beside.basis, catalogue, asked.who)
        pins = catalogue.pins()
    if beside.basis is not None:
        return _as_it_would_be(beside, left, chosen, case, reference)
    right = found[beside.right]
    desk.go_on()
    return Answer(
        beside,
        reference,
        _side(left, case, reference),
        _side(right, case, reference),
        align(left, right, pins, reference),
        pins,
        like_for_like({LEFT: left, RIGHT: right}, case, tuple(reference.activities), reference.rates),
    )


def _side(full: FullProcedure, case: Case, reference: Reference) -> Side:
    steps = steps_of_case(full, case)
    times = {**counted_times(full, full.steps), **counted_times(full, steps)}
    return Side(full, full, times, totals(full, case, reference.rates), steps)


def _chosen(full: FullProcedure, basis: Basis, catalogue: Catalogue, who: Reviewer) -> Chosen:
    """The verdicts of a basis about a procedure."""
    ids = {step.id for step in full.steps}
    marks = seen_marks(catalogue, who, [full.procedure.id]).marks
    decisions = [one for one in catalogue.decisions() if one.step_id in ids]
    return choose(marks, decisions, basis, who)


def _as_it_would_be(
    beside: Beside, full: FullProcedure, chosen: Chosen, case: Case, reference: Reference
) -> Answer:
    changed = effect(full, chosen.applied, case, reference, contested=chosen.contested)
    to_be = changed.procedure
    took = taken(to_be, case)
    counted = to_be.counted
    times = {**counted_times(counted, counted.steps), **counted_times(counted, took.timed)}
    right = Side(to_be.full, counted, times, changed.to_be, took.steps)
    found = align(full, to_be.full, _merged(to_be), reference)
    alignment = replace(found, pairs=tuple(replace(pair, pinned=False) for pair in found.pairs))
    return Answer(beside, reference, _side(full, case, reference), right, alignment, (), None, changed)


def _merged(to_be: ToBe) -> tuple[Pin, ...]:
    """A step that another takes in stands against that one, also where this is taken in itself."""
    pairs: dict[str, str] = {}
    for step_id in to_be.merged:
        into = step_id
        while into in to_be.merged:
            into = to_be.merged[into]
        pairs |= {step_id: into, into: into}
    return tuple(Pin(f"{one} {into}", one, into, linked=True) for one, into in pairs.items())
