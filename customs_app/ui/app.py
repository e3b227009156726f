"""Starts the application, and owns the session and the window from then on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMargins, QObject, QRect, QSize, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.errors import CustomsError
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.paths import default_catalogue
from customs_app.ui import fonts, theme
from customs_app.ui.garbage import collect_on_gui_thread, keep_what_is_loaded
from customs_app.ui.main_window import MainWindow
from customs_app.ui.session import NOBODY, Session
from customs_app.ui.settings import Settings, load
from customs_app.ui.workspaces import entry_of, load_modules

if TYPE_CHECKING:
    from customs_app.ui.first_start import Building, StartWindow

_QT_LANGUAGES = {Language.RU: "ru", Language.ZH: "zh_CN"}
# The worker gives way to the window every half millisecond instead of every five.
_SWITCH_S = 0.0005
_LOAD_EVERY_MS = 50
# What a desktop puts around a window, at most; it cannot be asked before the window stands.
_FRAME = QMargins(8, 40, 8, 8)
_LEAST_SCREEN = 1024


class Shell(QObject):
    """Holds the session and its window; builds the window anew when language or theme change."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self.app, self.settings = app, settings
        self.session: Session | None = None
        self.window: MainWindow | None = None
        self._start_window: StartWindow | None = None
        self._building: Building | None = None
        self._translator: QTranslator | None = None
        self._later: Iterator[object] = chain(map(fonts.load, fonts.later()), load_modules())
        self.language = chosen_language(settings)
        app.setQuitOnLastWindowClosed(False)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def start(self, path: Path | None = None) -> None:
        """Open a file, or the last one, or the user's own catalogue, which is built at the first start."""
        fonts.load_first(self.language)
        self._dress()
        last = Path(self.settings.last_file) if self.settings.last_file else None
        wanted = path or (last if last is not None and last.is_file() else default_catalogue())
        if path is None and not wanted.exists():
            self._build(wanted)
            return
        self._open_first(wanted, fall_back=path is None)

    def open_file(self, path: Path) -> None:
        """Open another catalogue in the window that stands; a file that cannot be opened changes nothing."""
        if self.session is None:
            return
        try:
            catalogue = open_catalogue(path)
        except CustomsError as error:
            self.session.tell(error.message, bad=True)
            return
        if self.window is not None:
            self.window.commit_edits()
        self.settings.opened(path)
        self.settings.save()
        self.session.open(catalogue)

    def set_language(self, language: Language) -> None:
        """Word the whole window in another language."""
        self.language = language
        self.settings.language = str(language)
        if language is Language.ZH:
            fonts.load_chinese()
        if self.session is not None:
            self._rebuild()

    def set_theme(self, name: str) -> None:
        """Dress the whole window in another theme: light, dark, high_contrast or system."""
        self.settings.theme = name
        if self.session is not None:
            self._rebuild()

    def _open_first(self, path: Path, *, fall_back: bool) -> None:
        try:
            catalogue = open_catalogue(path)
        except CustomsError as error:
            told = words(self.language)
            self._say_cannot_open(told.say(error.message))
            if not fall_back or path == default_catalogue():
                self.app.exit(1)
                return
            self.settings.last_file = None
            self.start()
            return
        self._take(catalogue)

    def _say_cannot_open(self, text: str, parent: QWidget | None = None) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not at start

        QMessageBox.critical(parent, words(self.language).text("Cannot be opened"), text)

    def _take(self, catalogue: Catalogue) -> None:
        self.settings.opened(catalogue.path)
        self.session = Session(
            catalogue,
            who=self.settings.who if self.settings.name else NOBODY,
            language=self.language,
            palette=theme.choose(self.settings.theme),
            parent=self,
        )
        self.session.columns = self.settings.columns
        self.session.papers = self.settings.papers
        self.session.exports = self.settings.exports
        self._show_window()

    def _show_window(self, place: QRect | None = None) -> None:
        if self.session is None:
            return
        window = MainWindow(self.session, self.settings)
        window.language_wanted.connect(self.set_language)
        window.theme_wanted.connect(self.set_theme)
        window.file_wanted.connect(self.open_file)
        window.closed.connect(self._on_closed)
        window.painted.connect(self._on_painted)
        window.restore()
        if place is not None:
            window.setGeometry(place)
        elif not self.settings.geometry and too_small(window.screen().availableSize(), window.size()):
            window.setWindowState(Qt.WindowState.WindowMaximized)
        self.window = window
        window.show()

    def _rebuild(self) -> None:
        old, session = self.window, self.session
        if old is None or session is None:
            return
        old.commit_edits()
        old.remember()
        self.settings.save()
        session.language = self.language
        session.palette = theme.choose(self.settings.theme)
        maximised, place = old.isMaximized(), old.geometry()
        meeting = old.meeting.where if old.meeting is not None else None
        if old.meeting is not None:
            old.meeting.close()
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._dress()
        self._show_window(None if maximised else place)
        if maximised and self.window is not None:
            self.window.showMaximized()
        if meeting is not None and self.window is not None:
            from customs_app.ui.meeting.opening import open_meeting  # noqa: PLC0415 - not at start

            open_meeting(self.window, *meeting)

    def _dress(self) -> None:
        theme.apply(self.app, theme.choose(self.settings.theme))
        if self._translator is not None:
            self.app.removeTranslator(self._translator)
            self._translator = None
        name = _QT_LANGUAGES.get(self.language)
        QLocale.setDefault(QLocale(name or "en"))
        if name is not None:
            from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415 - not at start

            translator = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if translator.load(f"qtbase_{name}", folder):
                self.app.installTranslator(translator)
                self._translator = translator

    def _build(self, path: Path) -> None:
        from customs_app.ui.first_start import Building, StartWindow  # noqa: PLC0415 - once in the life of an installation

        self._start_window = StartWindow(words(self.language))
        self._building = Building(path)
        self._building.progressed.connect(self._start_window.show_progress)
        self._building.done.connect(self._on_built)
        self._start_window.show()
        self._building.start()

    def _on_built(self, error: Exception | None) -> None:
        start_window, self._start_window, self._building = self._start_window, None, None
        if error is not None:
            told = words(self.language)
            text = told.say(error.message) if isinstance(error, CustomsError) else str(error)
            self._say_cannot_open(text, start_window)
            self.app.exit(1)
            return
        self._open_first(default_catalogue(), fall_back=False)
        if start_window is not None:
            start_window.close()
            start_window.deleteLater()

    def _on_painted(self) -> None:
        collect_on_gui_thread()
        QTimer.singleShot(200, self, self._load_next)
        if self.session is not None and self.session.who == NOBODY and not self.settings.asked_who:
            QTimer.singleShot(0, self, self._ask_who)

    def _ask_who(self) -> None:
        from customs_app.ui.frame import commands  # noqa: PLC0415 - not at start

        if self.window is not None:
            commands.say_who(self.window)

    def _load_next(self) -> None:
        # Little by little, so that neither this nor the first showing of a workspace holds anybody up.
        if next(self._later, self) is not self:
            QTimer.singleShot(_LOAD_EVERY_MS, self, self._load_next)

    def _on_scheme(self) -> None:
        if self.settings.theme == "system" and self.session is not None:
            self._rebuild()

    def _on_closed(self) -> None:
        if self.session is not None:
            self.session.close()
            self.session = None
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        self.app.quit()


def too_small(screen: QSize, wanted: QSize) -> bool:
    """Whether a window of a size would reach over the edges of a screen together with its frame."""
    room = wanted.grownBy(_FRAME)
    return screen.width() >= _LEAST_SCREEN and not (
        screen.width() >= room.width() and screen.height() >= room.height()
    )


def chosen_language(settings: Settings) -> Language:
    """The language that was chosen, or the desktop's where the application speaks it, or English."""
    for name in (settings.language, QLocale.system().name()[:2]):
        if name in set(Language):
            return Language(name)
    return Language.EN


def run(path: Path | None = None, argv: list[str] | None = None) -> int:
    """Open the window on a file (the last one where none is given) and stay until it is closed."""
    sys.setswitchinterval(_SWITCH_S)
    QGuiApplication.setApplicationName("customs-app")
    QGuiApplication.setDesktopFileName("customs-app")
    app = QApplication.instance() or QApplication([sys.argv[0], *theme.STYLE, *(argv or [])])
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    settings = load()
    entry_of(settings.workspace).load()
    keep_what_is_loaded()
    shell = Shell(app, settings)
    QTimer.singleShot(0, shell, lambda: shell.start(path))
    return app.exec()
