"""Border crossings, ports, logistics centres and inland offices: what is done where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.analysis.case import Case
from customs_app.analysis.cleared_inland import clearances
from customs_app.analysis.logistics_places import places
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import CaseKind
from customs_app.domain.reference import Reference
from customs_app.language.labels import label
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
from customs_app.ui.compare.tabs import TabPage
from customs_app.ui.newest import Desk, Newest
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which countries of a catalogue file, and in which case goods are cleared."""

    path: Path
    reference: Reference
    countries: tuple[str, ...]
    case: CaseKind


class PlacesPage(TabPage):
    """A place a row, from the border inland; what is done at the current one stands in the inspector."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.words = session, session.words
        self._answer: Answer | None = None
        self._found: Found | None = None
        self._kept = ""
        self.setObjectName("compare_places_page")
        self.sentence = wrapped(role="small")
        self.sentence.setContentsMargins(12, 8, 12, 6)
        self.model = PlacesModel(self.words, self)
        self.table = places_table(session, self.model)
        self.details = Details(session, "compare_place_details", self.words.text("Selected place"))
        self._lay_out()
        self.newest = Newest(self, "places", _answer)
        self.newest.answered.connect(self._show_rows)
        self.newest.failed.connect(self.failed)
        self.table.chosen.connect(self._on_row)
        self.table.opened.connect(self._open)

    def show_answer(self, answer: Answer) -> None:
        """Read the places of the countries compared; of all where there is no comparison."""
        if answer is self._answer:
            return
        self._answer = answer
        compared = answer.comparison
        countries = compared.countries if compared is not None else answer.countries
        case = answer.question.case
        self.newest.ask(Asked(self._session.catalogue.path, answer.reference, tuple(countries), case))

    def forget(self) -> None:
        """Read anew when an answer is shown next."""
        self._answer = None

    def main(self) -> QWidget:
        """The table."""
        return self.table

    def behind(self) -> QWidget:
        """What is done at the current place."""
        return self.details

    def status_text(self) -> str:
        """How many places there are, and of how many no more is known."""
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

    def sentences(self) -> tuple[str, ...]:
        """The rows as lines with tabs between their cells."""
        heads = [self.words.text(head) for head in self.model.heads]
        return ("\t".join(heads), *("\t".join(row.cells) for row in self.model.rows))

    def save_state(self) -> Mapping[str, object]:
        """Which row is current."""
        row = self.table.row
        return {"row": row.row.location.id if row is not None else self._kept}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Make it current again."""
        self._kept = str(state.get("row") or "")

    # -- inside

    def _show_rows(self, found: Found) -> None:
        if self._answer is None:
            return
        self._found = found
        case = label(self._answer.question.case, self.words)
        self.sentence.setText(
            self.words.text(
                "Places of the countries compared, from the border inland, {case}. Where goods are cleared "
                "is told by the order of the steps; what no procedure or step says of a place is unknown.",
                case=case,
            )
        )
        lines = place_lines(found, self._answer.reference, self.words)
        place = next((at for at, line in enumerate(lines) if line.row.location.id == self._kept), 0)
        self.table.show_rows(lines, lambda line: line.row.location.id, place)
        self.told.emit()

    def _on_row(self, line: PlaceLine) -> None:
        if self._answer is not None and self._found is not None:
            parts = place_parts(line, self._found, self._answer.reference, self.words)
            self.details.show_parts(f"{line.country} · {line.cells[1]}", parts)

    def _open(self, line: PlaceLine) -> None:
        if line.row.procedures:
            self.procedure_asked.emit(line.row.procedures[0])

    def _lay_out(self) -> None:
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)


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
