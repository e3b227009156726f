"""What is taken out of a comparison: its sentences on the clipboard, a workbook, a paper."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language, Message
from customs_app.reports.content import Content, comparison_content
from customs_app.reports.subject import Subject
from customs_app.reports.titles import comparison_title
from customs_app.ui.compare.asking import Asking
from customs_app.ui.exporting import ReadContent, export_pdf, export_workbook

if TYPE_CHECKING:
    from customs_app.ui.compare.workspace import CompareWorkspace

Export = Callable[["CompareWorkspace", ReadContent, Message, Language], object]


def copy_lines(lines: Iterable[str]) -> None:
    """Put lines on the clipboard."""
    QGuiApplication.clipboard().setText("".join(f"{line}\n" for line in lines))


def export_excel(workspace: "CompareWorkspace", language: Language) -> None:
    """Write the comparison as an Excel workbook."""
    _export(export_workbook, workspace, language)


def export_paper(workspace: "CompareWorkspace", language: Language) -> None:
    """Write the comparison as a PDF."""
    _export(export_pdf, workspace, language)


def _export(export: Export, workspace: "CompareWorkspace", language: Language) -> None:
    question = workspace.asking.question
    read = _content(workspace.asking, workspace.session.who)
    export(workspace, read, comparison_title(question.regime, question.mode), language)


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
