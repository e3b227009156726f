"""The commands of the proposals workspace."""

from functools import partial
from typing import TYPE_CHECKING

from customs_app.ui.proposals.commands import (
    ask_deletion,
    ask_new,
    ask_scope,
    go_to_review,
    take_suggestions,
    write_excel,
    write_pdf,
)

if TYPE_CHECKING:
    from customs_app.ui.proposals.workspace import ProposalsWorkspace


class Actions:
    """One QAction each, with its key; menus, buttons and empty states share them."""

    def __init__(self, owner: "ProposalsWorkspace") -> None:
        act, text = owner.act, owner.words.text
        self._owner = owner
        self.new = act(
            "new", text("New proposal…"), partial(ask_new, owner), keys="Ctrl+Shift+N", picture="plus"
        )
        self.scope = act("scope", text("Countries, case, and what it is made of…"), partial(ask_scope, owner))
        self.before = act(
            "measure_before", text("Measure before"), lambda: owner.step_measure(-1), keys="Ctrl+Up"
        )
        self.after = act(
            "measure_after", text("Measure after"), lambda: owner.step_measure(1), keys="Ctrl+Down"
        )
        self.left = act(
            "country_before", text("Country before"), lambda: owner.step_country(-1), keys="Alt+Left"
        )
        self.right = act(
            "country_after", text("Country after"), lambda: owner.step_country(1), keys="Alt+Right"
        )
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
            "pdf", text("Proposal to PDF…"), partial(write_pdf, owner), keys="Ctrl+P", picture="file-text"
        )
        self.excel = act(
            "excel",
            text("Proposal to Excel…"),
            partial(write_excel, owner),
            keys="Ctrl+Shift+X",
            picture="file-spreadsheet",
        )
        self.delete = act(
            "delete", text("Delete the proposal…"), partial(ask_deletion, owner), picture="trash-2"
        )
        for action in owner.actions():
            action.setIconVisibleInMenu(False)

    def enable(self) -> None:
        """Offer what can be done with what is open."""
        owner = self._owner
        editable = not owner.session.catalogue.read_only
        proposal = owner.proposal
        there = proposal is not None
        n = len(owner.page.table.measures.measures)
        self.new.setEnabled(editable)
        for action in (self.scope, self.delete, self.suggestions):
            action.setEnabled(editable and there)
        for action in (self.pdf, self.excel):
            action.setEnabled(there)
        for action in (self.before, self.after, self.left, self.right):
            action.setEnabled(n > 0)
