"""What delegations marked before a meeting, as the votes on one step."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark, Reviewer


@dataclass(frozen=True, slots=True)
class Vote:
    """What one delegation marked on a step; its newest mark is its vote.

    `marks` are those on the step itself, the newest first. `hidden`: it has marked the step, and nobody
    may see what, because the round is blind.
    """

    delegation: str
    marks: tuple[Mark, ...] = ()
    hidden: bool = False

    @property
    def verdict(self) -> Verdict | None:
        """The vote; None where there is none, or none is seen."""
        return self.marks[0].verdict if self.marks else None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts of the delegation's reviewers, each once, the vote first."""
        return tuple(dict.fromkeys(mark.verdict for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes of delegations on one step, in the order in which the delegations were named.

    `agree` is how many of the `of` delegations with a vote want what most want; `majority` is that
    verdict, None where two are equally strong.
    """

    votes: tuple[Vote, ...]
    majority: Verdict | None
    agree: int
    of: int

    @property
    def by_delegation(self) -> Mapping[str, Verdict]:
        """The votes that are seen."""
        return {vote.delegation: vote.verdict for vote in self.votes if vote.verdict is not None}


def votes(
    step_id: str,
    marks: Iterable[Mark],
    delegations: Sequence[str],
    hidden: Collection[Reviewer] = (),
) -> Votes:
    """The votes on a step; delegations that marked it and are not named come after those that are.

    `hidden` are those who have marked the step, but whose marks may not be seen.
    """
    own = [mark for mark in marks if mark.step_id == step_id and mark.document_id is None]
    own.sort(key=lambda mark: (mark.at, mark.id), reverse=True)
    unseen = {who.delegation for who in hidden}
    named = dict.fromkeys((*delegations, *sorted({mark.reviewer.delegation for mark in own} | unseen)))
    every = tuple(
        Vote(one, tuple(mark for mark in own if mark.reviewer.delegation == one), one in unseen)
        for one in named
    )
    count = Counter(vote.verdict for vote in every if vote.verdict is not None)
    agree = max(count.values(), default=0)
    strongest = [verdict for verdict, n in count.items() if n == agree]
    return Votes(every, strongest[0] if len(strongest) == 1 else None, agree, count.total())


def contested(marks: Iterable[Mark]) -> frozenset[str]:
    """Ids of the steps about which delegations are not of one mind, or about a document of which."""
    wanted: dict[tuple[str, str | None], dict[str, Verdict]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.at, mark.id)):
        wanted.setdefault((mark.step_id, mark.document_id), {})[mark.reviewer.delegation] = mark.verdict
    return frozenset(step_id for (step_id, _), by in wanted.items() if len(set(by.values())) > 1)
