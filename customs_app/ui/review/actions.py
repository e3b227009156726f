"""The commands of the review: verdicts, going on, and what is shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from customs_app.domain.codes import Verdict
from customs_app.language.labels import label
from customs_app.ui.review.left_pane import FINDINGS, MARKS, TABS
from customs_app.ui.review.round_commands import RoundCommands
from customs_app.ui.review.verdict_bar import ACCEPT_KEY, DISMISS_KEY

if TYPE_CHECKING:
    from customs_app.ui.review.workspace import ReviewWorkspace


class Actions:
    """Made once for a workspace. Letters, digits and Space act only where a list or table has the focus."""

    def __init__(self, owner: "ReviewWorkspace") -> None:
        self._owner = owner
        self._make_verdicts()
        self._make_ways()
        self.rounds = RoundCommands(owner)
        text = owner.words.text
        self.low = self._act("low", text("Show low confidence"), owner.side.low.toggle)
        self.clear = owner.act("clear_filters", text("Clear the filters"), owner.clear_filters)
        self.propose = owner.act(
            "propose", text("Make a proposal"), owner.go_to_proposals, picture="file-pen-line"
        )
        self.export = owner.act(
            "export_csv", text("Findings as CSV…"), owner.export_csv, picture="file-spreadsheet", menu="file"
        )

    def _make_verdicts(self) -> None:
        owner, text = self._owner, self._owner.words.text
        bar = owner.pane.bar
        self._act("accept", text("Accept the finding"), bar.accept_finding, ACCEPT_KEY)
        for place, verdict in enumerate(Verdict):
            self._act(
                f"verdict_{verdict.value}",
                label(verdict, owner.words),
                lambda verdict=verdict: bar.choose(verdict),
                str(place + 1),
            )
        self._act("dismiss", text("Not redundant: dismiss the finding"), bar.dismiss, DISMISS_KEY)
        self._act("record", text("Record the verdict and go on"), bar.record)
        self._act("skip", text("Skip this finding"), owner.findings.skip, "Space")
        self._act("undo", text("Undo the last change"), owner.session.undo, "U")

    def _make_ways(self) -> None:
        owner, text = self._owner, self._owner.words.text
        self._act("evidence", text("Go to the evidence"), owner.focus_evidence, "E")
        self._act("equal", text("Show or fold equal fields"), owner.pane.evidence.turn_equal, "H")
        self._act("marks", text("Findings, or the marks made so far"), self._turn_tab, "M")
        self._act("without", text("Who lives without it?"), owner.focus_peers, "W")
        for place, name in enumerate(TABS.values()):
            owner.act(
                f"tab_{list(TABS)[place]}",
                text("Show: {what}", what=text(name)),
                partial(self._show_tab, place),
                keys=f"Alt+{place + 1}",
            )

    def _act(self, name: str, text: str, slot: object, keys: str = "") -> QAction:
        action = self._owner.act(name, text, slot, keys=keys)  # type: ignore[arg-type]
        if keys:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for view in self._views():
                view.addAction(action)
        return action

    def _views(self) -> tuple[QWidget, ...]:
        owner = self._owner
        return (owner.side.view, owner.pane.evidence, owner.pane.matrix.table, owner.marks.table)

    def _turn_tab(self) -> None:
        self._show_tab(MARKS if self._owner.side.tab == FINDINGS else FINDINGS)

    def _show_tab(self, place: int) -> None:
        self._owner.side.tabs.choose(place)
        self._owner.focus_main()
