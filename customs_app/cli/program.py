"""The program `customs-app`: takes its arguments apart, runs one command, and says what went wrong."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from customs_app.cli.commands import COMMANDS, window_arguments
from customs_app.cli.usage import UsageError
from customs_app.domain.errors import CustomsError
from customs_app.domain.job import Cancelled
from customs_app.domain.text import Language

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

INTERRUPTED = 130
PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window where none is named.

    The exit status: 0 done, 1 wrong input, 2 wrong usage, 130 interrupted, 141 nobody reads on.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        args = _parsed(arguments)
    except SystemExit as stop:  # argparse has said why
        return stop.code if isinstance(stop.code, int) else 2
    _write_utf8(args)
    try:
        status = _run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads on; the interpreter must not try again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except (KeyboardInterrupt, Cancelled):
        return INTERRUPTED
    return status


def _parsed(arguments: list[str]) -> argparse.Namespace | SimpleNamespace:
    window = window_arguments(arguments)
    if window and len(arguments) <= 1:
        # The window opens without the parsers of all the commands, which take a while to load and to build.
        file = Path(arguments[0]) if arguments else None
        return SimpleNamespace(command="window", file=file, json=False, lang=Language.EN)
    from customs_app.cli.parser import build_parser  # noqa: PLC0415 - not at start of the window

    return build_parser().parse_args(["window", *arguments] if window else arguments)


def _run(args: argparse.Namespace | SimpleNamespace) -> int:
    try:
        module, function = COMMANDS[args.command]
        status: int = getattr(import_module(module), function)(args)
    except CustomsError as error:
        from customs_app.cli.console import say_error  # noqa: PLC0415 - not at start

        say_error(error, args.lang)
        return 1
    except UsageError as error:
        print(f"customs-app {args.command}: {error}", file=sys.stderr)
        return 2
    return status


def _write_utf8(args: argparse.Namespace | SimpleNamespace) -> None:
    """Programs read UTF-8; a terminal that has no sign for a letter gets a mark in its place."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if args.json and stream is sys.stdout:
            stream.reconfigure(encoding="utf-8", errors="strict")
        else:
            stream.reconfigure(errors="replace")
