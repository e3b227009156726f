"""The centre of the workspace: bar, legend, matrix and totals, or what stands where nothing is compared."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from customs_app.ui.compare.absent import absent, absent_lines
from customs_app.ui.compare.bar import CompareBar
from customs_app.ui.compare.board import Board
from customs_app.ui.compare.few_countries import FewCountries
from customs_app.ui.compare.legend import MatrixLegend
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.shown import Shown
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.tips import plain


class ComparePage(QWidget):
    """Nothing but the bar until the first comparison is there."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.bar = CompareBar(session)
        self.legend = MatrixLegend(session)
        self.board = Board(session)
        self.few = FewCountries(session)
        self.not_shown = QLabel()
        self.not_shown.setTextFormat(Qt.TextFormat.PlainText)
        self.not_shown.setObjectName("compare_not_shown")
        self.not_shown.setProperty("role", "small")
        self.alike = wrapped(role="small")
        self.alike.setObjectName("compare_alike")
        self._stack = QStackedWidget()
        self._lay_out()

    @property
    def compared(self) -> bool:
        """Whether the matrix is in sight."""
        return self._stack.currentIndex() == 1

    def show_answer(self, answer: Answer) -> None:
        """Show what is compared, or the ways to a comparison."""
        words = self._session.words
        self.bar.show_answer(answer)
        missing = tuple(absent(answer))
        text = words.text("Not shown: {countries}", countries=missing) if missing else ""
        self.not_shown.setText(text)
        self.not_shown.setToolTip(plain(absent_lines(answer, words)))
        self.not_shown.setAccessibleName(absent_lines(answer, words))
        self.not_shown.setVisible(bool(missing))
        if answer.comparison is None:
            self.few.show_answer(answer)
        self._stack.setCurrentIndex(2 if answer.comparison is None else 1)
        self.legend.setVisible(answer.comparison is not None)

    def show_alike(self, shown: Shown) -> None:
        """Say what may be ranked, or why nothing is."""
        self.alike.setText("\n".join(shown.alike))

    def _lay_out(self) -> None:
        blank = QFrame()
        blank.setProperty("surface", "base")
        for page in (blank, self._board_page(), self.few):
            self._stack.addWidget(page)
        self._legend_row = QFrame()
        self._legend_row.setProperty("surface", "base")
        row = QHBoxLayout(self._legend_row)
        row.setContentsMargins(12, 0, 12, 4)
        row.setSpacing(16)
        row.addWidget(self.legend, 1)
        row.addStretch()
        row.addWidget(self.not_shown, 0, Qt.AlignmentFlag.AlignTop)
        self.not_shown.setFixedHeight(22)
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
