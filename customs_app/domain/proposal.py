"""A proposal for the meeting: what it is about, and what its title page says."""

from dataclasses import dataclass
from enum import StrEnum

from customs_app.domain.codes import CaseKind, Mode, Regime


class ProposalStatus(StrEnum):
    """How far a proposal has come."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    ADOPTED = "adopted"
    WITHDRAWN = "withdrawn"


class MadeFrom(StrEnum):
    """What the measures of a proposal are made of: decisions of reviewers, or suggestions of the rules."""

    MARKS = "marks"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal over procedures of one regime; `mode` is None where it is for all modes.

    `procedures` holds ids. `delegation` proposes. `at` is when it was last saved: UTC, ISO 8601. An
    empty `id` is given when the proposal is first saved.
    """

    id: str
    title: str
    status: ProposalStatus
    regime: Regime
    mode: Mode | None
    procedures: tuple[str, ...]
    case_kind: CaseKind = CaseKind.BASE
    made_from: MadeFrom = MadeFrom.MARKS
    summary: str | None = None
    delegation: str = ""
    at: str = ""
