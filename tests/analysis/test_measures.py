from dataclasses import replace

from customs_app.analysis.findings import findings
from customs_app.analysis.measures import (
    Act,
    measures_from_findings,
    measures_from_marks,
    suggested_verdict,
)
from customs_app.domain.codes import Channel, Confidence, CostKind, TimeKind, Verdict
from customs_app.domain.figures import CostFigure, Money, Range, TimeFigure
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.rules.planted import procedure, reference, step

WHO = Reviewer("A. Karimova", "UZ")


def mark(step_id, verdict, document=None, **more):
    return Mark(
        f"M-{step_id}-{verdict}-{document}", step_id, verdict, "because", WHO, "2026-11-24", document, **more
    )


def country(code, *, law="Law 1"):
    return procedure(
        step("DCL-05", takes="invoice packing", channel=Channel.IN_PERSON, law=law),
        step("CRT-05", "vet", takes="invoice", law=law),
        step(
            "PRE-03",
            law=law,
            time=TimeFigure(Range(1, 2, 4), TimeKind.DURATION),
            cost=CostFigure(9, "USD", None, CostKind.FEE),
        ),
        country=code,
    )


TWO = [country("AA"), country("BB", law=None)]


def title(measure):
    return words(Language.EN).say(measure.title)


def test_marks_of_one_verdict_about_one_activity_are_one_measure():
    marks = [mark("AA3", Verdict.REMOVE), mark("BB3", Verdict.REMOVE)]
    (one,) = measures_from_marks(marks, TWO, reference())
    assert (one.verdict, one.activity, one.document, one.rule) == (Verdict.REMOVE, "PRE-03", None, None)
    assert one.countries == ("AA", "BB")
    assert one.steps == {"AA": ("AA3",), "BB": ("BB3",)}
    assert one.marks == tuple(marks)
    assert title(one) == "Remove: Do PRE-03"
    assert one.standards


def test_other_verdict_other_activity_or_a_document_is_another_measure():
    marks = [
        mark("AA3", Verdict.REMOVE),
        mark("BB3", Verdict.ONLINE),
        mark("BB1", Verdict.REMOVE),
        mark("AA1", Verdict.REMOVE, "invoice"),
    ]
    assert len(measures_from_marks(marks, TWO, reference())) == 4


def test_documents_of_one_code_are_one_measure():
    marks = [mark("AA1", Verdict.SUBMIT_ONCE, "invoice"), mark("BB2", Verdict.SUBMIT_ONCE, "proforma")]
    (one,) = measures_from_marks(marks, TWO, reference())
    assert (one.document, one.activity) == ("380", None)


def test_documents_without_a_code_are_joined_by_their_name():
    names = reference(names={"permit": "Foreign trade contract", "paper": "foreign trade contract"})
    marks = [mark("AA1", Verdict.SUBMIT_ONCE, "permit"), mark("BB1", Verdict.SUBMIT_ONCE, "paper")]
    (one,) = measures_from_marks(marks, TWO, names)
    assert one.document == "foreign trade contract"


def test_keep_and_marks_on_other_procedures_make_no_measure():
    assert (
        measures_from_marks([mark("AA1", Verdict.KEEP), mark("ZZ1", Verdict.REMOVE)], TWO, reference()) == ()
    )


def test_acts_are_the_named_article_else_the_legal_basis_else_unknown():
    marks = [
        mark("AA3", Verdict.REMOVE),
        mark("BB3", Verdict.REMOVE),
        mark("AA3", Verdict.REMOVE, article="Code, art. 5"),
    ]
    (one,) = measures_from_marks(marks, TWO, reference())
    assert one.acts == (Act("AA", "AA3", "Code, art. 5"), Act("BB", "BB3", None))
    (plain,) = measures_from_marks(marks[:2], TWO, reference())
    assert plain.acts == (Act("AA", "AA3", "Law 1"), Act("BB", "BB3", None))


def test_several_reviewers_on_one_step_save_it_once():
    marks = [mark("AA3", Verdict.REMOVE), replace(mark("AA3", Verdict.REMOVE), id="M2")]
    (one,) = measures_from_marks(marks, TWO, reference())
    assert one.saving["AA"].hours == Range(1, 2, 4)
    assert one.saving["AA"].cost == (Money(9, "USD"),)
    assert len(one.marks) == 2


def test_savings_by_verdict():
    def saving(verdict, step_id="AA1", document=None):
        (one,) = measures_from_marks([mark(step_id, verdict, document)], TWO, reference())
        return one.saving["AA"]

    assert saving(Verdict.ONLINE).visits == 1
    assert saving(Verdict.ONLINE, "AA2").visits is None
    assert saving(Verdict.SUBMIT_ONCE, "AA1", "invoice").documents == 1
    assert saving(Verdict.REMOVE).documents == 2
    assert saving(Verdict.REMOVE).hours is None
    assert saving(Verdict.LAW_FIRST).documents is None


def test_a_document_handed_in_once_saves_all_but_the_first_however_many_marks_say_so():
    one, other = mark("AA1", Verdict.SUBMIT_ONCE, "invoice"), mark("AA2", Verdict.SUBMIT_ONCE, "invoice")
    for marks in ([one], [other], [one, other]):
        (measure,) = measures_from_marks(marks, TWO, reference())
        assert measure.saving["AA"].documents == 1


def test_a_merger_saves_the_shorter_of_the_two_and_no_fee_that_is_known():
    full = procedure(
        step("PAY-01", time=TimeFigure(Range(1, 2, 4), TimeKind.DURATION), visits=1),
        step(
            "PAY-02",
            time=TimeFigure(Range(typ=9), TimeKind.DURATION),
            cost=CostFigure(9, "USD", None, CostKind.FEE),
            visits=1,
        ),
    )
    (one,) = measures_from_marks([mark("AA2", Verdict.MERGE, merge_into="AA1")], [full], reference())
    assert (one.saving["AA"].hours, one.saving["AA"].visits) == (Range(1, 2, 4), 1)
    assert one.saving["AA"].cost is None
    (unsaid,) = measures_from_marks([mark("AA2", Verdict.MERGE)], [full], reference())
    assert unsaid.saving["AA"].hours is None


def test_steps_that_exclude_one_another_are_not_both_saved():
    full = procedure(
        step("INS-02", channel=Channel.IN_PERSON, choice="c:red"),
        step("INS-02", channel=Channel.IN_PERSON, choice="c:yellow"),
    )
    marks = [mark("AA1", Verdict.ONLINE), mark("AA2", Verdict.ONLINE)]
    (one,) = measures_from_marks(marks, [full], reference())
    assert one.steps["AA"] == ("AA1", "AA2")
    assert one.saving["AA"].visits == 1


def test_measures_of_most_countries_stand_first():
    marks = [mark("AA1", Verdict.ONLINE), mark("AA3", Verdict.REMOVE), mark("BB3", Verdict.REMOVE)]
    assert [one.verdict for one in measures_from_marks(marks, TWO, reference())] == [
        Verdict.REMOVE,
        Verdict.ONLINE,
    ]


def test_a_mark_that_accepts_a_finding_brings_its_standards():
    (one,) = measures_from_marks(
        [mark("AA1", Verdict.KEEP), mark("AA3", Verdict.REMOVE, finding="R05-0a")], TWO, reference()
    )
    assert one.standards == ("RKC-3.16",)


def test_findings_about_one_document_are_one_measure():
    found = findings(TWO, reference(), rules=["R01"])
    (one,) = measures_from_findings(found, TWO, reference())
    assert (one.verdict, one.document) == (Verdict.SUBMIT_ONCE, "380")
    assert one.steps == {"AA": ("AA1", "AA2"), "BB": ("BB1", "BB2")}
    assert one.findings == found
    assert one.standards == ("TFA-10.4", "UNCEFACT-33")
    assert one.saving["AA"].documents == 1
    assert title(one) == "Submit once: invoice"


def test_findings_that_share_a_step_are_not_added():
    found = findings(TWO, reference(), rules=["R01"])
    twice = [*found, replace(found[0], key="other")]
    (one,) = measures_from_findings(twice, TWO, reference())
    assert one.saving["AA"].documents == 1


def test_weak_findings_are_left_out_unless_asked_for():
    full = procedure(step("DCL-05", law=None), step("DCL-06", law=None))
    found = findings([full], reference(), rules=["R12"])
    assert [one.confidence for one in found] == [Confidence.LOW]
    assert measures_from_findings(found, [full], reference()) == ()
    (one,) = measures_from_findings(found, [full], reference(), least=Confidence.LOW)
    assert (one.verdict, one.rule) == (Verdict.LAW_FIRST, "R12")


def test_a_slow_control_is_suggested_by_risk_and_other_slow_work_in_parallel():
    def slow(activity):
        def of(code, hours):
            time = TimeFigure(Range(typ=hours), TimeKind.DURATION)
            return procedure(step(activity, time=time), country=code)

        here = of("AA", 90.0)
        peers = [here, of("BB", 1.0), of("CC", 2.0), of("DD", 3.0)]
        (one,) = findings([here], reference(), peers=peers, rules=["R13"])
        return suggested_verdict(one, {"AA-P": here})

    assert slow("INS-04") is Verdict.RISK_BASED
    assert slow("BRD-01") is Verdict.PARALLEL


def test_measures_of_the_starting_catalogue(catalogue):
    full = catalogue.full_procedures(ids=["UZ-P-import-road", "KZ-P-import-road", "BY-P-import-road"])
    reference = catalogue.reference()
    measures = measures_from_findings(findings(full, reference), full, reference)
    contract = next(one for one in measures if one.document == "foreign trade contract")
    assert set(contract.steps) == {"BY", "UZ"}
    counts = [len(one.steps) for one in measures]
    assert counts == sorted(counts, reverse=True)
    for one in measures:
        assert set(one.standards) <= reference.standards.keys()
        assert {act.country for act in one.acts} <= set(one.countries)
