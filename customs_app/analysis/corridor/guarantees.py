"""Securities, escorts and seals that the countries of a chain ask for, each by itself."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.json_values import amount_json, range_json
from customs_app.analysis.rules.saving import own_cost, own_hours
from customs_app.domain.codes import CostKind, Role
from customs_app.domain.corridor import Block
from customs_app.domain.corridor import Role as Part
from customs_app.domain.figures import Money, Range
from customs_app.domain.indicators import Membership
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference


class GuaranteeKind(StrEnum):
    """By what a country makes sure that goods arrive and duties are paid."""

    SECURITY = "security"
    TIR = "tir"
    ESCORT = "escort"
    SEAL = "seal"


class Standing(StrEnum):
    """What is known of the securities of one country.

    RECORDED: at least one step gives security or opens a TIR carnet. NOT_RECORDED: goods pass under transit,
    but no such step is recorded, which does not say that none is asked for. NO_TRANSIT: no transit through
    the country is recorded. NO_PROCEDURE: nothing is known of the country.
    """

    RECORDED = "recorded"
    NOT_RECORDED = "not_recorded"
    NO_TRANSIT = "no_transit"
    NO_PROCEDURE = "no_procedure"


@dataclass(frozen=True, slots=True)
class GuaranteeStep:
    """One step that asks for security, an escort or a seal.

    `number` is its `seq`; `hours` and `cost` are its own figures, None where unknown; `rate` is a percentage
    of something. `in_case` says that the case takes the step; conditions stand in the step itself.
    """

    block_key: str
    country: str
    step_id: str
    number: int
    kind: GuaranteeKind
    in_case: bool
    hours: Range | None
    cost: Money | None
    rate: float | None


@dataclass(frozen=True, slots=True)
class CountryGuarantees:
    """What one country on the way asks for; `tir` is None where nobody says whether it is a party to TIR."""

    country: str
    blocks: tuple[str, ...]
    standing: Standing
    steps: tuple[GuaranteeStep, ...]
    tir: bool | None

    def of(self, *kinds: GuaranteeKind) -> tuple[GuaranteeStep, ...]:
        """The steps of these kinds."""
        return tuple(step for step in self.steps if step.kind in kinds)


@dataclass(frozen=True, slots=True)
class Guarantees:
    """The countries of the chain in its order, each once."""

    countries: tuple[CountryGuarantees, ...]

    @property
    def tir_all_the_way(self) -> bool | None:
        """Whether every country of the chain is a party to TIR; None where one is not known to be."""
        known = [country.tir for country in self.countries]
        if False in known:
            return False
        return None if None in known else True


_TIR_CARNET = "952"
_ESCORT = re.compile(r"\b(escort|convoy|track)", re.IGNORECASE)
"""What tells an escort from a disinfection, which is the same activity, in the English title."""
_TRANSIT = "DCL-08"


def guarantees(
    blocks: Sequence[Block],
    case: Case,
    reference: Reference,
    memberships: Mapping[str, Membership] | None = None,
) -> Guarantees:
    """Which securities, escorts and seals each country of the chain asks for, on any condition."""
    countries = dict.fromkeys(block.country for block in blocks)
    members = memberships or {}
    return Guarantees(
        tuple(
            _country(
                iso2,
                [block for block in blocks if block.country == iso2],
                case,
                reference,
                members[iso2].tir if iso2 in members else None,
            )
            for iso2 in countries
        )
    )


def _country(
    iso2: str, blocks: Sequence[Block], case: Case, reference: Reference, tir: bool | None
) -> CountryGuarantees:
    steps = [step for block in blocks for step in guarantee_steps(block, case, reference)]
    given = any(step.kind in (GuaranteeKind.SECURITY, GuaranteeKind.TIR) for step in steps)
    return CountryGuarantees(
        country=iso2,
        blocks=tuple(block.key for block in blocks),
        standing=Standing.RECORDED if given else _without(blocks),
        steps=tuple(steps),
        tir=tir,
    )


def _without(blocks: Sequence[Block]) -> Standing:
    bound = [(block, block.procedure) for block in blocks if block.procedure is not None]
    if not bound:
        return Standing.NO_PROCEDURE
    transit = any(
        block.role is Part.TRANSIT or any(step.activity == _TRANSIT for step in full.steps)
        for block, full in bound
    )
    return Standing.NOT_RECORDED if transit else Standing.NO_TRANSIT


def guarantee_steps(block: Block, case: Case, reference: Reference) -> Iterator[GuaranteeStep]:
    """The steps of one block that ask for security, an escort or a seal; none for a gap."""
    full = block.procedure
    if full is None:
        return
    taken = {step.id for step in steps_of_case(full, case)}
    for step in full.steps:
        kind = _kind(step, full, reference)
        if kind is not None:
            yield _step(block, full, step, kind, taken)


def _kind(step: Step, full: FullProcedure, reference: Reference) -> GuaranteeKind | None:
    if step.activity == "DCL-09":
        return GuaranteeKind.SECURITY
    if step.activity == "BRD-06":
        return GuaranteeKind.SEAL
    if step.activity == "BRD-05":
        return GuaranteeKind.ESCORT if _ESCORT.search(step.title.en) else None
    opened = (
        use.document_id
        for use in full.uses.get(step.id, ())
        if use.role is Role.OUTPUT and step.activity == "TRN-03"
    )
    return GuaranteeKind.TIR if _is_tir(opened, reference) else None


def _is_tir(document_ids: Iterable[str], reference: Reference) -> bool:
    documents = (reference.documents.get(id_) for id_ in document_ids)
    return any(document is not None and document.code == _TIR_CARNET for document in documents)


def _step(
    block: Block, full: FullProcedure, step: Step, kind: GuaranteeKind, taken: Collection[str]
) -> GuaranteeStep:
    return GuaranteeStep(
        block_key=block.key,
        country=block.country,
        step_id=step.id,
        number=step.seq,
        kind=kind,
        in_case=step.id in taken,
        hours=own_hours(full, step),
        cost=own_cost(full, step),
        rate=step.cost.amount if step.cost.kind is CostKind.RATE else None,
    )


def guarantees_json(found: Guarantees) -> dict[str, Any]:
    """The securities for programs: codes, ids and numbers; unknown is None."""
    return {
        "tir_all_the_way": found.tir_all_the_way,
        "countries": [
            {
                "country": country.country,
                "standing": country.standing.value,
                "tir": country.tir,
                "steps": [
                    {
                        "block": step.block_key,
                        "step": step.step_id,
                        "kind": step.kind.value,
                        "in_case": step.in_case,
                        "hours": range_json(step.hours),
                        "cost": None if step.cost is None else amount_json(step.cost),
                        "rate": step.rate,
                    }
                    for step in country.steps
                ],
            }
            for country in found.countries
        ],
    }
