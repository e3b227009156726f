"""The differences ranked by effect, copied and saved."""

import csv
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from customs_app.analysis.ranked import ranked
from customs_app.domain.figures import Money, Range
from customs_app.language.words import Words
from customs_app.ui.compare.csv_out import difference_rows
from customs_app.ui.compare.sentences import SentencesModel
from customs_app.ui.compare.shown import Shown
from customs_app.ui.compare.workspace import CompareWorkspace
from customs_app.ui.main_window import MainWindow


def test_sentences_stand_by_their_effect(shown: Shown) -> None:
    expected = [one.difference for one in ranked(shown.comparison, shown.reference)]
    assert [one.difference for one in shown.sentences] == expected
    assert len(expected) == len(shown.comparison.differences)
    assert all(one in expected for one in shown.comparison.differences)
    first = shown.sentences[0]
    assert first.effect.endswith("apart")
    assert first.copied == f"{first.text} [{first.effect}]"
    unknown = [one for one in shown.sentences if not one.effect]
    assert unknown
    assert all(one.copied == one.text for one in unknown)
    assert any("not known" in one.why for one in unknown)


def test_rates_are_said_where_amounts_were_converted(shown: Shown) -> None:
    converted = [one for one in shown.sentences if one.ranked.rates]
    assert converted
    assert all("1 USD = " in one.why for one in converted)


def test_a_sentence_is_spoken_with_its_effect(shown: Shown, compare: CompareWorkspace) -> None:
    model = SentencesModel(compare)
    model.show_sentences(shown.sentences)
    spoken = str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert shown.sentences[0].effect in spoken
    assert shown.sentences[0].below in spoken


def test_rows_for_a_spreadsheet_keep_numbers_and_leave_unknown_empty(shown: Shown, english: Words) -> None:
    head, *rows = difference_rows(shown.sentences, shown.reference, english)
    assert len(rows) == len(shown.sentences)
    assert all(len(row) == len(head) for row in rows)
    assert [row[0] for row in rows] == [str(place) for place in range(1, len(rows) + 1)]
    typical = head.index("Hours apart, typical")
    known = [float(row[typical]) for row in rows if row[typical]]
    assert known == sorted(known, reverse=True)
    assert "" in {row[typical] for row in rows}


def test_a_large_amount_is_written_in_full(shown: Shown, english: Words) -> None:
    one = next(one for one in shown.sentences if one.ranked.cost)
    cost = (Money(12_345_678.25, "UZS"),)
    large = replace(one, ranked=replace(one.ranked, hours=Range(0.1 + 0.2, 100.5, None), cost=cost))
    head, row = difference_rows([large], shown.reference, english)
    told = dict(zip(head, row, strict=True))
    assert (told["Cost apart"], told["Currency"]) == ("12345678.25", "UZS")
    hours = [told[f"Hours apart, {end}"] for end in ("least", "typical", "most")]
    assert hours == ["0.3", "100.5", ""]


def test_the_dock_copies_with_one_click(compare: CompareWorkspace, window: MainWindow, qtbot: QtBot) -> None:
    button = window.findChild(QToolButton, "button_compare_copy_sentences")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert compare.viewing.shown is not None
    assert lines == [one.copied for one in compare.viewing.shown.sentences]


def test_differences_are_saved(
    compare: CompareWorkspace, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    button = window.findChild(QToolButton, "button_compare_csv")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    path = tmp_path / "differences.csv"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(path))
    with qtbot.waitSignal(window.session.noticed, timeout=20_000) as noticed:
        dialog.accept()
    assert noticed.args[0].made == path
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert compare.viewing.shown is not None
    assert len(rows) == 1 + len(compare.viewing.shown.sentences)
    assert rows[1][1] == compare.viewing.shown.sentences[0].text
