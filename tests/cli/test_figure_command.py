"""The command that writes pictures: every kind as every sort of file, and what it says when asked wrongly."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from customs_app.catalogue.commands import OpenRound, SetMark, StartRound
from customs_app.catalogue.file import open_catalogue
from customs_app.cli.program import main
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Reviewer

KINDS = [
    ("swimlane", "UZ-P-import-road"),
    ("time", "UZ-P-import-road"),
    ("before-after", "UZ-P-import-road"),
    ("corridor", "COR-01"),
    ("stages", "import"),
    ("heat", "import"),
]


@pytest.mark.parametrize(("kind", "target"), KINDS)
def test_every_kind_is_written_as_svg(starting_file: Path, tmp_path: Path, kind: str, target: str):
    out = tmp_path / "x.svg"
    assert main(["figure", str(starting_file), kind, target, "--out", str(out), "--lang", "ru"]) == 0
    root = ElementTree.parse(out).getroot()
    assert root.tag.endswith("svg")
    assert len(root) > 20


def test_a_png_is_painted_in_the_theme_asked_for(starting_file: Path, tmp_path: Path, qapp):
    out = tmp_path / "x.png"
    arguments = ["figure", str(starting_file), "corridor", "COR-01", "--theme", "dark", "--out", str(out)]
    assert main(arguments) == 0
    painted = QImage(str(out))
    assert painted.width() >= 1900
    assert painted.pixelColor(2, 2).lightness() < 60


def test_a_pdf_is_one_page(starting_file: Path, tmp_path: Path):
    out = tmp_path / "x.pdf"
    assert main(["figure", str(starting_file), "heat", "import", "--mode", "road", "--out", str(out)]) == 0
    assert len(PdfReader(out).pages) == 1


@pytest.mark.parametrize(("kind", "target"), KINDS)
def test_the_table_that_says_the_same(starting_file: Path, capsys, kind: str, target: str):
    assert main(["figure", str(starting_file), kind, target, "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert table["rows"]
    assert {len(row) for row in table["rows"]} == {len(table["head"])}


@pytest.mark.parametrize("kind", ["swimlane", "before-after"])
def test_that_a_blind_round_hides_marks_is_said(catalogue_file: Path, capsys, kind: str):
    who = Reviewer("Aigerim S.", "UZ")
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(SetMark("UZ-P-import-road-03", Verdict.REMOVE, "Known in a flash"), who)
        round_id = catalogue.run(StartRound(), who).new_id
    asked = ["figure", str(catalogue_file), kind, "UZ-P-import-road", "--json"]
    assert main(asked) == 0
    hidden = capsys.readouterr()
    assert hidden.err == "Marks of others on 1 step are left out: their round is still blind.\n"
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(OpenRound(str(round_id)), who)
    assert main(asked) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out != hidden.out


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["swimlane", "nope", "--out", "x.svg"], 1, "no procedure “nope”"),
        (["corridor", "nope", "--out", "x.svg"], 1, "no corridor “nope”"),
        (["heat", "nope", "--out", "x.svg"], 1, "“nope” is no regime"),
        (["heat", "import", "--out", "x.gif"], 2, "x.gif"),
        (["heat", "import"], 2, "--out"),
        (["tree", "import", "--out", "x.svg"], 2, "expected one of swimlane"),
        (["heat", "--out", "x.svg"], 2, "expected [FILE] KIND TARGET"),
    ],
)
def test_what_is_asked_wrongly_is_told_in_one_line(
    starting_file: Path, folder: Path, capsys, *, arguments: list[str], status: int, said: str
):
    assert main(["figure", str(starting_file), *arguments]) == status
    error = capsys.readouterr().err
    assert said in error
    assert len(error.strip().splitlines()) == 1
    assert not list(folder.glob("x.*"))
