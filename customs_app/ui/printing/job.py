"""What is to be printed, and how."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from customs_app.domain.errors import CustomsError
from customs_app.domain.job import Progress


class PrintError(CustomsError):
    """A printer is not there or does not take the paper."""


class Sides(StrEnum):
    """On which sides of a sheet, in the words of the Internet Printing Protocol."""

    PRINTER = ""
    ONE = "one-sided"
    LONG = "two-sided-long-edge"
    SHORT = "two-sided-short-edge"


class Sheet(StrEnum):
    """On which paper; PRINTER is what the printer is set to."""

    PRINTER = ""
    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A PDF, what the queue calls it, which of its `n` pages (from 0), and how."""

    file: Path
    title: str
    n: int
    pages: tuple[int, ...]
    printer: str
    copies: int = 1
    sides: Sides = Sides.PRINTER
    sheet: Sheet = Sheet.PRINTER

    @property
    def whole(self) -> bool:
        """Whether all pages are printed."""
        return len(self.pages) == self.n


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers of the system by name, the one it would take, and those that are stopped."""

    names: Sequence[str]
    usual: str = ""
    stopped: frozenset[str] = frozenset()


class PrintSystem(Protocol):
    """What prints; both are called beside the event loop."""

    def printers(self) -> Printers:
        """The printers there are; raises PrintError where that cannot be said."""

    def send(self, job: PrintJob, progress: Progress) -> None:
        """Print; raises PrintError and Cancelled."""
