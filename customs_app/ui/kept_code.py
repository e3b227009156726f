"""Keeps code that every start would compile anew: of PySide's own modules, and of records.

Python keeps the code of modules in files for itself, but not of those that PySide carries as text inside
its library, nor of text that is made while a program runs (`domain/record.py`): together a sixth of a
start. The code kept is that of the very same text, compiled by the very same Python; a file that cannot be
read or written costs nothing but the time.
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
# They write files for type checkers, which nobody does in a window, and compile dear patterns for it.
_LEFT_OUT = ("shibokensupport/signature/lib/pyi_generator.py", "shibokensupport/signature/lib/enum_sig.py")


@contextmanager
def kept_code(file: Path) -> Iterator[None]:
    """Take code from a file instead of compiling it, and put into the file what it lacks."""
    had, used = _read(file), _Kept()
    compile_anew = builtins.compile

    def compile_once(source: object, filename: str, *others: object, **named: object) -> object:
        if not isinstance(source, bytes) or others != ("exec",) or named:
            return compile_anew(source, filename, *others, **named)  # type: ignore[call-overload]
        if filename in _LEFT_OUT:
            source = b""
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
    with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
        content = file.read_bytes()
        if content.startswith(MAGIC_NUMBER):
            # As with the code of modules, whoever may write it is the user.
            kept = marshal.loads(content[len(MAGIC_NUMBER) :])  # noqa: S302
            return kept if isinstance(kept, dict) else {}
    return {}


def _write(file: Path, kept: _Kept) -> None:
    """Another window that starts at the same time finds the whole file or none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    own = file.with_name(f"{file.name}.{os.getpid()}")
    own.write_bytes(MAGIC_NUMBER + marshal.dumps(kept))
    own.replace(file)
