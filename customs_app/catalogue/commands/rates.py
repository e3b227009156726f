"""Commands about exchange rates."""

from dataclasses import dataclass
from datetime import date as day

from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.tables import EXCHANGE_RATE
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message

OFFICE = "office"
"""Kind of a rate that an office has set; such a rate has no source but the office."""


@dataclass(frozen=True, slots=True)
class SetRate:
    """Set how many units of a currency (ISO 4217) one US dollar buys on a day (ISO 8601)."""

    currency: str
    units_per_usd: float
    date: str

    def label(self, _writer: Writer) -> Message:
        """Say which rate is set."""
        return Message("Set the exchange rate of {currency}", {"currency": self.currency})

    def apply(self, writer: Writer) -> None:
        """Write the rate, over an earlier one of the currency."""
        given: Row = {"currency": self.currency, "units_per_usd": self.units_per_usd, "date": self.date}
        row = checked(EXCHANGE_RATE, given, writer.exists)
        problems = []
        if not row["units_per_usd"]:
            expected = Message("a number above zero")
            problems.append(Problem(EXCHANGE_RATE.file, None, "units_per_usd", expected))
        if not _is_day(str(row["date"])):
            problems.append(Problem(EXCHANGE_RATE.file, None, "date", Message("a day such as 2026-11-24")))
        refuse(problems)
        earlier = writer.get("exchange_rate", row["currency"])
        if earlier is None:
            writer.insert("exchange_rate", {**row, "kind": OFFICE})
        elif any(earlier[name] != value for name, value in row.items()):
            writer.update("exchange_rate", [row["currency"]], {**row, "kind": OFFICE, "source_id": None})


def _is_day(text: str) -> bool:
    try:
        return day.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
