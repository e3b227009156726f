"""What has changed in a step or a document since somebody decided about it: how it stood, how it stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from customs_app.domain.codes import Channel, CostKind, Evidence, Form, Role, TimeKind
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.language.labels import label
from customs_app.language.numbers import number
from customs_app.language.words import N_, Words

_CODES: Mapping[str, type[StrEnum]] = {
    "channel": Channel,
    "evidence": Evidence,
    "time_kind": TimeKind,
    "cost_kind": CostKind,
}
_STEPS = frozenset({"depends_on", "time_covers", "cost_covers"})
_FIGURES = frozenset({"time_min_h", "time_typ_h", "time_max_h", "cost_amount", "visits"})
_NAMES: Mapping[str, str] = {
    "title_en": N_("title"),
    "title_ru": N_("title in Russian"),
    "title_zh": N_("title in Chinese"),
    "activity": N_("activity"),
    "agency_id": N_("agency"),
    "depends_on": N_("steps before"),
    "channel": N_("how it is done"),
    "condition": N_("condition"),
    "condition_ru": N_("condition in Russian"),
    "condition_zh": N_("condition in Chinese"),
    "choice": N_("choice"),
    "time_min_h": N_("least time"),
    "time_typ_h": N_("typical time"),
    "time_max_h": N_("most time"),
    "time_kind": N_("kind of time"),
    "time_covers": N_("steps of the time"),
    "cost_amount": N_("cost"),
    "cost_currency": N_("currency"),
    "cost_basis": N_("what the cost is for"),
    "cost_kind": N_("kind of cost"),
    "cost_covers": N_("steps of the cost"),
    "visits": N_("visits"),
    "legal_basis": N_("legal basis"),
    "evidence": N_("evidence"),
    "source_id": N_("sources"),
    "locator": N_("place in the source"),
    "note": N_("note"),
    "name_en": N_("name"),
    "name_ru": N_("name in Russian"),
    "name_zh": N_("name in Chinese"),
    "name_local": N_("name in its own language"),
    "un_edifact_1001": N_("document code"),
    "issuer_agency_id": N_("issuing agency"),
}


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A column that differs today: what it is called, how it stood and how it stands, all in words."""

    column: str
    name: str
    old: str
    new: str


def changed_fields(
    verdict: Mark | Decision, full: FullProcedure, reference: Reference, words: Words
) -> tuple[ChangedField, ...]:
    """Each column of the target of a mark or decision that has changed since; none where it is not stale.

    `full` is the procedure of its step. Steps are named by their numbers, agencies, activities and
    sources by their names, codes by their labels.
    """
    stood, stands = verdict.as_stood or {}, verdict.stands or {}
    return tuple(
        ChangedField(
            column,
            _name(column, words),
            _shown(column, stood.get(column), full, reference, words),
            _shown(column, stands.get(column), full, reference, words),
        )
        for column in verdict.stale
    )


def changed_lines(
    verdict: Mark | Decision, full: FullProcedure, reference: Reference, words: Words, *, longest: int = 0
) -> tuple[str, ...]:
    """The changed fields as lines, `typical time: 2 → 3`; values are cut to `longest` signs, 0 for never."""
    return tuple(
        words.text(
            "{field}: {old} → {new}",
            field=field.name,
            old=_cut(field.old, longest),
            new=_cut(field.new, longest),
        )
        for field in changed_fields(verdict, full, reference, words)
    )


def _cut(text: str, longest: int) -> str:
    return f"{text[:longest]}…" if 0 < longest < len(text) else text


def _name(column: str, words: Words) -> str:
    if column in set(Role):
        return label(Role(column), words)
    return words.text(_NAMES[column]) if column in _NAMES else column


def _shown(column: str, cell: str | None, full: FullProcedure, reference: Reference, words: Words) -> str:
    if cell is None:
        none = column in _STEPS or column in set(Role)
        return words.text("none") if none else words.text("unknown")
    if column in set(Role):
        return _use(cell, words)
    if column in _CODES:
        return label(_CODES[column](cell), words)
    if column in _FIGURES:
        return number(float(cell), words.language, decimals=6)
    named = _naming(column, full, reference, words)
    if named is None:
        return cell
    names = list(_found(cell.split(";"), named))
    if column in _STEPS:
        names.sort(key=int)
    return words.list_of(tuple(names)) if names else words.text("what is no longer there")


def _naming(
    column: str, full: FullProcedure, reference: Reference, words: Words
) -> Callable[[str], str] | None:
    """What names the ids in a column; None for a column that holds none."""
    language = words.language
    namings: Mapping[str, Callable[[str], str]] = {
        "activity": lambda code: reference.activities[code].name[language],
        "agency_id": lambda one: reference.agencies[one].name[language],
        "issuer_agency_id": lambda one: reference.agencies[one].name[language],
        "source_id": lambda one: reference.sources[one].title,
        **dict.fromkeys(_STEPS, lambda one: str(full.number(one))),
    }
    return namings.get(column)


def _found(ids: Iterable[str], name_of: Callable[[str], str]) -> Iterator[str]:
    for one in ids:
        try:
            yield name_of(one)
        except KeyError:
            continue  # it is no longer there


def _use(cell: str, words: Words) -> str:
    """What a step does with a document: form, copies, as the catalogue keeps it in one text."""
    parts = [part for part in cell.split(", ") if part]
    told = tuple(label(Form(part), words) if part in set(Form) else part for part in parts)
    return words.list_of(told) if told else words.text("no form told")
