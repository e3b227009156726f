"""What steps wait for, told in rows of an alignment so that both sides can be compared."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.align.pinned import Places
from customs_app.domain.procedure import FullProcedure


class Before:
    """Which steps must end before each step of a procedure, by places; a circle is cut open once.

    `known`: some step of the procedure is recorded to wait for another.
    """

    def __init__(self, full: FullProcedure) -> None:
        place = {step.id: number for number, step in enumerate(full.steps)}
        before = [[place[name] for name in step.depends_on if name in place] for step in full.steps]
        self.known = any(before)
        self.order: list[int] = []
        self.direct: list[list[int]] = [[] for _ in before]
        state = [0] * len(before)  # 1 on the way down to it, 2 done
        for start in range(len(before)):
            waiting = [(start, iter(before[start]))] if not state[start] else []
            state[start] = state[start] or 1
            while waiting:
                here, others = waiting[-1]
                other = next(others, None)
                if other is None:
                    state[here] = 2
                    self.order.append(here)
                    waiting.pop()
                elif state[other] == 2:
                    self.direct[here].append(other)
                elif state[other] == 0:
                    state[other] = 1
                    self.direct[here].append(other)
                    waiting.append((other, iter(before[other])))


def waits(before: Before, rows: Sequence[Places], side: int) -> list[int]:
    """For each row the rows for which its steps of one side wait, as a set of bits.

    A step that stands alone hands on what it waits for; what another of the rows waits for is left out.
    """
    own = [0] * len(before.order)  # the bit of the row in which a step stands, none for a lone one
    for number, row in enumerate(rows):
        if row[0] and row[1]:
            for place in row[side]:
                own[place] = 1 << number
    near, far = [0] * len(own), [0] * len(own)
    for place in before.order:
        for other in before.direct[place]:
            near[place] |= own[other] or near[other]
            far[place] |= own[other] | far[other]
    ahead, found = _of_rows(far, rows, side), _of_rows(near, rows, side)
    for number, bits in enumerate(found):
        if bits & (bits - 1):  # more than one
            for other in _bits(bits):
                found[number] &= ~(ahead[other] & ~(1 << other))
    return [bits & ~(1 << number) for number, bits in enumerate(found)]


def _of_rows(own: Sequence[int], rows: Sequence[Places], side: int) -> list[int]:
    """What is said of steps, for each row of them together."""
    found = [0] * len(rows)
    for number, row in enumerate(rows):
        for place in row[side]:
            found[number] |= own[place]
    return found


def _bits(bits: int) -> Iterator[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
