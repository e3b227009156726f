"""A person at the agreement board: what the figures mean, who wants what, and what a blind round keeps."""

import pytest
from PySide6.QtCore import QModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from customs_app.analysis.agreement import agreement
from customs_app.catalogue.commands.rounds import OpenRound, StartRound
from customs_app.domain.codes import Verdict
from customs_app.language.words import Words
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.boards.agreement import CONTESTED, AgreementBoard
from customs_app.ui.review.boards.coefficients import ALPHA, MEANING, CoefficientsModel
from customs_app.ui.review.boards.coefficients import rows_of as coefficient_rows
from customs_app.ui.review.boards.opinions import Opinion, OpinionsDelegate
from customs_app.ui.review.boards.targets import AGREE, DISSENT, OPINIONS, TargetsModel, rows_of
from customs_app.ui.review.stamps import Stamps
from customs_app.ui.widgets.labels import badge_width
from tests.ui.conftest import WHO
from tests.ui.review.stand import CN, KG, TJ, Stand

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
KZ, UZ = "KZ-P-import-road", "UZ-P-import-road"
REMOVE, KEEP, ONLINE = Verdict.REMOVE, Verdict.KEEP, Verdict.ONLINE


def _step(loaded: Loaded, procedure: str, seq: int) -> str:
    return loaded.procedures[procedure].steps[seq - 1].id


@pytest.fixture
def marked(stand: Stand, loaded: Loaded) -> Stand:
    """Step 1 of Kazakhstan is contested, 2 agreed, 3 marked by one; step 1 of Uzbekistan is tied."""
    first, second, third = (_step(loaded, KZ, seq) for seq in (1, 2, 3))
    for who, verdict in ((WHO, REMOVE), (KG, REMOVE), (TJ, KEEP)):
        stand.mark(who, first, verdict)
    for who in (WHO, KG):
        stand.mark(who, second, ONLINE)
    stand.mark(CN, third, KEEP)
    stand.mark(KG, _step(loaded, UZ, 1), KEEP)
    stand.mark(TJ, _step(loaded, UZ, 1), REMOVE)
    return stand


def _texts(board: AgreementBoard, column: int) -> list[str]:
    return [board.model.index(row, column).data() for row in range(board.model.rowCount())]


@pytest.mark.parametrize("dissent", ["RU", "TJ", "CN", "Secretariat"])
def test_every_delegation_is_painted_in_the_width_that_is_said_to_be_needed(
    marked: Stand, dissent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = marked.show(AgreementBoard)
    opinions = (Opinion(KEEP, ("KG", "UZ")), Opinion(REMOVE, (dissent,)))
    signs = OpinionsDelegate(marked.session.palette, marked.session.words, lambda _: opinions, board)
    painted: list[str] = []

    def badge(_self: Stamps, _painter: QPainter, _place: QPointF, code: str) -> float:
        painted.append(code)
        return badge_width(code)

    monkeypatch.setattr(Stamps, "badge", badge)
    picture = QPixmap(400, 26)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, signs.needed(opinions) - 1, 25)  # but for the lines of the grid
    painter = QPainter(picture)
    signs.paint(painter, option, board.model.index(0, OPINIONS))
    painter.end()
    assert painted == ["KG", "UZ", dissent]


def test_each_step_says_who_agrees_and_who_does_not(marked: Stand) -> None:
    board = marked.show(AgreementBoard)
    marked.look(board)
    assert _texts(board, OPINIONS) == [
        "Remove: Kyrgyzstan, Secretariat; Keep: Tajikistan",
        "Move online: Kyrgyzstan, Secretariat",
        "Keep: China",
        "Keep: Kyrgyzstan; Remove: Tajikistan",
    ]
    assert _texts(board, AGREE) == ["2 of 3", "2 of 2", "1 of 1", "a tie"]
    assert _texts(board, DISSENT) == ["Tajikistan", "", "", ""]
    first = board.model.rows[0]
    assert first.opinions == (Opinion(REMOVE, ("KG", "Secretariat")), Opinion(KEEP, ("TJ",)))
    assert board.status_text() == "4 marked · 2 contested"


def test_a_figure_never_stands_without_its_meaning(marked: Stand, loaded: Loaded) -> None:
    board = marked.show(AgreementBoard)
    marked.look(board)
    found = agreement(marked.session.catalogue.marks(), loaded.procedures.values(), loaded.findings)
    words = marked.session.words
    assert board.overall.text() == words.say(found.overall.meaning)
    rows = board.coefficients_model.rows
    assert [row.code for row in rows][:3] == ["", "KZ", "UZ"]
    assert {row.code for row in rows[3:]} == set(found.by_rule)
    for at, row in enumerate(rows):
        figure = board.coefficients_model.index(at, ALPHA).data()
        meaning = board.coefficients_model.index(at, MEANING).data()
        assert (figure == "?") is (row.coefficient.alpha is None)
        assert meaning == words.say(row.coefficient.meaning)
        assert meaning.endswith(".")


def test_c_leaves_what_is_contested_and_a_country_narrows_it(marked: Stand, qtbot: QtBot) -> None:
    board = marked.show(AgreementBoard)
    marked.look(board)
    board.table.setFocus()
    qtbot.keyClick(board.table, Qt.Key.Key_C)
    assert [row.full.procedure.id for row in board.model.rows] == [KZ, UZ]
    board.coefficients.selectRow(1)
    assert [row.full.procedure.id for row in board.model.rows] == [KZ]
    qtbot.keyClick(board.table, Qt.Key.Key_C)
    assert len(board.model.rows) == 3
    assert [line.right[0][0] for line in board.kinds.lines._lines] == ["3", "1", "1", "1"]
    place = board.kinds.visualRect(board.kinds.lines.index(3)).center()
    qtbot.mouseClick(board.kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.step.seq for row in board.model.rows] == [3]
    assert board.save_state() == {"kind": "alone", "code": "KZ"}


def test_a_rule_narrows_to_what_its_findings_speak_of(marked: Stand) -> None:
    board = marked.show(AgreementBoard)
    marked.look(board)
    rules = [at for at, row in enumerate(board.coefficients_model.rows) if row.rule]
    assert rules
    for at in rules:
        board.coefficients.selectRow(at)
        code = board.coefficients_model.rows[at].code
        assert board._answer is not None
        assert {row.key for row in board.model.rows} == set(board._answer.found.targets_by_rule[code])


def test_enter_opens_the_step(marked: Stand, loaded: Loaded, qtbot: QtBot) -> None:
    board = marked.show(AgreementBoard)
    marked.look(board)
    board.table.selectRow(1)
    full, step = marked.chosen[-1]  # type: ignore[misc]
    assert (full.procedure.id, step.seq) == (KZ, 2)
    board.table.setFocus()
    qtbot.keyClick(board.table, Qt.Key.Key_Return)
    assert marked.opened == [(KZ, _step(loaded, KZ, 2))]


def test_a_blind_round_is_opened_first(marked: Stand) -> None:
    catalogue = marked.session.catalogue
    round_id = catalogue.run(StartRound((KZ,)), WHO).new_id
    assert round_id is not None
    board = marked.show(AgreementBoard)
    marked.look(board, (KZ,))
    said = board.currentWidget().accessibleName()
    assert "Open the round first." in said
    assert "So far 3 other delegations have marked steps of it." in said
    marked.look(board)
    assert {row.full.procedure.id for row in board.model.rows} == {UZ}
    assert board.left_out.isVisible()
    assert board.left_out.text().startswith("1 of 119 procedures are in a blind round")
    catalogue.run(OpenRound(round_id), WHO)
    marked.look(board, (KZ,))
    assert len(board.model.rows) == 3
    assert not board.left_out.isVisible()


def test_nothing_marked_says_what_is_needed_and_leads_there(stand: Stand, qtbot: QtBot) -> None:
    board = stand.show(AgreementBoard)
    asked: list[str] = []
    board.finding_asked.connect(asked.append)
    stand.look(board)
    assert board.currentWidget().accessibleName().startswith("Nothing is marked here yet.")
    assert "by M" in board.currentWidget().accessibleName()
    assert not board.kinds.isVisible(), "no empty list"
    clear, mark = (board.findChild(QPushButton, f"empty_agreement_{name}") for name in ("clear", "findings"))
    assert clear is not None
    assert mark is not None
    assert not clear.isVisible(), "no filters are set"
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert asked == [""]
    stand.look(board, (KZ,))
    assert clear.isVisible()
    stand.mark(KG, "KZ-P-import-road-01", KEEP)
    stand.look(board, (KZ,))
    assert board.kinds.isVisible()


def test_what_is_shown_comes_back(marked: Stand) -> None:
    board = marked.show(AgreementBoard)
    board.restore_state({"kind": CONTESTED, "code": "UZ"})
    marked.look(board)
    assert [row.full.procedure.id for row in board.model.rows] == [UZ]
    board.restore_state({"kind": "none such", "code": None})


def test_models_keep_the_rules_of_qt(marked: Stand, loaded: Loaded, english: Words, qtbot: QtBot) -> None:
    model, figures = TargetsModel(english), CoefficientsModel(english)
    testers = [QAbstractItemModelTester(one, WARN) for one in (model, figures)]
    found = agreement(marked.session.catalogue.marks(), loaded.procedures.values(), loaded.findings)
    model.reference = loaded.reference
    model.show_rows(rows_of(found.targets, loaded.procedure_of))
    figures.show_rows(coefficient_rows(found, loaded.reference, english))
    assert model.rowCount(QModelIndex()) == 4
    model.show_rows(())
    assert len(testers) == 2
