"""What the chained journey along a corridor comes to."""

from dataclasses import dataclass

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.kinds import WorkKind
from customs_app.analysis.counting import Counting
from customs_app.analysis.totals import Totals
from customs_app.domain.codes import Stage
from customs_app.domain.corridor import Block, GapKind
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class ChainPoint:
    """One step of the chain, in hours since its start.

    `index` counts the steps of the case over the whole chain from 0; `number` is the step's `seq`.
    `cumulative` is when it and all before it are done; an end that no step of the chain has is None.
    `own` is what the step itself adds, None where it adds nothing; `recorded` is its own figure, added or
    not. `state` says how it is counted; `limit` that it is a legal or official maximum, `derived` that its
    typical value is the mean of both ends. `aggregate_id` is the step whose figure holds this one. `same_as`
    is the step of another block that carries the same measured figure, which is counted there and not here.
    """

    block_key: str
    step_id: str
    index: int
    number: int
    cumulative: Range
    state: Counting
    own: Range | None
    recorded: Range | None
    limit: bool
    derived: bool = False
    aggregate_id: str | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class ChainBlock:
    """A block with its part of the chain.

    `start` and `end` are hours since the start of the chain, `elapsed` its own longest path, all as the
    chain counts them; `totals` those of its procedure by itself. `first` is the index of its first point
    (of the next one where it has none), `steps` how many points it has, `covered` how many of them have a
    time: what is counted in another block is covered. `totals` is None for a gap.
    """

    block: Block
    first: int
    steps: int
    start: Range
    elapsed: Range
    end: Range
    covered: Coverage
    totals: Totals | None


@dataclass(frozen=True, slots=True)
class Span:
    """One figure for several steps: indices of the first and the last point it spans.

    `steps` are the spanned steps that the case takes, `hours` the figure. `same_as` as in ChainPoint.
    """

    block_key: str
    step_id: str
    first: int
    last: int
    steps: tuple[str, ...]
    hours: Range
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A piece of the journey of which nothing is known: between the points before `index` and `index`.

    `step_id` is the step that would carry the figure, where there is one (its point is `index`).
    """

    kind: GapKind
    block_key: str
    index: int
    message: Message
    step_id: str | None = None


@dataclass(frozen=True, slots=True)
class CountedOnce:
    """Two steps of two blocks that carry the same measured figure of one crossing.

    The chain counts it at the step `counted` and not at `not_again`: its `hours`, its `money`, or both.
    """

    counted: str
    not_again: str
    hours: Range | None
    money: Money | None
    message: Message


@dataclass(frozen=True, slots=True)
class HoursOf:
    """Hours of the steps of one stage or kind of work, added up, and how many of them have a time.

    One figure for steps of several stages has the stage None, of several kinds the kind CROSSING.
    """

    kind: Stage | WorkKind | None
    hours: Range
    covered: Coverage


@dataclass(frozen=True, slots=True)
class ChainTotals:
    """Totals of the chain: figures as in `Totals`, over all blocks with a procedure, one after the other.

    `gaps` counts the blocks without one, `driving` the drives of which the time is not known.
    """

    elapsed: Range
    effort: Range
    cost: tuple[Money, ...]
    rates: tuple[str, ...]
    procedures: int
    steps: int
    all_steps: int
    documents: int | None
    handovers: int | None
    visits: int | None
    in_person: int
    time_covered: Coverage
    cost_covered: Coverage
    law_covered: Coverage
    visits_covered: Coverage
    aggregates: int
    limits: int
    derived: int
    cost_aggregates: int
    gaps: int
    driving: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The chained journey in one case."""

    case: Case
    blocks: tuple[ChainBlock, ...]
    points: tuple[ChainPoint, ...]
    spans: tuple[Span, ...]
    gaps: tuple[Gap, ...]
    counted_once: tuple[CountedOnce, ...]
    by_stage: tuple[HoursOf, ...]
    by_kind: tuple[HoursOf, ...]
    totals: ChainTotals
