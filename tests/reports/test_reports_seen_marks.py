"""The marks that somebody may see."""

from collections.abc import Sequence

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import OpenRound, SetMark, StartRound
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.seen_marks import blind_line, seen_marks

BLIND, OTHER = "UZ-P-import-road", "TJ-P-import-road"
UZ, CN = Reviewer("A. Karimova", "UZ"), Reviewer("Li Wei", "CN")


def _by(marks: Sequence[Mark]) -> set[tuple[str, str]]:
    return {(mark.step_id, mark.reviewer.delegation) for mark in marks}


@pytest.fixture
def marked(catalogue: Catalogue) -> Catalogue:
    """Two delegations have marked one step of each of two procedures."""
    for who in (UZ, CN):
        for procedure in (BLIND, OTHER):
            catalogue.run(SetMark(f"{procedure}-03", Verdict.KEEP, ""), who)
    return catalogue


ALL = {(f"{procedure}-03", delegation) for procedure in (BLIND, OTHER) for delegation in ("UZ", "CN")}


def test_without_a_blind_round_all_is_seen(marked: Catalogue):
    assert _by(seen_marks(marked, None).marks) == ALL
    assert seen_marks(marked, UZ).hidden == {}


def test_in_a_blind_round_ones_own_marks_alone(marked: Catalogue):
    round_id = marked.run(StartRound((BLIND,)), UZ).new_id
    assert round_id is not None
    step = f"{BLIND}-03"
    seen = seen_marks(marked, UZ)
    assert _by(seen.marks) == ALL - {(step, "CN")}
    assert seen.hidden == {step: (CN,)}
    assert _by(seen_marks(marked, None).marks) == {(f"{OTHER}-03", "UZ"), (f"{OTHER}-03", "CN")}
    assert _by(seen_marks(marked, UZ, [BLIND]).marks) == {(step, "UZ")}
    assert seen_marks(marked, UZ, [OTHER]).hidden == {}
    marked.run(OpenRound(round_id), CN)
    assert _by(seen_marks(marked, UZ).marks) == ALL


def test_a_round_over_all_procedures_hides_all(marked: Catalogue):
    marked.run(StartRound(()), CN)
    assert seen_marks(marked, None).marks == ()
    assert _by(seen_marks(marked, CN).marks) == {one for one in ALL if one[1] == "CN"}


def test_how_papers_say_that_marks_are_left_out():
    english = words(Language.EN)
    assert blind_line(0, english) == ""
    assert blind_line(1, english) == ("Marks of others on 1 step are left out: their round is still blind.")
    assert "on 12 steps" in blind_line(12, english)
