"""The commands of the review: verdicts, going on, and what is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from customs_app.domain.codes import Verdict
from customs_app.language.labels import label
from customs_app.ui.review.left_pane import FINDINGS, MARKS

if TYPE_CHECKING:
    from customs_app.ui.review.workspace import ReviewWorkspace


class Actions:
    """Made once for a workspace. Letters, digits and Space act only where a list or table has the focus."""

    def __init__(self, owner: "ReviewWorkspace") -> None:
        text = owner.words.text
        self._owner = owner
        for place, verdict in enumerate(Verdict):
            self._act(
                f"verdict_{verdict.value}",
                label(verdict, owner.words),
                lambda verdict=verdict: owner.pane.bar.choose(verdict),
                str(place + 1),
            )
        self._act("record", text("Record the verdict and go on"), owner.pane.bar.record)
        self._act("skip", text("Skip this finding"), owner.skip, "Space")
        self._act("undo", text("Undo the last change"), owner.session.undo, "U")
        self._act("evidence", text("Go to the evidence"), owner.focus_evidence, "E")
        self._act("equal", text("Show or fold equal fields"), owner.pane.evidence.turn_equal, "H")
        self._act("marks", text("Findings, or the marks made so far"), self._turn_tab, "M")
        self.low = self._act("low", text("Show low confidence"), self._turn_low)
        self.filters = owner.act(
            "filters",
            text("More filters: marks and words"),
            self._turn_filters,
            picture="list-filter",
            checkable=True,
        )
        self.clear = owner.act("clear_filters", text("Clear the filters"), owner.clear_filters)
        self.propose = owner.act(
            "propose", text("Make a proposal"), owner.go_to_proposals, picture="file-pen-line"
        )
        self.export = owner.act(
            "export_csv", text("Findings as CSV…"), owner.export_csv, picture="file-spreadsheet", menu="file"
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
        tabs = self._owner.side.tabs
        tabs.setCurrentIndex(MARKS if tabs.currentIndex() == FINDINGS else FINDINGS)
        self._owner.focus_main()

    def _turn_low(self) -> None:
        self._owner.side.low.toggle()

    def _turn_filters(self) -> None:
        self._owner.side.bar.show_second(shown=not self._owner.side.bar.second_shown)
        self.filters.setChecked(self._owner.side.bar.second_shown)
