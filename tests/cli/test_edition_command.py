"""Editions without a window: frozen, listed, written, and printed from."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from customs_app.catalogue.commands import Decide, EditStep, SaveProposal, SetMark, StartMeeting
from customs_app.catalogue.file import open_catalogue
from customs_app.cli import main
from customs_app.domain.codes import Mode, ProposalStatus, Regime, Verdict
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer

WHO = Reviewer("Aigerim S.", "KZ")
STEP = "KZ-P-import-road-02"
Capture = pytest.CaptureFixture[str]


def ran(capsys: Capture, *arguments: object) -> tuple[int, str, str]:
    """Exit status, output and errors of a command."""
    status = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def _proposal(file: Path) -> str:
    with open_catalogue(file) as catalogue:
        catalogue.run(SetMark(STEP, Verdict.REMOVE, "Asked for twice."), WHO)
        procedures = ("KZ-P-import-road",)
        one = Proposal("", "Simpler", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, procedures)
        found = catalogue.run(SaveProposal(one), WHO).new_id
    assert found is not None
    return found


def test_an_edition_is_frozen_listed_and_checked(catalogue_file: Path, capsys: Capture) -> None:
    assert ran(capsys, "edition", catalogue_file) == (0, "No edition yet: nothing has been frozen.\n", "")
    status, out, err = ran(capsys, "edition", catalogue_file, "--freeze", "Session 1", "--delegation", "KZ")
    with open_catalogue(catalogue_file, read_only=True) as catalogue:
        (made,) = catalogue.editions()
        assert made.sha256 == catalogue.fingerprint()
    assert (status, err) == (0, "")
    assert out == f"Frozen: “Session 1” ({made.id})\nSHA-256 {made.sha256}\n"
    status, out, _ = ran(capsys, "edition", catalogue_file)
    line = out.splitlines()[-1]
    for part in ("Session 1", "Kazakhstan", "the whole catalogue", made.id, made.sha256):
        assert part in line
    status, out, _ = ran(capsys, "edition", catalogue_file, "--json")
    assert json.loads(out) == [
        {
            "id": made.id,
            "title": "Session 1",
            "at": made.at,
            "name": made.who.name,
            "delegation": "KZ",
            "proposal": None,
            "sha256": made.sha256,
        }
    ]
    assert ran(capsys, "check", catalogue_file)[0] == 0
    with open_catalogue(catalogue_file) as catalogue:
        catalogue._connection.execute("DROP TRIGGER edition_never_altered")
        catalogue._connection.execute("UPDATE edition SET sha256 = lower(hex(zeroblob(32)))")
    status, out, _ = ran(capsys, "check", catalogue_file)
    assert status == 1
    assert f"edition {made.id} (Session 1): expected the content as it was frozen; its hash is another" in out


def test_the_content_is_written_as_it_is_hashed(
    catalogue_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    status, out, _ = ran(capsys, "edition", catalogue_file, "--freeze", "Session 1", "--json")
    made = json.loads(out)
    target = tmp_path / "content.json"
    status, out, _ = ran(capsys, "edition", catalogue_file, "--content", "session 1", "--out", target)
    assert (status, out) == (0, f"Written: {target}\n")
    assert sha256(target.read_bytes()).hexdigest() == made["sha256"]


def test_the_content_of_a_file_that_has_no_editions_yet_is_asked_for(
    first_form: Path, tmp_path: Path, capsys: Capture
) -> None:
    asked = ("--content", "Session 1", "--out", tmp_path / "content.json")
    status, out, err = ran(capsys, "edition", first_form, *asked)
    assert (status, out) == (1, "")
    assert err == "There is no edition “Session 1”. Those in the catalogue: none.\n"


def test_compare_reads_an_edition(catalogue_file: Path, tmp_path: Path, capsys: Capture) -> None:
    asked = (
        "compare",
        catalogue_file,
        "--regime",
        "import",
        "--mode",
        "road",
        "--countries",
        "KZ,UZ",
        "--json",
    )
    before = json.loads(ran(capsys, *asked)[1])
    assert "edition" not in before
    _, out, _ = ran(capsys, "edition", catalogue_file, "--freeze", "Session 1", "--json")
    made = json.loads(out)
    with open_catalogue(catalogue_file) as catalogue:
        hours = {"time_min_h": 500, "time_typ_h": 500, "time_max_h": 500}
        catalogue.run(EditStep("UZ-P-import-road-11", hours), WHO)
    status, out, _ = ran(capsys, *asked, "--edition", made["id"])
    read = json.loads(out)
    assert (status, read.pop("edition")) == (0, made)
    assert read == before
    assert json.loads(ran(capsys, *asked)[1]) != before
    papers = []
    for name in ("a.xlsx", "b.xlsx"):
        assert ran(capsys, *asked[:-1], "--edition", "Session 1", "--xlsx", tmp_path / name)[0] == 0
        papers.append((tmp_path / name).read_bytes())
        with open_catalogue(catalogue_file) as catalogue:
            catalogue.run(EditStep(STEP, {"note": name}), WHO)
    assert papers[0] == papers[1]


def test_propose_reads_the_edition_of_a_proposal(catalogue_file: Path, capsys: Capture) -> None:
    proposal = _proposal(catalogue_file)
    before = ran(capsys, "propose", catalogue_file, "--proposal", proposal)[1]
    assert "Asked for twice." in before
    assert ran(capsys, "edition", catalogue_file, "--freeze", "Of one", "--proposal", proposal)[0] == 0
    with open_catalogue(catalogue_file) as catalogue:
        while catalogue.next_undo() is not None:
            catalogue.undo(WHO)
    assert ran(capsys, "propose", catalogue_file, "--proposal", proposal)[0] == 1
    for arguments in (("--edition", "of one"), ("--edition", "Of one", "--proposal", proposal)):
        assert ran(capsys, "propose", catalogue_file, *arguments)[:2] == (0, before)


def test_what_is_told_of_an_edition_is_what_was_told_then(catalogue_file: Path, capsys: Capture) -> None:
    commands = {
        "findings": ("--countries", "UZ", "--regime", "import", "--json"),
        "corridor": ("COR-01", "--json"),
        "figure": ("time", "UZ-P-import-road", "--json"),
    }

    def told(command: str, *more: str) -> object:
        status, out, err = ran(capsys, command, catalogue_file, *commands[command], *more)
        assert (status, err) == (0, "")
        found = json.loads(out)
        if isinstance(found, dict):
            found.pop("edition", None)
        return found

    before = {command: told(command) for command in commands}
    ran(capsys, "edition", catalogue_file, "--freeze", "Session 1")
    with open_catalogue(catalogue_file) as catalogue:
        for procedure in ("UZ-P-import-road", "KZ-P-bcp-khorgos-road"):
            for step in catalogue.full_procedure(procedure).steps:
                hours = {"time_min_h": 500, "time_typ_h": 500, "time_max_h": 500, "depends_on": ""}
                catalogue.run(EditStep(step.id, hours), WHO)
    for command in commands:
        assert told(command) != before[command], command
        assert told(command, "--edition", "Session 1") == before[command], command


def test_a_corridor_of_an_edition_names_it(catalogue_file: Path, capsys: Capture) -> None:
    made = json.loads(ran(capsys, "edition", catalogue_file, "--freeze", "Session 1", "--json")[1])
    asked = ("corridor", catalogue_file, "COR-01", "--json")
    assert "edition" not in json.loads(ran(capsys, *asked)[1])
    assert json.loads(ran(capsys, *asked, "--edition", made["id"])[1])["edition"] == made


def test_minutes_of_an_edition_hold_what_was_decided_by_then(catalogue_file: Path, capsys: Capture) -> None:
    with open_catalogue(catalogue_file) as catalogue:
        meeting = catalogue.run(StartMeeting("Day one", ("KZ-P-import-road",), ("KZ",)), WHO).new_id
    ran(capsys, "edition", catalogue_file, "--freeze", "Session 1")
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(Decide(meeting, STEP, Verdict.REMOVE, "Nobody reads it."), WHO)
    assert "Nobody reads it." in ran(capsys, "minutes", catalogue_file)[1]
    status, out, _ = ran(capsys, "minutes", catalogue_file, "--edition", "Session 1")
    assert status == 0
    assert out.startswith("Day one\n")
    assert "Nobody reads it." not in out


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("--freeze", " "), 1, "An edition needs a title."),
        (("--freeze", "x", "--proposal", "PR-1"), 1, "There is no proposal “PR-1”."),
        (("--proposal", "PR-1"), 2, "--proposal says what --freeze freezes"),
        (("--content", "x"), 2, "--content and --out go together"),
        (("--content", "x", "--out", "y", "--freeze", "z"), 2, "--freeze and --content are two commands"),
        (("--content", "x", "--out", "y"), 1, "There is no edition “x”. Those in the catalogue: none."),
    ],
)
def test_wrong_input_is_told_and_changes_nothing(
    catalogue_file: Path, capsys: Capture, arguments: tuple[str, ...], status: int, told: str
) -> None:
    found, out, err = ran(capsys, "edition", catalogue_file, *arguments)
    assert (found, out) == (status, "")
    assert told in err
    with open_catalogue(catalogue_file, read_only=True) as catalogue:
        assert catalogue.editions() == ()


def test_a_proposal_is_asked_of_an_edition_of_all(catalogue_file: Path, capsys: Capture) -> None:
    ran(capsys, "edition", catalogue_file, "--freeze", "All")
    status, _, err = ran(capsys, "propose", catalogue_file, "--edition", "All")
    assert status == 2
    assert "of no proposal" in err
