"""The commands of the compare workspace, each with its key and its place in the menus."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from customs_app.ui.compare.taken_out import export_excel, export_paper
from customs_app.ui.exporting import export_action
from customs_app.ui.icons import icon

if TYPE_CHECKING:
    from customs_app.ui.compare.workspace import CompareWorkspace


class Actions(QObject):
    """Made once; `enable` lets only what can be done be chosen."""

    def __init__(self, workspace: "CompareWorkspace") -> None:
        super().__init__(workspace)
        act, text = workspace.act, workspace.words.text
        self.differences = act(
            "differences",
            text("Only differences"),
            lambda: workspace.show_only_differences(on=self.differences.isChecked()),
            keys="D",
            picture="equal-not",
            checkable=True,
        )
        self.colour = act("colour", text("Next colouring"), workspace.next_colouring, keys="C")
        self.figure = act("figure", text("Time or cost in the cells"), workspace.next_figure, keys="F")
        self.fold = act("fold", text("Fold the stage"), lambda: workspace.fold(folded=True), keys="-")
        self.unfold = act("unfold", text("Unfold the stage"), lambda: workspace.fold(folded=False), keys="+")
        self.fold_all = act("fold_all", text("Fold all stages"), workspace.fold_all, picture="fold-vertical")
        self.unfold_all = act(
            "unfold_all", text("Unfold all stages"), workspace.unfold_all, picture="unfold-vertical"
        )
        self.turn_all = act("turn_all", text("Fold or unfold all"), workspace.turn_all, keys="*")
        self.open = act("open", text("Open in the catalogue"), workspace.open_current, picture="library")
        self.open.setToolTip(text("Open in the catalogue") + " (Enter)")
        self.procedures = act("procedures", text("Choose the country’s procedure…"), workspace.choose_here)
        self.procedures.setToolTip(text("Choose the country’s procedure") + " (Alt+↓)")
        self.copy_sentences = act(
            "copy_sentences",
            text("Copy the sentences"),
            workspace.copy_sentences,
            keys="Ctrl+Shift+C",
            picture="copy",
        )
        # The menu Tools has this command already: here it is a button alone.
        self.rates = QAction(
            icon("arrow-left-right", workspace.session.palette), text("Exchange rates…"), self
        )
        self.rates.setObjectName("compare_rates")
        self.rates.setToolTip(text("Rates by which fees are converted, and their days"))
        self.rates.triggered.connect(lambda _checked=False: _edit_rates(workspace))
        self.exports = (
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

    def of_cell(self) -> Sequence[QAction]:
        """The menu of a cell."""
        show = (self.differences, self.figure, self.colour)
        return (self.open, self.procedures, self.fold, self.unfold, *show)

    def enable(self, *, compared: bool) -> None:
        """Let only what can be done be chosen."""
        for action in (
            *self.exports,
            *(self.differences, self.figure, self.colour),
            *(self.fold, self.unfold, self.fold_all, self.unfold_all, self.turn_all),
            *(self.open, self.procedures, self.copy_sentences),
        ):
            action.setEnabled(compared)


def _edit_rates(workspace: "CompareWorkspace") -> None:
    from customs_app.ui.dialogs.rates import RatesDialog  # noqa: PLC0415 - reads the commands

    RatesDialog(workspace.session, workspace.window()).open()
