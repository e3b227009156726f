"""Who lives without an activity: how each country does it, if it does."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from customs_app.analysis.case import BASE, Case
from customs_app.analysis.choose import choose
from customs_app.analysis.rows import Cell, rows
from customs_app.analysis.rules.common import ELECTRONIC
from customs_app.domain.codes import Channel, Mode, Verdict, View
from customs_app.domain.figures import Money, Range
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.language.words import N_, Words

_MEMBER = "member"
"""Status of a country that is a member state."""


class How(StrEnum):
    """How a country does an activity, from the lightest for the trader to the heaviest."""

    WITHOUT = "without"
    MERGED = "merged"
    ONLINE = "online"
    HAS = "has"
    UNKNOWN = "unknown"


_LABELS: Mapping[How, str] = {
    How.WITHOUT: N_("no such step"),
    How.MERGED: N_("decided to merge it"),
    How.ONLINE: N_("online"),
    How.HAS: N_("has the step"),
    How.UNKNOWN: N_("no such procedure recorded"),
}


@dataclass(frozen=True, slots=True)
class Lives:
    """How one country does an activity in one procedure (id; None where none is recorded).

    `cell` is that of a comparison, with its steps, their figures and marks; None where there is no step.
    """

    country: str
    procedure: str | None
    how: How
    cell: Cell | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """Ids of the steps that do the activity, in order."""
        return tuple(step.id for step in self.cell.steps) if self.cell is not None else ()

    @property
    def hours(self) -> Range | None:
        """Elapsed hours as the comparison counts them; None is unknown, never nothing."""
        return self.cell.hours if self.cell is not None else None

    @property
    def cost(self) -> tuple[Money, ...]:
        """Counted amounts, one per currency; empty is unknown, never free."""
        return self.cell.cost if self.cell is not None else ()

    @property
    def channel(self) -> Channel | None:
        """The heaviest channel of the steps for the trader; None where that of one is not known."""
        if self.cell is None or any(step.channel is None for step in self.cell.steps):
            return None
        return self.cell.channel

    @property
    def conditional(self) -> bool:
        """Whether only some consignments meet the activity there."""
        return self.cell is not None and self.cell.conditional


def how_label(how: How, words: Words) -> str:
    """The name of a way to do an activity in a language."""
    return words.text(_LABELS[how])


def lives_without(
    activity: str,
    procedures: Sequence[FullProcedure],
    reference: Reference,
    *,
    case: Case = BASE,
    verdicts: Iterable[Mark | Decision] = (),
) -> tuple[Lives, ...]:
    """How each country does an activity (code) in procedures of one regime and mode, the lightest first.

    ValueError where the procedures are of more than one regime; of several modes the commonest counts.
    Of several procedures of a country the one counts that a comparison would take, and none that is seen
    by stages: those name too little. A member state without one is UNKNOWN, not without the activity.
    WITHOUT says that the procedure has no step of its own for it; what another step may do in passing the
    catalogue does not tell. ONLINE needs every step to be online or automatic; a channel that is not known
    is none. MERGED is told by `verdicts` alone (marks or decisions, as the caller holds them to be
    accepted): each of the country's steps has one that still stands and merges it into another. That two
    steps share one figure says nothing: an aggregate is how a source reports, not how a country works.
    """
    taken = _taken(procedures)
    known = reference.activities.get(activity)
    found = rows(taken, [known], case, rates=reference.rates) if known is not None else ()
    cells: Mapping[str, Cell | None] = found[0].cells if found else {}
    merged = {one.step_id for one in verdicts if _merges(one)}
    lives = [_lives(iso2, full.procedure.id, cells.get(iso2), merged) for iso2, full in taken.items()]
    lives += [
        Lives(country.iso2, None, How.UNKNOWN)
        for country in reference.countries.values()
        if country.status == _MEMBER and country.iso2 not in taken
    ]
    order = list(How)
    return tuple(sorted(lives, key=lambda one: (order.index(one.how), one.country)))


def _taken(procedures: Sequence[FullProcedure]) -> Mapping[str, FullProcedure]:
    """The procedure of each country that counts: country -> procedure."""
    detailed = {full.procedure.id: full for full in procedures if full.procedure.view is View.DETAILED}
    if not detailed:
        return {}
    regime, *others = {full.procedure.regime for full in detailed.values()}
    if others:
        raise ValueError("procedures of more than one regime")
    modes = {full.procedure.mode for full in detailed.values()} - {Mode.ANY}
    best = choose(
        [full.procedure for full in detailed.values()],
        regime,
        modes.pop() if len(modes) == 1 else None,
        steps={id_: len(full.steps) for id_, full in detailed.items()},
    )
    return {iso2: detailed[procedure.id] for iso2, procedure in best.items()}


def _merges(verdict: Mark | Decision) -> bool:
    return verdict.verdict is Verdict.MERGE and verdict.document_id is None and not verdict.stale


def _lives(iso2: str, procedure: str, cell: Cell | None, merged: Collection[str]) -> Lives:
    if cell is None:
        return Lives(iso2, procedure, How.WITHOUT)
    if all(step.id in merged for step in cell.steps):
        return Lives(iso2, procedure, How.MERGED, cell)
    online = all(step.channel in ELECTRONIC for step in cell.steps)
    return Lives(iso2, procedure, How.ONLINE if online else How.HAS, cell)
