"""Has findings looked for beside the event loop, when they are asked for and somebody looks."""

from PySide6.QtCore import QObject, QTimer, Signal

from customs_app.domain.text import Message
from customs_app.ui.garbage import collect_on_gui_thread
from customs_app.ui.review.loaded import Loaded, load
from customs_app.ui.session import Session
from customs_app.ui.tasks import run_task

_DEBOUNCE_MS = 300


class Finder(QObject):
    """`found` carries what was Loaded. What was found before stays until then; `failed` a Message."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self._stale, self._watched, self._busy = True, False, False
        self._wait = QTimer(self, interval=_DEBOUNCE_MS, singleShot=True)
        self._wait.timeout.connect(self._start)
        collect_on_gui_thread()

    @property
    def stale(self) -> bool:
        """Whether what was found may no longer hold."""
        return self._stale

    def watch(self, *, watched: bool) -> None:
        """Somebody looks, or no longer looks: only then are findings looked for."""
        self._watched = watched
        if watched and self._stale:
            self._wait.start(0)

    def ask(self) -> None:
        """The catalogue has changed: look again soon, once for several changes."""
        self._stale = True
        if self._watched:
            self._wait.start(_DEBOUNCE_MS)

    def _start(self) -> None:
        if self._busy or not self._stale or not self._watched:
            return
        self._stale, self._busy = False, True
        path = self.session.catalogue.path

        def done(loaded: object) -> None:
            self._busy = False
            # Another file may have been opened meanwhile.
            if isinstance(loaded, Loaded) and path == self.session.catalogue.path:
                self.found.emit(loaded)
            if self._stale:
                self._wait.start(0)

        def failed(message: Message) -> None:
            self._busy = False
            self.failed.emit(message)

        run_task(self, load, done, failed, title=self.session.words.text("Looking for findings"))
