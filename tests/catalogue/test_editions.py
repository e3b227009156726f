"""Editions: frozen, opened, never altered, and checked."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from customs_app import paths
from customs_app.catalogue import editions, frozen, migrations
from customs_app.catalogue.backup import backup
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import (
    AddComment,
    CommentProposal,
    Decide,
    DeleteStep,
    DismissFinding,
    EditStep,
    RewriteText,
    SaveProposal,
    SetMark,
    SetStandpoint,
    StartMeeting,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.frozen import edition_text, open_edition
from customs_app.domain.codes import Position, Regime, Verdict
from customs_app.domain.dossier import TextKind, TextPlace
from customs_app.domain.errors import CatalogueError, InputError
from customs_app.domain.job import Cancelled
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language

P, OTHER = "KZ-P-import-rail", "KZ-P-bcp-khorgos-road"
STEP, SECOND, ELSEWHERE = f"{P}-01", f"{P}-02", f"{OTHER}-01"


@pytest.fixture
def catalogue_file(small_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.customs"
    shutil.copyfile(small_file, path)
    return path


@pytest.fixture
def proposal_id(catalogue: Catalogue, who: Reviewer) -> str:
    """A proposal about one of the two procedures; both have a mark with a comment and a decision."""
    for procedure, step in ((P, STEP), (OTHER, ELSEWHERE)):
        mark = catalogue.run(SetMark(step, Verdict.REMOVE, "twice"), who).new_id
        assert mark is not None
        catalogue.run(AddComment(mark, "Yes."), who)
        catalogue.run(DismissFinding("R01|x", procedure, "no", as_stood="x"), who)
        meeting = catalogue.run(StartMeeting("Session", (procedure,), ("KZ",)), who).new_id
        assert meeting is not None
        catalogue.run(
            Decide(meeting, step, Verdict.REMOVE, "agreed", taken_up_at="2026-11-01T10:00:00+00:00"), who
        )
    wanted = Proposal("", "One", ProposalStatus.DRAFT, Regime.IMPORT, None, (P,), delegation="KZ")
    catalogue.run(SaveProposal(Proposal("", "Two", ProposalStatus.DRAFT, Regime.IMPORT, None, (OTHER,))), who)
    found = catalogue.run(SaveProposal(wanted), who).new_id
    assert found is not None
    return found


def test_an_edition_stays_as_it_was_whatever_happens_to_the_catalogue(
    catalogue: Catalogue, who: Reviewer
) -> None:
    catalogue.run(SetMark(STEP, Verdict.KEEP, "It protects."), who)
    before, full, marks = catalogue.fingerprint(), catalogue.full_procedures(), catalogue.marks()
    made = catalogue.freeze("  As reviewed \n in Bishkek ", who)
    assert made.title == "As reviewed in Bishkek"
    assert (made.sha256, made.who, made.proposal_id) == (before, who, None)
    assert catalogue.editions() == (made,)
    assert catalogue.edition() is None
    catalogue.run(EditStep(STEP, {"title_en": "Another title", "time_typ_h": 99}), who)
    catalogue.run(DeleteStep(SECOND), who)
    with open_edition(catalogue.path, made.id) as opened:
        assert opened.read_only
        assert opened.edition() == made
        assert opened.fingerprint() == before != catalogue.fingerprint()
        assert opened.full_procedures() == full
        assert opened.marks() == marks
        assert opened.next_undo() is opened.next_redo() is None
        assert [hit.row_id for hit in opened.search("Another title")] == []
        assert opened.search(full[0].steps[0].title.en)
    assert check(catalogue.path) == ()


def test_lists_are_in_the_order_of_writing(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(DeleteStep(STEP), who)
    catalogue.undo(who)  # its rows stand last now
    reference = catalogue.reference()
    with open_edition(catalogue.path, catalogue.freeze("Order", who).id) as opened:
        frozen_reference = opened.reference()
        for name in ("activities", "countries", "documents", "sources", "standards", "corridors"):
            assert list(getattr(frozen_reference, name)) == list(getattr(reference, name))
        assert opened.rows("step_document") == catalogue.rows("step_document")
        assert opened.rows("step") == catalogue.rows("step")


def test_the_same_state_has_the_same_hash(catalogue: Catalogue, who: Reviewer, tmp_path: Path) -> None:
    first = catalogue.freeze("First", who)
    catalogue.run(EditStep(STEP, {"note": "x"}), who)
    second = catalogue.freeze("Second", who)
    catalogue.undo(who)
    third = catalogue.freeze("Third", Reviewer("Ли", "CN"))
    copy = tmp_path / "copy.customs"
    backup(catalogue.path, copy)
    with open_catalogue(copy) as elsewhere:
        assert elsewhere.editions() == (third, second, first)
        fourth = elsewhere.freeze("Fourth", who)
    assert first.sha256 == third.sha256 == fourth.sha256 != second.sha256
    assert [one.title for one in catalogue.editions()] == ["Third", "Second", "First"]


def test_the_content_can_be_had_and_its_hash_is_the_one_that_is_printed(
    catalogue: Catalogue, who: Reviewer
) -> None:
    made = catalogue.freeze("First", who)
    text = edition_text(catalogue.path, "FIRST")
    assert sha256(text.encode()).hexdigest() == made.sha256
    rows = json.loads(text)["tables"]["step"]
    assert {row["id"] for row in rows} == {row["id"] for row in catalogue.rows("step")}


def test_undo_and_redo_pass_an_edition_by(catalogue: Catalogue, who: Reviewer) -> None:
    start = catalogue.fingerprint()
    catalogue.run(EditStep(STEP, {"note": "x"}), who)
    changed = catalogue.fingerprint()
    entries = len(catalogue.history())
    made = catalogue.freeze("Between", who)
    assert (catalogue.fingerprint(), len(catalogue.history())) == (changed, entries)
    catalogue.undo(who)
    assert catalogue.fingerprint() == start
    assert catalogue.editions() == (made,)
    later = catalogue.freeze("Undone", who)
    assert catalogue.next_redo() is not None, "freezing changes nothing, so redo stays possible"
    catalogue.redo(who)
    assert catalogue.fingerprint() == changed == made.sha256
    assert later.sha256 == start
    assert catalogue.editions() == (later, made)
    assert check(catalogue.path) == ()


@pytest.mark.parametrize(
    ("title", "reason"),
    [("  \n", "needs a title"), ("x" * 121, "at most 120"), ("FIRST", "already")],
)
def test_a_title_that_does_not_fit_is_refused(
    catalogue: Catalogue, who: Reviewer, title: str, reason: str
) -> None:
    catalogue.freeze("First", who)
    with pytest.raises(InputError, match=reason):
        catalogue.freeze(title, who)
    with pytest.raises(InputError, match="no proposal"):
        catalogue.freeze("Second", who, "PR-nowhere")
    assert len(catalogue.editions()) == 1


# -- of a proposal


def test_the_edition_of_a_proposal_holds_what_is_about_it(
    catalogue: Catalogue, who: Reviewer, proposal_id: str
) -> None:
    made = catalogue.freeze("Of one", who, proposal_id)
    assert made.proposal_id == proposal_id
    assert made.sha256 != catalogue.fingerprint()
    with open_edition(catalogue.path, made.id) as opened:
        assert [one.title for one in opened.proposals()] == ["One"]
        assert [mark.step_id for mark in opened.marks()] == [STEP]
        assert len(opened.comments()) == 1
        assert [one.procedure_id for one in opened.dismissals()] == [P]
        assert [one.procedures for one in opened.meetings()] == [(P,)]
        assert [one.step_id for one in opened.decisions()] == [STEP]
        # Rules weigh steps against those of every procedure.
        assert opened.full_procedures() == catalogue.full_procedures()
        assert opened.fingerprint() == made.sha256


def test_what_officials_add_to_it_goes_along_and_to_no_other(
    catalogue: Catalogue, who: Reviewer, proposal_id: str
) -> None:
    (other,) = [one.id for one in catalogue.proposals() if one.id != proposal_id]
    for each in (proposal_id, other):
        catalogue.run(SetStandpoint(each, "KZ", Position.AGAINST, "No"), who)
        catalogue.run(CommentProposal(each, "Why?"), who)
        catalogue.run(RewriteText(each, TextPlace(TextKind.SUMMARY, Language.EN), "Mine", "Draft"), who)
    made = catalogue.freeze("Of one", who, proposal_id)
    parts = catalogue.proposal_parts(proposal_id)
    assert parts.standpoints
    catalogue.run(SetStandpoint(proposal_id, "KZ", Position.FOR), who)
    with open_edition(catalogue.path, made.id) as opened:
        assert opened.proposal_parts(proposal_id) == parts
        assert opened.proposal_parts(other).standpoints == ()


def test_of_a_corridor_what_is_said_of_all_procedures_goes_along(
    catalogue: Catalogue, who: Reviewer, proposal_id: str
) -> None:
    (one,) = [one for one in catalogue.proposals() if one.id == proposal_id]
    catalogue.run(SaveProposal(replace(one, corridor_id="COR-01")), who)
    with open_edition(catalogue.path, catalogue.freeze("Along", who, proposal_id).id) as opened:
        assert {mark.step_id for mark in opened.marks()} == {STEP, ELSEWHERE}
        assert [found.id for found in opened.proposals()] == [proposal_id]


def test_its_hash_changes_with_what_it_cites_alone(
    catalogue: Catalogue, who: Reviewer, proposal_id: str
) -> None:
    hashes = [catalogue.freeze("0", who, proposal_id).sha256]
    for n, command in enumerate(
        (
            SetMark(ELSEWHERE, Verdict.KEEP, "another mind"),
            SetMark(STEP, Verdict.KEEP, "another mind"),
            EditStep(SECOND, {"note": "x"}),
        )
    ):
        catalogue.run(command, who)
        hashes.append(catalogue.freeze(f"after {n}", who, proposal_id).sha256)
    assert hashes[0] == hashes[1]
    assert len(set(hashes)) == 3


def test_a_proposal_may_go_while_its_edition_stays(
    catalogue: Catalogue, who: Reviewer, proposal_id: str
) -> None:
    made = catalogue.freeze("Of one", who, proposal_id)
    while catalogue.next_undo() is not None:
        catalogue.undo(who)
    assert catalogue.proposals() == ()
    with open_edition(catalogue.path, "of ONE") as opened:
        assert opened.edition() == made
        assert [one.id for one in opened.proposals()] == [proposal_id]
    assert check(catalogue.path) == ()


# -- nothing alters it

_REST = "title, at, reviewer, delegation, form, sha256, seal, content, written"


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("UPDATE edition SET title = 'Other'", "never altered"),
        ("UPDATE edition SET content = x'00'", "never altered"),
        ("DELETE FROM edition", "never removed"),
        ("INSERT OR REPLACE INTO edition SELECT * FROM edition", "never replaced"),
        (
            f"REPLACE INTO edition (rowid, id, {_REST}) SELECT rowid, 'other', {_REST} FROM edition",
            "never replaced",
        ),
    ],
)
def test_the_file_itself_refuses_to_alter_an_edition(
    catalogue: Catalogue, who: Reviewer, statement: str, refusal: str
) -> None:
    catalogue.freeze("First", who)
    with (
        closing(sqlite3.connect(catalogue.path)) as raw,
        pytest.raises(sqlite3.IntegrityError, match=refusal),
    ):
        raw.execute(statement)


def test_an_opened_edition_cannot_be_changed(catalogue: Catalogue, who: Reviewer) -> None:
    with open_edition(catalogue.path, catalogue.freeze("First", who).id) as opened:
        with pytest.raises(CatalogueError, match="read-only"):
            opened.run(EditStep(STEP, {"note": "x"}), who)
        with pytest.raises(CatalogueError, match="read-only"):
            opened.freeze("Second", who)
        with pytest.raises(CatalogueError, match="edition “First”"):
            open_catalogue(opened.path)
        assert check(opened.path) == ()


Tamper = Callable[[sqlite3.Connection], object]


def _byte(column: str, place: int) -> Tamper:
    """Change one bit of a blob."""

    def change(raw: sqlite3.Connection) -> None:
        blob = bytearray(raw.execute(f"SELECT {column} FROM edition").fetchone()[0])
        blob[place] ^= 0x40
        raw.execute(f"UPDATE edition SET {column} = ?", (bytes(blob),))

    return change


def _set(column: str, value: object) -> Tamper:
    return lambda raw: raw.execute(f"UPDATE edition SET {column} = ?", (value,))


def _tampered(path: Path, tamper: Tamper) -> None:
    """Do as somebody does who takes the triggers away, and puts them back."""
    with closing(sqlite3.connect(path)) as raw, raw:
        triggers = raw.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'edition%'"
        ).fetchall()
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        tamper(raw)
        for _, sql in triggers:
            raw.execute(sql)


@pytest.mark.parametrize(
    "tamper",
    [
        *(_byte("content", place) for place in (0, 1, 2, 100, 5000, -1)),
        *(_byte("written", place) for place in (0, 1, 2, 50, -1)),
        _set("content", b""),
        _set("title", "Fjrst"),
        _set("title", "First "),
        _set("at", "2026-11-23T00:00:00+00:00"),
        _set("reviewer", "Somebody"),
        _set("delegation", "CN"),
        _set("proposal_id", "PR-1"),
        _set("form", 1),
        _set("id", "ED-other"),
        _set("seal", "0" * 64),
        _set("before", "0" * 64),
        lambda raw: raw.execute(
            "UPDATE edition SET sha256 = iif(sha256 LIKE 'f%', 'e', 'f') || substr(sha256, 2)"
        ),
        lambda raw: raw.execute("UPDATE edition SET sha256 = upper(sha256)"),
        lambda raw: raw.execute("DELETE FROM edition"),
        lambda raw: raw.execute("DELETE FROM about WHERE key = 'last_edition'"),
    ],
)
def test_whatever_is_altered_by_force_is_found(catalogue: Catalogue, who: Reviewer, tamper: Tamper) -> None:
    catalogue.freeze("First", who)
    assert check(catalogue.path) == ()
    _tampered(catalogue.path, tamper)
    problems = check(catalogue.path)
    assert problems
    assert all(problem.file.startswith("edition") for problem in problems)


def test_every_byte_of_an_edition_counts(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.freeze("First", who)
    row = dict(catalogue._connection.execute("SELECT * FROM edition").fetchone())
    assert not list(editions.faults(row))
    content = row["content"]
    places = [*range(40), *range(40, len(content), 997), *range(len(content) - 8, len(content))]
    for place in places:
        for bit in (1, 0x80):
            changed = bytearray(content)
            changed[place] ^= bit
            assert list(editions.faults({**row, "content": bytes(changed)}))


def test_an_edition_taken_out_of_the_middle_is_missed(catalogue: Catalogue, who: Reviewer) -> None:
    for title in ("First", "Second", "Third"):
        catalogue.freeze(title, who)
    _tampered(catalogue.path, lambda raw: raw.execute("DELETE FROM edition WHERE title = 'Second'"))
    (problem,) = check(catalogue.path)
    assert "Third" in problem.file
    assert str(problem.expected) == "the edition that was frozen before this one"


def test_triggers_that_are_gone_are_missed(catalogue: Catalogue) -> None:
    with closing(sqlite3.connect(catalogue.path)) as raw, raw:
        raw.execute("DROP TRIGGER edition_never_altered")
    (problem,) = check(catalogue.path)
    assert "nothing can alter" in str(problem.expected)


def test_a_damaged_edition_is_not_opened(catalogue: Catalogue, who: Reviewer) -> None:
    made = catalogue.freeze("First", who)
    with open_edition(catalogue.path, made.id):
        pass  # what was made of it before is no way around
    _tampered(catalogue.path, _byte("content", 3000))
    with pytest.raises(CatalogueError, match=r"“First” is damaged"):
        open_edition(catalogue.path, made.id)
    with pytest.raises(CatalogueError, match=r"“First” is damaged"):
        edition_text(catalogue.path, made.id)


# -- opening


def test_an_unknown_edition_is_refused_with_those_there_are(catalogue: Catalogue, who: Reviewer) -> None:
    with pytest.raises(InputError, match="Those in the catalogue: none"):
        open_edition(catalogue.path, "x")
    catalogue.freeze("First", who)
    with pytest.raises(InputError, match=r"First \(ED-"):
        open_edition(catalogue.path, "x")


def test_opening_can_be_cancelled_and_leaves_nothing(
    catalogue: Catalogue, who: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = catalogue.freeze("First", who)
    folder = tmp_path / "editions"
    folder.mkdir()
    monkeypatch.setattr(frozen, "_folder", lambda: folder)

    def cancel(done: int, _of: int) -> None:
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        open_edition(catalogue.path, made.id, cancel)
    assert list(folder.iterdir()) == []
    with open_edition(catalogue.path, made.id) as opened, open_edition(catalogue.path, made.id) as again:
        assert opened.path == again.path
    assert len(list(folder.iterdir())) == 1


@pytest.fixture
def later_release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], None]]:
    """Turns to a release after this one: a new column, a renamed table column, a table more."""
    folder = tmp_path_factory.mktemp("later")
    with pytest.MonkeyPatch.context() as patched:

        def turn() -> None:
            for script in paths.MIGRATIONS.glob("*.sql"):
                shutil.copy(script, folder)
            (folder / "9998_later.sql").write_text(
                "ALTER TABLE agency ADD COLUMN phone TEXT; UPDATE agency SET phone = 'none';"
                "ALTER TABLE corridor ADD COLUMN length_km REAL; CREATE TABLE later (id TEXT) STRICT;"
            )
            patched.setattr(paths, "MIGRATIONS", folder)
            migrations.scripts.cache_clear()

        yield turn
    migrations.scripts.cache_clear()


def test_an_edition_stays_readable_in_later_releases(
    catalogue: Catalogue, who: Reviewer, later_release: Callable[[], None]
) -> None:
    made = catalogue.freeze("First", who)
    procedures, form = catalogue.full_procedures(), len(migrations.scripts())
    catalogue.run(EditStep(STEP, {"note": "x"}), who)
    catalogue.close()
    later_release()
    with open_catalogue(catalogue.path) as working:
        assert working.editions() == (made,)
        assert made.form == form < len(migrations.scripts())
        assert check(catalogue.path) == ()
        with open_edition(catalogue.path, made.id) as opened:
            assert opened.edition() == made
            assert opened.full_procedures() == procedures
            # What the migration does to a file of that age it does to the edition.
            assert {row["phone"] for row in opened.rows("agency")} == {"none"}
