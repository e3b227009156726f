"""Reading the catalogue as an official does: tree, table, filters, totals, inspector."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton

from customs_app.ui.catalogue.columns import Column
from customs_app.ui.catalogue.rows import Grouping
from customs_app.ui.catalogue.tree_model import NODE_ROLE
from customs_app.ui.catalogue.workspace import CatalogueWorkspace

ROAD = "UZ-P-import-road"
Key = Qt.Key


def _numbers(workspace):
    return [row.step.seq for row in workspace.pane.model.shown_rows()]


def _conditions(workspace):
    """The menu of conditions as it opens."""
    menu = workspace.pane.bar.conditions.menu()
    menu.aboutToShow.emit()
    return menu


def _label(workspace, name):
    return workspace.side.findChild(QLabel, name).text()


def test_opens_on_what_was_open(window, workspace):
    assert workspace.step.id == f"{ROAD}-13"
    assert workspace.tree.tree.currentIndex().data(NODE_ROLE).procedure.id == ROAD
    assert window.right.windowTitle() == "Inspector — step 13"
    assert window.status.place.text() == "Step 13 of 24"


def test_without_a_memory_opens_on_the_first_procedure(session, qtbot):
    workspace = CatalogueWorkspace(session)
    qtbot.addWidget(workspace)
    qtbot.waitUntil(lambda: workspace.opened is not None)
    assert workspace.opened.full.procedure.id == workspace.tree.model.first_procedure()
    assert workspace.step is not None


def test_another_procedure_is_opened_by_the_tree(workspace, qtbot):
    tree = workspace.tree.tree
    tree.setFocus()
    before = workspace.opened.full.procedure.id
    qtbot.keyClick(tree, Key.Key_Down)
    assert workspace.opened.full.procedure.id != before
    assert workspace.opened.full.procedure.country == "UZ"
    assert workspace.step == workspace.pane.model.shown_rows()[0].step


def test_a_country_unfolds_with_a_click(workspace, qtbot):
    tree, model = workspace.tree.tree, workspace.tree.model
    china = model.country_index("CN")
    assert not tree.isExpanded(china)
    tree.scrollTo(china)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(china).center())
    assert tree.isExpanded(china)
    assert tree.isExpanded(model.index(0, 0, china))
    assert workspace.opened.full.procedure.id == ROAD


def test_arrows_go_from_step_to_step_over_open_groups(workspace, qtbot):
    table = workspace.pane.table
    seen = [workspace.step.seq]
    for _ in range(4):
        qtbot.keyClick(table, Key.Key_Down)
        seen.append(workspace.step.seq)
    assert seen == [13, 16, 18, 19, 8]
    qtbot.keyClick(table, Key.Key_Up)
    assert workspace.step.seq == 19


def test_left_folds_and_right_unfolds_the_group(workspace, qtbot):
    table = workspace.pane.table
    group = table.currentIndex().parent()
    qtbot.keyClick(table, Key.Key_Left)
    assert not table.isExpanded(group)
    assert workspace.step is None
    qtbot.keyClick(table, Key.Key_Right)
    assert table.isExpanded(group)
    qtbot.keyClick(table, Key.Key_Down)
    assert workspace.step.seq == 6


def test_a_click_on_a_group_folds_it_and_it_stays_so(workspace, qtbot):
    table, model = workspace.pane.table, workspace.pane.model
    at = table.visualRect(model.index(0, 0)).topLeft() + QPoint(30, 10)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not table.isExpanded(model.index(0, 0))
    workspace.open_procedure("UZ-P-import-plant")
    workspace.open_procedure(ROAD)
    assert not table.isExpanded(model.index(0, 0))
    assert table.isExpanded(model.index(1, 0))


def test_the_inspector_shows_what_stands_behind_the_step(workspace):
    assert _label(workspace, "inspector_title") == "Assemble the documents and prepare the declaration"
    assert "DCL-04" in _label(workspace, "inspector_activity")
    assert "Customs broker" in _label(workspace, "inspector_doer")
    assert _label(workspace, "inspector_unknown") == "channel, law, visits"
    assert _label(workspace, "figure_time_value") == "[150 h] aggregate"
    assert _label(workspace, "figure_cost_value").replace("\u00a0", " ") == "[242 USD] aggregate"
    assert "packing list" in _label(workspace, "step_note")
    assert workspace.side.documents.view.lines.rowCount() == 8
    assert workspace.side.documents.count.text() == "7 in · 1 out"


def test_details_of_a_source_are_one_gesture_away(workspace, qtbot):
    title = workspace.side.findChild(QLabel, "source_title")
    details = workspace.side.findChild(QLabel, "source_details")
    assert title.full_text.startswith("Time to import")
    assert details.isHidden()
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert details.isVisible()
    assert "http" in details.text()
    qtbot.keyClick(title, Key.Key_Space)
    assert details.isHidden()


def test_links_lead_to_the_steps_before_and_after(workspace):
    order = workspace.side.findChild(QLabel, "inspector_order")
    assert f"{ROAD}-12" in order.text()
    order.linkActivated.emit(f"{ROAD}-12")
    assert workspace.step.seq == 12


def test_the_number_of_sources_lists_them(window, workspace, qtbot):
    button = workspace.pane.findChild(QPushButton, "procedure_sources")
    assert "27 sources" in button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workspace.side.sources.isVisible()
    assert workspace.side.sources.count.text() == "27"
    assert not workspace.side.marks.isVisible()
    qtbot.keyClick(workspace.pane.table, Key.Key_Down)
    assert workspace.side.marks.isVisible()


def test_selecting_marks_the_steps_of_the_same_aggregate(workspace):
    assert {one[-2:] for one in workspace.pane.table.companions} == {"01", "02", "04"}
    workspace.show_step(f"{ROAD}-05")
    assert workspace.pane.table.companions == frozenset()


def test_the_filter_is_reached_by_its_key(window, workspace, qtbot):
    qtbot.keyClick(workspace.pane.table, "/")
    field = workspace.pane.findChild(QLineEdit, "step_filter")
    assert field.hasFocus()
    qtbot.keyClicks(field, "5582")
    assert _numbers(workspace) == [19, 17, 23]
    assert window.status.place.text() == "3 of 24 steps shown"
    field.clear()
    assert len(_numbers(workspace)) == 24


def test_a_filter_that_lets_nothing_through_says_so_and_is_cleared(workspace, qtbot):
    field = workspace.pane.findChild(QLineEdit, "step_filter")
    qtbot.keyClicks(field, "no such words")
    assert not workspace.pane.table.isVisible()
    button = workspace.pane.findChild(QPushButton, "empty_catalogue_clear_filters")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workspace.pane.table.isVisible()
    assert len(_numbers(workspace)) == 24


def test_grouping_by_agency_and_by_nothing(workspace):
    box = workspace.pane.findChild(QComboBox, "group_by")
    box.setCurrentIndex(box.findData(Grouping.AGENCY))
    assert workspace.step.seq == 13
    assert workspace.pane.model.index(0, 0).data().startswith("Importer or exporter")
    box.setCurrentIndex(box.findData(Grouping.NONE))
    assert _numbers(workspace) == list(range(1, 25))
    assert workspace.step.seq == 13


def test_conditions_leave_out_what_the_case_does_not_take(workspace):
    menu = _conditions(workspace)
    actions = {action.objectName(): action for action in menu.actions()}
    actions["conditions_case"].trigger()
    assert len(_numbers(workspace)) == 15
    assert workspace.pane.bar.conditions.text() == "Steps of the case"
    workspace.show_step(f"{ROAD}-20")  # what is asked for by its id is shown, whatever the filters
    assert workspace.step.seq == 20
    assert len(_numbers(workspace)) == 24


def test_totals_say_their_case_and_what_they_cover(workspace):
    totals = workspace.pane.totals
    case = totals.findChild(QComboBox, "totals_case")
    assert case.currentText() == "Base case, 15 of 24 steps"
    assert totals.findChild(QLabel, "coverage_time_text").text() == "Time 9 of 15"
    assert totals.findChild(QLabel, "coverage_cost_text").text() == "Cost 6 of 15"
    assert totals.findChild(QLabel, "coverage_law_text").text() == "Law 10 of 15"
    assert totals.findChild(QLabel, "totals_elapsed_value").text() == "153 h"
    assert totals.findChild(QLabel, "totals_effort_value").text() == "158.5 h"
    fees = totals.findChild(QLabel, "totals_fees_value").text().replace("\u00a0", " ")
    assert fees == "305 USD + 1,500,000 UZS"
    assert "rates of" in totals.findChild(QLabel, "totals_fees_below").text()
    assert totals.findChild(QLabel, "totals_documents_value").text() == "8"
    assert totals.findChild(QLabel, "totals_documents_below").text() == "10 handovers"
    assert totals.findChild(QLabel, "totals_effort_below").text() == "rests on 3 aggregates"


def test_the_worst_case_is_chosen_and_the_base_case_stands_beside_it(workspace):
    totals = workspace.pane.totals
    case = totals.findChild(QComboBox, "totals_case")
    case.setCurrentIndex(case.findData("worst"))
    case.activated.emit(case.currentIndex())
    assert totals.findChild(QLabel, "totals_elapsed_value").text() == "176.5 – 177 h"
    assert totals.findChild(QLabel, "totals_other_case_value").text() == "153 h"


def test_a_condition_that_is_ticked_makes_an_own_case(workspace):
    totals = workspace.pane.totals
    menu = _conditions(workspace)
    red = next(action for action in menu.actions() if action.text().startswith("red corridor"))
    assert not red.isChecked()
    red.trigger()
    assert totals.findChild(QComboBox, "totals_case").currentText() == "Own conditions, 16 of 24 steps"
    again = next(a for a in _conditions(workspace).actions() if a.text().startswith("red"))
    assert again.isChecked()
    again.trigger()
    assert totals.findChild(QComboBox, "totals_case").currentText() == "Base case, 15 of 24 steps"


def test_the_path_is_marked_in_the_table_by_a_click(workspace):
    below = workspace.pane.totals.findChild(QLabel, "totals_elapsed_below")
    assert f"{ROAD}-22" in below.text()
    below.linkActivated.emit(f"{ROAD}-22")
    assert workspace.step.seq == 22
    assert workspace.pane.table.path == frozenset(workspace.opened.totals.path)
    assert f"{ROAD}-13" in workspace.pane.table.path
    workspace.open_procedure("UZ-P-import-plant")
    assert workspace.pane.table.path == frozenset()


def test_the_strip_lists_the_steps_without_a_value(workspace, qtbot):
    field = workspace.pane.totals.coverage["law"]
    menu = field.unknown_menu()
    assert len(menu.actions()) == 5
    menu.actions()[0].trigger()
    assert workspace.step.legal_basis is None
    strip = workspace.pane.findChild(QToolButton, "coverage_law")
    assert "10 of 15" in strip.accessibleName()
    menu.deleteLater()


def test_next_unknown_goes_round(workspace, qtbot):
    workspace.show_step(f"{ROAD}-24")
    qtbot.keyClick(workspace.pane.table, "L")
    assert workspace.step.seq == 1


def test_cells_are_copied_with_headers(workspace, qtbot):
    qtbot.keyClick(workspace.pane.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    first, second = QGuiApplication.clipboard().text().splitlines()
    assert first.split("\t")[:5] == ["#", "Step", "Agency", "Ch.", "Time, h"]
    cells = second.split("\t")
    assert cells[0] == "13"
    assert cells[1].startswith("Assemble")
    assert cells[4] == "[150]"
    assert cells[8] == "survey"


def test_a_column_is_left_out_by_the_menu(workspace):
    menu = workspace.pane.table.columns_menu()
    law = next(action for action in menu.actions() if action.text() == "Legal basis")
    law.trigger()
    assert workspace.pane.table.isColumnHidden(Column.LAW)
    number = next(action for action in menu.actions() if action.text() == "Number of the step")
    assert not number.isEnabled()
    menu.deleteLater()


def test_a_header_sorts_within_the_groups(workspace, qtbot):
    head = workspace.pane.table.header()
    at = QPoint(head.sectionViewportPosition(Column.TITLE) + 20, 10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    titles = [row.title.text for row in workspace.pane.model.shown_rows()[:5]]
    assert titles == sorted(titles)
    assert workspace.step.seq == 13
    assert workspace.pane.table.isExpanded(workspace.pane.model.index(0, 0))


def test_the_right_click_has_the_same_commands(workspace):
    menu = workspace.pane.table.step_menu()
    assert [action.objectName() for action in menu.actions()] == [
        f"catalogue_{name}"
        for name in (
            "edit",
            "edit_all",
            "mark",
            "add_step",
            "move_up",
            "move_down",
            "delete_step",
            "without",
            "next_unknown",
            "compare_with",
        )
    ]
    menu.deleteLater()


def test_findings_of_the_step_come_when_the_window_is_idle(workspace, qtbot):
    view = workspace.side.findings.view
    qtbot.waitUntil(lambda: view.lines.rowCount() > 0, timeout=20_000)
    rules = {
        view.lines.index(row).data(Qt.ItemDataRole.AccessibleTextRole)[:3]
        for row in range(view.lines.rowCount())
    }
    assert "R01" in rules


def test_the_legend_folds(workspace, qtbot):
    legend = workspace.tree.legend
    qtbot.mouseClick(legend.button, Qt.MouseButton.LeftButton)
    assert legend.folded
    assert workspace.save_state()["legend_folded"] is True


def test_everything_that_acts_has_a_name(window, workspace):
    for kind in (QPushButton, QToolButton, QComboBox, QLineEdit):
        for widget in (*workspace.findChildren(kind), *workspace.side.findChildren(kind)):
            if widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit):
                continue
            assert widget.objectName(), widget
            assert widget.accessibleName() or widget.text() or widget.toolTip(), widget.objectName()
