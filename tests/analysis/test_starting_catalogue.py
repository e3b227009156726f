"""The starting catalogue, compared as the design shows it."""

import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from customs_app.analysis.as_json import comparison_json
from customs_app.analysis.case import BASE, WORST, Case
from customs_app.analysis.choose import choices
from customs_app.analysis.compare import Comparison, compare
from customs_app.analysis.totals import Totals, totals
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime, View
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Language
from customs_app.language.words import words

EIGHT = ("BY", "CN", "IR", "KZ", "KG", "RU", "TJ", "UZ")


@pytest.fixture(scope="module")
def opened(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    copy = tmp_path_factory.mktemp("compare") / "catalogue.customs"
    copy.write_bytes(starting_file.read_bytes())
    with open_catalogue(copy) as catalogue:
        yield catalogue


@pytest.fixture(scope="module")
def reference(opened: Catalogue) -> Reference:
    return opened.reference()


@pytest.fixture(scope="module")
def everything(opened: Catalogue) -> Mapping[str, FullProcedure]:
    return {full.procedure.id: full for full in opened.full_procedures()}


def _compare(
    everything: Mapping[str, FullProcedure],
    reference: Reference,
    case: Case = BASE,
    *,
    countries: tuple[str, ...] | None = None,
    regime: Regime = Regime.IMPORT,
    mode: Mode | None = Mode.ROAD,
) -> Comparison:
    found = choices(
        [full.procedure for full in everything.values()],
        regime,
        mode,
        countries,
        steps={id_: len(full.steps) for id_, full in everything.items()},
    )
    chosen = {iso2: everything[one.id] for iso2, one in found.procedures.items()}
    return compare(chosen, reference, case, regime=regime, mode=mode, left_out=found.left_out)


def test_import_by_road_chooses_the_procedures_of_ordinary_goods(everything, reference) -> None:
    comparison = _compare(everything, reference)
    assert {iso2: full.procedure.id for iso2, full in comparison.procedures.items()} == {
        "BY": "BY-P-import-road",
        "CN": "CN-P-import-road",
        "IN": "IN-P-import-road",
        "IR": "IR-P-import-road",
        "KG": "KG-P-import-road-china",
        "KZ": "KZ-P-import-road",
        "PK": "PK-P-imp-sost",
        "RU": "RU-P-import-road",
        "TJ": "TJ-P-import-road",
        "UZ": "UZ-P-import-road",
    }
    assert comparison.left_out == ()


def _numbers(full: FullProcedure, total: Totals) -> list[int]:
    return [full.number(step_id) for step_id in total.path]


def test_import_by_road_into_uzbekistan(everything) -> None:
    full = everything["UZ-P-import-road"]
    base = totals(full, BASE)
    assert (base.steps, base.all_steps) == (15, 24)
    assert base.elapsed == Range(153, 153, 153)
    assert base.effort == Range(158.5, 158.5, 158.5)
    # Step 22 waits for 16 through 17 and 18 alone, so that one of them stands on the path as well.
    assert _numbers(full, base) == [1, 2, 13, 14, 16, 17, 22]
    assert base.cost == (Money(305, "USD"), Money(1_500_000, "UZS"))
    assert (base.documents, base.handovers) == (8, 10)
    assert (base.time_covered, base.cost_covered, base.law_covered) == (
        Coverage(9, 15),
        Coverage(6, 15),
        Coverage(10, 15),
    )
    assert (base.aggregates, base.limits) == (3, 0)


def test_worst_import_by_road_into_uzbekistan(everything) -> None:
    """All conditions, and one of the three corridors: the two others exclude it."""
    full = everything["UZ-P-import-road"]
    worst = totals(full, WORST)
    assert worst.steps == 22
    assert (worst.elapsed.min, worst.elapsed.max) == (176.5, 177)
    assert worst.cost == (Money(705, "USD"), Money(1_500_000, "UZS"))


EXPECTED = {
    #      steps    elapsed         sum             time     agg limits fees                 documents
    "BY": (16, 19, (2.17, 14), (2.17, 14), (2, 16), 0, 4, {"EUR": 55}, 9, 12),
    "CN": (11, 24, (32.32, 34.32), (32.32, 34.32), (6, 11), 2, 0, {}, 7, 11),
    "IR": (14, 24, (72, 72), (72, 72), (6, 14), 1, 0, {}, 13, 17),
    "KZ": (17, 24, (2.58, 10.58), (2.58, 10.58), (5, 17), 1, 3, {"KZT": 43592}, 5, 6),
    "KG": (12, 15, (3.2, 11.2), (3.2, 11.2), (3, 12), 1, 3, {"USD": 34}, 3, 3),
    "RU": (17, 21, (0.09, 17), (0.09, 17), (2, 17), 0, 4, {"RUB": 26144}, 8, 10),
    "TJ": (16, 21, (232.5, 232.5), (232.5, 232.5), (12, 16), 2, 0, {"USD": 376}, 10, 11),
    "UZ": (15, 24, (153, 153), (158.5, 158.5), (9, 15), 3, 0, {"USD": 305, "UZS": 1500000}, 8, 10),
}


@pytest.mark.parametrize("iso2", EIGHT)
def test_totals_of_import_by_road(everything, reference, iso2: str) -> None:
    total = _compare(everything, reference, countries=EIGHT).totals[iso2]
    assert (
        total.steps,
        total.all_steps,
        pytest.approx((total.elapsed.min, total.elapsed.max)),
        pytest.approx((total.effort.min, total.effort.max)),
        (total.time_covered.n, total.time_covered.of),
        total.aggregates,
        total.limits,
        {money.currency: money.amount for money in total.cost},
        total.documents,
        total.handovers,
    ) == EXPECTED[iso2]


def test_matrix_of_import_by_road(everything, reference) -> None:
    comparison = _compare(everything, reference, countries=EIGHT)
    assert comparison.countries == EIGHT
    assert len(comparison.rows) == 42
    assert sum(row.have < 8 for row in comparison.rows) == 36
    have = {row.activity.code: row.have for row in comparison.rows}
    assert (have["DCL-01"], have["DCL-06"], have["PAY-01"], have["CRT-05"], have["PRE-07"]) == (7, 8, 8, 5, 1)
    checks = next(row for row in comparison.rows if row.activity.code == "DCL-06")
    assert {iso2: len(cell.steps) for iso2, cell in checks.cells.items() if cell} == {
        "BY": 1, "CN": 1, "IR": 1, "KZ": 1, "KG": 3, "RU": 1, "TJ": 2, "UZ": 2,
    }  # fmt: skip
    assert {iso2: cell.channel for iso2, cell in checks.cells.items() if cell} == {
        "BY": "automatic", "CN": "automatic", "IR": "mixed", "KZ": "online", "KG": "online",
        "RU": "online", "TJ": "in_person", "UZ": "automatic",
    }  # fmt: skip
    assert [iso2 for iso2, cell in checks.cells.items() if cell and cell.conditional] == ["IR", "KZ"]


def test_russia_and_uzbekistan_are_not_ranked_by_time(everything, reference) -> None:
    pair = _compare(everything, reference, countries=("RU", "UZ")).like_for_like
    assert pair.time_activities == ()
    assert pair.elapsed == {}
    assert pair.no_time is not None
    near = _compare(everything, reference, countries=("RU", "BY")).like_for_like
    assert near.time_activities == ("REL-01",)
    assert near.elapsed == {"RU": Range(0.07, 0.07, 4), "BY": Range(2, 2, 4)}


def test_every_question_is_answered_without_mixing_views(everything, reference) -> None:
    compared = 0
    for regime in Regime:
        for mode in (None, *Mode):
            for case in (BASE, WORST):
                comparison = _compare(everything, reference, case, regime=regime, mode=mode)
                views = {full.procedure.view for full in comparison.procedures.values()}
                assert len(views) <= 1 or views == {View.DETAILED}
                for total in comparison.totals.values():
                    assert total.effort.typ is None or total.effort.typ >= (total.elapsed.typ or 0)
                json.dumps(comparison_json(comparison, words(Language.EN)))
                compared += bool(comparison.rows)
    assert compared > 40


def test_every_worst_case_lasts_no_less_than_the_base_case(everything) -> None:
    for full in everything.values():
        base, worst = totals(full, BASE), totals(full, WORST)
        if base.elapsed.max is not None:
            assert worst.elapsed.max is not None
            assert worst.elapsed.max >= base.elapsed.max, full.procedure.id


def test_ten_countries_are_compared_well_within_a_second(everything, reference) -> None:
    """The target is 100 ms and is measured in benchmarks/; this catches a loss by orders of magnitude."""
    begun = time.perf_counter()
    comparison = _compare(everything, reference)
    assert len(comparison.countries) == 10
    assert time.perf_counter() - begun < 2
