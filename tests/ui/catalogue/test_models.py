"""The Qt models hold to Qt's rules, whatever they are filled with."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from customs_app.domain.codes import Regime
from customs_app.domain.text import Language, Text
from customs_app.language.words import words
from customs_app.ui.catalogue.columns import Column
from customs_app.ui.catalogue.rows import Grouping, grouped, step_rows
from customs_app.ui.catalogue.steps_model import GROUP_ROLE, ROW_ROLE, StepsModel
from customs_app.ui.catalogue.tree_model import NODE_ROLE, ProcedureTree
from customs_app.ui.widgets.lines import Line, LinesModel

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
ASC, DESC = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(qapp, english):
    made = StepsModel(english)
    made.tester = QAbstractItemModelTester(made, WARN)
    return made


def _numbers(model):
    return [row.step.seq for row in model.shown_rows()]


def test_steps_stand_under_their_groups(model, opened, english):
    rows = step_rows(opened, english)
    assert not model.show_groups(grouped(rows, Grouping.STAGE, english), english)
    index = model.index_of("UZ-P-import-road-13", Column.TIME)
    assert index.data() == "[150]"
    assert index.data(ROW_ROLE).step.seq == 13
    assert index.parent().data(GROUP_ROLE).name == "Declare"
    assert index.parent().data().startswith("Declare")
    assert not model.index_of("no such step").isValid()


def test_the_same_steps_are_told_as_changed_others_reset(model, opened, english, qtbot):
    rows = step_rows(opened, english)
    model.show_groups(grouped(rows, Grouping.STAGE, english), english)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        assert model.show_groups(grouped(rows, Grouping.STAGE, english), english)
    with qtbot.waitSignal(model.modelReset):
        assert not model.show_groups(grouped(rows[:5], Grouping.STAGE, english), english)
    model.show_groups((), english)
    assert model.rowCount() == 0


def test_without_groups_steps_stand_at_the_top(model, opened, english):
    model.show_groups(grouped(step_rows(opened, english), Grouping.NONE, english), english)
    assert model.rowCount() == 24
    assert model.index(12, Column.TIME).data() == "[150]"
    assert not model.index(12, 0).parent().isValid()
    assert model.rowCount(model.index(0, 0)) == 0


def test_sorting_stays_within_the_groups(model, opened, english):
    model.show_groups(grouped(step_rows(opened, english), Grouping.STAGE, english), english)
    before = _numbers(model)
    model.sort(Column.TITLE, ASC)
    titles = [row.title.text for row in model.shown_rows()][:5]
    assert titles == sorted(titles, key=str.casefold)
    assert sorted(_numbers(model)[:5]) == [1, 2, 3, 4, 5]
    model.sort(Column.LAW, DESC)
    laws = [row.step.legal_basis for row in model.shown_rows()][:5]
    assert laws[-1] is None
    assert laws[0] is not None
    model.sort(Column.NUMBER, ASC)
    assert _numbers(model) == before
    model.sort(Column.NUMBER, DESC)
    assert _numbers(model)[:5] == [5, 4, 3, 2, 1]


def test_an_edit_is_told_and_changes_nothing_by_itself(model, opened, english, qtbot):
    model.show_groups(grouped(step_rows(opened, english), Grouping.STAGE, english), english)
    index = model.index_of("UZ-P-import-road-05", Column.TIME)
    with qtbot.waitSignal(model.edited) as told:
        assert model.setData(index, "2 – 4")
    step_id, values = told.args
    assert step_id == "UZ-P-import-road-05"
    assert (values["time_min_h"], values["time_max_h"], values["time_kind"]) == (2, 4, "duration")
    assert index.data() == "?"
    with qtbot.assertNotEmitted(model.edited):
        assert not model.setData(index, "")
    with qtbot.waitSignal(model.refused), qtbot.assertNotEmitted(model.edited):
        assert not model.setData(index, "soon")


def test_groups_and_signs_cannot_be_edited(model, opened, english):
    model.show_groups(grouped(step_rows(opened, english), Grouping.STAGE, english), english)
    editable = Qt.ItemFlag.ItemIsEditable
    assert model.index_of("UZ-P-import-road-05", Column.COST).flags() & editable
    assert not model.index_of("UZ-P-import-road-05", Column.MARK).flags() & editable
    assert not model.index(0, 0).flags() & editable
    model.editable = False
    assert not model.index_of("UZ-P-import-road-05", Column.COST).flags() & editable


def test_headers_have_a_full_name(model):
    horizontal = Qt.Orientation.Horizontal
    assert model.headerData(Column.CHANNEL, horizontal) == "Ch."
    assert "Channel" in model.headerData(Column.CHANNEL, horizontal, Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(99, horizontal) is None


def test_the_tree_has_all_procedures(qapp, catalogue, english):
    tree = ProcedureTree(english)
    tester = QAbstractItemModelTester(tree, WARN)
    rows, countries = catalogue.procedures(), catalogue.reference().countries
    tree.show_procedures(rows, countries, english)
    leaves = 0
    for country in range(tree.rowCount()):
        top = tree.index(country, 0)
        regimes = [tree.index(row, 0, top) for row in range(tree.rowCount(top))]
        below = sum(tree.rowCount(regime) for regime in regimes)
        assert top.data(NODE_ROLE).count == below
        leaves += below
    assert leaves == len(rows)
    index = tree.index_of("UZ-P-import-road")
    assert index.data(NODE_ROLE).count == 24
    assert index.parent().parent() == tree.country_index("UZ")
    assert index.parent().data() == "Import"
    names = [tree.index(row, 0).data() for row in range(tree.rowCount())]
    assert names == sorted(names, key=str.casefold)
    tree.show_procedures((), countries, english)
    assert tree.first_procedure() is None
    assert tester is not None


def test_an_index_that_outlived_a_reset_says_nothing_wrong(qapp, catalogue, english):
    tree = ProcedureTree(english)
    tree.show_procedures(catalogue.procedures(), catalogue.reference().countries, english)
    old = tree.index_of("UZ-P-import-road")
    tree.show_procedures((), {}, english)
    assert not old.parent().isValid()
    assert tree.rowCount(old) == 0


def test_untranslated_titles_are_told_apart(qapp, catalogue):
    russian = words(Language.RU)
    row = next(row for row in catalogue.procedures() if row.procedure.regime is Regime.TRANSIT)
    bare = replace(row, procedure=replace(row.procedure, title=Text("Only English")))
    tree = ProcedureTree(russian)
    tree.show_procedures([bare], catalogue.reference().countries, russian)
    node = tree.index_of(row.procedure.id).data(NODE_ROLE)
    assert node.name == "Only English"
    assert node.untranslated


def test_lines(qapp):
    model = LinesModel()
    tester = QAbstractItemModelTester(model, WARN)
    model.show_lines([Line("Packing list", "tip", 1, right=(("271", 40),), badge="R01"), Line("b", "", 2)])
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "R01, Packing list, 271"
    assert model.rowCount(QModelIndex()) == 2
    assert tester is not None
