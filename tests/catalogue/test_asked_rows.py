"""Rows that become objects only when they are asked for."""

import sqlite3

import pytest

from customs_app.catalogue.asked_rows import AskedRows


def test_makes_each_row_once_and_only_when_asked() -> None:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    made: list[str] = []

    def make(row: sqlite3.Row) -> str:
        made.append(row["id"])
        return f"{row['id']} {row['n']}"

    rows = AskedRows(connection.execute("SELECT 'b' AS id, 1 AS n UNION ALL SELECT 'a', 2"), "id", make)
    connection.close()
    assert (list(rows), len(rows), "a" in rows, "c" in rows) == (["b", "a"], 2, True, False)
    assert made == []
    assert (rows["a"], rows.get("a"), rows.get("c")) == ("a 2", "a 2", None)
    assert made == ["a"]
    assert dict(rows) == {"b": "b 1", "a": "a 2"}
    assert made == ["a", "b"]
    with pytest.raises(KeyError):
        rows["c"]
