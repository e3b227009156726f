"""Which steps a meeting goes through, and in which order."""

from customs_app.analysis.agenda import agenda, by_step
from customs_app.domain.codes import Verdict
from customs_app.domain.meeting import Decision, Meeting
from customs_app.domain.review import Reviewer
from tests.analysis.made import procedure, step

CHAIR = Reviewer("A. Karimova", "Secretariat")
KZ = procedure(step("k1"), step("k2"), step("k3"))
UZ = procedure(step("u1"), step("u2"), country="UZ")
BOTH = {"KZ-P": KZ, "UZ-P": UZ}


def _meeting(procedures: tuple[str, ...], steps: tuple[str, ...] = ()) -> Meeting:
    return Meeting("G-1", "Day one", procedures, ("KZ",), CHAIR, "2026-11-24T09:00:00+00:00", None, steps)


def _ids(meeting: Meeting) -> list[str]:
    return [item.step.id for item in agenda(meeting, BOTH)]


def test_without_steps_of_its_own_all_steps_of_its_procedures_in_their_order() -> None:
    assert _ids(_meeting(("UZ-P", "KZ-P"))) == ["u1", "u2", "k1", "k2", "k3"]
    assert [item.full.procedure.country for item in agenda(_meeting(("UZ-P", "KZ-P")), BOTH)][:3] == [
        *("UZ", "UZ", "KZ")
    ]


def test_named_steps_come_in_their_own_order_once_each() -> None:
    assert _ids(_meeting(("KZ-P", "UZ-P"), ("k3", "u1", "k3", "k1"))) == ["k3", "u1", "k1"]


def test_what_is_gone_is_left_out_and_never_means_all_steps() -> None:
    assert _ids(_meeting(("KZ-P", "XX-P"))) == ["k1", "k2", "k3"]
    assert _ids(_meeting(("KZ-P",), ("k9", "k2"))) == ["k2"]
    assert _ids(_meeting(("KZ-P",), ("k9",))) == []


def test_a_step_of_another_procedure_is_not_on_the_agenda() -> None:
    assert _ids(_meeting(("KZ-P",), ("u1", "k2"))) == ["k2"]


def test_the_decision_on_the_step_itself_stands_before_those_on_its_documents() -> None:
    def decision(name: str, at: str, document: str | None = None, about: str = "k1") -> Decision:
        return Decision(name, "G-1", about, Verdict.KEEP, "", CHAIR, at, at, document)

    found = by_step([decision("a", "1", "D1"), decision("b", "2"), decision("c", "0", None, "k2")])
    assert [one.id for one in found["k1"]] == ["b", "a"]
    assert [one.id for one in found["k2"]] == ["c"]
    assert "k3" not in found
