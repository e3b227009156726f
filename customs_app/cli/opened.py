"""Which catalogue a command works on, and who acts."""

import getpass
from pathlib import Path

from customs_app import paths
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import bring_up_to_date, create, open_catalogue
from customs_app.domain.review import Reviewer


def named_or_default(file: Path | None) -> Path:
    """The file named, or the user's own catalogue, made from the starting content at first use."""
    if file is not None:
        return file
    default = paths.default_catalogue()
    if not default.exists():
        create(default)
    return default


def opened(file: Path | None, *, read_only: bool = True, edition: str | None = None) -> Catalogue:
    """The open catalogue; see `named_or_default`. CatalogueError where it cannot be opened.

    One of an older release is brought up to date first, also where it is only read: without a screen
    nothing else would. `edition` is the id or the title of an edition to open in its place; InputError
    where there is none.
    """
    path = named_or_default(file)
    bring_up_to_date(path)
    if edition is None:
        return open_catalogue(path, read_only=read_only)
    from customs_app.catalogue.frozen import open_edition  # noqa: PLC0415 - asked for seldom

    return open_edition(path, edition)


def reviewer(delegation: str) -> Reviewer:
    """The person who runs the command, by login name."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in this container
        name = "customs-app"
    return Reviewer(name, delegation)
