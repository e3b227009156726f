"""What the matrix of data shows, worded once: elements by documents, or by procedures side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.data_matrix import DataMatrix, Demand, ElementRow, FormUse, ProcedureData
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import FormBox, Reference
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.numbers import number
from customs_app.language.words import Words
from customs_app.ui.widgets.country_header import Head

ASKED = "●"


@dataclass(frozen=True, slots=True)
class DataCell:
    """One cell: its text, what it says at greater length, and the (procedure, step) to which it leads."""

    text: str = ""
    tip: str = ""
    place: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class DataLine:
    """A data element with its cells, or a sum over all elements."""

    title: str
    tip: str
    cells: tuple[DataCell, ...]
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class DataSheet:
    """Heads of the columns after the first, lines from top to bottom, and sentences above them.

    `details` say more on demand. `procedures` names the procedure of each column where each has its own.
    """

    first: str
    heads: tuple[Head, ...]
    lines: tuple[DataLine, ...]
    lead: str
    notes: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()


class Wording:
    """Makes the sheets of a matrix; `procedures` by id hold those of its columns."""

    def __init__(
        self,
        matrix: DataMatrix,
        procedures: Mapping[str, FullProcedure],
        reference: Reference,
        words: Words,
    ) -> None:
        self._matrix, self._procedures, self._words = matrix, procedures, words
        self._reference = reference

    # -- one procedure

    def of_one(self) -> DataSheet:
        """Elements by the documents of the one procedure of the matrix."""
        words, column = self._words, self._matrix.columns[0]
        full = self._procedures[column.procedure]
        heads = [Head(words.text("Asked for"), tip=words.text("How many of the documents ask for it"))]
        heads += [self._form_head(use, full) for use in column.forms]
        lines = tuple(self._of_documents(row, column, full) for row in self._matrix.rows)
        return DataSheet(
            words.text("Data element"),
            tuple(heads),
            lines,
            self._lead(column),
            self._notes(column),
            self._details(column),
        )

    def _of_documents(self, row: ElementRow, column: ProcedureData, full: FullProcedure) -> DataLine:
        demands = {demand.form: demand for demand in row.asked[column.procedure]}
        name, n = self.element(row.tag), len(demands)
        counted = self._words.count("{n} document asks for it", "{n} documents ask for it", n)
        cells = [DataCell(str(n), f"{name}\n{counted}")]
        for use in column.forms:
            demand = demands.get(use.form)
            cells.append(DataCell() if demand is None else self._demand(name, demand, full))
        return DataLine(name, f"{name}\n{row.tag}", tuple(cells))

    def _demand(self, name: str, demand: Demand, full: FullProcedure) -> DataCell:
        numbers = tuple(dict.fromkeys(box.number for box in demand.boxes if box.number))
        tip = "\n".join((name, *self._who_asks(demand, full)))
        place = (full.procedure.id, demand.steps[0]) if demand.steps else None
        return DataCell(self._words.list_of(numbers) or ASKED, tip, place)

    def _who_asks(self, demand: Demand, full: FullProcedure) -> tuple[str, ...]:
        """The form, its boxes, and at which steps which agencies ask for it."""
        words, language = self._words, self._words.language
        steps = tuple(str(full.number(step_id)) for step_id in demand.steps)
        known = self._reference.agencies
        agencies = tuple(known[one].name[language] for one in demand.agencies if one in known)
        lines = [words.named(self.form(demand.form), words.list_of(self._papers(demand.use)))]
        lines += [self._box(box) for box in demand.boxes]
        if demand.use.only_issued:
            lines.append(words.text("drawn up or issued at steps: {steps}", steps=steps))
        elif steps:
            lines.append(words.text("asked for at steps: {steps}", steps=steps))
        if agencies:
            lines.append(words.list_of(agencies))
        return tuple(lines)

    def _box(self, box: FormBox) -> str:
        name = box.name[self._words.language] if box.name else ""
        if box.number is None:
            return name
        where = self._words.text("box {n}", n=box.number)
        return self._words.named(where, name) if name else where

    def _form_head(self, use: FormUse, full: FullProcedure) -> Head:
        words = self._words
        steps = tuple(str(full.number(step_id)) for step_id in use.steps)
        where = words.text("steps {steps}", steps=steps) if steps else ""
        counted = words.count("{n} data element", "{n} data elements", use.elements)
        form = self._reference.forms.get(use.form)
        tip = [self.form(use.form), words.list_of(self._papers(use)), where, counted]
        if form is not None and form.layout:
            tip.append(words.text("Boxes are those of: {layout}", layout=form.layout))
        return Head(self.form(use.form), use.form, where, tip="\n".join(filter(None, tip)))

    def _lead(self, column: ProcedureData) -> str:
        words = self._words
        return words.text(
            "{asked} data asked for, {distinct} different ones: {repeated} are asked for again ({share}).",
            asked=column.asked,
            distinct=column.distinct,
            repeated=column.repeated,
            share=self._share(column),
        )

    def _notes(self, column: ProcedureData) -> tuple[str, ...]:
        """What one submission would save, and how much is known."""
        words, saves = self._words, column.saving
        notes = []
        if saves.documents is not None and saves.handovers is not None and saves.shown is not None:
            notes.append(
                words.text(
                    "Given once, each consignment would be spared: repeated data {repeats} · handovers "
                    "{handovers} · showings {shown} · of different documents {documents}.",
                    repeats=saves.repeats,
                    handovers=saves.handovers,
                    shown=saves.shown,
                    documents=saves.documents,
                )
            )
        notes.append(
            words.text(
                "Documents are recorded at {n} of {of} steps; not counted, without a known form: {unknown}.",
                n=column.recorded.n,
                of=column.recorded.of,
                unknown=len(column.not_counted),
            )
        )
        return tuple(notes)

    def _details(self, column: ProcedureData) -> tuple[str, ...]:
        """What the signs mean, and which documents are meant."""
        words = self._words
        told = [
            words.text("A number is the box of the form; {asked} where its boxes have none.", asked=ASKED)
        ]
        for ids, sentence in (
            (column.not_counted, words.text("Not counted, because their form is not known: {documents}")),
            (column.by_name, words.text("Form told by the name: {documents}")),
        ):
            if names := self._named(ids):
                told.append(sentence.replace("{documents}", words.list_of(names)))
        return tuple(told)

    # -- several procedures

    def side_by_side(self) -> DataSheet:
        """Elements by procedures: how many documents of each ask for them, and the sums above."""
        words, columns = self._words, self._matrix.columns
        heads = [Head(words.text("In all"), tip=words.text("How often all of them ask for it"))]
        heads += [self._procedure_head(column) for column in columns]
        lines = [*self._sums(columns), *(self._of_procedures(row, columns) for row in self._matrix.rows)]
        lead = words.count(
            "{n} procedure side by side: how many documents of each ask for a data element.",
            "{n} procedures side by side: how many documents of each ask for a data element.",
            len(columns),
        )
        ids = ("", *(column.procedure for column in columns))
        return DataSheet(words.text("Data element"), tuple(heads), tuple(lines), lead, procedures=ids)

    def _procedure_head(self, column: ProcedureData) -> Head:
        procedure = self._procedures[column.procedure].procedure
        title = procedure.title[self._words.language]
        known = self._reference.countries.get(procedure.country)
        name = known.name[self._words.language] if known else procedure.country
        tip = f"{name}\n{title}\n" + self._words.text("Click to see its documents")
        return Head(name, procedure.country, title, tip=tip)

    def _sums(self, columns: Sequence[ProcedureData]) -> tuple[DataLine, ...]:
        words, language = self._words, self._words.language
        asked, distinct = [column.asked for column in columns], [column.distinct for column in columns]
        return (
            self._sum(words.text("Share that is asked for again"), [self._share(one) for one in columns]),
            self._sum(words.text("Data asked for"), [number(one, language) for one in asked]),
            self._sum(words.text("Different data"), [number(one, language) for one in distinct]),
            self._sum(
                words.text("Documents without a known form"),
                [number(len(one.not_counted), language) for one in columns],
            ),
        )

    @staticmethod
    def _sum(title: str, texts: Sequence[str]) -> DataLine:
        cells = (DataCell(), *(DataCell(text, title) for text in texts))
        return DataLine(title, title, cells, is_sum=True)

    def _of_procedures(self, row: ElementRow, columns: Sequence[ProcedureData]) -> DataLine:
        name = self.element(row.tag)
        cells = [DataCell(str(row.total), name)]
        for column in columns:
            demands, full = row.asked[column.procedure], self._procedures[column.procedure]
            cells.append(self._count(name, demands, full))
        return DataLine(name, f"{name}\n{row.tag}", tuple(cells))

    def _count(self, name: str, demands: Sequence[Demand], full: FullProcedure) -> DataCell:
        if not demands:
            return DataCell()
        counted = self._words.count("{n} document asks for it", "{n} documents ask for it", len(demands))
        lines = [name, counted, *(self.form(demand.form) for demand in demands)]
        steps = demands[0].steps
        return DataCell(str(len(demands)), "\n".join(lines), (full.procedure.id, steps[0]) if steps else None)

    # -- names

    def element(self, tag: str) -> str:
        """The name of a data element."""
        known = self._reference.data_elements.get(tag)
        return known.name[self._words.language] if known else tag

    def form(self, code: str) -> str:
        """The name of a public form."""
        known = self._reference.forms.get(code)
        return known.name[self._words.language] if known else code

    def _papers(self, use: FormUse) -> tuple[str, ...]:
        return self._named(use.documents)

    def _named(self, ids: Sequence[str]) -> tuple[str, ...]:
        known = self._reference.documents
        return tuple(known[one].name[self._words.language] for one in ids if one in known)

    def _share(self, column: ProcedureData) -> str:
        if column.share is None:
            return UNKNOWN
        return f"{number(100 * column.share, self._words.language, decimals=0)} %"
