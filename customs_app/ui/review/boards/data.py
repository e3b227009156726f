"""The data board: which data elements are asked for again, by documents or in procedures side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.analysis.data_matrix import DataMatrix, data_matrix
from customs_app.language.words import N_, Words
from customs_app.ui.newest import Desk
from customs_app.ui.review.boards.data_sheet import DataSheet, Wording
from customs_app.ui.review.boards.data_view import DataView
from customs_app.ui.review.boards.page import BoardPage
from customs_app.ui.review.boards.procedure_list import ProcedureList, with_heading
from customs_app.ui.review.tab import Scope
from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band

_TOLD_HEIGHT = 104


@dataclass(frozen=True, slots=True)
class Asked:
    """A procedure (id), or "" for all of the scope side by side."""

    scope: Scope
    procedure: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown, of which procedure ("" for several), and how often each asks again, worded."""

    sheet: DataSheet | None
    procedure: str
    shares: Mapping[str, str]


class DataBoard(BoardPage):
    """A cell tells its form, its boxes and the steps that ask; Enter opens the first of them."""

    key = "data"
    title = N_("Re-keyed data")

    def __init__(self, session: Session) -> None:
        super().__init__(session, partial(_answer, session.words))
        text = self.words.text
        self._procedure: str | None = None
        self._sheet: DataSheet | None = None
        self.list = ProcedureList(session, "data_procedures", text("All of the filter, side by side"))
        self.left = with_heading(session, self.list)
        self._body = QWidget(self)
        self.addWidget(self._body)
        self.band = Band(session, "")
        self.view = DataView(session, "data", told_height=_TOLD_HEIGHT)
        self.main = self.view.table
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.view, 1)
        self.list.chosen.connect(self.choose)
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self.step_asked)
        self.view.head_asked.connect(self._on_head)
        self.act("open", text("Open the step in the catalogue"), self.view.open_current)
        self.act(
            "all", text("All of the filter, side by side"), lambda: self.choose(""), views=(self.view.table,)
        )

    # -- what the review asks

    def question(self, scope: Scope) -> Asked:
        """The procedure that is chosen; the first that has forms where none ever was."""
        ids = [full.procedure.id for full in scope.procedures]
        if self._procedure is None and ids:
            self._procedure = ids[0]
        if self._procedure not in ids:
            return Asked(scope, "" if len(ids) > 1 or not ids else ids[0])
        return Asked(scope, self._procedure)

    def show_answer(self, answer: Answer) -> None:
        """Show the matrix; the cell that was current stays current in the same procedure."""
        if self.scope is None or not self.scope.procedures:
            self.show_empty(self.words.text("No procedures with these filters"))
            return
        same = self._sheet is not None and answer.procedure == self._procedure
        current = self.view.table.currentIndex()
        row, column = (max(0, current.row()), max(0, current.column())) if same else (0, 0)
        self._procedure, self._sheet = answer.procedure, answer.sheet
        shares = answer.shares
        self.list.show_procedures(
            self.scope.procedures, lambda full: shares[full.procedure.id], answer.procedure
        )
        self._show_title(answer.procedure)
        self.view.show_sheet(answer.sheet, row, column)
        self.setCurrentWidget(self._body)

    def status_text(self) -> str:
        """How many data elements there are, and documents or procedures beside one another."""
        if self._sheet is None:
            return self.words.text("no known form")
        n = sum(not line.is_sum for line in self._sheet.lines)
        elements = self.words.count("{n} data element", "{n} data elements", n)
        columns = len(self._sheet.heads) - 1
        if self._sheet.procedures:
            return f"{elements} · " + self.words.count("{n} procedure", "{n} procedures", columns)
        return f"{elements} · " + self.words.count("{n} document", "{n} documents", columns)

    def keys_text(self) -> str:
        """The most useful keys."""
        return self.words.text("↑ ↓ ← → cell · Enter step in the catalogue · Ctrl+C copy cells")

    def panes(self) -> Sequence[QWidget]:
        """The procedures, and the matrix."""
        return (self.list, self.view.table)

    def save_state(self) -> Mapping[str, object]:
        """The procedure."""
        return {"procedure": self._procedure}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Choose it again."""
        procedure = state.get("procedure")
        self._procedure = procedure if isinstance(procedure, str) else None

    def choose(self, procedure_id: str) -> None:
        """Show one procedure, or all side by side."""
        if procedure_id != self._procedure:
            self._procedure, self._sheet = procedure_id, None
            self.ask()

    # -- inside

    def _show_title(self, procedure_id: str) -> None:
        full = self.scope.loaded.procedures.get(procedure_id) if self.scope else None
        if full is None or self.scope is None:
            self.band.set_title(self.words.text("All of the filter, side by side"))
            self.band.set_note(self.words.text("Narrow it by regime and mode to set countries side by side"))
            return
        countries, language = self.scope.loaded.reference.countries, self.words.language
        country = countries.get(full.procedure.country)
        self.band.set_title(full.procedure.title[language])
        self.band.set_note(country.name[language] if country else full.procedure.country)

    def _on_moved(self, place: tuple[str, str] | None) -> None:
        full = self.scope.loaded.procedures.get(place[0]) if self.scope and place else None
        self.step_chosen.emit((full, full.step(place[1])) if full is not None and place else None)
        self.told.emit()

    def _on_head(self, column: int) -> None:
        procedures = self._sheet.procedures if self._sheet is not None else ()
        if procedures and column > 1:
            self.choose(procedures[column - 1])


def _answer(words: Words, asked: Asked, desk: Desk) -> Answer:
    loaded = asked.scope.loaded
    every = data_matrix(asked.scope.procedures, loaded.reference)
    desk.go_on()
    shares = {column.procedure: _percent(column.share, words) for column in every.columns}
    if asked.procedure:
        own = [loaded.procedures[asked.procedure]]
        matrix = data_matrix(own, loaded.reference)
        sheet = Wording(matrix, loaded.procedures, loaded.reference, words).of_one() if matrix.rows else None
        return Answer(sheet, asked.procedure, shares)
    known = tuple(column for column in every.columns if column.forms)
    sheet = (
        Wording(DataMatrix(every.rows, known), loaded.procedures, loaded.reference, words).side_by_side()
        if known
        else None
    )
    return Answer(sheet, "", shares)


def _percent(share: float | None, words: Words) -> str:
    return "?" if share is None else words.text("{n} % again", n=round(100 * share))
