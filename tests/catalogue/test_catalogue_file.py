"""Making and opening catalogue files, and every way in which that fails."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from customs_app import paths
from customs_app.catalogue import build, connection, migrations
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import BindBlock, EditStep, StartRound
from customs_app.catalogue.file import create, open_catalogue
from customs_app.catalogue.header import read_header
from customs_app.domain.errors import CatalogueError
from customs_app.domain.job import Cancelled
from customs_app.domain.review import Reviewer

_EDIT = EditStep("KZ-P-import-rail-01", {"note": "changed"})


def _poke(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript(sql)


def _leftovers(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    create(tmp_path / "a.customs", starting=False, progress=lambda done, of: told.append((done, of)))
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)


def test_an_existing_file_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "a.customs"
    path.write_text("mine")
    with pytest.raises(CatalogueError, match="exists already"):
        create(path)
    assert path.read_text() == "mine"
    assert _leftovers(tmp_path) == {"a.customs"}


@pytest.mark.parametrize("after", [0, 5])
def test_cancelled_leaves_nothing(tmp_path: Path, after: int) -> None:
    def cancel(done: int, of: int) -> None:
        if done >= after:
            raise Cancelled

    with pytest.raises(Cancelled):
        create(tmp_path / "a.customs", progress=cancel)
    assert _leftovers(tmp_path) == set()


def test_broken_starting_content_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(build, "fill", fail)
    with pytest.raises(RuntimeError):
        create(tmp_path / "a.customs")
    assert _leftovers(tmp_path) == set()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="cannot be written"):
        create(tmp_path / "nowhere" / "a.customs")


def test_header_of_a_fresh_file(starting_file: Path) -> None:
    header = read_header(starting_file)
    assert header.application_id == connection.APPLICATION_ID
    assert header.version == len(migrations.scripts())
    with closing(sqlite3.connect(starting_file)) as raw:
        tables = raw.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall()
    own = {name: strict for name, strict in tables if not name.startswith(("sqlite_", "_sqlite", "search"))}
    assert len(own) > 25
    assert all(own.values())


def test_an_open_file_has_its_pragmas(catalogue: Catalogue) -> None:
    asked = {
        name: catalogue._connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("foreign_keys", "journal_mode", "trusted_schema", "cell_size_check", "synchronous")
    }
    assert asked == {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "trusted_schema": 0,
        "cell_size_check": 1,
        "synchronous": 2,
    }


def test_a_file_of_a_newer_release_is_left_byte_for_byte(catalogue_file: Path) -> None:
    _poke(catalogue_file, "PRAGMA user_version = 99")
    before = catalogue_file.read_bytes()
    for read_only in (False, True):
        with pytest.raises(CatalogueError, match=r"newer release.*99"):
            open_catalogue(catalogue_file, read_only=read_only)
    assert catalogue_file.read_bytes() == before
    assert _leftovers(catalogue_file.parent) == {catalogue_file.name}


def test_a_newer_version_in_the_log_alone_is_seen(catalogue_file: Path) -> None:
    with closing(sqlite3.connect(catalogue_file, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA user_version = 99")
        before = catalogue_file.read_bytes()
        assert int.from_bytes(before[60:64], "big") != 99
        with pytest.raises(CatalogueError, match="newer release"):
            open_catalogue(catalogue_file)
        assert catalogue_file.read_bytes() == before


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("a,b\n" * 100)


def _other_application(path: Path) -> None:
    _poke(path, "PRAGMA application_id = 5")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _torn_schema(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_missing, "There is no file"),
        (_empty, "is not a catalogue"),
        (_text, "is not a catalogue"),
        (_other_application, "is not a catalogue"),
        (_folder, "cannot be read"),
        (_torn_schema, "is damaged"),
    ],
)
def test_files_that_are_no_catalogue(catalogue_file: Path, spoil: Callable[[Path], None], words: str) -> None:
    spoil(catalogue_file)
    for read_only in (False, True):
        with pytest.raises(CatalogueError, match=words) as raised:
            open_catalogue(catalogue_file, read_only=read_only)
        assert str(catalogue_file) in str(raised.value)


def test_damage_met_while_reading(catalogue_file: Path) -> None:
    with closing(sqlite3.connect(catalogue_file)) as raw:
        root = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'trade_flow'").fetchone()[0]
    content = bytearray(catalogue_file.read_bytes())
    content[(root - 1) * 4096 : (root - 1) * 4096 + 64] = b"\xee" * 64
    catalogue_file.write_bytes(content)
    problems = check(catalogue_file)
    assert problems
    assert {problem.file for problem in problems} == {"file"}
    with (
        open_catalogue(catalogue_file, read_only=True) as opened,
        pytest.raises(CatalogueError, match="damaged"),
    ):
        opened.fingerprint()


def test_another_program_writes(catalogue_file: Path, who: Reviewer, hurried: None) -> None:
    with (
        open_catalogue(catalogue_file) as opened,
        closing(sqlite3.connect(catalogue_file, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CatalogueError, match="in use by another program"):
            opened.run(_EDIT, who)
        assert opened.counts().steps == 1378
        other.execute("ROLLBACK")
        assert opened.run(_EDIT, who).entry_id


def test_another_program_holds_the_whole_file(catalogue_file: Path, hurried: None) -> None:
    with closing(sqlite3.connect(catalogue_file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")  # with a write-ahead log nobody keeps readers out
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CatalogueError, match="in use by another program"):
            open_catalogue(catalogue_file)


def test_read_only_refuses_changes_and_touches_nothing(starting_file: Path, who: Reviewer) -> None:
    before = starting_file.read_bytes()
    with open_catalogue(starting_file, read_only=True) as opened:
        assert opened.read_only
        with pytest.raises(CatalogueError, match="read-only"):
            opened.run(_EDIT, who)
    assert starting_file.read_bytes() == before
    assert _leftovers(starting_file.parent) == {starting_file.name}


def test_a_file_on_frozen_ground_opens_for_reading(
    catalogue_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_catalogue(catalogue_file):
        pass  # turns the file to a write-ahead log

    monkeypatch.setattr(connection.os, "access", lambda folder, how: False)
    with open_catalogue(catalogue_file, read_only=True) as opened:
        assert opened.counts().steps == 1378
    assert _leftovers(catalogue_file.parent) == {catalogue_file.name}


def test_a_full_disk_changes_nothing(catalogue: Catalogue, who: Reviewer) -> None:
    before = catalogue.fingerprint()
    pages = catalogue._connection.execute("PRAGMA page_count").fetchone()[0]
    catalogue._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = EditStep("KZ-P-import-rail-01", {"note": "x" * 500_000})
    with pytest.raises(CatalogueError, match="disk is full"):
        catalogue.run(long, who)
    assert catalogue.fingerprint() == before
    assert catalogue.history() == ()


def test_a_fault_of_ours_is_not_dressed_up_as_one_of_the_file(catalogue: Catalogue) -> None:
    with (
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        connection.known_failures(catalogue.path),
    ):
        catalogue._connection.execute("SELECT * FROM no_such_table")


def test_an_old_sqlite_is_refused(catalogue_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection.sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(CatalogueError, match=r"3\.37"):
        open_catalogue(catalogue_file)


@pytest.fixture
def next_release(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Migrations of a release after this one: a new column, and a change to rows."""
    folder = tmp_path_factory.mktemp("migrations")
    for script in paths.MIGRATIONS.glob("*.sql"):
        shutil.copy(script, folder)
    (folder / "9998_more.sql").write_text(
        "ALTER TABLE agency ADD COLUMN phone TEXT; UPDATE agency SET phone = 'none';"
    )
    monkeypatch.setattr(paths, "MIGRATIONS", folder)
    migrations.scripts.cache_clear()
    yield folder
    monkeypatch.undo()
    migrations.scripts.cache_clear()


def test_a_copy_is_made_before_a_migration(catalogue_file: Path, next_release: Path, who: Reviewer) -> None:
    before = catalogue_file.read_bytes()
    with pytest.raises(CatalogueError, match="older release"):
        open_catalogue(catalogue_file, read_only=True)
    assert catalogue_file.read_bytes() == before
    with open_catalogue(catalogue_file) as opened:
        assert {row["phone"] for row in opened.rows("agency")} == {"none"}
        opened.run(_EDIT, who)  # the guards are back, and the journal still works
        with pytest.raises(sqlite3.IntegrityError, match="outside the journal"):
            opened._connection.execute("UPDATE agency SET phone = ''")
    now = len(migrations.scripts())
    assert read_header(catalogue_file).version == now
    copies = [path for path in catalogue_file.parent.iterdir() if ".before-" in path.name]
    assert len(copies) == 1
    assert read_header(copies[0]).version == now - 1
    with open_catalogue(catalogue_file):
        pass
    assert len([path for path in catalogue_file.parent.iterdir() if ".before-" in path.name]) == 1


def test_a_catalogue_of_the_first_form_learns_of_rounds_and_corridors(
    first_form: Path, starting_file: Path, who: Reviewer
) -> None:
    assert read_header(first_form).version == 1
    with open_catalogue(first_form) as opened, open_catalogue(starting_file, read_only=True) as new:
        assert opened.fingerprint() == new.fingerprint()
        assert opened.rounds() == opened.meetings() == ()
        opened.run(StartRound(()), who)
        assert len(opened.rounds()) == 1
        assert (opened.bindings("COR-01"), opened.pins()) == ({}, ())
        opened.run(BindBlock("COR-01", "KZ-transit", None), who)
        assert opened.bindings("COR-01") == {"KZ-transit": None}
        opened.undo(who)
        with pytest.raises(sqlite3.IntegrityError, match="outside the journal"):
            opened._connection.execute("DELETE FROM round")
        opened.undo(who)
        assert opened.fingerprint() == new.fingerprint()
    assert [path for path in first_form.parent.iterdir() if ".before-" in path.name]


def test_a_script_that_files_have_seen_is_never_changed() -> None:
    seen = {
        "0001_catalogue": "a0e1152b489433ddce4b246d10bee744be119639e934c32c7425a0a4591e44c1",
        "0002_together": "f8d0c94bdcc315e16b7c1967656093c45ee628f198e10f06caea8288b5025e1a",
        "0003_corridors_and_pins": "46921e2d6347493391860f8199fbd0552b687de066a227dbc4f6dc460e9f597d",
        "0004_dossier": "7cbff1ed1ca918c9c72edbbf46a55975c0118278e896d1103269a0f22f78780b",
        "0005_editions": "447b1c41c1ca03547465c233632f61eccc38cb991fb299e6f5b691b9ad7d0c58",
        "0006_verdict_of_measure": "a880ad2f4bc6029986587e9529a4289763a339886fb6c9ee98acaaad05ddb321",
    }
    for script in migrations.scripts():
        if script.stem in seen:
            assert sha256(script.read_bytes()).hexdigest() == seen.pop(script.stem)
    assert not seen


def test_a_migration_that_fails_changes_nothing(catalogue_file: Path, next_release: Path) -> None:
    (next_release / "9999_bad.sql").write_text(
        "CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);"
    )
    migrations.scripts.cache_clear()
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_catalogue(catalogue_file)
    assert read_header(catalogue_file).version == len(migrations.scripts()) - 1
    with closing(sqlite3.connect(catalogue_file)) as raw:
        assert not raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half'").fetchall()
    (next_release / "9999_bad.sql").unlink()
    migrations.scripts.cache_clear()
    with open_catalogue(catalogue_file) as opened:
        assert opened.counts().steps == 1378
