"""The workspace of two procedures step by step against each other; it has no place on the rail."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.catalogue.results import Changes
from customs_app.language.words import N_
from customs_app.ui.exporting_actions import PaperActions
from customs_app.ui.pair.exports import export_actions, key_of, source_of
from customs_app.ui.pair.page import PairPage
from customs_app.ui.session import Beside, Session
from customs_app.ui.workspace import Workspace


class PairWorkspace(Workspace):
    """Opened from the comparison, from a procedure in the catalogue, and from the effect of verdicts."""

    key = "pair"
    icon = "git-compare-arrows"
    title = N_("Step by step")
    menu = "view"
    right_width = 312

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.page = PairPage(session, self.act)
        self.exports = export_actions(self)
        self.papers = PaperActions(self, partial(source_of, self), partial(key_of, self))
        self.page.told.connect(self._on_told)
        self._enable(there=False)
        session.who_changed.connect(lambda: self.refresh(None))  # who may see other marks
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _on_told(self) -> None:
        self._enable(there=self.page.answer is not None)
        self.told.emit()

    def _enable(self, *, there: bool) -> None:
        for action in self.exports:
            action.setEnabled(there)
        self.papers.enable(there=there)

    def export_targets(self) -> Sequence[QAction]:
        """The two procedures that are shown as a workbook and as a PDF."""
        papers = self.papers
        return *self.exports, papers.again, papers.preview, papers.print

    def show_beside(self, asked: Beside) -> None:
        """Set two procedures against each other."""
        self.page.show_beside(asked)

    def inspector(self) -> QWidget:
        """Field by field."""
        return self.page.side()

    def dock_titles(self) -> tuple[str, str]:
        """The right one has the fields of a pair."""
        return self.words.text(self.title), self.words.text("Differences of fields")

    def status_text(self) -> str:
        """How much differs."""
        return self.page.status_text()

    def keys_text(self) -> str:
        """Keys of the lists."""
        return self.words.text(
            "Tab side · N next difference · D only differences · L link · X swap · Enter opens · Esc back"
        )

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of the lists that are no actions."""
        text = self.words.text
        return (
            ("↑ ↓", text("From row to row")),
            ("Tab, ← →", text("To the other side")),
            ("Enter", text("Open the step in the catalogue")),
            ("Space", text("Show the sources")),
            ("Ctrl+C", text("Copy the chosen rows as cells")),
            ("Esc", text("Back")),
        )

    def refresh(self, changes: Changes | None) -> None:
        """Set them against each other anew where something shown has changed."""
        self.page.refresh(changes)

    def focus_main(self) -> None:
        """Put the focus on the lists."""
        self.page.focus_main()

    def panes(self) -> Sequence[QWidget]:
        """The lists and the bar."""
        return (self.page.table, self.page.bar)

    def save_state(self) -> Mapping[str, object]:
        """What is shown."""
        return self.page.save_state()

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Show it again."""
        self.page.restore_state(state)
