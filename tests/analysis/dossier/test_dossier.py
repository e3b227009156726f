"""A dossier: measures in order, control, acts, positions, open points, what was rewritten."""

from dataclasses import replace

import pytest

from customs_app.analysis.guard import Risk
from customs_app.domain.codes import CaseKind, Position, TimeKind, Verdict
from customs_app.domain.dossier import (
    MeasureChoice,
    MeasureTerms,
    OwnAct,
    ProposalComment,
    ProposalParts,
    Rewritten,
    Standpoint,
    Terms,
    TextKind,
    TextPlace,
)
from customs_app.domain.figures import Range, TimeFigure
from customs_app.domain.job import Cancelled
from customs_app.domain.meeting import Dissent
from customs_app.domain.text import Language
from tests.analysis.dossier.made_up import ELSE, WHO, decision, dossier_of, mark
from tests.analysis.rules.planted import procedure, step

HOUR = TimeFigure(Range(typ=1.0), TimeKind.DURATION)
REMOVE_1, REMOVE_2 = "remove:activity:INS-04", "remove:activity:INS-05"
AT = "2026-11-24T10:00:00+00:00"


def inspected(country="AA", time=HOUR):
    return procedure(
        step("INS-04", "plant", time=time, law="Plant law"),
        step("INS-05", "vet", time=time, law=None),
        step("CRT-02", "plant", time=time, law="Plant law"),
        country=country,
    )


def points(dossier):
    return [str(point.message) for point in dossier.open_points]


def test_measures_stand_in_their_order_and_can_be_left_out():
    marks = mark("AA1", Verdict.REMOVE), mark("AA2", Verdict.REMOVE)
    plain = dossier_of(inspected(), *marks)
    assert [(one.number, one.key) for one in plain.measures] == [(1, REMOVE_1), (2, REMOVE_2)]
    assert plain.left_out == ()
    choices = (MeasureChoice(REMOVE_2, place=1),)
    turned = dossier_of(inspected(), *marks, parts=ProposalParts(choices=choices))
    assert [(one.number, one.key) for one in turned.measures] == [(1, REMOVE_2), (2, REMOVE_1)]
    choices = (MeasureChoice(REMOVE_1, taken=False, place=1),)
    fewer = dossier_of(inspected(), *marks, parts=ProposalParts(choices=choices))
    assert [one.key for one in fewer.measures] == [REMOVE_2]
    assert [(one.number, one.key) for one in fewer.left_out] == [(0, REMOVE_1)]
    # What is left out enters no figure of the whole.
    assert (plain.together[0].effect.saved.steps, fewer.together[0].effect.saved.steps) == (2, 1)
    assert plain.measure(REMOVE_1).part("AA").steps == ("AA1",)
    with pytest.raises(KeyError):
        plain.measure("remove:activity:none")
    with pytest.raises(KeyError):
        plain.measure(REMOVE_1).part("BB")


def test_the_control_that_remains_is_that_of_all_measures_together():
    alone = dossier_of(inspected(), mark("AA1", Verdict.REMOVE))
    (line,) = alone.measures[0].part("AA").controls
    assert (line.risk, line.number, line.sole) == (Risk.PLANT_ANIMAL, 1, False)
    assert line.covered_by == ("AA2", "AA3")
    assert "still controlled (steps: 2, 3)." in alone.measures[0].part("AA").control.text
    # Another measure takes step 2 away: what covered the risk is not there to cover it.
    both = dossier_of(inspected(), mark("AA1", Verdict.REMOVE), mark("AA2", Verdict.REMOVE))
    assert both.measure(REMOVE_1).part("AA").controls[0].covered_by == ("AA3",)
    seldom = dossier_of(
        inspected(),
        mark("AA1", Verdict.REMOVE),
        mark("AA2", Verdict.RISK_BASED),
        mark("AA3", Verdict.RISK_BASED),
    )
    (line,) = seldom.measure(REMOVE_1).part("AA").controls
    assert (line.covered_by, line.sometimes_by, line.sole) == ((), ("AA2", "AA3"), True)
    assert "Land AA: without step 1 nothing is sure to control the risk: Plant or animal health." in points(
        seldom
    )
    assert "Settle how risks stay controlled: Land AA." in seldom.asked.text
    text = seldom.measure("risk_based:activity:INS-05").part("AA").control.text
    assert text.startswith("Step 2 remains wherever risk calls for it.")


def test_a_step_that_controls_nothing_and_one_that_nothing_replaces():
    full = procedure(step("PRE-02", time=HOUR), step("INS-06", time=HOUR))
    nothing = dossier_of(full, mark("AA1", Verdict.REMOVE)).measures[0].part("AA")
    assert nothing.control.text == "Step 1 is not among the steps that control a risk."
    sole = dossier_of(full, mark("AA2", Verdict.REMOVE)).measures[0].part("AA")
    assert sole.control.text == "Health: without step 2 nothing controls it."


def test_acts_are_those_recorded_those_not_known_and_those_named():
    marks = mark("AA1", Verdict.REMOVE), mark("AA2", Verdict.REMOVE)
    plain = dossier_of(inspected(), *marks)
    (act,) = plain.measure(REMOVE_1).part("AA").acts
    assert (act.text, act.steps, act.sources) == ("Plant law", ("AA1",), (("S1", "p. 1"),))
    assert act.change == "No longer require: INS-04"
    (unknown,) = plain.measure(REMOVE_2).part("AA").acts
    assert (unknown.text, unknown.numbers) == (None, (2,))
    assert "Land AA: the law on which step 2 rests is not recorded." in points(plain)
    assert "Have the law named that is to be amended: Land AA." in plain.asked.text
    own = OwnAct("A-1", REMOVE_2, "AA", "Veterinary law, Art. 4", "strike it out", "AA2", "S9", "p. 3")
    named = dossier_of(inspected(), *marks, parts=ProposalParts(acts=(own,)))
    (act,) = named.measure(REMOVE_2).part("AA").acts
    assert (act.text, act.change, act.numbers, act.sources, act.own) == (
        "Veterinary law, Art. 4", "strike it out", (2,), (("S9", "p. 3"),), own,
    )  # fmt: skip
    assert not [point for point in points(named) if "not recorded" in point]
    general = replace(own, step_id=None)
    beside = dossier_of(inspected(), *marks, parts=ProposalParts(acts=(general,)))
    assert [act.text for act in beside.measure(REMOVE_2).part("AA").acts] == [None, "Veterinary law, Art. 4"]
    # The article that a reviewer named goes before the law of the step.
    article = dossier_of(inspected(), mark("AA1", Verdict.REMOVE, article="Plant law, Art. 7"))
    assert [act.text for act in article.measures[0].part("AA").acts] == ["Plant law, Art. 7"]


def test_one_law_of_several_steps_is_one_line():
    full = procedure(step("INS-04", law="Plant law"), step("INS-04", law="Plant law"))
    (measure,) = dossier_of(full, mark("AA1", Verdict.REMOVE), mark("AA2", Verdict.REMOVE)).measures
    (act,) = measure.part("AA").acts
    assert (act.numbers, act.steps) == ((1, 2), ("AA1", "AA2"))


def test_what_an_official_wrote_stands_and_says_when_its_figures_changed():
    place = TextPlace(TextKind.NOW, Language.EN, REMOVE_1, "AA")
    first = dossier_of(inspected(), mark("AA1", Verdict.REMOVE)).measures[0].part("AA").now
    assert not first.rewritten
    mine = Rewritten(place, "In my words.", first.draft, WHO, AT)
    german = Rewritten(replace(place, language=Language.RU), "По-русски.", "", WHO, AT)
    parts = ProposalParts(texts=(mine, german))
    same = dossier_of(inspected(), mark("AA1", Verdict.REMOVE), parts=parts)
    now = same.measures[0].part("AA").now
    assert (now.text, now.draft, now.by, now.at, now.was) == ("In my words.", first.draft, WHO, AT, None)
    assert same.changed == ()
    slower = TimeFigure(Range(typ=5.0), TimeKind.DURATION)
    later = dossier_of(inspected(time=slower), mark("AA1", Verdict.REMOVE), parts=parts)
    now = later.measures[0].part("AA").now
    assert (now.text, now.was) == ("In my words.", first.draft)
    assert "It takes 5 h." in now.draft
    assert later.changed == (now,)
    assert "1 rewritten text rests on figures that have changed since." in points(later)


def test_titles_and_texts_of_the_whole_are_rewritten_too():
    texts = tuple(
        Rewritten(TextPlace(kind, Language.EN, key), f"My {kind} {key}", "then", WHO, AT)
        for kind, key in (
            (TextKind.TITLE, ""),
            (TextKind.TITLE, REMOVE_1),
            (TextKind.PROBLEM, ""),
            (TextKind.SUMMARY, ""),
            (TextKind.ASKED, ""),
        )
    )
    dossier = dossier_of(inspected(), mark("AA1", Verdict.REMOVE), parts=ProposalParts(texts=texts))
    whole = (dossier.title, dossier.problem, dossier.summary, dossier.asked)
    assert [one.text for one in whole] == ["My title ", "My problem ", "My summary ", "My asked "]
    assert dossier.title.draft == "T"
    assert dossier.measures[0].title.text == f"My title {REMOVE_1}"
    assert len(dossier.changed) == 5
    assert dossier_of(inspected(), summary="As saved.").summary.text == "As saved."


def test_positions_are_stated_and_marks_are_none():
    said = (
        Standpoint(REMOVE_1, "CC", Position.RESERVE, "12 months", WHO, AT),
        Standpoint("", "BB", Position.FOR, "", WHO, AT),
    )
    marks = mark("AA1", Verdict.REMOVE), mark("AA1", Verdict.KEEP, reviewer=ELSE)
    dossier = dossier_of((inspected(), inspected("BB")), *marks, parts=ProposalParts(standpoints=said))
    held = {one.delegation: one for one in dossier.measures[0].positions}
    assert list(held) == ["AA", "BB", "CC"]
    assert (held["AA"].stated, held["AA"].marked) == (None, (Verdict.REMOVE,))
    assert (held["BB"].stated, held["BB"].marked) == (None, (Verdict.KEEP,))
    assert held["CC"].stated == said[0]
    assert [(one.delegation, one.stated) for one in dossier.positions] == [("AA", None), ("BB", said[1])]


def test_what_a_meeting_decides_makes_measures_and_outranks_marks():
    dissent = Dissent("S-1", "V", "BB", Position.AGAINST, "not without a law")
    agreed = decision("AA1", Verdict.REMOVE, dissents=(dissent,), article="Plant law, Art. 9")
    kept = decision("AA2", Verdict.KEEP)
    dossier = dossier_of(inspected(), mark("AA2", Verdict.REMOVE), decisions=(agreed, kept))
    (measure,) = dossier.measures
    assert (measure.key, measure.measure.marks, measure.measure.decisions) == (REMOVE_1, (), (agreed,))
    assert dossier.together[0].effect.saved.steps == 1
    assert "Decided by a meeting: agreed" in measure.part("AA").grounds.text
    assert [act.text for act in measure.part("AA").acts] == ["Plant law, Art. 9"]
    assert [(one.dissent, one.country, one.number) for one in measure.objections] == [(dissent, "AA", 1)]
    assert "Land AA: marks on step 2 are left out: a meeting decided otherwise (Keep)." in points(dossier)
    # The newest decision holds.
    later = decision("AA1", Verdict.KEEP, at="2026-11-24T11:00:00+00:00")
    assert dossier_of(inspected(), decisions=(later, agreed)).measures == ()


def test_single_savings_do_not_add_up():
    full = procedure(
        step("INS-04", time=HOUR), step("INS-05", time=HOUR), step("REL-01", time=HOUR, after="1 2")
    )
    dossier = dossier_of(full, mark("AA1", Verdict.REMOVE), mark("AA2", Verdict.REMOVE))
    alone = [part.effects[0].effect.saved.elapsed for one in dossier.measures for part in one.parts]
    # Each alone saves nothing, since the other lasts as long: both together save an hour.
    assert [one.typ if one is not None else None for one in alone] == [0.0, 0.0]
    assert dossier.together[0].effect.saved.elapsed.typ == 1.0
    assert "Land AA. Steps: 2 fewer." in dossier.summary.text
    assert "Time on the longest path: 1 h less." in dossier.summary.text
    assert "does not add up" in dossier.summary.text


def test_unknown_stays_unknown_in_the_texts_of_the_whole():
    full = procedure(step("INS-04"), step("INS-05"))
    dossier = dossier_of(full, mark("AA1", Verdict.REMOVE))
    assert "Time on the longest path: unknown, known for 0 of 2 steps." in dossier.problem.text
    assert "Documents handed in: unknown." in dossier.problem.text
    assert "Visits: unknown." in dossier.problem.text
    assert "Time on the longest path: what is saved is not known." in dossier.summary.text
    assert "Land AA: how much time is saved is not known." in points(dossier)
    assert dossier_of(full).summary.text == "The proposal holds no measure yet."
    assert dossier_of(full).asked.text == ""
    worst = dossier_of(full, mark("AA1", Verdict.REMOVE), case=CaseKind.WORST)
    assert worst.problem.text.startswith("Figures of a consignment that meets every condition")


def test_terms_comments_stale_marks_and_what_nobody_asks_for_any_more():
    terms = MeasureTerms(REMOVE_1, "AA", Terms(body="Ministry", months=6))
    comment = ProposalComment("C", REMOVE_1, "why?", WHO, AT)
    whole = ProposalComment("D", "", "good", WHO, AT)
    gone = Standpoint("remove:activity:gone", "AA", Position.FOR, "", WHO, AT)
    parts = ProposalParts(terms=(terms,), comments=(comment, whole), standpoints=(gone,))
    dossier = dossier_of(
        (inspected(), inspected("BB")),
        mark("AA1", Verdict.REMOVE, stale=("title_en",)),
        mark("BB1", Verdict.REMOVE),
        parts=parts,
    )
    (measure,) = dossier.measures
    assert (measure.comments, dossier.comments) == ((comment,), (whole,))
    assert measure.part("AA").terms == terms.terms
    assert measure.part("BB").terms == Terms()
    said = points(dossier)
    assert "Measure 1: not said yet: cost of the change, source of funds. Countries: Land AA." in said
    assert (
        "Measure 1: not said yet: responsible body, term, cost of the change, source of funds. "
        "Countries: Land BB." in said
    )
    assert "Land AA: step 1 has changed since it was marked." in said
    assert "Something is written about 1 measure that nobody asks for any more." in said
    assert "Set the terms: Land BB." in dossier.asked.text


def test_progress_is_told_measure_by_measure_and_can_end_it():
    told = []
    dossier_of(inspected(), mark("AA1", Verdict.REMOVE), mark("AA2", Verdict.REMOVE), progress=note_in(told))
    assert told == [(0, 2), (1, 2)]

    def enough(done, of):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        dossier_of(inspected(), mark("AA1", Verdict.REMOVE), mark("AA2", Verdict.REMOVE), progress=enough)


def note_in(told):
    return lambda done, of: told.append((done, of))


def test_measures_that_differ_on_a_step_leave_it_as_it_is():
    dossier = dossier_of(inspected(), mark("AA1", Verdict.REMOVE), mark("AA1", Verdict.ONLINE, reviewer=ELSE))
    assert dossier.together[0].contested == (("AA1", None),)
    assert "Land AA: measures differ on step 1, which stays as it is in the figures." in points(dossier)
    assert dossier.together[0].effect.saved.steps == 0


def test_an_official_chooses_another_verdict_than_is_asked():
    marks = mark("AA1", Verdict.REMOVE), mark("AA3", Verdict.ONLINE)
    plain = dossier_of(inspected(), *marks).measure(REMOVE_1)
    place = TextPlace(TextKind.PROPOSED, Language.EN, REMOVE_1, "AA")
    parts = ProposalParts(
        choices=(
            MeasureChoice(REMOVE_1, verdict=Verdict.RISK_BASED, verdict_at="2026-11-24T11:00:00+00:00"),
        ),
        texts=(Rewritten(place, "In my words.", plain.part("AA").proposed.draft, WHO, AT),),
        standpoints=(Standpoint(REMOVE_1, "AA", Position.FOR, "", WHO, AT),),
    )
    turned = dossier_of(inspected(), *marks, parts=parts)
    one = turned.measure(REMOVE_1)
    assert (one.key, one.verdict, one.measure.asked) == (REMOVE_1, Verdict.RISK_BASED, Verdict.REMOVE)
    assert (plain.title.text, plain.measure.asked) != (one.title.text, one.measure.asked)
    # Drafts and figures follow, what was rewritten stays and is flagged, positions stay and are told.
    assert one.title.text == "Only where risk calls for it: Do INS-04"
    proposed = one.part("AA").proposed
    assert (proposed.text, proposed.changed) == ("In my words.", True)
    assert proposed.draft != plain.part("AA").proposed.draft
    left = [
        [each.id for each in kind.parts[0].effects[0].effect.procedure.full.steps] for kind in (plain, one)
    ]
    assert left == [["AA2", "AA3"], ["AA1", "AA2", "AA3"]]
    assert "asks for another verdict: remove" in one.part("AA").grounds.text.casefold()
    assert one.positions[0].marked == (Verdict.REMOVE,)
    assert any("verdict was changed after positions were stated" in said for said in points(turned))
    # What stated its position after the change is not told of.
    later = replace(parts, standpoints=(replace(parts.standpoints[0], at="2026-11-24T12:00:00+00:00"),))
    assert not any(
        "verdict was changed" in said for said in points(dossier_of(inspected(), *marks, parts=later))
    )


@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.KEEP])
def test_whatever_verdict_is_chosen_the_measure_touches_the_same_steps(verdict):
    marks = mark("AA1", Verdict.REMOVE), mark("BB1", Verdict.REMOVE)
    every = inspected(), inspected("BB")
    parts = ProposalParts(choices=(MeasureChoice(REMOVE_1, verdict=verdict, verdict_at=AT),))
    one = dossier_of(every, *marks, parts=parts).measure(REMOVE_1)
    assert [part.steps for part in one.parts] == [("AA1",), ("BB1",)]
    assert one.verdict is verdict
    for part in one.parts:
        (found,) = part.effects
        assert {change.verdict for change in found.effect.changes} == {verdict}


def test_steps_to_be_merged_by_choice_go_into_the_first_of_them():
    full = procedure(step("INS-04", time=HOUR), step("INS-04", time=HOUR), step("INS-04", time=HOUR))
    marks = [mark(f"AA{n}", Verdict.REMOVE) for n in (1, 2, 3)]
    parts = ProposalParts(choices=(MeasureChoice(REMOVE_1, verdict=Verdict.MERGE, verdict_at=AT),))
    (found,) = dossier_of(full, *marks, parts=parts).measure(REMOVE_1).part("AA").effects
    assert found.effect.procedure.merged == {"AA2": "AA1", "AA3": "AA1"}
