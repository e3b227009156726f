"""The lower half of the effect: its parts under their tabs, or a sentence where a part is empty."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from customs_app.ui.session import Session
from customs_app.ui.widgets.empty import EmptyState

CHANGES, PICTURE, SURE, RANKING, YEAR = range(5)


class Parts(QWidget):
    """`changed` when another part is chosen."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        text = session.words.text
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("effect_tabs")
        self.tabs.setAccessibleName(text("Parts of the effect"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        first = (text("Changes"), text("Picture"))
        for name in (*first, text("How sure"), text("Findings by saving"), text("In a year")):
            self.tabs.addTab(name)
        self.stack = QStackedWidget(self)
        self.none = EmptyState("")
        self.stack.addWidget(self.none)
        self._of: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(lambda _at: self.changed.emit())

    @property
    def current(self) -> int:
        """CHANGES, PICTURE, SURE, RANKING or YEAR."""
        return self.tabs.currentIndex()

    def add(self, parts: Sequence[QWidget]) -> None:
        """Take the parts, in the order of their tabs."""
        for part in parts:
            self.stack.addWidget(part)
            self._of.append(part)

    def show_part(self, why: str) -> None:
        """Show the part of the current tab, or a sentence that says why there is nothing in it."""
        if why:
            self.none.set_sentence(why)
            self.stack.setCurrentWidget(self.none)
        elif self.current < len(self._of):
            self.stack.setCurrentWidget(self._of[self.current])

    def offer(self, *, one: bool) -> None:
        """Offer all parts for one procedure, the ranking alone for several."""
        for tab in (CHANGES, PICTURE, SURE, YEAR):
            self.tabs.setTabVisible(tab, one)
        if not one:
            self.tabs.setCurrentIndex(RANKING)

    def go_on(self) -> None:
        """Choose the next part that is offered."""
        shown = [at for at in range(self.tabs.count()) if self.tabs.isTabVisible(at)]
        place = shown.index(self.current) + 1
        self.tabs.setCurrentIndex(shown[place % len(shown)])


def scrolled(inner: QWidget) -> QScrollArea:
    """A part that is scrolled upright where there is too little room for it."""
    area = QScrollArea()
    area.setAccessibleName(inner.accessibleName())
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
