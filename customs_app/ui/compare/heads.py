"""What stands above each country's column: its name, and which of its procedures is shown."""

import re
from collections import Counter

from customs_app.analysis.compare import Comparison
from customs_app.domain.codes import Mode, View
from customs_app.domain.procedure import Procedure
from customs_app.domain.reference import Reference
from customs_app.language.country_names import country_name, full_name
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.widgets.country_header import Head

_ORDINARY = re.compile(r"\b(ordinary|general|commercial|standardi[sz]ed)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(（][^)）]*[)）]")


def heads_of(comparison: Comparison, reference: Reference, words: Words) -> tuple[Head, ...]:
    """The heads of the countries' columns, in the order of the comparison."""
    kinds = {iso2: _kind(full.procedure) for iso2, full in comparison.procedures.items()}
    usual = _usual(tuple(kinds.values()))
    mixed = comparison.mode is Mode.ANY
    result = []
    for iso2 in comparison.countries:
        procedure = comparison.procedures[iso2].procedure
        warn = procedure.view is View.STAGES or kinds[iso2] != usual
        variant = _variant(procedure, reference, words, special=kinds[iso2] != usual)
        if mixed and procedure.mode is not Mode.ANY:
            variant = f"{label(procedure.mode, words)} · {variant}"
        more = bool(comparison.others.get(iso2))
        result.append(
            Head(
                country_name(iso2, reference, words),
                iso2,
                variant,
                warn,
                more,
                _tip(iso2, procedure, reference, words, more=more, warn=warn),
            )
        )
    return tuple(result)


def describe(procedure: Procedure, words: Words, steps: int) -> str:
    """A procedure in one line, as a menu offers it: title, goods, view, number of steps."""
    parts = [procedure.title[words.language]]
    if procedure.goods is not None:
        parts.append(procedure.goods[words.language])
    parts.append(label(procedure.view, words))
    parts.append(words.count("{n} step", "{n} steps", steps))
    return " · ".join(parts)


def _kind(procedure: Procedure) -> str:
    """Empty for ordinary goods, else the goods, so that like can be told from unlike."""
    goods = procedure.goods.en if procedure.goods else ""
    return "" if not goods or _ORDINARY.search(f"{procedure.title.en}; {goods}") else goods.casefold()


def _usual(kinds: tuple[str, ...]) -> str:
    """The kind of most columns; ordinary goods where that is open."""
    count = Counter(kinds)
    return max(count, key=lambda kind: (count[kind], not kind), default="")


def _variant(procedure: Procedure, reference: Reference, words: Words, *, special: bool) -> str:
    if procedure.view is View.STAGES:
        return label(View.STAGES, words)
    goods = procedure.goods[words.language] if procedure.goods else ""
    if special and goods:
        return goods
    place = reference.locations.get(procedure.location_id or "")
    if place is not None:
        return _BRACKETS.sub("", place.name[words.language])
    return goods or (label(procedure.mode, words) if procedure.mode is not Mode.ANY else "")


def _tip(
    iso2: str, procedure: Procedure, reference: Reference, words: Words, *, more: bool, warn: bool
) -> str:
    lines = [full_name(iso2, reference, words.language), procedure.title[words.language]]
    if procedure.goods is not None:
        lines.append(words.text("Goods: {goods}", goods=procedure.goods))
    place = reference.locations.get(procedure.location_id or "")
    if place is not None:
        lines.append(words.text("Place: {place}", place=place.name))
    if procedure.as_of:
        lines.append(words.text("As of {day}", day=procedure.as_of))
    if procedure.view is View.STAGES:
        lines.append(words.text("A view by stages: coarser than the detailed ones, never set beside them."))
    elif warn:
        lines.append(words.text("Other goods than in most columns: compare with care."))
    if more:
        lines.append(words.text("Click to choose another procedure of this country (Alt+Down)."))
    return "\n".join(lines)
