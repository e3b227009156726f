"""What the commands say to the person at the terminal."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence

from customs_app.domain.errors import CustomsError, InputError, Problem
from customs_app.domain.text import Language
from customs_app.language.words import Words, words

# Control characters but the line break, and the signs that turn the direction of the text after them.
_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def say(text: str, *, error: bool = False) -> None:
    """Print lines for a person; signs in them that would steer the terminal become a mark."""
    print(_STEERING.sub("\N{REPLACEMENT CHARACTER}", text), file=sys.stderr if error else sys.stdout)


def say_error(error: CustomsError, language: Language) -> None:
    """One clear message on the error stream, and under it all that is wrong, one problem a line."""
    chosen = words(language)
    say(chosen.say(error.message), error=True)
    if isinstance(error, InputError):
        for problem in error.problems:
            say(f"  {problem_line(problem, chosen)}", error=True)


def problem_line(problem: Problem, chosen: Words) -> str:
    """A problem with its place and what was expected there."""
    return chosen.text("{place}: expected {what}", place=place(problem, chosen), what=problem.expected)


def warning_line(warning: Problem, chosen: Words) -> str:
    """Something odd but harmless, with its place."""
    return f"{place(warning, chosen)}: {chosen.say(warning.expected)}"


def place(problem: Problem, chosen: Words) -> str:
    """Where a problem stands: file, row, column."""
    parts = [problem.file]
    if problem.row is not None:
        parts.append(chosen.text("row {row}", row=str(problem.row)))
    if problem.column is not None:
        parts.append(chosen.text("column {column}", column=problem.column))
    return ", ".join(parts)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """An aligned table of text; `right` are the places of columns whose numbers stand at the right edge.

    Chinese signs take two places. A cell with a line break goes on in the lines below.
    """
    lines = [tuple(head), *(tuple(row) for row in rows)]
    split = [[cell.split("\n") for cell in line] for line in lines]
    widths = [max(width(part) for line in split for part in line[place]) for place in range(len(head))]
    out: list[str] = []
    for line in split:
        for n in range(max(len(cell) for cell in line)):
            cells = [cell[n] if n < len(cell) else "" for cell in line]
            out.append(
                "  ".join(_padded(cell, widths[i], i in right) for i, cell in enumerate(cells)).rstrip()
            )
    rule = "  ".join("─" * size for size in widths)
    return "\n".join([out[0], rule, *out[1:]])


def width(text: str) -> int:
    """How many places of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _padded(text: str, size: int, right: bool) -> str:
    gap = " " * (size - width(text))
    return gap + text if right else text + gap
