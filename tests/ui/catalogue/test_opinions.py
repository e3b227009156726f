"""What the catalogue shows of the opinions of others: comments, blind rounds, who lives without a step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.rounds import OpenRound, StartRound
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Reviewer
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.main_window import MainWindow

ROAD = "UZ-P-import-road"
STEP = f"{ROAD}-13"
OTHER = Reviewer("D. Lee", "KG")
WRONG = "Nobody ever looks at it"


def _said(workspace: CatalogueWorkspace) -> str:
    for _ in range(3):  # rows that were just made are shown a turn or two later
        QApplication.processEvents()
    return "\n".join(label.text() for label in workspace.side.marks.findChildren(QLabel) if label.isVisible())


def test_a_blind_round_hides_what_others_mark(workspace: CatalogueWorkspace, qtbot: QtBot) -> None:
    session = workspace.session
    session.catalogue.run(SetMark(STEP, Verdict.REMOVE, WRONG), OTHER)
    session.refresh()
    assert WRONG in _said(workspace)
    session.run(StartRound((ROAD,)))
    assert WRONG not in _said(workspace)
    assert "D. Lee (Kyrgyzstan)" in _said(workspace)
    assert [row.marks for row in workspace.pane.model.shown_rows() if row.step.id == STEP] == [()]
    box = workspace.pane.findChild(QComboBox, "mark_filter")
    assert box is not None
    box.setCurrentIndex(box.findData(MarkFilter.OTHERS))
    assert len(workspace.pane.model.shown_rows()) == 0
    workspace.pane.bar.clear()
    session.who = OTHER
    workspace.show_step(STEP)
    assert WRONG in _said(workspace), "one's own marks are always seen"
    assert "seen once the round is opened" not in _said(workspace)
    session.who = Reviewer("A. Karimova", "Secretariat")
    session.run(OpenRound(session.catalogue.rounds()[0].id))
    assert WRONG in _said(workspace)


def test_the_foot_tells_the_round(workspace: CatalogueWorkspace, window: MainWindow) -> None:
    label = window.findChild(QLabel, "status_round")
    assert label is not None
    assert label.isHidden()
    session = workspace.session
    session.run(StartRound())
    assert label.text() == "Round 1, blind"
    assert label.isVisible()
    session.run(OpenRound(session.catalogue.rounds()[0].id))
    assert label.text() == "Round 1, opened"
    session.undo()
    assert label.text() == "Round 1, blind"
    session.undo()
    assert label.isHidden()


def test_a_mark_is_commented_on(workspace: CatalogueWorkspace, qtbot: QtBot) -> None:
    session = workspace.session
    session.catalogue.run(SetMark(STEP, Verdict.REMOVE, WRONG), OTHER)
    session.refresh()
    add = workspace.side.findChild(QAbstractButton, "comment_add")
    assert add is not None
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    edit = workspace.side.findChild(QPlainTextEdit, "comment_edit_text")
    assert edit is not None
    assert edit.hasFocus()
    qtbot.keyClicks(edit, "It is in law since 2019")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    (comment,) = session.catalogue.comments()
    assert (comment.text, comment.reviewer) == ("It is in law since 2019", session.who)
    assert "It is in law since 2019" in _said(workspace)


def test_w_tells_who_lives_without_the_step(
    workspace: CatalogueWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    window.right.hide()
    qtbot.keyClick(workspace.pane.table, Qt.Key.Key_W)
    assert window.right.isVisible()
    peers = workspace.side.peers
    assert peers.isVisible()
    qtbot.waitUntil(lambda: peers.view.lines.rowCount() > 1, timeout=20_000)
    qtbot.keyClick(workspace.pane.table, Qt.Key.Key_W)
    assert peers.view.hasFocus()
    texts = [peers.view.lines.index(row, 0).data() for row in range(peers.view.lines.rowCount())]
    heads = [text for text in texts if " · " in text]
    assert heads
    assert len(texts) > len(heads)
    workspace.show_step(f"{ROAD}-14")
    assert workspace.step is not None
    assert workspace.side.peers.count.text() == workspace.step.activity, "it goes along with the step"
    row = next(row for row in range(len(texts)) if " · " not in peers.view.lines.index(row, 0).data())
    peers.view.setCurrentIndex(peers.view.lines.index(row, 0))
    place = peers.view.current
    qtbot.keyClick(peers.view, Qt.Key.Key_Return)
    assert workspace.opened is not None
    assert workspace.opened.full.procedure.id == place[0]
