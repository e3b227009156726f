"""What stands beside a comparison, for programs: measures of countries, places, parcels."""

from typing import Any

from customs_app.analysis.cleared_inland import clearances, clearances_json
from customs_app.analysis.indicators_beside import indicators_json
from customs_app.analysis.logistics_places import places, places_json
from customs_app.analysis.parcels import parcels_json
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Regime
from customs_app.language.words import Words
from customs_app.reports.content import Content


def beside_json(catalogue: Catalogue, content: Content, words: Words) -> dict[str, Any]:
    """Keys: indicators, places and clearances of the countries compared; parcels of all members.

    None of it is part of the totals; `parcels` is there where parcel imports are compared. Sentences are in
    the language of `words`, unknown is None.
    """
    comparison, reference = content.comparison, content.reference
    procedures = catalogue.full_procedures(countries=comparison.countries)
    own = [row for row in places(procedures, reference) if row.location.country in comparison.countries]
    told: dict[str, Any] = {
        "indicators": indicators_json(content.beside.indicators, words),
        "places": places_json(own),
        "clearances": clearances_json(clearances(procedures, reference, comparison.case)),
    }
    if comparison.regime is Regime.PARCEL_IMPORT:
        told["parcels"] = parcels_json(content.beside.parcels)
    return told
