"""The commands by their names, and what opens the window; light, as a start of the window reads no more."""

from collections.abc import Mapping, Sequence
from pathlib import Path

COMMANDS: Mapping[str, tuple[str, str]] = {
    "window": ("customs_app.cli.window", "run"),
    "new": ("customs_app.cli.file_commands", "new"),
    "check": ("customs_app.cli.file_commands", "check"),
    "backup": ("customs_app.cli.file_commands", "backup"),
    "import": ("customs_app.cli.import_command", "run"),
    "export": ("customs_app.cli.export_command", "run"),
    "compare": ("customs_app.cli.compare_command", "run"),
    "propose": ("customs_app.cli.propose_command", "run"),
    "findings": ("customs_app.cli.findings_command", "run"),
    "corridor": ("customs_app.cli.corridor_command", "run"),
    "minutes": ("customs_app.cli.minutes_command", "run"),
    "figure": ("customs_app.cli.figure_command", "run"),
    "edition": ("customs_app.cli.edition_command", "run"),
}
"""Module and function that do each command; they are loaded when the command is run."""


def window_arguments(arguments: Sequence[str]) -> bool:
    """Whether no command is named, but at most a file: what exists, or looks like a path."""
    if not arguments:
        return True
    first = arguments[0]
    if first.startswith("-") or first in COMMANDS:
        return False
    return names_file(first)


def names_file(text: str) -> bool:
    """Whether an argument that may be a name or a file is a file: one that exists, or looks like a path."""
    path = Path(text)
    return path.exists() or path.name != text or bool(path.suffix)
