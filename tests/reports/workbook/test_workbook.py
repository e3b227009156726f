"""The workbook read back with another library than the one that wrote it."""

import dataclasses
import datetime
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - what is tested writes with it
from openpyxl.workbook.workbook import Workbook  # noqa: TID253
from python_calamine import CalamineWorkbook

from customs_app.analysis.case import steps_of_case
from customs_app.analysis.counting import Counting, counted_times
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.figures import TimeFigure
from customs_app.domain.job import Cancelled
from customs_app.domain.text import Language
from customs_app.figures.stage_hours import stage_hours
from customs_app.reports.atomic import OutputError
from customs_app.reports.content import Content, comparison_content
from customs_app.reports.source_order import by_number
from customs_app.reports.subject import Subject
from customs_app.reports.workbook import write_workbook

Rows = list[list[object]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workbooks")


@pytest.fixture(scope="module")
def path(comparison: Content, folder: Path) -> Path:
    path = folder / "comparison.xlsx"
    write_workbook(comparison, path, Language.EN)
    return path


@pytest.fixture(scope="module")
def sheets(path: Path) -> dict[str, Rows]:
    return _sheets(path)


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return load_workbook(path)


def _sheets(path: Path) -> dict[str, Rows]:
    read = CalamineWorkbook.from_path(path)
    return {name: read.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in read.sheet_names}


def _table(rows: Rows, *heads: str) -> list[dict[str, object]]:
    """The rows under the head that begins so, up to the first that has no first cell."""
    start = next(at for at, row in enumerate(rows) if tuple(row[: len(heads)]) == heads)
    names = rows[start]
    found = []
    for row in rows[start + 1 :]:
        if row[0] == "":
            break
        found.append(dict(zip(names, row, strict=True)))
    return found


def test_sheets_in_order(book: Workbook):
    assert book.sheetnames == [
        *("Cover", "Summary", "Comparison", "Times by activity"),
        *("RU Russian Federation", "TJ Tajikistan", "UZ Uzbekistan"),
        *("Documents", "Data matrix", "Demands for data", "Marks", "Differences"),
        *("Distance", "Changes to make", "Measures of countries", "Places", "Sources", "Glossary"),
    ]


@pytest.mark.parametrize(
    ("language", "country"),
    [(Language.RU, "RU Российская Федерация"), (Language.ZH, "UZ 乌兹别克斯坦")],
)
def test_sheets_are_named_in_the_language(
    language: Language, country: str, comparison: Content, tmp_path: Path
):
    write_workbook(comparison, tmp_path / "x.xlsx", language)
    names = list(_sheets(tmp_path / "x.xlsx"))
    assert country in names
    assert all(0 < len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names) == 18


def test_times_of_the_summary_are_those_of_the_analysis(sheets: dict[str, Rows], comparison: Content):
    rows = {
        row["Country"]: row for row in _table(sheets["Summary"], "Country", "Procedure", "Steps of the case")
    }
    assert len(rows) == len(comparison.countries)
    for country in comparison.countries:
        totals, row = comparison.comparison.totals[country.iso2], rows[country.name.en]
        assert row["Steps of the case"] == totals.steps
        assert row["Steps in all"] == totals.all_steps
        for name, hours in (("Elapsed", totals.elapsed), ("Sum", totals.effort)):
            written = [row[f"{name}, {end} (hours)"] for end in ("least", "typical", "most")]
            assert written == pytest.approx([hours.min, hours.typ, hours.max])
        assert row["Steps with a counted time"] == totals.time_covered.n
        assert row["of these, aggregates"] == totals.aggregates
        assert row["Steps with a limit only"] == totals.limits


def test_unknown_totals_are_question_marks_not_zero(sheets: dict[str, Rows], comparison: Content):
    rows = _table(sheets["Summary"], "Country", "Procedure", "Documents handed in")
    for row, country in zip(rows, comparison.countries, strict=True):
        visits = comparison.comparison.totals[country.iso2].visits
        assert row["Visits in person"] == ("?" if visits is None else visits)
    assert "?" in [row["Visits in person"] for row in rows]


def test_fees_stand_per_currency_and_converted(sheets: dict[str, Rows], comparison: Content):
    rows = _table(sheets["Summary"], "Country", "What the amount leaves out")
    for country in comparison.countries:
        own = [row for row in rows if row["Country"] == country.name.en]
        totals = comparison.comparison.totals[country.iso2]
        assert [(row["Amount"], row["Currency"]) for row in own] == [
            (one.amount, one.currency) for one in totals.cost
        ]
        total = comparison.converted[country.iso2].total
        assert total is not None
        assert sum(row["In USD"] for row in own) == pytest.approx(total.amount)
        assert own[0]["Country in all, USD"] == pytest.approx(total.amount)
    assert len(rows) == 4, "Uzbekistan pays in two currencies"


def test_rates_stand_with_their_real_day(sheets: dict[str, Rows], comparison: Content):
    rows = _table(sheets["Summary"], "Currency", "Kind of rate")
    assert [(row["Currency"], row["Units for one US dollar"], row["Day"], row["Source"]) for row in rows] == [
        (rate.currency, rate.units_per_usd, datetime.date.fromisoformat(rate.date), rate.source_id)
        for rate in comparison.rates
    ]


def test_fee_without_a_rate_stays_apart(comparison: Content, tmp_path: Path):
    reference = dataclasses.replace(comparison.reference, rates={})
    converted = {
        iso2: dataclasses.replace(one, total=None, left=comparison.comparison.totals[iso2].cost, rates=())
        for iso2, one in comparison.converted.items()
    }
    bare = dataclasses.replace(comparison, reference=reference, converted=converted, rates=(), currency="CHF")
    write_workbook(bare, tmp_path / "x.xlsx", Language.EN)
    rows = _table(_sheets(tmp_path / "x.xlsx")["Summary"], "Country", "What the amount leaves out")
    assert {row["In CHF"] for row in rows} == {"?"}
    assert all(isinstance(row["Amount"], float) for row in rows)


def test_steps_stand_with_all_their_figures(sheets: dict[str, Rows], comparison: Content):
    full = comparison.comparison.procedures["UZ"]
    rows = _table(sheets["UZ Uzbekistan"], "No.", "Stage")
    taken = steps_of_case(full, comparison.comparison.case)
    counted = counted_times(full, taken)
    assert [row["No."] for row in rows] == [step.seq for step in full.steps]
    for row, step in zip(rows, full.steps, strict=True):
        hours = step.time.hours
        for end, value in (("least", hours.min), ("typical", hours.typ), ("most", hours.max)):
            assert row[f"Time, {end} (hours)"] == ("" if value is None else pytest.approx(value))
        assert row["Cost"] == ("" if step.cost.amount is None else step.cost.amount)
        assert row["Currency"] == (step.cost.currency or "")
        assert row["In this case"] == ("yes" if step in taken else "no")
        assert row["Legal basis"] == (step.legal_basis or "")
        assert row["Sources"] == "\n".join(step.source_ids)
        if step.id in counted and counted[step.id].state is Counting.INSIDE:
            number = full.number(counted[step.id].aggregate_id or "")
            inside = f"in {number}" if hours.typ is None else f"({hours.typ:g})"
            assert row["Time counted as (hours)"] == inside
    assert [row["Step"] for row in rows][1] == full.steps[1].title.en


def test_marks_stand_with_reason_person_and_real_day(sheets: dict[str, Rows], comparison: Content):
    rows = _table(sheets["Marks"], "Country", "Step no.")
    assert [(row["Step no."], row["Verdict"], row["Reviewer"]) for row in rows] == [
        (3, "Remove", "A. Karimova"),
        (3, "Keep", "+1 Ли"),
        (4, "Move online", "A. Karimova"),
    ]
    assert all(isinstance(row["Date"], datetime.date) for row in rows)
    assert [row["Reason"] for row in rows] == [mark.reason for mark in comparison.marks]
    assert rows[0]["Law to amend"] == "Art. 1"
    changed = "legal basis: Cabinet Resolution No. 959 of 1 December 2017 → A new law"
    assert [row["Stale: changed since"] for row in rows] == ["", "", changed]


def test_hostile_texts_are_texts_and_read_back_as_themselves(sheets: dict[str, Rows], comparison: Content):
    title = comparison.step_place("UZ-P-import-road-03")[2].title.en
    assert title.startswith("=HYPERLINK(")
    assert title in [row["Step"] for row in _table(sheets["UZ Uzbekistan"], "No.", "Stage")]
    marks = _table(sheets["Marks"], "Country", "Step no.")
    assert title in [row["Step"] for row in marks]
    assert marks[0]["Reason"].startswith("@SUM(")
    assert marks[1]["Reviewer"].startswith("+1")


def test_only_formulas_of_our_own_and_links_within_the_book(book: Workbook, path: Path):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "f", "inlineStr"}
    formulas = [cell for cell in cells if cell.data_type == "f"]
    assert {cell.parent.title for cell in formulas} == {"Times by activity"}
    area = r"[A-Z]+[0-9]+:[A-Z]+[0-9]+"
    ours = re.compile(rf'=IF\(COUNT\({area}\)=0,"\?",(MIN|MAX)\({area}\)\)|=COUNT\({area}\)')
    assert all(ours.fullmatch(cell.value) for cell in formulas)
    links = [cell.hyperlink for cell in cells if cell.hyperlink is not None]
    assert all(link.target is None for link in links)
    assert [link.location for link in links] == [f"'{name}'!A1" for name in book.sheetnames[1:]]
    with zipfile.ZipFile(path) as archive:
        assert not any("externalLink" in name for name in archive.namelist())
        rels = [archive.read(name) for name in archive.namelist() if "worksheets/_rels" in name]
    assert not any(b"External" in rel for rel in rels)


def test_comparison_has_a_row_for_each_activity(sheets: dict[str, Rows], comparison: Content):
    rows = sheets["Comparison"]
    of = len(comparison.countries)
    head = next(at for at, row in enumerate(rows) if row[0] == "Stage")
    assert [str(name).split("\n")[0] for name in rows[head][2 : 2 + of]] == [
        country.name.en for country in comparison.countries
    ]
    written = {row[1]: row for row in rows[head + 1 :] if row[-1] in ("yes", "no")}
    assert len(written) == len(comparison.comparison.rows)
    for row in comparison.comparison.rows:
        line = written[row.activity.name.en]
        assert line[-2] == row.have
        assert (line[-1] == "yes") == row.differs
        for text, country in zip(line[2 : 2 + of], comparison.countries, strict=True):
            cell = row.cells[country.iso2]
            assert (text == "–") == (cell is None)
            if cell is not None and len(cell.steps) > 1:
                assert f"×{len(cell.steps)}" in str(text)
            if cell is not None and cell.conditional:
                assert "· if" in str(text).split("\n")[0]


def test_cell_says_its_cost_where_one_is_recorded(sheets: dict[str, Rows], comparison: Content):
    of = len(comparison.countries)
    written = {row[1]: row[2 : 2 + of] for row in sheets["Comparison"] if row[-1] in ("yes", "no")}
    costs = {}
    for row in comparison.comparison.rows:
        texts = zip(written[row.activity.name.en], comparison.countries, strict=True)
        for text, country in texts:
            said = [line for line in str(text).split("\n") if line.startswith("cost ")]
            cell = row.cells[country.iso2]
            assert len(said) == (cell is not None and cell.fee_known)
            costs[country.iso2, row.activity.code] = said
    assert costs["UZ", "DCL-04"] == ["cost [242\u00a0USD]"]
    assert costs["UZ", "PAY-02"] == ["cost 1,500,000\u00a0UZS"]
    assert costs["UZ", "DCL-08"] == ["cost (7\u00a0USD)"]
    assert costs["TJ", "DCL-05"] == ["cost in 12"]
    assert costs["TJ", "PAY-02"] == []


def test_tint_of_a_cell_follows_the_channel_that_it_names(book: Workbook, comparison: Content):
    ((area, rules),) = [(one.sqref, one.rules) for one in book["Comparison"].conditional_formatting]
    tints = {rule.formula[0]: rule.dxf.fill.bgColor.rgb[-6:] for rule in rules}
    assert tints['LEFT(C4,6)="online"'] == "D3E7F0"
    assert tints['LEFT(C4,9)="in person"'] == "F2CBA4"
    assert len(tints) == 5
    words = {'LEFT(C4,6)="online"': "online", 'LEFT(C4,9)="in person"': "in person"}
    said = [str(cell.value) for row in book["Comparison"][str(area)] for cell in row]
    for word in words.values():
        assert any(text.startswith(word) for text in said)
    assert str(area).startswith("C4:E")


def test_times_by_activity_are_numbers_with_live_ends(sheets: dict[str, Rows], comparison: Content):
    rows = {row["Activity"]: row for row in _table(sheets["Times by activity"], "Stage", "Activity")}
    timed = 0
    for row in comparison.comparison.rows:
        own = [
            cell.hours.typ
            for cell in row.cells.values()
            if cell is not None and cell.hours and cell.hours.typ is not None and not cell.aggregate
        ]
        if not own:
            assert row.activity.name.en not in rows
            continue
        timed += 1
        line = rows[row.activity.name.en]
        ends = (line["Least (hours)"], line["Most (hours)"], line["Known, of 3"])
        assert ends == (min(own), max(own), len(own)), "stored beside the formulas for who does not calculate"
    assert timed == len(rows) > 0


def test_totals_below_the_comparison_are_those_of_the_analysis(sheets: dict[str, Rows], comparison: Content):
    lines = {row[1]: row[2 : 2 + len(comparison.countries)] for row in sheets["Comparison"] if row[0] == ""}
    totals = [comparison.comparison.totals[country.iso2] for country in comparison.countries]
    assert lines["Elapsed, critical path, typical (hours)"] == pytest.approx(
        [one.elapsed.typ for one in totals]
    )
    assert lines["Sum of the steps, most (hours)"] == pytest.approx([one.effort.max for one in totals])
    assert lines["Steps with a counted cost"] == [one.cost_covered.n for one in totals]


def test_differences_and_sources_are_all_there(sheets: dict[str, Rows], comparison: Content):
    differences = _table(sheets["Differences"], "No.", "Stage")
    assert len(differences) == len(comparison.comparison.differences)
    assert all(row["Difference"] for row in differences)
    sources = _table(sheets["Sources"], "Source", "Country")
    assert [row["Source"] for row in sources] == [source.id for source in by_number(comparison)]
    assert [row["Address"] for row in sources] == [source.url or "" for source in by_number(comparison)]


def test_documents_have_a_row_for_each_use(sheets: dict[str, Rows], comparison: Content):
    rows = _table(sheets["Documents"], "Country", "Document")
    uses = [use for _, full in comparison.procedures() for own in full.uses.values() for use in own]
    assert len(rows) == len(uses)
    names = {comparison.reference.documents[use.document_id].name.en for use in uses}
    assert {row["Document"] for row in rows} == names


def test_chart_stacks_the_hours_by_stage_above_it(book: Workbook, comparison: Content):
    (chart,) = book["Summary"]._charts
    sheet = book["Summary"]

    def values(place: str) -> list[object]:
        found = sheet[place.replace("'Summary'!", "").replace("$", "")]
        return [cell.value for cell in (found if isinstance(found, tuple) else ((found,),)) for cell in cell]

    names = values(chart.series[0].cat.strRef.f)
    assert names[0] == "Russian Federation (2 of 17)"
    sums = dict.fromkeys(names, 0.0)
    for series in chart.series:
        for name, value in zip(names, values(series.val.numRef.f), strict=True):
            sums[name] += value or 0.0
    assert list(sums.values()) == pytest.approx(
        [
            stage_hours(full, comparison.comparison.case, comparison.reference).sum
            for _, full in comparison.procedures()
        ]
    )
    assert chart.grouping == "stacked"
    assert chart.x_axis.delete is False
    assert chart.y_axis.delete is False


def test_marks_of_a_blind_round_are_counted_and_not_shown(blind_file: Path, tmp_path: Path):
    line = "Marks of others on 2 steps are left out: their round is still blind."
    for countries, note in ((["UZ"], line), (["UZ", "KZ"], f"1 mark. {line}")):
        with open_catalogue(blind_file, read_only=True) as catalogue:
            content = comparison_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD, countries))
        path = tmp_path / f"{len(countries)}.xlsx"
        write_workbook(content, path, Language.EN)
        sheets = _sheets(path)
        assert sheets["Marks"][1][0] == note
        assert not any("A portal exists." in map(str, row) for rows in sheets.values() for row in rows)


def test_like_for_like_has_its_own_table_and_chart(marked: Catalogue, tmp_path: Path):
    content = comparison_content(marked, Subject(Regime.IMPORT, Mode.ROAD, ["BY", "RU"]))
    alike = content.comparison.like_for_like
    assert alike.elapsed, "these two have a counted time for the release in common"
    write_workbook(content, tmp_path / "x.xlsx", Language.EN)
    rows = _sheets(tmp_path / "x.xlsx")["Summary"]
    table = _table(rows, "Country", "Elapsed, least (hours)")
    assert [row["Elapsed, typical (hours)"] for row in table] == pytest.approx(
        [alike.elapsed[iso2].typ for iso2 in ("BY", "RU")]
    )
    said = " ".join(str(row[0]) for row in rows)
    for code in alike.time_activities:
        assert content.reference.activities[code].name.en in said
    assert len(load_workbook(tmp_path / "x.xlsx")["Summary"]._charts) == 2


def test_without_like_for_like_the_reason_stands_there(sheets: dict[str, Rows], comparison: Content):
    reason = comparison.comparison.like_for_like.no_time
    assert reason is not None
    assert reason.sentence in [row[0] for row in sheets["Summary"]]


def test_country_without_a_typical_time_is_left_out_of_the_chart_by_name(comparison: Content, tmp_path: Path):
    side_by_side = comparison.comparison
    full = side_by_side.procedures["TJ"]
    bare = dataclasses.replace(
        full, steps=tuple(dataclasses.replace(s, time=TimeFigure()) for s in full.steps)
    )
    procedures = {**side_by_side.procedures, "TJ": bare}
    without = dataclasses.replace(
        comparison, comparison=dataclasses.replace(side_by_side, procedures=procedures)
    )
    write_workbook(without, tmp_path / "x.xlsx", Language.EN)
    rows = _sheets(tmp_path / "x.xlsx")["Summary"]
    left_out = [row[0] for row in rows if str(row[0]).startswith("Left out")]
    assert left_out == ["Left out, because no typical time is known: Tajikistan."]


def test_sheets_are_ready_to_scroll_and_to_print(book: Workbook):
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert "&P" in sheet.oddFooter.right.text
        assert "&N" in sheet.oddFooter.right.text
        assert "SHA-256" in sheet.oddFooter.left.text
        if sheet.title not in ("Cover", "Summary"):
            assert sheet.freeze_panes
            assert sheet.auto_filter.ref
            assert sheet.print_title_rows
            assert sheet.page_setup.fitToWidth
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            head = int(sheet.print_title_rows.split("$")[1].rstrip(":"))
            assert sheet.auto_filter.ref.startswith(f"A{head}:")
            assert sheet.freeze_panes.endswith(str(head + 1))
        widths = [one.width for one in sheet.column_dimensions.values()]
        assert widths
        assert max(widths) <= 92


def test_document_properties(book: Workbook, comparison: Content):
    about = book.properties
    assert about.title == "Import by road: procedures side by side"
    assert about.creator == "customs-app"
    assert about.subject.endswith(comparison.edition.sha256)
    assert about.created.date().isoformat() == comparison.edition.date


def test_styles_are_few_and_reused(book: Workbook):
    assert len(book._cell_styles) < 60


def test_same_content_gives_the_same_bytes(path: Path, comparison: Content, tmp_path: Path):
    write_workbook(comparison, tmp_path / "again.xlsx", Language.EN)
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_progress_tells_each_part_and_the_end(comparison: Content, tmp_path: Path):
    told: list[tuple[int, int]] = []
    write_workbook(comparison, tmp_path / "x.xlsx", Language.EN, lambda done, of: told.append((done, of)))
    assert len(told) > 20
    assert told == sorted(told)
    assert told[0][0] == 0
    assert [done == of for done, of in told].index(True) == len(told) - 1


@pytest.mark.parametrize("calls", [1, 5, 20])
def test_cancelled_job_leaves_nothing(calls: int, comparison: Content, tmp_path: Path):
    told = 0

    def stop(done: int, of: int) -> None:
        nonlocal told
        told += 1
        if told == calls:
            raise Cancelled

    target = tmp_path / "x.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_workbook(comparison, target, Language.EN, stop)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_missing_folder_is_told(comparison: Content, tmp_path: Path):
    with pytest.raises(OutputError, match="does not exist"):
        write_workbook(comparison, tmp_path / "nowhere" / "x.xlsx", Language.EN)


def test_openpyxl_is_loaded_only_when_a_workbook_is_written():
    code = (
        "import sys, customs_app.reports.workbook, customs_app.reports.content;"
        "sys.exit(any(name in sys.modules for name in ('openpyxl', 'reportlab', 'sqlite_utils')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
