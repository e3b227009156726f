"""The minutes read back with other libraries than those that wrote them."""

import dataclasses
import datetime
import json
import re
from pathlib import Path

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.job import Cancelled
from customs_app.domain.text import Language, Message
from customs_app.language.labels import label
from customs_app.language.moments import clock
from customs_app.language.words import words
from customs_app.reports.atomic import OutputError
from customs_app.reports.minutes import write_minutes_pdf, write_minutes_workbook
from customs_app.reports.minutes.as_json import minutes_json
from customs_app.reports.minutes.content import Minutes, minutes
from customs_app.reports.minutes.texts import when
from tests.reports.minutes.conftest import HOSTILE, TITLE, TJ, UZ, step

EN = words(Language.EN)


def _first(catalogue: Catalogue) -> Minutes:
    return minutes(catalogue, next(one.id for one in catalogue.meetings() if one.title == TITLE))


def _pages(read: Minutes, path: Path, language: Language = Language.EN) -> list[str]:
    write_minutes_pdf(read, path, language)
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def _sheets(read: Minutes, path: Path, language: Language = Language.EN) -> dict[str, list[list[object]]]:
    write_minutes_workbook(read, path, language)
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _table(rows: list[list[object]], first: str) -> list[dict[str, object]]:
    at = next(n for n, row in enumerate(rows) if row and row[0] == first)
    return [dict(zip(map(str, rows[at]), row, strict=True)) for row in rows[at + 1 :]]


def test_what_was_decided_and_what_stays_open(met: Catalogue) -> None:
    read = _first(met)
    assert [line.item.step.id for line in read.decided] == [step(1), step(3), step(4), step(14)]
    assert len(read.lines) == len(met.full_procedure(TJ).steps)
    assert len(read.open_points) == len(read.lines) - 4
    assert {
        verdict: [line.item.step.seq for line in lines] for verdict, lines in read.by_verdict.items()
    } == {
        Verdict.KEEP: [1],
        Verdict.MERGE: [3],
        Verdict.ONLINE: [14],
        Verdict.LAW_FIRST: [4],
    }
    assert [note.text for note in read.notes] == ["@SUM(1) a note about nothing"]
    assert [note.text for note in read.lines[13].notes] == ["Text of the decree by Friday."]
    assert [one.delegation for one in read.lines[13].dissents] == ["IR"]


def test_the_meeting_begun_last_is_taken_with_its_own_agenda(met: Catalogue) -> None:
    read = minutes(met)
    assert read.meeting.title == "What is contested"
    assert [line.item.step.id for line in read.lines] == [step(2, UZ), step(14)]
    assert [line.item.step.id for line in read.open_points] == [step(14)]
    assert not read.lines[1].decisions  # those of the other meeting are not its own


def test_a_meeting_that_is_not_there_is_named_with_those_that_are(
    met: Catalogue, catalogue: Catalogue
) -> None:
    known = met.meetings()[0].id
    with pytest.raises(InputError) as caught:
        minutes(met, "G-none")
    said = EN.say(caught.value.message)
    assert "G-none" in said
    assert known in said
    with pytest.raises(InputError) as caught:
        minutes(catalogue)
    assert EN.say(caught.value.message) == "The catalogue holds no meeting yet."


def test_the_paper_says_who_decided_what_when_and_who_dissents(met: Catalogue, tmp_path: Path) -> None:
    read = _first(met)
    pages = _pages(read, tmp_path / "m.pdf")
    whole = " ".join(pages)
    assert TITLE in pages[0]
    assert "A. Karimova (Secretariat)" in pages[0]
    assert "Kazakhstan, Iran (Islamic Republic of)" in pages[0]
    assert when(read, EN) in pages[0]
    assert "Merge into step 8 Appoint an agent or broker" in whole
    assert "The portal checks it." in whole
    assert "Iran (Islamic Republic of): against. Article 102 leaves no room." in whole
    assert "Keep: IR" in whole
    assert "Move online: KZ" in whole
    assert "as decided: 1 of 2" in whole
    assert "Decree 5" in whole
    assert "Changed since: legal basis:" in whole
    assert "→ Another law" in whole
    assert "Text of the decree by Friday." in whole
    assert "not opened" in whole
    decided = next(one for one in met.decisions() if one.step_id == step(14) and one.votes)
    assert clock(decided.at) in whole
    open_points = whole[whole.index("Open points") :]
    assert f"{len(read.open_points)} steps of the agenda were not decided." in open_points
    for line in read.open_points:
        assert line.item.step.title.en in open_points
    assert read.edition.sha256[:32] in whole.replace(" ", "")


def test_text_of_the_catalogue_stays_text_on_paper_and_in_cells(met: Catalogue, tmp_path: Path) -> None:
    read = _first(met)
    assert HOSTILE in " ".join(_pages(read, tmp_path / "m.pdf"))
    raw = (tmp_path / "m.pdf").read_bytes()
    assert b"/URI" not in raw
    rows = _table(_sheets(read, tmp_path / "m.xlsx")["Decisions"], "Country")
    merged = next(row for row in rows if row["Step no."] == 3)
    assert merged["Reason"] == HOSTILE
    import zipfile  # noqa: PLC0415 - what a spreadsheet would run

    with zipfile.ZipFile(tmp_path / "m.xlsx") as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert "<f>" not in book.read(name).decode()


def test_the_workbook_has_a_row_for_each_decision(met: Catalogue, tmp_path: Path) -> None:
    read = _first(met)
    sheets = _sheets(read, tmp_path / "m.xlsx")
    assert list(sheets) == ["Minutes", "Decisions", "Dissent", "Notes", "Open points"]
    rows = _table(sheets["Decisions"], "Country")
    assert [row["Step no."] for row in rows] == [1, 3, 4, 14]
    online = rows[-1]
    decided = next(one for one in met.decisions() if one.step_id == step(14) and one.votes)
    assert online["Verdict"] == "Move online"
    assert online["Marks before"] == "Keep: IR\nMove online: KZ"
    assert online["As decided"] == "1 of 2"
    assert online["Dissent"] == "Iran (Islamic Republic of): against. Article 102 leaves no room."
    assert online["Decided"] == clock(decided.at)
    assert isinstance(online["Date"], datetime.date)
    assert rows[1]["Merge into step no."] == "8"
    assert rows[2]["Law to amend"] == "Decree 5"
    assert "legal basis" in str(rows[2]["Stale: changed since"])
    assert rows[0]["Marks before"] == "not opened"
    (dissent,) = _table(sheets["Dissent"], "Country")
    assert (dissent["Delegation"], dissent["Position"]) == ("Iran (Islamic Republic of)", "against")
    notes = _table(sheets["Notes"], "Country")
    assert [row["Note"] for row in notes] == ["Text of the decree by Friday.", "@SUM(1) a note about nothing"]
    assert notes[0]["By"] == "Айгерим С. (Kazakhstan)"
    points = _table(sheets["Open points"], "Country")
    assert [row["Step no."] for row in points] == [line.item.step.seq for line in read.open_points]
    flat = {str(row[0]): row[1] for row in sheets["Minutes"] if len(row) > 1}
    assert flat["Chair"] == "A. Karimova (Secretariat)"
    assert flat["Not decided"] == str(len(read.open_points))
    assert flat["SHA-256 of the catalogue"] == read.edition.sha256


@pytest.mark.parametrize("language", list(Language))
def test_both_papers_in_every_language(met: Catalogue, tmp_path: Path, language: Language) -> None:
    read, said = _first(met), words(language)
    pages = _pages(read, tmp_path / "m.pdf", language)
    online = label(Verdict.ONLINE, said)
    whole = re.sub(r"\s", "", " ".join(pages))
    assert re.sub(r"\s", "", online) in whole
    assert re.sub(r"\s", "", read.reference.countries["IR"].name[language]) in whole
    sheets = list(_sheets(read, tmp_path / "m.xlsx", language).values())
    assert any(online in row for row in sheets[1])


def test_several_procedures_are_told_apart(met: Catalogue, tmp_path: Path) -> None:
    read = minutes(met)
    pages = _pages(read, tmp_path / "m.pdf")
    assert "TJ 14" in " ".join(pages)
    flat = [row for row in _sheets(read, tmp_path / "m.xlsx")["Minutes"] if row[0] == "Procedure"]
    assert [str(row[1]).partition(":")[0] for row in flat] == ["Uzbekistan", "Tajikistan"]


def test_the_same_minutes_give_the_same_bytes(met: Catalogue, tmp_path: Path) -> None:
    read = _first(met)
    for write, suffix in ((write_minutes_pdf, "pdf"), (write_minutes_workbook, "xlsx")):
        paths = [tmp_path / f"{n}.{suffix}" for n in (1, 2)]
        for path in paths:
            write(read, path, Language.RU)
        assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_long_meeting_goes_over_pages_and_loses_no_decision(met: Catalogue, tmp_path: Path) -> None:
    read = _first(met)
    line = read.lines[13]
    reason = "A reason that an official has written with care and at length. " * 8
    made = tuple(
        dataclasses.replace(
            line,
            place=n,
            decisions=(dataclasses.replace(line.decisions[0], id=f"V-{n}", reason=f"No. {n}: {reason}"),),
        )
        for n in range(1, 61)
    )
    pages = _pages(dataclasses.replace(read, lines=made), tmp_path / "m.pdf")
    assert len(pages) > 6
    whole = " ".join(pages)
    assert all(f"No. {n}: A reason" in whole for n in range(1, 61))
    assert "None: all steps of the agenda are decided." in whole


def test_a_meeting_that_decided_nothing_says_so(met: Catalogue, tmp_path: Path) -> None:
    read = _first(met)
    bare = tuple(dataclasses.replace(line, decisions=(), notes=()) for line in read.lines)
    empty = dataclasses.replace(read, lines=bare, notes=())
    assert "Nothing was decided." in " ".join(_pages(empty, tmp_path / "m.pdf"))
    assert _table(_sheets(empty, tmp_path / "m.xlsx")["Decisions"], "Country") == []


def test_cancelling_leaves_nothing_and_a_missing_folder_is_said(met: Catalogue, tmp_path: Path) -> None:
    read = _first(met)

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    for write, name in ((write_minutes_pdf, "m.pdf"), (write_minutes_workbook, "m.xlsx")):
        with pytest.raises(Cancelled):
            write(read, tmp_path / name, Language.EN, stop)
        with pytest.raises(OutputError):
            write(read, tmp_path / "none" / name, Language.EN)
    assert list(tmp_path.iterdir()) == []


def test_programs_get_ids_and_times_in_utc(met: Catalogue) -> None:
    said = json.loads(json.dumps(minutes_json(_first(met))))
    assert said["meeting"]["delegations"] == ["KZ", "IR"]
    assert said["meeting"]["ended_at"] is not None
    online = next(one for one in said["decisions"] if one["step"] == step(14))
    assert online["votes"] == {"KZ": "online", "IR": "keep"}
    assert online["dissents"] == [
        {"delegation": "IR", "position": "against", "reason": "Article 102 leaves no room."}
    ]
    assert next(one for one in said["decisions"] if one["step"] == step(1))["votes"] is None
    assert next(one for one in said["decisions"] if one["step"] == step(4))["stale"] == ["legal_basis"]
    assert datetime.datetime.fromisoformat(online["at"]).utcoffset() == datetime.timedelta(0)
    assert step(14) not in said["open"]
    assert said["by_verdict"]["merge"] == [step(3)]
    assert [note["step"] for note in said["notes"]] == [step(14), None]


def test_the_title_of_the_papers_names_the_meeting(met: Catalogue) -> None:
    assert EN.say(_first(met).title) == f"Minutes: {TITLE}"
    assert isinstance(_first(met).title, Message)
