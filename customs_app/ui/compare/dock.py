"""The dock at the right: differences as sentences, and below them what stands behind what is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from customs_app.ui.compare.cell_panel import CellPanel
from customs_app.ui.compare.sentences import SentencesView
from customs_app.ui.session import Session


class CompareDock(QSplitter):
    """Two panes with a movable edge between them; the lower one is that of the view in sight."""

    def __init__(self, session: Session) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName("compare_inspector")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.sentences = SentencesView(session)
        self.sentences.setStyleSheet(f"QListView {{ background: {session.palette.panel}; }}")
        self.cell = CellPanel(session)
        self.addWidget(self.sentences)
        self._lower = QStackedWidget()
        self._lower.addWidget(self.cell)
        self.addWidget(self._lower)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setSizes([460, 300])

    def show_lower(self, details: QWidget | None) -> None:
        """Show what stands behind what is chosen in another view; None is the current cell."""
        if details is not None and self._lower.indexOf(details) < 0:
            self._lower.addWidget(details)
        self._lower.setCurrentWidget(details if details is not None else self.cell)
