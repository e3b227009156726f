"""Lines of the table of all benchmarks, and the catalogue that they are measured on."""

import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import create, open_catalogue


class Line(NamedTuple):
    """One line of the table: what is measured, ours, what stands beside it, their ratio, the goal."""

    what: str
    ours: str
    beside: str = ""
    ratio: str = ""
    goal: str = ""


def ms(values: Sequence[float]) -> str:
    """Median of seconds, as milliseconds with least and most."""
    digits = 1 if median(values) < 0.01 else 0
    middle, least, most = (f"{one * 1000:.{digits}f}" for one in (median(values), min(values), max(values)))
    return f"{middle} ms ({least} to {most})"


def print_lines(lines: Callable[[Catalogue], Iterable[Line]]) -> None:
    """Measure on a starting catalogue built for it, and print each line."""
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        path = Path(folder) / "catalogue.customs"
        create(path)
        with open_catalogue(path) as catalogue:
            for line in lines(catalogue):
                sys.stdout.write(f"{' | '.join(line)}\n")
