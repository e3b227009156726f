"""Gathers all that is wrong with an input before it is refused."""

from customs_app.domain.errors import InputError, Problem
from customs_app.domain.text import Message

LISTED = 1000
"""So many problems are listed one by one; those after them are only counted."""


class Problems:
    """Everything found wrong so far, in the order of finding; memory stays bounded however bad the input."""

    def __init__(self) -> None:
        self.count = 0
        self.listed: list[Problem] = []

    def add(self, file: str, row: int | None, column: str | None, expected: Message) -> None:
        """Note one problem; see `Problem` for the parts."""
        self.count += 1
        if len(self.listed) < LISTED:
            self.listed.append(Problem(file, row, column, expected))

    def refuse(self) -> None:
        """Raise InputError with all problems, in order of file and row, where there is one."""
        if not self.count:
            return
        if self.count > LISTED:
            message = Message(
                "Nothing was imported: {found} problems, of which the first {listed} are listed.",
                {"found": self.count, "listed": LISTED},
            )
        else:
            message = Message(
                "Nothing was imported: {n} problem.", {"n": self.count}, "Nothing was imported: {n} problems."
            )
        raise InputError(message, sorted(self.listed, key=lambda p: (p.file, p.row or 0)))
