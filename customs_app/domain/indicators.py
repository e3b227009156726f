"""What is measured of a country as a whole; never mixed with totals of steps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measure of one country (ISO 3166) in one year.

    `code` names the measure (`DB_EXP_TIME_DOC`), `unit` in which it is told (hours, USD, a scale). `year` is
    the edition as the source writes it; value, year and unit are None where the source does not give them.
    `note` is in English.
    """

    id: str
    country: str
    code: str
    year: str | None = None
    value: float | None = None
    unit: str | None = None
    source_id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class BorderTime:
    """One row of measured border crossings: hours and US dollars on average.

    `place` is the crossing as the source names it, `ALL` for all crossings of the country, or the name of
    a region with no `country`. `direction` is inbound, outbound or both as seen from `country`, `mode` road
    or rail. `activity` is TOTAL for the whole crossing, else what was measured in the source's words, with
    the activity of the reference list that fits (`activity_code`).
    """

    id: str
    place: str | None = None
    country: str | None = None
    neighbour: str | None = None
    mode: str | None = None
    direction: str | None = None
    activity: str | None = None
    hours: float | None = None
    cost_usd: float | None = None
    year: str | None = None
    source_id: str | None = None
    activity_code: str | None = None
    note: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it is the whole crossing, not one activity of it."""
        return self.activity == "TOTAL"

    @property
    def national(self) -> bool:
        """Whether it is the average of all crossings of its country."""
        return self.place == "ALL" and self.country is not None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a country has notified to the WTO about one article (id of a standard).

    `category` is A, B or C, None where no source read gives it; `date` is the definitive date (ISO 8601).
    """

    country: str
    standard_id: str
    category: str | None = None
    date: str | None = None
    source_id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """Of which bodies and conventions a country is part, in the words of the reference list.

    None is unknown; `tir` is None where no source says that the country is a party to the TIR Convention.
    """

    country: str
    wto: str | None = None
    wto_since: str | None = None
    tir: bool | None = None
    customs_union: str | None = None
    source_ids: tuple[str, ...] = ()

    @property
    def wto_member(self) -> bool | None:
        """Whether the country is a member of the WTO; None where that is not known."""
        return None if self.wto is None else self.wto == "member"
