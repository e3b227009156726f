"""The lower pane: tables about the whole chain, one a tab."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.corridors.cells_model import EMPTY
from customs_app.ui.corridors.cells_table import CellsTable
from customs_app.ui.corridors.looks import TableLook
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.small import Rule


class TablesPane(QWidget):
    """Shows the table of the current tab; `changed` carries the key of another one."""

    changed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        text = session.words.text
        self._looks: tuple[TableLook, ...] = ()
        self._wanted = ""
        self.setObjectName("corridor_tables")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar()
        self.tabs.setObjectName("corridor_tabs")
        self.tabs.setAccessibleName(text("Tables about the chain"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setFont(fonts.font(tokens.SMALL))
        self.table = CellsTable(session, "corridor_documents")
        self.empty = ElidedLabel()
        self.empty.setProperty("role", "second")
        self.says = ElidedLabel()
        self.says.setObjectName("corridor_table_says")
        self.says.setProperty("role", "small")
        self._stack = QStackedWidget()
        self._lay_out(session)
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def key(self) -> str:
        """Key of the current table."""
        at = self.tabs.currentIndex()
        return self._looks[at].key if 0 <= at < len(self._looks) else self._wanted

    def show_tables(self, looks: Sequence[TableLook]) -> None:
        """Show these tables, the tab that was current where it is still there."""
        key = self.key
        blocked = self.tabs.blockSignals(True)
        self._looks = tuple(looks)
        while self.tabs.count() > len(looks):
            self.tabs.removeTab(self.tabs.count() - 1)
        for place, look in enumerate(looks):
            if place >= self.tabs.count():
                self.tabs.addTab("")
            name = look.title.replace("&", "&&")
            if self.tabs.tabText(place) != name:
                self.tabs.setTabText(place, name)
            self.tabs.setTabToolTip(place, look.name)
            self.tabs.setAccessibleTabName(place, look.name)
        at = next((place for place, look in enumerate(looks) if look.key == key), 0)
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(blocked)
        self._show_current()

    def choose(self, key: str) -> None:
        """Make a table current, now or as soon as it is there."""
        self._wanted = key
        at = next((place for place, look in enumerate(self._looks) if look.key == key), -1)
        if at >= 0:
            self.tabs.setCurrentIndex(at)

    def _on_tab(self, _place: int) -> None:
        self._wanted = self.key
        self._show_current()
        self.changed.emit(self.key)

    def _show_current(self) -> None:
        at = self.tabs.currentIndex()
        look = self._looks[at] if 0 <= at < len(self._looks) else EMPTY
        self.table.show_table(look)
        self.says.set_text(look.says)
        self.says.setVisible(bool(look.says))
        self.empty.set_text(look.empty)
        self._stack.setCurrentIndex(0 if look.rows or not look.empty else 1)

    def _lay_out(self, session: Session) -> None:
        blank = QWidget()
        inner = QVBoxLayout(blank)
        inner.setContentsMargins(12, 12, 12, 12)
        inner.addWidget(self.empty)
        inner.addStretch()
        self._stack.addWidget(self.table)
        self._stack.addWidget(blank)
        strip = QWidget()
        strip.setProperty("surface", "window")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(strip)
        row.setContentsMargins(6, 3, 6, 0)
        row.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 12, 3)
        foot.addWidget(self.says)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(Rule(session.palette))
        column.addWidget(self._stack, 1)
        column.addWidget(Rule(session.palette))
        column.addLayout(foot)
