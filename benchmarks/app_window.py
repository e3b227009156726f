"""A start of the application on a catalogue by its own command, that ends when steps have been painted."""

import os
import sys
from typing import NoReturn

from customs_app.cli import main as start
from customs_app.ui.start import load_window

_LIMIT_MS = 60_000


def _end(why: str) -> NoReturn:
    """End at once, whatever dialog stands open, and say why."""
    print(f"app_window: {why}", file=sys.stderr, flush=True)
    os._exit(1)


def main() -> int:
    """Start on the catalogue named on the command line, until its first painting."""
    load_window()  # as the command does, which comes too late for what is imported here

    from PySide6.QtCore import QRect, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QAbstractItemView, QWidget  # noqa: PLC0415

    from benchmarks.floor_window import EndAtPaint  # noqa: PLC0415 - brings Qt
    from customs_app.ui import app  # noqa: PLC0415

    class Once(app.Shell):
        """Ends when the steps of a procedure stand on the screen."""

        def _show_window(self, place: QRect | None = None) -> None:
            super()._show_window(place)
            view = self.window and self.window.findChild(QAbstractItemView, "steps_table")
            if view is None:
                _end("there is no table of steps")
            self._end = EndAtPaint(view)
            QTimer.singleShot(_LIMIT_MS, self, lambda: _end("no steps were painted in time"))

        def _say_cannot_open(self, text: str, parent: QWidget | None = None) -> None:  # noqa: ARG002
            _end(text)

    app.Shell = Once  # type: ignore[misc] - what the command starts
    return start(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
