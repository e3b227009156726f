"""Marks in the inspector of the review, with their comments and what can be done about one's own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.ui.session import Session
from customs_app.ui.widgets.comments import by_mark
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.mark_row import MarkRow
from customs_app.ui.widgets.section import Section


class MarkList(Section):
    """Marks with their reasons, and what can be done about one's own."""

    change_asked = Signal(object)
    remove_asked = Signal(str)
    confirm_asked = Signal(str)

    def __init__(self, session: Session, name: str, title: str) -> None:
        super().__init__(session, name, title)
        self._rows: list[QWidget] = []
        self._shown: object = None

    def show_marks(
        self, marks: Sequence[Mark], full: FullProcedure, reference: Reference, *, name_steps: bool
    ) -> None:
        """Show marks, the newest first; with the numbers of their steps where there are several."""
        comments = by_mark(self.session, marks)
        steps = [full.step(mark.step_id) for mark in marks]
        shown = (tuple(marks), comments, steps, self.session.who, name_steps)
        if shown == self._shown:
            return  # somebody may be writing a comment in one of the rows
        self._shown = shown
        while self._rows:
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for mark in sorted(marks, key=lambda one: one.at, reverse=True):
            if name_steps:
                number = self.words.text("step {n}", n=str(full.number(mark.step_id)))
                self._add(wrapped(number, role="heading"))
            made = MarkRow(self.session, mark, full, reference, comments.get(mark.id, ()))
            made.change_asked.connect(lambda _document, mark=mark: self.change_asked.emit(mark))
            made.remove_asked.connect(self.remove_asked)
            made.confirm_asked.connect(self.confirm_asked)
            self._add(made)
        self.count.setText(str(len(marks)) if marks else self.words.text("nobody yet"))

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.body.addWidget(widget)
