"""Two steps are linked by hand: one is chosen by L, then its like on the other side."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from customs_app.reports.pair.answer import LEFT, RIGHT, Answer
from customs_app.reports.pair.lines import PairLine, StepLook, side_name
from customs_app.ui.pair.matching import first_of
from customs_app.ui.pair.view import PairTable
from customs_app.ui.session import Session


class Linking(QObject):
    """`step_id` is the step that was chosen first, "" for none; `text` says what to do next.

    `changed` when that changes, `linked` carries the two steps (ids, left and right).
    """

    changed = Signal()
    linked = Signal(str, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._words = session.words
        self._side = LEFT
        self.step_id = ""
        self.text = ""
        self._look: StepLook | None = None

    def press(self, answer: Answer, table: PairTable, lines: Sequence[PairLine]) -> None:
        """Choose the step under the cursor, or link it with the one that was chosen first."""
        line = table.line
        if line is None:
            return
        if not self.step_id:
            self._begin(answer, table, line, lines)
            return
        look = line.look(RIGHT if self._side == LEFT else LEFT)
        if look is None:
            self._say(answer, self._words.text("There is no step in this row on that side."))
            return
        ends = (self.step_id, look.step.id) if self._side == LEFT else (look.step.id, self.step_id)
        self.leave()
        self.linked.emit(*ends)

    def leave(self) -> None:
        """Choose nothing."""
        if self.step_id:
            self.step_id = self.text = ""
            self.changed.emit()

    def _begin(self, answer: Answer, table: PairTable, line: PairLine, lines: Sequence[PairLine]) -> None:
        look = line.look(table.side)
        self._side = table.side
        if look is None:
            self._side = RIGHT if table.side == LEFT else LEFT
            look = line.look(self._side)
        if look is None:
            return
        self.step_id = look.step.id
        self._look = look
        self._say(answer)
        if table.side == self._side:
            table.turn_side()
        self._lead(table, line, lines)

    def _lead(self, table: PairTable, line: PairLine, lines: Sequence[PairLine]) -> None:
        """Put the cursor on the step that is the likeliest: it does the same activity and stands alone."""
        near = first_of(lines, line.pair.elsewhere)
        row = table.pair_model.row_of(near.key) if near is not None else -1
        if row >= 0:
            table.go_to(row, RIGHT if self._side == LEFT else LEFT)

    def _say(self, answer: Answer, first: str = "") -> None:
        look, other = self._look, RIGHT if self._side == LEFT else LEFT
        if look is None:
            return
        says = self._words.text(
            "{side}, step {number} “{title}”: go to its like of {other} and press L again, or Esc.",
            side=side_name(answer, self._side, self._words),
            number=look.number,
            title=look.title,
            other=side_name(answer, other, self._words),
        )
        self.text = f"{first} {says}" if first else says
        self.changed.emit()
