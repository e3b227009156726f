"""What a step protects and what still protects it without the step, before it is removed."""

from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from customs_app.domain.procedure import Step
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped


class GuardView(QWidget):
    """One line for each risk that the step controls; a sole safeguard is said in words."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._words = session.words
        self._shown: tuple[OpenProcedure, Step] | None = None
        self.sole_safeguard = False
        self.setObjectName("guard")
        self.setAccessibleName(self._words.text("What the step protects"))
        self._heading = QLabel(self._words.text("What the step protects"))
        self._heading.setProperty("role", "heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._column.addWidget(self._heading)
        self._lines: list[QLabel] = []

    def show_risks(self, opened: OpenProcedure, step: Step) -> None:
        """Show the risks of a step in its procedure."""
        if self._shown is not None and self._shown[0] is opened and self._shown[1] is step:
            return
        self._shown = (opened, step)
        from customs_app.analysis.guard import guard  # noqa: PLC0415 - brings all the rules
        from customs_app.ui.control_words import control_words  # noqa: PLC0415 - as well

        while self._lines:
            self._lines.pop().deleteLater()
        rows = guard(opened.full, step.id)
        self.sole_safeguard = any(row.sole for row in rows)
        words = self._words
        for row in rows:
            says = control_words(row, partial(self._numbers, opened), words)
            self._add(says, "bad" if row.sole else "good")
        if not rows:
            self._add(words.text("The step controls none of the known risks"), "small")

    def _numbers(self, opened: OpenProcedure, step_ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(str(n) for n in opened.numbers(step_ids))

    def _add(self, says: str, role: str) -> None:
        line = wrapped(says, role=role)
        self._lines.append(line)
        self._column.addWidget(line)
