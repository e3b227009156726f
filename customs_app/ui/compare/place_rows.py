"""Places of the countries as rows: what is done there, and what would leave if goods were cleared inland."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from customs_app.analysis.cleared_inland import Clearance
from customs_app.analysis.corridor.told_names import told_name
from customs_app.analysis.logistics_places import PlaceRow
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import UNKNOWN, hours_text
from customs_app.language.country_names import full_name
from customs_app.language.words import N_, Words
from customs_app.reports.place_texts import kind_said, moves_said, stages_said
from customs_app.ui.compare.details import Part
from customs_app.ui.session import Session
from customs_app.ui.widgets.rows import RowsModel, RowsTable

CODE, PLACE, KIND, PROCEDURES, DOING, MOVES = range(6)
NONE = "–"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read: the places, where each procedure clears goods, and the procedures, both by id."""

    places: tuple[PlaceRow, ...]
    clearances: Mapping[str, Clearance]
    procedures: Mapping[str, FullProcedure]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One row worded: its cells in order of the columns."""

    row: PlaceRow
    clearances: tuple[Clearance, ...]
    cells: tuple[str, ...]
    country: str


class PlacesModel(RowsModel[PlaceLine]):
    """A place a row; `?` where the catalogue knows no more of it than its name."""

    heads = (
        "",
        N_("Place"),
        N_("Kind"),
        N_("Procedures"),
        N_("Steps done there, by stage"),
        N_("Steps that would move inland"),
    )
    figures = frozenset({PROCEDURES, MOVES})
    head_tips: ClassVar[Mapping[int, str]] = {
        DOING: N_("Steps that need somebody or something to be there; others are done from afar"),
        MOVES: N_(
            "If goods were cleared inland: one number for each procedure that clears goods here, never added"
        ),
    }

    def text(self, row: PlaceLine, column: int) -> str:
        """What a cell shows."""
        return row.cells[column]

    def tip(self, row: PlaceLine, column: int) -> str:
        """The whole text, with the country in full beside its code."""
        return row.country if column == CODE else row.cells[column]

    def spoken(self, row: PlaceLine, column: int) -> str:
        """The place, and what the column says."""
        said = self.words.text("unknown") if row.cells[column] == UNKNOWN else row.cells[column]
        head = self.words.text(self.heads[column]) if column else row.country
        return f"{row.cells[PLACE]}, {head}: {said}" if column else f"{row.cells[PLACE]}, {head}"


def place_lines(found: Found, reference: Reference, words: Words) -> tuple[PlaceLine, ...]:
    """The places worded, in their order."""
    lines = []
    for row in found.places:
        clear = tuple(found.clearances[id_] for id_ in row.procedures if id_ in found.clearances)
        country = full_name(row.location.country, reference, words.language)
        lines.append(PlaceLine(row, clear, _cells(row, clear, reference, words), country))
    return tuple(lines)


def _cells(
    row: PlaceRow, clearances: Sequence[Clearance], reference: Reference, words: Words
) -> tuple[str, ...]:
    return (
        row.location.country,
        row.location.name[words.language],
        kind_said(row, words),
        str(len(row.procedures)) if row.procedures else NONE,
        stages_said(row, reference, words),
        moves_said(row, clearances, words),
    )


def place_parts(line: PlaceLine, found: Found, reference: Reference, words: Words) -> tuple[Part, ...]:
    """What stands behind a place: the work there, procedure by procedure, and what would leave."""
    row = line.row
    parts = [
        Part(_done(found.procedures[id_], row, words)) for id_ in row.procedures if id_ in found.procedures
    ]
    for one in line.clearances:
        parts += [Part(text) for text in _clearance(one, found.procedures[one.procedure], reference, words)]
    if row.named_in:
        parts.append(Part(words.text("Named by: {steps}", steps=_named(row, found, words))))
    if not row.known:
        parts.append(Part(words.text("No procedure is described for this place, and no step names it.")))
    source = reference.sources.get(row.location.source_id or "")
    return (*parts, Part("", (source,))) if source is not None else tuple(parts)


def _done(full: FullProcedure, row: PlaceRow, words: Words) -> str:
    here = {id_ for _, ids in row.doing for id_ in ids}
    steps = [step for step in full.steps if step.id in here]
    title = full.procedure.title[words.language]
    if not steps:
        return words.named(title, words.text("no step needs presence here"))
    return words.named(title, _steps(steps, words))


def _steps(steps: Iterable[Step], words: Words) -> str:
    return words.list_of(tuple(f"{step.seq} {step.title[words.language]}" for step in steps))


def _clearance(one: Clearance, full: FullProcedure, reference: Reference, words: Words) -> Iterable[str]:
    title = full.procedure.title[words.language]
    yield words.named(title, words.say(told_name(one.cleared)))
    if one.by_choice:
        yield words.text("The trader may choose another place: some steps stand under that condition.")
    if not one.moves:
        return
    yield words.text("Would move inland: {steps}", steps=_steps(one.moves, words))
    if one.stays:
        yield words.text("Would stay here: {steps}", steps=_steps(one.stays, words))
    hours = words.text("{hours} h", hours=hours_text(one.hours, words)) if one.hours else UNKNOWN
    yield words.text(
        "Time of the steps that would move: {hours}; {n} of {of} have a time of their own,"
        " {inside} lie in one figure for several steps",
        hours=hours,
        n=one.known.n,
        of=one.known.of,
        inside=one.inside,
    )
    if one.needed:
        names = tuple(
            reference.activities[code].name if code in reference.activities else code for code in one.needed
        )
        yield words.text("Needed besides, to go on under customs control: {activities}", activities=names)


def _named(row: PlaceRow, found: Found, words: Words) -> str:
    ids = set(row.named_in)
    return words.clauses(
        words.named(full.procedure.title[words.language], _steps(steps, words))
        for full in found.procedures.values()
        if (steps := [step for step in full.steps if step.id in ids])
    )


def places_table(session: Session, model: PlacesModel) -> RowsTable[PlaceLine]:
    """The table of the places."""
    widths = {CODE: 52, PLACE: 280, KIND: 170, PROCEDURES: 84, MOVES: 150}
    says = session.words.text("Places of the countries compared")
    return RowsTable(session, model, "compare_places", says, stretch=DOING, widths=widths, badges=(CODE,))
