"""Work of the window that is done in parts, one a turn of the event loop, so that none holds it up."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

Part = Callable[[], object]


class Turns(QObject):
    """Does the newest parts in their order; those of older work that are left are no longer wanted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._do_next)

    @property
    def busy(self) -> bool:
        """Whether parts are left."""
        return bool(self._parts)

    def do(self, parts: Sequence[Part]) -> None:
        """Do these, beginning at the next turn."""
        self._parts = list(parts)
        self._timer.start()

    def finish(self) -> None:
        """Do what is left now."""
        while self._parts:
            self._parts.pop(0)()

    def _do_next(self) -> None:
        if self._parts:
            self._parts.pop(0)()
        if self._parts:
            self._timer.start()
