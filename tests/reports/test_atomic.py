"""Files appear whole or not at all."""

import errno
import sqlite3
from pathlib import Path

import pytest

from customs_app.domain.errors import CustomsError
from customs_app.domain.job import Cancelled
from customs_app.reports.atomic import OutputError, replacing


def test_new_file_takes_its_place(tmp_path: Path):
    target = tmp_path / "paper.xlsx"
    target.write_text("old")
    with replacing(target) as fresh:
        assert fresh.parent == tmp_path
        fresh.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("error", [Cancelled(), ValueError("x"), KeyboardInterrupt()])
def test_a_broken_off_job_leaves_nothing(tmp_path: Path, error: BaseException):
    target = tmp_path / "paper.xlsx"
    target.write_text("old")
    with pytest.raises(type(error)), replacing(target) as fresh:  # noqa: PT012 - the middle is the point
        fresh.write_text("half")
        raise error
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_missing_folder_is_told(tmp_path: Path):
    with (
        pytest.raises(OutputError, match=r"folder .*nowhere does not exist"),
        replacing(tmp_path / "nowhere" / "paper.xlsx"),
    ):
        pytest.fail("there is no place to write to")


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(OutputError, match="is a folder"), replacing(tmp_path):
        pytest.fail("there is no place to write to")


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="Nothing can be written"), replacing(tmp_path / "file" / "x.pdf"):
        pytest.fail("there is no place to write to")


def test_full_disk_is_told(tmp_path: Path):
    with pytest.raises(OutputError, match="no room left"), replacing(tmp_path / "x.pdf"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_file_in_use_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use", str(target))

    target = tmp_path / "x.xlsx"
    target.write_text("old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="open in another program"), replacing(target) as fresh:
        fresh.write_text("new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path):
    real = tmp_path / "real.pdf"
    real.write_text("old")
    link = tmp_path / "link.pdf"
    link.symlink_to(real)
    with replacing(link) as fresh:
        fresh.write_text("new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_others_may_read_the_file_as_any_other(tmp_path: Path):
    plain = tmp_path / "plain"
    plain.touch()
    with replacing(tmp_path / "x.pdf") as fresh:
        fresh.write_text("new")
    assert (tmp_path / "x.pdf").stat().st_mode == plain.stat().st_mode


def test_the_error_is_one_that_an_official_can_mend():
    assert issubclass(OutputError, CustomsError)


def test_no_paper_takes_the_place_of_a_catalogue(tmp_path: Path):
    other = tmp_path / "other.customs"
    connection = sqlite3.connect(other)
    connection.execute("create table t (x)")
    connection.close()
    before = other.read_bytes()
    link = tmp_path / "paper.pdf"
    link.symlink_to(other)
    for target in (other, link):
        with pytest.raises(OutputError, match="is a catalogue"), replacing(target) as fresh:
            fresh.write_text("a paper")
    assert other.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"other.customs", "paper.pdf"}
