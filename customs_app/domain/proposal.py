"""A proposal for the meeting: what it is about, and what its title page says."""

from customs_app.domain.codes import CaseKind, MadeFrom, Mode, ProposalStatus, Regime
from customs_app.domain.record import record

__all__ = ["MadeFrom", "Proposal", "ProposalStatus"]


@record(frozen=True, slots=True)
class Proposal:
    """A proposal over procedures of one regime; `mode` is None where it is for all modes.

    `procedures` holds ids. `delegation` proposes. `at` is when it was last saved: UTC, ISO 8601. An
    empty `id` is given when the proposal is first saved.
    `number` and `day` (ISO 8601) are those under which it goes to the meeting; `mandate` says what asks for
    it, `standards` are ids of the reference list that do. With a `corridor_id` it is about that corridor:
    `procedures` are those of its blocks, and `regime` says nothing.
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
    number: str | None = None
    day: str | None = None
    mandate: str | None = None
    standards: tuple[str, ...] = ()
    corridor_id: str | None = None
