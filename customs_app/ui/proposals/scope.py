"""What a proposal can be about: which procedures of which countries answer a regime and a mode."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.choose import choices
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.procedure import Procedure, ProcedureRow
from customs_app.domain.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Offer:
    """One country's procedures of a regime and mode, the one that fits best first.

    `beside` is False where the country is known by stages only while others are known in detail: its
    procedure is never set beside theirs.
    """

    country: str
    procedures: tuple[Procedure, ...]
    beside: bool = True


def offers_of(rows: Sequence[ProcedureRow], regime: Regime, mode: Mode | None) -> tuple[Offer, ...]:
    """The countries that have such a procedure, by code; mode None is every mode."""
    steps = {row.procedure.id: row.steps for row in rows}
    choice = choices([row.procedure for row in rows], regime, mode, steps=steps)
    found: list[Offer] = []
    for iso2, others in choice.others.items():
        best = choice.procedures.get(iso2)
        procedures = (best, *others) if best is not None else others
        found.append(Offer(iso2, procedures, best is not None))
    return tuple(sorted(found, key=lambda one: one.country))


def countries_of(proposals: Iterable[Proposal], rows: Sequence[ProcedureRow]) -> Mapping[str, int]:
    """How many countries each proposal (id) is about: it may name several procedures of one.

    One that names none is about those that a comparison of its regime and mode takes.
    """
    country = {row.procedure.id: row.procedure.country for row in rows}
    found: dict[str, int] = {}
    for one in proposals:
        named = {country[procedure] for procedure in one.procedures if procedure in country}
        if not one.procedures:
            named = {offer.country for offer in offers_of(rows, one.regime, one.mode) if offer.beside}
        found[one.id] = len(named)
    return found


def modes_of(rows: Sequence[ProcedureRow], regime: Regime) -> tuple[Mode, ...]:
    """Modes for which the catalogue has a procedure of the regime; Mode.ANY, for every mode, comes first."""
    there = {row.procedure.mode for row in rows if row.procedure.regime is regime} - {Mode.ANY}
    return (Mode.ANY, *(mode for mode in Mode if mode in there))


def regimes_of(rows: Sequence[ProcedureRow]) -> tuple[Regime, ...]:
    """Regimes of which the catalogue has a procedure."""
    there = {row.procedure.regime for row in rows}
    return tuple(regime for regime in Regime if regime in there)


def corridor_procedures(catalogue: Catalogue, corridor_id: str) -> tuple[str, ...]:
    """Ids of the procedures of a corridor's blocks, in the order of the chain."""
    from customs_app.analysis.corridor.bind import blocks  # noqa: PLC0415 - not at start

    reference = catalogue.reference()
    corridor = reference.corridors[corridor_id]
    countries = {leg.country for leg in corridor.legs}
    candidates = catalogue.full_procedures(countries=countries) if countries else ()
    chain = blocks(corridor, candidates, reference, catalogue.bindings(corridor_id))
    ids = [block.procedure.procedure.id for block in chain if block.procedure is not None]
    return tuple(dict.fromkeys(ids))


def chosen_of(procedures: Sequence[str], offers: Sequence[Offer]) -> Mapping[str, str]:
    """Country -> procedure id, for those of the procedures that are on offer."""
    return {
        offer.country: procedure.id
        for offer in offers
        for procedure in offer.procedures
        if procedure.id in procedures
    }
