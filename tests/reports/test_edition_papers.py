"""Papers of a frozen edition: what they print, and that nothing alters them afterwards."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from customs_app.catalogue import frozen
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import DeleteStep, EditStep, SaveProposal, SetMark, SetRate
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.frozen import open_edition
from customs_app.catalogue.results import Counts
from customs_app.domain.codes import MadeFrom, Mode, Regime, Verdict
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.content import Content, comparison_content, saved_proposal_content
from customs_app.reports.dossier import dossier
from customs_app.reports.edition import Edition, edition_line, edition_of
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.subject import Subject
from customs_app.reports.workbook import write_workbook

WHO = Reviewer("A. Karimova", "Secretariat")
PROCEDURES = ("RU-P-import-road", "UZ-P-import-road")
TITLE = "Import by road, second reading"


@pytest.fixture
def catalogue(marked_file: Path, tmp_path: Path) -> Iterator[Catalogue]:
    """A catalogue with marks, and a proposal made of them."""
    path = tmp_path / "catalogue.customs"
    shutil.copy(marked_file, path)
    with open_catalogue(path) as opened:
        yield opened


def _proposal(catalogue: Catalogue, made_from: MadeFrom) -> str:
    one = Proposal(
        "",
        "Simpler import",
        ProposalStatus.CIRCULATED,
        Regime.IMPORT,
        Mode.ROAD,
        PROCEDURES,
        made_from=made_from,
    )
    found = catalogue.run(SaveProposal(one), WHO).new_id
    assert found is not None
    return found


def _content(catalogue: Catalogue, proposal_id: str) -> Content:
    (proposal,) = [one for one in catalogue.proposals() if one.id == proposal_id]
    return saved_proposal_content(catalogue, proposal)


def _papers(
    catalogue: Catalogue, edition: str, proposal: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[bytes, ...]:
    """The PDF and the workbook of the proposal, of an edition that is opened anew."""
    made = []
    anew = folder / f"{len(catalogue.history())}"
    anew.mkdir()
    monkeypatch.setattr(frozen, "_folder", lambda: anew)
    with open_edition(catalogue.path, edition) as opened:
        content = _content(opened, proposal)
    for name, write, language in (
        ("x.pdf", write_proposal, Language.EN),
        ("x.xlsx", write_workbook, Language.ZH),
    ):
        write(content, folder / name, language)
        made.append((folder / name).read_bytes())
    return tuple(made)


def test_later_changes_do_not_alter_the_papers_of_an_edition(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal = _proposal(catalogue, MadeFrom.MARKS)
    edition = catalogue.freeze(TITLE, WHO, proposal)
    before = _papers(catalogue, edition.id, proposal, tmp_path, monkeypatch)
    for command in (
        EditStep("UZ-P-import-road-03", {"title_en": "Altered", "time_typ_h": 77, "cost_amount": 1}),
        DeleteStep("RU-P-import-road-02"),
        EditStep("KZ-P-import-road-01", {"note": "x"}),
        SetMark("RU-P-import-road-03", Verdict.REMOVE, "Added later"),
        SetMark("UZ-P-import-road-03", Verdict.KEEP, "Another mind"),
        SetRate("UZS", 5, "2030-01-01"),
        SaveProposal(
            Proposal(proposal, "Altered", ProposalStatus.ADOPTED, Regime.IMPORT, Mode.ROAD, PROCEDURES)
        ),
    ):
        catalogue.run(command, WHO)
    catalogue.freeze("Later", WHO, proposal)
    assert _papers(catalogue, edition.id, proposal, tmp_path, monkeypatch) == before


@pytest.mark.parametrize("made_from", list(MadeFrom))
def test_an_edition_says_what_the_working_copy_said(catalogue: Catalogue, made_from: MadeFrom) -> None:
    proposal = _proposal(catalogue, made_from)
    edition = catalogue.freeze(TITLE, WHO, proposal)
    now = _content(catalogue, proposal)
    with open_edition(catalogue.path, edition.id) as opened:
        then = _content(opened, proposal)
    assert then.measures == now.measures
    assert then.measures
    assert then.comparison.totals == now.comparison.totals
    assert (then.marks, then.sources, then.rates, then.converted) == (
        now.marks,
        now.sources,
        now.rates,
        now.converted,
    )
    assert now.edition.title is None
    assert now.edition.sha256 == catalogue.fingerprint()
    assert then.edition == Edition(edition.sha256, now.edition.counts, edition.at[:10], TITLE)


def test_the_dossier_of_an_edition_stays(catalogue: Catalogue) -> None:
    proposal = _proposal(catalogue, MadeFrom.MARKS)
    edition = catalogue.freeze(TITLE, WHO, proposal)
    (saved,) = [one for one in catalogue.proposals() if one.id == proposal]
    now = dossier(catalogue, saved, Language.RU)
    assert now.measures
    catalogue.run(EditStep("UZ-P-import-road-03", {"title_ru": "Иначе", "time_typ_h": 77}), WHO)
    catalogue.run(SetMark("RU-P-import-road-03", Verdict.REMOVE, "Added later"), WHO)
    assert dossier(catalogue, saved, Language.RU) != now
    with open_edition(catalogue.path, edition.id) as opened:
        (frozen_proposal,) = opened.proposals()
        assert dossier(opened, frozen_proposal, Language.RU) == now


def test_hash_and_title_stand_on_every_page_and_on_every_sheet(catalogue: Catalogue, tmp_path: Path) -> None:
    edition = catalogue.freeze(TITLE, WHO)
    with open_edition(catalogue.path, edition.id) as opened:
        content = comparison_content(opened, Subject(Regime.IMPORT, Mode.ROAD, ("RU", "UZ")))
    write_proposal(content, tmp_path / "x.pdf", Language.EN)
    write_workbook(content, tmp_path / "x.xlsx", Language.EN)
    short = f"{edition.sha256[:16]} … {edition.sha256[-8:]}"
    pages = [page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages]
    for text in pages:
        flat = " ".join(text.split())
        assert short in flat
        assert f"Edition “{TITLE}” of" in flat
    first = "".join(pages[0].split())
    assert edition.sha256 in first
    assert "".join(TITLE.split()) in first
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "x.xlsx")
    for sheet in book.worksheets:
        assert short in sheet.oddFooter.left.text
        assert TITLE in sheet.oddFooter.left.text
    cells = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    assert {edition.sha256, TITLE} <= cells
    assert edition.sha256 in book.properties.subject


def test_a_long_title_leaves_room_for_the_hash() -> None:
    counts = Counts(1, 1, 1)
    for title, shown in (("x" * 120, f"{'x' * 40}…"), ("中" * 60, f"{'中' * 20}…"), ("a" * 40, "a" * 40)):
        line = edition_line(Edition("0" * 64, counts, "2026-11-24", title), words(Language.EN))
        assert f"“{shown}”" in line
        assert "0000000000000000 … 00000000" in line


def test_the_working_copy_is_printed_as_such(marked: Catalogue) -> None:
    edition = edition_of(marked)
    assert (edition.title, edition.sha256) == (None, marked.fingerprint())
    assert edition_line(edition, words(Language.EN)).startswith("Edition of the catalogue of ")
