"""How wide the columns are: never so narrow that a figure is cut, and equal where there is room."""

from collections.abc import Sequence

LEAST = 92
COMFORT = 112
MOST = 150
FIRST = 210
FIRST_LEAST = 176
FIRST_MOST = 380
LAST = 66


def share_out(needed: Sequence[int], first: int, room: int) -> tuple[int, tuple[int, ...]]:
    """The width of the first column and of each country's, in logical pixels.

    `needed` is what each country's column needs, `first` what the longest name needs, `room` the width
    of all columns but the last. Where there is too little the columns keep what they need, and scroll.
    """
    widths = [max(LEAST, width) for width in needed]
    name = min(FIRST, max(first, 120))
    if not widths:
        return name, ()
    spare = room - name - sum(widths)
    if FIRST_LEAST - name <= spare < 0:
        name, spare = name + spare, 0
    spare = _level(widths, COMFORT, spare)
    more = max(0, min(spare, min(first, FIRST_MOST) - name))
    name, spare = name + more, spare - more
    spare = _level(widths, MOST, spare)
    return name + max(0, spare), tuple(widths)


def _level(widths: list[int], most: int, spare: int) -> int:
    """Widen the narrowest columns, all to one width at most `most`; what is left of the spare pixels."""
    while spare > 0:
        low = min(widths)
        narrow = [at for at, width in enumerate(widths) if width == low]
        if low >= most:
            break
        above = min([width for width in widths if width > low] + [most])
        each = min(above - low, spare // len(narrow))
        if each == 0:
            break
        for at in narrow:
            widths[at] += each
        spare -= each * len(narrow)
    return spare
