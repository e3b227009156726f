"""The lines, cells, heads and models of the matrix and of the totals."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from customs_app.analysis.compare import compare
from customs_app.analysis.heat import Measure, Standing, shade
from customs_app.analysis.tolerance import USUAL
from customs_app.domain.codes import Channel, Mode, Regime, Stage
from customs_app.domain.text import Language
from customs_app.figures.figure_text import cell_cost_text, cell_text
from customs_app.figures.tokens import DARK, HIGH_CONTRAST, LIGHT
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.ui.compare.cells import CellLook
from customs_app.ui.compare.colouring import Colouring, ground
from customs_app.ui.compare.lines import ActivityLine, StageLine, StepLine
from customs_app.ui.compare.matrix_model import MatrixModel
from customs_app.ui.compare.sentences import SentencesModel
from customs_app.ui.compare.shown import Shown
from customs_app.ui.compare.state import View
from customs_app.ui.compare.totals_model import TotalsModel
from customs_app.ui.widgets.copying import COPY_ROLE
from tests.analysis.made import hours, procedure, reference, step

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
NONE: frozenset[Stage] = frozenset()
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(shown: Shown, english: Words, dressed: object) -> MatrixModel:
    model = MatrixModel(english)
    model.show_lines(shown.heads, shown.every.shown(View()))
    return model


def cell(model: MatrixModel, activity: str, iso2: str, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return str(model.index(model.row_of(activity), model.column_of(iso2)).data(role))


def look(shown: Shown, activity: str, iso2: str) -> CellLook:
    lines = shown.every.shown(View())
    line = next(one for one in lines if isinstance(one, ActivityLine) and one.row.activity.code == activity)
    return line.looks[shown.comparison.countries.index(iso2)]


def test_models_keep_the_rules_of_qt(shown: Shown, english: Words, qtbot: QtBot) -> None:
    owner = QObject()
    matrix, totals, sentences = MatrixModel(english), TotalsModel(english), SentencesModel(owner)
    testers = [QAbstractItemModelTester(one, WARN) for one in (matrix, totals, sentences)]
    for folded in (NONE, frozenset(Stage), frozenset({Stage.DECLARE})):
        for only in (False, True):
            matrix.show_lines(shown.heads, shown.every.shown(View(folded=folded, only_differences=only)))
    for measure in Measure:
        opened = frozenset(row.activity.code for row in shown.comparison.rows)
        matrix.show_lines(shown.heads, shown.every.shown(View(measure=measure, opened=opened)))
    totals.show_rows(shown.heads, shown.totals)
    sentences.show_sentences(shown.sentences)
    assert matrix.columnCount() == totals.columnCount() == 12
    assert sentences.rowCount() == 80
    matrix.show_lines((), ())
    totals.show_rows((), ())
    sentences.show_sentences(())
    assert (matrix.columnCount(), totals.columnCount()) == (0, 0)
    assert len(testers) == 3


def test_the_matrix_says_what_the_analysis_found(shown: Shown, model: MatrixModel, english: Words) -> None:
    for row in shown.comparison.rows:
        for iso2 in shown.comparison.countries:
            found = row.cells[iso2]
            full = shown.comparison.procedures[iso2]
            assert look(shown, row.activity.code, iso2).text == cell_text(found, full, english)
            said = cell(model, row.activity.code, iso2, SPOKEN)
            assert row.activity.name.en in said
            assert ("no such step" in said) is (found is None)


def test_a_cell_says_all_that_it_shows(shown: Shown, model: MatrixModel) -> None:
    here = look(shown, "DCL-06", "TJ")
    assert (here.text, here.channel, here.count, here.conditional) == (
        "in 21",
        Channel.IN_PERSON,
        "×2",
        False,
    )
    assert cell(model, "DCL-06", "TJ", SPOKEN) == (
        "Tajikistan, Customs checks the documents: in person, 2 steps, in 21 hours"
    )
    assert cell(model, "DCL-06", "TJ", COPY_ROLE) == "in person ×2, in 21"
    assert cell(model, "CRT-04", "UZ", COPY_ROLE) == "mixed, if, ≤ 24"
    assert look(shown, "CRT-04", "UZ").only
    assert look(shown, "CRT-04", "KZ").absent


def test_a_cell_says_its_cost(shown: Shown, english: Words, dressed: object) -> None:
    model = MatrixModel(english)
    model.show_lines(shown.heads, shown.every.shown(View(measure=Measure.COST)))
    lines = [line for line in model.lines if isinstance(line, ActivityLine)]
    for line in lines:
        for iso2, own in zip(shown.comparison.countries, line.looks, strict=True):
            found = line.row.cells[iso2]
            assert own.text == cell_cost_text(found, shown.comparison.procedures[iso2], english)
    assert cell(model, "DCL-04", "UZ", SPOKEN).endswith("cost [242\xa0USD]")
    assert cell(model, "DCL-06", "UZ", SPOKEN).endswith("cost unknown")
    assert cell(model, "PAY-01", "KZ", COPY_ROLE).endswith("16 %")
    tip = cell(model, "DCL-08", "UZ", Qt.ItemDataRole.ToolTipRole)
    assert "Contained in the figure of step 7" in tip
    assert "Its own 7\xa0USD are not added." in tip
    assert " h " not in tip


def test_the_last_column_says_how_many_have_it(model: MatrixModel) -> None:
    last = model.columnCount() - 1
    assert model.index(model.row_of("CRT-04"), last).data() == "only 1"
    assert model.index(model.row_of("REL-01"), last).data() == "9 of 10"
    assert model.headerData(last, Qt.Orientation.Horizontal) == "Have it"


def test_stages_count_the_steps_of_each_country(shown: Shown, model: MatrixModel) -> None:
    lines = [line for line in model.lines if isinstance(line, StageLine)]
    for place, iso2 in enumerate(shown.comparison.countries):
        assert sum(line.steps[place] for line in lines) == len(shown.comparison.procedures[iso2].steps)
    row = model.row_of("Declare")
    assert model.index(row, 0).data() == "Declare, 8 activities"
    assert model.index(row, 0).data(SPOKEN) == "Declare, 8 activities, unfolded"


def test_only_differences_counts_what_is_left(shown: Shown, model: MatrixModel) -> None:
    model.show_lines(shown.heads, shown.every.shown(View(folded=frozenset(Stage), only_differences=True)))
    counts = [model.stage_text(line) for line in model.lines if isinstance(line, StageLine)]
    assert all(line.folded for line in model.lines if isinstance(line, StageLine))
    hidden = [one for one in counts if " of " in one]
    assert len(hidden) == len(shown.comparison.rows) - shown.every.differing == 1


def test_a_row_that_only_a_sentence_sets_apart_is_a_difference() -> None:
    """Same channel and number of steps, but four times as long."""
    made = {
        iso2: procedure(step("a", time=hours(long), channel=Channel.ONLINE, activity="X-01"), country=iso2)
        for iso2, long in (("KZ", 2.0), ("UZ", 8.0))
    }
    comparison = compare(made, reference("X-01"), regime=Regime.IMPORT, mode=Mode.ROAD)
    assert not comparison.rows[0].differs
    from customs_app.language.words import words  # noqa: PLC0415 - one test needs it
    from customs_app.ui.compare.cells import Wording  # noqa: PLC0415 - one test needs it
    from customs_app.ui.compare.lines import Lines  # noqa: PLC0415 - one test needs it

    how = Wording(words(Language.EN), reference("X-01"), USUAL)
    assert Lines(comparison, how, Measure.TIME).differs("X-01")


def test_an_opened_row_has_each_step_once_and_no_other(shown: Shown) -> None:
    opened = frozenset(row.activity.code for row in shown.comparison.rows)
    lines = [line for line in shown.every.shown(View(opened=opened)) if isinstance(line, StepLine)]
    for place, iso2 in enumerate(shown.comparison.countries):
        steps = [line.looks[place] for line in lines]
        found = sorted(look.step.id for look in steps if look is not None)
        assert found == sorted(step.id for step in shown.comparison.procedures[iso2].steps)
        outside = {look.step.id for look in steps if look is not None and look.outside}
        cells = [row.cells[iso2] for row in shown.comparison.rows]
        assert outside == {
            step.id
            for one in cells
            if one is not None and one.in_case
            for step in one.steps
            if step.id not in one.in_case
        }


def test_every_figure_says_something_in_every_cell(shown: Shown, dressed: object) -> None:
    for measure in Measure:
        for line in shown.every.shown(View(measure=measure)):
            if not isinstance(line, ActivityLine):
                continue
            for iso2, own in zip(shown.comparison.countries, line.looks, strict=True):
                assert own.absent is (line.row.cells[iso2] is None)
                assert own.text
                assert own.spoken
                assert own.tip
                assert own.copied


# -- tints


def test_tints_follow_the_colouring() -> None:
    assert ground(Channel.PAPER, None, Colouring.CHANNEL, LIGHT) == LIGHT.heat[Channel.PAPER]
    assert ground(None, 4, Colouring.CHANNEL, LIGHT) is None
    assert ground(Channel.PAPER, 4, Colouring.MEASURE, DARK) == DARK.slower
    assert ground(Channel.PAPER, 0, Colouring.MEASURE, DARK) == DARK.faster
    assert ground(Channel.PAPER, None, Colouring.MEASURE, DARK) is None
    assert ground(Channel.PAPER, 4, Colouring.NONE, LIGHT) is None
    assert ground(Channel.PAPER, 4, Colouring.CHANNEL, HIGH_CONTRAST) is None


def test_what_is_above_its_median_is_tinted_most_and_what_is_equal_not_at_all() -> None:
    assert shade(Measure.TIME, Standing.MORE, None) == 4
    assert shade(Measure.COST, Standing.LESS, None) == 0
    assert shade(Measure.STEPS, Standing.EQUAL, None) is None
    assert shade(Measure.VISITS, None, None) is None
    assert shade(Measure.EVIDENCE, None, 3) == 3
    assert shade(Measure.CHANNEL, None, None) is None


# -- heads


def test_heads_name_what_sets_a_procedure_apart(shown: Shown) -> None:
    heads = {head.iso2: head for head in shown.heads}
    assert heads["RU"].title == "Russia"
    assert heads["RU"].tip.startswith("Russian Federation")
    assert heads["IR"].variant == "Bazargan"
    assert not heads["IR"].warn
    assert heads["PK"].variant == "Goods from China"
    assert heads["PK"].warn
    assert "Other goods" in heads["PK"].tip
    assert not heads["PK"].more
    assert heads["CN"].more
    assert {iso2 for iso2, head in heads.items() if head.warn} == {"PK"}


def test_ordinary_goods_are_the_odd_ones_among_others(by_road: Content, english: Words) -> None:
    from customs_app.ui.compare.heads import heads_of  # noqa: PLC0415 - one test needs it

    fruit = {
        iso2: replace(
            full, procedure=replace(full.procedure, goods=by_road.reference.activities["PRE-01"].name)
        )
        for iso2, full in by_road.comparison.procedures.items()
        if iso2 not in {"RU", "PK"}
    }
    mixed = replace(by_road.comparison, procedures={**by_road.comparison.procedures, **fruit})
    special = {head.iso2 for head in heads_of(mixed, by_road.reference, english) if head.warn}
    ordinary = [iso2 for iso2, full in fruit.items() if "ordinary" in full.procedure.title.en.casefold()]
    assert set(special) == set(mixed.countries) - set(ordinary) - {"RU"}
