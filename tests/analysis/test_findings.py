import json

import pytest

from customs_app.analysis.findings import findings, findings_json
from customs_app.analysis.rules import RULES
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Channel, Confidence, CostKind, TimeKind, View
from customs_app.domain.figures import CostFigure, Range, TimeFigure
from customs_app.domain.text import Language, Message
from customs_app.language.words import words
from tests.analysis.rules.planted import procedure, reference, step

FORMS = {"380": "3336", "730": "3336", "851": "3336"}


def clean(country="AA"):
    """A procedure in which nothing is redundant: each paper once, each body once, all by law."""
    lasting = TimeFigure(Range(typ=2.0), TimeKind.DURATION)
    return procedure(
        step("DCL-01", gives="paper", channel=Channel.ONLINE),
        step("CRT-02", "plant", gives="phyto", channel=Channel.ONLINE, time=lasting),
        step("DCL-05", takes="paper phyto:electronic invoice", after="1 2", channel=Channel.ONLINE),
        step("INS-01", after="3", channel=Channel.AUTOMATIC, gives="receipt"),
        step(
            "PAY-02", after="4", takes="receipt", cost=CostFigure(5, "USD", "per declaration", CostKind.FEE)
        ),
        step("INS-02", after="4", condition="chosen by risk", channel=Channel.IN_PERSON),
        step("REL-01", after="5", gives="permit", channel=Channel.AUTOMATIC),
        country=country,
    )


def planted():
    """The clean procedure with the same invoice asked once more."""
    return procedure(step("DCL-05", takes="invoice"), step("CRT-05", "vet", takes="invoice", gives="permit"))


def test_a_clean_procedure_gives_no_finding_above_low_confidence():
    world = [clean(country) for country in ("AA", "BB", "CC", "DD")]
    assert [one for one in findings(world, reference(FORMS)) if one.confidence is not Confidence.LOW] == []


def test_rules_are_chosen_by_code():
    full = procedure(step("DCL-05", takes="invoice"), step("INS-02", "vet", takes="invoice"))
    every = findings([full], reference(FORMS))
    assert [one.rule for one in every] == ["R01", "R14"]
    assert findings([full], reference(FORMS), rules=["R01"]) == tuple(
        one for one in every if one.rule == "R01"
    )
    with pytest.raises(KeyError):
        findings([planted()], reference(FORMS), rules=["R99"])


def test_a_view_by_stages_gives_no_findings():
    full = procedure(step("INS-02"), view=View.STAGES)
    assert findings([full], reference()) == ()


def test_peers_serve_as_a_measure_and_are_not_judged():
    odd = procedure(step("DCL-05"), step("PRE-03"))
    others = [procedure(step("DCL-05", law=None), country=country) for country in ("BB", "CC")]
    found = findings([odd], reference(), peers=[odd, *others], rules=["R06", "R12"])
    assert [(one.rule, one.country) for one in found] == [("R06", "AA")]


def test_key_holds_as_long_as_rule_steps_and_documents_do():
    (one,) = findings([planted()], reference(), rules=["R01"])
    (again,) = findings([planted()], reference(), rules=["R01"])
    assert one.key == again.key
    assert one.key.startswith("R01-")
    wider = procedure(
        step("DCL-05", takes="invoice"),
        step("CRT-05", "vet", takes="invoice"),
        step("INS-04", "plant", takes="invoice"),
    )
    (other,) = findings([wider], reference(), rules=["R01"])
    assert other.key != one.key


def test_json_has_the_keys_of_the_design_and_null_for_unknown():
    (one,) = findings_json(findings([planted()], reference(), rules=["R01"]))
    assert {
        "rule": "R01",
        "country": "AA",
        "procedure": "AA-P",
        "steps": ["AA1", "AA2"],
        "documents": ["invoice"],
        "confidence": "high",
        "standard": ["TFA-10.4", "UNCEFACT-33"],
        "saving": {"hours": None, "cost": None, "documents": 1, "visits": None},
    }.items() <= one.items()
    assert one["evidence"][0] == {"step": "AA1", "document": "invoice", "source": "S1", "locator": "p. 1"}
    assert one["doubt"] == "One of the steps may need the original for its own file."
    assert json.loads(json.dumps(one)) == one


def test_json_of_a_saving_in_hours_and_money():
    odd = procedure(
        step("DCL-05"),
        step(
            "PRE-03",
            time=TimeFigure(Range(1, 2, 3), TimeKind.DURATION),
            cost=CostFigure(7, "KZT", None, CostKind.FEE),
        ),
    )
    others = [procedure(step("DCL-05"), country=country) for country in ("BB", "CC")]
    (one,) = findings_json(findings([odd], reference(), peers=[odd, *others], rules=["R06"]))
    assert one["saving"]["hours"] == {"min": 1, "typ": 2, "max": 3}
    assert one["saving"]["cost"] == [{"amount": 7, "currency": "KZT"}]


@pytest.fixture(scope="module")
def starting(starting_file):
    with open_catalogue(starting_file, read_only=True) as catalogue:
        reference = catalogue.reference()
        full = catalogue.full_procedures()
    return reference, {one.procedure.id: one for one in full}, findings(full, reference)


def test_every_standard_of_a_rule_exists(catalogue):
    standards = catalogue.reference().standards
    assert [
        (rule.code, one) for rule in RULES.values() for one in rule.standards if one not in standards
    ] == []


def test_every_rule_is_registered():
    assert list(RULES) == [f"R{n:02}" for n in range(1, 18)]
    assert {code for code, rule in RULES.items() if rule.apart} == {"R14", "R15"}


def test_findings_of_the_starting_catalogue_stand_on_evidence(starting):
    reference, procedures, found = starting
    assert {one.rule for one in found} == set(RULES)
    assert len({one.key for one in found}) == len(found)
    steps = {step.id for full in procedures.values() for step in full.steps}
    for one in found:
        own = {step.id for step in procedures[one.procedure].steps}
        assert set(one.steps) <= own
        assert set(one.documents) <= reference.documents.keys()
        assert one.evidence
        assert set(one.steps) <= {row.step for row in one.evidence} | set(
            one.steps if one.rule == "R17" else ()
        )
        for row in one.evidence:
            assert row.source in reference.sources
            assert row.step is None or row.step in steps


def test_findings_of_the_starting_catalogue_join_no_exclusive_steps(starting):
    _, procedures, found = starting
    for one in found:
        if one.rule in ("R12", "R14", "R15", "R17"):
            continue  # these speak of each step by itself, or of the papers of all
        options = {}
        for step_id in one.steps:
            step = procedures[one.procedure].step(step_id)
            if step.choice:
                options.setdefault(step.choice_group, set()).add(step.choice)
        assert all(len(of_group) == 1 for of_group in options.values()), one


def test_every_sentence_of_the_starting_catalogue_can_be_worded(starting):
    _, _, found = starting
    english = words(Language.EN)
    for one in found:
        for message in (one.summary, one.doubt):
            assert isinstance(message, Message)
            said = english.say(message)
            assert said
            assert "{" not in said


def test_known_redundancies_of_the_starting_catalogue_are_found(starting):
    _, procedures, found = starting

    def numbers(rule, procedure_id):
        return [
            tuple(procedures[procedure_id].number(step) for step in one.steps)
            for one in found
            if one.rule == rule and one.procedure == procedure_id
        ]

    assert (2, 3, 4, 13) in numbers("R01", "UZ-P-import-road")
    assert (14, 15) in numbers("R02", "TJ-P-import-road")
    assert (11, 12, 13) in numbers("R02", "KG-P-import-road-china")
    assert (14, 15) in numbers("R10", "UZ-P-import-road")
    assert (14,) in numbers("R08", "TJ-P-import-road")
