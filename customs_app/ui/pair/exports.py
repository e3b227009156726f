"""The papers of the two procedures that are shown: entries of the menu Export, and what they write."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from customs_app.analysis.case import BASE, WORST
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.job import Progress
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import N_
from customs_app.reports.pair.paper import PairPaper, pair_paper, pair_title, to_be_paper, versions_paper
from customs_app.ui.exporting import PDF, WORKBOOK, Paper, Source, export, export_action
from customs_app.ui.exporting_kept import kept_language
from customs_app.ui.session import Beside

if TYPE_CHECKING:
    from customs_app.ui.pair.workspace import PairWorkspace


def export_actions(workspace: "PairWorkspace") -> tuple[QAction, QAction]:
    """The two procedures as a workbook and as a PDF, each with a submenu of languages."""
    text = workspace.words.text
    return (
        export_action(
            workspace,
            "pair_excel",
            text("Both procedures to Excel…"),
            partial(_export, workspace, WORKBOOK),
            picture="file-spreadsheet",
        ),
        export_action(
            workspace,
            "pair_pdf",
            text("Both procedures to PDF…"),
            partial(_export, workspace, PDF),
            picture="file-text",
        ),
    )


def source_of(workspace: "PairWorkspace") -> Source[PairPaper] | None:
    """What is shown, in the case that is shown, as there are papers of it; all rows, also hidden ones."""
    asked, answer = workspace.page.beside, workspace.page.answer
    if asked is None or answer is None:
        return None
    session = workspace.session
    read = partial(_read, asked=asked, who=session.who, working=session.working)
    key = key_of(workspace)
    return Source(key, pair_title(answer), read, _PAPERS, kept_language(session, key))


def key_of(workspace: "PairWorkspace") -> str:
    """What tells the two procedures from others, where their exports are kept."""
    asked = workspace.page.beside
    return f"pair:{asked.left}:{asked.right}:{asked.basis or asked.edition}" if asked is not None else "pair:"


def _export(workspace: "PairWorkspace", suffix: str, language: Language) -> None:
    if (source := source_of(workspace)) is not None:
        export(workspace, replace(source, language=language), suffix)


def _read(catalogue: Catalogue, asked: Beside, who: Reviewer, working: Path) -> PairPaper:
    case = WORST if asked.worst else BASE
    if asked.edition:
        from customs_app.catalogue.frozen import open_edition  # noqa: PLC0415 - asked for seldom

        with open_edition(working, asked.edition) as older:
            return versions_paper(older, catalogue, asked.left, case)
    if asked.basis is not None:
        return to_be_paper(catalogue, asked.left, asked.basis, case, who)
    return pair_paper(catalogue, asked.left, asked.right, case)


def _write_workbook(paper: PairPaper, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.pair.write import write_pair_workbook  # noqa: PLC0415 - used seldom

    write_pair_workbook(paper, path, language, progress)


def _write_pdf(paper: PairPaper, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.pair.write import write_pair_pdf  # noqa: PLC0415 - used seldom

    write_pair_pdf(paper, path, language, progress)


_PAPERS = (
    Paper(WORKBOOK, N_("Excel workbooks"), N_("Writing an Excel workbook"), _write_workbook),
    Paper(PDF, N_("PDF files"), N_("Writing a PDF"), _write_pdf),
)
