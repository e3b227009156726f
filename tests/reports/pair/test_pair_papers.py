"""Two procedures on paper and as a workbook: what is written, read back, held against the alignment."""

import shutil
from pathlib import Path

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from customs_app.analysis.align import field_label
from customs_app.catalogue.commands.pins import SetPin
from customs_app.catalogue.commands.steps import EditStep
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.alignment import FieldState, Pin
from customs_app.domain.job import Cancelled
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.pair.lines import PairLine, counts, lines_of
from customs_app.reports.pair.paper import PairPaper, pair_paper
from customs_app.reports.pair.sentences import sentences
from customs_app.reports.pair.texts import between
from customs_app.reports.pair.write import write_pair_pdf, write_pair_workbook

EN = words(Language.EN)
KZ, UZ = "KZ-P-import-road", "UZ-P-import-road"
WHO = Reviewer("A. Karimova", "Secretariat")
HOSTILE = '=HYPERLINK("http://example.org") <b>&amp;'
Rows = list[list[object]]


@pytest.fixture(scope="module")
def paper(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> PairPaper:
    """Two procedures, two steps of which an official has set together, and one with a hostile title."""
    path = tmp_path_factory.mktemp("pair") / "pair.customs"
    shutil.copy(starting_file, path)
    with open_catalogue(path) as catalogue:
        left, right = (catalogue.full_procedure(one).steps for one in (KZ, UZ))
        catalogue.run(EditStep(left[3].id, {"title_en": HOSTILE, "title_ru": None}), WHO)
        catalogue.run(SetPin(Pin("", left[3].id, right[22].id, linked=True)), WHO)
        return pair_paper(catalogue, KZ, UZ)


@pytest.fixture(scope="module")
def lines(paper: PairPaper) -> tuple[PairLine, ...]:
    return lines_of(paper.answer, EN)


@pytest.fixture(scope="module")
def sheets(paper: PairPaper, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    path = tmp_path_factory.mktemp("pair") / "pair.xlsx"
    write_pair_workbook(paper, path, Language.EN)
    read = CalamineWorkbook.from_path(path)
    return {name: read.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in read.sheet_names}


@pytest.fixture(scope="module")
def pages(paper: PairPaper, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("pair") / "pair.pdf"
    write_pair_pdf(paper, path, Language.EN)
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def _below(rows: Rows, head: str) -> Rows:
    start = next(at for at, row in enumerate(rows) if head in row)
    return rows[start + 1 :]


def test_sheets_in_order(sheets: dict[str, Rows]) -> None:
    assert list(sheets) == ["Overview", "Step by step", "Field by field", "Differences", "Sources"]


def test_the_overview_has_both_totals_and_how_the_pairs_fall_out(
    sheets: dict[str, Rows], paper: PairPaper
) -> None:
    rows = {row[0]: row[1:] for row in sheets["Overview"]}
    assert rows["Id"][:2] == [KZ, UZ]
    assert rows["Elapsed, along the longest path"][:2] == ["2.58 – 10.58 h", "153 h"]
    found = counts(paper.answer.alignment.pairs)
    assert rows["Pairs that differ"][0] == found.differ
    assert rows["Steps on one side only"][0] == found.alone
    assert rows["Pairs set by hand"][0] == 1
    assert paper.edition.sha256 in str(rows["State of the catalogue"][0])
    assert "They rest on different steps: not to be subtracted" in rows


def test_every_row_of_the_window_is_a_row_of_the_sheet(
    sheets: dict[str, Rows], lines: tuple[PairLine, ...]
) -> None:
    rows = _below(sheets["Step by step"], "What differs")
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        for at, look in ((0, line.left), (8, line.right)):
            assert row[at] == ("" if look is None else look.step.seq)
            assert row[at + 1] == ("" if look is None else look.title)
            assert row[at + 5] == ("" if look is None else look.time)
        assert row[7] == between(line, EN)
    by_hand = next(row for row in rows if "set by hand" in str(row[7]))
    assert (by_hand[0], by_hand[1], by_hand[8]) == (4, HOSTILE, 23)


def test_fields_and_sentences_are_those_of_the_window(
    sheets: dict[str, Rows], paper: PairPaper, lines: tuple[PairLine, ...]
) -> None:
    rows = _below(sheets["Field by field"], "How they compare")
    both = [line for line in lines if line.begins and line.pair.left and line.pair.right]
    expected = [
        (field_label(row.field, EN), row.left, row.right, row.state is FieldState.DIFFERS)
        for line in both
        for row in paper.field_rows(line, EN)
    ]
    assert [(row[1], row[2], row[3], row[4] == "different") for row in rows] == expected
    told = [row[1] for row in _below(sheets["Differences"], "Difference")]
    assert told == sentences(lines, paper.answer, EN)


def test_source_numbers_lead_to_the_sources_of_the_step(
    sheets: dict[str, Rows], paper: PairPaper, lines: tuple[PairLine, ...]
) -> None:
    listed = {int(float(str(row[0]))): row[8] for row in _below(sheets["Sources"], "Publisher")}
    rows = _below(sheets["Step by step"], "What differs")
    line, row = next((line, row) for line, row in zip(lines, rows, strict=True) if line.left)
    assert line.left is not None
    numbers = [int(one) for one in str(row[6]).split(", ")]
    assert {listed[one] for one in numbers} == set(line.left.step.source_ids)


def test_the_paper_says_what_the_window_says(
    pages: list[str], paper: PairPaper, lines: tuple[PairLine, ...]
) -> None:
    first, whole = pages[0], " ".join(pages)
    for text in ("Kazakhstan and Uzbekistan, step by step", "2.58 – 10.58 h", "153 h", paper.edition.sha256):
        assert text in first, text
    assert HOSTILE.split(maxsplit=1)[0] in whole
    for line in lines:
        for look in (line.left, line.right):
            assert look is None or look.title.split()[0] in whole
    for line in lines:
        for row in paper.field_rows(line, EN) if line.begins and line.pair.fields else ():
            if row.field in line.pair.fields:
                assert row.left.split()[0] in whole
                assert row.right.split()[0] in whole
    assert "set by hand" in whole


@pytest.mark.parametrize("language", [Language.RU, Language.ZH])
def test_both_papers_speak_every_language(paper: PairPaper, tmp_path: Path, language: Language) -> None:
    said = words(language)
    write_pair_pdf(paper, tmp_path / "pair.pdf", language)
    write_pair_workbook(paper, tmp_path / "pair.xlsx", language)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "pair.pdf").pages)
    assert "\N{WHITE SQUARE}" not in text
    country = paper.answer.reference.countries["UZ"].name[language]
    assert country in text
    book = CalamineWorkbook.from_path(tmp_path / "pair.xlsx")
    names = [line.left.title for line in lines_of(paper.answer, said) if line.left]
    rows = book.get_sheet_by_index(1).to_python()
    told = {str(row[1]).removesuffix(" [EN]") for row in rows}
    assert set(names) <= told


def test_the_same_paper_gives_the_same_bytes_and_cancelling_leaves_nothing(
    paper: PairPaper, tmp_path: Path
) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    for write, suffix in ((write_pair_pdf, ".pdf"), (write_pair_workbook, ".xlsx")):
        one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
        write(paper, one, Language.EN)
        write(paper, other, Language.EN)
        assert one.read_bytes() == other.read_bytes()
        with pytest.raises(Cancelled):
            write(paper, tmp_path / f"none{suffix}", Language.EN, stop)
    assert {path.stem for path in tmp_path.iterdir()} == {"one", "other"}
