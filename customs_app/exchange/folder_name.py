"""The name of a folder, which tells the country."""

from pathlib import Path


def with_its_name(folder: Path) -> Path:
    """The folder by a path that ends in its name, also where `.` or `..` was given.

    A link keeps the name it was given, whatever it leads to.
    """
    return folder if folder.name not in ("", "..") else folder.resolve()
