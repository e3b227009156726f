"""Pages to be printed, as people write them: 1-3, 5."""

import re
from collections.abc import Sequence

from customs_app.domain.errors import InputError
from customs_app.domain.text import Message
from customs_app.language.words import N_

_PARTS = re.compile(r"[,;，、；\s]+")
_PART = re.compile(r"(\d{1,6})?([-–—])?(\d{1,6})?")


def pages_of(text: str, n: int) -> tuple[int, ...]:
    """The pages, counted from 0 and in order, that a text names of a paper of `n` pages.

    `3-` goes to the end and `-3` begins at the first. Raises InputError where the text is no range, names
    no page, or one that the paper has not.
    """
    found: set[int] = set()
    # A dash may stand between spaces; what else is parted by spaces stands on its own.
    for part in filter(None, _PARTS.split(re.sub(r"\s*([-–—])\s*", r"\1", text))):
        read = _PART.fullmatch(part)
        if read is None or not (read[1] or read[3]):
            raise InputError(Message(N_("“{part}” is no page: write 1-3, 5"), {"part": part}))
        first = int(read[1] or 1)
        last = int(read[3] or n) if read[2] else first
        if not 1 <= first <= last:
            raise InputError(Message(N_("“{part}” is no page: write 1-3, 5"), {"part": part}))
        if last > n:
            raise InputError(
                Message(N_("There is no page {page}: the last is {n}"), {"page": str(last), "n": str(n)})
            )
        found.update(range(first - 1, last))
    if not found:
        raise InputError(Message(N_("Which pages? Write 1-3, 5")))
    return tuple(sorted(found))


def as_text(pages: Sequence[int]) -> str:
    """Pages, counted from 0 and in order, as `1-3,5`."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][1] == page - 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ",".join(f"{first + 1}" if first == last else f"{first + 1}-{last + 1}" for first, last in runs)
