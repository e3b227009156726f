"""The search box finds while one types, and Enter goes there."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from customs_app.catalogue.results import Hit
from customs_app.domain.text import Text
from customs_app.ui.frame.search_box import go_to_hit
from customs_app.ui.main_window import MainWindow
from customs_app.ui.session import Place, Session


def test_results_come_while_typing(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.focus_search()
    qtbot.keyClicks(window.search, "invoice")
    qtbot.waitUntil(window.search.results.isVisible)
    assert isinstance(window.search.results.current(), Hit)
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.results.isVisible()
    assert window.search.text() == "invoice"
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""


def test_enter_goes_to_the_hit_before_the_wait_is_over(window: MainWindow, qtbot: QtBot) -> None:
    places: list[Place] = []
    window.session.navigate.disconnect()
    window.session.navigate.connect(places.append)
    window.activateWindow()
    window.focus_search()
    qtbot.keyClicks(window.search, "invoice")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert [place.workspace for place in places] == ["catalogue"]
    assert places[0].step_id is not None
    assert window.search.text() == ""


def test_arrows_walk_over_the_headings(window: MainWindow, qtbot: QtBot) -> None:
    window.search.setText("declaration")
    window.search.search_now()
    first = window.search.results.current()
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    second = window.search.results.current()
    assert isinstance(first, Hit)
    assert isinstance(second, Hit)
    assert first != second
    qtbot.keyClick(window.search, Qt.Key.Key_Up)
    assert window.search.results.current() == first


def test_nothing_found_is_said(window: MainWindow) -> None:
    window.search.setText("qqqzzz")
    window.search.search_now()
    assert window.search.results.isVisible()
    assert window.search.results.current() is None
    window.search.setText(" ")
    window.search.search_now()
    assert not window.search.results.isVisible()


def test_every_kind_of_hit_has_its_place(session: Session) -> None:
    places: list[Place] = []
    session.navigate.connect(places.append)
    title = Text("x")
    go_to_hit(session, Hit("step", "s", "p", "KZ", title))
    go_to_hit(session, Hit("procedure", "p", "p", "KZ", title))
    go_to_hit(session, Hit("corridor", "COR-01", None, None, title))
    go_to_hit(session, Hit("document", "d", None, "KZ", title))
    assert places == [
        Place("catalogue", "p", "s"),
        Place("catalogue", "p"),
        Place("corridors", None, "COR-01"),
        Place("catalogue"),
    ]
    assert session.selection == Hit("document", "d", None, "KZ", title)
