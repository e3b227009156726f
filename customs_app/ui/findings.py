"""The findings of the rules, looked for once after each change for all views that show them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from customs_app.catalogue.results import Changes
from customs_app.domain.errors import CustomsError
from customs_app.ui.newest import Desk, Newest

if TYPE_CHECKING:
    from customs_app.ui.loaded import Loaded
    from customs_app.ui.session import Session

_CALM_MS = 250
_OPINIONS = frozenset(
    {
        "comment", "decision", "dismissal", "dissent", "mark", "meeting", "note", "proposal", "round",
        "binding", "pin", "proposal_head", "proposal_measure", "proposal_text", "proposal_terms",
        "proposal_act", "proposal_standpoint", "proposal_comment",
    }
)  # fmt: skip
"""Tables of which no rule reads: findings stay as they are."""


class Findings(QObject):
    """What the rules find in the open catalogue, as long as somebody looks.

    `found` carries what was Loaded; what was found before stays until then. `failed` carries the Message
    of a file that could not be read.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._known: Loaded | None = None
        self._path: Path | None = None
        self._stale = True
        self._watchers: set[int] = set()
        self._calm = QTimer(self, interval=_CALM_MS, singleShot=True)
        self._calm.timeout.connect(self._look)
        self._newest = Newest(self, "findings", _look)
        self._newest.answered.connect(self._on_found)
        self._newest.failed.connect(self._on_failed)
        session.changed.connect(self._on_changed)

    @property
    def known(self) -> "Loaded | None":
        """What was found last in the open catalogue; None as long as nothing was."""
        return self._known if self._path == self._session.catalogue.path else None

    def watch(self, who: QObject, *, at_once: bool = False) -> None:
        """Somebody looks from now on; findings are looked for when the window is calm, or at once."""
        if id(who) not in self._watchers:
            self._watchers.add(id(who))
            who.destroyed.connect(partial(self._watchers.discard, id(who)))
        if self._stale and not self._newest.busy:
            self._calm.start(0 if at_once else _CALM_MS)

    def leave(self, who: QObject) -> None:
        """Somebody no longer looks."""
        self._watchers.discard(id(who))

    def _on_changed(self, changes: Changes | None) -> None:
        if changes is not None and not changes.tables - _OPINIONS:
            return
        self._stale = True
        self._newest.forget()
        if self._watchers:
            self._calm.start(_CALM_MS)

    def _look(self) -> None:
        if self._stale and self._watchers:
            self._path = self._session.catalogue.path
            self._newest.ask(self._path)

    def _on_found(self, loaded: "Loaded") -> None:
        self._stale = False
        self._known = loaded
        self.found.emit(loaded)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CustomsError):
            raise error
        self.failed.emit(error.message)


def _look(path: Path, desk: Desk) -> "Loaded":
    from customs_app.ui.loaded import load  # noqa: PLC0415 - brings all the rules

    return load(path, lambda _done, _of: desk.go_on())
