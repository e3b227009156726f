"""The preview by keys and clicks: size, search, thumbnails, contents, facing pages."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.ui.preview.pane import PreviewPane
from customs_app.ui.preview.zoom import Fit
from tests.ui.preview.conftest import PAGES

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def _wheel(pane: PreviewPane, by: int, at: QPointF) -> None:
    view = pane.pages.viewport()
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_pages_are_larger_and_smaller_and_sharp(pane: PreviewPane, qtbot: QtBot) -> None:
    pages, zoom = pane.pages, pane.bar.zoom
    assert pages.zoom is Fit.WIDTH
    qtbot.keyClick(pages, Qt.Key.Key_0)
    assert (pages.zoom, zoom.currentText()) == (100, "100 %")
    for _ in range(5):
        qtbot.keyClick(pages, Qt.Key.Key_Plus, CTRL)
    assert zoom.currentText() == "200 %"
    # At 200 percent the picture has every pixel of the screen, not a stretched smaller one.
    qtbot.waitUntil(lambda: pages.is_sharp(0))
    assert pages._pictures[0].image.width() == pages.boxes[0].width() == 1587
    # What is under the mouse stays there.
    at = QPointF(300, 200)
    before = pages._at(at)
    _wheel(pane, 120, at)
    assert zoom.currentText() == "250 %"
    after = pages._at(at)
    assert before[0] == after[0]
    assert abs(before[2] - after[2]) < 0.005
    _wheel(pane, -120, at)
    assert pages.zoom == 200
    qtbot.keyClick(pages, Qt.Key.Key_P)
    assert zoom.currentText() == "Whole page"
    assert pages.boxes[0].height() <= pages.viewport().height()
    qtbot.keyClick(zoom, Qt.Key.Key_Up)
    assert pages.zoom is Fit.WIDTH
    assert zoom.accessibleName() == "Size of the pages"


def test_one_goes_to_a_page_that_is_typed(pane: PreviewPane, qtbot: QtBot) -> None:
    pages, field = pane.pages, pane.bar.place.field
    qtbot.keyClick(pages, Qt.Key.Key_G, CTRL)
    assert field.hasFocus()
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pages.page == 6
    assert pages.hasFocus()
    assert pages.accessibleName() == f"Page 7 of {PAGES}"
    qtbot.keyClick(pages, Qt.Key.Key_G, CTRL)
    qtbot.keyClicks(field, "99")  # there is none: what is not a page cannot be typed
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), pages.page) == ("7", 6)
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    assert field.text() == "1"


def test_words_are_found_marked_and_walked_through(pane: PreviewPane, qtbot: QtBot) -> None:
    pages, search, finding = pane.pages, pane.search, pane.finding
    assert search.isHidden()
    pages.show_page(3)
    qtbot.keyClick(pages, Qt.Key.Key_F, CTRL)
    assert search.field.hasFocus()
    qtbot.keyClicks(search.field, "border")  # letters of the word are no keys of the preview
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: finding.done)
    # From the page in sight on: the fourth has the first two, the third one before them.
    assert finding.current == (3, 0)
    assert search.count.text() == "2 of 6"
    yellow = _yellow(pane)
    assert yellow > 20
    for page, said in ((3, "3 of 6"), (5, "4 of 6"), (8, "5 of 6"), (11, "6 of 6"), (2, "1 of 6")):
        qtbot.keyClick(search.field, Qt.Key.Key_F3)
        assert finding.current is not None
        assert (finding.current.page, search.count.text()) == (page, said)
        assert page in {one for one, _ in pages._in_sight()}
    qtbot.keyClick(search.field, Qt.Key.Key_F3, SHIFT)
    assert search.count.text() == "6 of 6"
    qtbot.mouseClick(search.after, Qt.MouseButton.LeftButton)
    assert search.count.text() == "1 of 6"
    search.field.selectAll()
    qtbot.keyClicks(search.field, "customs union")
    qtbot.waitUntil(lambda: search.count.text() == "Not found")
    assert not search.after.isEnabled()
    qtbot.keyClick(search.field, Qt.Key.Key_Escape)
    assert search.isHidden()
    assert pages.hasFocus()
    assert _yellow(pane) == 0


def _yellow(pane: PreviewPane) -> int:
    image = pane.pages.grab().toImage()
    found = 0
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            colour = QColor(image.pixel(x, y))
            found += colour.red() > 200 and colour.blue() < 120
    return found


def test_thumbnails_and_contents_lead_to_pages(pane: PreviewPane, qtbot: QtBot) -> None:
    pages, side = pane.pages, pane.side
    assert side.isHidden()
    qtbot.keyClick(pages, Qt.Key.Key_S)
    thumbnails = side.thumbnails
    qtbot.waitUntil(lambda: thumbnails.model_.pictured(2))
    assert not thumbnails.model_.pictured(PAGES - 1)
    thumbnails.setFocus()
    qtbot.keyClick(thumbnails, Qt.Key.Key_Down)
    assert pages.page == 1
    qtbot.keyClick(thumbnails, Qt.Key.Key_End)
    assert pages.page in {PAGES - 1, PAGES - 2}
    qtbot.waitUntil(lambda: thumbnails.model_.pictured(PAGES - 1))
    name = thumbnails.model_.index(4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name == f"Page 5 of {PAGES}"
    side.tabs.setCurrentIndex(1)
    contents = side.contents
    second = contents.model().index(1, 0)
    assert second.data() == "Part 3"
    contents.setCurrentIndex(second)
    assert pages.page == 2
    pages.show_page(8)
    assert contents.currentIndex().data() == "Part 9"
    qtbot.keyClick(pages, Qt.Key.Key_S)
    assert side.isHidden()


def test_facing_pages_turn_two_by_two(pane: PreviewPane, qtbot: QtBot) -> None:
    pages = pane.pages
    qtbot.mouseClick(pane.bar.facing, Qt.MouseButton.LeftButton)
    assert pages.facing
    assert pages.boxes[1].top() == pages.boxes[2].top()
    qtbot.waitUntil(lambda: pages.is_sharp(1) and pages.is_sharp(2))
    pages.show_page(1)
    qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    assert pages.page == 3
    qtbot.mouseClick(pane.bar.before, Qt.MouseButton.LeftButton)
    assert pages.page == 1
    # How it is looked at can be kept and taken up again.
    kept = dict(pane.state())
    qtbot.keyClick(pages, Qt.Key.Key_D)
    assert not pages.facing
    pane.restore(kept)
    assert pages.facing
    assert kept == {"zoom": "width", "facing": True, "side": False}


def test_a_newer_paper_keeps_place_and_search(pane: PreviewPane, qtbot: QtBot) -> None:
    pages = pane.pages
    pages.show_page(8)
    pane.open_search()
    pane.search.asked.emit("border")
    qtbot.waitUntil(lambda: pane.finding.done)
    current, top = pane.finding.current, pages.verticalScrollBar().value()
    pane.show_under_way()
    assert pages.stale
    assert pane.about.full_text == "being renewed…"
    pane.property("maker").ask("again")
    qtbot.waitUntil(lambda: not pages.stale and pane.finding.done)
    assert pane.finding.current == current
    assert pages.verticalScrollBar().value() == top
    assert pane.about.full_text == f"{PAGES} pages · A4 · edition 0123abcd"
    pane.close_search()
    pane.show_note("The disk is full")
    assert pane.note.isVisible()
    assert not pane.bar.zoom.isEnabled()
    assert (pane.about.full_text, pane.bar.place.of.text()) == ("", "")
    qtbot.keyClick(pane, Qt.Key.Key_F, CTRL)
    assert not pane.search.field.hasFocus()
