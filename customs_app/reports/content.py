"""What the workbook and the printed proposal say, read once from the catalogue for both."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from customs_app.analysis.compare import Comparison
from customs_app.analysis.measures import Measure
from customs_app.analysis.money import Converted
from customs_app.catalogue.catalogue import Catalogue, Counts
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.procedure import FullProcedure, Procedure, Source, Step
from customs_app.domain.proposal import Proposal
from customs_app.domain.reference import Country, ExchangeRate, Reference
from customs_app.domain.review import Mark


class ContentKind(StrEnum):
    """Which of the two papers is printed."""

    COMPARISON = "comparison"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Edition:
    """The state of the catalogue that is printed: SHA-256 in hexadecimal, counts, day (ISO 8601)."""

    sha256: str
    counts: Counts
    date: str

    @property
    def short(self) -> str:
        """The hash as it stands at the foot of a page: beginning and end."""
        return f"{self.sha256[:16]} … {self.sha256[-8:]}"


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that both exporters print.

    `comparison.countries` gives the order of the countries (ISO 3166 alpha-2) everywhere, and
    `comparison.procedures` their procedures with all steps. `marks` are those on the steps printed.
    `measures` is empty for a comparison. `sources` are those that something printed cites, in order of
    first citing. `converted` has each country's fees of the case in `currency` (ISO 4217), with the days
    of the rates and what has no rate; `rates` are the exchange rates it took, in order of currency.
    """

    kind: ContentKind
    comparison: Comparison
    marks: tuple[Mark, ...]
    measures: tuple[Measure, ...]
    from_findings: bool
    proposal: Proposal | None
    reference: Reference
    sources: tuple[Source, ...]
    currency: str
    converted: Mapping[str, Converted]
    rates: tuple[ExchangeRate, ...]
    edition: Edition

    @property
    def regime(self) -> Regime:
        """The regime that is compared."""
        return self.comparison.regime

    @property
    def mode(self) -> Mode:
        """The mode of transport that is compared."""
        return self.comparison.mode

    @property
    def countries(self) -> tuple[Country, ...]:
        """The countries in order of print."""
        return tuple(self.reference.countries[iso2] for iso2 in self.comparison.countries)

    def procedures(self) -> Iterator[tuple[Country, FullProcedure]]:
        """Each country with its procedure, in order of print."""
        for country in self.countries:
            yield country, self.comparison.procedures[country.iso2]

    def step_place(self, step_id: str) -> tuple[Country, FullProcedure, Step]:
        """Where a printed step stands; KeyError for a step that is not printed."""
        for country, full in self.procedures():
            for step in full.steps:
                if step.id == step_id:
                    return country, full, step
        raise KeyError(step_id)
