"""The table of totals: as high as its rows, or less where the window is low."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollBar, QSizePolicy

from customs_app.ui.session import Session
from customs_app.ui.widgets.frozen_table import FrozenTable

_LEAST = 102


class TotalsTable(FrozenTable):
    """It has the scroll bar that moves the matrix sideways too.

    `beside` scrolls it up and down: it stands where the matrix has its own, so that both have one width.
    """

    def __init__(self, session: Session, name: str, says: str) -> None:
        super().__init__(session, name, says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.beside = QScrollBar(Qt.Orientation.Vertical)
        self.beside.setObjectName(f"{name}_scroll")
        self.beside.hide()
        own = self.verticalScrollBar()
        own.rangeChanged.connect(self._follow)
        own.valueChanged.connect(self.beside.setValue)
        self.beside.valueChanged.connect(own.setValue)

    def sizeHint(self) -> QSize:
        """All rows, and the scroll bar where it is needed."""
        height = self.verticalHeader().length()
        if self.horizontalHeader().length() > self.width():
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Some rows."""
        return QSize(120, min(_LEAST, self.sizeHint().height()))

    def _follow(self, least: int, most: int) -> None:
        """Take the range of the table's own scroll bar; nothing to scroll, nothing to see."""
        own = self.verticalScrollBar()
        self.beside.setRange(least, most)
        self.beside.setPageStep(own.pageStep())
        self.beside.setSingleStep(own.singleStep())
        self.beside.setValue(own.value())
        self.beside.setVisible(most > least)
