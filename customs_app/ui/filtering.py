"""What lists of several views are filtered by: whose marks, and words of a text."""

from collections.abc import Sequence
from enum import StrEnum

from customs_app.domain.review import Mark, Reviewer


class MarkFilter(StrEnum):
    """Whose marks a step must carry to be shown."""

    ALL = "all"
    MINE = "mine"
    OTHERS = "others"
    UNMARKED = "unmarked"
    STALE = "stale"


def marks_pass(marks: Sequence[Mark], wanted: MarkFilter, who: Reviewer | None) -> bool:
    """Whether the marks of one step are such as are asked for."""
    if wanted is MarkFilter.ALL:
        return True
    if wanted is MarkFilter.UNMARKED:
        return not marks
    if wanted is MarkFilter.STALE:
        return any(mark.stale for mark in marks)
    mine = wanted is MarkFilter.MINE
    return any((mark.reviewer == who) is mine for mark in marks)


def text_passes(haystack: str, text: str) -> bool:
    """Whether every word of the filter stands in a folded text, in any order."""
    return all(word in haystack for word in text.casefold().split())
