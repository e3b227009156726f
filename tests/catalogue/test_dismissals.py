"""Findings that reviewers dismiss."""

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import DismissFinding, SetMark, TakeBackDismissal
from customs_app.domain.codes import Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer

P = "KZ-P-import-rail"
KEY = "R01:KZ-P-import-rail-01"
STEP = f"{P}-01"
OTHER = Reviewer("Li Wei", "CN")


def test_a_finding_is_dismissed_with_a_reason(catalogue: Catalogue, who: Reviewer) -> None:
    done = catalogue.run(DismissFinding(KEY, P, " another desk ", "d1"), who)
    (dismissal,) = catalogue.dismissals()
    assert (dismissal.id, dismissal.finding, dismissal.procedure_id) == (done.new_id, KEY, P)
    assert (dismissal.reason, dismissal.as_stood, dismissal.reviewer) == ("another desk", "d1", who)
    assert dismissal.at.endswith("+00:00")
    assert done.procedures == {P}
    assert done.tables == {"dismissal"}


def test_ones_own_earlier_dismissal_gives_way(catalogue: Catalogue, who: Reviewer) -> None:
    first = catalogue.run(DismissFinding(KEY, P, "one", "d1"), who).new_id
    catalogue.run(DismissFinding(KEY, P, "of another", "d1"), OTHER)
    assert catalogue.run(DismissFinding(KEY, P, "two", "d2"), who).new_id == first
    assert {(row.reviewer, row.reason, row.as_stood) for row in catalogue.dismissals()} == {
        (who, "two", "d2"),
        (OTHER, "of another", "d1"),
    }


def test_a_dismissal_is_taken_back_by_who_said_it(catalogue: Catalogue, who: Reviewer) -> None:
    dismissal_id = catalogue.run(DismissFinding(KEY, P, "one", "d1"), who).new_id
    assert dismissal_id is not None
    with pytest.raises(InputError, match=r"Aigerim S. \(KZ\)"):
        catalogue.run(TakeBackDismissal(dismissal_id), OTHER)
    catalogue.run(TakeBackDismissal(dismissal_id), who)
    assert catalogue.dismissals() == ()
    catalogue.undo(OTHER)
    assert len(catalogue.dismissals()) == 1
    with pytest.raises(InputError, match="no longer in the catalogue"):
        catalogue.run(TakeBackDismissal("X-none"), who)


@pytest.mark.parametrize(
    ("command", "column"),
    [
        (DismissFinding(KEY, P, " ", "d1"), "reason"),
        (DismissFinding(" ", P, "none", "d1"), "finding"),
        (DismissFinding(KEY, P, "none", ""), "as_stood"),
    ],
)
def test_dismissals_that_are_refused(
    catalogue: Catalogue, who: Reviewer, command: DismissFinding, column: str
) -> None:
    with pytest.raises(InputError) as raised:
        catalogue.run(command, who)
    assert [problem.column for problem in raised.value.problems] == [column]
    assert catalogue.dismissals() == ()


def test_a_procedure_that_is_not_there_has_no_findings(catalogue: Catalogue, who: Reviewer) -> None:
    with pytest.raises(InputError, match="no longer in the catalogue"):
        catalogue.run(DismissFinding(KEY, "nowhere", "none", "d1"), who)


def test_a_verdict_on_the_finding_takes_ones_own_dismissal_back_in_the_same_entry(
    catalogue: Catalogue, who: Reviewer
) -> None:
    catalogue.run(DismissFinding(KEY, P, "one", "d1"), who)
    catalogue.run(DismissFinding(KEY, P, "of another", "d1"), OTHER)
    catalogue.run(DismissFinding("R05-another", P, "another finding", "d1"), who)
    before = catalogue.fingerprint()
    done = catalogue.run(SetMark(STEP, Verdict.REMOVE, "it is one after all", finding=KEY), who)
    assert done.tables == {"mark", "dismissal"}
    assert [(row.finding, row.reviewer) for row in catalogue.dismissals()] == [
        (KEY, OTHER),
        ("R05-another", who),
    ]
    after = catalogue.fingerprint()
    catalogue.undo(who)
    assert catalogue.marks() == ()
    assert catalogue.fingerprint() == before
    catalogue.redo(who)
    assert catalogue.fingerprint() == after


def test_a_verdict_without_a_finding_leaves_dismissals_alone(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(DismissFinding(KEY, P, "one", "d1"), who)
    catalogue.run(SetMark(STEP, Verdict.REMOVE, "for another reason"), who)
    assert len(catalogue.dismissals()) == 1
