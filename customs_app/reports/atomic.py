"""Files that appear whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from customs_app.domain.errors import CustomsError
from customs_app.domain.text import Message

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_IN_USE = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
_DATABASE = b"SQLite format 3\0"


class OutputError(CustomsError):
    """A file cannot be written where it was asked for; what stood there before is untouched."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside `path` to write into; it takes the place of `path` when all went well.

    Where the work ends in an error or is cancelled, the new file goes and `path` stays as it was.
    Raises OutputError where the folder is missing, full or closed to us, or the file is protected, in use, or
    a catalogue: a slip in the order of names would else put a paper in place of an office's work.
    """
    target = path.resolve()
    if target.is_dir():
        raise OutputError(Message("{path} is a folder; give the name of a file.", {"path": str(path)}))
    if target.exists() and not os.access(target, os.W_OK):
        # Taking its place would need no right to write into it.
        raise OutputError(
            Message("{path} is protected against writing. Choose another name.", {"path": str(target)})
        )
    if _is_database(target):
        raise OutputError(
            Message(
                "{path} is a catalogue, which no paper replaces. Choose another name.", {"path": str(path)}
            )
        )
    fresh = _beside(target)
    try:
        yield fresh
        _keep(fresh, target)
    except OSError as error:
        raise _worded(error, target) from error
    finally:
        with suppress(OSError):  # what went wrong is told already
            fresh.unlink(missing_ok=True)


def _is_database(target: Path) -> bool:
    with suppress(OSError), target.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE
    return False


def _worded(error: OSError, target: Path) -> OutputError:
    if error.errno in _FULL:
        return _full(target)
    return OutputError(
        Message(
            "Nothing can be written to the folder {folder}: {reason}.",
            {"folder": str(target.parent), "reason": error.strerror or str(error)},
        )
    )


def _full(target: Path) -> OutputError:
    return OutputError(Message("There is no room left on the disk for {path}.", {"path": str(target)}))


def _beside(target: Path) -> Path:
    """An empty file in the target's folder, so that taking its place needs no copy."""
    fresh = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        # Made by open, not by mkstemp: the paper shall be as readable to others as any file of the user.
        fresh.open("xb").close()
    except FileNotFoundError as error:
        raise OutputError(
            Message("The folder {folder} does not exist.", {"folder": str(target.parent)})
        ) from error
    except OSError as error:
        raise _worded(error, target) from error
    return fresh


def _keep(fresh: Path, target: Path) -> None:
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        fresh.replace(target)
    except OSError as error:
        if error.errno not in _IN_USE:
            raise
        raise OutputError(
            Message(
                "{path} cannot be replaced. Is it open in another program? Close it there and try again.",
                {"path": str(target)},
            )
        ) from error
