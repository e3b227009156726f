"""What one does with the papers of a workspace: look at them, print them, export them once more."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from customs_app.ui.exporting import PDF, Source, export_again
from customs_app.ui.exporting_kept import Kept
from customs_app.ui.workspace import Workspace

_LONGEST = 60


class PaperActions(QObject):
    """Preview, print and export again, for the menu File and the button Export.

    `source` gives what there are papers of now, None where nothing is open; `page` the page in sight
    where the workspace shows them itself.
    """

    def __init__(
        self,
        owner: Workspace,
        source: Callable[[], Source[Any] | None],
        key: Callable[[], str],
        page: Callable[[], int | None] = lambda: None,
    ) -> None:
        super().__init__(owner)
        self._owner, self._source, self._key, self._page = owner, source, key, page
        text, act = owner.words.text, owner.act
        self.preview = act(
            "preview", text("Preview…"), self._look, keys="Ctrl+Shift+P", picture="eye", menu="file"
        )
        self.print = act("print", text("Print…"), self._print, keys="Ctrl+P", picture="printer", menu="file")
        self.again = act(
            "export_again",
            text("Export again"),
            self._again,
            keys="Ctrl+Shift+E",
            picture="refresh-cw",
            menu="file",
        )
        for action in (self.preview, self.print, self.again):
            action.setIconVisibleInMenu(False)
        owner.session.noticed.connect(self._say_again)

    def enable(self, *, there: bool) -> None:
        """Offer what can be done."""
        for action in (self.preview, self.print, self.again):
            action.setEnabled(there)
        self._say_again()

    def _say_again(self, _notice: object = None) -> None:
        """Say which file would be written again."""
        words = self._owner.words
        kept = Kept.of(self._owner.session, self._key())
        if kept is None:
            self.again.setText(words.text("Export again"))
            self.again.setToolTip(words.text("Export again") + " (Ctrl+Shift+E)")
            return
        name = kept.path.name
        shown = name if len(name) < _LONGEST else f"{name[: _LONGEST - 12]}…{name[-10:]}"
        self.again.setText(words.text("Export again: {file}", file=shown).replace("&", "&&"))
        self.again.setToolTip(words.text("Writes {file} again (Ctrl+Shift+E)", file=str(kept.path)))

    def _look(self) -> None:
        from customs_app.ui.preview.window import show_paper  # noqa: PLC0415 - not at start

        if (source := self._source()) is not None:
            show_paper(self._owner, source)

    def _print(self) -> None:
        from customs_app.ui.printing.printing import print_paper  # noqa: PLC0415 - not at start

        if (source := self._source()) is not None:
            page = self._page()
            print_paper(self._owner, source.wanted(PDF).write, source.name, source.language, page=page)

    def _again(self) -> None:
        if (source := self._source()) is not None:
            export_again(self._owner, source)
