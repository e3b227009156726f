"""Securities, escorts and seals of the countries on the way."""

import dataclasses
import json

from customs_app.analysis.case import BASE
from customs_app.analysis.corridor.guarantees import (
    GuaranteeKind,
    Standing,
    guarantees,
    guarantees_json,
)
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import CostKind, Role
from customs_app.domain.corridor import Block
from customs_app.domain.figures import Money, Range
from customs_app.domain.indicators import Membership
from customs_app.domain.text import Text
from tests.analysis.corridor.chained import COR_01, block, chain_of, documents, made
from tests.analysis.made import fee, hours, procedure, step

LISTS = documents(tir="TIR carnet/952", slip="Slip")


def titled(key: str, title: str, activity: str) -> Block:
    full = procedure(step(key, activity=activity), country=key[:2])
    named = dataclasses.replace(full.steps[0], title=Text(title))
    return block(key, dataclasses.replace(full, steps=(named,)))


def test_what_a_step_asks_for_is_told_by_its_activity() -> None:
    chain = made(
        "KZ-transit",
        step("1", activity="DCL-09", time=hours(3), cost=fee(40)),
        step("2", activity="TRN-03", condition="TIR"),
        step("3", activity="TRN-03"),
        step("4", activity="BRD-06", cost=fee(2, None, CostKind.RATE)),
        step("5", activity="DCL-08"),
        uses={"2": [("tir", Role.OUTPUT)], "3": [("slip", Role.OUTPUT)], "5": [("tir", Role.SHOWN)]},
    )
    (country,) = guarantees([chain], BASE, LISTS).countries
    assert [(one.number, one.kind, one.in_case) for one in country.steps] == [
        (1, GuaranteeKind.SECURITY, True),
        (2, GuaranteeKind.TIR, False),
        (4, GuaranteeKind.SEAL, True),
    ]
    assert (country.steps[0].hours, country.steps[0].cost) == (Range(3, 3, 3), Money(40, "USD"))
    assert (country.steps[1].cost, country.steps[2].rate) == (None, 2)


def test_a_disinfection_is_no_escort() -> None:
    (country,) = guarantees([titled("BY-transit", "Disinfect the vehicle", "BRD-05")], BASE, LISTS).countries
    assert country.steps == ()
    (country,) = guarantees([titled("BY-transit", "Pay for customs escort", "BRD-05")], BASE, LISTS).countries
    assert [one.kind for one in country.steps] == [GuaranteeKind.ESCORT]


def test_what_is_not_recorded_is_never_taken_for_none() -> None:
    found = guarantees(
        [
            made("CN-export", step("c")),
            block("AF-transit", None),
            made("KZ-cross_in", step("k")),
            made("KZ-transit", step("t")),
            made("RU-import", step("r", activity="DCL-08")),
            made("UZ-import", step("u", activity="DCL-09")),
        ],
        BASE,
        LISTS,
    )
    assert {one.country: one.standing for one in found.countries} == {
        "CN": Standing.NO_TRANSIT,
        "AF": Standing.NO_PROCEDURE,
        "KZ": Standing.NOT_RECORDED,
        "RU": Standing.NOT_RECORDED,
        "UZ": Standing.RECORDED,
    }
    assert found.countries[2].blocks == ("KZ-cross_in", "KZ-transit")


def test_tir_holds_all_the_way_only_where_every_country_is_known_to_be_a_party() -> None:
    chain = [made("CN-export", step("c")), made("KZ-import", step("k"))]
    china = Membership("CN", tir=True)
    assert guarantees(chain, BASE, LISTS, {"CN": china}).tir_all_the_way is None
    for tir in (True, False):
        kazakhstan = Membership("KZ", tir=tir)
        assert guarantees(chain, BASE, LISTS, {"CN": china, "KZ": kazakhstan}).tir_all_the_way is tir


def test_from_china_to_russia_by_road(catalogue: Catalogue) -> None:
    found = guarantees(chain_of(catalogue, COR_01), BASE, catalogue.reference(), catalogue.memberships())
    assert [(one.country, one.standing) for one in found.countries] == [
        ("CN", Standing.RECORDED),
        ("KZ", Standing.RECORDED),
        ("RU", Standing.NOT_RECORDED),
    ]
    given = (GuaranteeKind.SECURITY, GuaranteeKind.TIR)
    securities = [one for country in found.countries for one in country.of(*given)]
    assert [(one.block_key, one.number) for one in securities] == [("CN-export", 7), ("KZ-transit", 3)]
    assert found.tir_all_the_way is True
    told = guarantees_json(found)
    assert json.loads(json.dumps(told)) == told
