"""The texts now and proposed, drafted from the steps; what is not known stays unknown."""

from dataclasses import replace

from customs_app.analysis.dossier.diff import PieceKind, diff
from customs_app.domain.codes import Channel, CostKind, TimeKind, Verdict
from customs_app.domain.figures import CostFigure, Range, TimeFigure
from customs_app.domain.text import Language
from tests.analysis.dossier.made_up import dossier_of, mark
from tests.analysis.rules.planted import procedure, step

HOUR = TimeFigure(Range(typ=1.0), TimeKind.DURATION)
FEE = CostFigure(9.0, "USD", None, CostKind.FEE)


def only_part(full, *marks):
    (measure,) = dossier_of(full, *marks).measures
    (part,) = measure.parts
    return part


def test_a_document_is_handed_in_once_and_not_asked_for_again():
    full = procedure(
        step("PRE-03", "bank", takes="invoice:copy packing"),
        step("DCL-05", takes="invoice:original packing", shows="cmr"),
        step("INS-01", title="Risk assessment"),
    )
    part = only_part(
        full, mark("AA1", Verdict.SUBMIT_ONCE, "invoice"), mark("AA2", Verdict.SUBMIT_ONCE, "invoice")
    )
    # Other documents, and steps that do not handle it, are not told.
    assert part.now.text == (
        "Step 1 (bank): PRE-03. Handed in: invoice (copy).\n"
        "Step 2 (customs): DCL-05. Handed in: invoice (original)."
    )
    assert part.proposed.text == (
        "Step 1 (bank): PRE-03. Handed in: invoice (copy).\n"
        "Step 2 (customs): DCL-05. It no longer asks for: invoice.\n"
        "What was handed in once is passed on between the bodies and is not asked for again."
    )
    assert [(act.numbers, act.change) for act in part.acts] == [
        ((1,), "Let other bodies have what is handed in here: invoice"),
        ((2,), "Do not ask again for a document that was handed in before: invoice"),
    ]
    assert part.control.text == "No control falls away with this measure."


def test_a_step_is_removed_with_what_is_known_of_it():
    full = procedure(
        step("DCL-01", takes="cmr", gives="receipt:electronic", time=HOUR, condition="if sealed"),
        step("DCL-02", agency=None),
    )
    part = only_part(full, mark("AA1", Verdict.REMOVE))
    assert part.now.text == (
        "Step 1 (customs): DCL-01. Condition: if sealed. Handed in: cmr. Issued: receipt (electronic). "
        "It takes 1 h. What it costs is not known."
    )
    assert part.proposed.text == "Step 1 is no longer required: DCL-01."
    other = only_part(full, mark("AA2", Verdict.REMOVE))
    assert other.now.text == "Step 2: DCL-02. How long it takes and what it costs is not known."


def test_each_kind_of_time_and_cost_is_told_as_what_it_is():
    def told(time=TimeFigure(), cost=CostFigure()):
        full = procedure(step("DCL-01", time=time, cost=cost), step("DCL-02"))
        return only_part(full, mark("AA1", Verdict.REMOVE)).now.text.partition("DCL-01. ")[2]

    both = ("AA1", "AA2")
    assert told(TimeFigure(Range(1.0, 2.0, 4.0), TimeKind.DURATION), FEE) == (
        "It takes 1 – 4 h, typically 2 h. It costs 9 USD."
    )
    assert told(TimeFigure(Range(max=24.0), TimeKind.LIMIT)).startswith(
        "By law or rule it takes at most 24 h."
    )
    assert told(TimeFigure(Range(min=2.0), TimeKind.LEAD)).startswith("It is to be done ahead: ")
    assert told(TimeFigure(Range(typ=9.0), TimeKind.AGGREGATE, both)).startswith(
        "It takes 9 h together with other steps: 2."
    )
    assert told(TimeFigure(Range(typ=9.0), TimeKind.AGGREGATE)).startswith(
        "A time is recorded that cannot be counted: 9 h."
    )
    assert told(HOUR, CostFigure(60.0, "USD", None, CostKind.AGGREGATE, both)).endswith(
        "It costs 60 USD together with other steps: 2."
    )
    assert told(HOUR, CostFigure(16.0, None, None, CostKind.RATE)).endswith(
        "It is charged at a rate of 16 %."
    )
    assert told(HOUR, CostFigure(5.0, "USD", None, CostKind.AGGREGATE)).endswith(
        "A cost is recorded that cannot be counted: 5 USD."
    )


def test_a_figure_inside_that_of_another_step_is_not_told_as_its_own():
    both = ("AA1", "AA2")
    full = procedure(
        step("DCL-01"),
        step(
            "DCL-02",
            time=TimeFigure(Range(typ=9.0), TimeKind.AGGREGATE, both),
            cost=CostFigure(60.0, "USD", None, CostKind.AGGREGATE, both),
        ),
    )
    assert only_part(full, mark("AA1", Verdict.REMOVE)).now.text.endswith(
        "Its time is part of what is recorded for step 2. Its cost is part of what is recorded for step 2."
    )


def test_a_step_that_goes_online_takes_a_time_that_nobody_knows():
    full = procedure(step("DCL-05", channel=Channel.IN_PERSON, time=HOUR), step("DCL-06"))
    part = only_part(full, mark("AA1", Verdict.ONLINE))
    assert "It is done in this way: in person. It takes 1 h." in part.now.text
    assert "It is done in this way: online. How long it takes online is not known." in part.proposed.text
    assert "It takes 1 h." not in part.proposed.text
    already = procedure(step("DCL-05", channel=Channel.ONLINE))
    assert only_part(already, mark("AA1", Verdict.ONLINE)).proposed.text.endswith(
        "Step 1 is done online already."
    )
    assert (
        "In which way it is done is not recorded."
        in only_part(procedure(step("DCL-05")), mark("AA1", Verdict.ONLINE)).now.text
    )


def test_merged_parallel_and_risk_based_steps():
    full = procedure(
        step("DCL-01", takes="cmr", gives="receipt"),
        step("PAY-01", takes="invoice", after="1"),
        step("INS-02", takes="packing", after="2"),
    )
    merged = only_part(full, mark("AA2", Verdict.MERGE, merge_into="AA1"))
    # The step that takes the other in is told as well.
    assert merged.now.text.count("\n") == 1
    assert merged.proposed.text.endswith("\nStep 2 is done as part of step 1: PAY-01.")
    parallel = only_part(full, mark("AA2", Verdict.PARALLEL))
    assert "It waits for other steps to end: 1." in parallel.now.text
    assert "It waits for no other step." in parallel.proposed.text
    seldom = only_part(full, mark("AA3", Verdict.RISK_BASED))
    assert "Condition: only where risk calls for it." in seldom.proposed.text
    assert "risk calls for it" not in seldom.now.text


def test_the_law_comes_first():
    full = procedure(step("PAY-02"))
    part = only_part(full, mark("AA1", Verdict.LAW_FIRST))
    assert part.proposed.text == (part.now.text + " The law is changed first; until then all stays as it is.")


def test_procedures_of_one_country_are_told_apart():
    one = procedure(step("DCL-01"), name="AA", title="Border")
    other = procedure(step("DCL-01"), name="AX", title="Inland")
    (measure,) = dossier_of((one, other), mark("AA1", Verdict.REMOVE), mark("AX1", Verdict.REMOVE)).measures
    (part,) = measure.parts
    assert part.steps == ("AA1", "AX1")
    assert [line for line in part.now.text.split("\n") if line.startswith("Procedure")] == [
        "Procedure: Border.",
        "Procedure: Inland.",
    ]
    assert [one.full.procedure.id for one in part.effects] == ["AA-P", "AX-P"]


def test_a_changed_figure_changes_the_draft():
    def now(hours):
        full = procedure(step("DCL-01", time=TimeFigure(Range(typ=hours), TimeKind.DURATION)))
        return only_part(full, mark("AA1", Verdict.REMOVE)).now.draft

    pieces = diff(now(4.0), now(6.0), Language.EN)
    assert [(one.text, one.kind) for one in pieces if one.kind is not PieceKind.SAME] == [
        ("4", PieceKind.REMOVED),
        ("6", PieceKind.ADDED),
    ]


def test_copies_and_forms_of_a_document():
    full = procedure(step("DCL-05", takes="invoice:copy cmr"))
    uses = tuple(replace(use, copies=3) for use in full.uses["AA1"])
    assert (
        "Handed in: invoice (copy, copies: 3), cmr (copies: 3)."
        in only_part(replace(full, uses={"AA1": uses}), mark("AA1", Verdict.REMOVE)).now.text
    )
