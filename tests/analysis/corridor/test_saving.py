"""What countries of a corridor could spare a consignment together."""

import dataclasses
import json

from customs_app.analysis.case import BASE
from customs_app.analysis.corridor.both_sides import controls_on_both_sides
from customs_app.analysis.corridor.saving import JointSaving, Measure, savings_json
from customs_app.analysis.corridor.told import tell
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Role
from customs_app.domain.corridor import Block
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.indicators import Membership
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.corridor.chained import COR_01, block, chain_of, documents, made
from tests.analysis.made import fee, hours, step

EN = words(Language.EN)
LISTS = documents(i="Invoice/380", p="Road transport permit", t="Transit declaration")


def of(measure: Measure, blocks: list[Block], **members: Membership) -> JointSaving | None:
    found = [one for one in tell(blocks, BASE, LISTS, memberships=members).savings if one.measure is measure]
    assert len(found) <= 1
    return found[0] if found else None


def transit(
    key: str, *, typ: float | None = None, cost: float | None = None, when: str | None = None
) -> Block:
    lodged = step(
        f"{key}-lodge",
        activity="DCL-08",
        time=hours(typ) if typ is not None else hours(),
        cost=fee(cost),
        condition=when,
    )
    return made(key, lodged, step(f"{key}-other"))


def test_the_first_transit_declaration_stays_and_the_others_fall_away() -> None:
    chain = [
        transit("CN-export", typ=9, cost=9),
        transit("KZ-transit", typ=2, cost=30),
        block("AF-transit", None),
        transit("RU-import", typ=3),
        transit("UZ-import", typ=7, when="Cleared inland"),
    ]
    found = of(Measure.ONE_TRANSIT_DOCUMENT, chain)
    assert found is not None
    assert [one.step_id for one in found.kept] == ["CN-export-lodge"]
    assert [(one.step_id, one.in_case) for one in found.falls_away] == [
        ("KZ-transit-lodge", True),
        ("RU-import-lodge", True),
        ("UZ-import-lodge", False),
    ]
    assert (found.hours, found.hours_known) == (Range(5, 5, 5), Coverage(2, 2))
    assert (found.cost, found.cost_known) == ((Money(30, "USD"),), Coverage(1, 2))
    assert "4 countries" in EN.say(found.summary)


def test_unknown_hours_are_unknown() -> None:
    found = of(Measure.ONE_TRANSIT_DOCUMENT, [transit("CN-export", typ=1), transit("KZ-transit")])
    assert found is not None
    assert (found.hours, found.hours_known, found.cost) == (None, Coverage(0, 1), None)


def test_one_country_alone_has_nothing_to_spare() -> None:
    chain = [transit("KZ-cross_in", typ=1), transit("KZ-transit", typ=1)]
    assert tell(chain, BASE, LISTS).savings == ()


def test_the_doubt_knows_of_tir_and_of_customs_unions() -> None:
    chain = [transit("CN-export", typ=1), transit("KZ-transit", typ=1)]
    party = Membership("CN", tir=True)
    said = {}
    for name, other in {
        "party": Membership("KZ", tir=True),
        "unknown": Membership("KZ"),
        "union": Membership("KZ", tir=True, customs_union="EAEU"),
    }.items():
        china = dataclasses.replace(party, customs_union="EAEU" if name == "union" else None)
        found = of(Measure.ONE_TRANSIT_DOCUMENT, chain, CN=china, KZ=other)
        assert found is not None
        said[name] = EN.say(found.doubt)
    assert said["party"].startswith("All of them are parties to TIR")
    assert said["unknown"].startswith("Not every country")
    assert said["union"].startswith("Countries of one customs union")


def test_securities_and_certificates_of_several_countries() -> None:
    chain = [
        made("CN-export", step("c1", activity="CRT-05"), step("c2", activity="CRT-01")),
        made("KZ-transit", step("k1", activity="DCL-09", cost=fee(5)), step("k2", activity="CRT-01")),
        made(
            "RU-import",
            step("r1", activity="DCL-09", cost=fee(7)),
            step("r2", activity="CRT-05", time=hours(4)),
        ),
    ]
    security = of(Measure.ONE_GUARANTEE, chain)
    papers = of(Measure.RECOGNISED_CERTIFICATES, chain)
    assert security is not None
    assert papers is not None
    assert ([one.step_id for one in security.falls_away], security.cost) == (["r1"], (Money(7, "USD"),))
    # A certificate of origin is told by one country alone, whichever issues it.
    assert ([one.step_id for one in papers.falls_away], papers.hours) == (["r2"], Range(4, 4, 4))


def test_a_control_on_both_sides_is_found_between_any_two_blocks_that_pass_the_border() -> None:
    chain = [
        made("CN-export", step("c1", activity="INS-03", time=hours(2))),
        made("KZ-cross_in", step("k1", activity="BRD-01")),
        made("KZ-transit", step("k2", activity="INS-03", time=hours(3))),
        made("RU-import", step("r1", activity="INS-03", time=hours(1))),
    ]
    assert [one.steps for one in controls_on_both_sides(chain, LISTS)] == [("k2",), ("r1",)]
    found = [one for one in tell(chain, BASE, LISTS).savings if one.measure is Measure.JOINT_CONTROL]
    assert [one.hours for one in found] == [Range(2, 2, 2), Range(1, 1, 1)]
    assert [([k.step_id for k in one.kept], [k.step_id for k in one.falls_away]) for one in found] == [
        (["c1"], ["k2"]),
        (["k2"], ["r1"]),
    ]


def test_documents_are_passed_on_but_a_permit_is_each_countrys_own() -> None:
    uses = [("i", Role.INPUT), ("p", Role.SHOWN)]
    chain = [
        made("CN-export", step("c1"), step("c2"), uses={"c1": uses, "c2": [("i", Role.SHOWN)]}),
        made("KZ-import", step("k1"), uses={"k1": uses}),
    ]
    found = of(Measure.DOCUMENTS_ONCE, chain)
    assert found is not None
    assert (found.times, found.hours) == (2, None)
    assert EN.say(found.summary) == "Documents handed over once and passed on: Invoice"


def test_from_china_to_russia_by_road(catalogue: Catalogue) -> None:
    chain, lists = chain_of(catalogue, COR_01), catalogue.reference()
    found = tell(chain, BASE, lists, memberships=catalogue.memberships()).savings
    assert [one.measure for one in found] == [
        Measure.ONE_TRANSIT_DOCUMENT,
        Measure.DOCUMENTS_ONCE,
        Measure.DATA_ONCE,
    ]
    transit_document, papers, data = found
    assert [(one.step_id, one.in_case) for one in transit_document.falls_away] == [
        ("RU-P-import-road-09", False)
    ]
    assert "customs union" in EN.say(transit_document.doubt)
    assert (papers.times, data.times) == (20, 189)
    standards = catalogue.reference().standards
    assert all(id_ in standards for one in found for id_ in one.standards)
    told = savings_json(found, words(Language.ZH))
    assert json.loads(json.dumps(told)) == told
