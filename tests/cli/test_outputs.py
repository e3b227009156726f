"""No command writes what it is asked for over a catalogue."""

import shutil
from pathlib import Path

import pytest

from customs_app.cli import main

PAIR = ("--pair", "KZ-P-import-road,UZ-P-import-road")
ROAD = ("--regime", "import", "--mode", "road")


@pytest.mark.parametrize(
    "asked",
    [
        ("compare", *ROAD, "--xlsx"),
        ("compare", *PAIR, "--pdf"),
        ("findings", "--csv"),
        ("propose", "--from-findings", *ROAD, "--pdf"),
    ],
)
def test_a_catalogue_is_not_written_over(
    starting_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...]
) -> None:
    other = tmp_path / "other.customs"
    shutil.copy(starting_file, other)
    before = other.read_bytes()
    command, *options = asked
    assert main([command, str(starting_file), *options, str(other)]) == 1
    assert str(other) in capsys.readouterr().err
    assert other.read_bytes() == before


def test_nor_by_commands_that_name_what_they_show(starting_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.customs"
    shutil.copy(starting_file, other)
    before = other.read_bytes()
    assert main(["corridor", str(starting_file), "COR-01", "--xlsx", str(other)]) == 1
    picture = other.rename(tmp_path / "other.svg")
    assert main(["figure", str(starting_file), "swimlane", "KZ-P-import-road", "--out", str(picture)]) == 1
    assert picture.read_bytes() == before


def test_another_file_is_replaced(starting_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "f.csv"
    out.write_text("earlier")
    assert (
        main(["findings", str(starting_file), "--rule", "R01", "--countries", "UZ", "--csv", str(out)]) == 0
    )
    assert out.read_text(encoding="utf-8-sig").startswith("rule,")
