"""What is said about a measure or the whole proposal, and a field in which to say something."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customs_app.domain.dossier import ProposalComment
from customs_app.language.labels import delegation_name
from customs_app.language.moments import moment
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.parts import DetailPart
from customs_app.ui.widgets.comments import CommentField
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import link, show_if


class CommentsPart(DetailPart):
    """The comments, the oldest first; one's own can be worded anew or taken back."""

    def __init__(self, edits: Edits, name: str = "comments") -> None:
        text = edits.session.words.text
        super().__init__(edits.session, name, text("Comments"))
        self._edits = edits
        self._measure = ""
        self._proposal = ""
        self._rows: list[_CommentRow] = []
        self.field: CommentField | None = None
        self.add = link("proposal_comment", text("Comment"), self.open_field, text("Say something (Ctrl+M)"))
        self.band.put_beside(self.add)
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(12, 6, 12, 10)
        self._column.setSpacing(4)
        self._said = QVBoxLayout()
        self._said.setSpacing(4)
        self._column.addLayout(self._said)
        self._none = wrapped(text("Nobody has said anything yet."), role="second")
        self._column.addWidget(self._none)

    def show_comments(self, measure: str, comments: Sequence[ProposalComment]) -> None:
        """Show these; rows of those that are shown already stay, somebody may be writing in one."""
        if (measure, self._edits.proposal_id) != (self._measure, self._proposal):
            self._drop_field()
        self._measure, self._proposal = measure, self._edits.proposal_id
        kept = {row.comment: row for row in self._rows if row.comment in comments}
        for row in self._rows:
            if row.comment not in kept:
                row.hide()
                row.deleteLater()
        self._rows = [kept.get(one) or _CommentRow(self._edits, one) for one in comments]
        for place, row in enumerate(self._rows):
            if self._said.indexOf(row) != place:
                self._said.insertWidget(place, row)
        self.band.set_note(str(len(comments)) if comments else "")
        show_if(self.add, self._edits.editable)
        show_if(self._none, not comments and self.field is None)
        if self.field is None and self.session.drafts("comments").get(self._key):
            self._make_field()  # something was begun here and not said yet

    def open_field(self) -> None:
        """Put the cursor where something can be said."""
        if not self._edits.editable:
            return
        if self.field is None:
            self._make_field()
        if self.field is not None:
            self.field.edit.setFocus()

    @property
    def _key(self) -> str:
        return f"{self._edits.proposal_id}\n{self._measure}"

    def _make_field(self) -> None:
        self.field = CommentField(self.session, self._key, self.words.text("Comment"))
        self.field.said.connect(self._say)
        self.field.left.connect(self._drop_field)
        self._column.addWidget(self.field)
        show_if(self._none, False)

    def _drop_field(self) -> None:
        if self.field is not None:
            self._column.removeWidget(self.field)
            self.field.hide()
            self.field.deleteLater()
            self.field = None
        show_if(self._none, not self._rows)

    def _say(self, text: str) -> None:
        if self._edits.comment(self._measure, text):
            self._drop_field()
        elif self.field is not None:
            self.field.put(text)


class _CommentRow(QWidget):
    """One comment: who, when, what."""

    def __init__(self, edits: Edits, comment: ProposalComment) -> None:
        super().__init__()
        self._edits, self.comment = edits, comment
        session = edits.session
        words = session.words
        self.setObjectName("proposal_comment_row")
        by = delegation_name(comment.reviewer.delegation, session.catalogue.reference().countries, words)
        when = moment(comment.at, words.language)
        self._said = wrapped(comment.text)
        self._said.setObjectName("proposal_comment_text")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 2)
        self._column.setSpacing(1)
        self._column.addWidget(wrapped(f"{comment.reviewer.name} · {by} · {when}", role="small"))
        self._column.addWidget(self._said)
        self._field: CommentField | None = None
        self._ways = QWidget()
        self._column.addWidget(self._ways)
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(link("proposal_comment_edit", words.text("Change"), self._open))
        row.addWidget(link("proposal_comment_remove", words.text("Take back"), self._remove))
        row.addStretch()
        self._ways.setVisible(comment.reviewer == session.who and edits.editable)

    def _open(self) -> None:
        if self._field is None:
            self._field = CommentField(
                self._edits.session, self.comment.id, self._edits.session.words.text("Comment")
            )
            self._field.said.connect(self._edit)
            self._field.left.connect(self._close)
            self._column.addWidget(self._field)
            if not self._field.has_draft:
                self._field.put(self.comment.text)
        show_if(self._field, True)
        show_if(self._said, False)
        show_if(self._ways, False)
        self._field.edit.setFocus()

    def _close(self) -> None:
        if self._field is not None:
            show_if(self._field, False)
        show_if(self._said, True)
        show_if(self._ways, True)

    def _edit(self, text: str) -> None:
        if not self._edits.edit_comment(self.comment.id, text) and self._field is not None:
            self._field.put(text)

    def _remove(self) -> None:
        self._edits.remove_comment(self.comment.id)
