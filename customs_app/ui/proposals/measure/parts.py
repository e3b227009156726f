"""The base of the parts of a measure: a band with what stands in it, and rows that are shown again."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band

_W = TypeVar("_W", bound=QWidget)
_A_TURN = 2


class Gradually(QObject):
    """Does many small things, a few at once and the others in the next turns of the event loop."""

    def __init__(self, parent: QObject, *, at_once: int) -> None:
        super().__init__(parent)
        self._left: Iterator[Callable[[], object]] = iter(())
        self._at_once = at_once
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(lambda: self._do(_A_TURN))

    @property
    def busy(self) -> bool:
        """Whether something is left to do."""
        return self._turn.isActive()

    def do(self, works: Iterable[Callable[[], object]]) -> None:
        """Begin with these; what is left of earlier ones is dropped."""
        self._turn.stop()
        self._left = iter(works)
        self._do(self._at_once)

    def _do(self, n: int) -> None:
        works = list(islice(self._left, n))
        for work in works:
            work()
        if len(works) == n:
            self._turn.start()


class Pool(Generic[_W]):
    """Rows that are made once and shown again: dressing new ones would be felt at every key."""

    def __init__(self, column: QVBoxLayout, make: Callable[[], _W]) -> None:
        self._column, self._make = column, make
        self._rows: list[_W] = []

    def row(self, place: int) -> _W:
        """The row at a place, shown."""
        while len(self._rows) <= place:
            row = self._make()
            self._rows.append(row)
            self._column.addWidget(row)
        self._rows[place].show()
        return self._rows[place]

    def hide_from(self, place: int) -> None:
        """Hide the rows from a place on."""
        for row in self._rows[place:]:
            row.hide()


class DetailPart(QWidget):
    """A band, and the `body` below it."""

    def __init__(self, session: Session, name: str, title: str) -> None:
        super().__init__()
        self.session, self.words = session, session.words
        self.setObjectName(f"measure_{name}")
        self.band = Band(session, title)
        self.body = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.body)
