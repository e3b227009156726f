"""Sheets that are written out before the workbook is done: nothing of them stays behind."""

import tempfile
from pathlib import Path

import pytest

from customs_app.domain.job import Cancelled
from customs_app.domain.text import Language
from customs_app.reports.workbook import write_workbook
from customs_app.reports.workbook.early import Early
from tests.reports.workbook.conftest import Written


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def early(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Titles of the sheets that are written early, in the order of their writing."""
    told: list[str] = []
    write = Early.write

    def telling(self: Early, sheet) -> None:  # type: ignore[no-untyped-def]
        assert sheet._cells
        write(self, sheet)
        assert not sheet._cells
        told.append(sheet.title)

    monkeypatch.setattr(Early, "write", telling)
    return told


def test_each_sheet_is_forgotten_once_it_is_written(
    filled: Written, tmp_path: Path, temporary: Path, early: list[str]
):
    write_workbook(filled.content, tmp_path / "x.xlsx", Language.EN)
    assert early[0] == "Measures"
    assert early[-2:] == ["Totals and savings", "Cover"], "they speak of the others"
    assert list(temporary.iterdir()) == []
    assert (tmp_path / "x.xlsx").read_bytes() == filled.path.read_bytes()


def test_cancelled_job_leaves_no_sheet_behind(
    filled: Written, tmp_path: Path, temporary: Path, early: list[str]
):
    def stop(_done: int, _of: int) -> None:
        if len(early) > 5:
            assert len(list(temporary.iterdir())) > 5
            raise Cancelled

    with pytest.raises(Cancelled):
        write_workbook(filled.content, tmp_path / "x.xlsx", Language.EN, stop)
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "x.xlsx").exists()


def test_job_can_be_cancelled_while_measures_are_drafted(
    filled: Written, tmp_path: Path, temporary: Path, early: list[str]
):
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_workbook(filled.content, tmp_path / "x.xlsx", Language.EN, stop)
    assert [done for done, _ in told] == [0, 1, 2, 3]
    assert early == []
