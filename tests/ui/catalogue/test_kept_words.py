"""Nothing typed is lost or cut: not by another language, not by a long text, not by another document."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QStandardItemModel
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands import EditStep
from customs_app.catalogue.file import create, open_catalogue
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.ui.app import Shell
from customs_app.ui.catalogue.columns import Column
from customs_app.ui.catalogue.step_editor import StepEditor
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.widgets.delegates import CellDelegate

ROAD = "UZ-P-import-road"
LONG = "word " * 7999 + "end.."


def _in_russian(shell: Shell, qtbot: QtBot) -> CatalogueWorkspace:
    """The catalogue in the window that stands after the language was changed."""
    shell.set_language(Language.RU)
    window = shell.window
    assert window is not None
    qtbot.waitUntil(lambda: window._painted)
    shown = window.current
    assert isinstance(shown, CatalogueWorkspace)
    return shown


def test_a_step_that_is_being_written_outlives_another_language(
    workspace: CatalogueWorkspace, shell: Shell, qtbot: QtBot
) -> None:
    workspace.actions_.add.trigger()
    form = workspace.side.currentWidget()
    assert isinstance(form, StepEditor)
    qtbot.keyClicks(form._rows["title_en"].control, "Half a title")
    after = _in_russian(shell, qtbot)
    after.actions_.add.trigger()
    form = after.side.currentWidget()
    assert isinstance(form, StepEditor)
    assert form._rows["title_en"].text == "Half a title"
    assert form._rows["title_ru"].text == ""


def test_an_unsaved_edit_is_offered_again_in_another_language(
    workspace: CatalogueWorkspace, shell: Shell, qtbot: QtBot
) -> None:
    workspace.actions_.open_editor()
    form = workspace.side.currentWidget()
    assert isinstance(form, StepEditor)
    form._rows["note"].text = "half a note"
    after = _in_russian(shell, qtbot)
    assert after.side._unsaved.isVisible()
    after.actions_.open_editor()
    form = after.side.currentWidget()
    assert isinstance(form, StepEditor)
    assert form._rows["note"].text == "half a note"
    assert {column for column in form._rows if form._typed()[column] != form._was[column]} == {"note"}


def test_a_reason_that_is_being_written_outlives_another_language(
    workspace: CatalogueWorkspace, shell: Shell, qtbot: QtBot
) -> None:
    workspace.actions_.open_marking(None)
    qtbot.keyClick(workspace.side.marking, Qt.Key.Key_2)
    qtbot.keyClicks(workspace.side.marking._reason, "half a reason")
    after = _in_russian(shell, qtbot)
    after.actions_.open_marking(None)
    assert after.side.marking.findChild(QPlainTextEdit, "mark_reason").toPlainText() == "half a reason"


def test_words_of_one_file_do_not_turn_up_in_another(
    workspace: CatalogueWorkspace, tmp_path, qtbot: QtBot
) -> None:
    workspace.actions_.add.trigger()
    qtbot.keyClicks(workspace.side.editor._rows["title_en"].control, "Half a title")
    workspace.side.keep_drafts()
    assert workspace.session.drafts("step_editor")
    create(tmp_path / "other.customs", starting=False)
    workspace.session.open(open_catalogue(tmp_path / "other.customs"))
    assert not workspace.session.drafts("step_editor")


@pytest.mark.parametrize("in_place", [True, False])
def test_a_very_long_title_is_not_cut_by_editing(
    workspace: CatalogueWorkspace, qtbot: QtBot, in_place: bool
) -> None:
    step_id = f"{ROAD}-13"
    workspace.session.run(EditStep(step_id, {"title_en": LONG}))
    workspace.pane.table.setCurrentIndex(workspace.pane.model.index_of(step_id, Column.TITLE))
    if in_place:
        qtbot.keyClick(workspace.pane.table, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
    else:
        workspace.actions_.open_editor()
        editor = workspace.side.editor._rows["title_en"].control
    assert isinstance(editor, QLineEdit)
    editor.end(False)
    qtbot.keyClick(editor, Qt.Key.Key_X)
    with qtbot.waitSignal(workspace.session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert workspace.session.catalogue.full_procedure(ROAD).step(step_id).title.en == LONG + "x"


def test_digits_choose_a_verdict_after_a_document_was_chosen(
    workspace: CatalogueWorkspace, qtbot: QtBot
) -> None:
    workspace.actions_.open_marking(None)
    panel = workspace.side.marking
    target = panel.findChild(QComboBox, "mark_target")
    assert target.count() > 1
    target.setFocus()
    qtbot.keyClick(target, Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    assert panel.draft.verdict is not None
    assert panel._reason.hasFocus()


def _painted(text: str) -> QImage:
    model = QStandardItemModel(1, 1)
    index = model.index(0, 0)
    model.setData(index, text)
    option = QStyleOptionViewItem()
    option.rect = QImage(200, 26, QImage.Format.Format_RGB32).rect()
    picture = QImage(200, 26, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    CellDelegate(LIGHT, model).paint(painter, option, index)
    painter.end()
    return picture


def test_a_line_end_in_a_text_stays_in_the_line_of_its_cell(dressed: QApplication) -> None:
    assert dressed is not None
    assert _painted("first\nsecond") == _painted("first second")
