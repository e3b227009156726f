"""The sheets of a proposal, read back by two libraries that did not write them, against its dossier."""

import datetime
import itertools
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - what is tested writes with it
from openpyxl.cell.rich_text import CellRichText, TextBlock  # noqa: TID253
from openpyxl.workbook.workbook import Workbook  # noqa: TID253
from python_calamine import CalamineWorkbook

from customs_app.analysis.dossier.result import ProcedureEffect
from customs_app.domain.codes import Position
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.workbook import write_workbook
from customs_app.reports.workbook.both_ways import both_ways
from tests.reports.workbook.conftest import INVOICE, WRITTEN, Written

Rows = list[list[object]]


@pytest.fixture(scope="module")
def sheets(filled: Written) -> dict[str, Rows]:
    read = CalamineWorkbook.from_path(filled.path)
    return {name: read.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in read.sheet_names}


@pytest.fixture(scope="module")
def book(filled: Written) -> Workbook:
    return load_workbook(filled.path, rich_text=True)


def _table(rows: Rows, *heads: str) -> list[dict[str, object]]:
    """The rows under the head that begins so, up to the first that has no first cell."""
    start = next(at for at, row in enumerate(rows) if tuple(row[: len(heads)]) == heads)
    names = [str(name) for name in rows[start]]
    body = itertools.takewhile(lambda row: row[0] != "", rows[start + 1 :])
    return [dict(zip(names, row, strict=True)) for row in body]


def _parts(filled: Written):  # type: ignore[no-untyped-def]
    return [(measure, part) for measure in filled.dossier.measures for part in measure.parts]


def _is(cell: object, value: float | None) -> bool:
    return cell == "?" if value is None else cell == pytest.approx(value)


def test_sheets_of_a_proposal_come_first(book: Workbook):
    assert book.sheetnames[:8] == [
        *("Cover", "Totals and savings", "Measures", "Acts to amend", "Positions"),
        *("KZ Kazakhstan now and then", "TJ Tajikistan now and then", "UZ Uzbekistan now and then"),
    ]
    assert book.sheetnames[-2:] == ["Glossary", "Lists"]
    assert book["Lists"].sheet_state == "hidden"


def test_cover_says_what_the_paper_is_and_leads_to_each_sheet(book: Workbook, filled: Written):
    sheet = book["Cover"]
    said = {row[0].value: row[1].value for row in sheet.iter_rows(max_col=2) if row[0].value}
    assert "Road import, simpler" in said
    assert (said["Number"], said["Date"], said["Status"]) == ("7/2026", "20 Nov 2026", "Circulated")
    assert (said["Delegation"], said["Mandate"]) == ("Uzbekistan", "Communiqué, point 4")
    assert said["SHA-256 of the catalogue"] == filled.content.edition.sha256
    links = {cell.value: cell.hyperlink for (cell,) in sheet.iter_rows(max_col=1) if cell.hyperlink}
    assert list(links) == book.sheetnames[1:-1]
    assert all(link.location == f"'{name}'!A1" and link.target is None for name, link in links.items())


def test_measures_say_what_the_dossier_says(sheets: dict[str, Rows], filled: Written):
    rows = _table(sheets["Measures"], "No.", "Verdict")
    parts = _parts(filled)
    assert len(rows) == len(parts) > 5
    for row, (measure, part) in zip(rows, parts, strict=True):
        assert (row["No."], row["Measure"]) == (measure.number, measure.title.text)
        assert (row["Text now"], row["Text proposed"]) == (part.now.text, part.proposed.text)
        assert (row["Grounds"], row["Control that remains"]) == (part.grounds.text, part.control.text)
        saved = part.effects[0].effect.saved
        hours = saved.elapsed
        assert _is(row["Saves, typical (hours)"], hours.typ if hours else None)
        assert _is(row["Saves, handovers of documents"], saved.handovers)
        assert _is(row["Saves, visits"], saved.visits)
        cost = part.terms.cost
        assert (row["Cost of the change"], row["Currency"]) == (
            (cost.amount, cost.currency) if cost else ("", "")
        )
    own = [row for row in rows if row["Cost of the change"] != ""]
    assert [row["or months after adoption"] for row in own] == ["", 6]
    assert [row["Term: day"] for row in own] == [datetime.date(2027, 3, 1), ""]
    assert [row["Source of funds"] for row in own] == ["", "National budget"]


def test_what_is_taken_out_is_struck_and_what_is_put_in_underlined(book: Workbook, filled: Written):
    runs: dict[str, list[TextBlock]] = {"F": [], "G": []}
    for letter, found in runs.items():
        for cell in book["Measures"][letter]:
            if isinstance(cell.value, CellRichText):
                found += [run for run in cell.value if isinstance(run, TextBlock)]
    struck = [run for run in runs["F"] if run.font.strike]
    added = [run for run in runs["G"] if run.font.u == "single"]
    assert struck
    assert added
    assert not any(run.font.u for run in runs["F"])
    assert not any(run.font.strike for run in runs["G"])
    proposed = "\n".join(part.proposed.text for _, part in _parts(filled))
    assert any("It no longer asks for" in run.text for run in added)
    assert all(run.text in proposed for run in added)


def test_rewritten_text_is_a_text_and_tells_that_figures_changed(book: Workbook, filled: Written):
    (cell,) = [cell for cell in book["Measures"]["F"] if str(cell.value) == WRITTEN]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    part = filled.dossier.measure(INVOICE).part("UZ")
    assert part.now.changed
    assert "Figures have changed since this was written." in cell.comment.text
    assert part.now.draft.split("\n")[0] in cell.comment.text


def test_no_text_of_an_office_became_a_formula(book: Workbook):
    formulas = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) > 100
    assert not any(word in cell.value for cell in formulas for word in ("HYPERLINK", "cmd", "http", "+Uz"))
    reasons = [cell for cell in book["Positions"]["E"] if str(cell.value).startswith("=cmd")]
    assert [(cell.data_type, cell.quotePrefix) for cell in reasons] == [("s", True)]


def test_acts_and_the_worklist_of_unknown_articles(sheets: dict[str, Rows], filled: Written, book: Workbook):
    rows = _table(sheets["Acts to amend"], "No.", "Measure")
    acts = [act for _, part in _parts(filled) for act in part.acts]
    assert len(rows) == len(acts)
    for row, act in zip(rows, acts, strict=True):
        assert row["Act"] == (act.text or "article not known")
        assert row["Sources"] == "\n".join(source for source, _ in act.sources)
    assert "+Uzstandard rules" in [row["Act"] for row in rows]
    assert "article not known" in [row["Act"] for row in rows]
    (rule,) = [rule for one in book["Acts to amend"].conditional_formatting for rule in one.rules]
    assert rule.formula == ['E4="article not known"']


def test_positions_of_each_delegation_on_each_measure(sheets: dict[str, Rows], filled: Written):
    rows = sheets["Positions"][3:]
    of = len(filled.dossier.countries)
    assert len(rows) == of * (1 + len(filled.dossier.measures))
    stated = {(row[1], row[2]): (row[3], row[4]) for row in rows if row[3]}
    title = filled.dossier.measure(INVOICE).title.text
    assert stated == {
        (title, "Kazakhstan"): ("for, with a reservation", "=cmd|'/c calc'!A1"),
        (title, "Uzbekistan"): ("for", ""),
    }


def test_cells_to_be_filled_in_take_what_they_should(book: Workbook):
    lists = {name: one.attr_text for name, one in book.defined_names.items() if name.startswith("list_")}
    assert lists["list_positions"] == "'Lists'!$A$2:$A$5"
    options = [cell.value for (cell,) in book["Lists"]["A2:A5"]]
    assert options == ["for", "for, with a reservation", "under consideration", "against"]
    (rule,) = book["Positions"].data_validations.dataValidation
    assert (rule.type, rule.formula1, rule.showErrorMessage) == ("list", "=list_positions", True)
    kinds = {
        str(one.sqref)[:1]: (one.type, one.formula1)
        for one in book["Measures"].data_validations.dataValidation
    }
    assert kinds == {
        "R": ("decimal", "0"),
        "S": ("list", "=list_currencies"),
        "T": ("list", "=list_funds"),
        "W": ("date", "36526"),
        "X": ("decimal", "0"),
    }
    assert "USD" in [cell.value for cell in book["Lists"]["C"]]


def test_steps_as_they_are_and_would_be_add_up_to_the_totals(filled: Written):
    """The sums of the sheets are those of the analysis, for every procedure of the proposal."""
    case, reference = filled.dossier.case, filled.dossier.reference
    for told in filled.dossier.together:
        both = both_ways(told.effect.procedure, case, reference)
        for side, total in (("now", told.effect.as_is), ("then", told.effect.to_be)):
            sides = [getattr(one, side) for one in both]
            assert sum(one.step is not None for one in sides) == total.steps
            hours = [one.hours for one in sides if one.hours is not None]
            assert sum(hours) == pytest.approx(total.effort.typ or 0.0)
            assert sum(one.handed_in for one in sides) == (total.handovers or 0)
            assert sum(one.visits or 0 for one in sides) == (total.known_visits or 0)
            for money in total.cost:
                fees = [one.fee.amount for one in sides if one.fee and one.fee.currency == money.currency]
                assert sum(fees) == pytest.approx(money.amount)


def _row_of(told: ProcedureEffect, rows: list[dict[str, object]], filled: Written) -> dict[str, object]:
    name = filled.dossier.reference.countries[told.country].name.en
    (row,) = [row for row in rows if row["Country"] == name]
    return row


def test_totals_are_those_of_the_dossier_without_any_calculating(sheets: dict[str, Rows], filled: Written):
    """What a reader sees that calculates nothing, as calamine, is what the dossier says."""
    rows = sheets["Totals and savings"]
    counts = _table(rows, "Country", "Procedure", "Steps, now")
    times = _table(rows, "Country", "Procedure", "Elapsed, typical, now (hours)")
    for told in filled.dossier.together:
        now, then, saved = told.effect.as_is, told.effect.to_be, told.effect.saved
        row = _row_of(told, counts, filled)
        for name, values in (
            ("Steps", (now.steps, then.steps, saved.steps)),
            ("Documents handed in", (now.handovers, then.handovers, saved.handovers)),
            ("Visits in person", (now.known_visits, then.known_visits, saved.visits)),
        ):
            for what, value in zip(("now", "then", "saved"), values, strict=True):
                assert _is(row[f"{name}, {what}"], value)
        line = _row_of(told, times, filled)
        hours = saved.elapsed
        assert _is(line["Elapsed, typical, now (hours)"], now.elapsed.typ)
        assert _is(line["Elapsed, typical, then (hours)"], then.elapsed.typ)
        assert _is(line["Saved, typical (hours)"], hours.typ if hours else None)
        assert _is(line["Sum of the steps, now (hours)"], now.effort.typ)
        assert _is(line["Sum of the steps, then (hours)"], then.effort.typ)
    sums = next(row for row in counts if row["Country"] == "Sum")
    known = [told.effect.saved.handovers for told in filled.dossier.together]
    assert sums["Documents handed in, saved"] == sum(value for value in known if value is not None)
    counted = next(row for row in counts if str(row["Country"]).startswith("Rows counted"))
    assert counted["Documents handed in, saved"] == sum(value is not None for value in known)


def test_sum_of_what_nobody_knows_is_unknown(sheets: dict[str, Rows], filled: Written):
    counts = _table(sheets["Totals and savings"], "Country", "Procedure", "Steps, now")
    sums, counted = counts[-2:]
    for at, name in enumerate(("steps", "handovers", "visits")):
        known = [getattr(told.effect.saved, name) for told in filled.dossier.together]
        head = ("Steps, saved", "Documents handed in, saved", "Visits in person, saved")[at]
        assert counted[head] == sum(value is not None for value in known)
        if not any(value is not None for value in known):
            assert sums[head] == "?"


def test_terms_and_positions_are_counted(sheets: dict[str, Rows], filled: Written):
    rows = sheets["Totals and savings"]
    costs = {row["Currency"]: row for row in _table(rows, "Currency", "Rows with a cost")}
    assert (costs["USD"]["Rows with a cost"], costs["USD"]["Cost of the change"]) == (2, 42_500)
    assert (costs["KZT"]["Rows with a cost"], costs["KZT"]["Cost of the change"]) == (0, "?")
    stated = {row["Position"]: row["Rows"] for row in _table(rows, "Position", "Rows")}
    assert (stated["for"], stated["for, with a reservation"], stated["against"]) == (1, 1, 0)
    missing = {
        row["What is not said yet"]: row["Rows"] for row in _table(rows, "What is not said yet", "Rows")
    }
    parts = _parts(filled)
    assert missing["Cost of the change"] == len(parts) - 2
    assert missing["Term"] == len(parts) - 2
    acts = [act for _, part in parts for act in part.acts]
    assert missing["Article of the act to amend"] == sum(act.text is None for act in acts)


def test_steps_fold_by_stage_and_tell_their_source(book: Workbook, filled: Written):
    sheet = book["UZ Uzbekistan now and then"]
    levels = [sheet.row_dimensions[row].outlineLevel for row in range(1, sheet.max_row + 1)]
    full = next(told.full for told in filled.dossier.together if told.country == "UZ")
    assert levels.count(1) == len(full.steps)
    assert sheet.sheet_properties.outlinePr.summaryBelow is False
    notes = {cell.value: cell.comment.text for cell in sheet["C"] if cell.comment}
    for step in full.steps:
        if step.source_ids:
            note = notes[step.title.en]
            assert all(source in note for source in step.source_ids)
            assert (step.locator or "") in note
    assert sheet.freeze_panes == "D4"
    assert sheet.auto_filter.ref.startswith("A3:U")


def test_chart_of_now_and_then_reads_the_live_cells(book: Workbook, filled: Written):
    sheet = book["Totals and savings"]
    (chart,) = sheet._charts
    assert len(chart.series) == 2
    place = chart.series[0].val.numRef.f.replace("'Totals and savings'!", "").replace("$", "")
    cells = [cell.value for (cell,) in sheet[place]]
    assert all(str(value).startswith("=C") for value in cells)
    both = [
        told
        for told in filled.dossier.together
        if told.effect.as_is.elapsed.typ is not None and told.effect.to_be.elapsed.typ is not None
    ]
    assert len(cells) == len(both) > 0


@pytest.mark.parametrize("language", [Language.RU, Language.ZH])
def test_formulas_are_the_same_in_every_language(language: Language, filled: Written, tmp_path: Path):
    write_workbook(filled.content, tmp_path / "x.xlsx", language)
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        assert archive.testzip() is None
    read = CalamineWorkbook.from_path(tmp_path / "x.xlsx")
    told = filled.content.dossier(words(language))
    assert told is not None
    measures = read.get_sheet_by_index(2).to_python(skip_empty_area=False)
    parts = [part for measure in told.measures for part in measure.parts]
    assert [row[5:7] for row in measures[3:]] == [[part.now.text, part.proposed.text] for part in parts]
    assert {one.value for one in Position} == {"for", "reserve", "considering", "against"}
    assert read.sheet_names[-1] == words(language).text("Lists")


def test_same_proposal_gives_the_same_bytes(filled: Written, tmp_path: Path):
    write_workbook(filled.content, tmp_path / "again.xlsx", Language.EN)
    assert (tmp_path / "again.xlsx").read_bytes() == filled.path.read_bytes()
