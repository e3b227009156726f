"""What following a finding would save: its kind, by which the list can be grouped, its size, its words."""

from collections.abc import Mapping
from enum import StrEnum

from customs_app.domain.figures import Money, Range
from customs_app.domain.review import Finding, Saving
from customs_app.figures.figure_text import hours_text
from customs_app.language.numbers import money, number
from customs_app.language.words import N_, Words


class SavingKind(StrEnum):
    """What a finding saves first of all, in the order in which that is asked."""

    HOURS = "hours"
    VISITS = "visits"
    DOCUMENTS = "documents"
    COST = "cost"
    UNKNOWN = "unknown"


SAVING_NAMES: Mapping[SavingKind, str] = {
    SavingKind.HOURS: N_("Saves time, h"),
    SavingKind.VISITS: N_("Saves visits"),
    SavingKind.DOCUMENTS: N_("Saves documents"),
    SavingKind.COST: N_("Saves cost"),
    SavingKind.UNKNOWN: N_("No saving is known"),
}


def saving_kind(finding: Finding) -> SavingKind:
    """The first kind of which something is known to be saved."""
    saving = finding.saving
    sizes = {
        SavingKind.HOURS: _hours_size(saving.hours),
        SavingKind.VISITS: saving.visits or 0,
        SavingKind.DOCUMENTS: saving.documents or 0,
        SavingKind.COST: _dearest(saving).amount,
    }
    return next((kind for kind, size in sizes.items() if size > 0), SavingKind.UNKNOWN)


def saving_order(finding: Finding, kind: SavingKind) -> tuple[str, float]:
    """By what findings of one kind are sorted: the greatest first, amounts of one currency together."""
    saving = finding.saving
    if kind is SavingKind.COST:
        dearest = _dearest(saving)
        return dearest.currency, -dearest.amount
    sizes = {
        SavingKind.HOURS: _hours_size(saving.hours),
        SavingKind.VISITS: saving.visits or 0,
        SavingKind.DOCUMENTS: saving.documents or 0,
    }
    return "", -sizes.get(kind, 0)


def size_text(finding: Finding, kind: SavingKind, words: Words) -> str:
    """How much of one kind is saved, without its unit; empty where nothing is known."""
    saving = finding.saving
    if kind is SavingKind.HOURS and saving.hours is not None:
        return _hours(saving.hours, words)
    if kind is SavingKind.COST and saving.cost:
        return _amounts(saving.cost, words)
    sizes = {SavingKind.VISITS: saving.visits, SavingKind.DOCUMENTS: saving.documents}
    size = sizes.get(kind)
    return "" if size is None else str(size)


def saving_words(saving: Saving, words: Words) -> tuple[list[str], str]:
    """What is known of a saving, and a sentence that names what is not."""
    known, unknown = [], []
    visits, documents = saving.visits, saving.documents
    if visits is None:
        unknown.append(words.text("visits"))
    else:
        known.append(words.count("{n} visit", "{n} visits", visits))
    if documents is None:
        unknown.append(words.text("documents"))
    else:
        known.append(words.count("{n} document", "{n} documents", documents))
    if saving.hours is None:
        unknown.append(words.text("time"))
    else:
        known.append(words.text("{hours} h", hours=_hours(saving.hours, words)))
    if saving.cost is None:
        unknown.append(words.text("cost"))
    else:
        known.append(_amounts(saving.cost, words))
    return known, words.text("unknown: {what}", what=tuple(unknown)) if unknown else ""


def _hours_size(hours: Range | None) -> float:
    """One figure for a range, to sort by: the typical time, else the middle, else the end that is known."""
    if hours is None:
        return 0.0
    if hours.typ is not None:
        return hours.typ
    ends = [end for end in (hours.min, hours.max) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _dearest(saving: Saving) -> Money:
    return max(saving.cost or (), key=lambda amount: amount.amount, default=Money(0.0, ""))


def _hours(hours: Range, words: Words) -> str:
    if hours.min is None and hours.max is None and hours.typ is not None:
        return number(hours.typ, words.language)
    return hours_text(hours, words)


def _amounts(amounts: tuple[Money, ...], words: Words) -> str:
    return " + ".join(money(amount, words.language) for amount in amounts) or words.text("no fee")
