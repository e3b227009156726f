"""Chains of blocks made for tests, small ones and those of the starting catalogue."""

import dataclasses
from collections.abc import Mapping, Sequence

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Role as Use
from customs_app.domain.corridor import Block, Leg, Role
from customs_app.domain.procedure import Document, FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message, Text
from tests.analysis.made import procedure, reference

COR_01 = {
    "CN-export": "CN-P-export-road",
    "KZ-cross_in": "KZ-P-bcp-khorgos-road",
    "KZ-transit": "KZ-P-transit-road",
    "RU-cross_in": None,
    "RU-import": "RU-P-import-road",
}
"""The blocks of the road China - Kazakhstan - Russia, and the procedures that fit them."""


def block(key: str, full: FullProcedure | None, places: Sequence[Leg] = ()) -> Block:
    """A block by its key (`KZ-transit`); its procedure is taken to be one of that country."""
    country, _, role = key.partition("-")
    return Block(key, country, Role(role), tuple(places), full, True, Message("made"))


def made(
    key: str, *steps: Step, uses: Mapping[str, Sequence[tuple[str, Use]]] | None = None, name: str = "P"
) -> Block:
    """A block with a procedure of these steps; ids are told apart by the key of the block."""
    full = procedure(*steps, country=key.partition("-")[0], uses=uses)
    head = dataclasses.replace(full.procedure, id=f"{key}-{name}")
    return block(key, FullProcedure(head, full.steps, full.uses))


def documents(**names: str) -> Reference:
    """A reference list with documents by id; `name/code` gives the UN/EDIFACT 1001 code."""
    known = {}
    for id_, said in names.items():
        name, _, code = said.partition("/")
        known[id_] = Document(id_, "KZ", Text(name), code=code or None)
    return dataclasses.replace(reference(), documents=known)


def chain_of(catalogue: Catalogue, bound: Mapping[str, str | None]) -> tuple[Block, ...]:
    """Blocks with procedures of the catalogue (by id, None for a gap) and the places of COR-01."""
    legs = catalogue.reference().corridors["COR-01"].legs
    return tuple(
        block(
            key,
            catalogue.full_procedure(id_) if id_ else None,
            [leg for leg in legs if leg.country == key.partition("-")[0]],
        )
        for key, id_ in bound.items()
    )
