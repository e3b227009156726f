"""A what-if on paper: the same figures in the PDF, in the workbook and for programs."""

from pathlib import Path

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from customs_app.analysis.corridor.what_if import what_if_json
from customs_app.domain.errors import InputError
from customs_app.domain.text import Language
from customs_app.language.numbers import money, number
from customs_app.language.words import words
from customs_app.reports.corridor import CorridorPaper, write_corridor_pdf, write_corridor_workbook
from tests.reports.corridor.conftest import PaperOf

EN = words(Language.EN)


@pytest.fixture(scope="module")
def without(paper_of: PaperOf, road: CorridorPaper) -> CorridorPaper:
    """The road without the steps that one figure of Kazakhstan's transit spans, which are 4 hours."""
    span = next(one for one in road.chain.spans if one.block_key == "KZ-transit")
    return paper_of("COR-01", without=span.steps)


def test_pdf_workbook_and_programs_are_told_the_same(without: CorridorPaper, tmp_path: Path) -> None:
    told = what_if_json(without.content.what_if, EN)
    assert told is not None
    elapsed = told["totals"]["elapsed_h"]
    assert elapsed["typ"] == pytest.approx(56.09)
    pdf, book = tmp_path / "road.pdf", tmp_path / "road.xlsx"
    write_corridor_pdf(without, pdf, Language.EN)
    write_corridor_workbook(without, book, Language.EN)
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(pdf).pages]
    page = next(text for text in pages if "What if steps were left out" in text)
    assert "25.09 – 105.1 h, typical 60.09 21.09 – 101.1 h, typical 56.09" in page
    fees = " · ".join(money(one, Language.EN) for one in without.content.what_if.chain.totals.cost)  # type: ignore[union-attr]
    assert " ".join(fees.split()) in page
    assert any("Hours along the way without these steps" in text for text in pages)
    rows = CalamineWorkbook.from_path(book).get_sheet_by_name("What if").to_python()
    values = {row[0]: (row[1], row[2]) for row in rows}
    assert values["Elapsed, typical (hours)"] == pytest.approx((60.09, elapsed["typ"]))
    assert values["Elapsed, most (hours)"] == pytest.approx((105.1, elapsed["max"]))
    assert values["Steps of the case"] == (46, told["totals"]["steps"])
    for cost in told["totals"]["cost"]:
        assert values[f"Fees in {cost['currency']}"][1] == cost["amount"]
    for change in told["changes"]:
        assert change["sentence"] in {row[2] for row in rows}
    assert number(60.09, Language.EN) in pages[0], "the title stays the chain as it is"


def test_a_measure_stands_for_the_steps_that_fall_away_by_it(paper_of: PaperOf, road: CorridorPaper) -> None:
    measure = next(one for one in road.told.savings if one.falls_away)
    found = paper_of("COR-01", without=[measure.measure.value]).content.what_if
    assert found is not None
    assert found.struck == {one.step_id for one in measure.falls_away}


def test_a_step_of_another_chain_is_refused(paper_of: PaperOf) -> None:
    with pytest.raises(InputError) as refused:
        paper_of("COR-01", without=["UZ-P-import-road-01"])
    assert "UZ-P-import-road-01" in EN.say(refused.value.message)


def test_without_a_what_if_there_is_no_page_and_no_sheet_of_it(road: CorridorPaper, tmp_path: Path) -> None:
    assert road.content.what_if is None
    book = tmp_path / "road.xlsx"
    write_corridor_workbook(road, book, Language.EN)
    assert "What if" not in CalamineWorkbook.from_path(book).sheet_names
