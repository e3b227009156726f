"""The steps of one block as a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.ui.corridors.looks import StepLook
from customs_app.ui.widgets.tips import plain

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
STEP_ROLE = int(_Role.UserRole) + 72


class StepsModel(QAbstractListModel):
    """Steps in order of work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps: tuple[StepLook, ...] = ()

    def show_steps(self, steps: Sequence[StepLook]) -> None:
        """Show these; where they are the same steps, what they look like alone is told anew."""
        same = [one.step_id for one in steps] == [one.step_id for one in self.steps]
        if same and self.steps:
            self.steps = tuple(steps)
            self.dataChanged.emit(self.index(0), self.index(len(self.steps) - 1))
            return
        self.beginResetModel()
        self.steps = tuple(steps)
        self.endResetModel()

    def row_of(self, step_id: str | None) -> int:
        """Where a step stands; -1 where it is not among them."""
        return next((row for row, one in enumerate(self.steps) if one.step_id == step_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many steps there are."""
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Title, tooltip, spoken text, and the step."""
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role == STEP_ROLE:
            return step
        if role == _Role.DisplayRole:
            return f"{step.number} {step.title}"
        if role == _Role.ToolTipRole:
            return plain(step.tip)
        return step.spoken if role == _Role.AccessibleTextRole else None
