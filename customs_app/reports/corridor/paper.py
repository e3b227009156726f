"""What the papers of a corridor say, read once from the catalogue for both."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from customs_app.analysis.case import BASE, Case
from customs_app.analysis.corridor.result import Chain, ChainPoint
from customs_app.analysis.corridor.told import Told
from customs_app.analysis.money import USD, Converted, convert
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.corridor import Block, Corridor
from customs_app.domain.indicators import Membership
from customs_app.domain.procedure import FullProcedure, Source, Step
from customs_app.domain.reference import ExchangeRate, Reference
from customs_app.domain.text import Message
from customs_app.reports.content import cited
from customs_app.reports.corridor_content import CorridorContent, corridor_content
from customs_app.reports.edition import Edition, edition_of
from customs_app.reports.source_order import in_order


class Place(NamedTuple):
    """Where a step of the chain stands."""

    block: Block
    full: FullProcedure
    step: Step


@dataclass(frozen=True, slots=True)
class CorridorPaper:
    """Everything that both papers print of a corridor in one case.

    `places` has the steps of all blocks by id. `sources` are those that something printed cites: a paper
    names the first of them 1. `converted` is what the fees come to in US dollars, with its `rates`.
    """

    content: CorridorContent
    places: Mapping[str, Place]
    sources: tuple[Source, ...]
    converted: Converted
    memberships: Mapping[str, Membership]
    edition: Edition

    @property
    def title(self) -> Message:
        """The title of both papers."""
        return Message("{corridor}", {"corridor": self.content.corridor.name})

    @property
    def corridor(self) -> Corridor:
        """The corridor."""
        return self.content.corridor

    @property
    def chain(self) -> Chain:
        """The chained journey."""
        return self.content.chain

    @property
    def told(self) -> Told:
        """What the chain tells besides its hours."""
        return self.content.told

    @property
    def reference(self) -> Reference:
        """The reference lists."""
        return self.content.reference

    @property
    def bound(self) -> tuple[Block, ...]:
        """The blocks that have a procedure."""
        return tuple(block for block in self.content.blocks if block.procedure is not None)

    def number(self, block_key: str) -> int:
        """The number of a block in the chain, from 1; ValueError for a block of another chain."""
        return [block.key for block in self.content.blocks].index(block_key) + 1

    def points(self) -> Iterator[tuple[ChainPoint, Place]]:
        """The steps of the case in the order of the chain."""
        for point in self.chain.points:
            yield point, self.places[point.step_id]

    def numbers_of(self, source_ids: Iterable[str | None]) -> tuple[int, ...]:
        """The numbers under which sources stand in the list, each once, rising."""
        known = {source.id: number for number, source in enumerate(self.sources, 1)}
        return tuple(sorted({known[one] for one in source_ids if one in known}))


def corridor_paper(
    catalogue: Catalogue, corridor_id: str, case: Case = BASE, without: Collection[str] = ()
) -> CorridorPaper:
    """The corridor with this id, ready to print; `without` as for `corridor_content`.

    InputError where the catalogue has none of that id, or the chain no such step. CatalogueError where the
    file fails.
    """
    content = corridor_content(catalogue, corridor_id, case, without)
    reference = content.reference
    places = {
        step.id: Place(block, block.procedure, step)
        for block in content.blocks
        if block.procedure is not None
        for step in block.procedure.steps
    }
    converted = convert(content.chain.totals.cost, USD, reference.rates)
    countries = tuple(dict.fromkeys(block.country for block in content.blocks))
    members = {iso2: one for iso2, one in catalogue.memberships().items() if iso2 in countries}
    found = cited(_cited(content, places, _rates(content, converted), members), reference)
    return CorridorPaper(
        content=content,
        places=places,
        sources=in_order(found, countries),
        converted=converted,
        memberships=members,
        edition=edition_of(catalogue),
    )


def rates_used(paper: CorridorPaper) -> tuple[ExchangeRate, ...]:
    """The exchange rates by which anything printed is converted, in order of currency."""
    return _rates(paper.content, paper.converted)


def _rates(content: CorridorContent, converted: Converted) -> tuple[ExchangeRate, ...]:
    shares = (rate for share in content.told.payments.shares for rate in share.dollars.rates)
    used = {rate.currency: rate for rate in (*converted.rates, *shares)}
    return tuple(used[code] for code in sorted(used))


def _cited(
    content: CorridorContent,
    places: Mapping[str, Place],
    rates: Iterable[ExchangeRate],
    members: Mapping[str, Membership],
) -> Iterator[str | None]:
    """Sources of the corridor, of the steps printed with their papers, and of what is measured beside."""
    yield content.corridor.source_id
    for leg in content.corridor.legs:
        yield from leg.source_ids
    yield from _of_steps(content, places)
    yield from _of_told(content, places)
    for member in members.values():
        yield from member.source_ids
    yield from (rate.source_id for rate in rates)


def _of_steps(content: CorridorContent, places: Mapping[str, Place]) -> Iterator[str | None]:
    for block in content.blocks:
        if block.procedure is not None:
            yield from block.procedure.procedure.source_ids
    secured = {step.step_id for country in content.told.guarantees.countries for step in country.steps}
    for step_id in (*(point.step_id for point in content.chain.points), *sorted(secured)):
        yield from places[step_id].step.source_ids


def _of_told(content: CorridorContent, places: Mapping[str, Place]) -> Iterator[str | None]:
    told = content.told
    for row in told.again.again:
        for use in row.all_uses:
            yield content.reference.documents[use.document_id].source_id
            yield from places[use.step_id].step.source_ids
    for border in told.border_times:
        yield from (one.row.source_id for one in border.measured)
        for own in border.own:
            yield from own.source_ids
    for finding in told.controls:
        yield from (evidence.source for evidence in finding.evidence)
