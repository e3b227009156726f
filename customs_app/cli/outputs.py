"""The files that a command writes: never in the place of a catalogue."""

from pathlib import Path

from customs_app.cli.usage import UsageError

_OUTPUTS = ("xlsx", "pdf", "csv", "out")
_DATABASE = b"SQLite format 3\0"


def refuse_catalogues(args: object) -> None:
    """UsageError where a paper, picture or table is asked for under the name of a catalogue that is there.

    A slip in the order of the names would else put it in place of an office's work.
    """
    for name in _OUTPUTS:
        path = getattr(args, name, None)
        if isinstance(path, Path) and _is_database(path):
            raise UsageError(f"--{name} {path} is a catalogue, which is not written over; give another name")


def _is_database(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:  # whoever writes there will say what is wrong
        return False
