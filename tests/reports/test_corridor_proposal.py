"""A proposal about a corridor: PDF and workbook are about the procedures of all its blocks."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.dossier.result import Dossier
from customs_app.catalogue.commands import SetMark
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import MadeFrom, Mode, Regime, Verdict
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.content import Content, saved_proposal_content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.workbook import write_workbook

CROSSING = "KZ-P-bcp-khorgos-road"
"""The shorter of the two procedures of Kazakhstan along the corridor."""
REASON = "The carrier has said this at the first counter."

Rows = list[list[object]]


@dataclass(frozen=True)
class Papers:
    content: Content
    dossier: Dossier
    sheets: dict[str, Rows]
    pages: str


def _proposal(made_from: MadeFrom) -> Proposal:
    return Proposal(
        id="",
        title="Along the road",
        status=ProposalStatus.DRAFT,
        regime=Regime.IMPORT,
        mode=Mode.ROAD,
        procedures=(),
        made_from=made_from,
        corridor_id="COR-01",
    )


@pytest.fixture(scope="module")
def marked_corridor(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reviewers differ on a step of the shorter procedure; another step of it is marked alone."""
    path = tmp_path_factory.mktemp("corridor") / "corridor.customs"
    shutil.copy(starting_file, path)
    with open_catalogue(path) as catalogue:
        run = catalogue.run
        run(SetMark(f"{CROSSING}-03", Verdict.REMOVE, REASON), Reviewer("A. Karimova", "UZ"))
        run(SetMark(f"{CROSSING}-03", Verdict.KEEP, "It is needed."), Reviewer("B. Lee", "KG"))
        run(SetMark(f"{CROSSING}-04", Verdict.ONLINE, "A portal exists."), Reviewer("A. Karimova", "UZ"))
        run(SetMark("KZ-P-transit-road-04", Verdict.ONLINE, "As well."), Reviewer("A. Karimova", "UZ"))
    return path


def _written(path: Path, made_from: MadeFrom, folder: Path) -> Papers:
    with open_catalogue(path, read_only=True) as catalogue:
        content = saved_proposal_content(catalogue, _proposal(made_from))
    write_workbook(content, folder / "x.xlsx", Language.EN)
    write_proposal(content, folder / "x.pdf", Language.EN)
    read = CalamineWorkbook.from_path(folder / "x.xlsx")
    sheets = {
        name: read.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in read.sheet_names
    }
    told = content.dossier(words(Language.EN))
    assert told is not None
    pages = " ".join(
        " ".join(page.extract_text().split()) for page in pypdf.PdfReader(folder / "x.pdf").pages
    )
    return Papers(content, told, sheets, pages)


@pytest.fixture(scope="module")
def of_marks(marked_corridor: Path, tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return _written(marked_corridor, MadeFrom.MARKS, tmp_path_factory.mktemp("of_marks"))


@pytest.fixture(scope="module")
def of_findings(marked_corridor: Path, tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return _written(marked_corridor, MadeFrom.FINDINGS, tmp_path_factory.mktemp("of_findings"))


def test_the_workbook_has_a_sheet_for_each_procedure_and_sets_none_side_by_side(of_findings: Papers) -> None:
    names = list(of_findings.sheets)
    titles = [rows[0][0] for rows in of_findings.sheets.values()]
    for full in of_findings.dossier.procedures:
        country = of_findings.content.reference.countries[full.procedure.country]
        assert titles.count(f"{country.name.en}: {full.procedure.title.en}") == 2, "as it is, and both ways"
    assert not {"Summary", "Comparison", "Times by activity", "Differences", "Distance"} & set(names)
    cover = [row[0] for row in of_findings.sheets["Cover"]]
    listed = cover[cover.index("Sheets of this workbook") :]
    assert [name for name in names if name not in ("Cover", "Lists")] == [
        name for name in listed if name in names
    ]


def test_the_corridor_stands_block_by_block_with_the_hours_of_the_way(of_findings: Papers) -> None:
    content, rows = of_findings.content, of_findings.sheets["Corridor"]
    way = chain(content.blocks, Case(content.comparison.case.kind), content.reference)
    head = next(n for n, row in enumerate(rows) if row[0] == "No.")
    blocks = rows[head + 1 : head + 1 + len(way.blocks)]
    assert len(way.blocks) > len(of_findings.dossier.procedures), "gaps stand there too"
    for n, (row, one) in enumerate(zip(blocks, way.blocks, strict=True), 1):
        assert row[0] == n
        procedure = one.block.procedure
        if procedure is not None:
            assert row[3] == procedure.procedure.title.en
            assert (row[5], row[6]) == (one.covered.of, one.covered.n)
        assert row[10] == ("?" if one.end.typ is None else one.end.typ)
    figures = {row[0]: row[4] for row in rows[head + len(blocks) + 1 :]}
    assert figures["Elapsed, typical (hours)"] == (way.totals.elapsed.typ or "?")
    assert figures["Steps of the case"] == way.totals.steps
    assert figures["Blocks without a procedure"] == way.totals.gaps


def test_every_mark_along_the_corridor_stands_in_both_papers(of_marks: Papers) -> None:
    rows = of_marks.sheets["Marks"]
    assert len(of_marks.content.marks) == 4
    said = [str(cell) for row in rows for cell in row]
    for mark in of_marks.content.marks:
        assert mark.reason in said
        assert mark.reason in of_marks.pages
    assert "reviewers have decided differently on step 3" in of_marks.pages


def test_documents_are_those_of_all_steps_along_the_corridor(of_marks: Papers) -> None:
    uses = sum(len(found) for full in of_marks.dossier.procedures for found in full.uses.values())
    head = next(n for n, row in enumerate(of_marks.sheets["Documents"]) if row[0] == "Country")
    assert len(of_marks.sheets["Documents"]) - head - 1 == uses


def test_what_a_measure_saves_in_several_procedures_of_a_country_stands_line_by_line(
    of_marks: Papers, of_findings: Papers
) -> None:
    several = 0
    for papers in (of_marks, of_findings):
        rows = papers.sheets["Measures"]
        head = next(n for n, row in enumerate(rows) if row[0] == "No.")
        parts = [part for one in papers.dossier.measures for part in one.parts]
        for part, row in zip(parts, rows[head + 1 :], strict=True):
            told = dict(zip(map(str, rows[head]), row, strict=True))
            saved = [one.effect.saved for one in part.effects]
            several += len(saved) > 1
            for name, values in (
                ("Saves, steps", [one.steps for one in saved]),
                ("Saves, visits", [one.visits for one in saved]),
                ("Saves, handovers of documents", [one.handovers for one in saved]),
                ("Saves, typical (hours)", [one.elapsed.typ if one.elapsed else None for one in saved]),
            ):
                cells = str(told[name]).split("\n")
                assert [cell if cell == "?" else float(cell) for cell in cells] == [
                    "?" if value is None else value for value in values
                ]
    assert several


def test_sources_are_those_of_what_is_printed(of_findings: Papers) -> None:
    content = of_findings.content
    cited = {source for full in of_findings.dossier.procedures for source in full.procedure.source_ids}
    assert cited <= {source.id for source in content.sources}
    assert not content.rates, "no sheet and no page converts a fee by the rates of a comparison"
    assert "Exchange rates used" not in of_findings.pages
