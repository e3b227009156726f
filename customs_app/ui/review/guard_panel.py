"""Opens before a step is removed: which risk it controls, and what still covers it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.analysis.guard import GuardRow, guard, risk_label
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.step_names import step_names
from customs_app.ui.widgets.labels import wrapped

_EDGE = 4


class GuardPanel(QWidget):
    """One line for each risk; a sole safeguard is said in words and makes the reason compulsory."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words, self._palette = session, session.words, session.palette
        self._shown: tuple[FullProcedure, Step] | None = None
        self.sole_safeguard = False
        self.setObjectName("guard_panel")
        self._picture = QLabel()
        self._picture.setPixmap(icon_pixmap("shield-alert", self._palette.warn, 18, self.devicePixelRatioF()))
        self._title = wrapped()
        self._title.setObjectName("guard_title")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._why = QLabel(self._words.text("shown because “Remove” is chosen"))
        self._why.setProperty("role", "small")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(2, 1)
        self._cells: list[QWidget] = []
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(5)
        column.addLayout(head)
        column.addLayout(self._grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE + 10, 9, 12, 9)
        row.setSpacing(9)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.hide()

    def show_step(self, full: FullProcedure, step: Step) -> None:
        """Show the risks of a step in its procedure."""
        if self._shown is not None and self._shown[0] is full and self._shown[1] is step:
            return
        self._shown = (full, step)
        words = self._words
        while self._cells:
            cell = self._cells.pop()
            cell.hide()
            cell.deleteLater()
        rows = guard(full, step.id)
        self.sole_safeguard = any(row.sole for row in rows)
        if rows:
            title = words.text("Before step {n} is removed: which risk does it control?", n=str(step.seq))
        else:
            title = words.text("Step {n} controls none of the known risks.", n=str(step.seq))
        self._title.setText(title)
        said = [title]
        for place, row in enumerate(rows):
            said.append(self._put(place, full, row))
        self.setAccessibleName("\n".join(said))
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, its border and the thick edge at the left."""
        painter = QPainter(self)
        colours = self._palette
        painter.fillRect(self.rect(), QColor(colours.warnbg))
        painter.setPen(QColor(colours.warn))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(0, 0, _EDGE, self.height(), QColor(colours.warn))
        painter.end()

    def _put(self, place: int, full: FullProcedure, row: GuardRow) -> str:
        risk = wrapped(risk_label(row.risk, self._words))
        risk.setWordWrap(False)
        picture = QLabel()
        name, colour = ("triangle-alert", self._palette.bad) if row.sole else ("check", self._palette.good)
        picture.setPixmap(icon_pixmap(name, colour, 14, self.devicePixelRatioF()))
        says = wrapped(self._says(full, row), role="bad" if row.sole else "")
        says.setObjectName(f"guard_{row.risk.value}")
        top = Qt.AlignmentFlag.AlignTop
        for column, cell in enumerate((risk, picture, says)):
            self._cells.append(cell)
            if cell is says:
                self._grid.addWidget(cell, place, column)
            else:
                self._grid.addWidget(cell, place, column, top)
        return f"{risk.text()}: {says.text()}"

    def _says(self, full: FullProcedure, row: GuardRow) -> str:
        words = self._words
        if not row.sole:
            return words.text("still covered: {steps}", steps=step_names(row.covered_by, full, words))
        if row.sometimes_by:
            steps = step_names(row.sometimes_by, full, words)
            return words.text(
                "no other step always covers it; only sometimes: {steps}. A reason is needed.", steps=steps
            )
        return words.text("no other step of the procedure covers it. A reason is needed.")
