"""The same data asked before and after a border."""

import dataclasses
import json

from customs_app.analysis.corridor.borders import borders
from customs_app.analysis.corridor.data_again import DataBorder, data_again, data_again_json
from customs_app.analysis.forms import elements_of
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Role
from customs_app.domain.figures import Coverage
from tests.analysis.corridor.chained import COR_01, block, chain_of, documents, made
from tests.analysis.made import step

LISTS = dataclasses.replace(
    documents(inv="Invoice/380", tra="Transit declaration/950", own="Slip"),
    form_elements={"380": frozenset({"A", "B", "X-OWN-1"}), "950": frozenset({"B", "C"})},
)
CHINA = made("CN-export", step("c"), uses={"c": [("inv", Role.INPUT)]})
KAZAKH = made("KZ-transit", step("k"), step("k2"), uses={"k": [("tra", Role.INPUT), ("own", Role.SHOWN)]})
AT_ENTRY = made("KZ-cross_in", step("e"), uses={"e": [("inv", Role.SHOWN)]})
RUSSIA = made("RU-import", step("r"), uses={"r": [("inv", Role.INPUT)]})


def test_borders_are_where_the_country_changes() -> None:
    found = borders([CHINA, AT_ENTRY, KAZAKH, RUSSIA])
    assert [(one.out_of, one.into) for one in found] == [("CN", "KZ"), ("KZ", "RU")]
    assert [one.entering for one in found] == [(AT_ENTRY, KAZAKH), (RUSSIA,)]
    assert found[1].leaving == (AT_ENTRY, KAZAKH)
    assert found[1].before == (CHINA, AT_ENTRY, KAZAKH)
    assert borders([CHINA]) == ()


def test_what_is_asked_behind_a_border_though_given_before() -> None:
    found = data_again([CHINA, KAZAKH, RUSSIA], LISTS)
    first, second = found.borders
    assert first == DataBorder("CN", "KZ", 2, 2, ("B",), Coverage(1, 2))
    assert first.share == 0.5
    # What China has been given is given for Russia too, though Kazakhstan lies between.
    assert second == DataBorder("KZ", "RU", 3, 2, ("A", "B"), Coverage(1, 1))
    assert second.share == 1.0


def test_rows_tell_by_block_who_asks_and_what_is_not_known() -> None:
    found = data_again([CHINA, AT_ENTRY, KAZAKH], LISTS)
    assert [(row.tag, row.countries, row.total) for row in found.rows] == [
        ("B", ("CN", "KZ"), 3),
        ("A", ("CN", "KZ"), 2),
        ("C", ("KZ",), 1),
    ]
    assert [row.tag for row in found.across] == ["B", "A"]
    assert {key: [one.form for one in own] for key, own in found.rows[0].asked.items()} == {
        "CN-export": ["380"],
        "KZ-cross_in": ["380"],
        "KZ-transit": ["950"],
    }
    assert found.not_counted == ("own",)


def test_a_gap_is_unknown_and_no_clean_border() -> None:
    into_gap, out_of_gap = data_again([CHINA, block("AF-transit", None), RUSSIA], LISTS).borders
    assert (into_gap.given, into_gap.asked, into_gap.share) == (2, None, None)
    assert (out_of_gap.again, out_of_gap.share) == (("A", "B"), 1.0)


def test_from_china_to_russia_by_road(catalogue: Catalogue) -> None:
    found = data_again(chain_of(catalogue, COR_01), catalogue.reference())
    assert [(one.out_of, one.into, one.given, one.asked, len(one.again)) for one in found.borders] == [
        ("CN", "KZ", 114, 91, 78),
        ("KZ", "RU", 127, 114, 111),
    ]
    # The same by hand for Russia: what the forms of its documents ask for, against all before it.
    tags = {
        key: {tag for form in block.forms for tag in elements_of(form.form, catalogue.reference())}
        for key, block in found.blocks.items()
    }
    given = tags["CN-export"] | tags["KZ-cross_in"] | tags["KZ-transit"]
    assert set(found.borders[1].again) == given & tags["RU-import"]
    assert found.rows[0].countries == ("CN", "KZ", "RU")
    assert found.rows[0].tag == "7002"  # the description of the goods
    told = data_again_json(found)
    assert json.loads(json.dumps(told)) == told
