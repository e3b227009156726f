"""What a corridor's table, papers and program output are made of, read once."""

from dataclasses import dataclass

from customs_app.analysis.case import BASE, Case
from customs_app.analysis.corridor.bind import blocks
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.corridor.told import Told, tell
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.corridor import Block, Corridor
from customs_app.domain.errors import InputError
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class CorridorContent:
    """A corridor with its blocks as bound and proposed, the journey through them, and what else it tells."""

    corridor: Corridor
    blocks: tuple[Block, ...]
    chain: Chain
    told: Told
    reference: Reference


def corridor_content(catalogue: Catalogue, corridor_id: str, case: Case = BASE) -> CorridorContent:
    """The corridor with this id and its chain; InputError where the catalogue has none of that id."""
    reference = catalogue.reference()
    corridor = reference.corridors.get(corridor_id)
    if corridor is None:
        raise InputError(
            Message(
                "There is no corridor “{corridor}”. Expected one of {corridors}.",
                {"corridor": corridor_id, "corridors": tuple(reference.corridors)},
            )
        )
    countries = {leg.country for leg in corridor.legs}
    procedures = catalogue.full_procedures(countries=countries)
    bound = blocks(corridor, procedures, reference, catalogue.bindings(corridor_id))
    told = tell(
        bound,
        case,
        reference,
        border_times=catalogue.border_times(),
        memberships=catalogue.memberships(),
    )
    return CorridorContent(corridor, bound, chain(bound, case, reference), told, reference)
