"""Reading what is measured of countries as a whole; a start of the window needs none of it."""

import sqlite3

from customs_app.catalogue.domain_rows import parts
from customs_app.domain.indicators import BorderTime, Commitment, Indicator, Membership

_TIR = {"yes": True, "no": False}


def read_indicators(connection: sqlite3.Connection) -> tuple[Indicator, ...]:
    """All indicators in the order of their list."""
    return tuple(
        Indicator(
            id=row["id"],
            country=row["country"],
            code=row["indicator"],
            year=row["year"],
            value=row["value"],
            unit=row["unit"],
            source_id=row["source_id"],
            note=row["note"],
        )
        for row in connection.execute("SELECT * FROM indicator ORDER BY rowid")
    )


def read_border_times(connection: sqlite3.Connection) -> tuple[BorderTime, ...]:
    """All measured border crossings in the order of their list."""
    return tuple(
        BorderTime(
            id=row["id"],
            place=row["bcp"],
            country=row["country"],
            neighbour=row["neighbour"],
            mode=row["mode"],
            direction=row["direction"],
            activity=row["activity"],
            hours=row["avg_hours"],
            cost_usd=row["avg_cost_usd"],
            year=row["year"],
            source_id=row["source_id"],
            activity_code=row["activity_code"],
            note=row["note"],
        )
        for row in connection.execute("SELECT * FROM cpmm ORDER BY rowid")
    )


def read_commitments(connection: sqlite3.Connection) -> tuple[Commitment, ...]:
    """All notified categories in the order of their list."""
    return tuple(
        Commitment(
            country=row["country"],
            standard_id=row["standard_id"],
            category=row["category"],
            date=row["date_definitive"],
            source_id=row["source_id"],
            note=row["note"],
        )
        for row in connection.execute("SELECT * FROM commitment ORDER BY rowid")
    )


def read_memberships(connection: sqlite3.Connection) -> dict[str, Membership]:
    """Memberships of all countries of the reference list, by country."""
    return {
        row["iso2"]: Membership(
            country=row["iso2"],
            wto=row["wto_status"],
            wto_since=row["wto_since"],
            tir=_TIR.get(row["tir_party"] or ""),
            customs_union=row["customs_union"],
            source_ids=parts(row["source_ids"]),
        )
        for row in connection.execute("SELECT * FROM country ORDER BY rowid")
    }
