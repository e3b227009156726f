"""What stands beside a comparison, for programs: measures of countries, places, parcels."""

from typing import Any

from customs_app.analysis.cleared_inland import clearances, clearances_json
from customs_app.analysis.compare import Comparison
from customs_app.analysis.indicators_beside import indicators_beside, indicators_json
from customs_app.analysis.logistics_places import places, places_json
from customs_app.analysis.parcels import parcel_imports, parcels_json
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.language.words import Words

_CROSSED = (Mode.ROAD, Mode.RAIL)


def beside_json(catalogue: Catalogue, comparison: Comparison, words: Words) -> dict[str, Any]:
    """Keys: indicators, places and clearances of the countries compared; parcels of all members.

    None of it is part of the totals; `parcels` is there where parcel imports are compared. Sentences are in
    the language of `words`, unknown is None.
    """
    reference, countries = catalogue.reference(), comparison.countries
    procedures = catalogue.full_procedures(countries=countries)
    rows = indicators_beside(
        countries,
        reference,
        indicators=catalogue.indicators(),
        border_times=catalogue.border_times(),
        commitments=catalogue.commitments(),
        memberships=catalogue.memberships(),
        mode=comparison.mode.value if comparison.mode in _CROSSED else None,
    )
    own = [row for row in places(procedures, reference) if row.location.country in countries]
    told: dict[str, Any] = {
        "indicators": indicators_json(rows, words),
        "places": places_json(own),
        "clearances": clearances_json(clearances(procedures, reference, comparison.case)),
    }
    if comparison.regime is Regime.PARCEL_IMPORT:
        parcels = catalogue.full_procedures(regime=Regime.PARCEL_IMPORT)
        found = parcel_imports(parcels, reference, catalogue.indicators(), comparison.case)
        told["parcels"] = parcels_json(found)
    return told
