"""Every command without a window, as an official or a program runs it."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from customs_app import paths
from customs_app.catalogue.commands import (
    AddStep,
    DeleteStep,
    EditStep,
    OpenRound,
    SaveProposal,
    SetMark,
    StartRound,
)
from customs_app.catalogue.commands.decisions import Decide, SetDissent
from customs_app.catalogue.commands.meetings import StartMeeting
from customs_app.catalogue.file import open_catalogue
from customs_app.cli import main
from customs_app.domain.codes import Mode, Position, Regime, Verdict
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Reviewer

KZ = paths.STARTING / "countries" / "KZ"
WHO = Reviewer("Aigerim S.", "KZ")


def ran(capsys, *arguments):
    """Exit status, output and errors of a command."""
    status = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_new_makes_a_catalogue_and_says_what_is_in_it(tmp_path, capsys):
    file = tmp_path / "x.customs"
    assert ran(capsys, "new", file) == (
        0,
        f"{file} is made: 10 countries, 119 procedures, 1,378 steps.\n",
        "",
    )
    status, _, err = ran(capsys, "new", file)
    assert status == 1
    assert err == f"{file} exists already. Choose another name.\n"


def test_an_empty_catalogue_has_the_reference_lists_only(tmp_path, capsys):
    file = tmp_path / "x.customs"
    assert ran(capsys, "new", file, "--empty")[0] == 0
    with open_catalogue(file) as catalogue:
        assert catalogue.counts().procedures == 0
        assert "KZ" in catalogue.reference().countries
    status, _, err = ran(capsys, "compare", file, "--regime", "import")
    assert (status, err) == (1, "No country asked for has a procedure of this kind: Import.\n")


def test_check_says_whether_a_catalogue_is_in_order(catalogue_file, capsys):
    assert ran(capsys, "check", catalogue_file) == (0, f"{catalogue_file} is in order.\n", "")
    content = bytearray(catalogue_file.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    catalogue_file.write_bytes(content)
    assert ran(capsys, "check", catalogue_file)[0] == 1


def test_backup_copies_the_catalogue_named_or_the_users_own(catalogue_file, tmp_path, capsys):
    copy = tmp_path / "copy.customs"
    assert ran(capsys, "backup", catalogue_file, copy)[0] == 0
    with open_catalogue(copy) as theirs, open_catalogue(catalogue_file) as ours:
        assert theirs.fingerprint() == ours.fingerprint()
    assert ran(capsys, "backup", catalogue_file, copy)[0] == 1
    assert ran(capsys, "backup", tmp_path / "own.customs")[0] == 0
    assert (tmp_path / "own.customs").is_file()
    assert ran(capsys, "backup", catalogue_file, copy, copy)[0] == 2


def test_export_and_import_of_every_country_give_the_same(starting_file, tmp_path, capsys):
    with open_catalogue(starting_file, read_only=True) as catalogue:
        countries = sorted({row.procedure.country for row in catalogue.procedures()})
        wanted = catalogue.fingerprint()
    out = tmp_path / "out"
    assert ran(capsys, "export", starting_file, "--country", ",".join(countries), "--to", out)[0] == 0
    empty = tmp_path / "empty.customs"
    ran(capsys, "new", empty, "--empty")
    status, said, _ = ran(capsys, "import", empty, *(out / country for country in countries))
    assert status == 0
    assert "KZ/steps.csv: 155 added, 0 changed, 0 removed" in said
    with open_catalogue(empty) as catalogue:
        assert catalogue.fingerprint() == wanted


def test_the_folder_to_which_countries_were_exported_is_imported(starting_file, tmp_path, capsys):
    for country in ("KZ", "UZ"):
        ran(capsys, "export", starting_file, "--country", country, "--to", tmp_path / "all")
    empty = tmp_path / "empty.customs"
    ran(capsys, "new", empty, "--empty")
    status, out, err = ran(capsys, "import", empty, tmp_path / "all")
    assert (status, err) == (0, "")
    assert "KZ/steps.csv" in out
    assert "UZ/steps.csv" in out
    with open_catalogue(empty) as catalogue:
        assert catalogue.counts().countries == 2


def test_a_workbook_holds_one_country_and_is_no_catalogue(catalogue_file, tmp_path, capsys):
    out = tmp_path / "both.xlsx"
    status, _, err = ran(capsys, "export", catalogue_file, "--country", "KZ,UZ", "--to", out)
    assert status == 2
    assert "a workbook holds one country; found 2" in err
    assert not out.exists()
    named = catalogue_file.rename(tmp_path / "named.xlsx")
    before = named.read_bytes()
    assert ran(capsys, "export", named, "--country", "KZ", "--to", named)[0] != 0
    assert named.read_bytes() == before


def test_the_workbook_of_an_office_goes_out_and_comes_in(catalogue_file, tmp_path, capsys):
    out = tmp_path / "tj.xlsx"
    status, said, _ = ran(capsys, "export", catalogue_file, "--country", "TJ", "--to", out, "--lang", "zh")
    assert (status, said) == (0, f"已写入：{out}\n")
    status, said, err = ran(capsys, "import", catalogue_file, out)
    assert (status, said, err) == (0, "The catalogue holds the same already: nothing was changed.\n", "")
    with open_catalogue(catalogue_file) as catalogue:
        step = catalogue.rows("step", "TJ")[0]
        catalogue.run(EditStep(str(step["id"]), {"locator": "page 7"}), WHO)
    status, said, err = ran(capsys, "import", catalogue_file, out, "--dry-run")
    assert "changed since this workbook was written" in err
    assert f"  ~ {step['id']}: locator page 7 → {step['locator'] or '?'}" in said
    assert ran(capsys, "import", catalogue_file, out)[0] == 0
    with open_catalogue(catalogue_file) as catalogue:
        assert catalogue.rows("step", "TJ")[0] == step
        assert len(catalogue.history()) == 2


def test_a_code_that_is_none_names_those_that_are(capsys):
    status, _, err = ran(capsys, "compare", "--regime", "imports")
    assert status == 2
    assert "expected one of import, export, transit" in err


def test_a_dry_run_shows_each_field_and_changes_nothing(catalogue_file, tmp_path, capsys):
    ran(capsys, "export", catalogue_file, "--country", "kz", "--to", tmp_path)
    steps = tmp_path / "KZ" / "steps.csv"
    title = "Register the contract with a bank for currency control"
    steps.write_text(steps.read_text(encoding="utf-8").replace(title, "=Register", 1), encoding="utf-8")
    before = catalogue_file.read_bytes()
    status, out, _ = ran(capsys, "import", "--dry-run", catalogue_file, tmp_path / "KZ")
    assert status == 0
    assert out.splitlines() == [
        "KZ/steps.csv: 0 added, 1 changed, 0 removed",
        f"  ~ KZ-P-import-rail-02: title_en {title} → =Register",
        "This is what would change; nothing was changed.",
    ]
    assert catalogue_file.read_bytes() == before


def test_an_import_is_journalled_under_the_login_name(catalogue_file, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LOGNAME", "asem")
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(DeleteStep("KZ-P-import-road-05"), WHO)
    status, out, _ = ran(capsys, "import", catalogue_file, KZ, "--delegation", "Kazakhstan")
    assert status == 0
    assert out.endswith("Done: Import Kazakhstan\n")
    with open_catalogue(catalogue_file) as catalogue:
        entry = catalogue.history()[0]
    assert entry.reviewer == Reviewer("asem", "Kazakhstan")
    assert ran(capsys, "import", catalogue_file, KZ) == (
        0,
        "The catalogue holds the same already: nothing was changed.\n",
        "",
    )


def test_force_lets_marks_go(catalogue_file, tmp_path, capsys):
    ran(capsys, "export", catalogue_file, "--country", "KZ", "--to", tmp_path)
    with open_catalogue(catalogue_file) as catalogue:
        added = AddStep("KZ-P-import-road", None, {"title_en": "New", "activity": "DCL-01"})
        new = catalogue.run(added, WHO).new_id
        catalogue.run(SetMark(new, Verdict.REMOVE, "Twice"), WHO)
    status, out, err = ran(capsys, "import", catalogue_file, tmp_path / "KZ")
    assert (status, out) == (1, "")
    assert err.startswith("Nothing was imported: 1 mark rests on what would go.")
    assert (
        f"A mark rests on what is removed: {new}"
        in ran(capsys, "import", catalogue_file, tmp_path / "KZ", "--dry-run")[1]
    )
    assert ran(capsys, "import", catalogue_file, tmp_path / "KZ", "--force")[0] == 0
    with open_catalogue(catalogue_file) as catalogue:
        assert catalogue.marks() == ()


@pytest.mark.parametrize("command", [("compare",), ("propose",)])
def test_marks_of_a_blind_round_are_left_out_and_that_is_said(command, catalogue_file, tmp_path, capsys):
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(SetMark("UZ-P-import-road-03", Verdict.REMOVE, "Known in a flash"), WHO)
        round_id = catalogue.run(StartRound(), WHO).new_id
    asked = (*command, catalogue_file, "--regime", "import", "--mode", "road", "--countries", "UZ,KZ")
    paper = tmp_path / "x.xlsx"
    line = "Marks of others on 1 step are left out: their round is still blind.\n"
    status, out, err = ran(capsys, *asked)
    assert (status, err) == (0, line)
    assert "Known in a flash" not in out
    assert ran(capsys, *asked, "--xlsx", paper)[2] == line
    assert not _holds(paper, "Known in a flash")
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(OpenRound(round_id), WHO)
    assert ran(capsys, *asked, "--xlsx", paper)[2] == ""
    assert _holds(paper, "Known in a flash")


def _holds(paper, text):
    sheets = CalamineWorkbook.from_path(paper)
    return any(
        text in str(cell)
        for name in sheets.sheet_names
        for row in sheets.get_sheet_by_name(name).to_python()
        for cell in row
    )


def test_compare_prints_totals_with_what_they_cover(starting_file, capsys):
    status, out, _ = ran(
        capsys, "compare", starting_file, "--regime", "import", "--mode", "road", "--countries", "uz,kz"
    )
    assert status == 0
    assert out.startswith("Import by road: procedures side by side · Base case\n")
    assert "9 of 15 steps have a time; 6 of 15 a fee" in out
    assert "305\u00a0USD + 1,500,000\u00a0UZS" in out
    assert out.index("Uzbekistan") < out.index("Kazakhstan")
    assert "Differences\n  - " in out


def test_compare_prints_the_fees_by_activity(starting_file, capsys):
    what = ("compare", starting_file, "--regime", "import", "--mode", "road", "--countries", "KZ,TJ,UZ")
    out = ran(capsys, *what)[1]
    table = out[out.index("Fees by activity") :].split("\n\n")[0].splitlines()
    assert table[0].split()[-3:] == ["KZ", "TJ", "UZ"]
    rows = {line[: line.index("  ")]: line[line.index("  ") :].split("  ") for line in table[2:]}
    cells = {name: [cell.strip() for cell in line if cell.strip()] for name, line in rows.items()}
    assert cells["Prepare the customs declaration"] == ["–", "[260\u00a0USD]", "[242\u00a0USD]"]
    assert cells["Pay the customs processing fee"] == ["20,000\u00a0KZT", "?", "1,500,000\u00a0UZS"]
    assert cells["Pay duties and taxes"] == ["16 %", "?", "?"]
    assert cells["Pay road or vehicle charges"] == ["–", "–", "if 400\u00a0USD"]
    assert "Customs examines the goods" not in cells


def test_a_comparison_without_any_fee_says_so(catalogue_file, capsys):
    what = ("compare", catalogue_file, "--regime", "border_crossing", "--mode", "rail", "--countries", "IR")
    out = ran(capsys, *what)[1]
    assert "No source gives a fee for any of these activities." in out
    assert "Fees by activity" not in out


def test_compare_for_programs(starting_file, capsys):
    status, out, err = ran(
        capsys, "compare", starting_file, "--regime", "import", "--mode", "road", "--json", "--lang", "ru"
    )
    assert (status, err) == (0, "")
    compared = json.loads(out)
    assert compared["countries"] == ["BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ"]
    assert compared["totals"]["UZ"]["covered"]["time"] == [9, 15]
    assert compared["totals"]["RU"]["elapsed_h"]["typ"] == pytest.approx(0.09)
    assert "Казахстан" in out


def test_another_procedure_can_be_compared(starting_file, capsys):
    other = "KZ-P-import-rail"
    what = ("compare", starting_file, "--regime", "import", "--countries", "KZ,UZ", "--json")
    assert json.loads(ran(capsys, *what, "--procedure", other)[1])["totals"]["KZ"]["procedure"] == other
    assert json.loads(ran(capsys, *what)[1])["totals"]["KZ"]["procedure"] != other
    status, _, err = ran(capsys, *what, "--procedure", "KZ-P-none")
    assert status == 1
    assert "There is no procedure “KZ-P-none” of the regime asked for." in err
    status, _, err = ran(capsys, *what, "--procedure", other, "--procedure", "KZ-P-import-road")
    assert (status, "Two procedures of one country" in err) == (1, True)


def test_the_worst_case_takes_more_steps(starting_file, capsys):
    what = ("compare", starting_file, "--regime", "import", "--mode", "road", "--json")
    base = json.loads(ran(capsys, *what)[1])["totals"]["KZ"]
    worst = json.loads(ran(capsys, *what, "--case", "worst")[1])["totals"]["KZ"]
    assert (base["case"], worst["case"]) == ("base", "worst")
    assert worst["steps"] > base["steps"]


def test_compare_and_propose_write_their_papers(starting_file, tmp_path, capsys):
    workbook, paper = tmp_path / "c.xlsx", tmp_path / "p.pdf"
    what = ("--regime", "import", "--mode", "road", "--countries", "KZ,UZ")
    assert ran(capsys, "compare", starting_file, *what, "--xlsx", workbook) == (
        0,
        f"Written: {workbook}\n",
        "",
    )
    assert workbook.read_bytes().startswith(b"PK")
    asked = ("propose", starting_file, "--from-findings", *what)
    status, out, _ = ran(capsys, *asked, "--pdf", paper, "--second", "zh", "--pdfa")
    assert (status, out) == (0, f"Written: {paper}\n")
    assert paper.read_bytes().startswith(b"%PDF")
    assert b"pdfaid" in paper.read_bytes()
    assert ran(capsys, *asked, "--second", "zh")[0] == 2  # no PDF is asked for
    assert ran(capsys, *asked, "--pdf", paper, "--lang", "ru", "--second", "ru")[0] == 2
    status, out, err = ran(capsys, "compare", starting_file, *what, "--json", "--xlsx", workbook)
    assert json.loads(out)["regime"] == "import"
    assert err == f"Written: {workbook}\n"


def test_a_paper_that_cannot_be_written_is_said(starting_file, tmp_path, capsys):
    status, _, err = ran(
        capsys, "compare", starting_file, "--regime", "import", "--xlsx", tmp_path / "none" / "c.xlsx"
    )
    assert status == 1
    assert len(err.splitlines()) == 1


def test_propose_prints_measures_of_findings_or_marks(catalogue_file, capsys):
    what = ("propose", catalogue_file, "--regime", "import", "--mode", "road", "--countries", "KZ,UZ")
    status, out, _ = ran(capsys, *what, "--from-findings")
    assert status == 0
    assert "These measures come from the rules" in out
    assert "\n1. " in out
    assert "No measure yet: nothing is marked." in ran(capsys, *what)[1]
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(SetMark("KZ-P-import-road-03", Verdict.REMOVE, "The bank knows it already"), WHO)
    out = ran(capsys, *what)[1]
    assert "Kazakhstan (Aigerim S.): The bank knows it already" in out
    assert "Kazakhstan, steps 3: " in out


def test_a_saved_proposal_is_found_by_id(catalogue_file, capsys):
    proposal = Proposal(
        "", "Corridor by road", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, ("KZ-P-import-road",)
    )
    with open_catalogue(catalogue_file) as catalogue:
        new = catalogue.run(SaveProposal(proposal), WHO).new_id
    status, out, _ = ran(capsys, "propose", catalogue_file, "--proposal", new)
    assert status == 0
    assert out.startswith("Corridor by road\nKazakhstan\n")
    status, _, err = ran(capsys, "propose", catalogue_file, "--proposal", "none")
    assert (status, err) == (1, f"There is no proposal “none”. Those in the catalogue: {new}.\n")
    assert ran(capsys, "propose", catalogue_file, "--proposal", new, "--regime", "import")[0] == 2
    assert ran(capsys, "propose", catalogue_file)[0] == 2


def test_a_proposal_about_a_corridor_names_steps_of_all_its_procedures(catalogue_file, capsys):
    proposal = Proposal("", "Way", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, (), corridor_id="COR-01")
    with open_catalogue(catalogue_file) as catalogue:
        new = catalogue.run(SaveProposal(proposal), WHO).new_id
        for step_id in ("KZ-P-bcp-khorgos-road-04", "KZ-P-transit-road-04"):
            catalogue.run(SetMark(step_id, Verdict.ONLINE, f"As {step_id}."), WHO)
    status, out, _ = ran(capsys, "propose", catalogue_file, "--proposal", new)
    assert status == 0
    for step_id in ("KZ-P-bcp-khorgos-road-04", "KZ-P-transit-road-04"):
        assert f"As {step_id}." in out
    assert "Kazakhstan, steps 4" in out


def test_a_proposal_is_told_in_the_terminal_as_to_programs(catalogue_file, capsys):
    what = ("propose", catalogue_file, "--regime", "import", "--mode", "road", "--countries", "KZ,UZ")
    out = ran(capsys, *what, "--from-findings")[1]
    told = json.loads(ran(capsys, *what, "--from-findings", "--json")[1])
    (invoice,) = (one for one in told["measures"] if one["key"] == "submit_once:document:380")
    (part,) = (part for part in invoice["countries"] if part["country"] == "UZ")
    assert [one["saved"]["handovers"] for one in part["effect"]] == [1]
    lines = out.splitlines()
    place = lines.index(f"{invoice['number']}. {invoice['title']['text']}")
    (line,) = (line for line in lines[place : place + 4] if line.startswith("   Uzbekistan"))
    assert "Documents handed in: 1 fewer." in line


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_country_without_such_a_procedure_has_no_proposal(starting_file, capsys, more):
    asked = ("propose", starting_file, "--regime", "parcel_import", "--countries", "AF", *more)
    assert ran(capsys, *asked) == (
        1,
        "",
        "No country asked for has a procedure of this kind: Parcel import.\n",
    )


def test_a_proposal_for_programs(catalogue_file, capsys, tmp_path):
    what = ("propose", catalogue_file, "--regime", "import", "--mode", "road", "--countries", "UZ,KZ")
    status, out, _ = ran(capsys, *what, "--from-findings", "--json", "--lang", "ru")
    assert status == 0
    told = json.loads(out)
    assert (told["language"], told["regime"], told["made_from"]) == ("ru", "import", "findings")
    assert told["countries"] == ["UZ", "KZ"]
    assert [one["number"] for one in told["measures"]] == list(range(1, len(told["measures"]) + 1))
    assert all(part["now"]["text"] for one in told["measures"] for part in one["countries"])
    assert json.loads(ran(capsys, *what, "--json")[1])["measures"] == []
    proposal = Proposal("", "Road", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, ("KZ-P-import-road",))
    with open_catalogue(catalogue_file) as catalogue:
        new = catalogue.run(SaveProposal(replace(proposal, number="7")), WHO).new_id
    book = tmp_path / "p.xlsx"
    status, out, err = ran(
        capsys, "propose", catalogue_file, "--proposal", new, "--from-findings", "--json", "--xlsx", book
    )
    told = json.loads(out)
    assert (told["proposal"], told["number"], told["countries"]) == (new, "7", ["KZ"])
    assert told["measures"]
    assert (status, book.exists(), str(book) in err) == (0, True, True)


def test_findings_for_people_and_for_programs(starting_file, capsys):
    what = ("findings", starting_file, "--countries", "KZ", "--regime", "import", "--mode", "road")
    status, out, _ = ran(capsys, *what)
    assert status == 0
    assert out.startswith("Kazakhstan: Import of ordinary goods by road")
    assert "Commercial invoice" in out
    found = json.loads(ran(capsys, *what, "--rule", "r01", "--json")[1])
    assert {finding["rule"] for finding in found} == {"R01"}
    assert {finding["country"] for finding in found} == {"KZ"}
    assert set(found[0]) >= {"rule", "country", "procedure", "steps", "documents", "confidence", "evidence"}
    status, _, err = ran(capsys, *what, "--rule", "R99")
    assert (status, err.startswith("customs-app findings: no such rule: R99")) == (2, True)


def test_a_command_reads_the_catalogue_without_touching_it(catalogue_file, capsys):
    before = {path.name: path.read_bytes() for path in catalogue_file.parent.iterdir()}
    ran(capsys, "compare", catalogue_file, "--regime", "import")
    ran(capsys, "findings", catalogue_file, "--countries", "KZ")
    ran(capsys, "check", catalogue_file)
    assert {path.name: path.read_bytes() for path in catalogue_file.parent.iterdir()} == before


def test_text_of_the_catalogue_does_not_steer_the_terminal(catalogue_file, capsys):
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(SetMark("KZ-P-import-road-03", Verdict.REMOVE, "\x1b[2J\u202egone"), WHO)
    out = ran(capsys, "propose", catalogue_file, "--regime", "import", "--mode", "road")[1]
    assert "\ufffd[2J\ufffdgone" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("language", ["ru", "zh"])
def test_texts_come_in_the_language_asked_for(starting_file, capsys, language):
    out = ran(capsys, "compare", starting_file, "--regime", "import", "--lang", language)[1]
    assert {"ru": "Казахстан", "zh": "哈萨克斯坦"}[language] in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare"],
        ["compare", "--regime", "smuggle"],
        ["compare", "--regime", "import", "--countries", ","],
        ["nonsense"],
        ["--nonsense"],
        ["new"],
        ["import", "/nowhere/catalogue.customs"],
        ["export", "--to", "x"],
    ],
)
def test_wrong_usage(arguments, capsys):
    status, out, err = ran(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "/nowhere/catalogue.customs"], "There is no file /nowhere/catalogue.customs.\n"),
        (
            ["compare", "--regime", "import", "--countries", "KZ,XX"],
            "Not in the reference list of countries: XX. Expected codes such as KZ.\n",
        ),
        (
            ["export", "--country", "XX", "--to", "/nowhere"],
            "Not in the reference list of countries: XX. Expected codes such as KZ.\n",
        ),
        (
            ["compare", __file__, "--regime", "import"],
            f"{__file__} is not a catalogue of this application.\n",
        ),
    ],
)
def test_wrong_input_is_one_clear_message(arguments, message, capsys):
    assert ran(capsys, *arguments) == (1, "", message)


def test_without_a_command_the_window_opens(monkeypatch, tmp_path, capsys):
    opened = []
    monkeypatch.setattr("customs_app.ui.app.run", lambda path: opened.append(path) or 0)
    file = tmp_path / "x.customs"
    assert ran(capsys)[0] == 0
    assert ran(capsys, file)[0] == 0
    monkeypatch.chdir(tmp_path)
    Path("compared").touch()
    assert ran(capsys, "compared")[0] == 0
    assert opened == [None, file, Path("compared")]


def test_ctrl_c_ends_quietly(monkeypatch, starting_file, capsys):
    def pressed(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("customs_app.cli.compare_command.comparison_content", pressed)
    assert ran(capsys, "compare", starting_file, "--regime", "import") == (130, "", "")


def run_program(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "customs_app", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=120,
        cwd=Path(__file__).parents[2],
        **options,
    )


def test_help_loads_nothing_heavy():
    code = (
        "import sys\nfrom customs_app.cli import main\nassert main(['--help']) == 0\n"
        "print([name for name in ('PySide6', 'openpyxl', 'reportlab', 'sqlite_utils', 'sqlite3', 'csv') "
        "if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "customs-app COMMAND" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_json_is_utf_8_whatever_the_terminal_writes(starting_file):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    what = ("compare", starting_file, "--regime", "import", "--countries", "KZ,UZ", "--lang", "zh")
    done = run_program(*what, "--json", env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "哈萨克斯坦" in " ".join(json.loads(done.stdout.decode("utf-8"))["differences"])
    assert run_program(*what, env=environment).returncode == 0


def test_nobody_reads_on(starting_file):
    process = subprocess.Popen(
        [sys.executable, "-m", "customs_app", "findings", str(starting_file), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    process.stdout.read(10)
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 141
    assert errors == b""


def test_minutes_are_told_written_and_given_to_programs(catalogue_file, tmp_path, capsys):
    assert ran(capsys, "minutes", catalogue_file) == (1, "", "The catalogue holds no meeting yet.\n")
    with open_catalogue(catalogue_file) as catalogue:
        meeting = catalogue.run(StartMeeting("Day one", ("TJ-P-import-road",), ("KZ", "TJ")), WHO).new_id
        decided = catalogue.run(
            Decide(meeting, "TJ-P-import-road-02", Verdict.REMOVE, "Nobody reads it."), WHO
        ).new_id
        catalogue.run(SetDissent(decided, "TJ", Position.RESERVE, "Until the decree is out."), WHO)
    status, out, err = ran(capsys, "minutes", catalogue_file)
    assert (status, err) == (0, "")
    assert out.startswith("Day one\n")
    assert "Remove – Nobody reads it." in out
    assert "Tajikistan: for, with a reservation. Until the decree is out." in out
    assert "1 of 21 steps decided" in out
    status, out, _ = ran(capsys, "minutes", catalogue_file, "--meeting", meeting, "--json")
    assert json.loads(out)["decisions"][0]["reason"] == "Nobody reads it."
    xlsx, pdf = tmp_path / "m.xlsx", tmp_path / "m.pdf"
    status, out, _ = ran(capsys, "minutes", catalogue_file, "--xlsx", xlsx, "--pdf", pdf, "--lang", "ru")
    assert status == 0
    assert out.count(str(tmp_path)) == 2
    rows = CalamineWorkbook.from_path(xlsx).get_sheet_by_index(1).to_python()
    assert any("Исключить" in row for row in rows)
    assert pdf.read_bytes().startswith(b"%PDF")
    status, _, err = ran(capsys, "minutes", catalogue_file, "--meeting", "G-none")
    assert (status, "G-none" in err, meeting in err) == (1, True, True)


@pytest.mark.parametrize(
    ("command", "rest"),
    [
        ("compare", ("--regime", "import", "--mode", "road", "--json")),
        ("findings", ("--countries", "KG")),
    ],
)
def test_a_catalogue_of_an_older_release_is_brought_up_to_date(first_form, command, rest, capsys):
    for _ in range(2):
        status, _, err = ran(capsys, command, first_form, *rest)
        assert (status, err) == (0, "")
        assert len(list(first_form.parent.glob("*.before-*"))) == 1
    assert ran(capsys, "check", first_form)[0] == 0


def test_check_only_reads_a_catalogue_of_an_older_release(first_form, capsys):
    before = first_form.read_bytes()
    status, out, err = ran(capsys, "check", first_form)
    assert (status, out) == (1, "")
    assert "older release" in err
    assert first_form.read_bytes() == before
