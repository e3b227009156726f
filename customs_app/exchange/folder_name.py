"""Country folders by their names, which tell the country."""

from collections.abc import Sequence
from pathlib import Path

from customs_app.catalogue.tables import COUNTRY_TABLES

_FILES = frozenset(table.file for table in COUNTRY_TABLES)


def with_its_name(folder: Path) -> Path:
    """The folder by a path that ends in its name, also where `.` or `..` was given.

    A link keeps the name it was given, whatever it leads to.
    """
    return folder if folder.name not in ("", "..") else folder.resolve()


def country_folders(folder: Path) -> Sequence[Path]:
    """The country folders that stand in a folder, as an export writes them; else the folder itself."""
    if not folder.is_dir() or _holds_files(folder):
        return (folder,)
    within = sorted(one for one in folder.iterdir() if one.is_dir() and _holds_files(one))
    return tuple(within) or (folder,)


def _holds_files(folder: Path) -> bool:
    return any((folder / name).exists() for name in _FILES)
