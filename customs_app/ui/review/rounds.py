"""Who has marked in a round of review, and who is still awaited."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from customs_app.domain.codes import RoundState
from customs_app.domain.meeting import Round
from customs_app.domain.procedure import FullProcedure
from customs_app.language.labels import delegation_name
from customs_app.language.words import Words
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.mark_book import MarkBook


@dataclass(frozen=True, slots=True)
class Standing:
    """One delegation in a round: `steps` has how many steps it has marked."""

    delegation: str
    steps: int

    @property
    def marked(self) -> bool:
        """Whether it has marked anything."""
        return self.steps > 0


def procedures_of(round_: Round, loaded: Loaded) -> tuple[FullProcedure, ...]:
    """The procedures that a round takes in."""
    return tuple(full for full in loaded.procedures.values() if round_.takes_in(full.procedure.id))


def standings(
    round_: Round, book: MarkBook, loaded: Loaded, steps: Collection[str] | None = None
) -> tuple[Standing, ...]:
    """Who has marked these steps (ids; None: any in the round), and who is awaited, those who have first.

    Awaited are the delegations of the countries whose procedures the round takes in.
    """
    own = procedures_of(round_, loaded)
    among = [step.id for full in own for step in full.steps] if steps is None else steps
    counts = dict.fromkeys(sorted({full.procedure.country for full in own}), 0)
    for step_id in among:
        for delegation in delegations_of(step_id, book):
            counts[delegation] = counts.get(delegation, 0) + 1
    return tuple(
        sorted(
            (Standing(delegation, n) for delegation, n in counts.items()),
            key=lambda one: (not one.marked, one.delegation),
        )
    )


def delegations_of(step_id: str, book: MarkBook) -> frozenset[str]:
    """The delegations that have marked a step, whether their marks are seen or not."""
    seen = {mark.reviewer.delegation for mark in book.of_step(step_id)}
    return frozenset(seen | {who.delegation for who in book.hidden_of((step_id,))})


def who_has_marked(found: Iterable[Standing], loaded: Loaded, words: Words) -> str:
    """Who has marked how much, and who has not, a line each."""
    countries = loaded.reference.countries
    lines, awaited = [], []
    for one in found:
        name = delegation_name(one.delegation, countries, words)
        if one.marked:
            steps = words.count("{n} step marked", "{n} steps marked", one.steps)
            lines.append(words.text("{delegation}: {steps}", delegation=name, steps=steps))
        else:
            awaited.append(name)
    if awaited:
        lines.append(words.text("Nothing yet from: {delegations}", delegations=tuple(awaited)))
    return "\n".join(lines)


def round_name(round_: Round, words: Words) -> str:
    """A round by its number and state."""
    if round_.state is RoundState.BLIND:
        return words.text("Round {n}, blind", n=str(round_.number))
    return words.text("Round {n}, opened", n=str(round_.number))
