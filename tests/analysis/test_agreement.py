import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.agreement import Coefficient, agreement, coefficient
from customs_app.domain.codes import Confidence, Verdict
from customs_app.domain.review import Finding, Mark, Reviewer, Saving
from customs_app.domain.text import Language, Message
from customs_app.language.words import words
from tests.analysis.made import procedure, step

KEEP, REMOVE, MERGE, ONCE, ONLINE = (
    Verdict.KEEP,
    Verdict.REMOVE,
    Verdict.MERGE,
    Verdict.SUBMIT_ONCE,
    Verdict.ONLINE,
)
ANNA, PJOTR = Reviewer("Anna", "RU"), Reviewer("Pjotr", "RU")
AIDOS, LI, RUSTAM = Reviewer("Aidos", "KZ"), Reviewer("Li", "CN"), Reviewer("Rustam", "UZ")
CODERS = (ANNA, AIDOS, LI, RUSTAM)
VALUES = {"1": KEEP, "2": REMOVE, "3": MERGE, "4": ONCE, "5": ONLINE}


def mark(step_id: str, who: Reviewer, verdict: Verdict, document: str | None = None, **more: object) -> Mark:
    return Mark(f"{step_id}-{document}-{who.name}", step_id, verdict, "", who, "2026", document, **more)


def coded(*coders: str) -> Coefficient:
    """Published reliability data: a line a coder, a column a unit, `*` where it was not coded."""
    units = zip(*(line.split() for line in coders), strict=True)
    return coefficient(
        [
            [
                mark(str(unit), CODERS[coder], VALUES[value])
                for coder, value in enumerate(values)
                if value != "*"
            ]
            for unit, values in enumerate(units)
        ]
    )


def finding(rule: str, steps: tuple[str, ...], documents: tuple[str, ...] = ()) -> Finding:
    said = Message("it is so")
    return Finding(
        f"{rule}-1", rule, "KZ", "KZ-P", steps, documents, Confidence.HIGH, (), (), Saving(), said, said
    )


def told(one: Coefficient) -> str:
    return words(Language.EN).say(one.meaning)


def test_fifteen_units_three_coders_with_gaps():
    """Krippendorff's example of nominal data with values missing: 0.691; four units are not paired."""
    one = coded(
        "* * * * * 3 4 1 2 1 1 3 3 * 3",
        "1 * 2 1 3 3 4 3 * * * * * * *",
        "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
    )
    assert one.alpha == pytest.approx(0.691, abs=0.0005)
    assert (one.targets, one.raters) == (12, 3)
    assert told(one) == (
        "The reviewers agree well enough for tentative conclusions only."
        " Marked by two or more: 12; reviewers: 3."
    )


def test_twelve_units_four_coders_with_gaps():
    """Krippendorff, Computing Krippendorff's Alpha-Reliability, section C: 0.743; unit 12 is not paired."""
    one = coded(
        "1 2 3 3 2 1 4 1 2 * * *",
        "1 2 3 3 2 2 4 1 2 5 * 3",
        "* 3 3 3 2 3 4 2 2 5 1 *",
        "1 2 3 3 2 4 4 1 2 5 1 *",
    )
    assert one.alpha == pytest.approx(0.743, abs=0.0005)
    assert one.targets == 11


def test_ten_units_two_coders_two_values():
    """Krippendorff, the same, section A: 0.095."""
    one = coded("1 2 1 1 1 1 1 1 2 1", "2 2 2 1 1 2 1 1 1 1")
    assert one.alpha == pytest.approx(0.095, abs=0.0005)
    assert told(one).startswith("The reviewers do not agree well enough for any conclusion.")


def test_what_only_one_reviewer_marked_carries_no_information():
    paired = "1 2 2 1 1 2"
    assert coded(paired + " *", paired[:-1] + "1 5").alpha == coded(paired, paired[:-1] + "1").alpha


def test_full_agreement_over_different_verdicts_is_one():
    one = coded("1 2 1 2 3", "1 2 1 2 3")
    assert one.alpha == 1
    assert told(one).startswith("The reviewers agree reliably.")
    assert (one.why_unknown, one.few) == (None, False)


def test_verdicts_without_any_difference_say_nothing():
    one = coded("2 2 2 2 2", "2 2 2 2 2")
    assert (one.alpha, one.targets, one.raters) == (None, 5, 2)
    assert one.why_unknown is not None
    assert told(one).startswith("All verdicts are the same: without any difference the coefficient")


def test_a_different_verdict_that_nobody_else_can_confirm_is_no_difference():
    """The library by itself would count the lone verdict as variation."""
    assert coded("2 2 2 5", "2 2 2 *").alpha is None


def test_nothing_marked_twice_is_no_figure():
    one = coded("1 2 *", "* * 3")
    assert (one.alpha, one.targets, one.raters) == (None, 0, 0)
    assert told(one) == "No step or document has been marked by two reviewers."


def test_agreement_below_chance_is_said_so():
    one = coded("1 2 1 2 1", "2 1 2 1 2")
    assert one.alpha is not None
    assert one.alpha < 0
    assert told(one).startswith("The reviewers agree no better than chance would.")


def test_a_figure_over_few_targets_is_shown_and_said_to_rest_on_few():
    one = coded("1 2 1 2", "1 2 1 1")
    assert one.alpha is not None
    assert one.few
    assert told(one).endswith(
        "Marked by two or more: 4; reviewers: 2. This rests on few and may change with the next mark."
    )


def test_two_marks_of_one_reviewer_are_no_pair():
    assert coefficient([[mark("1", ANNA, KEEP), mark("1", ANNA, REMOVE)]]).targets == 0


def _two() -> tuple:
    kz = procedure(step("1"), step("2"), country="KZ")
    uz = procedure(step("U1"), country="UZ")
    return kz, uz


def test_who_agrees_and_who_dissents():
    kz, _ = _two()
    found = agreement([mark("1", ANNA, REMOVE), mark("1", LI, KEEP), mark("1", AIDOS, REMOVE)], [kz])
    (one,) = found.targets
    assert one.verdicts == {"RU": (REMOVE,), "CN": (KEEP,), "KZ": (REMOVE,)}
    assert (one.majority, one.agree, one.dissent) == (REMOVE, ("RU", "KZ"), ("CN",))
    assert one.contested


def test_delegations_count_not_their_reviewers():
    """Two of one delegation against one of another are a tie."""
    kz, _ = _two()
    (one,) = agreement(
        [mark("1", ANNA, REMOVE), mark("1", PJOTR, REMOVE), mark("1", AIDOS, KEEP)], [kz]
    ).targets
    assert one.verdicts == {"RU": (REMOVE,), "KZ": (KEEP,)}
    assert (one.majority, one.agree, one.dissent) == (None, (), ())


def test_a_delegation_of_two_minds_stands_on_no_side():
    kz, _ = _two()
    (one,) = agreement(
        [mark("1", ANNA, REMOVE), mark("1", PJOTR, KEEP), mark("1", AIDOS, KEEP)], [kz]
    ).targets
    assert one.verdicts["RU"] == (REMOVE, KEEP)
    assert (one.majority, one.agree, one.dissent) == (KEEP, ("KZ",), ())
    assert one.contested


def test_a_delegation_wants_what_most_of_its_reviewers_do():
    kz, _ = _two()
    third = Reviewer("Olga", "RU")
    marks = [mark("1", ANNA, REMOVE), mark("1", PJOTR, KEEP), mark("1", third, KEEP), mark("1", AIDOS, KEEP)]
    (one,) = agreement(marks, [kz]).targets
    assert one.verdicts["RU"] == (REMOVE, KEEP)
    assert (one.majority, one.agree) == (KEEP, ("RU", "KZ"))
    assert one.contested


def test_one_mark_alone_is_a_target_without_dissent():
    kz, _ = _two()
    found = agreement([mark("2", ANNA, KEEP)], [kz])
    (one,) = found.targets
    assert (one.majority, one.agree, one.dissent, one.contested) == (KEEP, ("RU",), (), False)
    assert found.overall.targets == 0


def test_targets_stand_in_order_of_the_steps_and_documents_apart():
    kz, uz = _two()
    found = agreement(
        [
            mark("U1", ANNA, KEEP),
            mark("2", ANNA, KEEP, "invoice"),
            mark("2", ANNA, REMOVE),
            mark("1", ANNA, KEEP),
            mark("of no procedure", ANNA, KEEP),
        ],
        [kz, uz],
    )
    targets = [(one.step_id, one.document_id) for one in found.targets]
    assert targets == [("1", None), ("2", None), ("2", "invoice"), ("U1", None)]
    assert list(found.by_country) == ["KZ", "UZ"]


def test_stale_marks_count_and_are_named():
    kz, _ = _two()
    old = mark("1", ANNA, REMOVE, stale=("channel",))
    (one,) = agreement([old, mark("1", AIDOS, REMOVE)], [kz]).targets
    assert one.stale == (old.id,)
    assert one.agree == ("RU", "KZ")


def test_each_country_has_its_own_figure():
    kz, uz = _two()
    marks = [
        *(mark("1", who, verdict) for who, verdict in ((ANNA, KEEP), (AIDOS, KEEP))),
        *(mark("2", who, verdict) for who, verdict in ((ANNA, REMOVE), (AIDOS, REMOVE))),
        *(mark("U1", who, verdict) for who, verdict in ((ANNA, KEEP), (AIDOS, REMOVE))),
    ]
    found = agreement(marks, [kz, uz])
    assert found.by_country["KZ"].alpha == 1
    assert found.by_country["UZ"].alpha == 0
    assert found.overall.alpha is not None
    assert 0 < found.overall.alpha < 1
    assert found.overall.targets == 3


def test_each_rule_has_the_targets_that_its_findings_speak_of():
    kz, _ = _two()
    marks = [
        mark("1", ANNA, KEEP),
        mark("1", AIDOS, KEEP),
        mark("2", ANNA, REMOVE),
        mark("2", AIDOS, REMOVE),
        mark("2", ANNA, ONCE, "invoice"),
        mark("2", AIDOS, KEEP, "invoice"),
        mark("2", ANNA, KEEP, "cmr"),
        mark("2", AIDOS, KEEP, "cmr"),
    ]
    found = agreement(marks, [kz], [finding("R01", ("1", "2"), ("invoice",)), finding("R06", ("1",))])
    assert list(found.by_rule) == ["R01", "R06"]
    assert found.by_rule["R01"].targets == 3
    assert found.by_rule["R06"].targets == 1
    assert found.targets_by_rule == {
        "R01": (("1", None), ("2", None), ("2", "invoice")),
        "R06": (("1", None),),
    }


def test_a_mark_made_on_a_finding_belongs_to_its_rule_though_the_finding_is_gone():
    kz, _ = _two()
    marks = [mark("1", ANNA, KEEP, finding="R13-0011223344556677"), mark("1", AIDOS, REMOVE)]
    assert agreement(marks, [kz]).by_rule["R13"].targets == 1


def test_without_marks_there_is_nothing_to_say():
    found = agreement([], _two())
    assert (found.targets, found.by_country, found.by_rule) == ((), {}, {})
    assert found.overall.alpha is None


_RATINGS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(CODERS), st.sampled_from(list(Verdict))), unique_by=lambda one: one[0]
    ),
    max_size=12,
)


@given(_RATINGS, st.randoms())
def test_the_order_of_marks_and_targets_changes_nothing(units: Sequence, chance):
    targets = [[mark("1", who, verdict) for who, verdict in unit] for unit in units]
    first = coefficient(targets)
    for marks in targets:
        chance.shuffle(marks)
    chance.shuffle(targets)
    again = coefficient(targets)
    assert again.alpha == pytest.approx(first.alpha)
    assert (again.targets, again.raters) == (first.targets, first.raters)
    assert first.alpha is None or -1 <= first.alpha <= 1


def test_the_library_is_not_read_before_there_is_something_to_count():
    code = (
        "import sys; import customs_app.analysis.agreement as a; a.agreement([], []);"
        "sys.exit('nltk' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
