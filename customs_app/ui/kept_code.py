"""Keeps code that every start would compile anew: of PySide's own modules, and of records.

Python keeps the code of modules in files for itself, but not of those that PySide carries as text inside
its library, nor of text that is made while a program runs (`domain/record.py`): together a seventh of a
start. The code kept is that of the very same text, compiled by the very same Python, in a file that nobody
but the user can write; one that cannot be read or written costs nothing but the time.
"""

from __future__ import annotations  # what calls `compile` has it, and compiled modules inherit it

import builtins
import contextlib
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

_Kept = dict[tuple[str, bytes], CodeType]


@contextmanager
def kept_code(file: Path) -> Iterator[None]:
    """Take code from a file instead of compiling it, and put into the file what it lacks."""
    had, used = _read(file), _Kept()
    compile_anew = builtins.compile

    def compile_once(source: object, filename: str, *others: object, **named: object) -> object:
        if not isinstance(source, bytes) or others != ("exec",) or named:
            return compile_anew(source, filename, *others, **named)  # type: ignore[call-overload]
        code = had.get((filename, source)) or compile_anew(source, filename, "exec")
        used[filename, source] = code
        return code

    builtins.compile = compile_once  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.compile = compile_anew
    if used.keys() - had.keys() and not sys.dont_write_bytecode:
        with contextlib.suppress(OSError):
            _write(file, used)


def _read(file: Path) -> _Kept:
    with contextlib.suppress(OSError, EOFError, ValueError, TypeError), file.open("rb") as opened:
        content = opened.read() if _is_ours(os.fstat(opened.fileno())) else b""
        if content.startswith(MAGIC_NUMBER):
            kept = marshal.loads(content[len(MAGIC_NUMBER) :])  # noqa: S302 - as the code of modules
            return kept if isinstance(kept, dict) else {}
    return {}


def _is_ours(status: os.stat_result) -> bool:
    """Whether nobody but the user can write a file; on Windows the folder sees to that."""
    return sys.platform == "win32" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def _write(file: Path, kept: _Kept) -> None:
    """Another window that starts at the same time finds the whole file or none."""
    from tempfile import mkstemp  # noqa: PLC0415 - at few starts

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, own = mkstemp(dir=file.parent)  # for the user alone
    try:
        with os.fdopen(handle, "wb") as fresh:
            fresh.write(MAGIC_NUMBER + marshal.dumps(kept))
        Path(own).replace(file)
    except OSError:
        Path(own).unlink()
        raise
