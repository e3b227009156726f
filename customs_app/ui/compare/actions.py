"""The commands of the compare workspace, each with its key and its place in the menus."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from customs_app.ui.compare.tabs import NAMES
from customs_app.ui.compare.taken_out import export_excel, export_paper, key_of, source_of
from customs_app.ui.compare.viewing_actions import ViewingActions
from customs_app.ui.exporting import export_action
from customs_app.ui.exporting_actions import PaperActions
from customs_app.ui.icons import icon

if TYPE_CHECKING:
    from customs_app.ui.compare.workspace import CompareWorkspace


class Actions(QObject):
    """Made once; `enable` lets only what can be done be chosen. `view` are those of how it is shown."""

    def __init__(self, workspace: "CompareWorkspace") -> None:
        super().__init__(workspace)
        act, text = workspace.act, workspace.words.text
        self.view = ViewingActions(workspace)
        self.open = act(
            "open", text("Open in the catalogue"), workspace.open_current, picture="library", menu="go"
        )
        self.open.setToolTip(text("Open in the catalogue") + " (Enter)")
        self.source = act(
            "source",
            text("Show the source"),
            workspace.show_source,
            keys="I",
            picture="book-marked",
            menu="go",
        )
        self.procedures = act("procedures", text("Choose the country’s procedure…"), workspace.choose_here)
        self.procedures.setToolTip(text("Choose the country’s procedure") + " (Alt+↓)")
        self.pair = act(
            "pair",
            text("Two countries step by step…"),
            workspace.open_pair,
            keys="P",
            picture="git-compare-arrows",
            menu="go",
        )
        self.csv = act(
            "csv",
            text("Save the differences as CSV…"),
            workspace.save_differences,
            picture="download",
            menu="file",
        )
        self.copy_sentences = act(
            "copy_sentences",
            text("Copy the sentences"),
            workspace.copy_sentences,
            keys="Ctrl+Shift+C",
            picture="copy",
            menu="edit",
        )
        self.rates = self._button_of_rates(workspace)
        self.tabs = tuple(
            act(
                f"tab_{tab}",
                text(name),
                partial(workspace.page.show_tab, tab),
                keys=f"Alt+{place}",
                menu="go",
            )
            for place, (tab, name) in enumerate(NAMES.items(), 1)
        )
        self.exports = _exports(workspace)
        self.papers = PaperActions(workspace, partial(source_of, workspace), partial(key_of, workspace))

    def of_cell(self) -> Sequence[QAction]:
        """The menu of a cell."""
        return (self.open, self.source, self.procedures, self.pair, *self.view.of_cell())

    def enable(self, *, compared: bool, matrix: bool) -> None:
        """Let only what can be done be chosen; `matrix` says whether that is in sight."""
        for action in (*self.exports, self.copy_sentences, self.csv):
            action.setEnabled(compared)
        self.papers.enable(there=compared)
        for action in (self.open, self.source, self.procedures, self.pair):
            action.setEnabled(compared and matrix)
        self.view.enable(compared=compared and matrix)

    def _button_of_rates(self, workspace: "CompareWorkspace") -> QAction:
        text = workspace.words.text
        # The menu Tools has this command already: here it is a button alone.
        action = QAction(icon("arrow-left-right", workspace.session.palette), text("Exchange rates…"), self)
        action.setObjectName("compare_rates")
        action.setToolTip(text("Rates by which fees are converted, and their days"))
        action.triggered.connect(lambda _checked=False: _edit_rates(workspace))
        return action


def _exports(workspace: "CompareWorkspace") -> tuple[QAction, ...]:
    text = workspace.words.text
    return (
        export_action(
            workspace,
            "compare_excel",
            text("Comparison to Excel…"),
            partial(export_excel, workspace),
            picture="file-spreadsheet",
        ),
        export_action(
            workspace,
            "compare_pdf",
            text("Comparison proposal to PDF…"),
            partial(export_paper, workspace),
            picture="file-text",
        ),
    )


def _edit_rates(workspace: "CompareWorkspace") -> None:
    from customs_app.ui.dialogs.rates import RatesDialog  # noqa: PLC0415 - reads the commands

    RatesDialog(workspace.session, workspace.window()).open()
