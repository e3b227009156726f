"""A start of the application on a catalogue by its own command, that ends when steps have been painted."""

import sys

from customs_app.cli import main as start
from customs_app.ui.start import load_window


def main() -> int:
    """Start on the catalogue named on the command line, until its first painting."""
    load_window()  # as the command does, which comes too late for what is imported here

    from PySide6.QtCore import QRect  # noqa: PLC0415
    from PySide6.QtWidgets import QAbstractItemView  # noqa: PLC0415

    from benchmarks.floor_window import EndAtPaint  # noqa: PLC0415 - brings Qt
    from customs_app.ui import app  # noqa: PLC0415

    class Once(app.Shell):
        """Ends when the steps of a procedure stand on the screen."""

        def _show_window(self, place: QRect | None = None) -> None:
            super()._show_window(place)
            if self.window is None:
                raise RuntimeError("the window did not open")
            view = self.window.findChild(QAbstractItemView, "steps_table")
            if view is None:
                raise RuntimeError("there is no table of steps")
            self._end = EndAtPaint(view)

    app.Shell = Once  # type: ignore[misc] - what the command starts
    return start(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
