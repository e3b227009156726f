"""Marks one below the other, each with its comments; what has not changed stays as it is."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.ui.session import Session
from customs_app.ui.widgets.comments import by_mark
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.mark_row import MarkRow

_Row = tuple[object, QWidget]
"""A widget, and what it was made for."""


class MarkRows(QObject):
    """Keeps the rows at the top of a column; somebody may be writing a comment in one of them.

    `change_asked` carries the Mark that is to be changed; `remove_asked` and `confirm_asked` the id of one.
    """

    change_asked = Signal(object)
    remove_asked = Signal(str)
    confirm_asked = Signal(str)

    def __init__(self, session: Session, column: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._column = session, column
        self._rows: list[_Row] = []

    def show_marks(
        self, marks: Sequence[Mark], full: FullProcedure, reference: Reference, *, name_steps: bool = False
    ) -> None:
        """Show marks on steps of a procedure in this order; with the numbers of their steps where asked."""
        comments = by_mark(self._session, marks)
        before, self._rows = self._rows, []
        numbers = {step.id: step.seq for step in full.steps}
        for mark in marks:
            step = full.step(mark.step_id)
            if name_steps:
                number = self._session.words.text("step {n}", n=str(step.seq))
                self._take(before, (mark.id, number), partial(wrapped, number, role="heading"))
            into, session = numbers.get(mark.merge_into or ""), self._session
            key = (mark, step, into, session.who, session.catalogue.read_only)
            row = self._take(before, key, partial(self._made, mark, full, reference))
            if isinstance(row, MarkRow):
                row.comments.show_comments(comments.get(mark.id, ()))
        for _, gone in before:
            gone.hide()
            gone.deleteLater()
        for place, (_, widget) in enumerate(self._rows):
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)

    def _take(self, before: list[_Row], key: object, make: Callable[[], QWidget]) -> QWidget:
        """The row that was made for the same, out of those before, or else a new one."""
        place = next((place for place, (own, _) in enumerate(before) if own == key), None)
        widget = before.pop(place)[1] if place is not None else make()
        self._rows.append((key, widget))
        return widget

    def _made(self, mark: Mark, full: FullProcedure, reference: Reference) -> MarkRow:
        row = MarkRow(self._session, mark, full, reference)
        row.change_asked.connect(lambda _document: self.change_asked.emit(mark))
        row.remove_asked.connect(self.remove_asked)
        row.confirm_asked.connect(self.confirm_asked)
        return row
