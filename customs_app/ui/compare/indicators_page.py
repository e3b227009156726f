"""What others measure of whole countries, beside the comparison and never part of its totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent

from customs_app.analysis.indicators_beside import IndicatorRow, indicators_beside
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode
from customs_app.domain.reference import Reference
from customs_app.figures import tokens
from customs_app.language.country_names import country_name, full_name
from customs_app.ui.compare.beside_page import BesidePage
from customs_app.ui.compare.details import Details, Part
from customs_app.ui.compare.indicators_model import GroupLine, IndicatorsModel
from customs_app.ui.compare.loader import Answer
from customs_app.ui.newest import Desk
from customs_app.ui.session import Session
from customs_app.ui.widgets.country_header import CountryHeader, Head
from customs_app.ui.widgets.delegates import CellDelegate
from customs_app.ui.widgets.frozen_table import FrozenTable
from customs_app.ui.widgets.table import row_height

_FIRST, _LEAST, _YEARS = 330, 92, 110
_MODES = {Mode.ROAD: "road", Mode.RAIL: "rail"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which countries of a catalogue file, and in which mode borders are crossed (None: both)."""

    path: Path
    countries: tuple[str, ...]
    reference: Reference
    mode: str | None


class IndicatorsPage(BesidePage):
    """A measure a row; the sources and the earlier years of the current figure stand in the inspector."""

    def __init__(self, session: Session) -> None:
        text = session.words.text
        self.table = _table(session)
        details = Details(session, "compare_indicator_details", text("Selected figure"))
        super().__init__(session, "indicators", self.table, details, _answer)
        self.sentence.setText(
            text(
                "Measures of whole countries by others, each with its year and source. They are never part "
                "of the totals of steps; figures of different years are marked ≠."
            )
        )
        self._kept: tuple[str, str] = ("", "")
        self.model = IndicatorsModel(self.words, session.palette, self)
        self.table.setModel(self.model)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_details())

    def status_text(self) -> str:
        """How many measures there are."""
        rows = sum(not isinstance(line, GroupLine) for line in self.model.lines)
        return self.words.count("{n} measure of countries", "{n} measures of countries", rows)

    def keys_text(self) -> str:
        """Keys of the table."""
        return self.words.text("← → ↑ ↓ figure · Ctrl+C copy cells")

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of the table that are no actions."""
        text = self.words.text
        return (("← → ↑ ↓", text("From figure to figure")), ("Ctrl+C", text("Copy cells with headers")))

    def sentences(self) -> tuple[str, ...]:
        """The measures as lines, each figure with its year."""
        model, lines = self.model, []
        for at, line in enumerate(model.lines):
            cells = [str(model.index(at, column).data() or "") for column in range(model.columnCount())]
            lines.append(cells[0] if isinstance(line, GroupLine) else "\t".join(cells))
        return tuple(lines)

    def save_state(self) -> Mapping[str, object]:
        """Which figure is current."""
        row, iso2 = self._current()
        return {"row": row, "country": iso2}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Make it current again."""
        self._kept = str(state.get("row") or ""), str(state.get("country") or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        self._fit()

    # -- inside

    def _asked(self, answer: Answer) -> Asked:
        comparison = answer.comparison
        countries = comparison.countries if comparison is not None else answer.countries
        mode = _MODES.get(answer.question.mode)
        return Asked(self._session.catalogue.path, countries, answer.reference, mode)

    def _show_rows(self, found: tuple[IndicatorRow, ...]) -> None:
        answer = self._answer
        if answer is None:
            return
        kept = self._current() if self.model.lines else self._kept
        countries = list(found[0].cells) if found else []
        heads = [
            Head(
                country_name(iso2, answer.reference, self.words),
                iso2,
                tip=full_name(iso2, answer.reference, self.words.language),
            )
            for iso2 in countries
        ]
        self.model.show_rows(heads, found)
        self._fit()
        columns = [head.iso2 for head in self.model.heads]
        at = next((at for at, line in enumerate(self.model.lines) if _key(line) == kept[0]), 1)
        column = columns.index(kept[1]) if kept[1] in columns[1:-1] else 1
        if self.model.lines:
            self.table.setCurrentIndex(self.model.index(at, column))
        self._show_details()
        self.told.emit()

    def _fit(self) -> None:
        columns = len(self.model.heads)
        if not columns:
            return
        needed = [max(_LEAST, self._needed(column)) for column in range(1, columns - 1)]
        spare = self.table.viewport().width() - _FIRST - _YEARS - sum(needed)
        for column, width in enumerate(needed, 1):
            self.table.set_width(column, width + max(0, spare) // len(needed))
        self.table.set_width(0, _FIRST)
        self.table.set_width(columns - 1, _YEARS)

    def _needed(self, column: int) -> int:
        metrics = self.table.fontMetrics()
        texts = (str(self.model.index(row, column).data() or "") for row in range(len(self.model.lines)))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        header = self.table.horizontalHeader()
        head = header.needed(self.model.heads[column]) if isinstance(header, CountryHeader) else 0
        return max(widest + 14, head)

    def _current(self) -> tuple[str, str]:
        index = self.table.currentIndex()
        if not index.isValid():
            return "", ""
        return _key(self.model.lines[index.row()]), self.model.heads[index.column()].iso2

    def _show_details(self) -> None:
        index: QModelIndex = self.table.currentIndex()
        empty = self.words.text("Choose a figure to see its source and earlier years")
        line = self.model.lines[index.row()] if index.isValid() else None
        own = () if line is None or isinstance(line, GroupLine) else self.model.figures(line, index.column())
        if line is None or isinstance(line, GroupLine) or self._answer is None:
            self.details.show_parts("", (), empty=empty)
            return
        sources = self._answer.reference.sources
        measure, column = str(self.model.index(index.row(), 0).data()), index.column()
        title = f"{self.model.heads[column].title} · {measure}" if column else measure
        alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for one in own:
            alike.setdefault((one.note or "", one.source_ids), []).append(self.model.figure_text(one))
        parts = [
            Part(
                "\n".join(part for part in (self.words.list_of(tuple(texts)), note) if part),
                tuple(sources[code] for code in codes if code in sources),
            )
            for (note, codes), texts in alike.items()
        ]
        if not own and index.column():
            parts = [Part(self.words.text("No source read gives it."))]
        self.details.show_parts(title, parts)


def _table(session: Session) -> FrozenTable:
    table = FrozenTable(session, "compare_indicators", session.words.text("Measures of countries"))
    table.setItemDelegate(CellDelegate(session.palette, table))
    for part in (table, table.frozen):
        part.setShowGrid(True)
    headers = CountryHeader(session.palette, table), CountryHeader(session.palette, table.frozen)
    for header in headers:
        header.setFixedHeight(tokens.HEADER)
    table.set_headers(*headers)
    table.set_row_height(row_height(session.language))
    return table


def _key(line: GroupLine | IndicatorRow) -> str:
    return str(line.group) if isinstance(line, GroupLine) else line.key


def _answer(asked: Asked, desk: Desk) -> tuple[IndicatorRow, ...]:
    with open_catalogue(asked.path, read_only=True) as catalogue:
        indicators, times = catalogue.indicators(), catalogue.border_times()
        desk.go_on()
        commitments, memberships = catalogue.commitments(), catalogue.memberships()
    return indicators_beside(
        asked.countries,
        asked.reference,
        indicators=indicators,
        border_times=times,
        commitments=commitments,
        memberships=memberships,
        mode=asked.mode,
    )
