"""Texts of a proposal as they are written: recorded when the cursor leaves or rests, and never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customs_app.analysis.dossier.diff import PieceKind, diff
from customs_app.analysis.dossier.result import Passage
from customs_app.catalogue.commands import EditStep
from customs_app.domain.proposal import Proposal
from customs_app.domain.text import Language
from customs_app.reports.dossier import dossier
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.passage_box import PassageBox
from customs_app.ui.proposals.passage_edit import PAUSE_MS, PassageEdit
from customs_app.ui.proposals.pieces_painter import PiecesPainter, spans_of
from customs_app.ui.session import NOBODY, Session
from tests.ui.proposals.planted import WHO, made


class Desk:
    """A box on a saved proposal, with another field beside it to lead the cursor to."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self.catalogue, self.qtbot = session, session.catalogue, qtbot
        self.proposal: Proposal = made(session.catalogue)
        self.holder = QWidget()
        self.edits = Edits(session, self.holder)
        self.edits.proposal_id = self.proposal.id
        self.box = PassageBox(self.edits, "text_now", "Now")
        self.other = QLineEdit()
        column = QVBoxLayout(self.holder)
        column.addWidget(self.box)
        column.addWidget(self.other)
        qtbot.addWidget(self.holder)
        self.holder.show()
        self.holder.activateWindow()
        qtbot.waitExposed(self.holder)
        self.read()

    @property
    def edit(self) -> PassageEdit:
        return self.box.edit

    def passage(self) -> Passage:
        shown = dossier(self.catalogue, self.proposal, Language.EN, WHO)
        return shown.measures[0].parts[0].now

    def read(self) -> None:
        self.box.show_passage(self.passage(), "from the catalogue")

    def type(self, text: str) -> None:
        self.edit.setFocus()
        self.edit.selectAll()
        self.qtbot.keyClicks(self.edit, text)

    @property
    def written(self) -> list[str]:
        return [one.text for one in self.catalogue.proposal_parts(self.proposal.id).texts]


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> Desk:
    """A text that can be written."""
    return Desk(session, qtbot)


def test_a_text_is_written_when_the_cursor_leaves(desk: Desk) -> None:
    assert desk.edit.toPlainText() == desk.passage().draft
    assert desk.box.note.full_text == "from the catalogue"
    desk.type("In my own words.")
    assert desk.written == []
    assert desk.box.note.full_text == "being written"
    desk.other.setFocus()
    assert desk.written == ["In my own words."]
    desk.read()
    assert desk.box.note.full_text == "rewritten by A. Karimova"
    desk.session.undo()
    desk.read()
    assert desk.edit.toPlainText() == desk.passage().draft


def test_a_text_is_written_after_a_pause_too(desk: Desk) -> None:
    desk.edit._pause.setInterval(30)
    desk.type("Half a thought")
    desk.qtbot.waitUntil(lambda: desk.written == ["Half a thought"], timeout=2000)
    assert desk.edit.hasFocus()
    desk.qtbot.keyClicks(desk.edit, ", and the rest")
    desk.qtbot.waitUntil(lambda: desk.written == ["Half a thought, and the rest"], timeout=2000)
    assert 500 < PAUSE_MS < 5000


def test_esc_loses_nothing(desk: Desk) -> None:
    desk.type("Kept")
    with desk.qtbot.waitSignal(desk.edit.left):
        desk.qtbot.keyClick(desk.edit, Qt.Key.Key_Escape)
    assert desk.written == ["Kept"]
    assert desk.edit.toPlainText() == "Kept"


def test_an_empty_text_takes_the_draft_again_but_not_while_one_thinks(desk: Desk) -> None:
    desk.type("Mine")
    desk.other.setFocus()
    desk.read()
    desk.edit._pause.setInterval(20)
    desk.edit.setFocus()
    desk.edit.selectAll()
    desk.qtbot.keyClick(desk.edit, Qt.Key.Key_Delete)
    desk.qtbot.wait(80)
    assert desk.written == ["Mine"]
    assert desk.edit.toPlainText() == ""
    desk.other.setFocus()
    assert desk.written == []
    assert desk.edit.toPlainText() == desk.passage().draft


def test_what_is_being_written_outlives_a_reading(desk: Desk) -> None:
    desk.type("Not yet")
    desk.session.run(EditStep(_step(desk), {"title_en": "Changed meanwhile"}))
    desk.read()
    assert desk.edit.toPlainText() == "Not yet"
    desk.other.setFocus()
    assert desk.written == ["Not yet"]
    assert not desk.passage().changed  # it was written with the new draft in sight


def _step(desk: Desk) -> str:
    return dossier(desk.catalogue, desk.proposal, Language.EN, WHO).measures[0].parts[0].steps[0]


def test_a_text_that_is_refused_stays_and_is_there_again(session: Session, qtbot: QtBot) -> None:
    desk = Desk(session, qtbot)
    session.who = NOBODY
    desk.type("Said by nobody")
    desk.other.setFocus()
    assert desk.written == []
    assert desk.edit.toPlainText() == "Said by nobody"
    # The window is built anew, in another language say.
    again = PassageBox(Edits(session, desk.holder), "text_now", "Now")
    again.edits.proposal_id = desk.proposal.id
    qtbot.addWidget(again)
    again.show_passage(desk.passage())
    assert again.edit.toPlainText() == "Said by nobody"
    session.who = WHO
    again.edit.commit()
    assert desk.written == ["Said by nobody"]
    assert not again.edit.being_written


def test_nothing_is_written_under_another_proposal(desk: Desk) -> None:
    desk.type("Of the first")
    desk.edits.proposal_id = "another"
    desk.edit.commit()
    assert desk.written == []
    desk.edits.proposal_id = desk.proposal.id
    desk.edit.commit()
    assert desk.written == ["Of the first"]


def test_changed_figures_are_flagged_and_mine_is_kept(desk: Desk) -> None:
    desk.type("Mine")
    desk.other.setFocus()
    old = desk.passage().draft
    desk.session.run(EditStep(_step(desk), {"title_en": "Quite another title"}))
    desk.read()
    flag = desk.box.flag
    assert flag.isVisible()
    assert desk.edit.toPlainText() == "Mine"
    desk.qtbot.mouseClick(flag.show_both, Qt.MouseButton.LeftButton)
    pieces = diff(old, desk.passage().draft, Language.EN)
    assert flag.both is not None
    assert flag._pieces is not None
    assert flag.both.isVisible()
    assert flag.both.toPlainText() == "".join(piece.text for piece in pieces)
    assert {kind for _, _, kind in flag._pieces.spans} == {PieceKind.REMOVED, PieceKind.ADDED}
    desk.qtbot.mouseClick(flag.show_both, Qt.MouseButton.LeftButton)
    assert flag.both is None
    desk.qtbot.mouseClick(flag.keep, Qt.MouseButton.LeftButton)
    desk.read()
    assert not flag.isVisible()
    assert desk.written == ["Mine"]
    assert not desk.passage().changed


def test_changed_figures_are_flagged_and_the_new_draft_is_taken(desk: Desk) -> None:
    desk.type("Mine")
    desk.other.setFocus()
    desk.session.run(EditStep(_step(desk), {"title_en": "Quite another title"}))
    desk.read()
    desk.qtbot.mouseClick(desk.box.flag.take, Qt.MouseButton.LeftButton)
    desk.read()
    assert desk.written == []
    assert "Quite another title" in desk.edit.toPlainText()
    assert not desk.box.flag.isVisible()


def test_the_draft_can_be_taken_at_any_time(desk: Desk) -> None:
    assert not desk.box.again.isVisible()
    desk.type("Mine")
    assert desk.box.again.isVisible()
    desk.other.setFocus()
    desk.read()
    desk.qtbot.mouseClick(desk.box.again, Qt.MouseButton.LeftButton)
    assert desk.written == []
    desk.read()
    assert desk.edit.toPlainText() == desk.passage().draft
    assert not desk.box.again.isVisible()


def test_a_title_is_one_line(session: Session, qtbot: QtBot) -> None:
    proposal = made(session.catalogue)
    holder = QWidget()
    edits = Edits(session, holder)
    edits.proposal_id = proposal.id
    edit = PassageEdit(edits, "measure_title", "Title", one_line=True)
    QVBoxLayout(holder).addWidget(edit)
    qtbot.addWidget(holder)
    holder.show()
    edit.show_passage(dossier(session.catalogue, proposal, Language.EN, WHO).measures[0].title)
    edit.setFocus()
    edit.selectAll()
    QApplication.clipboard().setText("Two\nlines")
    edit.paste()
    assert edit.toPlainText() == "Two lines"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert [one.text for one in session.catalogue.proposal_parts(proposal.id).texts] == ["Two lines"]


def test_pieces_lie_where_qt_counts_them(dressed: object, qtbot: QtBot, session: Session) -> None:
    old, new = "A \U0001f69a truck waits here.\nTwice.", "A \U0001f69a truck leaves here.\nTwice."
    pieces = diff(old, new, Language.EN)
    (gone,) = spans_of(pieces, PieceKind.ADDED)
    (come,) = spans_of(pieces, PieceKind.REMOVED)
    assert gone == (11, 5, PieceKind.REMOVED)
    assert come == (11, 6, PieceKind.ADDED)
    edit = PassageEdit(Edits(session, edit_parent := QWidget()), "text", "Text")
    qtbot.addWidget(edit)
    qtbot.addWidget(edit_parent)
    edit.setPlainText(old)
    painter = PiecesPainter(edit.document(), session.palette)
    painter.show_spans([gone])
    (look,) = edit.document().firstBlock().layout().formats()
    assert (look.start, look.length) == (11, 5)
    assert look.format.fontStrikeOut()
    assert look.format.foreground().color().name().upper() == session.palette.bad
    painter.show_spans([come])
    (look,) = edit.document().firstBlock().layout().formats()
    assert look.format.fontUnderline()
    assert not look.format.fontStrikeOut()


def test_spaces_that_do_not_break_stay_and_are_no_change(desk: Desk) -> None:
    desk.type("x")
    desk.edit.setPlainText("12\u00a0000 tenge\nin all")
    desk.other.setFocus()
    assert desk.written == ["12\u00a0000 tenge\nin all"]
    desk.read()
    assert not desk.edit.being_written
    entries = len(desk.catalogue.history())
    desk.edit.commit()
    assert len(desk.catalogue.history()) == entries


def test_a_box_grows_with_its_text(desk: Desk) -> None:
    low = desk.edit.height()
    desk.edit.setFocus()
    desk.edit.setPlainText("A line.\n" * 8)
    QApplication.processEvents()
    assert desk.edit.height() > low
    assert desk.edit.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert desk.edit.verticalScrollBar().maximum() == 0
