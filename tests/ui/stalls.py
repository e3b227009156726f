"""Drives a window through what an official does, and tells how long its event loop stood still."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication

from customs_app.ui.main_window import MainWindow
from customs_app.ui.stall import StallWatch


def turn_for(seconds: float) -> None:
    """Let the event loop turn for so long."""
    app = QApplication.instance()
    assert app is not None
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.0005)


def measure(does: Callable[[], object], *, after_s: float = 0.15) -> StallWatch:
    """The watch after something was done on the GUI thread, the loop turning before and afterwards."""
    turn_for(0.05)
    with StallWatch() as watch:
        turn_for(0.02)
        does()
        turn_for(after_s)
    return watch


def search_walk(window: MainWindow, words: str) -> Mapping[str, float]:
    """The longest stall in ms for each letter of a search, keyed by what stood in the box."""
    stalls = {}
    for length in range(1, len(words) + 1):
        text = words[:length]

        def type_it(text: str = text) -> None:
            window.search.setText(text)
            window.search.search_now()

        stalls[text] = measure(type_it).longest_ms
    window.search.clear()
    window.search.results.hide()
    return stalls


def workspace_walk(window: MainWindow, keys: tuple[str, ...]) -> Mapping[str, float]:
    """The longest stall in ms when each workspace is shown again after it was built."""
    for key in keys:
        window.show_workspace(key)
        turn_for(0.1)
    return {key: measure(lambda key=key: window.show_workspace(key)).longest_ms for key in keys}
