"""The totals of both sides below the lists, each under its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from customs_app.domain.procedure import Step
from customs_app.figures.signs import Covered, coverage_strip
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer, Side
from customs_app.reports.pair.lines import side_name
from customs_app.reports.pair.wording import (
    alike_text,
    basis_text,
    elapsed_text,
    more_text,
    totals_note,
    unlike,
)
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import ElidedLabel, SignLabel, wrapped
from customs_app.ui.widgets.tips import plain


class PairTotals(QFrame):
    """Elapsed time with what it rests on, fees and documents; between them whether both may be subtracted."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("pair_totals")
        self.setProperty("surface", "panel")
        self.setAccessibleName(session.words.text("Totals of both procedures"))
        self.left, self.right = _SideTotals(session, LEFT), _SideTotals(session, RIGHT)
        self.note = wrapped(role="second")
        self.note.setObjectName("pair_note")
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.alike = ElidedLabel()
        self.alike.setObjectName("pair_alike")
        self.alike.setProperty("role", "small")
        between = QWidget()
        column = QVBoxLayout(between)
        column.setContentsMargins(4, 2, 4, 0)
        column.setSpacing(2)
        column.addWidget(self._sign)
        column.addWidget(self.note)
        column.addStretch()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 6, 0, 6)
        self._grid.setSpacing(0)
        for place, widget in enumerate((self.left, between, self.right)):
            self._grid.addWidget(widget, 0, place)
        below = QHBoxLayout()
        below.setContentsMargins(12, 3, 12, 0)
        below.addWidget(self.alike, 1)
        self._grid.addLayout(below, 1, 0, 1, 3)

    def show_answer(self, answer: Answer) -> None:
        """Show the totals of both sides."""
        words, palette = self._session.words, self._session.palette
        self.left.show_side(answer, answer.left)
        self.right.show_side(answer, answer.right)
        bad = unlike(answer)
        self.note.setText(totals_note(answer, words))
        self.note.setProperty("role", "warn" if bad else "second")
        self.note.style().polish(self.note)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icon_pixmap("equal-not", palette.warn, 14, ratio))
        self._sign.setVisible(bad)
        text = alike_text(answer, words)
        self.alike.set_text(text)
        self.alike.setVisible(bool(text))

    def take_widths(self, left: int, between: int, right: int) -> None:
        """Stand in the columns of the lists."""
        for place, width in enumerate((left, between, right)):
            self._grid.setColumnMinimumWidth(place, width)
            self._grid.setColumnStretch(place, width)


class _SideTotals(QWidget):
    def __init__(self, session: Session, side: str) -> None:
        super().__init__()
        self._session, self._side = session, side
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.caption = ElidedLabel(session.words.text("Elapsed, along the longest path"))
        self.caption.setProperty("role", "caption")
        self.elapsed = QLabel()
        self.elapsed.setObjectName(f"pair_elapsed_{side}")
        self.elapsed.setProperty("role", "lead")
        self.basis = ElidedLabel()
        self.basis.setObjectName(f"pair_basis_{side}")
        self.basis.setProperty("role", "second")
        self._strip = QHBoxLayout()
        self.more = ElidedLabel()
        self.more.setObjectName(f"pair_more_{side}")
        self.more.setProperty("role", "small")
        above, first = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.caption, 1)
        above.addLayout(self._strip)
        first.setSpacing(8)
        first.addWidget(self.elapsed)
        first.addWidget(self.basis, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 8, 0)
        column.setSpacing(1)
        column.addLayout(above)
        column.addLayout(first)
        column.addWidget(self.more)

    def show_side(self, answer: Answer, side: Side) -> None:
        """Show the totals of a side."""
        words = self._session.words
        self.elapsed.setText(elapsed_text(side, words))
        basis = basis_text(side, words)
        self.basis.set_text(basis)
        self.more.set_text(more_text(side, words))
        name = side_name(answer, self._side, words)
        spoken = f"{name}: {self.elapsed.text()}, {self.basis.full_text}, {self.more.full_text}"
        self.setAccessibleName(spoken)
        self.setToolTip(plain(spoken))
        while (item := self._strip.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        cells = [_covered(step, side) for step in side.steps]
        self._strip.addWidget(SignLabel(coverage_strip(cells, self._session.palette, basis)))


def _covered(step: Step, side: Side) -> Covered:
    if step.id in side.inside:
        return Covered.INSIDE
    time = side.times.get(step.id)
    return Covered.OWN if time is not None and time.covered else Covered.UNKNOWN
