"""What is measured of whole countries, side by side: shown beside a comparison, never added to its totals."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Any

from customs_app.domain.indicators import BorderTime, Commitment, Indicator, Membership
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message
from customs_app.language.indicator_names import indicator_name, unit_name
from customs_app.language.words import N_, Words


class IndicatorGroup(StrEnum):
    """Who measures, in the order in which the groups are shown."""

    DOING_BUSINESS = "doing_business"
    LPI = "lpi"
    CPMM = "cpmm"
    TFA = "tfa"
    OTHER = "other"


GROUP_NAMES: Mapping[IndicatorGroup, str] = {
    IndicatorGroup.DOING_BUSINESS: N_("Doing Business, World Bank"),
    IndicatorGroup.LPI: N_("Logistics Performance Index, World Bank"),
    IndicatorGroup.CPMM: N_("Border crossings measured by CAREC, averages of the country"),
    IndicatorGroup.TFA: N_("WTO Trade Facilitation Agreement"),
    IndicatorGroup.OTHER: N_("Other measures"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """What one source says of one country: a number in `unit`, or `said` where it is no number.

    `year` is the edition as the source writes it, for a category of the TFA its definitive date; None is
    unknown. `note` is in English.
    """

    value: float | None = None
    unit: Message | None = None
    said: Message | None = None
    year: str | None = None
    source_ids: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One measure over the countries: country (ISO 3166) -> its figures, the newest first; empty is unknown.

    `key` is the code of the indicator, the id of the standard, or what is measured. `common_year` is the
    newest year of which every country with figures has one, None where there is none: only then like is set
    beside like.
    """

    group: IndicatorGroup
    key: str
    name: Message
    cells: Mapping[str, tuple[Figure, ...]]

    @property
    def known(self) -> int:
        """How many of the countries have a figure."""
        return sum(map(bool, self.cells.values()))

    @property
    def common_year(self) -> str | None:
        """The newest year of which every country with figures has one."""
        years = [
            {figure.year for figure in figures if figure.year} for figures in self.cells.values() if figures
        ]
        shared = set[str].intersection(*years) if years else set()
        return max(shared, default=None)

    @property
    def years_differ(self) -> bool:
        """Whether the newest figures of the countries are not all of one year."""
        return len({figures[0].year for figures in self.cells.values() if figures}) > 1


_WAYS = {"outbound": N_("out of the country"), "inbound": N_("into the country"), "both": N_("both ways")}
_MODES = {"road": N_("road"), "rail": N_("rail")}
_PREFIXES = {"DB": IndicatorGroup.DOING_BUSINESS, "LPI": IndicatorGroup.LPI}


def indicators_beside(
    countries: Sequence[str],
    reference: Reference,
    *,
    indicators: Iterable[Indicator] = (),
    border_times: Iterable[BorderTime] = (),
    commitments: Iterable[Commitment] = (),
    memberships: Mapping[str, Membership] | None = None,
    mode: str | None = None,
) -> tuple[IndicatorRow, ...]:
    """The measures of the countries by group, each row with a cell for every country in the order given.

    Rows that none of the countries has a figure for are left out. `mode` (road, rail) narrows the measured
    crossings. Measures at single crossings are not taken: they are no measure of the country.
    """
    rows = [
        *_indicator_rows(countries, indicators),
        *_crossing_rows(countries, border_times, mode),
        *_tfa_rows(countries, reference, commitments, memberships or {}),
        *_convention_rows(countries, memberships or {}),
    ]
    order = tuple(IndicatorGroup)
    return tuple(sorted((row for row in rows if row.known), key=lambda row: order.index(row.group)))


def _indicator_rows(countries: Sequence[str], indicators: Iterable[Indicator]) -> Iterator[IndicatorRow]:
    by_code: dict[str, list[Indicator]] = {}
    for one in indicators:
        by_code.setdefault(one.code, []).append(one)
    for code, own in by_code.items():
        group = _PREFIXES.get(code.partition("_")[0], IndicatorGroup.OTHER)
        figures = [(one.country, _figure(one)) for one in own]
        yield _row(group, code, indicator_name(code), countries, figures)


def _figure(one: Indicator) -> Figure:
    return Figure(
        value=one.value,
        unit=unit_name(one.unit) if one.unit else None,
        year=one.year,
        source_ids=(one.source_id,) if one.source_id else (),
        note=one.note,
    )


def _row(
    group: IndicatorGroup,
    key: str,
    name: Message,
    countries: Sequence[str],
    figures: Iterable[tuple[str, Figure]],
) -> IndicatorRow:
    cells: dict[str, list[Figure]] = {iso2: [] for iso2 in countries}
    for iso2, figure in figures:
        if iso2 in cells:
            cells[iso2].append(figure)
    newest = {
        iso2: tuple(sorted(own, key=lambda figure: figure.year or "", reverse=True))
        for iso2, own in cells.items()
    }
    return IndicatorRow(group, key, name, newest)


def _crossing_rows(
    countries: Sequence[str], border_times: Iterable[BorderTime], mode: str | None
) -> Iterator[IndicatorRow]:
    rows = [
        row
        for row in border_times
        if row.national and row.whole and (row.mode or "") in _MODES and mode in (None, row.mode)
    ]
    for (travel, by), (direction, way) in product(_MODES.items(), _WAYS.items()):
        own = [row for row in rows if (row.mode, row.direction) == (travel, direction)]
        values = {"mode": Message(by), "way": Message(way)}
        for measure, unit, name, value in _CROSSING:
            figures = [(row.country or "", _measured(row, value(row), unit)) for row in own]
            yield _row(
                IndicatorGroup.CPMM,
                f"CPMM-{travel}-{direction}-{measure}",
                Message(name, values),
                countries,
                [(iso2, figure) for iso2, figure in figures if figure.value is not None],
            )


def _hours(row: BorderTime) -> float | None:
    return row.hours


def _dollars(row: BorderTime) -> float | None:
    return row.cost_usd


_CROSSING: tuple[tuple[str, str, str, Callable[[BorderTime], float | None]], ...] = (
    ("hours", "hours", N_("Time to cross the border by {mode}, {way}"), _hours),
    ("usd", "USD", N_("Cost to cross the border by {mode}, {way}"), _dollars),
)


def _measured(row: BorderTime, value: float | None, unit: str) -> Figure:
    return Figure(value, unit_name(unit), None, row.year, (row.source_id,) if row.source_id else (), row.note)


def _tfa_rows(
    countries: Sequence[str],
    reference: Reference,
    commitments: Iterable[Commitment],
    memberships: Mapping[str, Membership],
) -> Iterator[IndicatorRow]:
    given = [one for one in commitments if one.country in countries]
    outside = [iso2 for iso2 in countries if iso2 in memberships and memberships[iso2].wto_member is False]
    yield _row(
        IndicatorGroup.TFA,
        "WTO",
        Message("Member of the WTO"),
        countries,
        [(iso2, _membership(memberships[iso2])) for iso2 in countries if _told(memberships.get(iso2))],
    )
    for id_ in dict.fromkeys(one.standard_id for one in given):
        standard = reference.standards.get(id_)
        values = {
            "article": standard.article if standard else id_,
            "title": standard.title if standard else "",
        }
        figures = [(one.country, _category(one)) for one in given if one.standard_id == id_]
        none = Figure(said=Message("not a member"))
        yield _row(
            IndicatorGroup.TFA,
            id_,
            Message("{article} {title}", values),
            countries,
            [*figures, *((iso2, none) for iso2 in outside)],
        )


def _told(one: Membership | None) -> bool:
    return one is not None and one.wto is not None


def _membership(one: Membership) -> Figure:
    said = Message("yes") if one.wto_member else Message("no, an observer")
    return Figure(said=said, year=one.wto_since, source_ids=one.source_ids)


def _category(one: Commitment) -> Figure:
    return Figure(
        said=Message("category {category}", {"category": one.category}) if one.category else None,
        year=one.date,
        source_ids=(one.source_id,) if one.source_id else (),
        note=one.note,
    )


def _convention_rows(
    countries: Sequence[str], memberships: Mapping[str, Membership]
) -> Iterator[IndicatorRow]:
    parties = [
        (iso2, Figure(said=Message("yes") if one.tir else Message("no"), source_ids=one.source_ids))
        for iso2 in countries
        if (one := memberships.get(iso2)) is not None and one.tir is not None
    ]
    yield _row(IndicatorGroup.OTHER, "TIR", Message("Party to the TIR Convention"), countries, parties)


def indicators_json(rows: Iterable[IndicatorRow], words: Words) -> list[dict[str, Any]]:
    """The rows for programs; sentences in the language of `words`, unknown is None or an empty list."""
    return [
        {
            "group": row.group.value,
            "key": row.key,
            "name": words.say(row.name),
            "common_year": row.common_year,
            "countries": {iso2: [_json(one, words) for one in own] for iso2, own in row.cells.items()},
        }
        for row in rows
    ]


def _json(figure: Figure, words: Words) -> dict[str, Any]:
    return {
        "value": figure.value,
        "unit": words.say(figure.unit) if figure.unit else None,
        "said": words.say(figure.said) if figure.said else None,
        "year": figure.year,
        "sources": list(figure.source_ids),
        "note": figure.note,
    }
