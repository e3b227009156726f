"""Two ways to do one thing, measured in turn in one run: A B A B ..., the ratio taken pair by pair."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

_LIMIT_S = 300


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of each way, pair by pair."""

    ours: tuple[float, ...]
    other: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Median of the pairs' ratios: below 1, ours is the faster."""
        return median(a / b for a, b in zip(self.ours, self.other, strict=True))


def in_turn(ours: Callable[[], object], other: Callable[[], object], pairs: int = 7) -> Measured:
    """Seconds of the two, after one run of each that is not counted."""
    ours(), other()
    measured = [(_seconds(ours), _seconds(other)) for _ in range(pairs)]
    return Measured(tuple(a for a, _ in measured), tuple(b for _, b in measured))


def seconds(does: Callable[[], object], times: int = 7) -> tuple[float, ...]:
    """Seconds of one way alone, after one run that is not counted."""
    does()
    return tuple(_seconds(does) for _ in range(times))


def process(arguments: Sequence[str], **environment: str) -> Callable[[], object]:
    """A whole Python process as a thing to measure; an exit status other than 0 is an error,
    and so is a process that does not end.

    As in an installation, compiled modules stay from one run to the next.
    """
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        subprocess.run(
            [sys.executable, *arguments], env={**around, **environment}, check=True, timeout=_LIMIT_S
        )

    return run


def _seconds(does: Callable[[], object]) -> float:
    began = time.perf_counter()
    does()
    return time.perf_counter() - began
