"""What the catalogue answers about procedures and reference lists."""

import subprocess
import sys

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import EditStep, SetRate
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Channel, CostKind, Form, Mode, Regime, Role, Stage, TimeKind, View
from customs_app.domain.review import Reviewer


def test_a_full_procedure(catalogue: Catalogue) -> None:
    full = catalogue.full_procedure("KZ-P-import-rail")
    assert (full.procedure.country, full.procedure.regime, full.procedure.mode) == (
        "KZ",
        Regime.IMPORT,
        Mode.RAIL,
    )
    assert full.procedure.view is View.DETAILED
    assert [step.seq for step in full.steps] == sorted(step.seq for step in full.steps)
    first, second = full.steps[:2]
    assert first.title.ru == "Подготовка контракта, инвойса и упаковочного листа"
    assert second.depends_on == (first.id,)
    assert second.condition is not None
    assert second.condition.zh == "受外汇管制的合同"
    uses = full.uses[first.id]
    assert [(use.document_id, use.role, use.form) for use in uses[:2]] == [
        ("KZ-D-contract", Role.OUTPUT, Form.ORIGINAL),
        ("KZ-D-invoice", Role.OUTPUT, Form.ORIGINAL),
    ]
    assert all(use.step_id == step for step, of_step in full.uses.items() for use in of_step)


def test_figures_of_steps_keep_unknown_apart_from_zero(catalogue: Catalogue) -> None:
    rows = {row["id"]: row for row in catalogue.rows("step")}
    steps = [step for full in catalogue.full_procedures() for step in full.steps]
    assert len(steps) == len(rows) == 1378
    for step in steps:
        row = rows[step.id]
        assert (step.time.hours.min, step.time.hours.typ, step.time.hours.max) == (
            row["time_min_h"],
            row["time_typ_h"],
            row["time_max_h"],
        )
        assert step.cost.amount == row["cost_amount"]
        assert ";".join(step.time.covers) == (row["time_covers"] or "")
        assert step.source_ids == tuple(str(row["source_id"]).split(";"))
    assert any(step.time.kind is TimeKind.AGGREGATE and step.time.covers for step in steps)
    assert any(step.cost.kind is CostKind.BAND for step in steps)
    assert any(step.channel is Channel.IN_PERSON for step in steps)
    assert any(step.time.hours.known is False for step in steps)


def test_the_order_and_filters_of_procedures(catalogue: Catalogue) -> None:
    rows = catalogue.procedures()
    regimes, modes = list(Regime), list(Mode)
    keys = [
        (p.country, regimes.index(p.regime), modes.index(p.mode), p.title.en)
        for p in (r.procedure for r in rows)
    ]
    assert keys == sorted(keys)
    every = catalogue.full_procedures()
    assert [full.procedure for full in every] == [row.procedure for row in rows]
    assert [len(full.steps) for full in every] == [row.steps for row in rows]
    chosen = catalogue.full_procedures(regime=Regime.IMPORT, mode=Mode.ROAD, countries={"KZ", "UZ"})
    assert {full.procedure.id for full in chosen} == {
        p.id
        for p in (row.procedure for row in rows)
        if p.regime is Regime.IMPORT and p.mode is Mode.ROAD and p.country in {"KZ", "UZ"}
    }
    assert chosen
    assert catalogue.full_procedures(ids=()) == ()
    assert catalogue.full_procedures(countries=()) == ()
    with pytest.raises(KeyError):
        catalogue.full_procedure("nowhere")


def test_the_reference_lists(catalogue: Catalogue) -> None:
    reference = catalogue.reference()
    stages = [activity.stage for activity in reference.activities.values()]
    assert stages == sorted(stages, key=list(Stage).index)  # the list stands in the order of the work
    assert reference.countries["KZ"].name_local == "Қазақстан"
    assert reference.rates["KZT"].units_per_usd == 441.234
    assert reference.sources["REF-S137"].country is None
    assert reference.sources["KZ-S01"].country == "KZ"
    assert "1296" in reference.form_elements["315"]
    for step in (step for full in catalogue.full_procedures() for step in full.steps):
        assert step.activity in reference.activities
        assert step.agency_id is None or step.agency_id in reference.agencies
        assert set(step.source_ids) <= set(reference.sources)


def test_the_reference_lists_are_kept_until_they_change(catalogue: Catalogue, who: Reviewer) -> None:
    first = catalogue.reference()
    assert catalogue.reference() is first
    catalogue.run(EditStep("KZ-P-import-rail-01", {"note": "x"}), who)
    assert catalogue.reference() is first
    catalogue.run(SetRate("KZT", 500, "2026-11-24"), who)
    assert catalogue.reference().rates["KZT"].units_per_usd == 500
    catalogue.undo(who)
    assert catalogue.reference() == first


def test_changes_of_another_connection_are_seen(catalogue: Catalogue, who: Reviewer) -> None:
    version = catalogue.data_version()
    catalogue.reference()
    with open_catalogue(catalogue.path) as other:
        other.run(SetRate("KZT", 500, "2026-11-24"), who)
    assert catalogue.data_version() != version
    assert catalogue.reference().rates["KZT"].units_per_usd == 500


def test_the_slow_library_is_not_loaded_with_the_catalogue() -> None:
    code = (
        "import sys, customs_app.catalogue.catalogue, customs_app.catalogue.file;"
        "import customs_app.catalogue.commands;"
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_procedures_of_steps(catalogue: Catalogue) -> None:
    steps = ["UZ-P-import-road-02", "KZ-P-import-rail-01", "gone"]
    assert catalogue.procedure_of(steps) == {
        "UZ-P-import-road-02": "UZ-P-import-road",
        "KZ-P-import-rail-01": "KZ-P-import-rail",
    }
    assert catalogue.procedure_of([]) == {}
