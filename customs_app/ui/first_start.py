"""The first start: the user's own catalogue is built beside the event loop, with its progress shown."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from customs_app.catalogue.file import create
from customs_app.domain.errors import CustomsError
from customs_app.language.words import Words
from customs_app.ui.garbage import collect_on_gui_thread


class Building(QObject):
    """Builds a catalogue on a thread of its own; `done` carries None or the CustomsError that stopped it."""

    progressed = Signal(int, int)
    done = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._thread = threading.Thread(target=self._work, name="customs-app first start", daemon=True)

    def start(self) -> None:
        """Begin."""
        collect_on_gui_thread()
        self._thread.start()

    def _progress(self, done: int, of: int) -> None:
        self.progressed.emit(done, of)

    def _work(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            create(self._path, progress=self._progress)
        except CustomsError as error:
            self.done.emit(error)
        except OSError as error:
            self.done.emit(error)
        else:
            self.done.emit(None)


class StartWindow(QWidget):
    """A sentence and a progress bar, until the catalogue stands."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("first_start")
        self.setWindowTitle(words.text("Catalogue of customs procedures"))
        self.setFixedSize(440, 120)
        label = QLabel(words.text("Your catalogue is being built from the starting content…"))
        label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.text("Progress"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.bar)

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it has come."""
        self.bar.setRange(0, of)
        self.bar.setValue(done)
