"""Verdicts on documents."""

from dataclasses import replace

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.change import Outcome
from customs_app.domain.codes import Form, Role, Verdict
from customs_app.domain.procedure import FullProcedure
from tests.analysis.made import procedure, step
from tests.analysis.to_be.applied import applied, effect_of, known, said, verdict

REMOVE, MERGE, ONCE, ONLINE = Verdict.REMOVE, Verdict.MERGE, Verdict.SUBMIT_ONCE, Verdict.ONLINE
KEEP, RISK, PARALLEL = Verdict.KEEP, Verdict.RISK_BASED, Verdict.PARALLEL
INPUT, OUTPUT, SHOWN = Role.INPUT, Role.OUTPUT, Role.SHOWN


def asking(*roles: tuple[str, Role] | None, conditions: dict[str, str] | None = None) -> FullProcedure:
    """One step for each role of a document."""
    names = [str(number) for number in range(1, len(roles) + 1)]
    return procedure(
        *(step(name, condition=(conditions or {}).get(name)) for name in names),
        uses={name: [use] for name, use in zip(names, roles, strict=True) if use is not None},
    )


def left(full: FullProcedure) -> dict[str, list[tuple[str, Role]]]:
    return {id_: [(use.document_id, use.role) for use in uses] for id_, uses in full.uses.items() if uses}


THREE = (("invoice", INPUT), ("proforma", INPUT), ("invoice", SHOWN))


def test_a_document_is_handed_in_once_wherever_the_mark_stands():
    for at, name in (("1", "invoice"), ("2", "proforma"), ("3", "invoice")):
        found = effect_of(asking(*THREE), verdict(at, ONCE, name))
        assert left(found.procedure.full) == {"1": [("invoice", INPUT)]}
        assert (found.saved.handovers, found.saved.shown) == (1, 1)
        assert found.changes[0].saves.documents == 2
        assert "other steps take it from the one that has it (2, 3)" in said(found)


def test_marks_at_each_step_save_no_more_than_one_of_them():
    to_be = applied(
        asking(*THREE),
        verdict("1", ONCE, "invoice"),
        verdict("2", ONCE, "proforma"),
        verdict("3", ONCE, "invoice"),
    )
    assert [one.saves.documents for one in to_be.changes] == [0, 1, 1]


def test_a_handing_in_stays_where_not_all_have_met_one_before():
    full = asking(("cmr", INPUT), ("cmr", INPUT), ("cmr", INPUT), conditions={"1": "animals"})
    found = effect_of(full, verdict("1", ONCE, "cmr"))
    assert left(found.procedure.full) == {"1": [("cmr", INPUT)], "2": [("cmr", INPUT)]}
    assert (found.as_is.handovers, found.to_be.handovers) == (2, 1)
    worst = effect_of(full, verdict("1", ONCE, "cmr"), case=WORST)
    assert (worst.as_is.handovers, worst.to_be.handovers) == (3, 2)
    exclusive = procedure(
        step("1", choice="c:a"), step("2", choice="c:b"), uses={"1": [("cmr", INPUT)], "2": [("cmr", INPUT)]}
    )
    to_be = applied(exclusive, verdict("1", ONCE, "cmr"))
    assert to_be.full == exclusive
    assert to_be.changes[0].saves.documents == 0


def test_what_is_first_only_shown_is_handed_in_there_instead():
    found = effect_of(asking(("cmr", SHOWN), ("cmr", INPUT)), verdict("2", ONCE, "cmr"))
    assert left(found.procedure.full) == {"1": [("cmr", INPUT)]}
    assert (found.saved.handovers, found.saved.shown, found.saved.documents) == (0, 1, 0)
    assert "Besides, a document need not be shown 1 time." in [str(one) for one in found.sentences]
    seldom = asking(("cmr", SHOWN), ("cmr", INPUT), conditions={"2": "animals"})
    assert applied(seldom, verdict("2", ONCE, "cmr")).full == seldom


def test_what_is_to_be_kept_or_is_contested_stays():
    full = asking(*THREE)
    to_be = applied(full, verdict("1", ONCE, "invoice"), verdict("2", KEEP, "proforma"))
    assert left(to_be.full) == {"1": [("invoice", INPUT)], "2": [("proforma", INPUT)]}
    contested = apply(full, [verdict("1", ONCE, "invoice")], known(), contested=[("2", "proforma")])
    assert left(contested.full) == left(to_be.full)


def test_submit_once_on_a_step_spares_it_what_was_handed_in_before():
    full = procedure(
        step("1"), step("2"), step("3"),
        uses={
            "1": [("invoice", INPUT)],
            "2": [("invoice", INPUT), ("cmr", INPUT)],
            "3": [("invoice", INPUT), ("cmr", SHOWN)],
        },
    )  # fmt: skip
    to_be = applied(full, verdict("2", ONCE))
    assert left(to_be.full) == {
        "1": [("invoice", INPUT)], "2": [("cmr", INPUT)], "3": [("invoice", INPUT), ("cmr", SHOWN)],
    }  # fmt: skip
    assert to_be.changes[0].saves.documents == 1
    assert applied(full, verdict("1", ONCE)).changes[0].saves.documents == 0
    unrecorded = applied(procedure(step("1")), verdict("1", ONCE)).changes[0]
    assert (unrecorded.outcome, unrecorded.saves.documents) == (Outcome.NOTHING, None)


def test_a_step_that_goes_is_no_first_handing_in():
    full = asking(("cmr", INPUT), ("cmr", INPUT), ("cmr", INPUT))
    to_be = applied(full, verdict("2", ONCE, "cmr"), verdict("1", REMOVE))
    assert left(to_be.full) == {"2": [("cmr", INPUT)]}


def test_a_removed_document_is_asked_for_at_the_other_steps_still():
    found = effect_of(asking(*THREE), verdict("2", REMOVE, "proforma"))
    assert left(found.procedure.full) == {"1": [("invoice", INPUT)], "3": [("invoice", SHOWN)]}
    assert (found.saved.documents, found.saved.handovers, found.saved.shown) == (1, 1, 0)


def test_a_document_that_is_no_longer_issued_saves_nobody_a_handing_in():
    full = asking(("permit", OUTPUT), ("permit", INPUT))
    to_be = applied(full, verdict("1", REMOVE, "permit"))
    assert left(to_be.full) == {"2": [("permit", INPUT)]}
    assert to_be.changes[0].saves.documents == 0
    assert "though other steps still ask for it (2)" in said(to_be)


def test_where_all_recorded_documents_go_there_are_none():
    found = effect_of(asking(("cmr", INPUT)), verdict("1", REMOVE, "cmr"))
    assert (found.to_be.documents, found.to_be.handovers) == (0, 0)
    assert (found.saved.documents, found.saved.handovers) == (1, 1)


def test_a_document_moved_to_another_step():
    full = asking(("cmr", INPUT), ("invoice", INPUT), ("invoice", SHOWN))
    move = applied(full, verdict("1", MERGE, "cmr", into="2"))
    assert left(move.full) == {"2": [("invoice", INPUT), ("cmr", INPUT)], "3": [("invoice", SHOWN)]}
    assert move.changes[0].saves.documents == 0
    once = applied(full, verdict("3", MERGE, "invoice", into="2"))
    assert left(once.full) == {"1": [("cmr", INPUT)], "2": [("invoice", INPUT)]}
    assert once.changes[0].saves.documents == 1
    seldom = asking(("cmr", INPUT), ("cmr", INPUT), conditions={"2": "if"})
    assert applied(seldom, verdict("1", MERGE, "cmr", into="2")).full == seldom
    assert applied(full, verdict("1", MERGE, "cmr")).full == full


def test_an_electronic_document_counts_as_before():
    full = asking(("cmr", INPUT))
    paper = replace(full.uses["1"][0], form=Form.ORIGINAL, copies=3)
    full = FullProcedure(full.procedure, full.steps, {"1": (paper,)})
    found = effect_of(full, verdict("1", ONLINE, "cmr"))
    (use,) = found.procedure.full.uses["1"]
    assert (use.form, use.copies) == (Form.ELECTRONIC, None)
    assert found.saved.handovers == 0
    again = applied(found.procedure.full, verdict("1", ONLINE, "cmr"))
    assert again.changes[0].outcome is Outcome.NOTHING


def test_what_cannot_be_counted_changes_nothing_and_says_so():
    full = asking(("cmr", INPUT))
    for one in (RISK, PARALLEL):
        to_be = applied(full, verdict("1", one, "cmr"))
        assert (to_be.full, to_be.changes[0].outcome) == (full, Outcome.NOTHING)
    gone = applied(full, verdict("1", REMOVE, "invoice"))
    assert "has nothing to do with the document any more: Invoice." in said(gone)
    moot = applied(full, verdict("1", REMOVE), verdict("1", ONCE, "cmr"))
    assert "The document falls away with step 1: Cmr." in said(moot)
    assert effect_of(full, verdict("1", REMOVE), verdict("1", REMOVE, "cmr"), case=BASE).saved.handovers == 1


def test_what_is_handed_in_where_it_was_shown_is_no_further_document():
    """The name under which it is handed in goes along: another would count as one document more."""
    full = asking(
        ("invoice", INPUT),
        ("proforma", SHOWN),
        ("invoice", INPUT),
        conditions={"1": "when", "2": "if", "3": "if"},
    )
    found = effect_of(full, verdict("1", ONCE, "invoice"), case=WORST)
    assert left(found.procedure.full) == {"1": [("invoice", INPUT)], "2": [("invoice", INPUT)]}
    assert (found.as_is.documents, found.to_be.documents) == (1, 1)
