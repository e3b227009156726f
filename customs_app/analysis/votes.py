"""What delegations marked before a meeting, as the votes on one step."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.opinions import most
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark, Reviewer


@dataclass(frozen=True, slots=True)
class Vote:
    """What one delegation marked on a step, or a document of it; its vote is what most of its reviewers want.

    `marks` are those on that alone, the newest first. `hidden`: it has marked the step, and nobody
    may see what, because the round is blind.
    """

    delegation: str
    marks: tuple[Mark, ...] = ()
    hidden: bool = False

    @property
    def verdict(self) -> Verdict | None:
        """The vote; None where there is none, none is seen, or its reviewers are of two minds."""
        return most(mark.verdict for mark in self.marks)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts of the delegation's reviewers, each once, the newest first."""
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
    *,
    document_id: str | None = None,
) -> Votes:
    """The votes on a step; delegations that marked it and are not named come after those that are.

    `hidden` are those who have marked the step, but whose marks may not be seen. With `document_id` it is
    the votes on that document of the step.
    """
    own = [mark for mark in marks if mark.step_id == step_id and mark.document_id == document_id]
    own.sort(key=lambda mark: (mark.at, mark.id), reverse=True)
    unseen = {who.delegation for who in hidden}
    named = dict.fromkeys((*delegations, *sorted({mark.reviewer.delegation for mark in own} | unseen)))
    every = tuple(
        Vote(one, tuple(mark for mark in own if mark.reviewer.delegation == one), one in unseen)
        for one in named
    )
    count = Counter(vote.verdict for vote in every if vote.verdict is not None)
    agree = max(count.values(), default=0)
    return Votes(every, most(count.elements()), agree, count.total())
