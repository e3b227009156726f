"""What has changed in a step or a document since it was marked, how it stood and how it stands, in words."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from customs_app.domain.codes import Channel, CostKind, Evidence, Form, Role, TimeKind
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.language.labels import label
from customs_app.language.numbers import number
from customs_app.language.words import N_, Words
from customs_app.ui.step_columns import FIELDS, FieldKind

_LONGEST = 60
_CODES: Mapping[str, type[StrEnum]] = {
    "channel": Channel,
    "evidence": Evidence,
    "time_kind": TimeKind,
    "cost_kind": CostKind,
}
_OF_DOCUMENT = {
    "code": N_("Code"),
    "issuer_agency_id": N_("Issued by"),
    "source_id": N_("Sources"),
}
_NAMES = ("name_en", "name_ru", "name_zh", "name_local")


def changed_since(mark: Mark, full: FullProcedure, reference: Reference, words: Words) -> tuple[str, ...]:
    """Each column of the marked step or document that differs today, as it stood → as it stands, worded."""
    return tuple(dict.fromkeys(_changed(mark, full, reference, words)))


def _changed(mark: Mark, full: FullProcedure, reference: Reference, words: Words) -> Iterable[str]:
    stood, stands = mark.as_stood or {}, mark.stands or {}
    for column in mark.stale:
        name = _name(column, words, of_document=mark.document_id is not None)
        old = _shown(column, stood.get(column), full, reference, words)
        new = _shown(column, stands.get(column), full, reference, words)
        yield words.text("{field}: {old} → {new}", field=name, old=old, new=new)


def _shown(column: str, cell: str | None, full: FullProcedure, reference: Reference, words: Words) -> str:
    if cell is None:
        of_steps = column in FIELDS and FIELDS[column].kind is FieldKind.STEPS
        return words.text("none") if of_steps else words.text("unknown")
    shown = _worded(column, cell, full, reference, words)
    if not shown:
        return words.text("what is no longer there") if cell else words.text("no form told")
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def _name(column: str, words: Words, *, of_document: bool) -> str:
    if not of_document and column in FIELDS:
        return words.text(FIELDS[column].label)
    if column in set(Role):
        return label(Role(column), words)
    if column in _NAMES:
        return words.text("Name")
    return words.text(_OF_DOCUMENT[column]) if column in _OF_DOCUMENT else words.text("the document")


def _worded(column: str, cell: str, full: FullProcedure, reference: Reference, words: Words) -> str:
    if column in _CODES:
        return label(_CODES[column](cell), words)
    if column in set(Role):
        return _use(cell, words)
    language = words.language
    named: Mapping[str, Callable[[str], str]] = {
        "activity": lambda code: reference.activities[code].name[language],
        "agency_id": lambda one: reference.agencies[one].name[language],
        "issuer_agency_id": lambda one: reference.agencies[one].name[language],
        "source_id": lambda one: reference.sources[one].title,
        **dict.fromkeys(("depends_on", "time_covers", "cost_covers"), lambda one: str(full.number(one))),
    }
    kind = FIELDS[column].kind if column in FIELDS else FieldKind.LINE
    if column in named:
        names = list(_found(cell.split(";"), named[column]))
        return words.list_of(tuple(sorted(names, key=int) if kind is FieldKind.STEPS else names))
    figure = kind in (FieldKind.NUMBER, FieldKind.WHOLE)
    return number(float(cell), language, decimals=6) if figure else cell


def _found(ids: Iterable[str], name_of: Callable[[str], str]) -> Iterable[str]:
    for one in ids:
        try:
            yield name_of(one)
        except KeyError:
            continue  # it is no longer there


def _use(cell: str, words: Words) -> str:
    """What a step did with a document: form, copies, as the catalogue keeps it in one text."""
    parts = [part for part in cell.split(", ") if part]
    return words.list_of(tuple(label(Form(part), words) if part in set(Form) else part for part in parts))
