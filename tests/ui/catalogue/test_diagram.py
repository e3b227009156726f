"""The diagram in place of the steps table: by keys and clicks, as an official uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands import EditStep, SetMark
from customs_app.catalogue.commands.rounds import StartRound
from customs_app.domain.codes import CaseKind, Verdict
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.figures.picture import Hotspot, Picture
from customs_app.ui.app import Shell
from customs_app.ui.catalogue.diagram import Diagram, Kind
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.main_window import MainWindow
from tests.ui.catalogue.conftest import ROAD

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Key = Qt.Key
NO_MARK = "–"


def _ready(workspace: CatalogueWorkspace, qtbot: QtBot) -> Diagram:
    """The diagram, once what was asked last is in sight."""
    qtbot.waitUntil(lambda: workspace.diagram is not None)
    diagram = workspace.diagram
    assert diagram is not None
    page = diagram.page
    qtbot.waitUntil(
        lambda: page.isVisible() and not page._newest.busy and page.view._coming is None, timeout=10_000
    )
    assert page.picture is not None
    return diagram


def _spot(picture: Picture | None, seq: int) -> Hotspot:
    assert picture is not None
    return next(iter(picture.of(f"{ROAD}-{seq:02}")))


@pytest.fixture
def diagram(workspace: CatalogueWorkspace, qtbot: QtBot) -> Diagram:
    """The diagram, opened by its key."""
    QTest.keyClick(workspace.pane.table, Key.Key_G)
    return _ready(workspace, qtbot)


def test_g_shows_the_diagram_and_the_table_again(workspace: CatalogueWorkspace, diagram: Diagram) -> None:
    assert workspace.step is not None
    assert diagram.page.view.hasFocus()
    assert not workspace.pane.table.isVisible()
    assert not workspace.pane.bar.text.isVisible()
    assert workspace.pane.totals.isVisible()
    current = diagram.page.view.current
    assert current is not None
    assert current.target == workspace.step.id == f"{ROAD}-13", "the step stays chosen"
    QTest.keyClick(diagram.page.view, Key.Key_G)
    assert workspace.pane.table.isVisible()
    assert workspace.pane.table.hasFocus()
    assert workspace.pane.bar.text.isVisible()
    assert not diagram.tools.isVisible()
    assert workspace.step.id == f"{ROAD}-13"


def test_esc_goes_back_one_level_at_a_time(workspace: CatalogueWorkspace, diagram: Diagram) -> None:
    QTest.keyClick(diagram.page.view, Key.Key_T)
    assert diagram.page.table.hasFocus()
    QTest.keyClick(diagram.page.table, Key.Key_Escape)
    assert diagram.page.view.hasFocus()
    QTest.keyClick(diagram.page.view, Key.Key_Escape)
    assert workspace.diagram is None
    assert workspace.pane.table.hasFocus()


def test_the_button_of_the_bar_does_the_same(workspace: CatalogueWorkspace, qtbot: QtBot) -> None:
    button = workspace.pane.bar.diagram
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    _ready(workspace, qtbot)
    assert button.isChecked()
    QTest.mouseClick(button, LEFT)
    assert workspace.diagram is None
    assert workspace.pane.table.isVisible()


def test_a_click_and_the_arrows_choose_the_step_and_the_inspector_follows(
    workspace: CatalogueWorkspace, diagram: Diagram, qtbot: QtBot
) -> None:
    view = diagram.page.view
    view.select(f"{ROAD}-02")
    place = view.place_of(_spot(view.picture, 1)).center().toPoint()
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)
    assert workspace.step is not None
    assert workspace.step.seq == 1
    side = workspace.side
    qtbot.waitUntil(lambda: side.step is not None and side.step.seq == 1)
    QTest.keyClick(view, Key.Key_Right)
    assert workspace.step.seq == 2
    qtbot.waitUntil(lambda: side.step is not None and side.step.seq == 2)
    assert view.accessibleName().startswith("2 ")
    assert workspace.status_text() == "Step 2 of 24"


def test_enter_and_a_double_click_lead_to_the_step_in_the_table(
    workspace: CatalogueWorkspace, diagram: Diagram, qtbot: QtBot
) -> None:
    view = diagram.page.view
    view.select(f"{ROAD}-02")
    QTest.keyClick(view, Key.Key_Return)
    assert workspace.pane.table.hasFocus()
    assert workspace.step is not None
    assert workspace.step.seq == 2
    QTest.keyClick(workspace.pane.table, Key.Key_G)
    _ready(workspace, qtbot)
    place = view.place_of(_spot(view.picture, 1)).center().toPoint()
    QTest.mouseDClick(view.viewport(), LEFT, NONE, place)
    assert workspace.diagram is None
    assert workspace.step.seq == 1


def test_the_switch_shows_how_the_time_adds_up(
    workspace: CatalogueWorkspace, diagram: Diagram, qtbot: QtBot
) -> None:
    lanes = diagram.page.picture
    button = diagram.tools.findChild(QToolButton, "diagram_kind_time")
    assert button is not None
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: diagram.page.picture is not lanes)
    shown = _ready(workspace, qtbot)
    assert shown.kind is Kind.TIME
    assert shown.page.picture is not None
    assert "Elapsed, typical (hours)" in shown.page.picture.table.head
    assert shown.page.view.sight.zoom == 1
    bar = shown.page.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: not bar.isVisible())  # it fills the room that it has
    QTest.keyClick(shown.page.view, Key.Key_T)
    assert shown.page.table.hasFocus()
    assert shown.page.table.model().rowCount() == len(shown.page.picture.table.rows)
    assert workspace.focusWidget() is shown.page.table


def test_the_case_is_that_of_the_totals(
    workspace: CatalogueWorkspace, diagram: Diagram, qtbot: QtBot
) -> None:
    button = diagram.tools.findChild(QToolButton, "diagram_kind_time")
    assert button is not None
    QTest.mouseClick(button, LEFT)
    _ready(workspace, qtbot)
    base = diagram.page.picture
    qtbot.waitUntil(lambda: diagram.page.picture is not base or "Elapsed" in str(base and base.table.head))
    base = diagram.page.picture
    assert base is not None
    case = workspace.pane.totals.findChild(QComboBox, "totals_case")
    assert case is not None
    case.setCurrentIndex(case.findData(str(CaseKind.WORST)))
    case.activated.emit(case.currentIndex())
    qtbot.waitUntil(lambda: diagram.page.picture is not base)
    worst = diagram.page.picture
    assert workspace.opened is not None
    assert worst is not None
    assert workspace.opened.case.kind is CaseKind.WORST
    assert len(worst.table.rows) > len(base.table.rows), "the worst case takes more steps"


def test_what_is_changed_is_drawn_anew_where_it_was(
    workspace: CatalogueWorkspace, diagram: Diagram, qtbot: QtBot
) -> None:
    view = diagram.page.view
    QTest.keyClicks(view, "+")
    where, shown = (view.sight.zoom, view.sight.x), diagram.page.picture
    workspace.session.run(EditStep(f"{ROAD}-13", {"title_en": "Put the papers together"}))
    qtbot.waitUntil(lambda: diagram.page.picture is not shown)
    assert _spot(diagram.page.picture, 13).tooltip.startswith("13 Put the papers together")
    assert (view.sight.zoom, view.sight.x) == where


def test_marks_stand_on_boxes_and_a_blind_round_hides_those_of_others(
    workspace: CatalogueWorkspace, diagram: Diagram, qtbot: QtBot
) -> None:
    column = diagram.page.table.model().columnCount() - 1
    assert diagram.page.picture is not None
    assert diagram.page.picture.table.head[column] == "Marks"

    def marks(seq: int) -> str:
        assert diagram.page.picture is not None
        return next(row[column] for row in diagram.page.picture.table.rows if row[0] == str(seq))

    shown = diagram.page.picture
    catalogue = workspace.session.catalogue
    catalogue.run(SetMark(f"{ROAD}-05", Verdict.REMOVE, "so it is"), Reviewer("D. Lee", "KG"))
    workspace.session.run(SetMark(f"{ROAD}-02", Verdict.ONLINE, "so it is"))
    workspace.session.refresh()
    qtbot.waitUntil(lambda: diagram.page.picture is not shown and marks(2) != NO_MARK)
    assert marks(5) == "Remove"
    workspace.session.run(StartRound((ROAD,)))
    workspace.session.refresh()
    qtbot.waitUntil(lambda: marks(5) == NO_MARK)
    assert marks(2) != NO_MARK


def test_another_procedure_is_drawn_from_its_beginning(
    workspace: CatalogueWorkspace, diagram: Diagram, qtbot: QtBot
) -> None:
    shown = diagram.page.picture
    workspace.open_procedure("KZ-P-import-road")
    qtbot.waitUntil(lambda: diagram.page.picture is not shown)
    assert diagram.page.view.sight.x == 0
    assert diagram.page.view.current is not None
    assert diagram.page.view.current.target == "KZ-P-import-road-01"


def test_the_menu_view_has_its_actions_while_it_is_in_sight(
    window: MainWindow, workspace: CatalogueWorkspace, diagram: Diagram
) -> None:
    def named(name: str) -> QAction:
        actions = window.menus.by_key["view"].actions()
        return next(action for action in actions if action.objectName() == name)

    assert named("catalogue_diagram").isChecked()
    assert named("catalogue_picture_save").isVisible()
    before = diagram.page.view.sight.zoom
    named("catalogue_picture_larger").trigger()
    assert diagram.page.view.sight.zoom > before
    named("catalogue_diagram").trigger()
    assert not named("catalogue_picture_save").isVisible()
    assert workspace.pane.table.isVisible()


def test_m_marks_the_step_of_the_diagram(
    workspace: CatalogueWorkspace, diagram: Diagram, qtbot: QtBot
) -> None:
    diagram.page.view.select(f"{ROAD}-13")
    QTest.keyClick(diagram.page.view, Key.Key_M)
    qtbot.waitUntil(workspace.side.marking.isVisible)
    assert workspace.diagram is not None


def test_it_is_found_again_in_another_language(
    shell: Shell, workspace: CatalogueWorkspace, diagram: Diagram, qtbot: QtBot
) -> None:
    assert shell.window is not None
    shell.window.language_wanted.emit(Language.RU)
    QApplication.processEvents()
    window = shell.window
    assert window is not None
    again = window.current
    assert isinstance(again, CatalogueWorkspace)
    assert again is not workspace
    found = _ready(again, qtbot)
    assert found.kind is Kind.LANES
    assert again.step is not None
    assert again.step.seq == 13
