"""Two procedures read from a catalogue and set against each other, step by step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from customs_app.analysis.align import align
from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedTime, Counting, counted_times
from customs_app.analysis.like_for_like import LikeForLike, like_for_like
from customs_app.analysis.to_be.basis import Chosen, choose
from customs_app.analysis.to_be.case_totals import taken
from customs_app.analysis.to_be.change import ToBe
from customs_app.analysis.to_be.effect import Effect, effect
from customs_app.analysis.totals import Totals, totals
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.alignment import Alignment, Pin
from customs_app.domain.codes import Basis
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import SECRETARIAT, Reviewer
from customs_app.reports.seen_marks import seen_marks

LEFT, RIGHT = "left", "right"

GoOn = Callable[[], object]
"""Called between the parts of the work; may raise Cancelled."""


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
    """Two procedures, aligned. `pins` are those of the catalogue, by which it was.

    `effect` and `basis` are there, and `alike` is None, where it is one procedure as it is and as it would
    be. `versions` are there where it is one procedure in two states of the catalogue: the titles of the
    editions at the left and at the right, None for the working copy.
    """

    reference: Reference
    left: Side
    right: Side
    alignment: Alignment
    pins: tuple[Pin, ...]
    alike: LikeForLike | None
    effect: Effect | None = None
    basis: Basis | None = None
    versions: tuple[str | None, str | None] | None = None

    def step(self, step_id: str) -> Step:
        """A step of either side; KeyError where neither has it."""
        for side in (self.left, self.right):
            for step in side.full.steps:
                if step.id == step_id:
                    return step
        raise KeyError(step_id)


def _no_one_waits() -> None:
    """Nothing to do between the parts."""


def two_procedures(
    catalogue: Catalogue, left_id: str, right_id: str, case: Case, *, go_on: GoOn = _no_one_waits
) -> Answer | None:
    """Two procedures of one catalogue, as the pins of officials have them; None where one of them is gone.

    CatalogueError where the file fails.
    """
    reference = catalogue.reference()
    found = {one.procedure.id: one for one in catalogue.full_procedures(ids={left_id, right_id})}
    go_on()
    if left_id not in found or right_id not in found:
        return None
    pins = catalogue.pins()
    go_on()
    return _answer(found[left_id], found[right_id], pins, case, reference)


def two_versions(older: Catalogue, newer: Catalogue, procedure_id: str, case: Case) -> Answer | None:
    """One procedure in two states of the catalogue; None where one of them has it not.

    What stands under one id belongs together, so that no pin is needed. Names of what only the older one
    has in its lists are taken from there. CatalogueError where a file fails.
    """
    left, right = (
        next(iter(catalogue.full_procedures(ids={procedure_id})), None) for catalogue in (older, newer)
    )
    if left is None or right is None:
        return None
    editions = older.edition(), newer.edition()
    reference = _of_both(older.reference(), newer.reference())
    answer = _answer(left, right, (), case, reference)
    titles = [None if one is None else one.title for one in editions]
    return replace(answer, versions=(titles[0], titles[1]))


def as_it_would_be(
    catalogue: Catalogue,
    procedure_id: str,
    basis: Basis,
    who: Reviewer | None,
    case: Case,
    *,
    go_on: GoOn = _no_one_waits,
) -> Answer | None:
    """One procedure as it is and as the verdicts of a basis make it; None where it is gone.

    Of others' verdicts those alone count that no blind round hides from `who`. CatalogueError where the
    file fails.
    """
    reference = catalogue.reference()
    full = next(iter(catalogue.full_procedures(ids={procedure_id})), None)
    go_on()
    if full is None:
        return None
    chosen = _chosen(full, basis, catalogue, who)
    changed = effect(full, chosen.applied, case, reference, contested=chosen.contested)
    to_be = changed.procedure
    took = taken(to_be, case)
    counted = to_be.counted
    times = {**counted_times(counted, counted.steps), **counted_times(counted, took.timed)}
    right = Side(to_be.full, counted, times, changed.to_be, took.steps)
    found = align(full, to_be.full, _merged(to_be), reference)
    alignment = replace(found, pairs=tuple(pair._replace(pinned=False) for pair in found.pairs))
    return Answer(reference, _side(full, case, reference), right, alignment, (), None, changed, basis)


def _answer(
    left: FullProcedure, right: FullProcedure, pins: tuple[Pin, ...], case: Case, reference: Reference
) -> Answer:
    return Answer(
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


def _of_both(older: Reference, newer: Reference) -> Reference:
    """The lists of the newer one, with what only the older one has."""
    return replace(
        newer,
        activities={**older.activities, **newer.activities},
        agencies={**older.agencies, **newer.agencies},
        documents={**older.documents, **newer.documents},
        locations={**older.locations, **newer.locations},
        sources={**older.sources, **newer.sources},
    )


def _chosen(full: FullProcedure, basis: Basis, catalogue: Catalogue, who: Reviewer | None) -> Chosen:
    """The verdicts of a basis about a procedure."""
    ids = {step.id for step in full.steps}
    marks = seen_marks(catalogue, who, [full.procedure.id]).marks
    decisions = [one for one in catalogue.decisions() if one.step_id in ids]
    return choose(marks, decisions, basis, who or Reviewer("", SECRETARIAT))


def _merged(to_be: ToBe) -> tuple[Pin, ...]:
    """A step that another takes in stands against that one, also where this is taken in itself."""
    pairs: dict[str, str] = {}
    for step_id in to_be.merged:
        into = step_id
        while into in to_be.merged:
            into = to_be.merged[into]
        pairs |= {step_id: into, into: into}
    return tuple(Pin(f"{one} {into}", one, into, linked=True) for one, into in pairs.items())
