"""Which pins of officials touch a row, and what pinning it would say."""

from collections.abc import Iterable

from customs_app.domain.alignment import Pin
from customs_app.reports.pair.answer import LEFT, Answer
from customs_app.reports.pair.lines import PairLine


def ends(line: PairLine) -> tuple[str, str] | None:
    """The two steps (ids, left and right) that a row sets against each other; None where it has one alone."""
    pair = line.pair
    if not (pair.left and pair.right):
        return None
    left = line.left.step.id if line.left is not None else pair.left[-1]
    right = line.right.step.id if line.right is not None else pair.right[-1]
    return left, right


def pins_of(line: PairLine, answer: Answer) -> tuple[Pin, ...]:
    """Pins between the two procedures, or about a step against any, that name a step of the row."""
    here = {*line.pair.left, *line.pair.right}
    sides = (_ids(answer, left=True), _ids(answer, left=False))
    return tuple(
        pin
        for pin in answer.pins
        if (pin.left_step in here or pin.right_step in here) and _between(pin, sides)
    )


def _between(pin: Pin, sides: tuple[frozenset[str], frozenset[str]]) -> bool:
    if pin.right_step is None:
        return True
    one, other = pin.left_step, pin.right_step
    return (one in sides[0] and other in sides[1]) or (other in sides[0] and one in sides[1])


def _ids(answer: Answer, *, left: bool) -> frozenset[str]:
    side = answer.left if left else answer.right
    return frozenset(step.id for step in side.full.steps)


def counterpart(line: PairLine, step_id: str, side: str) -> str | None:
    """The step of a row that stands on the other side than the step, which stands on `side`."""
    look = line.right if side == LEFT else line.left
    return None if look is None or look.step.id == step_id else look.step.id


def first_of(rows: Iterable[PairLine], wanted: Iterable[str]) -> PairLine | None:
    """The first row that has one of the wanted steps."""
    among = set(wanted)
    for line in rows:
        if any(look is not None and look.step.id in among for look in (line.left, line.right)):
            return line
    return None
