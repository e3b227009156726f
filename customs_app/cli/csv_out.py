"""Rows as CSV for a spreadsheet or a program."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from customs_app.domain.figures import Money
from customs_app.exchange.cells import cell_text
from customs_app.reports.atomic import replacing

Value = str | int | float | tuple[str, ...] | None


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> None:
    """Write a head and the rows: UTF-8 with a byte order mark, unknown is empty, lists are parted by `;`.

    No text can become a formula. Raises OutputError, and then the file is as it was.
    """
    with replacing(path) as fresh, fresh.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([_text(row[name]) for name in columns] for row in rows)


def amounts(cost: Iterable[Money]) -> tuple[str, ...]:
    """Amounts with their ISO currencies, such as `12.5 USD`: those of different currencies stay apart."""
    return tuple(f"{cell_text(round(money.amount, 6))} {money.currency}" for money in cost)


def _text(value: Value) -> str:
    return cell_text(";".join(value) if isinstance(value, tuple) else value)
