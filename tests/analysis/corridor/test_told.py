"""All that a corridor tells, in one question."""

import json

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.cleared_inland import Cleared
from customs_app.analysis.corridor.again import handed_again
from customs_app.analysis.corridor.border_times import at_borders
from customs_app.analysis.corridor.both_sides import controls_on_both_sides
from customs_app.analysis.corridor.data_again import data_again
from customs_app.analysis.corridor.guarantees import guarantees
from customs_app.analysis.corridor.payments import payments
from customs_app.analysis.corridor.saving import joint_savings
from customs_app.analysis.corridor.told import tell, told_json
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.corridor.chained import COR_01, block, chain_of


def test_each_part_is_what_it_tells_by_itself(catalogue: Catalogue) -> None:
    blocks, lists = chain_of(catalogue, COR_01), catalogue.reference()
    times, members = catalogue.border_times(), catalogue.memberships()
    for case in (BASE, WORST):
        told = tell(blocks, case, lists, border_times=times, memberships=members)
        assert told.again == handed_again(blocks, case, lists)
        assert told.data == data_again(blocks, lists)
        assert told.guarantees == guarantees(blocks, case, lists, members)
        assert told.payments == payments(blocks, case, lists)
        assert told.border_times == at_borders(blocks, lists, times)
        found = (told.again, told.data, told.controls)
        assert told.savings == joint_savings(blocks, case, lists, found, members)
        assert told.controls == controls_on_both_sides(blocks, lists)
        assert {key: one.cleared for key, one in told.clearances.items()} == {
            "CN-export": Cleared.NOT_SAID if case is BASE else Cleared.INLAND,
            "RU-import": Cleared.INLAND,
        }


def test_a_corridor_through_kyrgyzstan_and_uzbekistan(catalogue: Catalogue) -> None:
    bound = {
        "UZ-export": "UZ-P-export-road",
        "KG-transit": "KG-P-transit-road",
        "CN-import": "CN-P-import-road",
    }
    told = tell(
        chain_of(catalogue, bound),
        BASE,
        catalogue.reference(),
        border_times=catalogue.border_times(),
        memberships=catalogue.memberships(),
    )
    assert [(border.out_of, border.into) for border in told.border_times] == [("UZ", "KG"), ("KG", "CN")]
    assert {one.row.place for one in told.border_times[1].measured} >= {"Torugart", "ALL"}
    assert told.again.rows[0].document.code in {"380", "730"}
    printed = told_json(told, words(Language.EN))
    assert json.loads(json.dumps(printed)) == printed


def test_a_chain_of_gaps_tells_that_nothing_is_known(catalogue: Catalogue) -> None:
    gaps = [block("TM-transit", None), block("AF-transit", None)]
    told = tell(gaps, BASE, catalogue.reference(), border_times=catalogue.border_times())
    assert told.again.unknown == ("TM-transit", "AF-transit")
    assert (told.again.rows, told.payments.total, told.savings, told.controls) == ((), (), (), ())
    assert [(border.given, border.asked) for border in told.data.borders] == [(None, None)]
    assert told_json(told, words(Language.EN))["payments"]["total"] is None
