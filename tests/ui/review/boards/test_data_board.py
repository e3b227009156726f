"""A person at the data board: what is asked again, in which box, by whom, and side by side."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from customs_app.analysis.data_matrix import data_matrix
from customs_app.language.words import Words
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.boards.data import DataBoard
from customs_app.ui.review.boards.data_model import DataModel
from customs_app.ui.review.boards.data_sheet import Wording
from customs_app.ui.widgets.copying import cells_as_text
from tests.ui.review.stand import Stand

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
UZ, TJ, BRANCH = "UZ-P-import-road", "TJ-P-import-road", "BY-P-transit-rail-brest"


@pytest.fixture
def data(stand: Stand) -> DataBoard:
    """The data board on a procedure of Uzbekistan."""
    board = stand.show(DataBoard)
    board.restore_state({"procedure": UZ})
    stand.look(board, (TJ, UZ))
    return board


def _choose(stand: Stand, board: DataBoard, procedure_id: str) -> None:
    with stand.qtbot.waitSignal(board.told, timeout=10_000):
        board.choose(procedure_id)
    stand.qtbot.waitUntil(lambda: not board._newest.busy)


def test_the_matrix_is_that_of_the_analysis(data: DataBoard, loaded: Loaded) -> None:
    matrix = data_matrix([loaded.procedures[UZ]], loaded.reference)
    column = matrix.columns[0]
    assert data.view.model.rowCount() == len(matrix.rows)
    assert data.view.model.columnCount() == 2 + len(column.forms)
    for at, row in enumerate(matrix.rows):
        assert data.view.model.index(at, 1).data() == str(len(row.asked[UZ]))
        asking = {demand.form for demand in row.asked[UZ]}
        for place, use in enumerate(column.forms):
            assert bool(data.view.model.index(at, 2 + place).data()) is (use.form in asking)
    assert f"{column.asked} data asked for, {column.distinct} different ones" in data.view.lead.text()
    assert f"{column.repeated} are asked for again (60 %)" in data.view.lead.text()
    assert (
        f"repeated data {column.saving.repeats} · handovers {column.saving.handovers}"
        in data.view.notes.text()
    )
    assert "Documents are recorded at 10 of 24 steps" in data.view.notes.text()
    data.view.table.setCurrentIndex(data.view.model.index(1, 0))
    said = data.view.told_of_cell.text().splitlines()
    assert said[0] == "HS (commodity) code"
    assert said[2].startswith("Not counted, because their form is not known: ")


def test_a_cell_tells_form_box_and_steps_and_enter_opens_the_first(
    data: DataBoard, stand: Stand, qtbot: QtBot, loaded: Loaded
) -> None:
    rows = {data.view.model.lines[at].title: at for at in range(data.view.model.rowCount())}
    heads = [head.iso2 for head in data.view.model.heads]
    index = data.view.model.index(rows["Description of goods"], heads.index("730"))
    assert index.data() == "9"
    data.view.table.setCurrentIndex(index)
    assert data.view.told_of_cell.text().splitlines() == [
        "Description of goods",
        "Road consignment note: Road transport document",
        "box 9: Nature of the goods",
        "asked for at steps: 7, 13",
        "Customs Committee (formerly State Customs Committee), Customs broker or clearance specialist",
    ]
    full, step = stand.chosen[-1]  # type: ignore[misc]
    assert (full.procedure.id, step.seq) == (UZ, 7)
    data.view.table.setFocus()
    qtbot.keyClick(data.view.table, Qt.Key.Key_Return)
    assert stand.opened == [(UZ, loaded.procedures[UZ].steps[6].id)]


def test_procedures_stand_side_by_side_and_a_head_leads_to_one(
    data: DataBoard, stand: Stand, qtbot: QtBot
) -> None:
    place = data.list.visualRect(data.list.model().index(0, 0)).center()
    with qtbot.waitSignal(data.told, timeout=10_000):
        qtbot.mouseClick(data.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: data.view.model.columnCount() == 4)
    assert [head.iso2 for head in data.view.model.heads] == ["", "", "TJ", "UZ"]
    assert data.view.model.index(0, 0).data() == "Share that is asked for again"
    assert data.view.model.index(0, 3).data() == "60 %"
    totals = [int(data.view.model.index(row, 1).data()) for row in range(4, data.view.model.rowCount())]
    assert totals == sorted(totals, reverse=True)
    x = data.view.header.sectionViewportPosition(3) + 12
    with qtbot.waitSignal(data.told, timeout=10_000):
        qtbot.mouseClick(data.view.header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    qtbot.waitUntil(lambda: data.list.procedure == UZ)
    assert data.band.accessibleName() == "Import ordinary goods by road"


def test_cells_are_copied_with_their_heads(data: DataBoard) -> None:
    data.view.table.selectRow(0)
    head, cells, _ = cells_as_text(data.view.table).split("\n")
    assert head.split("\t")[:4] == ["Data element", "Asked for", "315 Contract", "380 Commercial invoice"]
    assert cells.split("\t")[:2] == ["Description of goods", "10"]
    assert "31" in cells.split("\t")


def test_a_procedure_without_known_forms_says_so(stand: Stand) -> None:
    board = stand.show(DataBoard)
    board.restore_state({"procedure": BRANCH})
    stand.look(board, (BRANCH, UZ))
    assert board.view.lead.text() == "No document of this procedure has a known form."
    assert not board.view.table.isVisible()
    _choose(stand, board, UZ)
    assert board.view.table.isVisible()


def test_a_procedure_that_the_filters_leave_out_gives_way(data: DataBoard, stand: Stand) -> None:
    stand.look(data, (TJ,))
    assert data.list.procedure == TJ
    assert data.save_state() == {"procedure": TJ}


def test_models_keep_the_rules_of_qt(loaded: Loaded, english: Words, qtbot: QtBot) -> None:
    model = DataModel(english)
    tester = QAbstractItemModelTester(model, WARN)
    one = data_matrix([loaded.procedures[UZ]], loaded.reference)
    model.show_sheet(Wording(one, loaded.procedures, loaded.reference, english).of_one())
    every = data_matrix(loaded.procedures.values(), loaded.reference)
    model.show_sheet(Wording(every, loaded.procedures, loaded.reference, english).side_by_side())
    assert model.columnCount(QModelIndex()) == 121
    model.show_sheet(None)
    assert tester is not None
