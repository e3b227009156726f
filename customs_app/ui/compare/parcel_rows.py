"""How parcels enter each member state, as rows: one a procedure, or one that says there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from customs_app.analysis.parcels import ParcelRow
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import UNKNOWN, hours_text
from customs_app.language.country_names import full_name
from customs_app.language.numbers import money
from customs_app.language.words import N_, Words
from customs_app.reports.beside_texts import documents_text, threshold_text, ways_text
from customs_app.ui.compare.details import Part
from customs_app.ui.session import Session
from customs_app.ui.widgets.rows import RowsModel, RowsTable

CODE, PROCEDURE, FREE, DOCUMENTS, STEPS, HOURS, TIMED, FEES, WAYS = range(9)


@dataclass(frozen=True, slots=True)
class ParcelLine:
    """One row worded: its cells in order of the columns."""

    row: ParcelRow
    cells: tuple[str, ...]
    country: str

    @property
    def key(self) -> str:
        """By what it is found again."""
        return self.row.procedure.procedure.id if self.row.procedure is not None else self.row.country


class ParcelsModel(RowsModel[ParcelLine]):
    """Never ranked: totals of unlike coverage stand beside what they cover."""

    heads = (
        "",
        N_("Procedure"),
        N_("Free of duty up to"),
        N_("Documents"),
        N_("Steps"),
        N_("Elapsed, hours"),
        N_("Steps timed"),
        N_("Fees"),
        N_("How it is done"),
    )
    figures = frozenset({DOCUMENTS, STEPS, HOURS, TIMED, FEES})

    def text(self, row: ParcelLine, column: int) -> str:
        """What a cell shows."""
        return row.cells[column]

    def tip(self, row: ParcelLine, column: int) -> str:
        """The whole text: the country in full, all thresholds."""
        if column == FREE:
            return "\n".join(threshold_text(one, self.words) for one in row.row.thresholds)
        return row.country if column == CODE else row.cells[column]

    def spoken(self, row: ParcelLine, column: int) -> str:
        """The country, and what the column says."""
        said = self.words.text("unknown") if row.cells[column] == UNKNOWN else row.cells[column]
        return f"{row.country}, {self.words.text(self.heads[column])}: {said}" if column else row.country


def parcel_lines(rows: Sequence[ParcelRow], reference: Reference, words: Words) -> tuple[ParcelLine, ...]:
    """The rows worded, in their order."""
    return tuple(
        ParcelLine(row, _cells(row, words), full_name(row.country, reference, words.language)) for row in rows
    )


def parcel_parts(line: ParcelLine, reference: Reference, words: Words) -> tuple[Part, ...]:
    """What stands behind a row: each threshold with its source, the words of the procedure, its documents."""
    row, sources = line.row, reference.sources
    parts = [
        Part(
            words.named(
                words.text("Free of duty up to"),
                " ".join(part for part in (threshold_text(one, words), one.note or "") if part),
            ),
            tuple(sources[code] for code in one.source_ids if code in sources),
        )
        for one in row.thresholds
    ]
    if not row.thresholds:
        parts.append(Part(words.text("No source read gives a threshold.")))
    if row.documents is not None:
        names = tuple(
            reference.documents[one].name[words.language] if one in reference.documents else one
            for one in row.documents
        )
        parts.append(Part(words.text("Documents handed in or shown: {documents}", documents=names)))
    if row.procedure is not None:
        own = row.procedure.procedure.source_ids
        parts.append(Part(row.said or "", tuple(sources[code] for code in own if code in sources)))
    return tuple(parts)


def parcels_table(session: Session, model: ParcelsModel) -> RowsTable[ParcelLine]:
    """The table of the members."""
    widths = {CODE: 52, FREE: 130, DOCUMENTS: 88, STEPS: 56, HOURS: 104, TIMED: 86, FEES: 92, WAYS: 130}
    says = session.words.text("Parcel imports of all members")
    return RowsTable(
        session, model, "compare_parcels", says, stretch=PROCEDURE, widths=widths, badges=(CODE,)
    )


def _cells(row: ParcelRow, words: Words) -> tuple[str, ...]:
    free = threshold_text(row.thresholds[0], words) if row.thresholds else UNKNOWN
    free += f" +{len(row.thresholds) - 1}" if len(row.thresholds) > 1 else ""
    full, totals = row.procedure, row.totals
    if full is None or totals is None:
        return (row.country, words.text("no such procedure in the catalogue"), free, *("–" for _ in range(6)))
    covered = totals.time_covered
    return (
        row.country,
        full.procedure.title[words.language],
        free,
        documents_text(row),
        str(totals.steps),
        hours_text(totals.elapsed, words),
        words.text("{n} of {of}", n=covered.n, of=covered.of),
        " + ".join(money(one, words.language) for one in totals.cost) or UNKNOWN,
        ways_text(row, words),
    )
