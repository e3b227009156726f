"""One redundancy and one decoy of each rule in a single small catalogue, and a catalogue without any."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from customs_app.analysis.findings import findings
from customs_app.analysis.rules import RULES
from customs_app.domain.codes import Channel, Confidence, CostKind, Evidence, Regime, TimeKind
from customs_app.domain.figures import CostFigure, Range, TimeFigure
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Finding
from tests.analysis.rules.planted import procedure, reference, step

HERE, ONLINE, PAPER, AUTOMATIC = Channel.IN_PERSON, Channel.ONLINE, Channel.PAPER, Channel.AUTOMATIC
FORMS = {"380": "1001 1002 X-OWN-1", "851": "1001 X-OWN-1", "271": "1001", "730": "X-OWN-1"}
RATE = CostFigure(0.2, None, "ad valorem", CostKind.RATE)
CAPPED = CostFigure(0.2, None, "ad valorem, at most 1000 USD", CostKind.RATE)
FEE = CostFigure(5, "USD", "per declaration", CostKind.FEE)
TOGETHER = CostFigure(300, "USD", None, CostKind.AGGREGATE)
CHOSEN = "chosen by risk"

_Made = tuple[Step, str, str, str]


def lasting(hours: float) -> TimeFigure:
    return TimeFigure(Range(typ=hours), TimeKind.DURATION)


def built(country: str, steps: Mapping[str, _Made], **kinds) -> FullProcedure:
    """A procedure whose steps are told apart by names; `after` of each names others."""
    number = {name: str(place) for place, name in enumerate(steps, 1)}
    made = [
        (replace(one, depends_on=tuple(number[name] for name in one.depends_on)), *documents)
        for one, *documents in steps.values()
    ]
    return procedure(*made, country=country, **kinds)


CLEAN: Mapping[str, _Made] = {
    "contract": step("PRE-02", "trader", gives="invoice"),
    "register": step("PRE-03", "police"),
    "list": step("PRE-05", "police"),
    "licence": step("PRE-04", "ministry", gives="permit:electronic", channel=ONLINE),
    "advance": step("DCL-01", channel=ONLINE),
    "health": step("CRT-03", "vet"),
    "plants": step("CRT-04", "plant", gives="phyto", channel=ONLINE),
    "lot": step("CRT-05", "ministry", channel=ONLINE),
    "arrive": step("DCL-02"),
    "lodge": step("DCL-05", takes="invoice phyto:electronic permit:electronic", after="plants licence"),
    "duties": step("PAY-01", "bank"),
    "fee": step("PAY-02", cost=FEE),
    "toll": step("PAY-05", "post"),
    "parking": step("PAY-06", "police"),
    "select": step("INS-01", channel=AUTOMATIC),
    "examine": step("INS-02", condition=CHOSEN, channel=HERE),
    "pests": step("INS-05", "vet"),
    "weigh": step("INS-07"),
    "seal": step("TRN-07"),
    "release": step("REL-01", time=lasting(10)),
    "pass": step("REL-02"),
    "leave": step("REL-03"),
    "report": step("AFT-01", "police"),
}

PLANTED: Mapping[str, _Made] = {
    "contract": step("PRE-02", "trader", gives="invoice"),
    "register": step("PRE-03", "police", channel=HERE),
    "licence": step("PRE-04", "ministry", gives="permit:electronic", channel=ONLINE),
    "health": step("CRT-03", "vet", takes="packing", after="licence"),
    "plants": step("CRT-04", "plant", takes="invoice", gives="phyto"),
    "plants again": step("CRT-04", "plant", gives="phyto-2"),
    "lot": step("CRT-05", "ministry", channel=HERE),
    "lodge": step("DCL-05", takes="invoice phyto permit:original"),
    "stamp": step("DCL-10"),
    "fee": step("PAY-02", cost=RATE),
    "toll": step("PAY-05", "post", channel=PAPER),
    "parking": step("PAY-06", "post", channel=PAPER),
    "duties": step("PAY-01", "bank", gives="receipt"),
    "examine": step("INS-02", shows="cmr", channel=HERE),
    "pests": step("INS-05", "vet"),
    "weigh": step("INS-07", shows="cmr", channel=HERE),
    "weigh again": step("INS-07", shows="cmr", channel=HERE),
    "seal": step("TRN-07", shows="cmr", channel=HERE),
    "release": step("REL-01", shows="cmr", time=lasting(40), evidence=Evidence.MEASURED),
    "leave": step("REL-03", shows="cmr", law=None),
    "report": step("AFT-01", "police", channel=HERE),
}

LOOKALIKE: Mapping[str, _Made] = {
    **CLEAN,
    "contract": step("PRE-02", "trader", gives="invoice", law=None),
    "register": step("PRE-03", "police", channel=HERE),
    "list": step("PRE-05", "police", channel=HERE),
    "licence": step("PRE-04", "ministry", gives="permit:electronic carnet", channel=ONLINE),
    "health": step("CRT-03", "vet", takes="carnet", after="licence"),
    "plants again": step("CRT-04", "ministry", channel=ONLINE),
    "arrive": step("DCL-02", takes="cmr"),
    "lodge": step("DCL-05", takes="invoice phyto:electronic permit:electronic cmr", cost=TOGETHER),
    "stamp": step("DCL-09", condition="goods of the state", law=None),
    "duties": step("PAY-01", "bank", gives="receipt"),
    "fee": step("PAY-02", cost=CAPPED),
    "toll": step("PAY-05", "post", channel=PAPER),
    "parking": step("PAY-06", "police", channel=PAPER),
    "examine": step("INS-02", channel=HERE),
    "weigh": step("INS-07", choice="corridor:red", channel=HERE),
    "weigh again": step("INS-07", choice="corridor:yellow", channel=HERE),
    "release": step("REL-01", takes="receipt", time=lasting(30), evidence=Evidence.MEASURED),
    "pass": step("REL-02", channel=PAPER),
}

FOUND: Mapping[str, str] = {
    "R01": "plants, lodge",
    "R02": "weigh, weigh again",
    "R03": "seal",
    "R04": "licence, lodge",
    "R05": "duties",
    "R06": "stamp",
    "R07": "licence, health",
    "R08": "lot",
    "R09": "register, report",
    "R10": "toll, parking",
    "R11": "fee",
    "R12": "leave",
    "R13": "release",
    "R14": "examine",
    "R15": "lodge",
    "R16": "plants, plants again",
    "R17": "contract, health, plants, plants again, lodge",
}
"""Steps of `PLANTED` about which each rule must speak, in order of work."""

NOT_FOUND: Mapping[str, str] = {
    "R01": "arrive, lodge",  # one body takes the waybill twice
    "R02": "weigh, weigh again",  # two colours of one corridor
    "R04": "licence, lodge",  # data are taken as data
    "R05": "duties",  # the release takes the receipt
    "R06": "stamp",  # only goods of the state
    "R07": "licence, health",  # a paper is taken along
    "R08": "pass",  # one other country alone does it online
    "R09": "register, list",  # one visit
    "R10": "toll, parking, fee, lodge",  # two bodies; the sum of what several steps cost
    "R11": "fee",  # it ends somewhere
    "R12": "stamp, contract",  # only some goods; what the trader does for himself
    "R13": "release",  # just three times the median
    "R14": "examine",  # a system selects by risk
    "R15": "advance",
    "R16": "plants, plants again",  # two bodies
    "R17": "contract, plants, arrive, lodge",  # twice, and the own numbers of the forms
}
"""Steps of `LOOKALIKE` of which each rule must not speak, or only with confidence low."""


def ids(country: str, steps: Mapping[str, _Made], names: str) -> tuple[str, ...]:
    places = {name: place for place, name in enumerate(steps, 1)}
    return tuple(f"{country}{places[name]}" for name in names.split(", "))


def clean(country: str, **others: _Made) -> FullProcedure:
    return built(country, {**CLEAN, **others})


def way_out(*controls: _Made) -> FullProcedure:
    """The export of BB, which leads through the gate to AA."""
    lodge = step("DCL-05", takes="invoice")
    return procedure(lodge, *controls, country="BB", name="BB-out", regime=Regime.EXPORT, place="bb-gate")


def above_low(*world: FullProcedure) -> list[Finding]:
    found = findings(world, reference(FORMS))
    return [one for one in found if one.confidence is not Confidence.LOW]


PEERS = (clean("BB", **{"pass": step("REL-02", channel=ONLINE)}), clean("CC"), clean("DD"))


@pytest.fixture(scope="module")
def told() -> list[Finding]:
    """What is found above low in the catalogue in which all is planted."""
    return above_low(
        built("AA", PLANTED, place="aa-gate"),
        built("EE", LOOKALIKE),
        way_out(step("TRN-07", channel=HERE), step("INS-04", "vet")),  # pests are looked for here, not there
        *PEERS,
    )


@pytest.mark.parametrize("rule", RULES)
def test_every_planted_redundancy_is_found_by_its_rule(told, rule):
    found = [(one.procedure, one.steps) for one in told if one.rule == rule]
    assert found == [("AA-P", ids("AA", PLANTED, FOUND[rule]))]


@pytest.mark.parametrize("rule", RULES)
def test_no_decoy_is_found(told, rule):
    decoy = {*ids("EE", LOOKALIKE, NOT_FOUND[rule])} if rule != "R03" else {*ids("AA", PLANTED, "pests")}
    assert [one for one in told if one.rule == rule and decoy.intersection(one.steps)] == []


def test_nothing_else_is_found(told):
    assert len(told) == len(FOUND) == len(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_without_its_redundancy_a_rule_is_silent(rule):
    """The clean steps in place of what is planted for a rule silence it, whatever else is planted."""
    names = FOUND[rule].split(", ")
    mended = {name: CLEAN.get(name) if name in names else one for name, one in PLANTED.items()}
    missing = {"R14": "select", "R15": "advance"}.get(rule)
    if missing is not None:
        mended[missing] = CLEAN[missing]
    own = built("AA", {name: one for name, one in mended.items() if one is not None}, place="aa-gate")
    out = way_out() if rule == "R03" else way_out(step("TRN-07", channel=HERE))
    assert rule not in {one.rule for one in above_low(own, out, *PEERS)}


def test_a_clean_catalogue_gives_no_finding_above_low():
    world = [clean(country) for country in ("AA", "BB", "CC", "DD", "EE")]
    assert above_low(*world, way_out(step("INS-06", "vet"))) == []
