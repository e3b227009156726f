"""Two procedures step by step, as an official goes through them: keys, clicks, pins, ways in and back."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from customs_app.analysis.case import WORST
from customs_app.analysis.totals import totals
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.steps import EditStep
from customs_app.domain.alignment import FieldState
from customs_app.domain.codes import Basis, CaseKind, Verdict
from customs_app.domain.text import Language
from customs_app.figures.figure_text import hours_text
from customs_app.reports.pair.answer import LEFT, RIGHT
from customs_app.ui.app import Shell
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.compare.lines import ActivityLine
from customs_app.ui.compare.workspace import CompareWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.pair.choose import ChooseProcedure
from customs_app.ui.pair.workspace import PairWorkspace
from customs_app.ui.review.workspace import ReviewWorkspace
from customs_app.ui.session import Beside
from customs_app.ui.settings import Settings
from tests.ui.pair.conftest import BY, KZ, RU, Wait
from tests.ui.pair.rows import go, press, shown

Key, Modifier = Qt.Key, Qt.KeyboardModifier


# -- reading


def test_both_procedures_are_shown_with_their_totals(pair: PairWorkspace) -> None:
    page = pair.page
    answer = page.answer
    assert answer is not None
    assert page.table.pair_model.headerData(0, Qt.Orientation.Horizontal) == "Russia"
    assert len(shown(pair)) >= max(len(answer.left.full.steps), len(answer.right.full.steps))
    elapsed = hours_text(totals(answer.left.full, answer.left.totals.case).elapsed, pair.words)
    assert page.totals.left.elapsed.text() == f"{elapsed} h"
    assert page.totals.note.text() == "They rest on different steps: not to be subtracted"
    assert pair.status_text() == page.bar.counts.full_text
    assert page.bar.subject.full_text == "Import · Road"
    assert not page.notice.isVisible()


def test_compare_stays_current_on_the_rail(window: MainWindow, pair: PairWorkspace) -> None:
    assert window.rail.actions_by_key["compare"].isChecked()
    assert window.current is pair


def test_d_hides_what_is_the_same(pair: PairWorkspace, qtbot: QtBot) -> None:
    every = len(shown(pair))
    line = go(pair, "19", "17")
    press(pair, qtbot, Key.Key_D)
    assert 0 < len(shown(pair)) < every
    assert all(one.differs for one in shown(pair))
    assert pair.page.table.line == line
    press(pair, qtbot, Key.Key_D)
    assert len(shown(pair)) == every
    assert pair.page.table.line == line


def test_n_goes_from_difference_to_difference(pair: PairWorkspace, qtbot: QtBot) -> None:
    table = pair.page.table
    expected = [row for row, line in enumerate(shown(pair)) if line.differs and line.begins]
    table.go_to(0, LEFT)
    met = []
    for _ in range(len(expected) + 1):
        press(pair, qtbot, Key.Key_N)
        met.append(table.currentIndex().row())
    assert met == [*expected, expected[0]]  # and anew from the beginning
    press(pair, qtbot, Key.Key_N, Modifier.ShiftModifier)
    assert table.currentIndex().row() == expected[-1]


def test_letters_are_text_in_a_text_field(window: MainWindow, pair: PairWorkspace, qtbot: QtBot) -> None:
    before = shown(pair)
    window.search.setFocus()
    qtbot.keyClicks(window.search, "dxn")
    assert shown(pair) == before
    assert pair.page.beside == Beside(RU, BY, came_from="catalogue")


def test_tab_and_arrows_turn_to_the_other_side(pair: PairWorkspace, qtbot: QtBot) -> None:
    table = pair.page.table
    go(pair, "19", "17")
    press(pair, qtbot, Key.Key_Tab)
    assert table.side == RIGHT
    press(pair, qtbot, Key.Key_Tab)
    assert table.side == LEFT
    press(pair, qtbot, Key.Key_Right)
    assert table.side == RIGHT
    press(pair, qtbot, Key.Key_Down)
    assert table.side == RIGHT
    press(pair, qtbot, Key.Key_Backtab, Modifier.ShiftModifier)
    assert not table.hasFocus()  # one way out besides F6


def test_x_swaps_the_sides_and_keeps_the_row(pair: PairWorkspace, qtbot: QtBot, answered: Wait) -> None:
    line = go(pair, "19", "17")
    press(pair, qtbot, Key.Key_X)
    answered(pair)
    page = pair.page
    assert page.beside == Beside(BY, RU, came_from="catalogue")
    now = page.table.line
    assert now is not None
    assert (now.left, now.right) == (line.right, line.left)
    assert page.table.side == RIGHT
    assert page.table.pair_model.headerData(0, Qt.Orientation.Horizontal) == "Belarus"


def test_w_looks_at_the_worst_case(pair: PairWorkspace, qtbot: QtBot, answered: Wait) -> None:
    press(pair, qtbot, Key.Key_W)
    answered(pair)
    answer = pair.page.answer
    assert answer is not None
    assert answer.left.totals == totals(answer.left.full, WORST, answer.reference.rates)
    assert pair.page.bar.case.text() == "Worst case"
    action = pair.page.bar.findChild(QAction, f"pair_case_choice_{CaseKind.BASE}")
    assert action is not None
    action.trigger()
    answered(pair)
    assert pair.page.bar.case.text() == "Base case"


# -- the inspector


def test_fields_stand_side_by_side(pair: PairWorkspace, qtbot: QtBot) -> None:
    go(pair, "19", "17")
    side = pair.page.side()
    rows = {row.field.value: row for row in side.fields.fields.rows}
    assert "21,344" in rows["cost"].left
    assert "50" in rows["cost"].right
    assert rows["cost"].state is FieldState.DIFFERS
    assert rows["channel"].state is FieldState.SAME
    assert side.head.title.text() == "Pay the customs processing fee"
    converted = side.converted.label.text()
    assert "≈" in converted
    assert "1 USD = " in converted
    assert [note[:6] for note in side.notes.label.text().splitlines()] == ["RU 19:", "BY 17:"]
    qtbot.waitUntil(lambda: side.sources.y() > side.fields.geometry().bottom())  # nothing lies over words
    go(pair, "18", "16")
    assert side.converted.isHidden()


def test_a_click_on_what_a_side_says_shows_its_sources(pair: PairWorkspace, qtbot: QtBot) -> None:
    go(pair, "19", "17")
    side = pair.page.side()
    fields = side.fields
    left, right = (side.sources._parts[one].lines for one in (LEFT, RIGHT))
    assert left
    assert right
    assert left[0]._details.isHidden()
    at = fields.visualRect(fields.fields.index(2, 2)).center()
    qtbot.mouseClick(fields.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not right[0]._details.isHidden()
    assert left[0]._details.isHidden()
    assert right[0]._details.text()
    pair.page.table.setFocus()
    press(pair, qtbot, Key.Key_Space)
    assert not left[0]._details.isHidden()
    assert not right[0]._details.isHidden()


def test_rules_that_fire_are_listed_and_open_the_finding(
    window: MainWindow, pair: PairWorkspace, qtbot: QtBot
) -> None:
    side = pair.page.side()
    qtbot.waitUntil(lambda: pair.session.findings.known is not None, timeout=30_000)
    line = go(pair, "2", "2")
    known = pair.session.findings.known
    assert known is not None
    steps = {*line.pair.left, *line.pair.right}
    expected = [
        one for one in (*known.of_procedure[RU], *known.of_procedure[BY]) if not steps.isdisjoint(one.steps)
    ]
    view = side.rules.view
    assert view.lines.rowCount() == len(expected) > 0
    rules = {RU: {one.rule for one in expected if one.procedure == RU}}
    rules[BY] = {one.rule for one in expected if one.procedure == BY}
    for rule in rules[RU] - rules[BY]:
        assert f"{rule} fires for Russia, not for Belarus." in side.rules.label.text()
    standards = pair.session.catalogue.reference().standards
    leans = {standards[name].title.en for one in expected for name in one.standard}
    assert leans
    assert all(title in side.rules.label.text() for title in leans)
    view.setCurrentIndex(view.lines.index(0, 0))
    qtbot.keyClick(view, Key.Key_Return)
    assert isinstance(window.current, ReviewWorkspace)


# -- changes, copies, state


def test_a_change_of_a_step_is_shown_at_once(pair: PairWorkspace, qtbot: QtBot, answered: Wait) -> None:
    line = go(pair, "18", "16")
    assert line.left is not None
    assert not line.differs
    pair.session.run(EditStep(line.left.step.id, {"channel": "paper"}))
    answered(pair)
    assert go(pair, "18", "16").differs
    pair.session.undo()
    answered(pair)
    assert not go(pair, "18", "16").differs


def test_chosen_rows_are_copied_as_cells_and_differences_as_sentences(
    pair: PairWorkspace, qtbot: QtBot
) -> None:
    table = pair.page.table
    clipboard = QGuiApplication.clipboard()
    go(pair, "19", "17")
    press(pair, qtbot, Key.Key_C, Modifier.ControlModifier)
    head, row = clipboard.text().splitlines()
    assert head.startswith("Russia: No.\t")
    assert row.split("\t")[4] == "cost · law"
    press(pair, qtbot, Key.Key_A, Modifier.ControlModifier)
    press(pair, qtbot, Key.Key_C, Modifier.ControlModifier)
    assert len(clipboard.text().splitlines()) == len(shown(pair)) + 1
    press(pair, qtbot, Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier)
    told = clipboard.text().splitlines()
    assert len(told) == sum(line.differs and line.begins for line in shown(pair))
    assert table.hasFocus()


def test_another_language_shows_the_same_row(
    shell: Shell, pair: PairWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    line = go(pair, "19", "17")
    press(pair, qtbot, Key.Key_D)
    shell.set_language(Language.ZH)
    assert shell.window is not None
    again = shell.window.current
    assert isinstance(again, PairWorkspace)
    answered(again)
    assert again.words.language is Language.ZH
    now = again.page.table.line
    assert now is not None
    assert now.key == line.key
    assert all(one.differs for one in shown(again))
    assert again.page.actions_.differences.isChecked()


def test_a_row_has_its_menu(pair: PairWorkspace, qtbot: QtBot) -> None:
    page = pair.page
    go(pair, "5", "-")
    page.table.menu_asked.emit(QPoint(10, 10))
    menu = page.findChild(QMenu, "pair_menu")
    assert menu is not None
    names = {action.objectName(): action.isEnabled() for action in menu.actions()}
    assert names["pair_link"]
    assert not names["pair_unlink"]  # nothing is linked in this row
    assert not names["pair_forget"]
    menu.close()


# -- ways in and back


def test_enter_opens_the_step_of_the_side_in_the_catalogue(
    window: MainWindow, pair: PairWorkspace, qtbot: QtBot
) -> None:
    line = go(pair, "19", "17")
    press(pair, qtbot, Key.Key_Tab)
    press(pair, qtbot, Key.Key_Return)
    current = window.current
    assert isinstance(current, CatalogueWorkspace)
    assert current.step is not None
    assert line.right is not None
    assert current.step.id == line.right.step.id


def test_esc_leads_back_to_where_one_came_from(window: MainWindow, pair: PairWorkspace, qtbot: QtBot) -> None:
    press(pair, qtbot, Key.Key_Escape)
    assert isinstance(window.current, CatalogueWorkspace)
    window.session.set_beside(Beside(KZ, BY))
    assert window.current is pair
    press(pair, qtbot, Key.Key_Escape)
    assert window.current.key == "compare"


def test_a_procedure_is_compared_from_the_catalogue(
    window: MainWindow, pair: PairWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    window.session.go_to("catalogue", KZ)
    current = window.current
    assert isinstance(current, CatalogueWorkspace)
    qtbot.waitUntil(current.actions_.compare_with.isEnabled)
    step = pair.session.catalogue.full_procedure(KZ).steps[10]
    current.show_step(step.id)
    qtbot.keyClick(current.pane.table, Key.Key_P)
    dialog = window.findChild(ChooseProcedure)
    assert dialog is not None
    dialog.filter.setText("uzbekistan import road")
    qtbot.keyClick(dialog.table, Key.Key_Return)
    assert window.current is pair
    answered(pair)
    beside = pair.page.beside
    assert beside is not None
    assert (beside.left, beside.came_from) == (KZ, "catalogue")
    assert beside.right.startswith("UZ-P-import")
    line = pair.page.table.line
    assert line is not None
    assert step.id in line.pair.left  # the row at which one was


def test_two_columns_of_the_comparison_are_compared_step_by_step(
    window: MainWindow, pair: PairWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    window.show_workspace("compare")
    compare = window.current
    assert isinstance(compare, CompareWorkspace)
    qtbot.waitUntil(lambda: compare.board.cell is not None, timeout=10_000)
    board = compare.board
    activity = board.model.lines[2]
    assert isinstance(activity, ActivityLine)
    for iso2 in ("KZ", "UZ"):
        board.show_cell(activity.row.activity.code, iso2)
        compare.focus_main()
        qtbot.keyClick(board.matrix, Key.Key_Space)
    qtbot.keyClick(board.matrix, Key.Key_P)
    assert window.current is pair
    answered(pair)
    beside = pair.page.beside
    assert beside is not None
    assert (beside.left[:2], beside.right[:2], beside.came_from) == ("KZ", "UZ", "compare")
    press(pair, qtbot, Key.Key_Escape)
    assert window.current is compare


def test_a_click_on_a_head_takes_another_procedure(
    window: MainWindow, pair: PairWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    header = pair.page.table.header
    x = header.sectionViewportPosition(2) + 30
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    dialog = window.findChild(ChooseProcedure)
    assert dialog is not None
    dialog.filter.setText("kazakhstan import road")
    dialog.ok.click()
    answered(pair)
    beside = pair.page.beside
    assert beside is not None
    assert beside.left == RU
    assert beside.right.startswith("KZ-P-import")


def test_as_it_is_and_as_it_would_be_cannot_be_pinned_or_swapped(
    window: MainWindow, pair: PairWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    step = pair.session.catalogue.full_procedure(KZ).steps[3]
    pair.session.run(SetMark(step.id, Verdict.REMOVE, "Not needed"))
    window.session.set_beside(Beside(KZ, KZ, Basis.MINE, came_from="review"))
    answered(pair)
    page = pair.page
    assert page.table.pair_model.headerData(2, Qt.Orientation.Horizontal) == "As it would be"
    line = go(pair, "4", "-")
    assert line.said == ("only as it is",)
    assert not page.side().verdict.isHidden()
    for action in (page.actions_.link, page.actions_.unlink, page.actions_.swap, page.actions_.other):
        assert not action.isEnabled()
    press(pair, qtbot, Key.Key_X)
    assert page.beside is not None
    assert page.beside.basis is Basis.MINE
    pair.session.undo()
    answered(pair)
    assert "No verdict is applied" in page.notice.text()


def test_a_procedure_that_is_gone_says_so_and_leads_back(
    window: MainWindow, pair: PairWorkspace, qtbot: QtBot
) -> None:
    page = pair.page
    window.session.set_beside(Beside(RU, "RU-P-none"))
    qtbot.waitUntil(lambda: page.answer is None and not page.busy)
    assert page._said.accessibleName() == "One of the two procedures is no longer there."
    back = page.findChild(QToolButton, "button_pair_back")
    assert back is not None
    back.click()
    assert window.current is not None
    assert window.current.key == "compare"


class TestNothingChosen:
    """The window was left on the pair, and what was shown is not known any more."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        settings.workspaces = {"pair": {"left": RU}}
        return settings

    def test_the_ways_to_a_pair_are_named(self, window: MainWindow) -> None:
        current = window.current
        assert isinstance(current, PairWorkspace)
        assert "two columns and P in Compare" in current.page._said.accessibleName()
        assert not current.page.actions_.link.isEnabled()


@pytest.mark.parametrize("name", ["pair_excel_en.xlsx", "pair_pdf_zh.pdf"])
def test_both_procedures_go_out_in_the_language_chosen(
    pair: PairWorkspace, window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    names = [one.objectName() for one in window.export_menu.actions()]
    assert names == ["pair_excel", "pair_pdf", "pair_export_again", "pair_preview", "pair_print"]
    assert all(one.isEnabled() for one in pair.exports)
    entry = window.findChild(QAction, Path(name).stem)
    assert entry is not None
    entry.trigger()
    dialog = window.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    path = tmp_path / name
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(path))
    with qtbot.waitSignal(window.session.noticed, timeout=20_000) as noticed:
        dialog.accept()
    assert noticed.args[0].made == path
    if path.suffix == ".pdf":
        assert "仅俄罗斯" in "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    else:
        assert "only Russia" in str(CalamineWorkbook.from_path(path).get_sheet_by_index(1).to_python())
