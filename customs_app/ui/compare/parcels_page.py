"""E-commerce: how parcels enter the ten members, in one view."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from customs_app.analysis.case import Case
from customs_app.analysis.parcels import ParcelRow, parcel_imports
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import CaseKind, Regime
from customs_app.domain.reference import Reference
from customs_app.language.labels import label
from customs_app.ui.compare.beside_page import RowsPage
from customs_app.ui.compare.details import Details
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.parcel_rows import (
    ParcelLine,
    ParcelsModel,
    parcel_lines,
    parcel_parts,
    parcels_table,
)
from customs_app.ui.newest import Desk
from customs_app.ui.session import Session


@dataclass(frozen=True, slots=True)
class Asked:
    """A catalogue file, and the case of the totals."""

    path: Path
    reference: Reference
    case: CaseKind


class ParcelsPage(RowsPage[ParcelLine]):
    """A procedure a row, whatever is compared; thresholds and sources stand in the inspector."""

    def __init__(self, session: Session) -> None:
        says = session.words.text("Selected parcel import")
        super().__init__(
            session,
            "parcels",
            parcels_table(session, ParcelsModel(session.words)),
            Details(session, "compare_parcel_details", says),
            _answer,
        )

    def status_text(self) -> str:
        """How many procedures there are."""
        if not self.model.rows:
            return ""
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

    # -- inside

    def _asked(self, answer: Answer) -> Asked:
        case = answer.question.case
        self.sentence.setText(
            self.words.text(
                "{case}: parcel imports of all members, whatever is compared in the matrix. Totals rest on "
                "different numbers of steps, so nobody is ranked.",
                case=label(case, self.words),
            )
        )
        return Asked(self._session.catalogue.path, answer.reference, case)

    def _show_rows(self, found: Sequence[ParcelRow]) -> None:
        if self._answer is not None:
            self._show_lines(parcel_lines(found, self._answer.reference, self.words))

    @staticmethod
    def _key(line: ParcelLine) -> str:
        return line.key

    def _on_row(self, line: ParcelLine) -> None:
        if self._answer is not None:
            parts = parcel_parts(line, self._answer.reference, self.words)
            title = f"{line.country} · {line.cells[1]}"
            self.details.show_parts(title, parts)

    def _open(self, line: ParcelLine) -> None:
        if line.row.procedure is not None:
            self.procedure_asked.emit(line.row.procedure.procedure.id)


def _answer(asked: Asked, desk: Desk) -> tuple[ParcelRow, ...]:
    with open_catalogue(asked.path, read_only=True) as catalogue:
        procedures = catalogue.full_procedures(regime=Regime.PARCEL_IMPORT)
        indicators = catalogue.indicators()
    desk.go_on()
    return parcel_imports(procedures, asked.reference, indicators, Case(asked.case))
