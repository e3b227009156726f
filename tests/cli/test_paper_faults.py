"""A command whose paper cannot be written says why in one line, and leaves nothing behind."""

import errno
import os
from pathlib import Path

import pytest

from customs_app.cli import main

RAIL = ("--regime", "import", "--mode", "rail", "--countries", "KZ,UZ")


def test_a_full_disk(
    starting_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_text("earlier")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    status = main(["compare", str(starting_file), *RAIL, "--pdf", str(path)])
    out, err = capsys.readouterr()
    assert (status, out, err) == (1, "", f"There is no room left on the disk for {path}.\n")
    assert path.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(
    starting_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nowhere" / "paper.xlsx"
    status = main(["compare", str(starting_file), *RAIL, "--xlsx", str(path)])
    out, err = capsys.readouterr()
    assert (status, out, err) == (1, "", f"The folder {path.parent} does not exist.\n")
