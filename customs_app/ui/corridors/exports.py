"""The papers of the corridor that is shown: the entries of the menu Export, and what they write."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from customs_app.domain.job import Progress
from customs_app.domain.text import Language, Message
from customs_app.language.words import N_
from customs_app.reports.corridor.paper import CorridorPaper, corridor_paper
from customs_app.ui.exporting import PDF, WORKBOOK, Paper, Source, export, export_action
from customs_app.ui.exporting_kept import kept_language

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
            partial(_export, workspace, WORKBOOK),
            picture="file-spreadsheet",
        ),
        export_action(
            workspace,
            "corridor_pdf",
            text("Corridor to PDF…"),
            partial(_export, workspace, PDF),
            picture="file-text",
        ),
    )


def source_of(workspace: "CorridorsWorkspace") -> Source[CorridorPaper] | None:
    """The corridor in the case that is shown as there are papers of it, with its what-if if one is on."""
    question, corridors = workspace.asking.question, workspace.session.catalogue.reference().corridors
    corridor = corridors.get(question.corridor or "")
    if corridor is None:
        return None
    read = partial(corridor_paper, corridor_id=corridor.id, case=question.case, without=question.struck)
    key = key_of(workspace)
    name = Message("{corridor}", {"corridor": corridor.name})
    return Source(key, name, read, _PAPERS, kept_language(workspace.session, key))


def key_of(workspace: "CorridorsWorkspace") -> str:
    """What tells the corridor from others, where its exports are kept."""
    return f"corridor:{workspace.asking.question.corridor or ''}"


def _export(workspace: "CorridorsWorkspace", suffix: str, language: Language) -> None:
    if (source := source_of(workspace)) is not None:
        export(workspace, replace(source, language=language), suffix)


def _write_workbook(paper: CorridorPaper, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.corridor import write_corridor_workbook  # noqa: PLC0415 - used seldom

    write_corridor_workbook(paper, path, language, progress)


def _write_pdf(paper: CorridorPaper, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.corridor import write_corridor_pdf  # noqa: PLC0415 - used seldom

    write_corridor_pdf(paper, path, language, progress)


_PAPERS = (
    Paper(WORKBOOK, N_("Excel workbooks"), N_("Writing an Excel workbook"), _write_workbook),
    Paper(PDF, N_("PDF files"), N_("Writing a PDF"), _write_pdf),
)
