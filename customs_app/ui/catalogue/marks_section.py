"""Marks on a step and its documents in the inspector, with what has changed since they were made."""

from PySide6.QtCore import Signal

from customs_app.domain.procedure import Step
from customs_app.language.labels import delegation_name
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.mark_rows import MarkRows
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.small import link, show_if


class MarksSection(Section):
    """All marks, one's own with what can be done about them.

    `mark_asked` carries a document's id or None; `remove_asked` and `confirm_asked` a mark's id.
    """

    mark_asked = Signal(object)
    remove_asked = Signal(str)
    confirm_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "marks", session.words.text("Marks"))
        text = session.words.text
        self.add = link(
            "add_mark", text("+ Mark (M)"), lambda: self.mark_asked.emit(None), text("Mark this step (M)")
        )
        self.beside.addWidget(self.add)
        self._rows = MarkRows(session, self.body, self)
        self._rows.change_asked.connect(lambda mark: self.mark_asked.emit(mark.document_id))
        self._rows.remove_asked.connect(self.remove_asked)
        self._rows.confirm_asked.connect(self.confirm_asked)
        self._hidden = wrapped(role="small")
        self._hidden.setObjectName("marks_hidden")
        self.body.addWidget(self._hidden)

    def show_step(self, opened: OpenProcedure, step: Step) -> None:
        """Show the marks of a step."""
        marks = opened.marks_of(step.id)
        self._rows.show_marks(tuple(reversed(marks)), opened.full, opened.reference)
        self._say_hidden(opened, step)
        self.add.setVisible(not self.session.catalogue.read_only)
        self.count.setText(str(len(marks)) if marks else self.words.text("none"))

    def _say_hidden(self, opened: OpenProcedure, step: Step) -> None:
        """Say who has marked besides, where a blind round hides what."""
        countries, words = opened.reference.countries, self.words
        others = tuple(
            f"{who.name} ({delegation_name(who.delegation, countries, words)})"
            for who in opened.hidden.get(step.id, ())
        )
        show_if(self._hidden, bool(others))
        self._hidden.setText(
            words.text("Marked too, to be seen once the round is opened: {reviewers}", reviewers=others)
        )
