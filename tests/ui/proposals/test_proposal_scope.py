"""What a proposal can be about."""

from dataclasses import replace

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime, View
from customs_app.domain.text import Language
from customs_app.reports.dossier import dossier
from customs_app.ui.proposals.scope import chosen_of, countries_of, modes_of, offers_of, regimes_of
from tests.ui.proposals.planted import IDS, MARKS


def test_the_best_procedure_comes_first(catalogue: Catalogue) -> None:
    offers = {offer.country: offer for offer in offers_of(catalogue.procedures(), Regime.IMPORT, Mode.ROAD)}
    assert len(offers) == 10
    assert offers["KZ"].procedures[0].id == "KZ-P-import-road"
    assert len(offers["KZ"].procedures) > 1
    for offer in offers.values():
        assert {one.country for one in offer.procedures} == {offer.country}
        assert {one.mode for one in offer.procedures} <= {Mode.ROAD, Mode.ANY}


def test_stages_are_not_set_beside_detailed_procedures(catalogue: Catalogue) -> None:
    for regime in regimes_of(catalogue.procedures()):
        for offer in offers_of(catalogue.procedures(), regime, None):
            stages = all(one.view is View.STAGES for one in offer.procedures)
            assert offer.beside or stages


def test_modes_are_those_of_the_catalogue(catalogue: Catalogue) -> None:
    rows = catalogue.procedures()
    assert modes_of(rows, Regime.IMPORT)[0] is Mode.ANY
    assert Mode.ROAD in modes_of(rows, Regime.IMPORT)
    for regime in regimes_of(rows):
        for mode in modes_of(rows, regime):
            assert offers_of(rows, regime, None if mode is Mode.ANY else mode)


def test_what_was_chosen_is_found_again(catalogue: Catalogue) -> None:
    offers = offers_of(catalogue.procedures(), Regime.IMPORT, Mode.ROAD)
    other = next(offer for offer in offers if offer.country == "KZ").procedures[1].id
    assert chosen_of((other, "UZ-P-import-road", "gone"), offers) == {
        "KZ": other,
        "UZ": "UZ-P-import-road",
    }


@pytest.mark.parametrize("procedures", [IDS, ("KZ-P-import-rail", *IDS), ("gone", IDS[0]), ()])
def test_as_many_countries_are_counted_as_the_paper_names(
    catalogue: Catalogue, procedures: tuple[str, ...]
) -> None:
    proposal = replace(MARKS, procedures=procedures)
    named = dossier(catalogue, proposal, Language.EN).countries
    assert countries_of([proposal], catalogue.procedures()) == {"": len(named)}
