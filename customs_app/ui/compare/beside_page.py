"""What the views beside the comparison share: a sentence, a table, and what is behind its current row."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from customs_app.ui.compare.details import Details
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.tabs import TabPage
from customs_app.ui.newest import Desk, Newest
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.rows import RowsTable

Line = TypeVar("Line")


class BesidePage(TabPage):
    """Reads its own rows by `answering` in a thread; `_show_rows` gets what came of it."""

    def __init__(
        self,
        session: Session,
        name: str,
        table: QAbstractItemView,
        details: Details,
        answering: Callable[[Any, Desk], object],
    ) -> None:
        super().__init__()
        self._session, self.words = session, session.words
        self._answer: Answer | None = None
        self.setObjectName(f"compare_{name}_page")
        self.sentence = wrapped(role="small")
        self.sentence.setContentsMargins(12, 8, 12, 6)
        self.details = details
        self._table = table
        self._lay_out()
        self.newest = Newest(self, name, answering)
        self.newest.answered.connect(self._show_rows)
        self.newest.failed.connect(self.failed)

    def show_answer(self, answer: Answer) -> None:
        """Ask for the rows that belong to it, once."""
        if answer is not self._answer:
            self._answer = answer
            self.newest.ask(self._asked(answer))

    def forget(self) -> None:
        """Read anew when an answer is shown next."""
        self._answer = None

    def main(self) -> QWidget:
        """The table."""
        return self._table

    def behind(self) -> QWidget:
        """The details of the current row."""
        return self.details

    # -- inside

    def _asked(self, answer: Answer) -> object:
        """What is asked beside an answer."""
        raise NotImplementedError

    def _show_rows(self, found: Any) -> None:  # noqa: ANN401 - each page has its own
        """Show what came of it."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sentence)
        column.addWidget(self._table, 1)


class RowsPage(BesidePage, Generic[Line]):
    """A thing a row, whole cells worded; the current one is found again by its key."""

    def __init__(
        self,
        session: Session,
        name: str,
        table: RowsTable[Line],
        details: Details,
        answering: Callable[[Any, Desk], object],
    ) -> None:
        super().__init__(session, name, table, details, answering)
        self.table, self.model = table, table.rows_model
        self.model.setParent(self)
        self._kept = ""
        table.chosen.connect(self._on_row)
        table.opened.connect(self._open)

    def sentences(self) -> tuple[str, ...]:
        """The rows as lines with tabs between their cells."""
        model = self.model
        heads = "\t".join(self.words.text(head) for head in model.heads)
        columns = range(len(model.heads))
        return (heads, *("\t".join(model.text(row, at) for at in columns) for row in model.rows))

    def save_state(self) -> Mapping[str, object]:
        """Which row is current."""
        row = self.table.row
        return {"row": self._key(row) if row is not None else self._kept}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Make it current again."""
        self._kept = str(state.get("row") or "")

    # -- inside

    def _show_lines(self, lines: Sequence[Line]) -> None:
        place = next((at for at, line in enumerate(lines) if self._key(line) == self._kept), 0)
        self.table.show_rows(lines, self._key, place)
        self.told.emit()

    @staticmethod
    def _key(line: Line) -> str:
        """By what a row is found again."""
        raise NotImplementedError

    def _on_row(self, line: Line) -> None:
        """Show what is behind it."""
        raise NotImplementedError

    def _open(self, line: Line) -> None:
        """Open its procedure."""
        raise NotImplementedError
