"""What becomes of one verdict, and the procedure that all of them leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from customs_app.analysis.to_be.basis import Applied
from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message


class Outcome(StrEnum):
    """What a verdict does to the procedure.

    KEPT: nothing shall change. WAITING: the law comes first. NOTHING: there is nothing to change, or it
    cannot be told what; the message says why.
    """

    CHANGED = "changed"
    KEPT = "kept"
    WAITING = "waiting"
    NOTHING = "nothing"


class Kind(StrEnum):
    """What a verdict may save."""

    TIME = "time"
    COST = "cost"
    DOCUMENTS = "documents"
    VISITS = "visits"


@dataclass(frozen=True, slots=True)
class Change:
    """What one verdict does to the procedure.

    `off_path` says that the step does not lie on the longest path of the case, so that it saves no time
    by itself. `saves` is what falls away with it, counted as everywhere: the step's own time, fee,
    documents handed in or shown, visits; None is unknown. `unknown` names what else it may save.
    """

    step_id: str
    document_id: str | None
    verdict: Verdict
    outcome: Outcome
    off_path: bool
    saves: Saving
    message: Message
    applied: Applied
    unknown: frozenset[Kind] = frozenset()


@dataclass(frozen=True, slots=True)
class ToBe:
    """A procedure with the verdicts applied.

    `full` is the procedure as it would be. Its figures are those of `counted`, which holds besides what
    steps leave behind that are no more: a figure that spans others too, a fee that stays to be paid. The
    ids of such rests are the keys of `rests`; each names the step as it is from which it is left.
    `merged` names the step that takes another in. `spared` holds ids of steps that come only where risk
    calls for them.
    """

    as_is: FullProcedure
    full: FullProcedure
    counted: FullProcedure
    changes: tuple[Change, ...]
    rests: Mapping[str, str]
    merged: Mapping[str, str]
    spared: frozenset[str] = frozenset()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that remain, in order of `seq`."""
        return self.full.steps
