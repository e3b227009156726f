"""Errors that an official can mend; everything else is a fault of ours."""

from collections.abc import Sequence

from customs_app.domain.record import record
from customs_app.domain.text import Message


class CustomsError(Exception):
    """A known error, worded for the person who meets it."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class CatalogueError(CustomsError):
    """The catalogue file cannot be used as asked: missing, damaged, too new, locked, full or read-only."""


@record(frozen=True, slots=True)
class Problem:
    """One thing wrong with what was given: file, row (1 is the header), column, and what was expected."""

    file: str
    row: int | None
    column: str | None
    expected: Message

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", column {self.column}"
        return f"{place}: {self.expected}"


class InputError(CustomsError):
    """What was given cannot be taken; `problems` lists all that is wrong with it."""

    def __init__(self, message: Message, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *map(str, self.problems)])
