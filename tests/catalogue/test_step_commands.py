"""Commands about steps and their documents."""

import math
import shutil
from pathlib import Path

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import (
    AddProcedure,
    AddStep,
    Command,
    DeleteStep,
    EditStep,
    MoveStep,
    RemoveUse,
    SetMark,
    SetRate,
    SetUse,
)
from customs_app.domain.codes import Form, Mode, Regime, Role, Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer

P = "KZ-P-import-rail"
FIRST, SECOND, THIRD = (f"{P}-0{number}" for number in (1, 2, 3))


@pytest.fixture
def catalogue_file(small_file: Path, tmp_path: Path) -> Path:
    """A small catalogue is enough here."""
    path = tmp_path / "catalogue.customs"
    shutil.copyfile(small_file, path)
    return path


def _refused(catalogue: Catalogue, who: Reviewer, command: Command) -> set[str | None]:
    before = catalogue.fingerprint(), catalogue.history()
    with pytest.raises(InputError) as raised:
        catalogue.run(command, who)
    assert (catalogue.fingerprint(), catalogue.history()) == before
    return {problem.column for problem in raised.value.problems}


def test_edit_a_step(catalogue: Catalogue, who: Reviewer) -> None:
    values = {
        "title_en": '  =HYPERLINK("x") <b>&\x07 ',
        "title_ru": "",
        "time_min_h": 0.5,
        "time_typ_h": "1",
        "time_max_h": 2,
        "time_kind": "duration",
        "visits": 1,
        "depends_on": f"{SECOND};{SECOND}",
        "source_id": "KZ-S01; KZ-S02",
        "choice": "corridor:green",
        "cost_currency": "KZT",
    }
    catalogue.run(EditStep(THIRD, {"depends_on": None}), who)
    done = catalogue.run(EditStep(THIRD, values), who)
    assert (done.tables, done.procedures) == ({"step"}, {P})
    step = catalogue.full_procedure(P).step(THIRD)
    assert step.title.en == '=HYPERLINK("x") <b>&\x07'
    assert step.title.ru is None
    assert (step.time.hours.min, step.time.hours.typ, step.time.hours.max) == (0.5, 1.0, 2.0)
    assert step.depends_on == (SECOND,)
    assert step.source_ids == ("KZ-S01", "KZ-S02")
    assert step.visits == 1


@pytest.mark.parametrize(
    ("values", "columns"),
    [
        ({"channel": "by pigeon"}, {"channel"}),
        ({"time_typ_h": -1}, {"time_typ_h"}),
        ({"time_typ_h": math.nan}, {"time_typ_h"}),
        ({"time_typ_h": math.inf}, {"time_typ_h"}),
        ({"time_typ_h": 1e16}, {"time_typ_h"}),
        ({"time_typ_h": "soon"}, {"time_typ_h"}),
        ({"time_typ_h": True}, {"time_typ_h"}),
        ({"time_min_h": 3, "time_typ_h": 2}, {"time_typ_h"}),
        ({"time_min_h": 3, "time_typ_h": None, "time_max_h": 2}, {"time_max_h"}),
        ({"cost_amount": -0.5}, {"cost_amount"}),
        ({"cost_currency": "tenge"}, {"cost_currency"}),
        ({"visits": 1.5}, {"visits"}),
        ({"seq": "1.0"}, {"seq"}),
        ({"seq": None}, {"seq"}),
        ({"activity": "NONE-01"}, {"activity"}),
        ({"activity": ""}, {"activity"}),
        ({"agency_id": "KZ-A-nobody"}, {"agency_id"}),
        ({"source_id": "KZ-S01;KZ-S99999"}, {"source_id"}),
        ({"depends_on": FIRST}, {"depends_on"}),
        ({"depends_on": SECOND}, {"depends_on"}),  # the second waits for the first
        ({"depends_on": "UZ-P-import-road-01"}, {"depends_on"}),
        ({"time_covers": SECOND}, {"time_covers"}),
        ({"choice": "green"}, {"choice"}),
        ({"choice": ":green"}, {"choice"}),
        ({"title_en": "   "}, {"title_en"}),
        ({"note": "a\0b"}, {"note"}),
        ({"note": "\ud800"}, {"note"}),
        ({"id": "other"}, {"id"}),
        ({"procedure_id": "UZ-P-import-road"}, {"procedure_id"}),
        ({"colour": "red"}, {"colour"}),
        ({"channel": "x", "visits": -1, "title_en": None}, {"channel", "visits", "title_en"}),
    ],
)
def test_what_a_step_cannot_take(
    catalogue: Catalogue, who: Reviewer, values: dict[str, object], columns: set[str]
) -> None:
    assert _refused(catalogue, who, EditStep(FIRST, values)) == columns


def test_aggregates_do_not_overlap(catalogue: Catalogue, who: Reviewer) -> None:
    for column in ("time_covers", "cost_covers"):
        for step in catalogue.full_procedure(P).steps:
            catalogue.run(EditStep(step.id, {column: None}), who)
        catalogue.run(EditStep(FIRST, {column: f"{FIRST};{SECOND}"}), who)
        assert _refused(catalogue, who, EditStep(THIRD, {column: f"{THIRD};{SECOND}"})) == {column}


def test_a_step_that_is_gone(catalogue: Catalogue, who: Reviewer) -> None:
    for command in (EditStep("X", {}), MoveStep("X", 1), DeleteStep("X"), SetMark("X", Verdict.KEEP, "")):
        assert _refused(catalogue, who, command) == set()
    assert _refused(catalogue, who, AddStep(P, "X", {"title_en": "a", "activity": "PRE-02"})) == set()
    assert _refused(catalogue, who, AddStep("X", None, {})) == set()


def test_nothing_changed_is_no_entry(catalogue: Catalogue, who: Reviewer) -> None:
    title = catalogue.full_procedure(P).step(FIRST).title.en
    done = catalogue.run(EditStep(FIRST, {"title_en": title}), who)
    assert done.entry_id is None
    assert done.tables == frozenset()
    assert catalogue.history() == ()
    assert catalogue.run(MoveStep(FIRST, -1), who).entry_id is None


def test_add_a_step(catalogue: Catalogue, who: Reviewer) -> None:
    before = catalogue.full_procedure(P).steps
    values = {"title_en": "Stamp", "activity": "PRE-02", "source_id": "KZ-S01", "depends_on": FIRST}
    done = catalogue.run(AddStep(P, FIRST, values), who)
    assert done.new_id is not None
    assert done.new_id.startswith(f"{P}-")
    after = catalogue.full_procedure(P).steps
    ids = [step.id for step in before]
    assert [step.id for step in after] == [ids[0], done.new_id, *ids[1:]]
    assert [step.seq for step in after] == list(range(1, len(before) + 2))
    last = catalogue.run(AddStep(P, None, values), who)
    assert catalogue.full_procedure(P).steps[-1].id == last.new_id
    assert {row["country"] for row in catalogue.rows("step") if row["id"] == last.new_id} == {"KZ"}
    assert check(catalogue.path) == ()
    assert _refused(catalogue, who, AddStep(P, None, {"note": "x"})) == {"title_en", "activity"}


def test_add_a_procedure_and_its_first_step(catalogue: Catalogue, who: Reviewer) -> None:
    values = {"regime": "transit", "mode": "sea", "title_en": "Transit by sea"}
    done = catalogue.run(AddProcedure("KZ", values), who)
    assert done.new_id is not None
    full = catalogue.full_procedure(done.new_id)
    assert (full.procedure.regime, full.procedure.mode, full.steps) == (Regime.TRANSIT, Mode.SEA, ())
    catalogue.run(AddStep(done.new_id, None, {"title_en": "First", "activity": "PRE-02"}), who)
    assert [step.seq for step in catalogue.full_procedure(done.new_id).steps] == [1]
    assert [hit.kind for hit in catalogue.search("transit by sea")][:1] == ["procedure"]
    assert _refused(catalogue, who, AddProcedure("KZ", {"title_en": "x"})) == {"regime", "mode"}
    assert _refused(catalogue, who, AddProcedure("XX", values)) == set()


@pytest.mark.parametrize(("by", "place"), [(1, 1), (2, 2), (-1, 0), (1000, -1)])
def test_move_a_step(catalogue: Catalogue, who: Reviewer, by: int, place: int) -> None:
    before = [step.id for step in catalogue.full_procedure(P).steps]
    catalogue.run(MoveStep(FIRST, by), who)
    after = catalogue.full_procedure(P).steps
    assert after[place].id == FIRST
    assert [step.id for step in after if step.id != FIRST] == before[1:]
    assert [step.seq for step in after] == list(range(1, len(before) + 1))


def test_move_among_steps_of_one_number(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(EditStep(SECOND, {"seq": 1}), who)
    catalogue.run(MoveStep(SECOND, -1), who)
    assert [step.id for step in catalogue.full_procedure(P).steps][:2] == [SECOND, FIRST]


def test_delete_a_step_hands_its_predecessors_on(catalogue: Catalogue, who: Reviewer) -> None:
    fourth = f"{P}-04"
    for step, needs in ((SECOND, FIRST), (THIRD, f"{SECOND};{FIRST}"), (fourth, SECOND)):
        catalogue.run(EditStep(step, {"depends_on": needs, "time_covers": None}), who)
    catalogue.run(EditStep(THIRD, {"time_covers": f"{THIRD};{SECOND}"}), who)
    catalogue.run(SetMark(SECOND, Verdict.REMOVE, "twice"), who)
    catalogue.run(SetMark(FIRST, Verdict.MERGE, "same desk", merge_into=SECOND), who)
    catalogue.run(SetUse(SECOND, "KZ-D-contract", Role.INPUT), who)
    before, entries = catalogue.fingerprint(), len(catalogue.history())
    done = catalogue.run(DeleteStep(SECOND), who)
    assert len(catalogue.history()) == entries + 1
    assert done.tables == {"step", "step_document", "mark"}
    assert done.procedures == {P}
    full = catalogue.full_procedure(P)
    assert SECOND not in {step.id for step in full.steps} | set(full.uses)
    assert full.step(THIRD).depends_on == (FIRST,)
    assert full.step(THIRD).time.covers == (THIRD,)
    assert full.step(fourth).depends_on == (FIRST,)
    (mark,) = catalogue.marks([P])
    assert (mark.step_id, mark.merge_into) == (FIRST, None)
    assert check(catalogue.path) == ()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_every_step_of_the_catalogue_can_go(catalogue: Catalogue, who: Reviewer) -> None:
    before = catalogue.fingerprint()
    steps = catalogue.full_procedure(P).steps
    for step in steps:
        catalogue.run(DeleteStep(step.id), who)
    assert catalogue.full_procedure(P).steps == ()
    assert check(catalogue.path) == ()
    for _ in steps:
        catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_documents_of_a_step(catalogue: Catalogue, who: Reviewer) -> None:
    done = catalogue.run(SetUse(FIRST, "KZ-D-contract", Role.SHOWN, Form.COPY, 2), who)
    assert done.procedures == {P}
    uses = [use for use in catalogue.full_procedure(P).uses[FIRST] if use.role is Role.SHOWN]
    assert [(use.form, use.copies) for use in uses] == [(Form.COPY, 2)]
    catalogue.run(SetUse(FIRST, "KZ-D-contract", Role.SHOWN), who)
    uses = [use for use in catalogue.full_procedure(P).uses[FIRST] if use.role is Role.SHOWN]
    assert [(use.form, use.copies) for use in uses] == [(None, None)]
    catalogue.run(RemoveUse(FIRST, "KZ-D-contract", Role.SHOWN), who)
    assert Role.SHOWN not in {use.role for use in catalogue.full_procedure(P).uses[FIRST]}
    assert _refused(catalogue, who, SetUse(FIRST, "KZ-D-contract", Role.INPUT, None, -1)) == {"copies"}
    assert _refused(catalogue, who, SetUse(FIRST, "X", Role.INPUT)) == set()


def test_rates(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(SetRate("KZT", 512.25, "2026-11-24"), who)
    rate = catalogue.reference().rates["KZT"]
    assert (rate.units_per_usd, rate.date, rate.kind, rate.source_id) == (
        512.25,
        "2026-11-24",
        "office",
        None,
    )
    catalogue.run(SetRate("JPY", 150, "2026-11-24"), who)
    assert catalogue.reference().rates["JPY"].units_per_usd == 150
    assert _refused(catalogue, who, SetRate("KZT", 0, "2026-11-24")) == {"units_per_usd"}
    assert _refused(catalogue, who, SetRate("KZT", 1, "24.11.2026")) == {"date"}
    assert _refused(catalogue, who, SetRate("", 1, "2026-11-24")) == {"currency"}
    assert catalogue.run(SetRate("KZT", 512.25, "2026-11-24"), who).entry_id is None
