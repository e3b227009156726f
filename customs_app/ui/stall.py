"""Measures how long the event loop stood still, and what it was doing then."""

import sys
import threading
import time
import traceback
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, Qt, QTimer

from customs_app.ui.garbage import collect_on_gui_thread

_TICK_MS = 2


class StallWatch(QObject):
    """Between `start` and `stop` (or inside a `with`) notes the longest time between two turns of the loop.

    `longest_ms` is that time, less the timer's own beat. `where` is the stack of the GUI thread in the
    middle of the longest stall over `over_ms`, "" where there was none. The loop has to turn before and
    after what is measured.
    """

    def __init__(self, over_ms: float = 50.0) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self.where = ""
        self._over_s = over_ms / 1000
        self._last = 0.0
        self._sampled: tuple[float, str] = (0.0, "")
        self._gui_thread = threading.get_ident()
        self._ended = threading.Event()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._watch = threading.Thread(target=self._look, name="stall watch", daemon=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Begin to watch."""
        collect_on_gui_thread()
        self._last = time.perf_counter()
        self._timer.start()
        self._watch.start()

    def stop(self) -> None:
        """End watching; what has gone since the last turn of the loop counts too."""
        self._tick()
        self._timer.stop()
        self._ended.set()
        self._watch.join()

    def _tick(self) -> None:
        now = time.perf_counter()
        stall = (now - self._last) * 1000 - _TICK_MS
        if stall > self.longest_ms:
            self.longest_ms = stall
            began, stack = self._sampled
            self.where = stack if began == self._last else ""
        self._last = now

    def _look(self) -> None:
        while not self._ended.wait(self._over_s / 4):
            began = self._last
            if time.perf_counter() - began > self._over_s and self._sampled[0] != began:
                frame = sys._current_frames().get(self._gui_thread)  # noqa: SLF001 - the documented way
                if frame is not None:
                    self._sampled = began, "".join(traceback.format_stack(frame, limit=12))
