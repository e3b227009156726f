"""What a corridor's table, papers and program output are made of, read once."""

from collections.abc import Collection
from dataclasses import dataclass

from customs_app.analysis.case import BASE, Case
from customs_app.analysis.corridor.bind import blocks
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.corridor.told import Told, tell
from customs_app.analysis.corridor.what_if import WhatIf, steps_of, what_if
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.corridor import Block, Corridor
from customs_app.domain.errors import InputError
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class CorridorContent:
    """A corridor with its blocks as bound and proposed, the journey through them, and what else it tells.

    `what_if` is the journey without the steps that were asked to be left out, where any were.
    """

    corridor: Corridor
    blocks: tuple[Block, ...]
    chain: Chain
    told: Told
    reference: Reference
    what_if: WhatIf | None = None


def corridor_content(
    catalogue: Catalogue, corridor_id: str, case: Case = BASE, without: Collection[str] = ()
) -> CorridorContent:
    """The corridor with this id and its chain, and what it would be `without` steps (ids) or measures.

    A measure, such as `one_transit_document`, stands for the steps that would fall away by it. InputError
    where the catalogue has no such corridor, or the chain no such step or measure.
    """
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
    struck = _struck(without, bound, told)
    would = what_if(bound, struck, case, reference)
    return CorridorContent(corridor, bound, chain(bound, case, reference), told, reference, would)


def _struck(without: Collection[str], bound: tuple[Block, ...], told: Told) -> frozenset[str]:
    """Ids of the steps that are asked to be left out, one by one or by a measure of the chain."""
    measures: dict[str, set[str]] = {}
    for saving in told.savings:
        if saving.falls_away:
            spared = {step.step_id for step in saving.falls_away}
            measures.setdefault(saving.measure.value, set()).update(spared)
    steps = steps_of(bound)
    unknown = tuple(one for one in without if one not in steps and one not in measures)
    if unknown:
        raise InputError(
            Message(
                "The chain has no step “{steps}”. Expected ids of its steps, or one of: {measures}.",
                {"steps": unknown, "measures": tuple(measures) or ("–",)},
            )
        )
    return frozenset(step for one in without for step in measures.get(one, {one}))
