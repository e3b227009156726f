"""The ranking of findings, and how it bears times that are not quite as recorded."""

from dataclasses import replace

import pytest

from customs_app.analysis.findings import findings
from customs_app.analysis.to_be.of_finding import verdicts_of
from customs_app.analysis.to_be.sensitivity import rank
from customs_app.domain.codes import Confidence, Role, Verdict
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Finding, Saving
from customs_app.domain.text import Message
from tests.analysis.made import hours, procedure, step
from tests.analysis.rules import planted
from tests.analysis.to_be.applied import known

NOTHING = Message("")


def finding(rule, full, *steps, documents=(), saving=None):
    return Finding(
        key=f"{rule}-{full.procedure.id}-{'-'.join(steps)}",
        rule=rule,
        country=full.procedure.country,
        procedure=full.procedure.id,
        steps=steps,
        documents=documents,
        confidence=Confidence.MEDIUM,
        evidence=(),
        standard=(),
        saving=saving or Saving(),
        summary=NOTHING,
        doubt=NOTHING,
    )


def many(count: int, close: bool) -> FullProcedure:
    """Steps in a row, one hour and a little more each, or each twice as long as the one before."""
    return procedure(
        *(
            step(str(n), str(n - 1) if n else "", time=hours(1 + n / 1000 if close else 2.0**n))
            for n in range(count)
        )
    )


def ranked(full, found, **more):
    return rank(found, [full], known(), **more)


def test_findings_stand_by_what_they_save_of_the_longest_path():
    full = many(4, close=False)
    found = ranked(full, [finding("R06", full, str(n)) for n in range(4)])
    assert [one.finding_key[-1] for one in found] == ["3", "2", "1", "0"]
    assert [one.rank for one in found] == [1, 2, 3, 4]
    assert [one.saving_h.typ for one in found] == [8, 4, 2, 1]
    assert all((one.best, one.worst, one.stays_on_top) == (one.rank, one.rank, 1.0) for one in found)


def test_the_saving_varies_by_the_share_asked_for():
    full = many(1, close=True)
    (one,) = ranked(full, [finding("R06", full, "0")], spread=0.3, draws=5000)
    assert one.saving_h.typ == 1
    assert one.saving_h.min == pytest.approx(1 - 0.3 * 0.8, abs=0.01)
    assert one.saving_h.max == pytest.approx(1 + 0.3 * 0.8, abs=0.01)
    (same,) = ranked(full, [finding("R06", full, "0")], spread=0.0)
    assert same.saving_h == Range(1, 1, 1)


def test_of_many_that_are_close_none_stays_on_top_for_sure():
    full = many(20, close=True)
    found = ranked(full, [finding("R06", full, str(n)) for n in range(20)])
    assert sum(one.stays_on_top for one in found) == pytest.approx(10)
    assert all(0.2 < one.stays_on_top < 0.8 for one in found)
    assert all(one.best <= one.rank <= one.worst for one in found)
    assert found == ranked(full, [finding("R06", full, str(n)) for n in range(20)])
    assert found != ranked(full, [finding("R06", full, str(n)) for n in range(20)], seed=2)


def test_of_twelve_that_are_far_apart_ten_stay_on_top():
    full = many(12, close=False)
    found = ranked(full, [finding("R06", full, str(n)) for n in range(12)], spread=0.1)
    assert [one.stays_on_top for one in found] == [1.0] * 10 + [0.0] * 2


def test_a_finding_without_a_known_saving_in_time_is_not_ranked():
    full = procedure(
        step("1", time=hours(5)),
        step("2", time=hours(1)),
        step("3"),
        step("4", time=hours(9), condition="if"),
        uses={"1": [("invoice", Role.INPUT)], "2": [("invoice", Role.INPUT)]},
    )
    found = [
        finding("R06", full, "2"),  # beside the longest path
        finding("R06", full, "3"),  # time not known
        finding("R08", full, "1"),  # how long it takes online is not known
        finding("R01", full, "1", "2", documents=("invoice",)),
        finding("R12", full, "1"),
    ]
    assert ranked(full, found) == ()
    (one,) = ranked(full, [finding("R06", full, "4")])
    assert one.saving_h.typ == 4  # nine hours for whoever meets it, less the five beside it


def test_mergers_waits_and_slow_steps():
    full = procedure(
        step("1", time=hours(4)),
        step("2", "1", time=hours(6)),
        step("3", "2", time=hours(1)),
        uses={"1": [("permit", Role.OUTPUT)], "2": [("invoice", Role.INPUT)]},
    )
    merged, beside = ranked(full, [finding("R02", full, "1", "2"), finding("R07", full, "1", "2")])
    assert merged.saving_h.typ == beside.saving_h.typ == 4
    slow = finding("R13", full, "2", saving=Saving(hours=Range(typ=5)))
    (one,) = ranked(full, [slow])
    assert one.saving_h.typ == 5


def test_one_control_in_place_of_two_at_a_border():
    here = procedure(step("1", time=hours(3)), country="KZ")
    there = procedure(step("9", time=hours(2)), country="UZ")
    found = finding("R03", here, "1", "9", saving=Saving(hours=Range(typ=2)))
    (one,) = rank([found], [here, there], known())
    assert one.saving_h.typ == 2
    assert rank([replace(found, saving=Saving())], [here, there], known()) == ()


def test_what_following_a_finding_comes_to():
    full = procedure(
        step("1"), step("2"), step("3"),
        uses={
            "1": [("invoice", Role.INPUT), ("permit", Role.OUTPUT)],
            "2": [("invoice", Role.INPUT)],
            "3": [("invoice", Role.SHOWN)],
        },
    )  # fmt: skip

    def verdicts(*given, **more):
        found = finding(*given[:1], full, *given[1:], **more)
        return [
            (a.step_id, a.document_id, a.verdict, a.merge_into) for a in verdicts_of(found, {"KZ-P": full})
        ]

    assert verdicts("R10", "1", "2", "3") == [
        ("2", None, Verdict.MERGE, "1"),
        ("3", None, Verdict.MERGE, "1"),
    ]
    assert verdicts("R07", "1", "2") == [("2", None, Verdict.PARALLEL, None)]
    assert verdicts("R01", "1", "2", "3", documents=("invoice",)) == [
        ("1", "invoice", Verdict.SUBMIT_ONCE, None)
    ]
    assert verdicts("R05", "1", documents=("permit",)) == [("1", "permit", Verdict.REMOVE, None)]
    assert verdicts("R06", "2") == [("2", None, Verdict.REMOVE, None)]
    assert verdicts("R15") == []


def test_findings_of_the_rules_can_all_be_followed():
    full = planted.procedure(
        planted.step("DCL-05", takes="invoice", time=hours(2)),
        planted.step("CRT-05", "vet", takes="invoice", after="1", time=hours(3)),
        country="AA",
    )
    found = findings([full], planted.reference())
    assert found
    for one in found:
        verdicts_of(one, {full.procedure.id: full})
    rank(found, [full], planted.reference())
