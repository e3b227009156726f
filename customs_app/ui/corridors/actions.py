"""The commands of the corridors workspace, each with its key and its place in the menus."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from customs_app.ui.corridors.exports import export_actions, key_of, source_of
from customs_app.ui.exporting_actions import PaperActions

if TYPE_CHECKING:
    from customs_app.ui.corridors.workspace import CorridorsWorkspace


class Actions(QObject):
    """Made once; `enable` lets only what can be done be chosen."""

    def __init__(self, workspace: "CorridorsWorkspace") -> None:
        super().__init__(workspace)
        act, text = workspace.act, workspace.words.text
        self.new = act("new", text("New corridor…"), workspace.add, picture="plus", menu="edit")
        self.edit = act("edit", text("Edit the corridor…"), workspace.edit, picture="pencil", menu="edit")
        self.delete = act(
            "delete", text("Delete the corridor…"), workspace.delete, picture="trash-2", menu="edit"
        )
        self.attach = act(
            "attach", text("Procedure of this block…"), workspace.show_block_menu, picture="link-2"
        )
        self.attach.setToolTip(text("Attach another procedure to this block, or none") + " (Alt+↓)")
        self.what_if = act(
            "what_if",
            text("What if"),
            lambda: workspace.turn_what_if(on=self.what_if.isChecked()),
            keys="W",
            picture="flask-conical",
            checkable=True,
        )
        self.what_if.setToolTip(text("Leave steps out and see the chain without them (W)"))
        self.strike = act(
            "strike", text("Leave the step out, or put it back"), workspace.strike_current, keys="X"
        )
        self.gap = act(
            "gap",
            text("Next gap"),
            lambda: workspace.walker.next_gap(),  # noqa: PLW0108 - it is made after the actions
            keys="G",
        )
        self.source = act(
            "source", text("Source of the figure"), workspace.show_source, picture="book-marked"
        )
        self.source.setToolTip(text("Source of the figure") + " " + text("(Space)"))
        self.open = act("open", text("Open in the catalogue"), workspace.open_current, picture="library")
        self.open.setToolTip(text("Open in the catalogue") + " (Enter)")
        self.exports = export_actions(workspace)
        self.papers = PaperActions(workspace, partial(source_of, workspace), partial(key_of, workspace))

        self.as_table = act(
            "chart_table",
            text("Chart as a table"),
            lambda: workspace.page.show_chart(as_table=self.as_table.isChecked()),
            keys="T",
            picture="table-2",
            checkable=True,
        )
        self.copy = act("copy_chart", text("Copy the picture"), workspace.copy_chart, picture="copy")
        self.save = act(
            "save_chart",
            text("Save the picture as SVG, PNG or PDF…"),
            workspace.save_chart,
            picture="download",
        )

    @property
    def of_corridor(self) -> Sequence[QAction]:
        """The menu of the list."""
        return self.new, self.edit, self.delete

    @property
    def of_chain(self) -> Sequence[QAction]:
        """The menu of a step or a place of the chart."""
        return self.open, self.source, self.strike, self.what_if, self.gap, self.attach

    @property
    def of_chart(self) -> Sequence[QAction]:
        """The menu of the chart."""
        return *self.of_chain, self.as_table, self.copy, self.save

    def enable(self, *, shown: bool, writes: bool, what_if: bool) -> None:
        """Let only what can be done be chosen."""
        self.new.setEnabled(writes)
        for action in (self.edit, self.delete, self.attach):
            action.setEnabled(shown and writes)
        self.papers.enable(there=shown)
        for action in (self.what_if, self.gap, self.source, self.open, self.as_table, self.copy, self.save):
            action.setEnabled(shown)
        self.strike.setEnabled(shown and what_if)
        self.what_if.setChecked(what_if)
