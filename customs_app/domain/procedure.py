"""Procedures, their steps, and who and what takes part in them."""

from collections.abc import Mapping

from customs_app.domain.codes import (
    AgencyKind,
    Channel,
    Evidence,
    Form,
    LocationKind,
    Mode,
    Regime,
    Role,
    View,
)
from customs_app.domain.figures import CostFigure, TimeFigure
from customs_app.domain.record import record
from customs_app.domain.text import Text


@record(frozen=True, slots=True)
class Source:
    """Where a row comes from. `country` is None for sources of the reference lists."""

    id: str
    title: str
    publisher: str | None = None
    year: str | None = None
    url: str | None = None
    licence: str | None = None
    accessed: str | None = None
    country: str | None = None


@record(frozen=True, slots=True)
class Agency:
    """A body that does a step, or with which it is done."""

    id: str
    country: str
    name: Text
    name_local: str | None = None
    kind: AgencyKind | None = None
    source_id: str | None = None


@record(frozen=True, slots=True)
class Location:
    """A place at which a procedure is done; `neighbour` is the country across the border."""

    id: str
    country: str
    name: Text
    kind: LocationKind | None = None
    unlocode: str | None = None
    lat: float | None = None
    lon: float | None = None
    neighbour: str | None = None
    source_id: str | None = None


@record(frozen=True, slots=True)
class Document:
    """A document; `code` is its UN/EDIFACT 1001 code where one fits."""

    id: str
    country: str
    name: Text
    name_local: str | None = None
    code: str | None = None
    issuer_agency_id: str | None = None
    source_id: str | None = None


@record(frozen=True, slots=True)
class DocumentUse:
    """What one step does with one document."""

    step_id: str
    document_id: str
    role: Role
    form: Form | None = None
    copies: int | None = None


@record(frozen=True, slots=True)
class Procedure:
    """What one country asks for one regime, mode and kind of goods."""

    id: str
    country: str
    regime: Regime
    title: Text
    mode: Mode
    view: View = View.DETAILED
    goods: Text | None = None
    location_id: str | None = None
    as_of: str | None = None
    volume_per_year: float | None = None
    volume_unit: str | None = None
    note: str | None = None
    source_ids: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class ProcedureRow:
    """A procedure, and how many steps it has."""

    procedure: Procedure
    steps: int


@record(frozen=True, slots=True)
class Step:
    """One interaction of the trader, or of one for him, with one agency.

    `choice` is `group:option`: steps of one group and different options exclude one another.
    `depends_on` names the steps that must end first.
    """

    id: str
    procedure_id: str
    seq: int
    title: Text
    activity: str
    agency_id: str | None = None
    depends_on: tuple[str, ...] = ()
    channel: Channel | None = None
    condition: Text | None = None
    choice: str | None = None
    time: TimeFigure = TimeFigure()
    cost: CostFigure = CostFigure()
    visits: int | None = None
    legal_basis: str | None = None
    evidence: Evidence | None = None
    source_ids: tuple[str, ...] = ()
    locator: str | None = None
    note: str | None = None

    @property
    def choice_group(self) -> str | None:
        """Group of the choice to which the step belongs."""
        return self.choice.partition(":")[0] if self.choice else None


@record(frozen=True, slots=True)
class FullProcedure:
    """A procedure with its steps in order of `seq` and what they do with documents.

    `uses` has step ids as keys; a step without recorded documents has no key.
    """

    procedure: Procedure
    steps: tuple[Step, ...]
    uses: Mapping[str, tuple[DocumentUse, ...]]

    def step(self, step_id: str) -> Step:
        """The step with this id; KeyError where the procedure has none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def number(self, step_id: str) -> int:
        """The step's number as an official reads it, its `seq`."""
        return self.step(step_id).seq
