"""Reads the records of a CSV file that may be anything, in memory that stays bounded."""

import csv
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from customs_app.domain.text import Message
from customs_app.exchange.problems import Problems

LINE_LIMIT = 1 << 20
FILE_LIMIT = 16 << 20
ROW_LIMIT = 100_000
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file: its number as a spreadsheet counts (1 is the header), and its cells."""

    number: int
    cells: tuple[str, ...]


class _UnreadableError(Exception):
    def __init__(self, expected: Message) -> None:
        super().__init__(expected.sentence)
        self.expected = expected


def read_records(path: Path, name: str, problems: Problems) -> tuple[Record, ...] | None:
    """All records of the file but empty ones; None where it cannot be read to its end.

    What is wrong is added to `problems` under `name`: no such file, a folder or device, not UTF-8 (a
    byte order mark is tolerated), broken quoting, a line over 1 MiB (its rest is not read), a file over
    16 MiB or 100,000 rows.
    """
    records: list[Record] = []
    number = 0
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            problems.add(name, None, None, Message("a file, found something else"))
            return None
        with path.open("rb") as file, _long_cells():
            for cells in csv.reader(_lines(file), strict=True):
                if number == ROW_LIMIT:
                    raise _UnreadableError(Message("at most {limit} rows, found more", {"limit": ROW_LIMIT}))
                number += 1
                if any(cells):
                    records.append(Record(number, tuple(cells)))
        return tuple(records)
    except FileNotFoundError:
        problems.add(name, None, None, Message("a file, but it is missing"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problems.add(name, None, None, Message("a file that can be read ({reason})", {"reason": reason}))
    except _UnreadableError as error:
        problems.add(name, number + 1, None, error.expected)
    except csv.Error as error:
        problems.add(name, number + 1, None, _misquoted(error))
    return None


def _lines(file: BinaryIO) -> Iterator[str]:
    at = 0
    while line := file.readline(LINE_LIMIT + 1):
        if len(line) > LINE_LIMIT:
            raise _UnreadableError(
                Message("a line of at most {limit} bytes, found a longer one", {"limit": LINE_LIMIT})
            )
        if at + len(line) > FILE_LIMIT:
            raise _UnreadableError(
                Message("a file of at most {limit} bytes, found a longer one", {"limit": FILE_LIMIT})
            )
        try:
            yield (line.removeprefix(_BOM) if at == 0 else line).decode("utf-8")
        except UnicodeDecodeError as error:
            where = at + error.start + (len(line) - len(error.object))
            raise _UnreadableError(
                Message(
                    "text in UTF-8; byte {position} of the file (hexadecimal {byte}) is not",
                    {"position": str(where + 1), "byte": f"{error.object[error.start]:02X}"},
                )
            ) from error
        at += len(line)


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let a cell be as long as a line may be; the limit of the csv module is one for the whole process."""
    usual = csv.field_size_limit(LINE_LIMIT)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def _misquoted(error: csv.Error) -> Message:
    if "field limit" in str(error):
        return Message(
            "a cell of at most {limit} characters, found a longer one; is a quote not closed?",
            {"limit": LINE_LIMIT},
        )
    if "unexpected end" in str(error):
        return Message("a closing quote, found the end of the file")
    return Message(
        "cells quoted as RFC 4180 says: a cell that has a comma, a quote or a line break stands "
        "between quotes, and a quote in it is doubled"
    )
