"""Documents handed over again and again."""

import json

from customs_app.analysis.case import BASE, WORST, Case
from customs_app.analysis.corridor.again import again_json, handed_again, most_met
from customs_app.analysis.corridor.document_kinds import kind_of_document
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import CaseKind, Role
from customs_app.domain.figures import Coverage
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.corridor.chained import COR_01, block, chain_of, documents, made
from tests.analysis.made import step

IN, OUT, SHOWN = Role.INPUT, Role.OUTPUT, Role.SHOWN
CHAIN = (
    made("CN-export", step("c1"), step("c2"), uses={"c1": [("ci", OUT)], "c2": [("ci", IN)]}),
    block("KZ-cross_in", None),
    made(
        "KZ-transit",
        step("k1"),
        step("k2", condition="If chosen"),
        step("k3", choice="way:green"),
        step("k4", choice="way:red"),
        step("k5"),
        uses={
            "k1": [("ki", SHOWN)],
            "k2": [("ki", IN)],
            "k3": [("ki", IN)],
            "k4": [("ki", IN), ("kp", OUT)],
        },
    ),
)
LISTS = documents(ci="Invoice/380", ki="Commercial invoice/380", kp="Road transport permit")


def test_documents_of_one_code_are_one_kind_and_options_that_exclude_one_another_count_once() -> None:
    found = handed_again(CHAIN, BASE, LISTS)
    (row, permit) = found.rows
    assert (row.document.code, row.times, row.times_at_most, row.made) == ("380", 3, 4, 1)
    assert [[use.number for use in own] for own in row.uses.values()] == [[1, 2], [1, 2, 3, 4]]
    assert [use.in_case for use in row.uses["KZ-transit"]] == [True, False, True, False]
    assert (row.issued_in, row.asked_in) == (("CN",), ("CN", "KZ"))
    assert (permit.document.key, permit.times, permit.times_at_most) == ("road-permit", 0, 0)
    assert (found.again, found.followed) == ((row,), 1)


def test_what_is_not_recorded_is_said() -> None:
    found = handed_again(CHAIN, BASE, LISTS)
    assert (found.recorded, found.unknown) == (Coverage(4, 5), ("KZ-cross_in",))


def test_a_case_takes_what_it_is_told() -> None:
    assert handed_again(CHAIN, Case(CaseKind.BASE, frozenset({"k2"})), LISTS).rows[0].times == 4
    assert handed_again(CHAIN, WORST, LISTS).rows[0].times == 4


def test_a_code_goes_before_a_name_and_a_name_before_the_id() -> None:
    lists = documents(a="Road transport permit", b="dozvol/730", c="Something of its own")
    kinds = [kind_of_document(id_, lists) for id_ in ("a", "b", "c", "missing")]
    assert [(kind.key, kind.code, kind.by_name) for kind in kinds] == [
        ("road-permit", None, True),
        ("730", "730", False),
        ("something of its own", None, True),
        ("missing", None, False),
    ]


def test_of_each_choice_the_heaviest_option_counts() -> None:
    steps = [step("1"), step("2", choice="a:x"), step("3", choice="a:x"), step("4", choice="a:y")]
    weights = {"1": 1, "2": 2, "4": 5}
    assert most_met(steps, weights) == 6


def test_from_china_to_russia_by_road(catalogue: Catalogue) -> None:
    found = handed_again(chain_of(catalogue, COR_01), BASE, catalogue.reference())
    by_key = {row.document.key: row for row in found.rows}
    times = {key: (row.times, row.times_at_most) for key, row in by_key.items()}
    # The consignment note and the invoice are each asked for eight and seven times by three countries.
    assert times["730"] == (8, 9)
    assert times["380"] == (7, 9)
    assert times["271"] == (3, 4)
    assert times["950"] == (3, 3)
    assert times["952"] == (1, 2)
    assert by_key["preliminary-information"].made == 3
    assert by_key["730"].asked_in == ("CN", "KZ", "RU")
    assert [use.number for use in by_key["730"].uses["RU-import"] if use.asked] == [6, 8, 11, 14]
    assert [use.number for use in by_key["380"].uses["CN-export"] if use.asked] == [4, 10, 11, 12, 23]
    assert found.recorded == Coverage(32, 46)
    assert found.unknown == ("RU-cross_in",)
    told = again_json(found, words(Language.RU))
    assert json.loads(json.dumps(told)) == told
    assert told["documents"][0]["times"] == 8
