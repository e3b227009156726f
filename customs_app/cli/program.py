"""The program `customs-app`: takes its arguments apart, runs one command, and says what went wrong."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from customs_app.cli.parser import COMMANDS, build_parser, window_arguments
from customs_app.cli.usage import UsageError
from customs_app.domain.errors import CustomsError
from customs_app.domain.job import Cancelled
from customs_app.domain.text import Language

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


def _parsed(arguments: list[str]) -> argparse.Namespace:
    if not window_arguments(arguments):
        return build_parser().parse_args(arguments)
    if len(arguments) > 1:
        return build_parser().parse_args(["window", *arguments])
    # The window opens without the parsers of all the commands, which take a while to build.
    file = Path(arguments[0]) if arguments else None
    return argparse.Namespace(command="window", file=file, json=False, lang=Language.EN)


def _run(args: argparse.Namespace) -> int:
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


def _write_utf8(args: argparse.Namespace) -> None:
    """Programs read UTF-8; a terminal that has no sign for a letter gets a mark in its place."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if args.json and stream is sys.stdout:
            stream.reconfigure(encoding="utf-8", errors="strict")
        else:
            stream.reconfigure(errors="replace")
