"""What stands beside a comparison in both papers: ranked differences, distance, measures, parcels, places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from customs_app.analysis.cleared_inland import Clearance, clearances
from customs_app.analysis.compare import Comparison
from customs_app.analysis.distance import Distances, common, distances
from customs_app.analysis.indicators_beside import IndicatorRow, indicators_beside
from customs_app.analysis.logistics_places import PlaceRow, places
from customs_app.analysis.parcels import ParcelRow, parcel_imports
from customs_app.analysis.ranked import RankedDifference, ranked
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime

_CROSSED = (Mode.ROAD, Mode.RAIL)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a comparison tells besides its table; none of it is part of the totals of steps.

    `ranked` are the differences by their effect. `distances` are those to the median of the countries, None
    where there are fewer than two. `indicators` are the measures of the countries in their order. `parcels`
    is empty where no parcel imports are compared, else it has a row for every member state. `places` are
    those of the countries, `clearances` where each of their procedures clears goods, by its id.
    """

    ranked: tuple[RankedDifference, ...]
    distances: Distances | None
    indicators: tuple[IndicatorRow, ...]
    parcels: tuple[ParcelRow, ...]
    places: tuple[PlaceRow, ...] = ()
    clearances: Mapping[str, Clearance] = field(default_factory=dict)

    def cited(self) -> Iterator[str]:
        """Sources of the newest measures, of thresholds, and of the rates through which fees were ranked."""
        for one in self.ranked:
            yield from (rate.source_id for rate in one.rates if rate.source_id)
        for row in self.indicators:
            for figures in row.cells.values():
                yield from (id_ for figure in figures[:1] for id_ in figure.source_ids)
        for parcel in self.parcels:
            for threshold in parcel.thresholds:
                yield from threshold.source_ids
            if parcel.procedure is not None:
                yield from parcel.procedure.procedure.source_ids
        yield from (row.location.source_id for row in self.places if row.location.source_id)


NOTHING = Beside((), None, (), ())
"""What stands beside procedures that are not compared."""


def beside(catalogue: Catalogue, comparison: Comparison) -> Beside:
    """What stands beside this comparison; CatalogueError where the file fails."""
    reference, countries = catalogue.reference(), comparison.countries
    procedures = {iso2: comparison.procedures[iso2] for iso2 in countries}
    several = len(countries) > 1
    parcels: tuple[ParcelRow, ...] = ()
    if comparison.regime is Regime.PARCEL_IMPORT:
        found = catalogue.full_procedures(regime=Regime.PARCEL_IMPORT)
        parcels = parcel_imports(found, reference, catalogue.indicators(), comparison.case)
    of_countries = catalogue.full_procedures(countries=countries)
    return Beside(
        ranked=ranked(comparison, reference),
        distances=distances(procedures, common(procedures, reference), reference) if several else None,
        indicators=indicators_beside(
            countries,
            reference,
            indicators=catalogue.indicators(),
            border_times=catalogue.border_times(),
            commitments=catalogue.commitments(),
            memberships=catalogue.memberships(),
            mode=comparison.mode.value if comparison.mode in _CROSSED else None,
        ),
        parcels=parcels,
        places=tuple(row for row in places(of_countries, reference) if row.location.country in countries),
        clearances={one.procedure: one for one in clearances(of_countries, reference, comparison.case)},
    )
