"""How far each country is from a procedure that all could have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from customs_app.analysis.distance import Distances, common, distances
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.language.country_names import country_name
from customs_app.reports.beside_texts import common_text, distance_note, extremes_text
from customs_app.ui.compare.details import Details, Part
from customs_app.ui.compare.distance_rows import (
    ChangeRow,
    ChangesModel,
    CountriesModel,
    CountryRow,
    change_rows,
    changes_table,
    countries_table,
    country_rows,
)
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.tabs import TabPage
from customs_app.ui.newest import Desk, Newest
from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band
from customs_app.ui.widgets.choice_button import ChoiceButton
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import heading


@dataclass(frozen=True, slots=True)
class Asked:
    """Procedures (country -> procedure), and which is the common one: empty for the median."""

    procedures: Mapping[str, FullProcedure]
    reference: Reference
    like: str


class DistancePage(TabPage):
    """Countries from the nearest to the farthest; below them the changes of the chosen one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.words = session, session.words
        text = self.words.text
        self._answer: Answer | None = None
        self.like, self._country = "", ""
        self.found: Distances | None = None
        self.setObjectName("compare_distance_page")
        self.common = ChoiceButton(session, "compare_common", text("Which procedure is the common one"))
        self.sentence = wrapped(role="second")
        self.sentence.setObjectName("compare_distance_sentence")
        self.definition = wrapped(distance_note(self.words), role="small")
        self.countries = CountriesModel(self.words, self)
        self.table = countries_table(session, self.countries)
        self.changes = ChangesModel(self.words, self)
        self.list = changes_table(session, self.changes)
        self.band = Band(session, text("Changes"))
        self.details = Details(session, "compare_change_details", text("Selected change"))
        self._none = EmptyState(text("Choose at least two countries with this regime and mode"))
        self._lay_out()
        self.newest = Newest(self, "distance", _answer)
        self.newest.answered.connect(self._show_found)
        self.newest.failed.connect(self.failed)
        self.common.chosen.connect(self._choose_common)
        self.table.chosen.connect(self._on_country)
        self.list.opened.connect(self._on_change)
        self.list.chosen.connect(self._show_change)

    # -- what the workspace asks

    def show_answer(self, answer: Answer) -> None:
        """Measure the distances of the countries compared."""
        if answer is self._answer:
            return
        self._answer = answer
        comparison = answer.comparison
        self._stack.setCurrentIndex(1 if comparison is None else 0)
        if comparison is None:
            self.newest.forget()
            return
        if self.like not in comparison.countries:
            self.like = ""
        self._ask()

    def forget(self) -> None:
        """Read anew when an answer is shown next."""
        self._answer = None

    def main(self) -> QWidget:
        """The table of the countries."""
        return self.table

    def panes(self) -> Sequence[QWidget]:
        """Both tables."""
        return (self.table, self.list)

    def behind(self) -> QWidget:
        """The details of the current row."""
        return self.details

    def status_text(self) -> str:
        """Who needs least and most."""
        if self.found is None or self._answer is None:
            return ""
        return extremes_text(self.found, self._answer.reference, self.words)

    def keys_text(self) -> str:
        """Keys of both tables."""
        return self.words.text("↑ ↓ country · Enter show in the matrix · Ctrl+C copy cells")

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of both tables that are no actions."""
        text = self.words.text
        return (
            ("↑ ↓", text("From country to country, or from change to change")),
            ("Enter", text("Show the activity of a change in the matrix")),
            ("Ctrl+C", text("Copy cells with headers")),
        )

    def sentences(self) -> tuple[str, ...]:
        """The distances and the changes of the chosen country, as lines."""
        lines = [self.sentence.text(), *(row.text for row in self.changes.rows)]
        return tuple(line for line in lines if line)

    def save_state(self) -> Mapping[str, object]:
        """Which procedure is the common one, and whose changes are shown."""
        return {"like": self.like, "country": self._country}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Choose it again."""
        self.like, self._country = str(state.get("like") or ""), str(state.get("country") or "")

    # -- inside

    def _ask(self) -> None:
        answer = self._answer
        if answer is None or answer.comparison is None:
            return
        words = self.words
        names = {iso2: country_name(iso2, answer.reference, words) for iso2 in answer.comparison.countries}
        entries = [("", words.text("the median of the countries compared"))]
        entries += [(iso2, words.text("like {country}", country=name)) for iso2, name in names.items()]
        self.common.show_entries(entries, self.like)
        self.newest.ask(Asked(answer.comparison.procedures, answer.reference, self.like))

    def _choose_common(self, like: str) -> None:
        self.like = like
        self._ask()

    def _show_found(self, found: Distances) -> None:
        if self._answer is None:
            return
        self.found = found
        reference, words = self._answer.reference, self.words
        own = country_rows(found.countries, found.common, reference, words)
        self.sentence.setText(common_text(found, reference, words))
        kept = next((at for at, row in enumerate(own) if row.distance.country == self._country), 0)
        self.table.show_rows(own, lambda row: row.distance.country, kept)
        self.told.emit()

    def _on_country(self, row: CountryRow) -> None:
        if self._answer is None:
            return
        self._country = row.distance.country
        rows = change_rows(row.distance, self._answer.reference, self.words)
        self.list.show_rows(rows, lambda one: one.text)
        changes = self.words.count("{n} change", "{n} changes", len(row.distance.changes))
        self.band.set_title(f"{row.name} · {changes}")

    def _show_change(self, row: ChangeRow) -> None:
        self.details.show_parts(row.kind, [Part(row.text), Part(row.about)])

    def _on_change(self, row: ChangeRow) -> None:
        if row.activity:
            self.activity_asked.emit(row.activity, (self._country,))

    def _lay_out(self) -> None:
        above = QWidget()
        above.setProperty("surface", "base")
        above.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout()
        row.setSpacing(8)
        name: QLabel = heading(self.words.text("Common procedure"))
        row.addWidget(name)
        row.addWidget(self.common)
        row.addWidget(self.sentence, 1)
        column = QVBoxLayout(above)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.definition)
        below, body = QWidget(), QSplitter(Qt.Orientation.Vertical)
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.band)
        inside.addWidget(self.list, 1)
        body.setObjectName("compare_distance_parts")
        body.setChildrenCollapsible(False)
        body.addWidget(self.table)
        body.addWidget(below)
        body.setSizes([320, 320])
        found = QWidget()
        whole = QVBoxLayout(found)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(above)
        whole.addWidget(body, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(found)
        self._stack.addWidget(self._none)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


def _answer(asked: Asked, desk: Desk) -> Distances:
    shown = common(asked.procedures, asked.reference, asked.like or None)
    desk.go_on()
    return distances(asked.procedures, shown, asked.reference)
