"""Two procedures step by step without a window: as text, for programs, as papers."""

import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from customs_app.analysis.align import align
from customs_app.catalogue.commands import EditStep, SetMark
from customs_app.catalogue.commands.pins import SetPin
from customs_app.catalogue.commands.rounds import StartRound
from customs_app.catalogue.file import open_catalogue
from customs_app.cli import main
from customs_app.domain.alignment import Pin
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Reviewer

KZ, UZ = "KZ-P-import-road", "UZ-P-import-road"
BOTH = f"{KZ},{UZ}"
WHO = Reviewer("Aigerim S.", "KZ")
Capture = pytest.CaptureFixture[str]


def ran(capsys: Capture, *arguments: object) -> tuple[int, str, str]:
    """Exit status, output and errors of a command."""
    status = main(["compare", *(str(argument) for argument in arguments)])
    out, err = capsys.readouterr()
    return status, out, err


def told(capsys: Capture, *arguments: object) -> dict[str, Any]:
    """What programs are told."""
    status, out, err = ran(capsys, *arguments, "--json")
    assert (status, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_two_procedures_for_people(starting_file: Path, capsys: Capture) -> None:
    status, out, err = ran(capsys, starting_file, "--pair", BOTH)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Kazakhstan and Uzbekistan, step by step · Base case"
    found = told(capsys, starting_file, "--pair", BOTH)
    counts = found["counts"]
    assert (
        f"{counts['differ']} differ · {counts['same']} the same · {counts['alone']} on one side only" in lines
    )
    said = lines[lines.index("Differences") + 1 :]
    assert said == [f"  - {one}" for one in found["sentences"]]
    assert len(said) == counts["differ"] + counts["alone"]
    (fee,) = [line for line in lines if "Pay the customs fee for declaring goods  " in line]
    assert "≠ cost · agency" in fee
    assert "Pay the customs clearance fee" in fee
    assert "They rest on different steps: not to be subtracted" in lines


def test_programs_are_told_the_alignment_field_by_field(starting_file: Path, capsys: Capture) -> None:
    found = told(capsys, starting_file, "--pair", BOTH, "--lang", "ru")
    with open_catalogue(starting_file, read_only=True) as catalogue:
        expected = align(
            catalogue.full_procedure(KZ), catalogue.full_procedure(UZ), (), catalogue.reference()
        )
    assert [(one["left"], one["right"]) for one in found["pairs"]] == [
        (list(pair.left), list(pair.right)) for pair in expected.pairs
    ]
    assert [one["kind"] for one in found["pairs"]] == [pair.kind for pair in expected.pairs]
    for one, pair in zip(found["pairs"], expected.pairs, strict=True):
        differ = {row["field"] for row in one["fields"] if row["state"] == "differs"}
        assert set(pair.fields) <= differ
    assert found["left"]["country"] == "KZ"
    assert found["left"]["elapsed_h"] == {"min": 2.58, "typ": 2.58, "max": 10.58}
    assert found["like_for_like"]["time_activities"] == []
    assert not found["subtractable"]
    assert (found["basis"], found["saved_h"]) == (None, None)
    worst = told(capsys, starting_file, "--pair", BOTH, "--case", "worst")
    assert worst["left"]["steps"] > found["left"]["steps"]


def test_what_an_official_has_pinned_is_taken(catalogue_file: Path, capsys: Capture) -> None:
    with open_catalogue(catalogue_file) as catalogue:
        left, right = (catalogue.full_procedure(one).steps for one in (KZ, UZ))
        catalogue.run(SetPin(Pin("", left[3].id, right[22].id, linked=True)), WHO)
    found = told(capsys, catalogue_file, "--pair", BOTH)
    (pinned,) = [one for one in found["pairs"] if one["pinned"]]
    assert (pinned["left"], pinned["right"]) == ([left[3].id], [right[22].id])
    assert "set by hand" in ran(capsys, catalogue_file, "--pair", BOTH)[1]


def test_one_procedure_as_it_is_and_as_it_would_be(catalogue_file: Path, capsys: Capture) -> None:
    with open_catalogue(catalogue_file) as catalogue:
        step = catalogue.full_procedure(KZ).steps[3].id
        catalogue.run(SetMark(step, Verdict.REMOVE, "Not needed"), WHO)
    found = told(capsys, catalogue_file, "--pair", KZ, "--as-to-be", "proposed")
    (gone,) = [one for one in found["pairs"] if one["differs"]]
    assert (gone["left"], gone["right"], gone["kind"]) == ([step], [], "left_only")
    assert (found["left"]["name"], found["right"]["name"]) == ("As it is", "As it would be")
    assert found["basis"] == "proposed"
    agreed = told(capsys, catalogue_file, "--pair", KZ, "--as-to-be", "agreed")
    assert not any(one["differs"] for one in agreed["pairs"])
    assert "No verdict is applied: both sides are the procedure as it is." in agreed["remarks"]
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(StartRound((KZ,)), WHO)
    status, out, err = ran(capsys, catalogue_file, "--pair", KZ, "--as-to-be", "proposed", "--json")
    assert status == 0
    assert not any(one["differs"] for one in json.loads(out)["pairs"])
    assert err == "Marks of others on 1 step are left out: their round is still blind.\n"


def test_the_working_copy_against_an_edition(catalogue_file: Path, capsys: Capture) -> None:
    main(["edition", str(catalogue_file), "--freeze", "Session 1"])
    capsys.readouterr()
    with open_catalogue(catalogue_file) as catalogue:
        step = catalogue.full_procedure(KZ).steps[2]
        catalogue.run(EditStep(step.id, {"title_en": "Register a declaration", "time_max_h": 60}), WHO)
        frozen = catalogue.editions()[0].sha256
        now = catalogue.fingerprint()
    found = told(capsys, catalogue_file, "--pair", KZ, "--against", "Session 1")
    (changed,) = [one for one in found["pairs"] if one["differs"]]
    assert (changed["left"], changed["right"]) == ([step.id], [step.id])
    rows = {row["field"]: row for row in changed["fields"] if row["state"] == "differs"}
    assert rows.keys() == {"title", "time"}
    assert (rows["title"]["left"], rows["title"]["right"]) == (step.title.en, "Register a declaration")
    assert (found["left"]["edition"], found["right"]["edition"]) == ("Session 1", None)
    assert (found["left"]["sha256"], found["right"]["sha256"]) == (frozen, now)
    out = ran(capsys, catalogue_file, "--pair", KZ, "--against", "Session 1")[1]
    assert out.startswith("Kazakhstan: Edition “Session 1” and Working copy · Base case\n")
    assert "faster" not in out
    itself = told(capsys, catalogue_file, "--pair", KZ, "--edition", "Session 1", "--against", "Session 1")
    assert not any(one["differs"] for one in itself["pairs"])
    assert itself["edition"]["title"] == "Session 1"


def test_papers_are_written(starting_file: Path, capsys: Capture, tmp_path: Path) -> None:
    sheet, pdf = tmp_path / "pair.xlsx", tmp_path / "pair.pdf"
    asked = (starting_file, "--pair", BOTH, "--xlsx", sheet, "--pdf", pdf)
    status, out, err = ran(capsys, *asked)
    assert (status, err) == (0, "")
    assert out.splitlines() == [f"Written: {sheet}", f"Written: {pdf}"]
    assert len(CalamineWorkbook.from_path(sheet).sheet_names) == 5
    assert "Kazakhstan and Uzbekistan" in pypdf.PdfReader(pdf).pages[0].extract_text()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--pair", KZ), "expected two procedures"),
        (("--pair", BOTH, "--against", "Session 1"), "expected two procedures"),
        (("--pair", KZ, "--as-to-be", "agreed", "--against", "x"), "not both"),
        (("--pair", BOTH, "--regime", "import"), "leave out --regime"),
        (("--regime", "import", "--against", "x"), "need --pair"),
        ((), "expected --regime, or --pair"),
    ],
)
def test_arguments_that_do_not_go_together(
    starting_file: Path, capsys: Capture, asked: tuple[str, ...], said: str
) -> None:
    status, out, err = ran(capsys, starting_file, *asked)
    assert (status, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--pair", f"{KZ},XX-P-none"), "There is no procedure “XX-P-none”."),
        (("--pair", f"{KZ},{KZ}"), f"“{KZ}” cannot be set against itself; expected are two procedures."),
        (("--pair", "XX-P-none", "--as-to-be", "agreed"), "There is no procedure “XX-P-none”."),
        (("--pair", KZ, "--against", "none"), "There is no edition “none”."),
    ],
)
def test_what_is_not_there_is_said(
    starting_file: Path, capsys: Capture, asked: tuple[str, ...], said: str
) -> None:
    status, out, err = ran(capsys, starting_file, *asked)
    assert (status, out) == (1, "")
    assert said in err
