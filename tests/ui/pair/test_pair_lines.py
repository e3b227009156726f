"""What is worked out and worded of two procedures, without a window."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from customs_app.analysis.align import align
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.pins import SetPin
from customs_app.domain.alignment import Field, Pair, PairKind, Pin
from customs_app.domain.codes import Basis, Verdict
from customs_app.domain.text import Language
from customs_app.language.words import Words, words
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer
from customs_app.reports.pair.lines import PairLine, Tie, counts, lines_of, side_name
from customs_app.reports.pair.sentences import sentences
from customs_app.reports.pair.wording import alike_text, totals_note, unlike
from customs_app.ui.newest import Desk
from customs_app.ui.pair.asked import Asked, answer
from customs_app.ui.pair.converted import converted_lines
from customs_app.ui.pair.copying import cells_text
from customs_app.ui.pair.heads import heads, notice_text
from customs_app.ui.pair.matching import ends, pins_of
from customs_app.ui.pair.state import beside_of, kept
from customs_app.ui.session import Beside
from tests.ui.pair.conftest import BY, KZ, RU, WHO, Ask


def numbered(line: PairLine) -> tuple[str, str]:
    return (line.left.number if line.left else "-", line.right.number if line.right else "-")


def line_of(answer: Answer, words: Words, left: str, right: str) -> PairLine:
    return next(line for line in lines_of(answer, words) if numbered(line) == (left, right))


def test_every_step_of_both_sides_stands_in_one_row(ask: Ask, english: Words) -> None:
    found = ask()
    lines = lines_of(found, english)
    left = [line.left.step.id for line in lines if line.left]
    right = [line.right.step.id for line in lines if line.right]
    assert sorted(left) == sorted(step.id for step in found.left.full.steps)
    assert sorted(right) == sorted(step.id for step in found.right.full.steps)
    assert all(line.left or line.right for line in lines)
    counted = counts(found.alignment.pairs)
    assert counted.differ + counted.same + counted.alone == len(found.alignment.pairs)
    assert counted.alone == sum(line.tie in (Tie.LEFT_ONLY, Tie.RIGHT_ONLY) for line in lines)


def test_words_between_the_sides(ask: Ask, english: Words) -> None:
    found = ask()
    fee = line_of(found, english, "19", "17")
    assert fee.said == ("cost", "law")
    assert fee.pair.fields == (Field.COST, Field.LAW)
    assert fee.tip.startswith("Different: cost, law.")
    alone = line_of(found, english, "5", "-")
    assert alone.tie is Tie.LEFT_ONLY
    assert alone.said == ("only Russia",)
    same = line_of(found, english, "18", "16")
    assert same.tie is Tie.SAME
    assert not same.said
    assert not same.differs
    open_ = line_of(found, english, "1", "1")
    assert open_.open  # Russia's way is known, Belarus's is not: no difference, yet not the same either
    assert not open_.differs
    assert "Known on one side only: how it is done" in open_.tip


def test_a_step_that_is_several_takes_their_rows(english: Words, catalogue: Catalogue) -> None:
    left = catalogue.full_procedure(RU).steps
    right = catalogue.full_procedure(BY).steps
    for step in right[:2]:
        catalogue.run(SetPin(Pin("", left[0].id, step.id, linked=True)), WHO)
    found = answer(Asked(Beside(RU, BY), catalogue.path, WHO, catalogue.path), Desk())
    assert found is not None
    first, second = lines_of(found, english)[:2]
    assert first.pair is second.pair
    assert first.pair.kind is PairKind.SPLIT
    assert (first.part, second.part, first.parts) == (0, 1, 2)
    assert second.tie is Tie.MORE
    assert second.left is None
    assert first.said[0] == "split 1 : 2"
    assert "Set together by hand." in first.tip
    assert ends(second) == (left[0].id, right[1].id)
    assert len(pins_of(first, found)) == 2
    third = lines_of(found, english)[2]
    assert pins_of(third, found) == ()


def test_a_moved_pair_is_a_difference(english: Words) -> None:
    assert counts([Pair(("a",), ("b",), PairKind.SAME, moved=True)]).differ == 1
    assert counts([Pair(("a",), ("b",), PairKind.SAME)]).same == 1


def test_the_alignment_is_that_of_the_analysis(ask: Ask, catalogue: Catalogue) -> None:
    found = ask()
    left, right = catalogue.full_procedure(RU), catalogue.full_procedure(BY)
    assert found.alignment == align(left, right, (), catalogue.reference())


def test_totals_of_unlike_steps_may_not_be_subtracted(ask: Ask, english: Words) -> None:
    found = ask()
    assert found.left.timed != found.right.timed
    assert unlike(found)
    assert totals_note(found, english) == "They rest on different steps: not to be subtracted"
    assert alike_text(found, english).startswith("Like for like, over 1 activity timed on both sides")
    itself = ask(RU, RU)
    assert not unlike(itself)
    assert totals_note(itself, english) == "They rest on the same activities"


def test_nothing_is_called_faster_where_nothing_is_timed_on_both_sides(ask: Ask, english: Words) -> None:
    found = ask(KZ, "UZ-P-import-road")
    assert found.alike is not None
    assert not found.alike.time_activities
    assert "neither is called faster" in alike_text(found, english)


def test_the_worst_case_takes_more_steps(ask: Ask) -> None:
    assert ask(worst=True).left.totals.steps > ask().left.totals.steps


def test_amounts_are_converted_with_the_dated_rate_and_its_source(ask: Ask, english: Words) -> None:
    found = ask()
    fee = line_of(found, english, "19", "17")
    lines = converted_lines(
        ((found.left, fee.pair.left), (found.right, fee.pair.right)), found.reference, english
    )
    rate = found.reference.rates["RUB"]
    assert lines[0].startswith("21,344\u00a0RUB ≈ ")
    assert f"{round(21344 / rate.units_per_usd, 2):,}" in lines[0]
    source = found.reference.sources[rate.source_id or ""]
    assert any("RUB" in line and source.title in line and rate.date[:4] in line for line in lines[2:])
    same = line_of(found, english, "18", "16")
    assert not converted_lines(
        ((found.left, same.pair.left), (found.right, same.pair.right)), found.reference, english
    )


def test_two_versions_of_one_country_are_named_by_their_side(ask: Ask, english: Words) -> None:
    found = ask(RU, "RU-P-import-eaeu-spot")
    said = {line.said[0] for line in lines_of(found, english) if line.tie is Tie.LEFT_ONLY}
    assert said == {"only at the left"}


def test_procedures_without_a_common_activity_say_so(ask: Ask, english: Words, catalogue: Catalogue) -> None:
    one = catalogue.full_procedure(RU)
    own = {step.activity for step in one.steps}
    other = next(
        full
        for full in catalogue.full_procedures()
        if full.steps and own.isdisjoint(step.activity for step in full.steps)
    )
    found = ask(RU, other.procedure.id)
    assert all(not (pair.left and pair.right) for pair in found.alignment.pairs)
    assert notice_text(found, english).startswith("No activity is common to both")
    assert not notice_text(ask(), english)


def test_a_procedure_by_stages_beside_a_detailed_one_warns(
    ask: Ask, english: Words, catalogue: Catalogue
) -> None:
    stages = next(row.procedure for row in catalogue.procedures() if row.procedure.view == "stages")
    found = ask(RU, stages.id)
    assert all(head.warn for head in heads(found, english))
    assert "One is told by stages" in notice_text(found, english)


def test_a_procedure_that_is_gone_gives_no_answer(catalogue_file: Path) -> None:
    assert answer(Asked(Beside(RU, "XX-P-none"), catalogue_file, WHO, catalogue_file), Desk()) is None


def test_as_it_is_beside_as_it_would_be(ask: Ask, english: Words, catalogue: Catalogue) -> None:
    steps = catalogue.full_procedure(KZ).steps
    catalogue.run(SetMark(steps[3].id, Verdict.REMOVE, "Not needed"), WHO)
    catalogue.run(SetMark(steps[6].id, Verdict.MERGE, "One desk", merge_into=steps[7].id), WHO)
    catalogue.run(SetMark(steps[9].id, Verdict.ONLINE, "A form"), WHO)
    found = ask(KZ, KZ, Basis.MINE)
    assert found.effect is not None
    assert [side_name(found, side, english) for side in (LEFT, RIGHT)] == ["As it is", "As it would be"]
    lines = lines_of(found, english)
    gone = next(line for line in lines if line.left and line.left.step.id == steps[3].id)
    assert gone.tie is Tie.LEFT_ONLY
    assert gone.said == ("only as it is",)
    merged = next(line for line in lines if line.left and line.left.step.id == steps[6].id)
    assert merged.pair.left == (steps[6].id, steps[7].id)
    assert merged.pair.right == (steps[7].id,)
    assert merged.said[0] == "merged 2 : 1"
    assert not merged.pair.pinned
    online = next(line for line in lines if line.left and line.left.step.id == steps[9].id)
    assert Field.CHANNEL in online.pair.fields
    assert {one.step_id for one in found.effect.changes} == {steps[3].id, steps[6].id, steps[9].id}
    rest = [line for line in lines if line.begins and line not in (gone, merged, online)]
    assert all(line.left and line.right and line.left.step.id == line.right.step.id for line in rest)
    assert found.right.totals == found.effect.to_be


def test_without_verdicts_both_sides_are_the_same(ask: Ask, english: Words) -> None:
    found = ask(KZ, KZ, Basis.MINE)
    assert not any(line.differs for line in lines_of(found, english))
    assert "No verdict is applied" in notice_text(found, english)


def test_rows_are_copied_as_cells(ask: Ask, english: Words) -> None:
    found = ask()
    fee = line_of(found, english, "19", "17")
    alone = line_of(found, english, "5", "-")
    rows = [row.split("\t") for row in cells_text([fee, alone], found, english).splitlines()]
    assert [len(row) for row in rows] == [9, 9, 9]
    assert rows[0][0] == "Russia: No."
    assert rows[0][5] == "Belarus: No."
    assert rows[1][0] == "19"
    assert rows[1][4] == "cost · law"
    assert rows[1][5] == "17"
    assert rows[2][4:] == ["only Russia", "", "", "", ""]


def test_differences_are_copied_as_sentences(ask: Ask, english: Words) -> None:
    found = ask()
    lines = lines_of(found, english)
    told = sentences(lines, found, english)
    counted = counts(found.alignment.pairs)
    assert len(told) == counted.differ + counted.alone
    fee = next(one for one in told if one.startswith("Russia 19 "))
    assert "↔ Belarus 17 " in fee
    assert "cost: 21,344\u00a0RUB" in fee
    assert " ≠ 50\u00a0EUR" in fee
    assert any(one.startswith("Russia 5 ") and one.endswith(": only Russia") for one in told)


def test_every_sentence_has_words_in_all_languages(ask: Ask, dressed: QApplication) -> None:
    found = ask()
    for language in Language:
        own = words(language)
        assert len(lines_of(found, own)) == len(lines_of(found, words(Language.EN)))
        assert sentences(lines_of(found, own), found, own)


def test_what_is_shown_is_kept() -> None:
    asked = Beside(RU, BY, None, worst=True, came_from="review")
    assert beside_of(kept(asked, "", only=False, side=LEFT)) == asked
    would = Beside(KZ, KZ, Basis.AGREED)
    assert beside_of(kept(would, "", only=False, side=LEFT)) == would
    assert beside_of({}) is None
    assert beside_of({"left": KZ, "right": KZ, "basis": "nobody's"}) is None
    assert kept(None, "", only=False, side=LEFT) == {}
