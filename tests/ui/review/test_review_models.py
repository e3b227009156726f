"""Models of the review under Qt's own tester, and how fast they fill."""

import time

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.marks import SetMark
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.evidence_model import CELL_ROLE, RELATION_ROLE, EvidenceModel
from customs_app.ui.review.filters import FindingFilter, passing
from customs_app.ui.review.grouping import grouped
from customs_app.ui.review.list_model import FINDING_ROLE, MORE_ROLE, SHOWN_FIRST, FindingsModel
from customs_app.ui.review.mark_book import MarkBook
from customs_app.ui.review.marks_model import MarkColumn, MarksModel
from customs_app.ui.review.sheet import sheet
from customs_app.ui.review.workspace import ReviewWorkspace

ENGLISH = words(Language.EN)
WHO = Reviewer("A. Karimova", "Secretariat")
_WARN = QAbstractItemModelTester.FailureReportingMode.Warning
MARK = Mark("M-1", "TJ-P-import-road-15", Verdict.KEEP, "It is needed", WHO, "2026-11-24T10:00:00Z")


def _model(loaded: Loaded, parent: QWidget, *, low: bool = True) -> FindingsModel:
    model = FindingsModel(ENGLISH, parent)
    QAbstractItemModelTester(model, _WARN, parent)
    book = MarkBook()
    model.show_groups(grouped(passing(loaded, book, FindingFilter(low=low), WHO, ENGLISH), ENGLISH), book)
    return model


def test_the_list_keeps_what_is_long_for_later(loaded: Loaded, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = _model(loaded, parent)
    first = model.index(0, 0)
    n = len(model.groups[0].findings)
    assert n > SHOWN_FIRST + 1
    assert model.rowCount(first) == SHOWN_FIRST + 1
    more = model.index(SHOWN_FIRST, 0, first)
    assert more.data(MORE_ROLE) == n - SHOWN_FIRST
    assert more.data() == f"{n - SHOWN_FIRST} more…"
    kept = QPersistentModelIndex(model.index(2, 0, first))
    key = model.groups[0].findings[-1].key
    last = model.index_of(key)
    assert last.data(FINDING_ROLE).key == key
    assert model.rowCount(first) == n
    assert kept.data(FINDING_ROLE) == model.groups[0].findings[2]
    assert model.index_of("no such finding") == QModelIndex()


def test_the_list_fills_within_a_frame_or_two(loaded: Loaded, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    book = MarkBook()
    model = FindingsModel(ENGLISH, parent)
    began = time.thread_time()
    model.show_groups(grouped(passing(loaded, book, FindingFilter(low=True), WHO, ENGLISH), ENGLISH), book)
    assert time.thread_time() - began < 0.05


def test_rows_speak(loaded: Loaded, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = _model(loaded, parent)
    model.marks_changed(MarkBook([MARK]))
    finding = next(
        one
        for group in model.groups
        for one in group.findings
        if group.key == "R02" and MARK.step_id in one.steps
    )
    spoken = model.index_of(finding.key).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("TJ, ")
    assert "confidence: low" in spoken
    assert "Keep" in spoken


def test_evidence_folds_what_is_equal(loaded: Loaded, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = EvidenceModel(ENGLISH, parent)
    QAbstractItemModelTester(model, _WARN, parent)
    finding = next(one for one in loaded.findings if one.rule == "R02" and MARK.step_id in one.steps)
    shown = sheet(finding, loaded, ENGLISH)
    model.show_sheet(shown)
    assert model.columnCount() == 3
    assert model.rowCount() == len(shown.rows) + 1
    last = model.index(len(shown.rows), 0)
    assert last.data().startswith("The same: ")
    assert "DCL-06" in last.data()
    assert model.headerData(0, Qt.Orientation.Horizontal).startswith("14 ")
    assert model.index(0, 1).data(RELATION_ROLE) == "≠"
    assert model.index(0, 0).data(CELL_ROLE) is not None
    model.unfold(unfolded=True)
    assert model.rowCount() == len(shown.rows) + len(shown.equal)
    assert model.headerData(model.rowCount() - 1, Qt.Orientation.Vertical) == "Activity"
    model.show_sheet(type(shown)())
    assert (model.rowCount(), model.columnCount()) == (0, 0)


def test_marks_stand_in_order_of_country(loaded: Loaded, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = MarksModel(ENGLISH, parent)
    QAbstractItemModelTester(model, _WARN, parent)
    other = Mark(
        "M-2", "BY-P-import-road-01", Verdict.REMOVE, "Twice", WHO, "2026-11-25T10:00:00Z", stale=("channel",)
    )
    gone = Mark("M-3", "no such step", Verdict.KEEP, "", WHO, "2026-11-25T10:00:00Z")
    model.show_marks([MARK, other, gone], loaded)
    assert model.rowCount() == 2
    texts = [model.index(0, column).data() for column in range(model.columnCount())]
    assert texts[MarkColumn.COUNTRY] == "BY"
    assert texts[MarkColumn.VERDICT] == "Remove"
    assert texts[MarkColumn.STALE] == "stale"
    assert model.index(1, MarkColumn.STEP).data().startswith("15 ")
    assert model.index(1, MarkColumn.DATE).data() == "24 Nov 2026"


def test_the_next_finding_is_there_within_a_blink(review: ReviewWorkspace, qtbot: QtBot) -> None:
    took = []
    for _ in range(9):
        began = time.thread_time()
        qtbot.keyClick(review.side.view, Qt.Key.Key_Down)
        took.append(time.thread_time() - began)
    # Time of this thread alone, so that a busy machine does not count.
    assert sorted(took)[len(took) // 2] < 0.05


def test_everything_that_acts_has_a_name(review: ReviewWorkspace) -> None:
    review.session.run(SetMark(MARK.step_id, Verdict.KEEP, "It is needed"))
    for pane in (review, review.side, review.inspecting.inspector):
        for widget in pane.findChildren(QWidget):
            own = not isinstance(widget.window(), QMenu) and not _is_list_of_combo(widget)
            if own and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_of_qt(widget):
                assert widget.objectName(), widget
                said = widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip()
                assert said, widget.objectName()


def _is_of_qt(widget: QWidget) -> bool:
    return widget.objectName().startswith("qt_")


def _is_list_of_combo(widget: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QComboBox):
            return True
        around = around.parentWidget()
    return False
