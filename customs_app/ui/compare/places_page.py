"""Border crossings, ports, logistics centres and inland offices: what is done where."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from customs_app.analysis.case import Case
from customs_app.analysis.cleared_inland import clearances
from customs_app.analysis.logistics_places import places
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import CaseKind
from customs_app.domain.reference import Reference
from customs_app.language.labels import label
from customs_app.ui.compare.beside_page import RowsPage
from customs_app.ui.compare.details import Details
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.place_rows import (
    Found,
    PlaceLine,
    PlacesModel,
    place_lines,
    place_parts,
    places_table,
)
from customs_app.ui.newest import Desk
from customs_app.ui.session import Session


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which countries of a catalogue file, and in which case goods are cleared."""

    path: Path
    reference: Reference
    countries: tuple[str, ...]
    case: CaseKind


class PlacesPage(RowsPage[PlaceLine]):
    """A place a row, from the border inland; what is done at the current one stands in the inspector."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "places",
            places_table(session, PlacesModel(session.words)),
            Details(session, "compare_place_details", session.words.text("Selected place")),
            _answer,
        )
        self._found: Found | None = None

    def status_text(self) -> str:
        """How many places there are, and of how many no more is known."""
        if self._found is None:
            return ""
        places = self.model.rows
        unknown = sum(not line.row.known for line in places)
        return self.words.count(
            "{n} place; of {unknown} no more than the name is known",
            "{n} places; of {unknown} no more than the name is known",
            len(places),
            unknown=unknown,
        )

    def keys_text(self) -> str:
        """Keys of the table."""
        return self.words.text("↑ ↓ place · Enter open in catalogue · Ctrl+C copy cells")

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of the table that are no actions."""
        text = self.words.text
        return (
            ("↑ ↓", text("From place to place")),
            ("Enter", text("Open its first procedure in the catalogue")),
            ("Ctrl+C", text("Copy cells with headers")),
        )

    # -- inside

    def _asked(self, answer: Answer) -> Asked:
        compared = answer.comparison
        countries = compared.countries if compared is not None else answer.countries
        case = answer.question.case
        self.sentence.setText(
            self.words.text(
                "{case}: places of the countries compared, from the border inland. Where goods are cleared "
                "is told by the order of the steps; what no procedure or step says of a place is unknown.",
                case=label(case, self.words),
            )
        )
        return Asked(self._session.catalogue.path, answer.reference, tuple(countries), case)

    def _show_rows(self, found: Found) -> None:
        if self._answer is None:
            return
        self._found = found
        self._show_lines(place_lines(found, self._answer.reference, self.words))

    @staticmethod
    def _key(line: PlaceLine) -> str:
        return line.row.location.id

    def _on_row(self, line: PlaceLine) -> None:
        if self._answer is not None and self._found is not None:
            parts = place_parts(line, self._found, self._answer.reference, self.words)
            self.details.show_parts(f"{line.country} · {line.cells[1]}", parts)

    def _open(self, line: PlaceLine) -> None:
        if line.row.procedures:
            self.procedure_asked.emit(line.row.procedures[0])


def _answer(asked: Asked, desk: Desk) -> Found:
    with open_catalogue(asked.path, read_only=True) as catalogue:
        procedures = catalogue.full_procedures(countries=asked.countries)
    desk.go_on()
    found = clearances(procedures, asked.reference, Case(asked.case))
    rows = places(procedures, asked.reference)
    return Found(
        places=tuple(row for row in rows if row.location.country in asked.countries),
        clearances={one.procedure: one for one in found},
        procedures={full.procedure.id: full for full in procedures},
    )
