"""What sentences about differences are made of.

Names of countries and activities stand in no phrase that would need another case or gender of them:
in Russian they are given in the nominative only.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from customs_app.analysis.rows import Cell, Row
from customs_app.domain.text import Message, Text

Names = Callable[[Iterable[str]], tuple[Text, ...]]
"""Gives the names of countries (ISO 3166 alpha-2)."""

_T = TypeVar("_T")


class Kind(IntEnum):
    """What a sentence is about, from the most telling to the least."""

    LIKE_FOR_LIKE = 0
    ONLY_ONE_HAS = 1
    ONLY_ONE_LACKS = 2
    IN_PERSON = 3
    CHANNEL = 4
    STEPS = 5
    TIME = 6
    FEE = 7
    CONDITION = 8
    SOME_LACK = 9


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence; `activity` is the code of its row, empty where it speaks of the whole procedure.

    `countries` are those which it sets apart, or all that it names where none stands alone.
    """

    activity: str
    countries: tuple[str, ...]
    message: Message
    kind: Kind


def there(row: Row) -> dict[str, Cell]:
    """The countries that have the activity, with their cells."""
    return {iso2: cell for iso2, cell in row.cells.items() if cell is not None}


def joined(groups: Sequence[Message]) -> Message:
    """Groups one after another, told apart from the lists inside them."""
    if len(groups) == 1:
        return groups[0]
    return Message("{first}; {rest}", {"first": groups[0], "rest": joined(groups[1:])})


def grouped(values: Mapping[str, _T]) -> dict[_T, list[str]]:
    """The countries that share a value: value -> countries, in order of first appearance."""
    groups: dict[_T, list[str]] = {}
    for iso2, value in values.items():
        groups.setdefault(value, []).append(iso2)
    return groups
