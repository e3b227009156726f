"""The evidence of a finding laid side by side: a column for each step, and how neighbours compare."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from customs_app.analysis.counting import CountedCost, CountedTime, counted_costs, counted_times
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Finding
from customs_app.domain.text import Rendering
from customs_app.language.words import N_, Words
from customs_app.ui.loaded import Loaded, steps_of
from customs_app.ui.review.cells import Cell, Line, Run, Tone, unknown
from customs_app.ui.review.fields import FIELD_NAMES, ONLY_WHERE_KNOWN, Ask, Field, cell, untranslated


class Relation(StrEnum):
    """How two neighbouring cells compare; NONE where there is no step on one side."""

    SAME = "="
    DIFFERENT = "≠"
    UNKNOWN = "?"
    NONE = ""


RELATION_NAMES = {
    Relation.SAME: N_("the same"),
    Relation.DIFFERENT: N_("different"),
    Relation.UNKNOWN: N_("not known"),
    Relation.NONE: N_("nothing to compare"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One step of the evidence; `step` is None for countries that live without it.

    `own` steps are those of the finding, which can be marked; the others are steps of other countries.
    """

    title: Rendering
    country: str
    step: Step | None
    own: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One field of all steps; `relations` stand between neighbours, one fewer than cells."""

    field: Field
    name: str
    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]
    untranslated: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The evidence of a finding; rows that differ come first, then what is not known.

    `equal` are rows in which all steps are the same, to be folded into one line.
    """

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    equal: tuple[Row, ...] = ()


def sheet(finding: Finding, loaded: Loaded, words: Words) -> Sheet:
    """Lay the steps of a finding side by side, beside those of other countries that its evidence names."""
    full = loaded.procedures[finding.procedure]
    own = [(full, step) for step in steps_of(finding, loaded)]
    peers = _peer_steps(finding, loaded)
    without = _living_without(finding, loaded)
    columns = [
        Column(step.title.shown(words.language), full.procedure.country, step, True) for _, step in own
    ]
    columns += [
        Column(step.title.shown(words.language), other.procedure.country, step, False)
        for other, step in peers
    ]
    across = bool(peers or without)
    about = frozenset(finding.documents)
    counts = _Counts()
    asks = [
        Ask(other, step, loaded.reference, *counts.of(other), across, about, words)
        for other, step in (*own, *peers)
    ]
    if without:
        says = words.count("{n} country without it", "{n} countries without it", len(without))
        columns.append(Column(Rendering(says, words.language), "", None, False))
    rows = [_row(field, asks, without, words) for field in _fields(across=across, without=bool(without))]
    kept = [row for row in rows if row.field not in ONLY_WHERE_KNOWN or _any_known(row)]
    if len(columns) < 2:
        return Sheet(tuple(columns), tuple(kept))
    equal = tuple(row for row in kept if set(row.relations) == {Relation.SAME})
    rest = sorted((row for row in kept if row not in equal), key=_weight)
    return Sheet(tuple(columns), tuple(rest), equal)


def relation(one: Cell, other: Cell) -> Relation:
    """How two cells compare: what is not known on one side is neither the same nor different."""
    if one.key is None or other.key is None:
        return Relation.UNKNOWN
    return Relation.SAME if one.key == other.key else Relation.DIFFERENT


class _Counts:
    """What the figures of each procedure count, found once for all of its steps."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Mapping[str, CountedTime], Mapping[str, CountedCost]]] = {}

    def of(self, full: FullProcedure) -> tuple[Mapping[str, CountedTime], Mapping[str, CountedCost]]:
        key = full.procedure.id
        if key not in self._kept:
            self._kept[key] = counted_times(full, full.steps), counted_costs(full, full.steps)
        return self._kept[key]


def _peer_steps(finding: Finding, loaded: Loaded) -> list[tuple[FullProcedure, Step]]:
    """Steps of other procedures that the evidence names, in its order."""
    found = []
    for step_id in dict.fromkeys(row.step for row in finding.evidence if row.step):
        other = loaded.procedure_of.get(step_id)
        if other is not None and other.procedure.id != finding.procedure:
            found.append((other, other.step(step_id)))
    return found


def _living_without(finding: Finding, loaded: Loaded) -> list[FullProcedure]:
    """Procedures that the evidence names without a step: they do not have it."""
    places = dict.fromkeys(row.locator for row in finding.evidence if row.step is None and row.locator)
    return [loaded.procedures[place] for place in places if place in loaded.procedures]


def _fields(*, across: bool, without: bool) -> Sequence[Field]:
    fields = [field for field in Field if across or field is not Field.PROCEDURE]
    if across and not without:
        fields.remove(Field.AFTER)
    return fields


def _row(field: Field, asks: Sequence[Ask], without: Sequence[FullProcedure], words: Words) -> Row:
    cells = [cell(field, ask) for ask in asks]
    relations = [relation(one, other) for one, other in pairwise(cells)]
    if without:
        cells.append(_without_cell(field, without, words))
        if len(cells) > 1:
            relations.append(Relation.DIFFERENT if field is Field.PROCEDURE else Relation.NONE)
    return Row(
        field,
        words.text(FIELD_NAMES[field]),
        tuple(cells),
        tuple(relations),
        untranslated(field, words.language) and any(one.key is not None for one in cells),
    )


def _without_cell(field: Field, without: Sequence[FullProcedure], words: Words) -> Cell:
    """What stands under the countries without the step: their procedures, and no field of a step."""
    if field is not Field.PROCEDURE:
        return unknown("–")
    lines = tuple(
        Line(
            (
                Run(
                    full.procedure.title[words.language],
                    Tone.LINK,
                    f"procedure:{full.procedure.id}",
                ),
            ),
            badge=full.procedure.country,
        )
        for full in without
    )
    return Cell(lines, tuple(full.procedure.id for full in without))


def _any_known(row: Row) -> bool:
    return any(one.key is not None for one in row.cells)


def _weight(row: Row) -> int:
    """Rows that differ anywhere come first."""
    return 0 if Relation.DIFFERENT in row.relations else 1
