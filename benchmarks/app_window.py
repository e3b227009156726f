"""A start of the application on a catalogue, that ends when the table of steps has been painted."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QApplication

from benchmarks.floor_window import EndAtPaint
from customs_app.ui.app import Shell
from customs_app.ui.settings import load


class Once(Shell):
    """Ends when the steps of a procedure stand on the screen."""

    def _show_window(self) -> None:
        super()._show_window()
        if self.window is None:
            raise RuntimeError("the window did not open")
        view = self.window.findChild(QAbstractItemView, "steps_table")
        if view is None:
            raise RuntimeError("there is no table of steps")
        self._end = EndAtPaint(view)


def main() -> int:
    """Start on the catalogue named on the command line, until its first painting."""
    app = QApplication(sys.argv)
    settings = load()
    settings.asked_who, settings.workspace = True, "catalogue"
    shell = Once(app, settings)
    shell.start(Path(sys.argv[1]))
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
