"""Looks for findings beside the event loop, once it is idle, and keeps them until the catalogue changes."""

import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.errors import CatalogueError
from customs_app.domain.review import Finding
from customs_app.ui.garbage import collect_on_gui_thread

_IDLE_MS = 250
Found = Mapping[str, Sequence[Finding]]


class _Relay(QObject):
    """Carries what the thread found to the thread of the window; lives as long as that thread."""

    found = Signal(int, object)


class FindingsLoader(QObject):
    """Findings of all procedures, by procedure. `loaded` when they are there, or there anew."""

    loaded = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        collect_on_gui_thread()
        self._path: Path | None = None
        self._turn = 0
        self._found: Found | None = None
        self._idle = QTimer(self, interval=_IDLE_MS, singleShot=True)
        self._idle.timeout.connect(self._start)

    def ask(self, path: Path) -> None:
        """The catalogue at this path has changed: look again as soon as the window is idle."""
        self._path = path
        self._turn += 1
        self._idle.start()

    def of(self, procedure_id: str) -> Sequence[Finding] | None:
        """Findings of a procedure; None as long as none were looked for. Old ones stay until new come."""
        return None if self._found is None else self._found.get(procedure_id, ())

    def _start(self) -> None:
        if self._path is None:
            return
        relay = _Relay()
        relay.found.connect(self._take)
        threading.Thread(
            target=_look, args=(self._path, self._turn, relay), name="findings", daemon=True
        ).start()

    def _take(self, turn: int, found: Found) -> None:
        if turn != self._turn:
            return  # the catalogue has changed since; a newer search is under way
        self._found = found
        self.loaded.emit()


def _look(path: Path, turn: int, relay: _Relay) -> None:
    from customs_app.analysis.findings import findings  # noqa: PLC0415 - brings all the rules

    try:
        with open_catalogue(path, read_only=True) as catalogue:
            procedures, reference = catalogue.full_procedures(), catalogue.reference()
    except CatalogueError:
        return  # whoever works in the window is told by the window's own connection
    by_procedure: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings(procedures, reference):
        by_procedure[finding.procedure].append(finding)
    relay.found.emit(turn, dict(by_procedure))
