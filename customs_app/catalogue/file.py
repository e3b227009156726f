"""Catalogue files: making one, and opening one with whatever it needs before."""

import os
from contextlib import closing
from pathlib import Path

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.connection import APPLICATION_ID, connect, known_failures, unseen
from customs_app.catalogue.header import Header, read_header
from customs_app.catalogue.migrations import migrate, scripts
from customs_app.domain.errors import CatalogueError
from customs_app.domain.job import Progress, no_progress
from customs_app.domain.text import Message


def create(path: Path, *, starting: bool = True, progress: Progress = no_progress) -> None:
    """Make a catalogue with the starting content, or with the reference lists only.

    The file appears when it is whole: where `progress` raises Cancelled or anything fails, nothing is
    left. CatalogueError where a file of that name is there already or none can be written.
    """
    import secrets  # noqa: PLC0415 - not at start

    if path.exists():
        raise CatalogueError(Message("{file} exists already. Choose another name.", {"file": str(path)}))
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        half.touch(exist_ok=False)
    except OSError as error:
        raise _not_written(path, error) from error
    try:
        with known_failures(path):
            _build(half, starting, progress)
        half.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        for left in (half, half.with_name(half.name + "-journal")):
            left.unlink(missing_ok=True)


def _build(half: Path, starting: bool, progress: Progress) -> None:
    from customs_app.catalogue import build  # noqa: PLC0415 - not at start

    with unseen(half) as connection:
        migrate(connection)
        build.fill(connection, starting=starting, progress=progress)
        connection.execute("ANALYZE")
    with half.open("rb+") as file:
        os.fsync(file.fileno())


def _not_written(path: Path, error: OSError) -> CatalogueError:
    values = {"file": str(path), "reason": error.strerror or str(error)}
    return CatalogueError(Message("{file} cannot be written ({reason}).", values))


def open_catalogue(path: Path, *, read_only: bool = False) -> Catalogue:
    """Open a catalogue file; one of an older release is copied beside and then brought up to date.

    CatalogueError where the file is missing, no catalogue, damaged, in use, or of a newer release; it
    is then left byte for byte as it is.
    """
    with known_failures(path):
        if read_only:
            header = read_header(path)
            refuse_foreign(path, header)
            refuse_older(path, header)
        else:
            bring_up_to_date(path)
        catalogue = Catalogue(path, connect(path, read_only=read_only), read_only=read_only)
        if not read_only:
            _refuse_frozen(catalogue)
        return catalogue


def _refuse_frozen(catalogue: Catalogue) -> None:
    """Raise CatalogueError for a catalogue that is an edition: that is only read."""
    edition = catalogue.edition()
    if edition is not None:
        catalogue.close()
        raise CatalogueError(
            Message(
                "This is the edition “{title}”, which can no longer be changed. Change the working copy.",
                {"title": edition.title},
            )
        )


def refuse_foreign(path: Path, header: Header) -> None:
    """Raise CatalogueError for a file of another application or of a newer release."""
    if header.application_id != APPLICATION_ID:
        raise CatalogueError(Message("{file} is not a catalogue of this application.", {"file": str(path)}))
    if header.version > len(scripts()):
        raise CatalogueError(
            Message(
                "{file} comes from a newer release of this application (its form is {theirs}, this release "
                "knows {ours}). Install the newer release to open it.",
                {"file": str(path), "theirs": header.version, "ours": len(scripts())},
            )
        )


def refuse_older(path: Path, header: Header) -> None:
    """Raise CatalogueError for a file of an older release, where it may only be read."""
    if header.version < len(scripts()):
        raise CatalogueError(
            Message(
                "{file} comes from an older release. Open it once for writing, to bring it up to date.",
                {"file": str(path)},
            )
        )


def bring_up_to_date(path: Path) -> None:
    """Copy a file of an older release beside and bring it up to date; leave one of this release alone.

    CatalogueError as `open_catalogue`.
    """
    with known_failures(path):
        header = read_header(path)
        refuse_foreign(path, header)
        if header.version < len(scripts()):
            _migrate_after_a_copy(path)


def _migrate_after_a_copy(path: Path) -> None:
    from customs_app.catalogue.backup import copy_into  # noqa: PLC0415 - not at start

    copy_into(path, _free_name(path))
    with closing(connect(path, read_only=False)) as connection:
        migrate(connection)


def _free_name(path: Path) -> Path:
    """A name beside the file with the day of today, and a number where that is taken."""
    from datetime import UTC, datetime  # noqa: PLC0415 - not at start

    day = f"{datetime.now(UTC):%Y-%m-%d}"
    number = 1
    while True:
        ending = day if number == 1 else f"{day}-{number}"
        copy = path.with_name(f"{path.stem}.before-{ending}{path.suffix}")
        if not copy.exists():
            return copy
        number += 1
