"""How the list of findings is grouped: by rule, country, confidence or saving."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TypeVar

from customs_app.analysis.rules import RULES
from customs_app.domain.codes import Confidence
from customs_app.domain.review import Finding
from customs_app.language.labels import label
from customs_app.language.words import N_, Words
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.saving import SAVING_NAMES, SavingKind, saving_kind, saving_order

MISSING, DISMISSED = "missing", "dismissed"
"""Keys of the groups that stand apart whatever the list is grouped by."""

_Key = TypeVar("_Key")


class Grouping(StrEnum):
    """What the findings of a group have in common."""

    RULE = "rule"
    COUNTRY = "country"
    CONFIDENCE = "confidence"
    SAVING = "saving"


GROUPING_NAMES: Mapping[Grouping, str] = {
    Grouping.RULE: N_("By rule"),
    Grouping.COUNTRY: N_("By country"),
    Grouping.CONFIDENCE: N_("By confidence"),
    Grouping.SAVING: N_("By saving"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that the list shows under one heading; those `apart` come last and are folded at first.

    `badge` is a short code before the name, `confidence` the sign before it; `tip` tells more.
    """

    key: str
    name: str
    findings: tuple[Finding, ...]
    badge: str = ""
    confidence: Confidence | None = None
    apart: bool = False
    tip: str = ""

    @property
    def dismissed(self) -> bool:
        """Whether these are the findings that somebody has set aside."""
        return self.key == DISMISSED


def grouped(
    findings: Iterable[Finding],
    words: Words,
    by: Grouping = Grouping.RULE,
    *,
    dismissed: Collection[str] = (),
    loaded: Loaded | None = None,
) -> tuple[Group, ...]:
    """The findings under their headings, in order; `dismissed` are keys of those that are set aside.

    Rules that name a missing facilitation come apart after the others, and after them what is dismissed.
    """
    main: list[Finding] = []
    missing: list[Finding] = []
    aside: list[Finding] = []
    for finding in findings:
        into = aside if finding.key in dismissed else missing if RULES[finding.rule].apart else main
        into.append(finding)
    return (*_GROUPERS[by](main, words, loaded), *_missing(missing, words, by), *_dismissed(aside, words))


def _by_rule(findings: Sequence[Finding], words: Words, _loaded: Loaded | None) -> tuple[Group, ...]:
    by_rule = _by(findings, lambda finding: finding.rule)
    return tuple(_of_rule(code, own, words) for code, own in sorted(by_rule.items()))


def _of_rule(code: str, findings: Sequence[Finding], words: Words, *, apart: bool = False) -> Group:
    name = words.text(RULES[code].name)
    tip = (
        words.text(
            "{name}. This names a facilitation that is missing, not a step that is redundant.", name=name
        )
        if apart
        else name
    )
    return Group(code, name, tuple(findings), badge=code, apart=apart, tip=tip)


def _by_country(findings: Sequence[Finding], words: Words, loaded: Loaded | None) -> tuple[Group, ...]:
    names = loaded.reference.countries if loaded is not None else {}
    groups = []
    for iso2, own in sorted(_by(findings, lambda finding: finding.country).items()):
        name = names[iso2].name[words.language] if iso2 in names else iso2
        groups.append(Group(iso2, name, tuple(own), badge=iso2, tip=name))
    return tuple(groups)


def _by_confidence(findings: Sequence[Finding], words: Words, _loaded: Loaded | None) -> tuple[Group, ...]:
    by_level = _by(findings, lambda finding: finding.confidence)
    groups = []
    for level in Confidence:
        if level in by_level:
            name = words.text("Confidence: {level}", level=label(level, words))
            groups.append(Group(level, name, tuple(by_level[level]), confidence=level, tip=name))
    return tuple(groups)


def _by_saving(findings: Sequence[Finding], words: Words, _loaded: Loaded | None) -> tuple[Group, ...]:
    by_kind = _by(findings, saving_kind)
    groups = []
    for kind in SavingKind:
        if kind in by_kind:
            # The greatest first; what saves alike keeps its order.
            own = sorted(by_kind[kind], key=partial(saving_order, kind=kind))
            name = words.text(SAVING_NAMES[kind])
            groups.append(Group(f"saves_{kind}", name, tuple(own), tip=name))
    return tuple(groups)


def _missing(findings: Sequence[Finding], words: Words, by: Grouping) -> tuple[Group, ...]:
    if by is Grouping.RULE:
        by_rule = _by(findings, lambda finding: finding.rule)
        return tuple(_of_rule(code, own, words, apart=True) for code, own in sorted(by_rule.items()))
    if not findings:
        return ()
    tip = words.text("These name a facilitation that is missing, not a step that is redundant.")
    return (Group(MISSING, words.text("Missing facilitations"), tuple(findings), apart=True, tip=tip),)


def _dismissed(findings: Sequence[Finding], words: Words) -> tuple[Group, ...]:
    if not findings:
        return ()
    tip = words.text("Somebody said why these are not redundant. They come back when their evidence changes.")
    return (Group(DISMISSED, words.text("Dismissed"), tuple(findings), apart=True, tip=tip),)


def _by(findings: Iterable[Finding], key_of: Callable[[Finding], _Key]) -> dict[_Key, list[Finding]]:
    groups: dict[_Key, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(key_of(finding), []).append(finding)
    return groups


_GROUPERS: Mapping[Grouping, Callable[[Sequence[Finding], Words, Loaded | None], tuple[Group, ...]]] = {
    Grouping.RULE: _by_rule,
    Grouping.COUNTRY: _by_country,
    Grouping.CONFIDENCE: _by_confidence,
    Grouping.SAVING: _by_saving,
}
