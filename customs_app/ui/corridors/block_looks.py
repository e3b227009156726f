"""The blocks of the chain in words."""

from collections.abc import Mapping, Sequence

from customs_app.analysis.corridor.result import Chain, ChainBlock
from customs_app.domain.corridor import Block, GapKind, Leg, Role
from customs_app.domain.reference import Reference
from customs_app.language.corridor_names import gap_name, role_name
from customs_app.language.words import N_, Words
from customs_app.ui.corridors.looks import BlockLook

_SHORT: Mapping[Role, str] = {Role.CROSS_OUT: N_("Leave"), Role.CROSS_IN: N_("Entry")}
_AT_PLACE = {Role.CROSS_OUT: N_("Leave at {place}"), Role.CROSS_IN: N_("Enter at {place}")}
_ENDS = 2


def block_looks(chain: Chain, reference: Reference, words: Words) -> tuple[BlockLook, ...]:
    """All blocks of a chain as the row shows them."""
    return tuple(_look(one, reference, words) for one in chain.blocks)


def block_title(block: Block, words: Words) -> str:
    """What a block is, with the place where that is one border point."""
    names = places_of(block.places, words)
    if block.role in _AT_PLACE and len(names) == 1:
        return words.text(_AT_PLACE[block.role], place=names[0])
    return _short(block, words)


def block_name(block: Block, words: Words) -> str:
    """A block named in a table or a sentence: its country and what it is."""
    return f"{block.country} {_short(block, words)}"


def _short(block: Block, words: Words) -> str:
    short = _SHORT.get(block.role)
    return words.text(short) if short is not None else role_name(block.role, words)


def places_of(legs: Sequence[Leg], words: Words) -> tuple[str, ...]:
    """Names of the places that are named."""
    return tuple(leg.name[words.language] for leg in legs if leg.name is not None)


def ends_of(names: Sequence[str]) -> str:
    """A row of places by its ends."""
    if len(names) > _ENDS + 1:
        return f"{names[0]} › … › {names[-1]}"
    return " › ".join(names)


def country_name(iso2: str, reference: Reference, words: Words) -> str:
    """The name of a country, or its code where the reference lists have none."""
    country = reference.countries.get(iso2)
    return country.name[words.language] if country is not None else iso2


def _look(one: ChainBlock, reference: Reference, words: Words) -> BlockLook:
    block, text = one.block, words.text
    open_ = block.procedure is None
    names = places_of(block.places, words)
    title, below = block_title(block, words), _below(one, words)
    places = ends_of(names)
    if not names or (len(names) == 1 and block.role in _AT_PLACE):
        places = country_name(block.country, reference, words)
    says = [country_name(block.country, reference, words), title]
    if names:
        says.append(" › ".join(names))
    if block.procedure is not None:
        says.append(block.procedure.procedure.title[words.language])
        if block.elsewhere:
            says.append(text("Recorded at another place: its figures are those of that place."))
    says += [below, words.say(block.why)]
    return BlockLook(
        block.key,
        block.country,
        title,
        places,
        below,
        "\n".join(says),
        ", ".join(says),
        open=open_,
        offers=open_ and bool(block.others),
        bound=not block.proposed,
    )


def _below(one: ChainBlock, words: Words) -> str:
    block = one.block
    if block.procedure is not None:
        return words.text("{n} of {of} timed", n=one.covered.n, of=one.covered.of)
    if block.others and block.gap is GapKind.NO_PROCEDURE:
        return words.text("Attach a procedure")
    if block.gap is None or block.gap is GapKind.NO_PROCEDURE:
        return words.text("no procedure")
    return gap_name(block.gap, words)
