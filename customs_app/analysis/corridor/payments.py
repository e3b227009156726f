"""Payments along the way: how much in which currency, and in whose money it can be paid."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.counted import counted_along
from customs_app.analysis.counting import CountedCost, Counting
from customs_app.analysis.json_values import amount_json, covered_json, money_json
from customs_app.analysis.money import USD, Converted, convert
from customs_app.analysis.rules.saving import add_money
from customs_app.analysis.totals import add_up
from customs_app.domain.codes import Evidence
from customs_app.domain.corridor import Block
from customs_app.domain.figures import Coverage, Money
from customs_app.domain.procedure import Step
from customs_app.domain.reference import Reference


class Payable(StrEnum):
    """In whose money an amount is set.

    OWN: the currency of the country that asks for it. MEMBER: that of another member state. DOLLAR: US
    dollars. OTHER: another currency. UNKNOWN: a survey or measurement told it in dollars, whatever money was
    really paid.
    """

    OWN = "own"
    MEMBER = "member"
    DOLLAR = "dollar"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Payment:
    """One counted amount that a step of the case costs; `number` is the step's `seq`, `basis` in English."""

    block_key: str
    country: str
    step_id: str
    number: int
    agency_id: str | None
    money: Money
    payable: Payable
    basis: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Share:
    """What is payable in one kind of money: amounts per currency, and together in US dollars.

    `dollars` is converted by dated rates, what has no rate stays apart in it. `part` is the part of all that
    could be converted, 0 to 1; None where nothing could be.
    """

    payable: Payable
    payments: int
    amounts: tuple[Money, ...]
    dollars: Converted
    part: float | None


@dataclass(frozen=True, slots=True)
class Payments:
    """What the case costs along the chain.

    `total` has one sum per currency, in order of appearance; never added across. `shares` has those kinds of
    money that occur, in the order of Payable. `rates` are ids of steps that cost a percentage (duties,
    taxes): their amount depends on the goods. `unknown` are ids of steps at which something is paid, by
    their activity, but no source says how much. `covered` counts the steps of the case with a counted amount.
    """

    payments: tuple[Payment, ...]
    total: tuple[Money, ...]
    shares: tuple[Share, ...]
    rates: tuple[str, ...]
    unknown: tuple[str, ...]
    covered: Coverage

    def of_country(self, iso2: str) -> tuple[Payment, ...]:
        """What is paid in one country (ISO 3166)."""
        return tuple(payment for payment in self.payments if payment.country == iso2)


_SAMPLED = (Evidence.MEASURED, Evidence.SURVEY)
_PAID = "PAY-"
_MEMBER = "member"


def payments(blocks: Sequence[Block], case: Case, reference: Reference) -> Payments:
    """The counted amounts of the case along the chain; each block's are those of its totals.

    An amount that two blocks report of one crossing counts once, as in the totals of the chain.
    """
    found: list[Payment] = []
    rates: list[str] = []
    unknown: list[str] = []
    costs = list(_costs(blocks, case, reference))
    for block, step, cost in costs:
        if cost.money is not None:
            found.append(_payment(block, step, cost.money, reference))
        elif cost.rate is not None:
            rates.append(step.id)
        elif cost.state is Counting.UNKNOWN and step.activity.startswith(_PAID):
            unknown.append(step.id)
    return Payments(
        payments=tuple(found),
        total=add_up(cost for _, _, cost in costs),
        shares=_shares(found, reference),
        rates=tuple(rates),
        unknown=tuple(unknown),
        covered=Coverage(sum(cost.covered for _, _, cost in costs), len(costs)),
    )


def _costs(
    blocks: Sequence[Block], case: Case, reference: Reference
) -> Iterator[tuple[Block, Step, CountedCost]]:
    counted, _ = counted_along(blocks, case, reference)
    for one in counted:
        yield from ((one.block, step, one.costs[step.id]) for step in one.paid)


def _payment(block: Block, step: Step, money: Money, reference: Reference) -> Payment:
    return Payment(
        block_key=block.key,
        country=block.country,
        step_id=step.id,
        number=step.seq,
        agency_id=step.agency_id,
        money=money,
        payable=_payable(block.country, step, money, reference),
        basis=step.cost.basis,
        evidence=step.evidence,
    )


def _payable(iso2: str, step: Step, money: Money, reference: Reference) -> Payable:
    country = reference.countries.get(iso2)
    if country is not None and money.currency == country.currency:
        return Payable.OWN
    if money.currency == USD:
        return Payable.UNKNOWN if step.evidence in _SAMPLED else Payable.DOLLAR
    members = {one.currency for one in reference.countries.values() if one.status == _MEMBER}
    return Payable.MEMBER if money.currency in members else Payable.OTHER


def _shares(paid: Sequence[Payment], reference: Reference) -> tuple[Share, ...]:
    by_kind: Mapping[Payable, list[Payment]] = {
        kind: own for kind in Payable if (own := [one for one in paid if one.payable is kind])
    }
    dollars = {
        kind: convert([one.money for one in own], USD, reference.rates) for kind, own in by_kind.items()
    }
    whole = sum(one.total.amount for one in dollars.values() if one.total is not None)
    shares = []
    for kind, own in by_kind.items():
        total = dollars[kind].total
        part = total.amount / whole if total is not None and whole > 0 else None
        amounts = add_money(one.money for one in own)
        shares.append(Share(kind, len(own), amounts, dollars[kind], part))
    return tuple(shares)


def payments_json(found: Payments) -> dict[str, Any]:
    """The payments for programs; unknown is None."""
    return {
        "total": money_json(found.total),
        "shares": [
            {
                "payable": share.payable.value,
                "payments": share.payments,
                "amounts": money_json(share.amounts),
                "usd": None if share.dollars.total is None else round(share.dollars.total.amount, 2),
                "not_converted": [amount_json(money) for money in share.dollars.left],
                "rates_of": list(share.dollars.dates),
                "part": None if share.part is None else round(share.part, 6),
            }
            for share in found.shares
        ],
        "payments": [
            {
                "block": payment.block_key,
                "step": payment.step_id,
                **amount_json(payment.money),
                "payable": payment.payable.value,
            }
            for payment in found.payments
        ],
        "rates": list(found.rates),
        "unknown": list(found.unknown),
        "covered": covered_json(found.covered),
    }
