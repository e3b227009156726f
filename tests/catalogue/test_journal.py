"""The journal: nothing beside it, exact to the last digit, undo and redo that survive a restart."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from customs_app.catalogue import messages
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import DeleteStep, EditStep, SetMark
from customs_app.catalogue.csv_rows import LARGEST
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.triggers import JOURNALLED
from customs_app.domain.codes import Verdict
from customs_app.domain.errors import CatalogueError, InputError
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Message, Text

FIRST = "KZ-P-import-rail-01"


@pytest.fixture
def catalogue_file(small_file: Path, tmp_path: Path) -> Path:
    """A small catalogue is enough here."""
    path = tmp_path / "catalogue.customs"
    shutil.copyfile(small_file, path)
    return path


@pytest.mark.parametrize("table", JOURNALLED)
def test_nothing_changes_outside_the_journal(catalogue: Catalogue, table: str) -> None:
    raw = catalogue._connection
    column = next(row["name"] for row in raw.execute(f"PRAGMA table_info ({table})"))
    statements = [f"INSERT INTO {table} ({column}) VALUES ('x')"]
    if raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
        statements += [f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"]
        statements += [f"REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"]
    for statement in statements:
        with pytest.raises(sqlite3.IntegrityError, match="outside the journal"):
            raw.execute(statement)


def test_another_program_cannot_change_rows_either(catalogue_file: Path) -> None:
    raw = sqlite3.connect(catalogue_file)
    try:
        with pytest.raises(sqlite3.IntegrityError, match="outside the journal"):
            raw.execute("UPDATE step SET note = 'x'")
    finally:
        raw.close()


def test_an_entry_says_who_when_and_what(catalogue: Catalogue, who: Reviewer) -> None:
    done = catalogue.run(EditStep(FIRST, {"note": "new"}), who)
    (entry,) = catalogue.history()
    assert (entry.id, entry.kind, entry.state, entry.reviewer, entry.changes) == (
        done.entry_id,
        "do",
        "done",
        who,
        1,
    )
    assert entry.at.endswith("+00:00")
    assert entry.label == done.label == catalogue.next_undo()
    title = entry.label.values["step"]
    assert isinstance(title, Text)
    assert title.ru == "Подготовка контракта, инвойса и упаковочного листа"
    (change,) = catalogue._connection.execute("SELECT * FROM change").fetchall()
    old, new = json.loads(change["old"]), json.loads(change["new"])
    assert (change["table_name"], change["row_key"]) == ("step", FIRST)
    assert {name for name in old if old[name] != new[name]} == {"note"}
    assert set(old) == set(catalogue.rows("step")[0])


def test_undo_and_redo_survive_a_restart(catalogue_file: Path, who: Reviewer) -> None:
    states = []
    with open_catalogue(catalogue_file) as opened:
        assert opened.next_undo() is None
        for command in (EditStep(FIRST, {"note": "1"}), SetMark(FIRST, Verdict.KEEP, ""), DeleteStep(FIRST)):
            states.append(opened.fingerprint())
            opened.run(command, who)
        last = opened.fingerprint()
    for state in reversed(states):
        with open_catalogue(catalogue_file) as opened:
            opened.undo(who)
            assert opened.fingerprint() == state
    with open_catalogue(catalogue_file) as opened:
        with pytest.raises(InputError, match="nothing to undo"):
            opened.undo(who)
        for _ in states:
            opened.redo(who)
        assert opened.fingerprint() == last
        assert opened.next_redo() is None
        with pytest.raises(InputError, match="nothing to redo"):
            opened.redo(who)
        kinds = [entry.kind for entry in opened.history()]
        assert kinds == ["redo"] * 3 + ["undo"] * 3 + ["do"] * 3


def test_something_new_drops_what_was_undone(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(EditStep(FIRST, {"note": "1"}), who)
    catalogue.run(EditStep(FIRST, {"note": "2"}), who)
    catalogue.undo(who)
    assert catalogue.run(EditStep(FIRST, {"note": "1"}), who).entry_id is None
    assert catalogue.next_redo() is not None  # nothing new was done
    catalogue.run(EditStep(FIRST, {"note": "3"}), who)
    assert catalogue.next_redo() is None
    assert [entry.state for entry in catalogue.history() if entry.kind == "do"] == ["done", "dropped", "done"]
    catalogue.undo(who)
    assert catalogue.full_procedure("KZ-P-import-rail").step(FIRST).note == "1"


def test_two_connections_share_one_journal(catalogue: Catalogue, who: Reviewer) -> None:
    before = catalogue.fingerprint()
    catalogue.run(EditStep(FIRST, {"note": "1"}), who)
    with open_catalogue(catalogue.path) as other:
        other.run(EditStep(FIRST, {"note": "2"}), Reviewer("Li Wei", "CN"))
    catalogue.undo(who)
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_preview_counts_and_changes_nothing(catalogue: Catalogue, who: Reviewer) -> None:
    before = catalogue.fingerprint(), catalogue.search("zebra")
    seen = catalogue.preview(EditStep(FIRST, {"title_en": "Zebra"}), who)
    assert (seen.added, seen.altered, seen.removed) == ({}, {"step": 1}, {})
    gone = catalogue.preview(DeleteStep(FIRST), who)
    assert gone.removed["step"] == 1
    assert gone.removed["step_document"] > 0
    assert gone.altered["step"] > 0
    assert (catalogue.fingerprint(), catalogue.search("zebra")) == before
    assert catalogue.history() == ()


@pytest.fixture(scope="module")
def shared(small_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    path = tmp_path_factory.mktemp("shared") / "shared.customs"
    shutil.copyfile(small_file, path)
    with open_catalogue(path) as opened:
        yield opened


_FLOATS = st.floats(0, LARGEST, allow_nan=False) | st.sampled_from([0.1 + 0.2, 1e-7, 5e-324, 1 / 3, LARGEST])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=_FLOATS, second=_FLOATS)
def test_numbers_survive_the_journal_exactly(shared: Catalogue, first: float, second: float) -> None:
    who = Reviewer("a", "KZ")

    def cost() -> float | None:
        return shared.full_procedure("KZ-P-import-rail").step(FIRST).cost.amount

    shared.run(EditStep(FIRST, {"cost_amount": first}), who)
    if shared.run(EditStep(FIRST, {"cost_amount": second}), who).entry_id:
        shared.undo(who)
        assert cost() == first
        shared.redo(who)
    assert cost() == second


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
        str.strip
    )
)
def test_any_text_survives_the_journal(shared: Catalogue, text: str) -> None:
    who = Reviewer(text, text)
    if shared.run(EditStep(FIRST, {"note": text, "title_en": f"a{text}"}), who).entry_id:
        shared.undo(who)
        shared.redo(who)
    step = shared.full_procedure("KZ-P-import-rail").step(FIRST)
    assert step.note == text.strip()
    assert step.title.en == f"a{text}".strip()


def test_a_journal_that_contradicts_the_tables_is_said_to_be_damaged(
    catalogue: Catalogue, who: Reviewer
) -> None:
    catalogue.run(EditStep(FIRST, {"note": "1"}), who)
    catalogue._connection.execute("""UPDATE change SET new = json_set(new, '$.id', 'nowhere')""")
    before = catalogue.fingerprint()
    with pytest.raises(CatalogueError, match="damaged"):
        catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_a_command_that_fails_half_way_leaves_nothing(catalogue: Catalogue, who: Reviewer) -> None:
    class Half:
        def label(self, _writer: object) -> Message:
            return Message("Half")

        def apply(self, writer: object) -> None:
            writer.update("step", [FIRST], {"note": "half"})
            raise RuntimeError

    before = catalogue.fingerprint()
    with pytest.raises(RuntimeError):
        catalogue.run(Half(), who)
    assert catalogue.fingerprint() == before
    assert catalogue.history() == ()
    assert catalogue.run(EditStep(FIRST, {"note": "whole"}), who).entry_id


def test_a_reference_to_nothing_is_refused_at_the_end(catalogue: Catalogue, who: Reviewer) -> None:
    class Wrong:
        def label(self, _writer: object) -> Message:
            return Message("Wrong")

        def apply(self, writer: object) -> None:
            writer.update("step", [FIRST], {"agency_id": "nobody"})

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        catalogue.run(Wrong(), who)
    assert catalogue.history() == ()


_VALUES = st.recursive(
    st.text() | st.integers(-(2**60), 2**60) | st.builds(Text, st.text(), st.none() | st.text(), st.none()),
    lambda parts: (
        st.lists(parts, max_size=3).map(tuple)
        | st.builds(Message, st.text(), st.dictionaries(st.text(), parts, max_size=2), st.none() | st.text())
    ),
    max_leaves=6,
)


@given(st.builds(Message, st.text(), st.dictionaries(st.text(), _VALUES, max_size=3), st.none() | st.text()))
def test_messages_come_back_as_they_were(message: Message) -> None:
    assert messages.from_json(messages.to_json(message)) == message


def test_ids_are_in_order_of_time_and_never_the_same() -> None:
    many = [stamp() for _ in range(5000)]
    assert len(set(many)) == len(many)
    assert [one[:9] for one in many] == sorted(one[:9] for one in many)
    assert {len(one) for one in many} == {17}
    assert all(one.isascii() and one == one.lower() for one in many)


def test_a_row_touched_more_than_once_in_one_entry(catalogue: Catalogue, who: Reviewer) -> None:
    class Restless:
        def label(self, _writer: object) -> Message:
            return Message("Restless")

        def apply(self, writer: object) -> None:
            row = writer.get("exchange_rate", "KZT")
            writer.update("exchange_rate", ["KZT"], {"units_per_usd": 1.0})
            writer.delete("exchange_rate", ["KZT"])
            writer.insert("exchange_rate", {**row, "units_per_usd": 2.0})
            writer.update("exchange_rate", ["KZT"], {"units_per_usd": 3.0})

    before = catalogue.fingerprint()
    catalogue.run(Restless(), who)
    after = catalogue.fingerprint()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before
    catalogue.redo(who)
    assert catalogue.fingerprint() == after
    assert catalogue.reference().rates["KZT"].units_per_usd == 3
