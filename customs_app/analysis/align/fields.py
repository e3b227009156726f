"""In which fields steps that belong together differ, and which are known on one side only."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from customs_app.analysis.align.likeness import normalised
from customs_app.analysis.align.pinned import Places
from customs_app.analysis.align.waiting import Before, waits
from customs_app.analysis.counting import CountedTime, counted_times, filled, limit_of
from customs_app.analysis.critical_path import passage
from customs_app.analysis.forms import form_of
from customs_app.domain.alignment import Field
from customs_app.domain.codes import Channel, CostKind, Form, Role, TimeKind
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text

Value = Hashable
"""What a field is compared by; None is unknown."""
Row = tuple[Value, ...]
Told = tuple[tuple[Field, ...], tuple[Field, ...]]
"""The fields that differ, and those known on one side only."""

COUNTRIES = (
    Field.CHANNEL,
    Field.TIME,
    Field.COST,
    Field.DOCUMENTS,
    Field.CONDITION,
    Field.AGENCY,
    Field.VISITS,
    Field.LAW,
)
"""What steps of two procedures are compared by, but for what they wait for."""
VERSIONS = (Field.TITLE, Field.ACTIVITY, *COUNTRIES, Field.EVIDENCE)
"""What two versions of one step are compared by."""
_PLACE = {field: number for number, field in enumerate(Field)}


class Compared:
    """The steps of a procedure as they are compared, by place.

    Between countries documents are those handed in or shown, agencies
    are of one kind, and an aggregate is no figure of one step; `versions` holds everything as it stands.
    """

    def __init__(self, full: FullProcedure, reference: Reference) -> None:
        self.full, self.reference = full, reference
        self.ids = [step.id for step in full.steps]
        self._several: dict[tuple[int, ...], Row] = {}

    @cached_property
    def before(self) -> Before:
        """What each step waits for."""
        return Before(self.full)

    @cached_property
    def countries(self) -> list[Row]:
        """The values of `COUNTRIES` for each step."""
        return [self._between_countries(step) for step in self.full.steps]

    def version(self, place: int) -> Row:
        """The values of `VERSIONS` for a step."""
        step = self.full.steps[place]
        common = self.countries[place]
        uses = frozenset((use.document_id, use.role, use.form) for use in self.full.uses.get(step.id, ()))
        own = {
            Field.TIME: step.time if step.time.hours.known else None,
            Field.COST: None if step.cost.amount is None else step.cost,
            Field.DOCUMENTS: uses,
            Field.CONDITION: (_plain(step.condition), step.choice),
            Field.AGENCY: step.agency_id,
        }
        return (
            step.title,
            step.activity,
            *(own.get(field, value) for field, value in zip(COUNTRIES, common, strict=True)),
            step.evidence,
        )

    def several(self, places: tuple[int, ...]) -> Row:
        """The values of `COUNTRIES` for steps that stand for one of the other side, taken together.

        The heaviest channel; times one after another as they wait, fees and visits added up, each only where
        all are known; documents, conditions, agencies and laws of all.
        """
        if len(places) == 1:
            return self.countries[places[0]]
        if places not in self._several:
            self._several[places] = self._together(places)
        return self._several[places]

    def _together(self, places: tuple[int, ...]) -> Row:
        steps = [self.full.steps[place] for place in places]
        columns = dict(
            zip(COUNTRIES, zip(*(self.countries[place] for place in places), strict=True), strict=True)
        )
        channels = [step.channel for step in steps if step.channel is not None]
        whole = len(channels) == len(steps)
        used = [uses for uses in columns[Field.DOCUMENTS] if isinstance(uses, frozenset)]
        visits = [step.visits for step in steps if step.visits is not None]
        return (
            max(channels, key=list(Channel).index) if whole else None,
            self._elapsed(steps),
            _added(columns[Field.COST]),
            frozenset[Value]().union(*used) if used else None,
            _all(columns[Field.CONDITION]),
            _all(columns[Field.AGENCY]),
            sum(visits) if len(visits) == len(steps) else None,
            _all(columns[Field.LAW]),
        )

    def _between_countries(self, step: Step) -> Row:
        agency = self.reference.agencies.get(step.agency_id or "")
        asked = [
            (document_key(use.document_id, self.reference), use.role, use.form)
            for use in self.full.uses.get(step.id, ())
            if use.role is not Role.OUTPUT
        ]
        return (
            step.channel,
            _time(step),
            _cost(step),
            frozenset(asked) or None,
            ("", "") if step.condition is None and not step.choice else _condition(step),
            agency.kind if agency else None,
            step.visits,
            _plain(step.legal_basis) or None,
        )

    def _elapsed(self, steps: Sequence[Step]) -> Value:
        if not all(step.time.kind is TimeKind.DURATION and step.time.hours.known for step in steps):
            return None
        times: Mapping[str, CountedTime] = counted_times(self.full, steps)
        return (TimeKind.DURATION, *_ends(passage(self.full, times).elapsed))


def fields_of(both: tuple[Compared, Compared], rows: Sequence[Places]) -> dict[Places, Told]:
    """What is to be told of each row that has steps on both sides; rows without a difference are left out."""
    left, right = both
    after = (
        [waits(one.before, rows, side) for side, one in enumerate(both)]
        if left.before.known and right.before.known
        else None
    )
    one_only = left.before.known != right.before.known
    found: dict[Places, Told] = {}
    for number, row in enumerate(rows):
        if not (row[0] and row[1]):
            continue
        differ, unknown = told_of(both, row)
        if after and after[0][number] != after[1][number]:
            differ = _ordered((*differ, Field.AFTER))
        elif one_only:
            unknown = _ordered((*unknown, Field.AFTER))
        if differ or unknown:
            found[row] = differ, unknown
    return found


def told_of(both: tuple[Compared, Compared], row: Places) -> Told:
    """What is to be told of one row with steps on both sides, but for what they wait for."""
    fields, left, right = values(both, row)
    if left == right:
        return (), ()
    differ: list[Field] = []
    unknown: list[Field] = []
    for field, one, other in zip(fields, left, right, strict=True):
        if one == other:
            continue
        same: bool | None = False
        if one is None or other is None:
            same = None
        elif field is Field.DOCUMENTS and fields is not VERSIONS:
            same = same_documents(one, other)
        if same is None:
            unknown.append(field)
        elif not same:
            differ.append(field)
    return tuple(differ), tuple(unknown)


def values(both: tuple[Compared, Compared], row: Places) -> tuple[tuple[Field, ...], Row, Row]:
    """By what fields the two sides of a row are compared, and the values of both."""
    (left, right), (lefts, rights) = both, row
    if len(lefts) == len(rights) == 1:
        one, other = lefts[0], rights[0]
        if left.ids[one] == right.ids[other]:
            return VERSIONS, left.version(one), right.version(other)
        return COUNTRIES, left.countries[one], right.countries[other]
    return COUNTRIES, left.several(lefts), right.several(rights)


def same_documents(left: Value, right: Value) -> bool | None:
    """Whether the same documents are asked alike; a form that one side does not tell is no other form.

    None where what is left over has no code on either side: names alone do not tell whether it is the same.
    """
    if not (isinstance(left, frozenset) and isinstance(right, frozenset)):
        return left == right
    one, other = _forms(left), _forms(right)
    beyond = one.keys() - other.keys(), other.keys() - one.keys()
    if all(beyond) and not any(key.coded for side in beyond for key, _ in side):
        return None
    if any(beyond):
        return False
    return all(not own or not other[key] or own & other[key] for key, own in one.items())


class DocumentKey(NamedTuple):
    """What one document of two countries shares: its UN/EDIFACT 1001 code, else its English name."""

    coded: bool
    key: str


def document_key(document_id: str, reference: Reference) -> DocumentKey:
    """The key of a document, by its code or by the public form that its name tells."""
    document = reference.documents.get(document_id)
    if document is None:
        return DocumentKey(coded=False, key=document_id)
    form = form_of(document_id, reference)[0] or document.code
    return DocumentKey(coded=True, key=form) if form else DocumentKey(False, normalised(document.name.en))


_Asked = tuple[DocumentKey, Role, Form | None]


def _forms(uses: Iterable[_Asked]) -> dict[tuple[DocumentKey, Role], set[Form]]:
    found: dict[tuple[DocumentKey, Role], set[Form]] = {}
    for document, role, form in uses:
        forms = found.setdefault((document, role), set())
        if form is not None:
            forms.add(form)
    return found


def _ordered(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(sorted(fields, key=_PLACE.__getitem__))


def _time(step: Step) -> Value:
    hours, kind = step.time.hours, step.time.kind
    if kind is TimeKind.AGGREGATE or not hours.known:
        return None
    return (kind, *_ends(limit_of(hours) if kind is TimeKind.LIMIT else filled(hours)[0]))


def _ends(hours: Range) -> tuple[float | None, ...]:
    """A range without the last binary digits that a sum leaves."""
    return tuple(None if end is None else round(end, 6) for end in (hours.min, hours.typ, hours.max))


def _cost(step: Step) -> Value:
    cost = step.cost
    if cost.amount is None or cost.kind is CostKind.AGGREGATE:
        return None
    return ("%", cost.amount) if cost.kind is CostKind.RATE else (cost.currency, cost.amount)


def _added(costs: Sequence[Value]) -> Value:
    known = [cost for cost in costs if isinstance(cost, tuple)]
    currencies = {currency for currency, _ in known}
    if len(known) < len(costs) or len(currencies) != 1 or "%" in currencies:
        return None
    return (*currencies, sum(amount for _, amount in known))


def _all(own: Sequence[Value]) -> Value:
    """What several steps have, one value where all have one; None where one is not known."""
    if None in own:
        return None
    several = frozenset(own)
    return own[0] if len(several) == 1 else several


def _condition(step: Step) -> Value:
    return _plain(step.condition), (step.choice or "").partition(":")[2]


def _plain(text: Text | str | None) -> str:
    """A text (its English) without case and width of gaps."""
    said = text.en if isinstance(text, Text) else text
    return " ".join((said or "").casefold().split())
