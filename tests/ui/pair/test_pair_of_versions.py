"""A procedure against the same one in a frozen edition, by keys and clicks alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from customs_app.cli import main
from customs_app.domain.alignment import FieldState
from customs_app.reports.pair.answer import LEFT
from customs_app.ui.catalogue.columns import Column
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.pair.choose import ChooseProcedure
from customs_app.ui.pair.choose_edition import ChooseEdition
from customs_app.ui.pair.state import beside_of
from customs_app.ui.pair.workspace import PairWorkspace
from customs_app.ui.session import Beside
from customs_app.ui.settings import Settings
from tests.ui.pair.conftest import Wait
from tests.ui.pair.rows import press, shown

ROAD = "KZ-P-import-road"
STEP = f"{ROAD}-03"
Key = Qt.Key


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.workspace = "catalogue"
    return settings


@pytest.fixture
def catalogue(window: MainWindow, qtbot: QtBot) -> CatalogueWorkspace:
    """The workspace at the step that will be edited."""
    window.resize(1440, 900)
    _awake(window, qtbot)
    window.session.go_to("catalogue", ROAD, STEP)
    current = window.current
    assert isinstance(current, CatalogueWorkspace)
    qtbot.waitUntil(lambda: current.step is not None and current.step.id == STEP)
    return current


def _awake(window: QWidget, qtbot: QtBot) -> None:
    """Keys go to the window again, as they do on a desktop once a dialog has closed."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def _freeze(window: MainWindow, qtbot: QtBot, title: str) -> None:
    menu = window.toolbar.edition.menu()
    menu.aboutToShow.emit()
    entry = menu.findChild(QAction, "edition_freeze")
    assert entry is not None
    entry.trigger()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "freeze") is not None)
    field = window.findChild(QLineEdit, "freeze_title")
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, title)
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.session.catalogue.editions()), timeout=20_000)
    qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=20_000)


def _edit_time(catalogue: CatalogueWorkspace, qtbot: QtBot, text: str) -> None:
    _awake(catalogue.window(), qtbot)
    table = catalogue.pane.table
    table.setFocus()
    table.setCurrentIndex(catalogue.pane.model.index_of(STEP, Column.TIME))
    qtbot.keyClick(table, Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, text)
    with qtbot.waitSignal(catalogue.session.changed):
        qtbot.keyClick(editor, Key.Key_Return)


def _ask_edition(window: MainWindow, qtbot: QtBot) -> ChooseEdition:
    """P in the catalogue, then the button of the editions."""
    current = window.current
    assert isinstance(current, CatalogueWorkspace)
    qtbot.keyClick(current.pane.table, Key.Key_P)
    dialog = window.findChild(ChooseProcedure)
    assert dialog is not None
    button = dialog.findChild(QPushButton, "choose_procedure_edition")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    editions = dialog.findChild(ChooseEdition)
    assert editions is not None
    return editions


def _pdf(window: MainWindow, qtbot: QtBot, path: Path) -> bytes:
    entry = window.findChild(QAction, "pair_pdf_en")
    assert entry is not None
    entry.trigger()
    dialog = window.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(str(path))
    with qtbot.waitSignal(window.session.noticed, timeout=20_000):
        dialog.accept()
    return path.read_bytes()


def _none_is_there(window: MainWindow, qtbot: QtBot) -> None:
    none = _ask_edition(window, qtbot)
    assert none.none.isVisible()
    assert none.none.text() == "No edition yet: nothing has been frozen."
    assert not none.ok.isEnabled()
    none.reject()
    asked = window.findChild(ChooseProcedure)
    assert asked is not None
    asked.reject()
    qtbot.waitUntil(lambda: window.findChild(ChooseProcedure) is None)


def _open(window: MainWindow, qtbot: QtBot) -> PairWorkspace:
    """The pair against the one edition, chosen by Enter."""
    dialog = _ask_edition(window, qtbot)
    assert not dialog.none.isVisible()
    assert dialog.table.rows_model.rows == window.session.catalogue.editions()
    assert dialog.table.rows_model.index(0, 0).data() == "First reading"
    qtbot.keyClick(dialog.table, Key.Key_Return)
    pair = window.current
    assert isinstance(pair, PairWorkspace)
    return pair


def _goes_to_the_difference(pair: PairWorkspace, qtbot: QtBot) -> None:
    """N reaches the one row that differs, and that in its time alone."""
    page = pair.page
    assert all(len(set(line.key.split())) == 1 for line in shown(pair))
    (changed,) = [line for line in shown(pair) if line.differs]
    assert changed.key == f"{STEP} {STEP}"
    _awake(pair.window(), qtbot)
    page.table.go_to(0, LEFT)
    pair.focus_main()
    press(pair, qtbot, Key.Key_N)
    assert page.table.line == changed
    page.side().show_now()
    rows = page.side().fields.fields.rows
    known = {row.field.value: (row.left, row.right) for row in rows if row.state is FieldState.DIFFERS}
    assert known.keys() == {"time"}
    assert "120" in known["time"][0]
    assert "7 – 9" in known["time"][1]


def _takes_another(pair: PairWorkspace, qtbot: QtBot, answered: Wait) -> None:
    """A click on the head of the working copy takes another procedure in the place of the edition."""
    window, header = pair.window(), pair.page.table.header
    x = header.sectionViewportPosition(2) + 30
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    other = window.findChild(ChooseProcedure)
    assert other is not None
    other.filter.setText("russia import road")
    qtbot.keyClick(other.filter, Key.Key_Return)
    answered(pair)
    beside = pair.page.beside
    assert beside is not None
    assert (beside.left, beside.right[:12], beside.edition) == (ROAD, "RU-P-import-", "")


def test_the_working_copy_against_an_edition(
    window: MainWindow, catalogue: CatalogueWorkspace, qtbot: QtBot, answered: Wait, tmp_path: Path
) -> None:
    _none_is_there(window, qtbot)
    _freeze(window, qtbot, "First reading")
    _edit_time(catalogue, qtbot, "7 - 9")
    pair = _open(window, qtbot)
    answered(pair)
    page, (edition,) = pair.page, window.session.catalogue.editions()
    beside = Beside(ROAD, ROAD, came_from="catalogue", edition=edition.id)
    assert page.beside == beside
    heads = [page.table.pair_model.headerData(one, Qt.Orientation.Horizontal) for one in (0, 2)]
    assert heads == ["Edition “First reading”", "Working copy"]
    assert "faster" not in page.totals.alike.full_text
    _goes_to_the_difference(pair, qtbot)

    acts = page.actions_  # nothing is set by hand between two versions, and the edition stays at the left
    assert not any(one.isEnabled() for one in (acts.link, acts.unlink, acts.alone, acts.forget, acts.swap))
    press(pair, qtbot, Key.Key_X)
    assert page.beside == beside == beside_of(page.save_state())

    made, by_command = _pdf(window, qtbot, tmp_path / "window.pdf"), tmp_path / "command.pdf"
    asked = ["--pair", ROAD, "--against", "First reading", "--pdf", str(by_command)]
    assert main(["compare", str(window.session.catalogue.path), *asked]) == 0
    assert made == by_command.read_bytes()

    _takes_another(pair, qtbot, answered)
    _awake(window, qtbot)
    page.table.go_to(0, LEFT)
    pair.focus_main()
    press(pair, qtbot, Key.Key_E)
    again = window.findChild(ChooseEdition)
    assert again is not None
    again.ok.click()
    answered(pair)
    assert page.beside == beside
    window.session.undo()
    answered(pair)
    assert not any(line.differs for line in shown(pair))


def test_an_edition_that_is_not_there_says_so(
    window: MainWindow, catalogue: CatalogueWorkspace, qtbot: QtBot
) -> None:
    window.session.set_beside(Beside(ROAD, ROAD, edition="ED-none"))
    pair = window.current
    assert isinstance(pair, PairWorkspace)
    assert pair.page._said.accessibleName() == "Opening the edition"
    qtbot.waitUntil(lambda: not pair.page.busy, timeout=10_000)
    assert "There is no edition “ED-none”" in pair.page._said.accessibleName()
    assert pair.page.answer is None
    assert not any(action.isEnabled() for action in pair.exports)
