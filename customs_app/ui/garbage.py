"""Lets Python collect its garbage on the GUI thread alone.

By itself Python collects in whichever thread fills its counters. Where that is a worker, windows that
were closed a while ago are destroyed there, and Qt ends the program.
"""

import gc
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

_EVERY_MS = 200
_YOUNG, _MIDDLE, _OLD = 700, 10, 10
_QUIET_TURNS = 5
_HANDS_REST_S = 1.5
_BY_HAND = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.MouseMove, QEvent.Type.Wheel),
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
    }
)


class _Collector(QObject):
    """Collects at turns of the event loop, by the thresholds that Python has of itself.

    Among what is new it looks while there is work; through what has stayed, which takes up to a tenth
    of a second after large work, only when nothing new has been made for a second and nobody has touched
    a key or the mouse for a little longer: no letter waits for it.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._quiet = 0
        self._touched = 0.0
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note when something was last touched; a window gets few events that are not that."""
        if event.type() in _BY_HAND:
            self._touched = time.monotonic()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time changes nothing

    def _collect(self) -> None:
        young, middle, old = gc.get_count()
        if young > _YOUNG:
            self._quiet = 0
            gc.collect(0)
            return
        self._quiet += 1
        rests = time.monotonic() - self._touched > _HANDS_REST_S
        if rests and self._quiet > _QUIET_TURNS and middle > _MIDDLE:
            gc.collect(2 if old > _OLD else 1)


def collect_on_gui_thread() -> None:
    """Collect on this thread from now on, and on no other; whoever starts a thread asks for it before.

    A second time costs nothing. Without an application there are no windows to guard, and nothing changes.
    """
    app = QCoreApplication.instance()
    if app is None or app.findChild(_Collector) is not None:
        return
    gc.disable()
    _Collector(app)


def keep_what_is_loaded() -> None:
    """Leave classes, functions and tables of the modules that are loaded out of every later collection.

    Looking through them takes many times as long as through all that a day's work leaves behind.
    """
    gc.freeze()
