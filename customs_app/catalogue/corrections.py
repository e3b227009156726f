"""Reading what officials correct in the application's own proposals: bindings and pins."""

import sqlite3
from collections.abc import Mapping

from customs_app.domain.alignment import Pin


def read_bindings(connection: sqlite3.Connection, corridor_id: str) -> Mapping[str, str | None]:
    """What is bound to the blocks of a corridor: key -> procedure id, None for none on purpose."""
    rows = connection.execute(
        "SELECT block, procedure_id FROM binding WHERE corridor_id = ? ORDER BY block", (corridor_id,)
    )
    return {row["block"]: row["procedure_id"] for row in rows}


def read_pins(connection: sqlite3.Connection) -> tuple[Pin, ...]:
    """All pins, oldest first."""
    rows = connection.execute("SELECT * FROM pin ORDER BY at, id")
    return tuple(Pin(row["id"], row["left_step"], row["right_step"], bool(row["linked"])) for row in rows)
