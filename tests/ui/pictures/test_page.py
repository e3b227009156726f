"""A picture with its table: turned by a key, copied, saved, and told where it cannot be."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from customs_app.domain.errors import InputError
from customs_app.domain.text import Message
from customs_app.figures.picture import Picture
from customs_app.ui.pictures.frame import Frame
from customs_app.ui.pictures.page import PicturePage
from customs_app.ui.pictures.tools import PictureTools
from customs_app.ui.session import Notice, Session
from tests.ui.pictures.conftest import grid

CTRL = Qt.KeyboardModifier.ControlModifier


class Maker:
    """Gives the grid, and keeps the frames that were asked for."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []

    def __call__(self, frame: Frame) -> Picture:
        self.frames.append(frame)
        return grid()


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def page(session: Session, qtbot: QtBot, maker: Maker) -> PicturePage:
    """A page that shows the grid, with the focus in it."""
    page = PicturePage(session, "picture")
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show_made(maker)
    with qtbot.waitSignal(page.view.ready):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    page.main.setFocus()
    return page


Take = Callable[[Path, int], None]


@pytest.fixture
def take(page: PicturePage) -> Take:
    """Chooses a kind of file and a name in the dialog that is open."""

    def taken(path: Path, kind: int) -> None:
        dialog = page.findChild(QFileDialog, "picture_dialog")
        assert dialog is not None
        dialog.setDirectory(str(path.parent))
        dialog.selectNameFilter(dialog.nameFilters()[kind])
        dialog.filterSelected.emit(dialog.nameFilters()[kind])
        assert dialog.defaultSuffix() == ("svg", "png", "pdf")[kind]
        assert dialog.selectedFiles()[0].endswith(("svg", "png", "pdf")[kind])
        dialog.selectFile(str(path))
        dialog.accept()

    return taken


def test_nothing_is_computed_before_it_is_in_sight(session: Session, qtbot: QtBot, maker: Maker) -> None:
    page = PicturePage(session, "picture")
    qtbot.addWidget(page)
    page.show_made(maker)
    qtbot.wait(50)
    assert maker.frames == []
    assert not page.acts.save.isEnabled()
    assert not any(action.isVisible() for action in page.acts.every)
    with qtbot.waitSignal(page.view.ready):
        page.show()
    assert [frame.titled for frame in maker.frames] == [False]
    assert page.acts.save.isEnabled()


def test_keys_zoom_and_the_bar_says_how_large_it_is(page: PicturePage, qtbot: QtBot) -> None:
    tools = PictureTools(page)
    qtbot.addWidget(tools)
    assert tools.zoom.text() == "100 %"
    QTest.keyClicks(page.view, "+")
    assert tools.zoom.text() == "120 %"
    QTest.keyClicks(page.view, "-")
    QTest.keyClicks(page.view, "0")
    assert page.view.sight.fits
    assert tools.zoom.text() == f"{round(100 * page.view.sight.fitting)} %"
    button = tools.findChild(QToolButton, "button_picture_larger")
    assert button is not None
    assert button.accessibleName() == "Larger"
    before = page.view.sight.zoom
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.view.sight.zoom > before


def test_t_shows_a_table_that_copies_with_its_head(page: PicturePage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_T)
    assert page.tabled
    assert page.table.hasFocus()
    assert not page.acts.larger.isEnabled()
    page.table.selectRow(1)
    QTest.keyClick(page.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Row\tText\n1\tRow 1\n"
    QTest.keyClick(page.table, Qt.Key.Key_T)
    assert not page.tabled
    assert page.view.hasFocus()


def test_the_picture_is_copied_as_image_and_svg(page: PicturePage, qtbot: QtBot, maker: Maker) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(page.session.noticed):
        QTest.keyClick(page.view, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    image = QImage(data.imageData())
    picture = grid()
    assert image.width() == 2 * picture.drawing.width
    assert b"Row 7" in data.data("image/svg+xml").data()
    assert maker.frames[-1].titled, "outside the window it says what it is"


@pytest.mark.parametrize(
    ("kind", "name", "begins"),
    [(0, "a.svg", b"<?xml"), (1, "a.png", b"\x89PNG"), (2, "a.pdf", b"%PDF"), (2, "b", b"%PDF")],
)
def test_it_is_saved_as_each_kind(
    page: PicturePage, take: Take, tmp_path: Path, qtbot: QtBot, *, kind: int, name: str, begins: bytes
) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_S, CTRL)
    with qtbot.waitSignal(page.session.noticed, timeout=20_000) as told:
        take(tmp_path / name, kind)
    assert isinstance(told.args, list)
    notice = told.args[0]
    assert isinstance(notice, Notice)
    assert not notice.bad
    assert notice.made is not None
    assert notice.made.read_bytes().startswith(begins)
    assert [path.name for path in tmp_path.iterdir() if path.suffix in {".svg", ".png", ".pdf"}] == [
        notice.made.name
    ]


def test_what_cannot_be_written_is_said(
    page: PicturePage, take: Take, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, *_args: object, **_kwargs: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    page.save()
    with qtbot.waitSignal(page.session.noticed) as told:
        take(tmp_path / "a.svg", 0)
    assert isinstance(told.args, list)
    assert told.args[0].bad
    assert not (tmp_path / "a.svg").exists()


def test_what_cannot_be_drawn_is_said(page: PicturePage, qtbot: QtBot) -> None:
    def broken(_frame: Frame) -> Picture:
        raise InputError(Message("There is no procedure “{procedure}”.", {"procedure": "X"}))

    page.show_made(broken)
    qtbot.waitUntil(lambda: page.picture is None)
    assert page.currentWidget().accessibleName() == "There is no procedure “X”."
    assert not page.acts.copy.isEnabled()


def test_a_flexible_picture_follows_the_room(page: PicturePage, qtbot: QtBot, maker: Maker) -> None:
    with qtbot.waitSignal(page.view.ready):
        page.show_made(maker, flexible=True)
    asked = len(maker.frames)
    with qtbot.waitSignal(page.view.ready):
        page.resize(900, 500)
    assert len(maker.frames) > asked
    assert maker.frames[-1].width > 800
    page.show_made(maker)
    qtbot.waitUntil(lambda: not page._newest.busy)
    asked = len(maker.frames)
    page.resize(700, 500)
    qtbot.wait(200)
    assert len(maker.frames) == asked, "others are as large as they are"


def test_its_menu_has_what_can_be_done(page: PicturePage) -> None:
    page.view.select("2-1")
    QTest.keyClick(page.view, Qt.Key.Key_Menu)
    page.view.menu_asked.emit(page.mapToGlobal(page.rect().center()))
    menu = page.findChild(QMenu, "picture_menu")
    assert menu is not None
    assert [action.objectName() for action in menu.actions()] == [
        f"picture_{name}" for name in ("larger", "smaller", "fit", "table", "copy", "save")
    ]
    menu.close()
