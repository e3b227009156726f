"""The models and painting of two procedures set against each other."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.analysis.align import field_rows
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.alignment import FieldState
from customs_app.domain.text import Language
from customs_app.figures.tokens import DARK, HIGH_CONTRAST, LIGHT, Palette
from customs_app.language.words import Words, words
from customs_app.reports.pair.answer import LEFT, RIGHT
from customs_app.reports.pair.lines import Tie, lines_of
from customs_app.ui.pair.choose import COUNTRY, KIND, ChooseProcedure, OffersModel, offers
from customs_app.ui.pair.fields_table import FieldsModel, FieldsTable, Heads
from customs_app.ui.pair.model import LINE_ROLE, PairModel
from customs_app.ui.pair.view import PairTable
from customs_app.ui.session import Session
from tests.ui.pair.conftest import BY, RU, Ask
from tests.ui.pair.test_pair_lines import line_of

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
HEADS = ("Russia", "What differs", "Belarus")


def test_models_hold_what_qt_asks_of_them(
    ask: Ask, english: Words, session: Session, qtbot: QtBot, catalogue: Catalogue
) -> None:
    found = ask()
    lines = lines_of(found, english)
    table = FieldsTable(session)
    qtbot.addWidget(table)
    pair_model, fields, offered = (
        PairModel(english, session),
        FieldsModel(english, table),
        OffersModel(english),
    )
    testers = [QAbstractItemModelTester(one, WARN) for one in (pair_model, fields, offered)]
    pair_model.show_lines(lines, HEADS)
    pair_model.show_lines(lines[:3], HEADS)
    rows = field_rows(lines[0].pair, found.left.full, found.right.full, found.reference, english)
    fields.show_fields(rows, Heads("RU", "BY"))
    offered.show_rows(offers(catalogue.procedures(), found.left.full.procedure, found.reference, english))
    assert pair_model.rowCount() == 3
    assert fields.rowCount() == len(rows)
    assert offered.rowCount() == len(catalogue.procedures()) - 1
    assert len(testers) == 3


def test_cells_say_all_to_a_screen_reader(ask: Ask, english: Words, session: Session) -> None:
    found = ask()
    model = PairModel(english, session)
    model.show_lines(lines_of(found, english), HEADS)
    row = model.row_of(line_of(found, english, "5", "-").key)
    assert str(model.index(row, 0).data(SPOKEN)).startswith("5 ")
    assert model.index(row, 1).data(SPOKEN) == "only Russia"
    assert model.index(row, 2).data(SPOKEN) == "no such step"
    fee = model.row_of(line_of(found, english, "19", "17").key)
    assert "time unknown" in str(model.index(fee, 0).data(SPOKEN))
    assert model.index(fee, 1).data() == "cost · law"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Belarus"


def test_a_row_is_found_again_by_either_of_its_steps(ask: Ask, english: Words, session: Session) -> None:
    found = ask()
    model = PairModel(english, session)
    lines = lines_of(found, english)
    model.show_lines(lines, HEADS)
    fee = line_of(found, english, "19", "17")
    at = lines.index(fee)
    assert model.row_of(fee.key) == at
    assert fee.right is not None
    assert model.row_of(f"- {fee.right.step.id}") == at
    assert model.row_of("- nowhere") == -1


def test_fields_say_what_differs_in_words(ask: Ask, english: Words, session: Session, qtbot: QtBot) -> None:
    found = ask()
    fee = line_of(found, english, "19", "17")
    table = FieldsTable(session)
    qtbot.addWidget(table)
    rows = field_rows(fee.pair, found.left.full, found.right.full, found.reference, english)
    table.show_fields(rows, Heads("RU · step 19", "BY · step 17"))
    model = table.fields
    cost = next(at for at, row in enumerate(rows) if row.state is FieldState.DIFFERS)
    assert str(model.index(cost, 1).data(SPOKEN)).endswith("different from the other side")
    assert model.headerData(1, Qt.Orientation.Horizontal) == "RU · step 19"
    unknown = next(at for at, row in enumerate(rows) if row.left == "?")
    assert model.index(unknown, 1).data(SPOKEN) == "unknown"


def test_fields_are_as_high_as_their_words(ask: Ask, english: Words, session: Session, qtbot: QtBot) -> None:
    found = ask()
    fee = line_of(found, english, "19", "17")
    rows = field_rows(fee.pair, found.left.full, found.right.full, found.reference, english)
    table = FieldsTable(session)
    qtbot.addWidget(table)
    table.resize(420, 400)
    table.show()
    table.show_fields(rows, Heads("", ""))
    wide = table.height()
    table.resize(260, 400)
    QApplication.processEvents()
    assert table.height() > wide
    assert table.height() >= sum(table.rowHeight(row) for row in range(len(rows)))


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda one: one.name)
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.usefixtures("dressed")
def test_rows_are_painted(
    ask: Ask, catalogue: Catalogue, palette: Palette, language: Language, qtbot: QtBot
) -> None:
    session = Session(catalogue, palette=palette, language=language)
    table = PairTable(session)
    qtbot.addWidget(table)
    table.resize(1000, 800)
    own = words(language)
    lines = lines_of(ask(), own)
    table.show_lines(lines, HEADS, "")
    table.show()
    row = next(at for at, line in enumerate(lines) if line.tie is Tie.LEFT_ONLY)
    gap = table.visualRect(table.pair_model.index(row, 2))
    alone = table.visualRect(table.pair_model.index(row, 0))
    picture = table.viewport().grab().toImage()
    hatched = {picture.pixelColor(x, gap.center().y()).name() for x in range(gap.left(), gap.right())}
    assert len(hatched) > 2  # lines on the ground, smoothed
    ground = picture.pixelColor(alone.right() - 2, alone.top() + 4)
    assert ground == QColor(palette.warnbg)
    plain = next(at for at, line in enumerate(lines) if line.tie is Tie.SAME and at > 0)
    same = table.visualRect(table.pair_model.index(plain, 0))
    assert picture.pixelColor(same.right() - 2, same.top() + 4) == QColor(palette.base)
    session._look.stop()  # its catalogue belongs to the test
    session.deleteLater()


def test_both_lists_have_one_width_and_titles_give_way_first(
    ask: Ask, english: Words, session: Session, qtbot: QtBot
) -> None:
    table = PairTable(session)
    qtbot.addWidget(table)
    table.show_lines(lines_of(ask(), english), HEADS, "")
    table.show()
    for width in (860, 1100, 1500):
        table.resize(width, 600)
        QApplication.processEvents()
        left, between, right = (table.columnWidth(column) for column in range(3))
        assert left == right
        assert left + between + right == table.viewport().width()
        assert between >= 150
        assert left > between


def test_times_are_never_cut(ask: Ask, english: Words, session: Session, qtbot: QtBot) -> None:
    table = PairTable(session)
    qtbot.addWidget(table)
    lines = lines_of(ask(), english)
    table.show_lines(lines, HEADS, "")
    layout = table.layout_
    times = [look.time for line in lines for look in (line.left, line.right) if look is not None]
    assert max(map(layout.plain.width, times)) + 2 * 6 <= layout.time


def test_the_cursor_is_found_again_on_its_side(
    ask: Ask, english: Words, session: Session, qtbot: QtBot
) -> None:
    found = ask()
    table = PairTable(session)
    qtbot.addWidget(table)
    lines = lines_of(found, english)
    table.show_lines(lines, HEADS, "")
    fee = line_of(found, english, "19", "17")
    table.go_to(lines.index(fee), RIGHT)
    table.show_lines([line for line in lines if line.differs], HEADS, fee.key)
    assert table.line == fee
    assert table.side == RIGHT
    table.turn_side()
    assert table.side == LEFT
    assert table.currentIndex().data(LINE_ROLE) == fee


def test_the_nearest_procedures_are_offered_first(catalogue: Catalogue, english: Words) -> None:
    rows = catalogue.procedures()
    near = catalogue.full_procedure(RU).procedure
    found = offers(rows, near, catalogue.reference(), english)
    ids = [one.procedure_id for one in found]
    assert RU not in ids
    kinds = {row.procedure.id: (row.procedure.regime, row.procedure.mode) for row in rows}
    same = [kinds[one] == (near.regime, near.mode) for one in ids]
    assert same == sorted(same, reverse=True)
    assert found[0].country == "Russia"


def test_a_procedure_is_chosen_by_typing(session: Session, qtbot: QtBot) -> None:
    near = session.catalogue.full_procedure(RU).procedure
    table = PairTable(session)
    qtbot.addWidget(table)
    dialog = ChooseProcedure(session, near, table)
    qtbot.addWidget(dialog)
    dialog.show()
    taken: list[str] = []
    dialog.taken.connect(taken.append)
    qtbot.keyClicks(dialog.filter, "belarus import road")
    shown = dialog.model.rows
    assert shown
    assert all(row.country == "Belarus" for row in shown)
    assert {dialog.model.index(0, column).data() for column in (COUNTRY, KIND)} == {
        "Belarus",
        "Import · Road",
    }
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Up)
    dialog.ok.click()
    assert taken == [BY]
    qtbot.keyClicks(dialog.filter, " nothing has these words")
    assert not dialog.ok.isEnabled()


def test_a_place_outside_the_rows_is_no_row(session: Session, qtbot: QtBot) -> None:
    table = PairTable(session)
    qtbot.addWidget(table)
    assert table.line is None
    assert table.chosen == ()
    table.turn_side()
    assert not table.indexAt(QPoint(5, 5)).isValid()
    assert isinstance(table.grab().toImage(), QImage)
