"""What tests of the catalogue share."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from customs_app.catalogue import build, connection, search_index
from customs_app.catalogue.file import create, open_catalogue
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.catalogue.triggers import JOURNALLED
from customs_app.domain.review import Reviewer

_SMALL = ("KZ-P-import-rail", "KZ-P-bcp-khorgos-road")
_NOT_NEEDED = ("indicator", "cpmm", "trade_flow", "document_element", "commitment")
"""To these no step refers; with their sources they are three quarters of the reference lists."""


@pytest.fixture(scope="session")
def reference_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue with the reference lists only; never written."""
    path = tmp_path_factory.mktemp("reference") / "reference.customs"
    create(path, starting=False)
    return path


@pytest.fixture(scope="session")
def small_file(starting_file: Path, reference_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference lists and two procedures of one country; never written."""
    path = tmp_path_factory.mktemp("small") / "small.customs"
    shutil.copy(reference_file, path)
    with open_catalogue(starting_file, read_only=True) as whole:
        rows = {table.name: whole.rows(table.name, "KZ") for table in COUNTRY_TABLES}
    rows["procedure"] = tuple(row for row in rows["procedure"] if row["id"] in _SMALL)
    rows["step"] = tuple(row for row in rows["step"] if row["procedure_id"] in _SMALL)
    steps = {row["id"] for row in rows["step"]}
    rows["step_document"] = tuple(row for row in rows["step_document"] if row["step_id"] in steps)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.row_factory = sqlite3.Row
        raw.execute("UPDATE journal_state SET recording = 0")
        for table in COUNTRY_TABLES:
            build.insert_rows(raw, table, (dict(row) for row in rows[table.name]), "KZ")
        for table in _NOT_NEEDED:
            raw.execute(f"DELETE FROM {table}")
        _forget_sources(raw)
        search_index.rebuild(raw)
        raw.execute("UPDATE journal_state SET recording = 1")
    return path


def _forget_sources(raw: sqlite3.Connection) -> None:
    """Sources that no row names go."""
    named: set[str] = set()
    for table in JOURNALLED:
        if table != "source":
            for row in raw.execute(f"SELECT * FROM {table}"):
                named.update(
                    word for cell in row if isinstance(cell, str) for word in re.split(r"[\s;,]+", cell)
                )
    known = {row["id"] for row in raw.execute("SELECT id FROM source")}
    raw.executemany("DELETE FROM source WHERE id = ?", [(id_,) for id_ in known - named])


@pytest.fixture
def who() -> Reviewer:
    return Reviewer("Aigerim S.", "KZ")


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks are waited for only a moment."""
    monkeypatch.setattr(connection, "BUSY_MS", 20)
