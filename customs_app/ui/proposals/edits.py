"""What an official does with the open proposal, each as one entry of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from customs_app.analysis.dossier.result import Passage
from customs_app.catalogue import commands
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.dossier import OwnAct, Terms
from customs_app.ui.session import Session

if TYPE_CHECKING:
    from customs_app.catalogue.commands.command import Command

_DRAFTS = "proposal_texts"


class Edits(QObject):
    """The edits of one proposal at a time; each tells whether it was written into the journal.

    `drafts` keeps texts that are typed and not recorded yet, by what they stand for: they outlive the
    window, so that neither a change of language nor a refused entry loses a word.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.proposal_id = ""
        self.drafts: dict[tuple[object, ...], str] = session.drafts(_DRAFTS)

    @property
    def editable(self) -> bool:
        """Whether anything can be changed: neither a read-only file nor a frozen edition can."""
        return not self.session.catalogue.read_only

    def write(self, passage: Passage, text: str) -> bool:
        """Write a text in place of its draft; an empty one takes the draft again."""
        if not text.strip():
            return self.run(commands.TakeDraft(self.proposal_id, passage.place))
        return self.run(commands.RewriteText(self.proposal_id, passage.place, text, passage.draft))

    def take_draft(self, passage: Passage) -> bool:
        """Take the draft of today in place of what was written."""
        return self.run(commands.TakeDraft(self.proposal_id, passage.place))

    def keep(self, passage: Passage) -> bool:
        """Keep what was written over the draft of today."""
        return self.run(commands.KeepText(self.proposal_id, passage.place, passage.draft))

    def set_terms(self, measure: str, country: str, terms: Terms) -> bool:
        """Say on what terms a country changes what a measure asks."""
        return self.run(commands.SetTerms(self.proposal_id, measure, country, terms))

    def put_act(self, act: OwnAct) -> bool:
        """Name a law to amend, or word one that was named anew."""
        return self.run(commands.EditAct(act) if act.id else commands.AddAct(self.proposal_id, act))

    def remove_act(self, act: OwnAct) -> bool:
        """Take a named law away."""
        return self.run(commands.RemoveAct(act.id))

    def set_position(self, measure: str, delegation: str, position: Position, reason: str = "") -> bool:
        """Say where a delegation stands on a measure (empty: on the whole proposal)."""
        return self.run(commands.SetStandpoint(self.proposal_id, delegation, position, reason, measure))

    def take_back_position(self, measure: str, delegation: str) -> bool:
        """Take back where a delegation stands."""
        return self.run(commands.RemoveStandpoint(self.proposal_id, delegation, measure))

    def comment(self, measure: str, text: str) -> bool:
        """Say something about a measure (empty: about the whole proposal)."""
        return self.run(commands.CommentProposal(self.proposal_id, text, measure))

    def edit_comment(self, comment_id: str, text: str) -> bool:
        """Word one's own comment anew."""
        return self.run(commands.EditProposalComment(comment_id, text))

    def remove_comment(self, comment_id: str) -> bool:
        """Take one's own comment back."""
        return self.run(commands.RemoveProposalComment(comment_id))

    def take(self, measure: str, *, taken: bool) -> bool:
        """Take a measure into the proposal, or leave it out."""
        command = commands.TakeInMeasure if taken else commands.LeaveOutMeasure
        return self.run(command(self.proposal_id, measure))

    def choose_verdict(self, measure: str, verdict: Verdict) -> bool:
        """Choose what a measure asks; all that is written about it stays."""
        return self.run(commands.ChooseVerdict(self.proposal_id, measure, verdict))

    def order(self, measures: tuple[str, ...]) -> bool:
        """Put the measures (keys) in this order."""
        return self.run(commands.OrderMeasures(self.proposal_id, measures))

    def run(self, command: Command) -> bool:
        """Do a command; whether it was written."""
        return self.session.run(command) is not None
