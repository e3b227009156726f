"""The procedure that is open, with everything its table, totals and inspector show, read once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedCost, CountedTime, Counting, counted_costs, counted_times
from customs_app.analysis.totals import Totals, totals
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark, Reviewer


@dataclass(frozen=True)
class OpenProcedure:
    """A procedure as it is read: its steps, the case chosen, what each figure counts, and its marks.

    A step that the case does not take is counted as if every step befell the consignment, so that
    its own figures can be read too. `marks` are those that the reviewer sees; `hidden` has those whose
    marks a blind round hides, by step id.
    """

    full: FullProcedure
    reference: Reference
    marks: tuple[Mark, ...]
    case: Case
    hidden: Mapping[str, tuple[Reviewer, ...]] = field(default_factory=dict)

    @cached_property
    def case_steps(self) -> tuple[Step, ...]:
        """The steps that the chosen case takes."""
        return steps_of_case(self.full, self.case)

    @cached_property
    def paid_steps(self) -> tuple[Step, ...]:
        """The steps whose cost the chosen case takes; of a choice the dearest option in the worst case."""
        return steps_of_case(self.full, self.case, "cost", self.reference.rates)

    @cached_property
    def in_case(self) -> frozenset[str]:
        """Ids of the steps that the chosen case takes."""
        return frozenset(step.id for step in self.case_steps)

    @cached_property
    def times(self) -> Mapping[str, CountedTime]:
        """What each step's time counts, by step id."""
        every = counted_times(self.full, self.full.steps)
        return {**every, **counted_times(self.full, self.case_steps)}

    @cached_property
    def costs(self) -> Mapping[str, CountedCost]:
        """What each step's cost counts, by step id."""
        every = counted_costs(self.full, self.full.steps)
        return {**every, **counted_costs(self.full, self.paid_steps)}

    @cached_property
    def totals(self) -> Totals:
        """Totals of the chosen case."""
        return totals(self.full, self.case, self.reference.rates)

    @cached_property
    def _marks_by_step(self) -> Mapping[str, tuple[Mark, ...]]:
        by_step: dict[str, list[Mark]] = {}
        for mark in self.marks:
            by_step.setdefault(mark.step_id, []).append(mark)
        return {step: tuple(sorted(marks, key=lambda mark: mark.at)) for step, marks in by_step.items()}

    def marks_of(self, step_id: str) -> tuple[Mark, ...]:
        """Marks on a step and on its documents, the oldest first."""
        return self._marks_by_step.get(step_id, ())

    def followers(self, step_id: str) -> tuple[Step, ...]:
        """Steps that cannot begin before this one has ended."""
        return tuple(step for step in self.full.steps if step_id in step.depends_on)

    def companions(self, step_id: str) -> frozenset[str]:
        """Other steps under the same aggregate, its carrier among them."""
        together: set[str] = set()
        for step in self.full.steps:
            for covers in (step.time.covers, step.cost.covers):
                if step_id in covers:
                    together.update(covers, (step.id,))
        return frozenset(together - {step_id})

    def lacks_something(self, step: Step) -> bool:
        """Whether no source tells a step's time, cost, law or channel."""
        time, cost = self.times[step.id], self.costs[step.id]
        return (
            time.state is Counting.UNKNOWN
            or cost.state is Counting.UNKNOWN
            or step.legal_basis is None
            or step.channel is None
        )

    def numbers(self, step_ids: Iterable[str]) -> tuple[int, ...]:
        """Numbers of steps as an official reads them, in order; ids of other procedures are left out."""
        own = {step.id: step.seq for step in self.full.steps}
        return tuple(sorted(own[step_id] for step_id in step_ids if step_id in own))


def has_time(counted: CountedTime | None) -> bool:
    """Whether anything is known of a step's time, its own or that of an aggregate around it."""
    return counted is not None and counted.state is not Counting.UNKNOWN


def sources_of(opened: OpenProcedure) -> list[str]:
    """Ids of the sources that a procedure and its steps cite, each once."""
    ids = dict.fromkeys(opened.full.procedure.source_ids)
    for step in opened.full.steps:
        ids.update(dict.fromkeys(step.source_ids))
    return list(ids)
