"""Which data are asked for again: data elements by documents, of one procedure or of several countries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.rules.rekeyed import Rekeyed, rekeyed
from customs_app.domain.codes import Role
from customs_app.domain.figures import Coverage
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import FormBox, Reference

_ASKING = frozenset({Role.INPUT, Role.SHOWN})


@dataclass(frozen=True, slots=True)
class FormUse:
    """One public form (UN/EDIFACT 1001 code) in one procedure, and who asks for it.

    `documents` are ids of those that stand for the form, each on it; `steps` ids of the steps that take
    one in or are shown one, in order, and `agencies` ids of those that do these steps. Where no step does,
    they are those at which it is drawn up or issued, and `only_issued` says so. `by_name`: the name tells
    the form of one of the documents, as it has no code. `elements` is how many data elements the form
    asks for.
    """

    form: str
    documents: tuple[str, ...]
    steps: tuple[str, ...]
    agencies: tuple[str, ...]
    elements: int
    by_name: bool = False
    only_issued: bool = False


@dataclass(frozen=True, slots=True)
class Demand:
    """One form of one procedure that asks for one data element, and in which of its boxes.

    `boxes` is empty where the reference list has no more than that the form asks for it.
    """

    use: FormUse
    boxes: tuple[FormBox, ...]

    @property
    def form(self) -> str:
        """The form (UN/EDIFACT 1001 code) that asks."""
        return self.use.form

    @property
    def steps(self) -> tuple[str, ...]:
        """Ids of the steps that ask."""
        return self.use.steps

    @property
    def agencies(self) -> tuple[str, ...]:
        """Ids of the agencies that ask."""
        return self.use.agencies


@dataclass(frozen=True, slots=True)
class OneSubmission:
    """What one consignment would be spared if each datum and each paper were given once.

    `repeats` are demands for data that have been given; `handovers` times a document is handed in again,
    `shown` times it must be shown though it has been handed in or shown, and `documents` how many different
    documents these are: none of them falls away, each is asked for but once. The three are None where no
    document is recorded. All conditions are taken to be met; of options that exclude one another, the one
    that asks most.
    """

    repeats: int
    documents: int | None
    handovers: int | None
    shown: int | None


@dataclass(frozen=True, slots=True)
class ProcedureData:
    """What one procedure (id) asks for: its forms in order of their first step, and the sums.

    `recorded` is how many of all its steps have documents recorded: what the others ask for is not known.
    """

    country: str
    procedure: str
    forms: tuple[FormUse, ...]
    counts: Rekeyed
    saving: OneSubmission
    recorded: Coverage

    @property
    def asked(self) -> int:
        """How often data elements are asked for, each once a form."""
        return self.counts.asked

    @property
    def distinct(self) -> int:
        """How many different data elements are asked for."""
        return self.counts.distinct

    @property
    def repeated(self) -> int:
        """How many of the demands ask again."""
        return self.counts.repeated

    @property
    def share(self) -> float | None:
        """The part of the demands that ask again, 0 to 1; None where no form is known."""
        return self.counts.share

    @property
    def not_counted(self) -> tuple[str, ...]:
        """Ids of the documents without a known form: what they ask for is not known."""
        return self.counts.not_counted

    @property
    def by_name(self) -> tuple[str, ...]:
        """Ids of the documents whose form is told by their names."""
        return self.counts.by_name


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One data element (tag): procedure id -> who asks for it there, empty where nobody does."""

    tag: str
    asked: Mapping[str, tuple[Demand, ...]]

    @property
    def total(self) -> int:
        """How often it is asked for in all procedures."""
        return sum(map(len, self.asked.values()))

    @property
    def most(self) -> int:
        """How often the procedure that asks most does."""
        return max(map(len, self.asked.values()), default=0)


@dataclass(frozen=True, slots=True)
class DataMatrix:
    """Data elements by documents: `columns` one a procedure, as given; `rows` the most asked first."""

    rows: tuple[ElementRow, ...]
    columns: tuple[ProcedureData, ...]


def data_matrix(procedures: Iterable[FullProcedure], reference: Reference) -> DataMatrix:
    """Which data elements the documents of the procedures ask for, in which box, at which steps.

    Documents count in any role and on any condition, each public form once a procedure. Own control
    elements of a form (tags X-OWN-) do not count, nor documents without a known form: they are named.
    """
    given = list(procedures)
    columns = tuple(_column(full, reference) for full in given)
    cells: dict[str, dict[str, tuple[Demand, ...]]] = {}
    for column in columns:
        uses = {use.form: use for use in column.forms}
        for tag, forms in column.counts.matrix.items():
            own = tuple(Demand(uses[form], _boxes(form, tag, reference)) for form in forms)
            cells.setdefault(tag, {})[column.procedure] = own
    rows = (
        ElementRow(tag, {column.procedure: asked.get(column.procedure, ()) for column in columns})
        for tag, asked in cells.items()
    )
    return DataMatrix(tuple(sorted(rows, key=lambda row: (-row.total, -row.most, row.tag))), columns)


def _column(full: FullProcedure, reference: Reference) -> ProcedureData:
    counts = rekeyed(full, reference)
    return ProcedureData(
        full.procedure.country,
        full.procedure.id,
        tuple(_use(full, form, counts) for form in counts.forms),
        counts,
        _one_submission(full, counts),
        Coverage(sum(bool(full.uses.get(step.id)) for step in full.steps), len(full.steps)),
    )


def _use(full: FullProcedure, form: str, counts: Rekeyed) -> FormUse:
    documents = counts.forms[form]
    steps = _steps(full, documents, _ASKING)
    asking = steps or _steps(full, documents, {Role.OUTPUT})
    return FormUse(
        form=form,
        documents=documents,
        steps=tuple(step.id for step in asking),
        agencies=tuple(dict.fromkeys(step.agency_id for step in asking if step.agency_id)),
        elements=sum(form in forms for forms in counts.matrix.values()),
        by_name=any(document in counts.by_name for document in documents),
        only_issued=not steps,
    )


def _steps(full: FullProcedure, documents: Iterable[str], roles: Iterable[Role]) -> Sequence[Step]:
    of, with_role = set(documents), set(roles)
    return [
        step
        for step in full.steps
        if any(use.document_id in of and use.role in with_role for use in full.uses.get(step.id, ()))
    ]


def _boxes(form: str, tag: str, reference: Reference) -> tuple[FormBox, ...]:
    known = reference.forms.get(form)
    return tuple(box for box in known.boxes if box.tag == tag) if known is not None else ()


def _one_submission(full: FullProcedure, counts: Rekeyed) -> OneSubmission:
    uses = [use for step in full.steps for use in full.uses.get(step.id, ()) if use.role in _ASKING]
    if not uses:
        return OneSubmission(counts.repeated, None, None, None)
    documents = handovers = shown = 0
    for document in dict.fromkeys(use.document_id for use in uses):
        met = _met_by_one(_steps(full, [document], _ASKING))
        roles = [use.role for use in uses if use.document_id == document and use.step_id in met]
        again = max(roles.count(Role.INPUT) - 1, 0)
        handovers += again
        shown += len(roles) - 1 - again
        documents += len(roles) > 1
    return OneSubmission(counts.repeated, documents, handovers, shown)


def _met_by_one(steps: Sequence[Step]) -> frozenset[str]:
    """Ids of the most steps that one consignment can meet: of each choice the option with most of them."""
    options: dict[str, dict[str, list[str]]] = {}
    met = [step.id for step in steps if step.choice is None]
    for step in steps:
        if step.choice is not None:
            group = options.setdefault(step.choice.partition(":")[0], {})
            group.setdefault(step.choice, []).append(step.id)
    for group in options.values():
        most: list[str] = max(group.values(), key=len)
        met += most
    return frozenset(met)
