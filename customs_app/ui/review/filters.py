"""Which findings the list shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from customs_app.analysis.rules import RULES
from customs_app.domain.codes import Confidence, Mode, Regime
from customs_app.domain.procedure import Procedure
from customs_app.domain.review import Finding, Reviewer
from customs_app.language.words import Words
from customs_app.ui.filtering import MarkFilter, marks_pass, text_passes
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.mark_book import MarkBook


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What the official asks to see; None and an empty set leave nothing out. `low` shows low confidence."""

    regime: Regime | None = None
    mode: Mode | None = None
    countries: frozenset[str] = frozenset()
    marks: MarkFilter = MarkFilter.ALL
    text: str = ""
    low: bool = False

    @property
    def narrow(self) -> bool:
        """Whether anything but low confidence is left out."""
        return replace(self, low=False) != FindingFilter()

    def without_marks(self) -> "FindingFilter":
        """The same, whatever is marked."""
        return replace(self, marks=MarkFilter.ALL)


def passing(
    loaded: Loaded, book: MarkBook, wanted: FindingFilter, who: Reviewer, words: Words
) -> tuple[Finding, ...]:
    """The findings that the filter lets through, in their order."""
    return tuple(
        finding
        for finding in loaded.findings
        if (wanted.low or finding.confidence is not Confidence.LOW)
        and procedure_passes(loaded.procedures[finding.procedure].procedure, wanted)
        and marks_pass(book.of_finding(finding), wanted.marks, who)
        and (not wanted.text or text_passes(_searchable(finding, loaded, words), wanted.text))
    )


def countries_of(loaded: Loaded) -> Sequence[str]:
    """Countries (ISO 3166 alpha-2) that have procedures, by code."""
    return sorted({full.procedure.country for full in loaded.procedures.values()})


def procedure_passes(procedure: Procedure, wanted: FindingFilter) -> bool:
    """Whether a procedure is of the regime, mode and countries that are asked for."""
    if wanted.countries and procedure.country not in wanted.countries:
        return False
    if wanted.regime is not None and procedure.regime is not wanted.regime:
        return False
    return wanted.mode is None or procedure.mode in (wanted.mode, Mode.ANY)


def _searchable(finding: Finding, loaded: Loaded, words: Words) -> str:
    full = loaded.procedures[finding.procedure]
    country = loaded.reference.countries.get(finding.country)
    among = set(finding.steps)
    parts = [
        finding.rule,
        words.text(RULES[finding.rule].name),
        words.say(finding.summary),
        finding.country,
        country.name[words.language] if country else "",
        full.procedure.title[words.language],
        *(step.title[words.language] for step in full.steps if step.id in among),
    ]
    return "\n".join(parts).casefold()
