"""The watch sees a loop that stands still, and only then."""

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from customs_app.ui.stall import StallWatch


def test_sees_a_stall_and_where_it_was(qtbot: QtBot) -> None:
    def sleepy() -> None:
        time.sleep(0.12)

    with StallWatch() as watch:
        QTimer.singleShot(20, sleepy)
        qtbot.wait(220)
    assert 90 < watch.longest_ms < 400
    assert "sleepy" in watch.where


def test_counts_a_stall_that_lasts_to_the_end(qtbot: QtBot) -> None:
    watch = StallWatch()
    watch.start()
    qtbot.wait(20)
    time.sleep(0.08)
    watch.stop()
    assert watch.longest_ms > 60
