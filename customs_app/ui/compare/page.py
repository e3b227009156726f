"""The centre of the workspace: bar, legend, and the view of the current tab."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from customs_app.ui.compare.bar import CompareBar
from customs_app.ui.compare.board import Board
from customs_app.ui.compare.few_countries import FewCountries
from customs_app.ui.compare.legend import MatrixLegend
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.shown import Shown
from customs_app.ui.compare.tabs import MAKERS, Tab, TabPage
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped


class ComparePage(QWidget):
    """Nothing but the bar until the first comparison is there.

    `made` carries a TabPage that was built; `turned` when another tab is in sight.
    """

    made = Signal(object)
    turned = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.bar = CompareBar(session)
        self.legend = MatrixLegend(session)
        self.board = Board(session)
        self.few = FewCountries(session)
        self.alike = wrapped(role="small")
        self.alike.setObjectName("compare_alike")
        self.tab = Tab.MATRIX
        self.pages: dict[Tab, TabPage] = {}
        self._kept: dict[str, Mapping[str, object]] = {}
        self._answer: Answer | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self.bar.tab_chosen.connect(self.show_tab)

    @property
    def compared(self) -> bool:
        """Whether the matrix is in sight."""
        return self._stack.currentIndex() == 1

    @property
    def other(self) -> TabPage | None:
        """What is in sight instead of the matrix; None where it is the matrix."""
        return self.pages.get(self.tab)

    def show_answer(self, answer: Answer) -> None:
        """Show what is compared, or the ways to a comparison."""
        self._answer = answer
        self.bar.show_answer(answer)
        if answer.comparison is None:
            self.few.show_answer(answer)
        self._show()

    def show_alike(self, shown: Shown) -> None:
        """Say what may be ranked, or why nothing is."""
        self.alike.setText("\n".join(shown.alike))

    def show_tab(self, tab: Tab) -> None:
        """Show another view of the comparison."""
        if tab is self.tab:
            return
        self.tab = tab
        if tab in MAKERS and tab not in self.pages:
            page = self.pages[tab] = MAKERS[tab](self._session)
            self._stack.addWidget(page)
            page.restore_state(self._kept.get(tab, {}))
            self.made.emit(page)
        self.bar.show_tab(tab)
        self._show()
        self.turned.emit()

    def forget(self) -> None:
        """Have the other views read anew: the catalogue has changed."""
        for page in self.pages.values():
            page.forget()

    def show_again(self) -> None:
        """Show the current answer again, where a view has forgotten it."""
        if self._answer is not None and self.other is not None:
            self.other.show_answer(self._answer)

    def keep(self, states: object) -> None:
        """Have the views open again what they had open, by tab, as soon as they are built."""
        if isinstance(states, dict):
            self._kept = {str(tab): state for tab, state in states.items() if isinstance(state, dict)}

    def states(self) -> Mapping[str, object]:
        """What the views have open, by tab; of those that were not built what was kept."""
        return {**self._kept, **{str(tab): dict(page.save_state()) for tab, page in self.pages.items()}}

    def _show(self) -> None:
        answer, page = self._answer, self.other
        compared = answer is not None and answer.comparison is not None
        self._legend_row.setVisible(page is None and compared)
        if page is not None:
            self._stack.setCurrentWidget(page)
            if answer is not None:
                page.show_answer(answer)
        elif answer is not None:
            self._stack.setCurrentIndex(1 if compared else 2)

    def _lay_out(self) -> None:
        blank = QFrame()
        blank.setProperty("surface", "base")
        for page in (blank, self._board_page(), self.few):
            self._stack.addWidget(page)
        self._legend_row = QFrame()
        self._legend_row.setProperty("surface", "base")
        row = QHBoxLayout(self._legend_row)
        row.setContentsMargins(12, 0, 12, 4)
        row.addWidget(self.legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._legend_row)
        column.addWidget(self._stack, 1)

    def _board_page(self) -> QWidget:
        page, strip = QWidget(), QFrame()
        strip.setProperty("surface", "panel")
        row = QHBoxLayout(strip)
        row.setContentsMargins(8, 5, 12, 5)
        row.setSpacing(6)
        sign = QLabel()
        palette = self._session.palette
        sign.setPixmap(icon_pixmap("equal-not", palette.text2, 14, self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.alike, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.board, 1)
        column.addWidget(strip)
        return page
