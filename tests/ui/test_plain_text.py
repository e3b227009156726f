"""Text of the catalogue is data: no view takes a title for a formatted text, whatever is written in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QStyleOptionViewItem, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.dialogs.delete import ask_delete
from customs_app.ui.main_window import MainWindow
from customs_app.ui.widgets.tips import plain

HOSTILE = '<img src="file:///etc/passwd">&amp;<b>'
_COLUMNS = {
    "step": ("title_en", "legal_basis", "condition", "locator", "note", "cost_basis"),
    "procedure": ("title_en",),
    "document": ("name_en", "name_local"),
    "agency": ("name_en", "name_local"),
    "source": ("title",),
    "activity": ("name_en",),
    "country": ("name_en",),
    "corridor": ("name_en",),
}


@pytest.fixture
def catalogue_file(catalogue_file: Path) -> Path:
    """A copy of the starting catalogue in which every text begins with a tag."""
    with closing(sqlite3.connect(catalogue_file)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        for table, columns in _COLUMNS.items():
            there = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            for column in there.intersection(columns):
                change = f"UPDATE {table} SET {column} = ? || {column} WHERE {column} IS NOT NULL"
                connection.execute(change, (HOSTILE,))
        connection.commit()
    return catalogue_file


def _formatted(top: QWidget) -> list[str]:
    """Names of the widgets that would format a text of the catalogue."""
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        if HOSTILE[:5] in widget.toolTip():
            found.append(
                f"tooltip of {widget.objectName() or type(widget).__name__}: {widget.toolTip()[:80]}"
            )
        if isinstance(widget, QLabel) and HOSTILE[:5] in widget.text():
            plain_text = widget.textFormat() is Qt.TextFormat.PlainText
            if not plain_text:
                found.append(f"label {widget.objectName() or widget.parent()}: {widget.text()[:80]}")
    return found


def test_no_workspace_formats_a_text_of_the_catalogue(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert HOSTILE[:5] in session.catalogue.procedures()[0].procedure.title[session.language]
    for key in ("catalogue", "review", "compare", "corridors", "proposals"):
        window.show_workspace(key)
        qtbot.waitUntil(lambda: session.findings.known is not None, timeout=20_000)
        qtbot.wait(600)
        assert _formatted(window) == [], key


def test_a_tag_in_a_title_stays_a_tag_in_the_tooltip_of_its_cell(window: MainWindow, qtbot: QtBot) -> None:
    window.show_workspace("catalogue")
    shown = window.current
    assert isinstance(shown, CatalogueWorkspace)
    view = shown.pane.table
    qtbot.waitUntil(lambda: view.step is not None if hasattr(view, "step") else True)
    assert "&lt;img" in _tip_of(view, 1)


def _tip_of(view: QAbstractItemView, column: int) -> str:
    index = view.model().index(0, column, view.model().index(0, 0))
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    assert view.itemDelegateForIndex(index).helpEvent(event, view, option, index)
    QApplication.processEvents()
    return QToolTip.text()


def test_the_question_before_deleting_shows_a_title_as_it_is_written(
    qtbot: QtBot, dressed: QApplication
) -> None:
    assert dressed is not None
    parent = QWidget()
    qtbot.addWidget(parent)
    box = ask_delete(
        parent, words(Language.EN), "ask", title="t", question=HOSTILE, details=HOSTILE, go_on=lambda: None
    )
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()


def test_a_text_without_tags_needs_no_format() -> None:
    assert plain("5 < 7 & more") == "<span>5 &lt; 7 &amp; more</span>"
    assert plain("Fee & stamp") == "Fee & stamp"
    assert plain("<b>\nx") == "<span>&lt;b&gt;<br>x</span>"


def test_a_very_long_text_is_cut_in_its_tooltip() -> None:
    assert len(plain("word " * 8000)) < 2000
    assert plain("word " * 8000).endswith("…</span>")
