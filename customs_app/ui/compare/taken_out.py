"""What is taken out of a comparison: its sentences on the clipboard, a workbook, a paper."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.reports.content import Content, comparison_content
from customs_app.reports.subject import Subject
from customs_app.reports.titles import comparison_title
from customs_app.ui.compare.asking import Asking
from customs_app.ui.exporting import CONTENT_PAPERS, PDF, WORKBOOK, Source, export
from customs_app.ui.exporting_kept import kept_language

if TYPE_CHECKING:
    from customs_app.ui.compare.workspace import CompareWorkspace

ReadContent = Callable[[Catalogue], Content]


def copy_lines(lines: Iterable[str]) -> None:
    """Put lines on the clipboard."""
    QGuiApplication.clipboard().setText("".join(f"{line}\n" for line in lines))


def export_excel(workspace: "CompareWorkspace", language: Language) -> None:
    """Write the comparison as an Excel workbook."""
    export(workspace, replace(source_of(workspace), language=language), WORKBOOK)


def export_paper(workspace: "CompareWorkspace", language: Language) -> None:
    """Write the comparison as a PDF."""
    export(workspace, replace(source_of(workspace), language=language), PDF)


def source_of(workspace: "CompareWorkspace") -> Source[Content]:
    """The comparison as there are papers of it."""
    question, key = workspace.asking.question, key_of(workspace)
    read = _content(workspace.asking, workspace.session.who)
    name = comparison_title(question.regime, question.mode)
    return Source(key, name, read, CONTENT_PAPERS, kept_language(workspace.session, key))


def key_of(workspace: "CompareWorkspace") -> str:
    """What tells a comparison from others, where its exports are kept: its regime and mode."""
    question = workspace.asking.question
    return f"comparison:{question.regime}:{question.mode}"


def _content(asking: Asking, who: Reviewer) -> ReadContent:
    question, answer = asking.question, asking.answer
    job: partial[Content] = partial(
        comparison_content,
        subject=Subject(
            regime=question.regime,
            mode=question.mode,
            countries=question.asked(answer.countries) if answer else None,
            chosen=dict(question.chosen),
            case=question.case,
            currency=asking.view.currency,
            tolerance=asking.view.tolerance,
            order=asking.view.order,
        ),
        who=who,
    )
    return job
