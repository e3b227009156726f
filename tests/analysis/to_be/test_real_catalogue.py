"""The starting catalogue: findings followed, and any verdict on any step."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.findings import findings
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.effect import Effect, effect
from customs_app.analysis.to_be.of_finding import verdicts_of
from customs_app.analysis.to_be.sensitivity import rank
from customs_app.analysis.to_be.uncertainty import pair, spread
from customs_app.analysis.to_be.yearly import yearly
from customs_app.analysis.totals import totals
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Verdict
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding

UZ = "UZ-P-import-road"


@pytest.fixture(scope="module")
def opened(starting_file: Path) -> Iterator[Catalogue]:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        yield catalogue


@pytest.fixture(scope="module")
def reference(opened: Catalogue) -> Reference:
    return opened.reference()


@pytest.fixture(scope="module")
def everything(opened: Catalogue) -> Mapping[str, FullProcedure]:
    return {full.procedure.id: full for full in opened.full_procedures()}


@pytest.fixture(scope="module")
def found(everything: Mapping[str, FullProcedure], reference: Reference) -> tuple[Finding, ...]:
    return findings(tuple(everything.values()), reference)


def _followed(everything, reference, case) -> Effect:
    """Import by road into Uzbekistan: contract and invoice once, one payment in place of two."""
    verdicts = [
        Applied(f"{UZ}-02", "UZ-D-contract", Verdict.SUBMIT_ONCE),
        Applied(f"{UZ}-02", "UZ-D-invoice", Verdict.SUBMIT_ONCE),
        Applied(f"{UZ}-15", None, Verdict.MERGE, f"{UZ}-14"),
    ]
    return effect(everything[UZ], verdicts, case, reference)


def test_import_by_road_into_uzbekistan_with_its_findings_followed(everything, reference) -> None:
    base = _followed(everything, reference, BASE)
    assert (base.as_is.steps, base.to_be.steps) == (15, 14)
    assert (base.as_is.handovers, base.to_be.handovers) == (10, 8)
    assert (base.as_is.documents, base.to_be.documents) == (8, 8)
    assert base.to_be.elapsed == base.as_is.elapsed == Range(153, 153, 153)
    assert base.to_be.cost == base.as_is.cost == (Money(305, "USD"), Money(1_500_000, "UZS"))
    assert base.saved.handovers == 2
    assert (base.saved.elapsed, base.saved.cost, base.saved.visits) == (None, None, None)
    assert base.to_be.time_covered == Coverage(9, 14)
    worst = _followed(everything, reference, WORST)
    assert (worst.as_is.steps, worst.to_be.steps) == (22, 21)
    assert (worst.as_is.handovers, worst.to_be.handovers) == (14, 9)
    assert worst.to_be.elapsed == worst.as_is.elapsed == Range(176.5, 176.5, 177)


def test_removing_the_step_that_carries_150_hours_neither_drops_nor_revives_them(
    everything, reference
) -> None:
    one = effect(everything[UZ], [Applied(f"{UZ}-13", None, Verdict.REMOVE)], BASE, reference)
    assert one.to_be.elapsed == one.as_is.elapsed
    assert one.to_be.cost == one.as_is.cost
    assert (one.saved.elapsed, one.saved.cost) == (None, None)
    together = [Applied(f"{UZ}-{step}", None, Verdict.REMOVE) for step in ("01", "02", "04", "13")]
    all_ = effect(everything[UZ], together, BASE, reference)
    assert all_.saved.elapsed is not None
    assert all_.saved.elapsed.typ == pytest.approx(153 - 8.5)
    assert all_.saved.cost == (Money(242, "USD"),)


def test_the_border_of_uzbekistan_lies_beside_the_longest_path(everything, reference) -> None:
    gone = [Applied(f"{UZ}-{step}", None, Verdict.REMOVE) for step in ("07", "08", "09")]
    one = effect(everything[UZ], gone, BASE, reference)
    assert (one.saved.elapsed, one.saved.effort) == (Range(0, 0, 0), Range(5.5, 5.5, 5.5))
    assert one.saved.cost == (Money(63, "USD"),)


@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.MERGE])
def test_any_verdict_on_any_one_step_makes_nothing_larger(everything, reference, verdict: Verdict) -> None:
    for full in everything.values():
        for step in full.steps:
            one = effect(full, [Applied(step.id, None, verdict)], BASE, reference)
            saved = one.saved
            for hours in (saved.elapsed, saved.effort):
                assert hours is None or (hours.typ or 0) >= 0
            assert all(money.amount >= 0 for money in saved.cost or ())
            for count in (saved.steps, saved.documents, saved.handovers, saved.shown, saved.visits):
                assert count is None or count >= 0, step.id


def test_every_finding_can_be_followed(everything, reference, found: tuple[Finding, ...]) -> None:
    for finding in found:
        full = everything[finding.procedure]
        verdicts = verdicts_of(finding, everything)
        one = effect(full, verdicts, WORST, reference)
        assert len(one.changes) == len(verdicts)
        assert one.sentences
        assert one.as_is == totals(full, WORST, reference.rates)


def test_findings_that_save_a_known_time_are_ranked(everything, reference, found) -> None:
    ranked = rank(found, everything.values(), reference, draws=200)
    assert ranked
    assert [one.rank for one in ranked] == list(range(1, len(ranked) + 1))
    savings = [one.saving_h.typ or 0.0 for one in ranked]
    assert savings == sorted(savings, reverse=True)
    assert all(0 <= one.stays_on_top <= 1 for one in ranked)


def test_every_procedure_can_be_drawn(everything, reference) -> None:
    for full in everything.values():
        for case in (BASE, WORST):
            one, total = spread(full, case, draws=50), totals(full, case)
            assert one.drawn + one.fixed + one.inside + one.unknown == total.steps
            assert (one.p50 is None) == (total.elapsed.typ is None)
    both = pair(everything[UZ], _followed(everything, reference, BASE).procedure, BASE)
    assert (both.as_is.p50, both.to_be.p50, both.saving.p50) == (153, 153, None)


def test_by_the_year_only_where_consignments_are_counted(everything, reference) -> None:
    told = {}
    for full in everything.values():
        if full.procedure.volume_per_year is not None:
            verdicts = [Applied(step.id, None, Verdict.REMOVE) for step in full.steps]
            told[full.procedure.id] = yearly(effect(full, verdicts, BASE, reference), full.procedure)
    assert len(told) == 24
    goods = {id_ for id_, one in told.items() if "counts goods" in str(one.why_unknown)}
    assert goods == {
        "BY-P-transit-rail-brest",
        "IR-P-imp-sea",
        "IR-P-bcp-sarakhs-rail",
        "KZ-P-import-rail",
        "KZ-P-transit-road",
        "KZ-P-bcp-rail-china",
    }
    assert told["KZ-P-import-road"].volume == 139_714
    assert told["KZ-P-import-road"].hours is not None
