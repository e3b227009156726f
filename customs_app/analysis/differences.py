"""What sets countries apart, as sentences."""

from collections.abc import Iterable, Mapping

from customs_app.analysis.figure_differences import alike_elapsed, fee, time
from customs_app.analysis.like_for_like import LikeForLike
from customs_app.analysis.rows import Row
from customs_app.analysis.sentence_parts import Difference, Kind
from customs_app.analysis.step_differences import channel, condition, presence, steps
from customs_app.analysis.tolerance import USUAL, Tolerance
from customs_app.domain.reference import Country, Reference
from customs_app.domain.text import Text

__all__ = ["Difference", "Kind", "differences"]


def differences(
    rows: Iterable[Row], alike: LikeForLike, reference: Reference, tolerance: Tolerance = USUAL
) -> tuple[Difference, ...]:
    """What sets the countries apart, the most telling first, then in order of the rows.

    Only what is recorded is compared: an unknown channel, time or fee is no difference; nor are times and
    fees that are as near to each other as `tolerance` says.
    """

    def names(countries: Iterable[str]) -> tuple[Text, ...]:
        return tuple(_name(reference.countries, iso2) for iso2 in countries)

    found = [*alike_elapsed(alike, reference, names, tolerance)]
    for row in rows:
        for say in (presence, channel, steps, condition):
            found.extend(say(row, names))
        found.extend(time(row, names, tolerance))
        found.extend(fee(row, names, reference.rates, tolerance))
    return tuple(sorted(found, key=lambda difference: difference.kind))


def _name(countries: Mapping[str, Country], iso2: str) -> Text:
    return countries[iso2].name if iso2 in countries else Text(iso2)
