"""What the catalogue asks for of the window's room, in the language of the longest words."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.review.workspace import ReviewWorkspace
from customs_app.ui.settings import Settings
from customs_app.ui.widgets.page_stack import PageStack

NARROW = QSize(1280, 800)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Settings of a Russian office."""
    settings.language = "ru"
    return settings


def _settle(window: MainWindow, size: QSize) -> None:
    window.resize(size)
    for _ in range(5):
        QApplication.processEvents()


def test_the_totals_become_narrow_without_cutting_anything(
    window: MainWindow, workspace: CatalogueWorkspace
) -> None:
    totals = workspace.pane.totals
    _settle(window, QSize(1800, 900))
    case = totals.findChild(QComboBox, "totals_case")
    time = totals.findChild(QWidget, "coverage_time_text")
    assert case is not None
    assert time is not None

    def height(widget: QWidget) -> int:
        return widget.mapTo(totals, widget.rect().center()).y()

    assert abs(height(case) - height(time)) <= 1, "all in one line where there is room"
    high = totals.height()
    _settle(window, NARROW)
    assert window.size() == NARROW
    assert totals.minimumSizeHint().width() < 600
    assert height(case) < height(time), "the case has a line of its own"
    assert totals.height() > high
    assert case.width() >= case.sizeHint().width()
    for name in ("elapsed", "effort", "fees", "documents", "other_case"):
        figure = totals.findChild(QWidget, f"totals_{name}")
        assert figure is not None
        assert figure.width() >= figure.minimumSizeHint().width()
        assert figure.height() >= figure.heightForWidth(figure.width()), "no line is cut off below"


def test_the_catalogue_takes_no_room_from_the_review(
    window: MainWindow, workspace: CatalogueWorkspace, qtbot: QtBot
) -> None:
    _settle(window, NARROW)
    window.show_workspace("review")
    review = window.current
    assert isinstance(review, ReviewWorkspace)
    qtbot.waitUntil(lambda: review.findings.desk.finding is not None, timeout=20_000)
    _settle(window, NARROW)
    assert window.size() == NARROW
    assert window.left.width() >= review.left_width
    assert window.right.width() >= review.right_width


def test_a_stack_asks_for_the_page_that_is_seen(qtbot: QtBot) -> None:
    stack = PageStack()
    qtbot.addWidget(stack)
    wide, narrow = QWidget(), QWidget()
    wide.setMinimumSize(900, 20)
    narrow.setMinimumSize(100, 30)
    stack.addWidget(wide)
    stack.addWidget(narrow)
    assert stack.minimumSizeHint() == QSize(900, 20)
    stack.setCurrentWidget(narrow)
    assert stack.minimumSizeHint() == QSize(100, 30)
