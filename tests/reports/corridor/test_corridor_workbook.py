"""The corridor as a workbook, read back with another library than the one that wrote it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - what is tested writes with it
from python_calamine import CalamineWorkbook

from customs_app.analysis.corridor.as_json import chain_json
from customs_app.analysis.corridor.told import told_json
from customs_app.domain.job import Cancelled
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.corridor import CorridorPaper, write_corridor_workbook

EN = words(Language.EN)
Rows = list[list[object]]


@pytest.fixture(scope="module")
def path(road: CorridorPaper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corridor") / "road.xlsx"
    write_corridor_workbook(road, path, Language.EN)
    return path


@pytest.fixture(scope="module")
def sheets(path: Path) -> dict[str, Rows]:
    read = CalamineWorkbook.from_path(path)
    return {name: read.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in read.sheet_names}


def _table(rows: Rows, *heads: str) -> list[dict[str, object]]:
    start = next(at for at, row in enumerate(rows) if tuple(row[: len(heads)]) == heads)
    names = [str(name) for name in rows[start]]
    found = []
    for row in rows[start + 1 :]:
        if row[0] == "":
            break
        found.append(dict(zip(names, row, strict=True)))
    return found


def _value(rows: Rows, name: str) -> object:
    return next(row[4] for row in rows if row[0] == name)


def test_sheets_in_order(sheets: dict[str, Rows]) -> None:
    assert list(sheets) == [
        *("Overview", "Chain step by step", "Documents again", "Data again", "Payments", "Border times"),
        *("Controls and savings", "Sources"),
    ]


def test_the_overview_has_the_totals_that_programs_are_told(
    sheets: dict[str, Rows], road: CorridorPaper
) -> None:
    told = chain_json(road.corridor, road.chain, EN)
    rows, totals = sheets["Overview"], told["totals"]
    for end, key in (("least", "min"), ("typical", "typ"), ("most", "max")):
        assert _value(rows, f"Elapsed, {end} (hours)") == pytest.approx(totals["elapsed_h"][key])
    assert _value(rows, "Steps with a counted time") == totals["covered"]["time"][0]
    for one in totals["cost"]:
        assert _value(rows, f"Fees in {one['currency']}") == one["amount"]
    blocks = _table(rows, "No.", "Country")
    assert len(blocks) == len(told["blocks"])
    for row, block in zip(blocks, told["blocks"], strict=True):
        typical = block["end_h"]["typ"]
        assert row["Since the start, typical (hours)"] == ("?" if typical is None else pytest.approx(typical))
        if block["procedure"] is not None:
            assert row["Steps with a time"] == block["covered"]["time"][0]
    said = {row[0] for row in rows}
    assert {EN.say(once.message) for once in road.chain.counted_once} <= said


def test_each_step_of_the_chain_has_a_row_with_real_hours(
    sheets: dict[str, Rows], road: CorridorPaper
) -> None:
    rows = _table(sheets["Chain step by step"], "Block", "Country")
    points = chain_json(road.corridor, road.chain, EN)["points"]
    assert len(rows) == len(points) == 46
    for row, point in zip(rows, points, strict=True):
        assert row["Step no."] == point["number"]
        for end, key in (("least", "min"), ("typical", "typ"), ("most", "max")):
            hours = point["cumulative_h"][key]
            assert row[f"Since the start, {end} (hours)"] == ("" if hours is None else pytest.approx(hours))
    crossing = next(row for row in rows if row["Step"] == "Cross to Nur Zholy")
    assert (crossing["Time, least (hours)"], crossing["Time, most (hours)"]) == (16.4, 77.5)
    assert crossing["Counted as (hours)"] == "[16.4 – 77.5]"
    assert crossing["Source nos."]


def test_each_use_of_a_document_has_a_row(sheets: dict[str, Rows], road: CorridorPaper) -> None:
    rows = _table(sheets["Documents again"], "Document")
    assert len(rows) == sum(len(row.all_uses) for row in road.told.again.again)
    invoice = [row for row in rows if row["Document"] == "Commercial invoice"]
    assert {row["Times in this case"] for row in invoice} == {7}
    asked = [row for row in invoice if row["In this case"] == "yes" and "issue" not in str(row)]
    assert len(asked) >= 7


def test_payments_are_numbers_with_their_shares(sheets: dict[str, Rows], road: CorridorPaper) -> None:
    told = told_json(road.told, EN)["payments"]
    rows = _table(sheets["Payments"], "Country", "Step no.")
    paid = [row for row in rows if isinstance(row["Amount"], float) and row["Currency"] != "%"]
    assert [(row["Amount"], row["Currency"]) for row in paid] == [
        (one["amount"], one["currency"]) for one in told["payments"]
    ]
    assert sum(row["In which money"] == "unknown how much" for row in rows) == len(told["unknown"])
    shares = [row for row in sheets["Payments"] if isinstance(row[7], float) and row[3] != ""]
    assert [row[7] for row in shares] == [round(100 * one["part"], 1) for one in told["shares"]]


def test_border_times_are_all_there_with_year_and_source(
    sheets: dict[str, Rows], road: CorridorPaper
) -> None:
    told = told_json(road.told, EN)["border_times"]
    rows = _table(sheets["Border times"], "Border", "Measured or recorded")
    measured = [row for row in rows if row["Measured or recorded"] == "measured"]
    flat = [one for border in told for one in border["measured"]]
    assert [row["Typical (hours)"] for row in measured] == [
        "?" if one["hours"] is None else one["hours"] for one in flat
    ]
    assert all(row["Year"] and row["Source nos."] for row in measured)
    assert len(rows) - len(measured) == sum(len(border["own"]) for border in told)


def test_sources_are_numbered_as_the_sheets_name_them(sheets: dict[str, Rows], road: CorridorPaper) -> None:
    rows = _table(sheets["Sources"], "No.", "Country")
    assert [row["In the catalogue"] for row in rows] == [source.id for source in road.sources]
    assert [row["No."] for row in rows] == list(range(1, len(road.sources) + 1))


def test_sheets_are_ready_to_scroll_and_to_print(path: Path) -> None:
    for sheet in load_workbook(path):
        assert sheet.page_setup.orientation == "landscape"
        assert "SHA-256" in sheet.oddFooter.left.text
        if sheet.title not in ("Overview", "Controls and savings"):
            assert sheet.freeze_panes, sheet.title
            assert sheet.auto_filter.ref, sheet.title
            assert sheet.print_title_rows, sheet.title


@pytest.mark.parametrize("language", list(Language))
def test_the_same_paper_gives_the_same_bytes(road: CorridorPaper, tmp_path: Path, language: Language) -> None:
    for name in ("1.xlsx", "2.xlsx"):
        write_corridor_workbook(road, tmp_path / name, language)
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_a_cancelled_workbook_leaves_nothing(road: CorridorPaper, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        if done > 30:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_corridor_workbook(road, tmp_path / "x.xlsx", Language.EN, stop)
    assert list(tmp_path.iterdir()) == []
