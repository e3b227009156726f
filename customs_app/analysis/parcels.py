"""E-commerce: how parcels enter each member state, in one view."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from customs_app.analysis.case import BASE, Case, steps_of_case
from customs_app.analysis.choose import choices
from customs_app.analysis.json_values import covered_json, money_json, range_json
from customs_app.analysis.totals import Totals, totals
from customs_app.domain.codes import Channel, Regime, Role
from customs_app.domain.figures import Coverage, Money
from customs_app.domain.indicators import Indicator
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference

_PARCEL = "DE_MINIMIS_PARCEL"
_COMMERCIAL = "DE_MINIMIS_COMMERCIAL"
_MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Threshold:
    """Up to which value a consignment is free of duty, as one source has it.

    `commercial` marks consignments of firms. `note` is in English and says what the value alone does not:
    weights, from when it applies. A threshold of an earlier year may no longer apply.
    """

    amount: Money
    commercial: bool
    year: str | None
    source_ids: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """One procedure by which parcels enter a country; a member without one has a row all the same.

    `thresholds` are those of the reference list, the newest first, empty where it has none; `said` is the
    note of the procedure (in English), where limits stand as its sources word them. `documents` are the
    different documents (ids) that the steps of the case take in or are shown, None where none is recorded,
    and `recorded` of how many steps any document is known. `channels` tells how many of its steps go which
    way, and `unsaid` of how many that is not known.
    `totals` is None where there is no procedure.
    """

    country: str
    procedure: FullProcedure | None
    thresholds: tuple[Threshold, ...] = ()
    said: str | None = None
    totals: Totals | None = None
    documents: tuple[str, ...] | None = None
    recorded: Coverage | None = None
    channels: tuple[tuple[Channel, int], ...] = ()
    unsaid: int = 0


def parcel_imports(
    procedures: Sequence[FullProcedure],
    reference: Reference,
    indicators: Iterable[Indicator],
    case: Case = BASE,
) -> tuple[ParcelRow, ...]:
    """How parcels enter each member state: one row a procedure, members by their code, never ranked.

    Time, cost and documents are those of the case with their coverage (`totals`). Of several procedures of
    one country (by post, by courier) the one that describes an ordinary parcel best stands first.
    """
    thresholds = _thresholds(indicators)
    members = [iso2 for iso2, country in reference.countries.items() if country.status == _MEMBER]
    fulls = {full.procedure.id: full for full in procedures}
    steps = {id_: len(full.steps) for id_, full in fulls.items()}
    found = choices([full.procedure for full in procedures], Regime.PARCEL_IMPORT, steps=steps)
    rows: list[ParcelRow] = []
    for iso2 in sorted({*members, *found.procedures, *found.others}):
        best = found.procedures.get(iso2)
        own = [best, *found.others.get(iso2, ())] if best else list(found.others.get(iso2, ()))
        known = thresholds.get(iso2, ())
        rows += [_row(fulls[one.id], known, case, reference) for one in own]
        if not own:
            rows.append(ParcelRow(iso2, None, known))
    return tuple(rows)


def _thresholds(indicators: Iterable[Indicator]) -> Mapping[str, tuple[Threshold, ...]]:
    found: dict[str, list[Threshold]] = {}
    for one in indicators:
        if one.code in (_PARCEL, _COMMERCIAL) and one.value is not None and one.unit:
            sources = (one.source_id,) if one.source_id else ()
            amount = Money(one.value, one.unit)
            told = Threshold(amount, one.code == _COMMERCIAL, one.year, sources, one.note)
            found.setdefault(one.country, []).append(told)
    return {
        iso2: tuple(sorted(sorted(own, key=_firms), key=_year, reverse=True)) for iso2, own in found.items()
    }


def _firms(one: Threshold) -> bool:
    return one.commercial


def _year(one: Threshold) -> str:
    return one.year or ""


def _row(
    full: FullProcedure, thresholds: tuple[Threshold, ...], case: Case, reference: Reference
) -> ParcelRow:
    steps = steps_of_case(full, case)
    channels = Counter(step.channel for step in steps)
    asked = (
        use.document_id
        for step in steps
        for use in full.uses.get(step.id, ())
        if use.role in (Role.INPUT, Role.SHOWN)
    )
    return ParcelRow(
        country=full.procedure.country,
        procedure=full,
        thresholds=thresholds,
        said=full.procedure.note,
        totals=totals(full, case, reference.rates),
        documents=tuple(dict.fromkeys(asked)) or None,
        recorded=Coverage(sum(bool(full.uses.get(step.id)) for step in steps), len(steps)),
        channels=tuple((channel, channels[channel]) for channel in Channel if channels[channel]),
        unsaid=channels[None],
    )


def parcels_json(rows: Iterable[ParcelRow]) -> list[dict[str, Any]]:
    """The rows for programs, ready for json.dumps; unknown is None."""
    return [
        {
            "country": row.country,
            "procedure": row.procedure.procedure.id if row.procedure else None,
            "thresholds": [
                {
                    "amount": one.amount.amount,
                    "currency": one.amount.currency,
                    "commercial": one.commercial,
                    "year": one.year,
                    "sources": list(one.source_ids),
                    "note": one.note,
                }
                for one in row.thresholds
            ],
            "said": row.said,
            "sources": list(row.procedure.procedure.source_ids) if row.procedure else [],
            "documents": None if row.documents is None else list(row.documents),
            "channels": {channel.value: n for channel, n in row.channels},
            "totals": _totals(row.totals) if row.totals else None,
        }
        for row in rows
    ]


def _totals(total: Totals) -> dict[str, Any]:
    return {
        "steps": total.steps,
        "elapsed_h": range_json(total.elapsed),
        "cost": money_json(total.cost),
        "covered": {
            "time": covered_json(total.time_covered),
            "cost": covered_json(total.cost_covered),
        },
    }
