"""A window of its own in which one looks at a paper before it is printed or exported."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QVBoxLayout

from customs_app.domain.errors import CustomsError
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.ui.exporting import PDF, WORKBOOK, Owner, Source, export
from customs_app.ui.newest import Desk
from customs_app.ui.preview.foot import Outlet
from customs_app.ui.preview.pane import PreviewPane
from customs_app.ui.preview.paper import Paper
from customs_app.ui.preview.press import PaperMaker, Written
from customs_app.ui.session import Notice

_KEPT = "preview"
_PART = 0.92


def show_paper(owner: Owner, source: Source[Any]) -> "PaperWindow":
    """Show a paper over the window; the main window waits behind it."""
    window = PaperWindow(owner, source)
    window.open()
    return window


class PaperWindow(QDialog):
    """The pages of a paper, with what becomes of them: print, PDF, Excel."""

    def __init__(self, owner: Owner, source: Source[Any]) -> None:
        super().__init__(owner.window())
        self.session, self.words = owner.session, owner.words
        self._source = source
        text = self.words.text
        self.setObjectName("paper_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        acts: tuple[tuple[str, str, str, str, str, Callable[[], object]], ...] = (
            ("print", text("Print…"), "printer", text("Print…"), "Ctrl+P", self._print),
            ("pdf", text("Save as PDF…"), "file-text", "PDF", "Ctrl+S", partial(self._export, PDF)),
            (
                "excel", text("Save as Excel workbook…"), "file-spreadsheet", "Excel", "Ctrl+Shift+X",
                partial(self._export, WORKBOOK),
            ),
        )  # fmt: skip
        self.pane = PreviewPane(
            self.session,
            [
                Outlet(self._act(key, said, keys, slot), picture, title, key)
                for key, said, picture, title, keys, slot in acts
            ],
        )
        self._maker = PaperMaker(self, "pages of a paper", _write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        kept = self.session.papers.get(_KEPT)
        self.pane.restore(kept if isinstance(kept, dict) else {}, side=True)
        self.resize(owner.window().size() * _PART)
        self._connect()
        self._ask()
        self.pane.pages.setFocus()

    def done(self, result: int) -> None:
        """Remember how the pages were looked at."""
        self.session.papers[_KEPT] = dict(self.pane.state())
        super().done(result)

    def _connect(self) -> None:
        maker, pane = self._maker, self.pane
        pane.wanted.connect(maker.ask_small)
        pane.language_chosen.connect(self._choose_language)
        maker.written.connect(self._on_written)
        maker.answered.connect(pane.take)
        maker.failed.connect(self._on_failed)
        self.session.noticed.connect(self._on_noticed)

    def _act(self, key: str, said: str, keys: str, slot: Callable[[], object]) -> QAction:
        action = QAction(said, self)
        action.setObjectName(f"paper_{key}")
        action.setShortcut(keys)
        action.setToolTip(f"{said.rstrip('…')} ({action.shortcut().toString()})")
        action.setEnabled(False)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        return action

    def _ask(self) -> None:
        source = self._source
        self.setWindowTitle(words(source.language).say(source.name))
        self.pane.show_language(source.language)
        self.pane.show_under_way()
        self._maker.ask((self.session.catalogue.path, source))

    def _choose_language(self, language: Language) -> None:
        self._source = replace(self._source, language=language)
        self._ask()

    def _on_written(self, paper: Paper) -> None:
        self.pane.show_paper(paper)
        for action in self.actions():
            action.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CustomsError | OSError):
            raise error
        self.pane.show_note(self.words.say(error.message) if isinstance(error, CustomsError) else str(error))

    def _on_noticed(self, notice: Notice) -> None:
        """What is said at the foot of the main window stands behind this one: say it here too."""
        self.pane.about.set_text(self.words.say(notice.message))

    def _print(self) -> None:
        from customs_app.ui.printing.printing import print_paper  # noqa: PLC0415 - not at start

        source, page = self._source, self.pane.pages.page
        print_paper(self, source.wanted(PDF).write, source.name, source.language, page=page)

    def _export(self, suffix: str) -> None:
        export(self, self._source, suffix)


def _write(asked: tuple[Path, Source[Any]], path: Path, desk: Desk) -> Written:
    file, source = asked
    source.wanted(PDF).write(path, file, lambda _done, _of: desk.go_on())
    return Written(source.language)
