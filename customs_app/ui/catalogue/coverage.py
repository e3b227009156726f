"""A total's coverage: its words, and a strip with one cell a step that lists the steps without a value."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from customs_app.domain.procedure import Step
from customs_app.domain.record import record
from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.signs import Covered, coverage_strip
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain

_WIDEST, _NARROWEST = 132, 64


@record(frozen=True, slots=True)
class Cells:
    """The steps of a case in order, and how each is covered."""

    steps: tuple[Step, ...]
    covered: tuple[Covered, ...]

    @property
    def unknown(self) -> tuple[Step, ...]:
        """The steps that have no value."""
        pairs = zip(self.steps, self.covered, strict=True)
        return tuple(step for step, how in pairs if how is Covered.UNKNOWN)


class CoverageField(QWidget):
    """`Time 9 of 15` and its strip; `chosen` carries the id of a step picked from those without a value."""

    chosen = Signal(str)

    def __init__(self, session: Session, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._words, self._title = session, session.words, title
        self._cells = Cells((), ())
        self._label = QLabel(self)
        self._label.setObjectName(f"coverage_{name}_text")
        self._label.setProperty("role", "heading")
        self.strip = _Strip(self)
        self.strip.setObjectName(f"coverage_{name}")
        self.strip.clicked.connect(self._list_unknown)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.strip)

    def show_cells(self, cells: Cells, n: int) -> None:
        """Show how many steps (`n`) carry a value, and which."""
        words = self._words
        self._cells = cells
        of = len(cells.steps)
        self._label.setText(words.text("{what} {n} of {of}", what=self._title, n=n, of=of))
        says = words.text(
            "{what}: {n} of {of} steps have a value. Full: own value, hatched: inside an aggregate, "
            "outline: unknown. A click lists the steps without a value.",
            what=self._title, n=n, of=of,
        )  # fmt: skip
        self.strip.show_drawing(coverage_strip(cells.covered, self._session.palette, says))
        self.strip.setEnabled(bool(cells.unknown))

    def unknown_menu(self) -> QMenu:
        """The steps without a value, each leading to its row."""
        menu = QMenu(self)
        menu.setObjectName("coverage_unknown")
        for step in self._cells.unknown:
            action = QAction(f"{step.seq}  {step.title[self._words.language]}", menu)
            action.triggered.connect(lambda _checked=False, step_id=step.id: self.chosen.emit(step_id))
            menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _list_unknown(self) -> None:
        menu = self.unknown_menu()
        menu.popup(self.strip.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


class _Strip(QToolButton):
    """The strip itself, as a button without a frame."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing: Drawing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another strip."""
        self._drawing = drawing
        self.setToolTip(plain(drawing.says))
        self.setAccessibleName(drawing.says)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As long as its cells, up to what there is room for."""
        width = self._drawing.width if self._drawing else 0.0
        return QSize(round(min(width, _WIDEST)) + 6, 18)

    def minimumSizeHint(self) -> QSize:
        """In a narrow window the cells become narrower."""
        return QSize(min(self.sizeHint().width(), _NARROWEST), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button's frame where it has the focus, and the strip."""
        super().paintEvent(event)
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.translate(3, (self.height() - self._drawing.height) / 2)
        painter.scale(min(1.0, (self.width() - 6) / self._drawing.width), 1)
        paint(painter, QRectF(0, 0, self._drawing.width, self._drawing.height), self._drawing)
        painter.end()


def covered_by(steps: Sequence[Step], inside: frozenset[str], known: frozenset[str]) -> Cells:
    """Cells of a case's steps: those inside an aggregate, those with a value, and the rest."""
    return Cells(
        tuple(steps),
        tuple(
            Covered.INSIDE if step.id in inside else Covered.OWN if step.id in known else Covered.UNKNOWN
            for step in steps
        ),
    )
