"""Payments along the way, and in whose money."""

import dataclasses
import json

import pytest

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.corridor.bind import blocks as propose
from customs_app.analysis.corridor.chain import chain as chain_along
from customs_app.analysis.corridor.payments import Payable, payments, payments_json
from customs_app.analysis.totals import totals
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import CostKind, Evidence
from customs_app.domain.corridor import Block
from customs_app.domain.figures import Coverage, Money
from customs_app.domain.procedure import Step
from customs_app.domain.reference import Country, Reference
from customs_app.domain.text import Text
from tests.analysis.corridor.chained import COR_01, block, chain_of, made
from tests.analysis.made import fee, reference, step


def lists() -> Reference:
    countries = {
        "KZ": Country("KZ", Text("Kazakhstan"), currency="KZT", status="member"),
        "UZ": Country("UZ", Text("Uzbekistan"), currency="UZS", status="member"),
        "TR": Country("TR", Text("Türkiye"), currency="TRY", status="partner"),
    }
    return dataclasses.replace(reference(rates={"KZT": 500, "UZS": 12_000}), countries=countries)


def seen(one: Step, evidence: Evidence) -> Step:
    return dataclasses.replace(one, evidence=evidence)


def chain() -> list[Block]:
    return [
        made(
            "KZ-transit",
            step("own", cost=fee(5000, "KZT")),
            step("uzbek", cost=fee(24_000, "UZS")),
            step("law", cost=fee(20, "USD")),
            seen(step("survey", cost=fee(60, "USD")), Evidence.MEASURED),
            step("lira", cost=fee(100, "TRY")),
            step("duty", cost=fee(5, None, CostKind.RATE)),
            step("unknown", activity="PAY-02"),
            step("nothing"),
            step("seldom", condition="If dear", cost=fee(1, "KZT")),
        ),
        block("AF-transit", None),
        made("UZ-import", step("sum", cost=fee(12_000, "UZS"))),
    ]


def test_each_amount_is_of_one_kind_of_money() -> None:
    found = payments(chain(), BASE, lists())
    assert [(one.step_id, one.payable) for one in found.payments] == [
        ("own", Payable.OWN),
        ("uzbek", Payable.MEMBER),
        ("law", Payable.DOLLAR),
        ("survey", Payable.UNKNOWN),
        ("lira", Payable.OTHER),
        ("sum", Payable.OWN),
    ]
    assert found.of_country("UZ") == found.payments[5:]


def test_currencies_are_never_added_without_a_rate() -> None:
    found = payments(chain(), BASE, lists())
    assert found.total == (
        Money(5000, "KZT"), Money(36_000, "UZS"), Money(80, "USD"), Money(100, "TRY"),
    )  # fmt: skip
    shares = {share.payable: share for share in found.shares}
    assert shares[Payable.OWN].amounts == (Money(5000, "KZT"), Money(12_000, "UZS"))
    assert shares[Payable.OWN].dollars.total == Money(11, "USD")
    assert shares[Payable.OWN].part == pytest.approx(11 / 93)
    assert shares[Payable.MEMBER].part == pytest.approx(2 / 93)
    assert (shares[Payable.OTHER].part, shares[Payable.OTHER].dollars.left) == (None, (Money(100, "TRY"),))
    assert sum(share.part or 0 for share in found.shares) == pytest.approx(1)


def test_what_is_not_known_is_named() -> None:
    found = payments(chain(), BASE, lists())
    assert (found.rates, found.unknown) == (("duty",), ("unknown",))
    assert found.covered == Coverage(6, 9)
    assert payments([block("AF-transit", None)], BASE, lists()).total == ()
    assert payments_json(payments([block("AF-transit", None)], BASE, lists()))["total"] is None


def test_from_china_to_russia_by_road(catalogue: Catalogue) -> None:
    blocks = chain_of(catalogue, COR_01)
    found = payments(blocks, BASE, catalogue.reference())
    assert found.total == (Money(2384, "USD"), Money(31_456, "KZT"), Money(26_144, "RUB"))
    shares = {share.payable: share for share in found.shares}
    # The three dollar figures are samples of CPMM: nobody says in which money the carriers paid.
    assert shares.keys() == {Payable.OWN, Payable.UNKNOWN}
    assert shares[Payable.UNKNOWN].amounts == (Money(2384, "USD"),)
    assert found.unknown == ("RU-P-import-road-05", "RU-P-import-road-18")
    told = payments_json(found)
    assert json.loads(json.dumps(told)) == told


def test_each_block_costs_what_its_totals_say(catalogue: Catalogue) -> None:
    blocks = chain_of(catalogue, COR_01)
    rates = catalogue.reference().rates
    for case in (BASE, WORST):
        for one in blocks:
            if one.procedure is not None:
                own = payments([one], case, catalogue.reference())
                whole = totals(one.procedure, case, rates)
                assert (own.total, own.rates, own.covered) == (whole.cost, whole.rates, whole.cost_covered)


def test_what_two_blocks_report_of_one_crossing_is_paid_once(catalogue: Catalogue) -> None:
    # The export by road through Horgos tells the border too: its 1,861 dollars are those of the crossing.
    bound = {"CN-export": "CN-P-export-road", "CN-cross_out": "CN-P-bcp-horgos-road", "KZ-transit": None}
    blocks = chain_of(catalogue, bound)
    found = payments(blocks, BASE, catalogue.reference())
    assert found.total == (Money(1861, "USD"),)
    assert found.total == chain_along(blocks, BASE, catalogue.reference()).totals.cost


def test_the_chain_costs_what_is_paid_along_it(catalogue: Catalogue) -> None:
    lists, procedures = catalogue.reference(), catalogue.full_procedures()
    for corridor in lists.corridors.values():
        blocks = propose(corridor, procedures, lists, {})
        for case in (BASE, WORST):
            found, whole = payments(blocks, case, lists), chain_along(blocks, case, lists).totals
            assert (found.total, found.covered) == (whole.cost, whole.cost_covered)
            assert found.rates == whole.rates
