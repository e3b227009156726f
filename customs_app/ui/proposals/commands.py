"""What is done with a whole proposal: asking what it is about, deleting it, writing its papers."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from customs_app.catalogue.commands.proposals import CopyProposal, DeleteProposal
from customs_app.domain.codes import MadeFrom
from customs_app.domain.proposal import Proposal
from customs_app.domain.text import Message
from customs_app.reports.content import Content, saved_proposal_content
from customs_app.ui.dialogs.delete import ask_delete
from customs_app.ui.exporting import CONTENT_PAPERS, PDF, WORKBOOK, Source, export
from customs_app.ui.proposals.checks import Check
from customs_app.ui.proposals.scope_dialog import ScopeDialog

if TYPE_CHECKING:
    from customs_app.ui.proposals.workspace import ProposalsWorkspace


def ask_new(owner: "ProposalsWorkspace", made_from: MadeFrom | None = None) -> None:
    """Ask what a new proposal is about, and make it."""
    _ask_scope(owner, None, made_from)


def ask_scope(owner: "ProposalsWorkspace") -> None:
    """Ask what the open proposal shall be about."""
    owner.commit_edits()
    if owner.proposal is not None:
        _ask_scope(owner, owner.proposal, None)


def _ask_scope(owner: "ProposalsWorkspace", proposal: Proposal | None, made_from: MadeFrom | None) -> None:
    dialog = ScopeDialog(owner.session, proposal, owner)
    if made_from is not None:
        dialog.choose(made_from)

    def finished(result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            owner.save(dialog.proposal)
        dialog.deleteLater()

    dialog.finished.connect(finished)
    dialog.open()


def copy_proposal(owner: "ProposalsWorkspace") -> None:
    """Make a new proposal of the open one, and open it."""
    owner.commit_edits()
    proposal = owner.proposal
    if proposal is None:
        return
    title = owner.words.text("{title} (copy)", title=proposal.title)
    changes = owner.session.run(CopyProposal(proposal.id, title))
    if changes is not None and changes.new_id is not None:
        owner.open_proposal(changes.new_id)


def take_suggestions(owner: "ProposalsWorkspace") -> None:
    """Make the open proposal of what the rules suggest."""
    if owner.proposal is not None:
        owner.save(replace(owner.proposal, made_from=MadeFrom.FINDINGS))


def go_to_review(owner: "ProposalsWorkspace") -> None:
    """Go where steps are marked."""
    procedures = owner.proposal.procedures if owner.proposal is not None else ()
    owner.session.go_to("review", procedures[0] if procedures else None)


def ask_freezing(owner: "ProposalsWorkspace") -> None:
    """Ask for a title and freeze what the open proposal cites as an edition."""
    from customs_app.ui.dialogs.freeze import ask_freeze  # noqa: PLC0415 - not at start

    owner.commit_edits()
    if owner.proposal is not None:
        ask_freeze(owner, owner.proposal)


def follow_check(owner: "ProposalsWorkspace", check: Check) -> None:
    """Go to what a remark speaks of."""
    if check.review:
        go_to_review(owner)
    elif check.step is not None:
        owner.session.go_to("catalogue", *check.step)
    elif check.part is not None:
        owner.show_part(check.part)
        if owner.measure is not None and check.country is not None:
            owner.show_measure(owner.measure, check.country)


def ask_deletion(owner: "ProposalsWorkspace") -> None:
    """Ask before the open proposal is deleted."""
    proposal, words = owner.proposal, owner.words
    if proposal is not None:
        ask_delete(
            owner,
            words,
            "delete_proposal",
            title=words.text("Delete the proposal"),
            question=words.text("Delete “{title}”?", title=proposal.title),
            details=words.text("The marks on which it rests stay. It can be undone (Ctrl+Z)."),
            go_on=lambda: owner.session.run(DeleteProposal(proposal.id)),
        )


def source_of(owner: "ProposalsWorkspace") -> Source[Content] | None:
    """The open proposal as there are papers of it, in the language of the print; None where none is."""
    owner.commit_edits()
    proposal = owner.proposal
    if proposal is None:
        return None
    content = partial(saved_proposal_content, proposal=proposal, who=owner.session.who)
    name = Message("{title}", {"title": proposal.title})
    return Source(key_of(owner), name, content, CONTENT_PAPERS, owner.print_language)


def key_of(owner: "ProposalsWorkspace") -> str:
    """What tells the open proposal from others, where its exports are kept."""
    return f"proposal:{owner.proposal.id if owner.proposal is not None else ''}"


def write_pdf(owner: "ProposalsWorkspace") -> None:
    """Write the paper in the language of the print."""
    if (source := source_of(owner)) is not None:
        export(owner, source, PDF)


def write_excel(owner: "ProposalsWorkspace") -> None:
    """Write the workbook in the language of the print."""
    if (source := source_of(owner)) is not None:
        export(owner, source, WORKBOOK)
