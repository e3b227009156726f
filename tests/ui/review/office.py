"""One workstation at which delegations sit down one after another, each in an application of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from customs_app.domain.review import Reviewer
from customs_app.ui.app import Shell
from customs_app.ui.catalogue.columns import Column
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.review.boards.page import BoardPage
from customs_app.ui.review.effect.board import EffectBoard
from customs_app.ui.review.left_pane import TABS
from customs_app.ui.review.workspace import ReviewWorkspace
from customs_app.ui.settings import Settings
from tests.ui.meeting.conftest import Keyboard

_LONG = 20_000
Key = Qt.Key


class Office:
    """Opens the window for one person after another; `states` has the fingerprint after each entry.

    The first of `states` is how the file was at the beginning; undo and redo add none.
    """

    def __init__(self, app: QApplication, qtbot: QtBot, file: Path, homes: Path) -> None:
        self._app, self._qtbot, self._file, self._homes = app, qtbot, file, homes
        self._shell: Shell | None = None
        self.keyboard = Keyboard(qtbot)
        self.states: list[str] = []

    # -- sitting down and leaving

    def sit(self, who: Reviewer, workspace: str = "catalogue") -> MainWindow:
        """Close the window that is open, and open it on the file for somebody."""
        self.leave()
        place = self._homes / f"{who.delegation}.json"
        settings = Settings(
            place,
            language="en",
            theme="light",
            name=who.name,
            delegation=who.delegation,
            asked_who=True,
            workspace=workspace,
        )
        self._shell = Shell(self._app, settings)
        self._shell.start(self._file)
        window = self.window
        self._qtbot.waitUntil(lambda: window._painted, timeout=_LONG)
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow, timeout=_LONG)
        if not self.states:
            self.states.append(self.fingerprint)
        return window

    def leave(self) -> None:
        """Close the window, where one is open."""
        if self._shell is None:
            return
        if self._shell.window is not None:
            self._shell.window.close()
        self._shell.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._shell = None

    @property
    def window(self) -> MainWindow:
        """The window that is open."""
        assert self._shell is not None
        assert self._shell.window is not None
        return self._shell.window

    @property
    def fingerprint(self) -> str:
        """That of the catalogue as it stands."""
        return self.window.session.catalogue.fingerprint()

    def done(self) -> None:
        """Something was done: it is one entry of the journal, and it changed something."""
        entries = self.window.session.catalogue.history()
        assert len([one for one in entries if one.kind == "do"]) == len(self.states)
        assert self.fingerprint not in self.states
        self.states.append(self.fingerprint)

    # -- the catalogue

    @property
    def catalogue(self) -> CatalogueWorkspace:
        """The catalogue, which is in sight."""
        shown = self.window.current
        assert isinstance(shown, CatalogueWorkspace)
        return shown

    def at_step(self, procedure: str, step_id: str) -> CatalogueWorkspace:
        """Go to a step in the catalogue, the focus in its table."""
        self.window.session.go_to("catalogue", procedure, step_id)
        workspace = self.catalogue
        self._qtbot.waitUntil(workspace.side.isVisible, timeout=_LONG)
        workspace.focus_main()
        return workspace

    def mark(self, verdict: Qt.Key, reason: str) -> None:
        """Mark the step that is chosen in the catalogue, by keys."""
        self.keyboard.press(Key.Key_M, verdict)
        self.keyboard.press(Key.Key_A, control=True)
        self.keyboard.write(reason)
        self.keyboard.press(Key.Key_Return)
        self.done()

    def merge(self, into: str, reason: str) -> None:
        """Mark the chosen step as one to be merged into the step of a number, by keys."""
        self.keyboard.press(Key.Key_M, Key.Key_3)
        self.keyboard.write(into)
        self.keyboard.press(Key.Key_Tab)
        self.keyboard.write(reason)
        self.keyboard.press(Key.Key_Return)
        self.done()

    def type_time(self, hours: str) -> None:
        """Type the time of the chosen step into its cell."""
        workspace = self.catalogue
        assert workspace.step is not None
        table = workspace.pane.table
        table.setCurrentIndex(workspace.pane.model.index_of(workspace.step.id, Column.TIME))
        self.keyboard.press(Key.Key_Return)
        self.keyboard.write(hours)
        with self._qtbot.waitSignal(workspace.session.changed):
            self.keyboard.press(Key.Key_Return)
        self.done()

    # -- the review

    def review(self) -> ReviewWorkspace:
        """Go to the review, and wait until its findings are there."""
        if not isinstance(self.window.current, ReviewWorkspace):
            self.keyboard.press(Key.Key_2, control=True)
        shown = self.window.current
        assert isinstance(shown, ReviewWorkspace)
        self._qtbot.waitUntil(lambda: shown.reading.loaded is not None, timeout=_LONG)
        return shown

    def tab(self, key: str) -> None:
        """Click on a tab of the review."""
        review = self.review()
        button = review.side.tabs.buttons[list(TABS).index(key)]
        assert isinstance(button, QAbstractButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        board = review.boards.current
        if isinstance(board, BoardPage):
            self.settled(board)

    def settled(self, board: BoardPage) -> None:
        """Wait until a board has worked out what it shows."""
        self._qtbot.waitUntil(lambda: not board._newest.busy, timeout=_LONG)

    def figures(self) -> dict[str, tuple[str, str, str]]:
        """What the effect board shows: as it is, to be, saving, by the name of the figure."""
        self.tab("effect")
        board = self.review().boards.current
        assert isinstance(board, EffectBoard)
        return {row.title: (row.as_is.text, row.to_be.text, row.saving) for row in board.figures_model.rows}

    # -- seeing and clicking

    def said(self, part: QWidget | None = None) -> str:
        """All that stands in labels in sight."""
        for _ in range(3):  # rows that were just made are shown a turn or two later
            QApplication.processEvents()
        within = part or self.window
        return "\n".join(label.text() for label in within.findChildren(QLabel) if label.isVisible())

    def click(self, name: str) -> None:
        """Click on the one button of a name that is in sight."""
        self.said()
        every = QApplication.topLevelWidgets()
        found: Sequence[QAbstractButton] = [
            one
            for top in every
            if top.isVisible()
            for one in top.findChildren(QAbstractButton, name)
            if one.isVisible() and one.window() is top
        ]
        (button,) = found
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def until(self, happened: Callable[[], object]) -> None:
        """Wait for something that was set going."""
        self.keyboard.until(happened)
