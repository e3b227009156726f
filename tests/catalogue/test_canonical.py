"""The canonical export, held against a second program that follows its description alone."""

import json
import shutil
import sqlite3
from contextlib import closing
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from customs_app.catalogue.canonical import number
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import EditStep, SetMark, SetRate
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Reviewer

STEP = "KZ-P-import-rail-01"
# What a file holds besides data and what people say.
_KEPT_APART = {"entry", "change", "journal_state", "about", "found", "edition", "_sqlite_migrations"}


@pytest.fixture
def catalogue_file(small_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.customs"
    shutil.copyfile(small_file, path)
    return path


def told_by_another_program(path: Path) -> str:
    """The hash as somebody makes it who has read the description, and has SQLite and JSON only."""
    with closing(sqlite3.connect(path)) as raw:
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        tables = {}
        for name in names:
            if name in _KEPT_APART or name.startswith(("search", "sqlite_")):
                continue
            cursor = raw.execute(f"SELECT * FROM {name}")
            columns = [column[0] for column in cursor.description]
            rows = [dict(zip(columns, row, strict=True)) for row in cursor]
            lines = [_line({k: v for k, v in row.items() if v is not None}) for row in rows]
            if lines:
                tables[name] = b"[" + b",".join(sorted(lines)) + b"]"
    inner = b",".join(b'"%s":%s' % (name.encode(), tables[name]) for name in sorted(tables))
    return sha256(b'{"format":"customs-catalogue 1","tables":{' + inner + b"}}").hexdigest()


def _line(row: dict[str, str | int | float]) -> bytes:
    parts = []
    for name in sorted(row):
        value = row[name]
        if isinstance(value, str):
            text = json.dumps(value.replace("\r\n", "\n").replace("\r", "\n"), ensure_ascii=False)
        else:
            # Small and plain numbers only: no exponent is needed.
            text = format(Decimal(repr(value)).normalize(), "f")
        parts.append(f'"{name}":{text}')
    return ("{" + ",".join(parts) + "}").encode()


def test_another_program_comes_to_the_same_hash(starting_file: Path) -> None:
    with open_catalogue(starting_file, read_only=True) as opened:
        assert opened.fingerprint() == told_by_another_program(starting_file)


def test_it_does_so_for_what_people_write(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(
        EditStep(STEP, {"note": 'He said "\\ / \u2028\t\x7f" Ќазақ 中 \U0001f69a', "visits": 3}), who
    )
    catalogue.run(EditStep(STEP, {"time_min_h": 0.25, "time_typ_h": 5.0, "time_max_h": 1234.5}), who)
    catalogue.run(SetMark(STEP, Verdict.REMOVE, "line 1\r\nline 2\rline 3"), who)
    assert catalogue.fingerprint() == told_by_another_program(catalogue.path)


def test_line_ends_of_another_system_are_no_other_state(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(EditStep(STEP, {"note": "one\ntwo"}), who)
    before = catalogue.fingerprint()
    with closing(sqlite3.connect(catalogue.path)) as raw, raw:
        raw.execute("UPDATE journal_state SET recording = 0")
        raw.execute("UPDATE step SET note = ? WHERE id = ?", ("one\r\ntwo", STEP))
        raw.execute("UPDATE journal_state SET recording = 1")
    assert catalogue.fingerprint() == before


def test_the_order_in_which_rows_were_written_is_no_part_of_it(catalogue: Catalogue) -> None:
    before, order = catalogue.fingerprint(), list(catalogue.reference().activities)
    with closing(sqlite3.connect(catalogue.path)) as raw, raw:
        raw.execute("UPDATE journal_state SET recording = 0")
        for table in ("activity", "step", "step_document", "country", "standard"):
            raw.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM {table} ORDER BY rowid DESC")
            raw.execute(f"DELETE FROM {table}")
            raw.execute(f"INSERT INTO {table} SELECT * FROM kept")
            raw.execute("DROP TABLE kept")
        raw.execute("UPDATE journal_state SET recording = 1")
    assert list(catalogue.reference().activities) == order[::-1]
    assert catalogue.fingerprint() == before


def test_every_change_is_another_state(catalogue: Catalogue, who: Reviewer) -> None:
    seen = {catalogue.fingerprint()}
    for command in (
        EditStep(STEP, {"note": "x"}),
        EditStep(STEP, {"note": None, "locator": "x"}),
        EditStep(STEP, {"time_typ_h": 1.0000000000000002}),
        SetMark(STEP, Verdict.KEEP, ""),
        SetRate("KZT", 500.5, "2026-11-24"),
    ):
        catalogue.run(command, who)
        assert catalogue.fingerprint() not in seen
        seen.add(catalogue.fingerprint())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        # Those of RFC 8785, appendix B.
        (0.0, "0"),
        (-0.0, "0"),
        (5e-324, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (9007199254740992.0, "9007199254740992"),
        (295147905179352830000.0, "295147905179352830000"),
        (9.999999999999997e22, "9.999999999999997e+22"),
        (1e23, "1e+23"),
        (999999999999999700000.0, "999999999999999700000"),
        (1e21, "1e+21"),
        (9.999999999999997e-7, "9.999999999999997e-7"),
        (0.000001, "0.000001"),
        (333333333.3333332, "333333333.3333332"),
        (-0.0000033333333333333333, "-0.0000033333333333333333"),
        (1424953923781206.2, "1424953923781206.2"),
        (5.0, "5"),
        (0.25, "0.25"),
        (-100.5, "-100.5"),
    ],
)
def test_numbers_are_written_as_the_standard_says(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
@example(1e-7)
@example(123456789012345680000.0)
def test_a_number_comes_back_as_it_was(value: float) -> None:
    assert float(number(value)) == value
    digits = number(abs(value)).replace(".", "").partition("e")[0].strip("0")
    assert len(digits) <= 17


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match=r"nan|inf"):
        number(value)
