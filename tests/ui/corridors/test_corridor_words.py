"""What the page of a corridor says: figures as the chain has them, unknown never as nothing."""

from collections.abc import Callable

import pytest

from customs_app.analysis.case import WORST
from customs_app.analysis.neighbours import Way
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.figures import Range
from customs_app.domain.text import Language
from customs_app.figures.chain_text import hours_said
from customs_app.language.words import Words, words
from customs_app.reports.corridor_content import corridor_content
from customs_app.ui.corridors.looks import Cell, TableLook
from customs_app.ui.corridors.shown import Shown, Worked, worded

ShownOf = Callable[[str], Shown]
WorkOf = Callable[[str], Worked]


def table(shown: Shown, key: str) -> TableLook:
    return next(one for one in shown.tables if one.key == key)


def texts(row: tuple[Cell, ...]) -> list[str]:
    return [cell.text or cell.spoken for cell in row]


def test_the_blocks_of_the_road_to_saint_petersburg(shown_of: ShownOf) -> None:
    blocks = shown_of("COR-01").blocks
    assert [(one.country, one.title, one.below) for one in blocks] == [
        ("CN", "Export", "4 of 14 timed"),
        ("KZ", "Enter at Nur Zholy (Khorgos)", "2 of 5 timed"),
        ("KZ", "Transit", "2 of 10 timed"),
        ("RU", "Enter at Sagarchin", "inside the union"),
        ("RU", "Import", "2 of 17 timed"),
    ]
    assert [one.open for one in blocks] == [False, False, False, True, False]
    assert blocks[0].places == "Lianyungang › … › Khorgos (Horgos)"
    assert "Almaty › Korday › Taraz" in blocks[2].tip


def test_the_totals_are_those_of_the_chain_and_say_what_is_not_in_them(shown_of: ShownOf) -> None:
    totals = {one.key: one for one in shown_of("COR-01").totals}
    assert totals["elapsed"].value == "25.09 – 105.1 h, typical 60.09"
    assert totals["elapsed"].below == "10 of 46 steps, 3 aggregates, 5 limits"
    assert totals["missing"].value == "driving, 3 times, 1 block without a procedure"
    assert totals["missing"].below == "and 36 steps without a time"
    assert "KZT" in totals["fees"].value
    assert "USD, rates of" in totals["fees"].below


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (Range(), "?"),
        (Range(2, 2, 2), "2 h"),
        (Range(1, 2, 4), "1 – 4 h, typical 2"),
        (Range(None, None, 4), "≤ 4 h"),
        (Range(1, None, 4), "1 – 4 h"),
    ],
)
def test_a_time_is_said_with_all_that_is_known_of_it(hours: Range, said: str, english: Words) -> None:
    assert hours_said(hours, english) == said


def test_documents_lead_to_their_steps_and_tell_what_comes_on_a_condition(
    shown_of: ShownOf, work_of: WorkOf
) -> None:
    shown, worked = shown_of("COR-01"), work_of("COR-01")
    found = table(shown, "documents")
    rows = {row[0].text: row for row in found.rows}
    times = {f"{row.document.name.en} {row.document.code}": row.times for row in worked.told.again.again}
    note = rows["Road consignment note 730"]
    assert note[1].text == "8 – 9"
    assert times["Road consignment note 730"] == 8
    export = note[2]
    assert [(place.number, place.in_case) for place in export.places] == [(5, True), (9, True), (16, False)]
    assert [place.icon for place in export.places] == ["log-out", "log-in", "log-in"]
    assert all(shown.block_of[place.step_id] == "CN-export" for place in export.places)
    assert "on a condition only" in export.tip
    assert found.blocks == (None, None, "CN-export", "KZ-cross_in", "KZ-transit", "RU-import")


def test_each_table_has_cells_for_each_of_its_heads(shown_of: ShownOf) -> None:
    for corridor in ("COR-01", "COR-03", "COR-04", "COR-10"):
        for one in shown_of(corridor).tables:
            assert len(one.blocks) == len(one.heads)
            assert all(len(row) == len(one.heads) for row in one.rows), (corridor, one.key)
            assert one.rows or one.empty, (corridor, one.key)


def test_measured_crossings_stand_beside_what_the_steps_record(shown_of: ShownOf) -> None:
    rows = [texts(row) for row in table(shown_of("COR-01"), "borders").rows]
    assert ["CN – KZ", "Horgos, leaving", "whole crossing", "77.5", "2021"] in [row[:5] for row in rows]
    own = [row for row in rows if row[1].startswith("own step")]
    assert any(row[1] == "own step 8 of KZ" and row[3] == "4.6" for row in own)
    assert all(row[5] != "?" for row in rows)


def test_payments_say_in_which_money_and_what_is_unknown(shown_of: ShownOf) -> None:
    found = table(shown_of("COR-01"), "payments")
    rows = [texts(row) for row in found.rows]
    queue = ["Kazakhstan", "1", "Electronic queue system CarGoRuqsat", "3,932\u00a0KZT"]
    assert queue in [row[:4] for row in rows]
    assert "in the country’s own currency" in found.says
    assert "%" in found.says


def test_guarantees_never_take_what_is_not_recorded_for_nothing(shown_of: ShownOf) -> None:
    rows = {row[0].text: texts(row) for row in table(shown_of("COR-01"), "guarantees").rows}
    assert rows["Kazakhstan"][1:5] == ["–", "3", "9", "8"]
    assert "that does not say that none is asked for" in rows["Russian Federation"][-1]


def test_hours_go_by_kind_of_work_and_stage_and_an_unknown_one_is_no_nought(shown_of: ShownOf) -> None:
    rows = [texts(row) for row in table(shown_of("COR-01"), "hours").rows]
    paying = next(row for row in rows if row[0] == "Paying")
    assert paying[1:] == ["?", "?", "?", "0 of 4"]
    assert any(row[0].startswith("Stage: ") for row in rows)


def test_a_block_says_what_is_repeated_and_what_was_measured(shown_of: ShownOf) -> None:
    sheet = shown_of("COR-01").sheets["KZ-cross_in"]
    assert sheet.title == "Truck crossing from China at Nur Zholy (Khorgos)"
    assert sheet.about == "Kazakhstan · as of 2023 · 8 steps"
    assert [one.number for one in sheet.steps] == list(range(1, 9))
    assert sheet.steps[7].figure == "[4.6]"
    assert sheet.steps[6].conditional
    assert not sheet.steps[6].counted
    once = sheet.repeated[0]
    assert "it is counted once" in once.text
    assert once.step_id is not None
    assert once.step_id.startswith("CN-")
    assert any("measured" in note.text for note in sheet.border)
    assert any(note.text == "TIR carnet" for note in sheet.guarantees)


def test_the_figure_of_a_step_carries_its_source_year_and_place(shown_of: ShownOf) -> None:
    sheet = shown_of("COR-01").sheets["KZ-cross_in"]
    (time, *_) = sheet.steps[7].figures
    assert time.text == "[4.6 h] aggregate"
    assert time.counts
    assert time.year == "2022"
    assert "counted once, here" in time.says
    assert [source.title for source in time.sources] == ["CPMM annual report 2022: Kazakhstan"]
    (fee,) = sheet.steps[0].figures
    assert fee.text == "3,932\u00a0KZT fee"
    assert not fee.counts
    assert sheet.steps[4].figures == ()


def test_the_readout_tells_a_step_and_how_far_the_chain_has_come(shown_of: ShownOf) -> None:
    shown = shown_of("COR-01")
    step = shown.sheets["KZ-cross_in"].steps[7].step_id
    assert shown.readouts[step] == (
        "KZ 8 Complete entry formalities on the Kazakh side",
        "this step: [4.6 h]",
        "until here: 21 – 82.1 h, typically 56",
    )


def test_measured_crossings_beyond_the_nearest_are_counted_never_dropped(
    shown_of: ShownOf, work_of: WorkOf
) -> None:
    border = work_of("COR-01").told.border_times[0]
    out = sum(one.way is Way.OUT for one in border.measured)
    notes = [note.text for note in shown_of("COR-01").sheets["CN-export"].border]
    assert sum(text.startswith("measured ") for text in notes) == 4
    assert f"and {out - 4} more" in notes
    of_import = [note.text for note in shown_of("COR-01").sheets["KZ-cross_in"].border]
    assert not any(text.startswith("and ") for text in of_import)


def test_an_empty_block_names_what_could_stand_there(shown_of: ShownOf) -> None:
    sheet = shown_of("COR-05").sheets["CN-export"]
    assert sheet.steps == ()
    assert sheet.procedure_id is None
    assert ("CN-P-export-road", "Export ordinary goods by road through Horgos") in sheet.offers
    look = next(one for one in shown_of("COR-05").blocks if one.key == "CN-export")
    assert (look.open, look.offers, look.below) == (True, True, "Attach a procedure")
    abroad = next(one for one in shown_of("COR-05").blocks if one.country == "AF")
    assert (abroad.open, abroad.offers, abroad.below) == (True, False, "not in the catalogue")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("corridor", [f"COR-{n:02}" for n in range(1, 15)])
def test_every_corridor_is_worded_in_every_language_and_case(
    corridor: str, language: Language, catalogue: Catalogue
) -> None:
    read = corridor_content(catalogue, corridor, WORST)
    worked = Worked(read.corridor, read.blocks, read.chain, read.chain, read.told, frozenset())
    shown = worded(worked, None, catalogue.reference(), words(language))
    assert len(shown.blocks) == len(read.blocks) == len(shown.sheets)
    assert set(shown.readouts) == {point.step_id for point in read.chain.points}
    assert all(len(lines) >= 3 for lines in shown.readouts.values())
