"""E-commerce: how parcels enter the ten members, in one view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.analysis.case import Case
from customs_app.analysis.parcels import ParcelRow, parcel_imports
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import CaseKind, Regime
from customs_app.domain.reference import Reference
from customs_app.language.labels import label
from customs_app.ui.compare.details import Details
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.parcel_rows import (
    ParcelLine,
    ParcelsModel,
    parcel_lines,
    parcel_parts,
    parcels_table,
)
from customs_app.ui.compare.tabs import TabPage
from customs_app.ui.newest import Desk, Newest
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped


@dataclass(frozen=True, slots=True)
class Asked:
    """A catalogue file, and the case of the totals."""

    path: Path
    reference: Reference
    case: CaseKind


class ParcelsPage(TabPage):
    """A procedure a row, whatever is compared; thresholds and sources stand in the inspector."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.words = session, session.words
        text = self.words.text
        self._answer: Answer | None = None
        self._kept = ""
        self.setObjectName("compare_parcels_page")
        self.sentence = wrapped(role="small")
        self.sentence.setContentsMargins(12, 8, 12, 6)
        self.model = ParcelsModel(self.words, self)
        self.table = parcels_table(session, self.model)
        self.details = Details(session, "compare_parcel_details", text("Selected parcel import"))
        self._lay_out()
        self.newest = Newest(self, "parcels", _answer)
        self.newest.answered.connect(self._show_rows)
        self.newest.failed.connect(self.failed)
        self.table.chosen.connect(self._on_row)
        self.table.opened.connect(self._open)

    def show_answer(self, answer: Answer) -> None:
        """Read the parcel imports of all members, in the case that is compared."""
        if answer is self._answer:
            return
        self._answer = answer
        case = answer.question.case
        self.sentence.setText(
            self.words.text(
                "{case}: parcel imports of all members, whatever is compared in the matrix. Totals rest on "
                "different numbers of steps, so nobody is ranked.",
                case=label(case, self.words),
            )
        )
        self.newest.ask(Asked(self._session.catalogue.path, answer.reference, case))

    def forget(self) -> None:
        """Read anew when an answer is shown next."""
        self._answer = None

    def main(self) -> QWidget:
        """The table."""
        return self.table

    def behind(self) -> QWidget:
        """The details of the current row."""
        return self.details

    def status_text(self) -> str:
        """How many procedures there are."""
        n = sum(row.row.procedure is not None for row in self.model.rows)
        return self.words.count("{n} procedure of parcel import", "{n} procedures of parcel import", n)

    def keys_text(self) -> str:
        """Keys of the table."""
        return self.words.text("↑ ↓ procedure · Enter open in catalogue · Ctrl+C copy cells")

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of the table that are no actions."""
        text = self.words.text
        return (
            ("↑ ↓", text("From procedure to procedure")),
            ("Enter", text("Open the procedure in the catalogue")),
            ("Ctrl+C", text("Copy cells with headers")),
        )

    def sentences(self) -> tuple[str, ...]:
        """The rows as lines with tabs between their cells."""
        heads = [self.words.text(head) for head in self.model.heads]
        return ("\t".join(heads), *("\t".join(row.cells) for row in self.model.rows))

    def save_state(self) -> Mapping[str, object]:
        """Which row is current."""
        row = self.table.row
        return {"row": row.key if row is not None else self._kept}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Make it current again."""
        self._kept = str(state.get("row") or "")

    # -- inside

    def _show_rows(self, rows: tuple[ParcelRow, ...]) -> None:
        if self._answer is None:
            return
        lines = parcel_lines(rows, self._answer.reference, self.words)
        place = next((at for at, line in enumerate(lines) if line.key == self._kept), 0)
        self.table.show_rows(lines, lambda line: line.key, place)
        self.told.emit()

    def _on_row(self, line: ParcelLine) -> None:
        if self._answer is not None:
            parts = parcel_parts(line, self._answer.reference, self.words)
            title = f"{line.country} · {line.cells[1]}"
            self.details.show_parts(title, parts)

    def _open(self, line: ParcelLine) -> None:
        if line.row.procedure is not None:
            self.procedure_asked.emit(line.row.procedure.procedure.id)

    def _lay_out(self) -> None:
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)


def _answer(asked: Asked, desk: Desk) -> tuple[ParcelRow, ...]:
    with open_catalogue(asked.path, read_only=True) as catalogue:
        procedures = catalogue.full_procedures(regime=Regime.PARCEL_IMPORT)
        indicators = catalogue.indicators()
    desk.go_on()
    return parcel_imports(procedures, asked.reference, indicators, Case(asked.case))
