"""The papers of the corridor that is shown: the entries of the menu Export, and what they write."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from customs_app.domain.job import Progress
from customs_app.domain.text import Language, Message
from customs_app.language.words import N_
from customs_app.reports.corridor.paper import CorridorPaper, corridor_paper
from customs_app.ui.exporting import PDF, WORKBOOK, Paper, export_action, export_paper

if TYPE_CHECKING:
    from customs_app.ui.corridors.workspace import CorridorsWorkspace


def export_actions(workspace: "CorridorsWorkspace") -> tuple[QAction, QAction]:
    """The corridor as a workbook and as a PDF, each with a submenu of languages."""
    text = workspace.words.text
    return (
        export_action(
            workspace,
            "corridor_excel",
            text("Corridor to Excel…"),
            partial(_export, workspace, _WORKBOOK),
            picture="file-spreadsheet",
        ),
        export_action(
            workspace,
            "corridor_pdf",
            text("Corridor to PDF…"),
            partial(_export, workspace, _PDF),
            picture="file-text",
        ),
    )


def _export(workspace: "CorridorsWorkspace", paper: Paper[CorridorPaper], language: Language) -> None:
    """Ask where, then write the corridor in the case that is shown; a what-if is not printed."""
    question, corridors = workspace.asking.question, workspace.session.catalogue.reference().corridors
    corridor = corridors.get(question.corridor or "")
    if corridor is not None:
        read = partial(corridor_paper, corridor_id=corridor.id, case=question.case)
        export_paper(workspace, paper, read, Message("{corridor}", {"corridor": corridor.name}), language)


def _write_workbook(paper: CorridorPaper, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.corridor import write_corridor_workbook  # noqa: PLC0415 - used seldom

    write_corridor_workbook(paper, path, language, progress)


def _write_pdf(paper: CorridorPaper, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.corridor import write_corridor_pdf  # noqa: PLC0415 - used seldom

    write_corridor_pdf(paper, path, language, progress)


_WORKBOOK = Paper(WORKBOOK, N_("Excel workbooks"), N_("Writing an Excel workbook"), _write_workbook)
_PDF = Paper(PDF, N_("PDF files"), N_("Writing a PDF"), _write_pdf)
