"""The table of totals: as high as its rows, or less where the window is low."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from customs_app.ui.session import Session
from customs_app.ui.widgets.frozen_table import FrozenTable

_LEAST = 102


class TotalsTable(FrozenTable):
    """It has the scroll bar that moves the matrix sideways too."""

    def __init__(self, session: Session, name: str, says: str) -> None:
        super().__init__(session, name, says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        """All rows, and the scroll bar where it is needed."""
        height = self.verticalHeader().length()
        if self.horizontalHeader().length() > self.width():
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Some rows."""
        return QSize(120, min(_LEAST, self.sizeHint().height()))
