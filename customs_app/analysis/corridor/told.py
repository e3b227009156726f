"""All that a corridor tells besides its hours, in one question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from customs_app.analysis.case import Case
from customs_app.analysis.cleared_inland import Clearance, clearance, clearances_json
from customs_app.analysis.corridor.again import HandedAgain, again_json, handed_again
from customs_app.analysis.corridor.border_times import BorderTimes, at_borders, border_times_json
from customs_app.analysis.corridor.both_sides import controls_on_both_sides
from customs_app.analysis.corridor.data_again import DataAgain, data_again, data_again_json
from customs_app.analysis.corridor.guarantees import Guarantees, guarantees, guarantees_json
from customs_app.analysis.corridor.payments import Payments, payments, payments_json
from customs_app.analysis.corridor.saving import JointSaving, joint_savings, savings_json
from customs_app.analysis.findings import findings_json
from customs_app.domain.corridor import Block
from customs_app.domain.indicators import BorderTime, Membership
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding
from customs_app.language.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """What a chain of blocks tells in one case; each part says by itself what is not known.

    `clearances` has the keys of those blocks that clear goods: where they do, and what would leave the border
    if it were done inland.
    """

    again: HandedAgain
    data: DataAgain
    guarantees: Guarantees
    payments: Payments
    border_times: tuple[BorderTimes, ...]
    controls: tuple[Finding, ...]
    savings: tuple[JointSaving, ...]
    clearances: Mapping[str, Clearance]


def tell(
    blocks: Sequence[Block],
    case: Case,
    reference: Reference,
    *,
    border_times: Iterable[BorderTime] = (),
    memberships: Mapping[str, Membership] | None = None,
) -> Told:
    """What the chain tells; `border_times` and `memberships` are those of the catalogue."""
    again = handed_again(blocks, case, reference)
    data = data_again(blocks, reference)
    controls = controls_on_both_sides(blocks, reference)
    return Told(
        again=again,
        data=data,
        guarantees=guarantees(blocks, case, reference, memberships),
        payments=payments(blocks, case, reference),
        border_times=at_borders(blocks, reference, border_times),
        controls=controls,
        savings=joint_savings(blocks, case, reference, (again, data, controls), memberships),
        clearances={
            block.key: found
            for block in blocks
            if block.procedure is not None
            and (found := clearance(block.procedure, reference, case)) is not None
        },
    )


def told_json(told: Told, words: Words) -> dict[str, Any]:
    """What the chain tells for programs, ready for json.dumps; sentences in the language of `words`.

    Keys: documents_again, data_again, guarantees, payments, border_times, controls (as findings, in
    English), savings, clearances (block key -> where goods are cleared). Unknown is None.
    """
    return {
        "documents_again": again_json(told.again, words),
        "data_again": data_again_json(told.data),
        "guarantees": guarantees_json(told.guarantees),
        "payments": payments_json(told.payments),
        "border_times": border_times_json(told.border_times),
        "controls": findings_json(told.controls),
        "savings": savings_json(told.savings, words),
        "clearances": dict(zip(told.clearances, clearances_json(told.clearances.values()), strict=True)),
    }
