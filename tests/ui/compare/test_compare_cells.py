"""The cells of the comparison: from one to the next, what stands behind them, and copies of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from customs_app.domain.codes import Stage
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.compare.cell_panel import StepLink
from customs_app.ui.compare.totals_rows import Total
from customs_app.ui.compare.workspace import CompareWorkspace
from customs_app.ui.main_window import MainWindow
from tests.ui.compare.seen import ALL, Wait, activities, stages

Key = Qt.Key


def test_arrows_go_from_cell_to_cell_and_on_into_the_totals(compare: CompareWorkspace, qtbot: QtBot) -> None:
    board = compare.board
    assert board.show_cell("DCL-06", "TJ")
    qtbot.keyClick(board.matrix, Key.Key_Left)
    assert board.cell == ("DCL-06", "RU")
    assert board.header.current == board.model.column_of("RU")
    board.show_cell(activities(compare)[-1], "RU")
    qtbot.keyClick(board.matrix, Key.Key_Down)
    assert board.totals.hasFocus()
    assert board.totals.currentIndex().column() == board.model.column_of("RU")
    qtbot.keyClick(board.totals, Key.Key_Up)
    assert board.matrix.hasFocus()
    assert board.cell == (activities(compare)[-1], "RU")


def test_the_first_column_stays_and_no_cell_hides_below_it(compare: CompareWorkspace, qtbot: QtBot) -> None:
    board = compare.board
    board.show_cell("DCL-06", "BY")
    for _ in ALL[1:]:
        qtbot.keyClick(board.matrix, Key.Key_Right)
    assert board.cell == ("DCL-06", "UZ")
    assert board.matrix.horizontalScrollBar().value() > 0
    assert board.totals.horizontalScrollBar().value() == board.matrix.horizontalScrollBar().value()
    assert board.matrix.frozen.x() == 0
    assert board.matrix.frozen.horizontalHeader().offset() == 0
    for _ in ALL[1:]:
        qtbot.keyClick(board.matrix, Key.Key_Left)
    assert board.cell == ("DCL-06", "BY")
    assert board.matrix.visualRect(board.matrix.currentIndex()).left() >= board.matrix.columnWidth(0)


def test_the_cell_is_explained_with_steps_sources_and_places(
    compare: CompareWorkspace, answered: Wait
) -> None:
    compare.board.show_cell("DCL-06", "TJ")
    answered(compare)
    assert compare.side is not None
    links = compare.side.findChildren(StepLink)
    assert [link.text() for link in links] == [
        "14 Customs opens the file and checks the papers",
        "15 Customs verifies permits with the issuing agencies",
    ]
    texts = [label.text() for label in compare.side.cell.findChildren(QLabel)]
    assert any("Contained in the figure of step 21" in text for text in texts)
    assert "opening section" in texts
    assert any("guide" in text for text in texts)


def test_enter_opens_the_catalogue_at_the_step(
    compare: CompareWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    compare.board.show_cell("DCL-06", "TJ")
    qtbot.keyClick(compare.board.matrix, Key.Key_Return)
    current = window.current
    assert isinstance(current, CatalogueWorkspace)
    assert current.opened is not None
    assert current.opened.full.procedure.id == "TJ-P-import-road"
    assert current.step is not None
    assert current.step.seq == 14


def test_a_click_on_a_step_opens_the_catalogue_there(
    compare: CompareWorkspace, window: MainWindow, qtbot: QtBot, answered: Wait
) -> None:
    compare.board.show_cell("DCL-06", "TJ")
    answered(compare)
    assert compare.side is not None
    qtbot.mouseClick(compare.side.findChildren(StepLink)[1], Qt.MouseButton.LeftButton)
    current = window.current
    assert isinstance(current, CatalogueWorkspace)
    assert current.step is not None
    assert current.step.seq == 15


def test_a_total_is_explained_and_opens_its_procedure(
    compare: CompareWorkspace, window: MainWindow, qtbot: QtBot, answered: Wait
) -> None:
    board = compare.board
    board.totals.setFocus()
    row, column = board.totals_model.row_of(Total.TIMED), board.model.column_of("UZ")
    board.totals.setCurrentIndex(board.totals_model.index(row, column))
    answered(compare)
    assert compare.side is not None
    assert len(compare.side.findChildren(StepLink)) == 15 - 9
    board.totals.setCurrentIndex(board.totals_model.index(board.totals_model.row_of(Total.DOCUMENTS), column))
    answered(compare)
    qtbot.keyClick(board.totals, Key.Key_Return)
    current = window.current
    assert isinstance(current, CatalogueWorkspace)
    assert current.opened is not None
    assert current.opened.full.procedure.id == "UZ-P-import-road"


def test_a_sentence_leads_to_its_row_whatever_hides_it(compare: CompareWorkspace, qtbot: QtBot) -> None:
    assert compare.side is not None
    view = compare.side.sentences
    wanted = next(
        at for at, one in enumerate(view.sentences.sentences) if one.difference.activity == "CRT-04"
    )
    compare.actions_.view.fold_all.trigger()
    index = view.sentences.index(wanted)
    qtbot.waitUntil(lambda: view.indexAt(view.visualRect(index).center()) == index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert compare.board.cell == ("CRT-04", "UZ")
    assert compare.board.delegate.flashed == {("CRT-04", "UZ")}
    assert stages(compare)[0] is Stage.PREPARE
    qtbot.waitUntil(lambda: not compare.board.delegate.flashed, timeout=3000)


def test_the_sentences_are_copied(compare: CompareWorkspace, qtbot: QtBot) -> None:
    qtbot.keyClick(
        compare.board.matrix,
        Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 80
    assert compare.dock_titles()[1] == "Differences as sentences · 80"
    assert "Insure the goods – only here: Iran (Islamic Republic of)." in lines


def test_cells_are_copied_with_headers(compare: CompareWorkspace, qtbot: QtBot) -> None:
    board = compare.board
    board.show_cell("DCL-06", "RU")
    qtbot.keyClick(board.matrix, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(board.matrix, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text == "Russia\tTajikistan\nonline, ≤ 4\tin person ×2, in 21\n"
    board.totals.setFocus()
    row = board.totals_model.row_of(Total.ELAPSED)
    board.totals.setCurrentIndex(board.totals_model.index(row, 0))
    board.totals.selectRow(row)
    qtbot.keyClick(board.totals, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, cells = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[0] == "Total"
    assert cells.split("\t")[0] == "Elapsed, critical path"
    assert cells.split("\t")[-2:] == ["153", "hours"]
