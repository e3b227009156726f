"""A procedure while verdicts are applied to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from customs_app.analysis.counting import CountedCost, CountedTime, Counting, counted_costs, counted_times
from customs_app.analysis.rules.common import same_document
from customs_app.domain.codes import CostKind, Role, TimeKind
from customs_app.domain.figures import CostFigure, TimeFigure
from customs_app.domain.procedure import DocumentUse, FullProcedure, Step
from customs_app.domain.reference import Reference

TAKEN = (Role.INPUT, Role.SHOWN)
"""Roles of a document that the trader has to bring."""


@dataclass(slots=True)
class Draft:
    """What has become of a procedure so far; keys are ids of its steps as it is.

    `steps` are the steps that remain. `depends` says after which steps each comes, also those that are no
    more: they stand in it as points without work. `left` is what those leave behind. `spared` come only
    where risk calls for them, `merged` names the step that takes another in, `lasting` are those that last
    longer for it. `times` and `costs` are the figures as they are, all steps taken together.
    """

    as_is: FullProcedure
    reference: Reference
    steps: dict[str, Step] = field(init=False)
    depends: dict[str, tuple[str, ...]] = field(init=False)
    uses: dict[str, tuple[DocumentUse, ...]] = field(init=False)
    left: dict[str, Step] = field(default_factory=dict)
    spared: set[str] = field(default_factory=set)
    merged: dict[str, str] = field(default_factory=dict)
    lasting: set[str] = field(default_factory=set)
    times: Mapping[str, CountedTime] = field(init=False)
    costs: Mapping[str, CountedCost] = field(init=False)

    def __post_init__(self) -> None:
        full = self.as_is
        self.steps = {step.id: step for step in full.steps}
        self.depends = {step.id: step.depends_on for step in full.steps}
        self.uses = dict(full.uses)
        self.times = counted_times(full, full.steps)
        self.costs = counted_costs(full, full.steps)

    def here(self, step_id: str) -> Step:
        """A step that remains, or what it leaves behind."""
        return self.steps[step_id] if step_id in self.steps else self.left[step_id]

    def taken(self, step_id: str) -> tuple[DocumentUse, ...]:
        """Documents that the step takes in or is shown."""
        return tuple(use for use in self.uses.get(step_id, ()) if use.role in TAKEN)

    def key(self, document_id: str) -> str:
        """What two names of one document share."""
        return same_document(document_id, self.reference)

    def leave(self, step_id: str, *, time: TimeFigure, cost: CostFigure, visits: int | None = None) -> None:
        """Take a step out; these figures of it stay."""
        step = self.steps.pop(step_id)
        self.left[step_id] = replace(
            step,
            agency_id=None,
            channel=None,
            time=time,
            cost=cost,
            visits=visits,
            legal_basis=None,
        )

    def leave_only(self, step_id: str, *, time: TimeFigure, cost: CostFigure) -> None:
        """Let a step that is taken out leave these figures and no others."""
        self.left[step_id] = replace(self.left[step_id], time=time, cost=cost)

    def shared_time(self, step_id: str) -> TimeFigure:
        """The time recorded at the step for it and others together; empty where it is for it alone."""
        step = self.as_is.step(step_id)
        carries = self.times[step_id].state is Counting.AGGREGATE and self.others(step.time, step_id)
        return step.time if carries else TimeFigure()

    def shared_cost(self, step_id: str) -> CostFigure:
        """The cost recorded at the step for it and others together; empty where it is for it alone."""
        step = self.as_is.step(step_id)
        carries = self.costs[step_id].state is Counting.AGGREGATE and self.others(step.cost, step_id)
        return step.cost if carries else CostFigure()

    def others(self, figure: TimeFigure | CostFigure, step_id: str) -> tuple[str, ...]:
        """Steps of the procedure that a figure spans besides the one that carries it."""
        return tuple(other for other in spans(figure) if other != step_id and other in self.depends)


def spans(figure: TimeFigure | CostFigure) -> tuple[str, ...]:
    """Ids of the steps that a figure spans; empty where it is that of one step."""
    return figure.covers if figure.kind in (TimeKind.AGGREGATE, CostKind.AGGREGATE) else ()


def always_met(other: Step, step: Step) -> bool:
    """Whether a consignment that meets `step` surely meets `other`."""
    same_choice = other.choice is None or other.choice == step.choice
    same_condition = other.condition is None or (
        step.condition is not None and other.condition.en == step.condition.en
    )
    return same_choice and same_condition


def meet_alike(one: Step, other: Step) -> bool:
    """Whether the same consignments meet both steps."""
    return always_met(one, other) and always_met(other, one)
