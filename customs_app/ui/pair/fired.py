"""Which rules fire for the steps of a pair, and for one side alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding
from customs_app.language.norms import norm_name
from customs_app.language.words import Words
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer
from customs_app.reports.pair.lines import PairLine, side_name
from customs_app.ui.loaded import Loaded


@dataclass(frozen=True, slots=True)
class Fired:
    """A finding, and the side of which it speaks."""

    side: str
    finding: Finding


def fired(line: PairLine, answer: Answer, loaded: Loaded) -> tuple[Fired, ...]:
    """Findings that name a step of the pair, by rule.

    Of one procedure as it is and as it would be at the left alone, of two versions at the right alone:
    findings are those of the open catalogue.
    """
    found = []
    without = None
    if answer.effect is not None:
        without = RIGHT
    elif answer.versions is not None:
        without = LEFT
    for side, which, ids in ((LEFT, answer.left, line.pair.left), (RIGHT, answer.right, line.pair.right)):
        if side == without:
            continue
        own = loaded.of_procedure.get(which.full.procedure.id, ())
        found += [Fired(side, one) for one in own if not set(ids).isdisjoint(one.steps)]
    return tuple(sorted(found, key=lambda one: (one.finding.rule, one.side)))


def one_sided(line: PairLine, found: Sequence[Fired], answer: Answer, words: Words) -> tuple[str, ...]:
    """Of each rule that fires for one side alone that it does not for the other."""
    same = answer.effect is not None or answer.versions is not None
    if same or not (line.pair.left and line.pair.right):
        return ()
    sides: Mapping[str, set[str]] = {one.finding.rule: set() for one in found}
    for one in found:
        sides[one.finding.rule].add(one.side)
    return tuple(
        words.text(
            "{rule} fires for {side}, not for {other}.",
            rule=rule,
            side=side_name(answer, next(iter(own)), words),
            other=side_name(answer, LEFT if RIGHT in own else RIGHT, words),
        )
        for rule, own in sides.items()
        if len(own) == 1
    )


def norms(found: Sequence[Fired], reference: Reference, words: Words) -> tuple[str, ...]:
    """The norms on which findings lean, each once, with what it asks for in a few words."""
    ids = dict.fromkeys(name for one in found for name in one.finding.standard)
    known = (reference.standards[name] for name in ids if name in reference.standards)
    return tuple(words.named(norm_name(one, words), one.title[words.language]) for one in known)
