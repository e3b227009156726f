"""Marks in the inspector of the review, with their comments and what can be done about one's own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.ui.session import Session
from customs_app.ui.widgets.mark_rows import MarkRows
from customs_app.ui.widgets.section import Section


class MarkList(Section):
    """Marks with their reasons; the signals are those of `MarkRows`."""

    change_asked = Signal(object)
    remove_asked = Signal(str)
    confirm_asked = Signal(str)

    def __init__(self, session: Session, name: str, title: str) -> None:
        super().__init__(session, name, title)
        self._rows = MarkRows(session, self.body, self)
        self._rows.change_asked.connect(self.change_asked)
        self._rows.remove_asked.connect(self.remove_asked)
        self._rows.confirm_asked.connect(self.confirm_asked)

    def show_marks(
        self, marks: Sequence[Mark], full: FullProcedure, reference: Reference, *, name_steps: bool
    ) -> None:
        """Show marks, the newest first; with the numbers of their steps where there are several."""
        newest_first = sorted(marks, key=lambda one: one.at, reverse=True)
        self._rows.show_marks(newest_first, full, reference, name_steps=name_steps)
        self.count.setText(str(len(marks)) if marks else self.words.text("nobody yet"))
