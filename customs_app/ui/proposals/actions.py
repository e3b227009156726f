"""The commands of the proposals workspace."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence, QShortcut

from customs_app.ui.exporting_actions import PaperActions
from customs_app.ui.preview.foot import Outlet
from customs_app.ui.proposals.commands import (
    ask_deletion,
    ask_freezing,
    ask_new,
    ask_scope,
    copy_proposal,
    go_to_review,
    key_of,
    source_of,
    take_suggestions,
    write_excel,
    write_pdf,
)

if TYPE_CHECKING:
    from customs_app.ui.proposals.workspace import ProposalsWorkspace


_TABS = 9


class Actions:
    """One QAction each, with its key; menus, buttons and empty states share them."""

    def __init__(self, owner: "ProposalsWorkspace") -> None:
        self._owner = owner
        text, act = owner.words.text, owner.act
        self.new = act(
            "new", text("New proposal…"), partial(ask_new, owner), keys="Ctrl+Shift+N", picture="plus"
        )
        self.copy = act("copy", text("Copy to a new proposal"), partial(copy_proposal, owner), picture="copy")
        self.scope = act("scope", text("Countries, case, and what it is made of…"), partial(ask_scope, owner))
        self._of_measures()
        self.verdict = act(
            "verdict", text("Change the verdict of the measure…"), self._ask_verdict, keys="Ctrl+Shift+V"
        )
        self.comment = act("comment", text("Comment"), owner.comment, keys="Ctrl+M", picture="pencil")
        self.review = act(
            "review", text("Go to the review"), partial(go_to_review, owner), picture="list-checks"
        )
        self.suggestions = act(
            "suggestions",
            text("Start from suggestions"),
            partial(take_suggestions, owner),
            picture="flask-conical",
        )
        self.pdf = act(
            "pdf",
            text("Proposal to PDF…"),
            partial(write_pdf, owner),
            keys="Ctrl+Shift+D",
            picture="file-text",
        )
        self.excel = act(
            "excel",
            text("Proposal to Excel…"),
            partial(write_excel, owner),
            keys="Ctrl+Shift+X",
            picture="file-spreadsheet",
        )
        self.papers = PaperActions(
            owner, partial(source_of, owner), partial(key_of, owner), lambda: owner.page_in_sight
        )
        self.delete = act(
            "delete", text("Delete the proposal…"), partial(ask_deletion, owner), picture="trash-2"
        )
        self.freeze = act(
            "freeze", text("Freeze as an edition…"), partial(ask_freezing, owner), picture="history"
        )
        self.tabs = [self._tab(at) for at in range(_TABS)]
        for action in owner.actions():
            action.setIconVisibleInMenu(False)

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """What becomes of the pages, for the buttons under them."""
        return (
            Outlet(self.papers.print, "printer", self._owner.words.text("Print…"), "print"),
            Outlet(self.pdf, "file-text", "PDF", "pdf"),
            Outlet(self.excel, "file-spreadsheet", "Excel", "excel"),
        )

    @property
    def of_measure(self) -> tuple[QAction, ...]:
        """What is done with the measure that is open."""
        return self.up, self.down, self.leave_out, self.comment, self.review

    def enable(self) -> None:
        """Offer what can be done with what is open."""
        owner = self._owner
        editable = owner.edits.editable
        there = owner.proposal is not None
        measure = owner.measure
        n = len(owner.measures)
        self.new.setEnabled(editable)
        for action in (self.scope, self.delete, self.suggestions, self.copy, self.comment):
            action.setEnabled(editable and there)
        for action in (self.pdf, self.excel):
            action.setEnabled(there)
        self.papers.enable(there=there)
        self.freeze.setEnabled(editable and there)
        for action in (self.before, self.after):
            action.setEnabled(n > 0)
        for action in (self.left, self.right):
            action.setEnabled(measure is not None)
        number = measure.number if measure is not None else 0
        self.up.setEnabled(editable and number > 1)
        self.down.setEnabled(editable and 0 < number < n)
        for action in (self.leave_out, self.verdict):
            action.setEnabled(editable and measure is not None)
        text = owner.words.text
        out = measure is not None and not measure.number
        self.leave_out.setText(text("Take the measure in again") if out else text("Leave the measure out"))

    def _of_measures(self) -> None:
        owner = self._owner
        text = owner.words.text
        walks: tuple[tuple[str, str, str, Callable[[], object], str], ...] = (
            ("before", "measure_before", text("Measure before"), lambda: owner.step_measure(-1), "Ctrl+Up"),
            ("after", "measure_after", text("Measure after"), lambda: owner.step_measure(1), "Ctrl+Down"),
            ("left", "country_before", text("Country before"), lambda: owner.step_country(-1), "Alt+Left"),
            ("right", "country_after", text("Country after"), lambda: owner.step_country(1), "Alt+Right"),
            (
                "up", "measure_up", text("Move the measure up"), lambda: owner.move_measure(-1),
                "Ctrl+Shift+Up",
            ),
            (
                "down", "measure_down", text("Move the measure down"), lambda: owner.move_measure(1),
                "Ctrl+Shift+Down",
            ),
            ("leave_out", "measure_leave_out", text("Leave the measure out"), owner.turn_measure, ""),
        )  # fmt: skip
        made = {name: owner.act(key, said, does, keys=keys) for name, key, said, does, keys in walks}
        self.before, self.after, self.left, self.right = (
            made["before"], made["after"], made["left"], made["right"],
        )  # fmt: skip
        self.up, self.down, self.leave_out = made["up"], made["down"], made["leave_out"]

    def _ask_verdict(self) -> None:
        """Open the verdicts that the measure may ask."""
        owner = self._owner
        if (measure := owner.measure) is not None:
            owner.show_measure(measure)
            owner.page.editor.head.verdict.showMenu()

    def _tab(self, at: int) -> QShortcut:
        """Alt and a digit open the tab of a country; no entry in the menu, there would be nine."""
        shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), self._owner)
        shortcut.activated.connect(partial(self._owner.choose_country, at))
        return shortcut
