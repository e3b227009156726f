"""Frames of a diagram in the window's view while it is zoomed and dragged, painted as the view does it.

python -m benchmarks.pictures_in_view   from the top of the checkout, in the virtual environment .venv
"""

import os
import time
from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication

from benchmarks.lines import Line
from benchmarks.pictures import EN, SIZE, diagram, told
from customs_app.figures.qt_picture import PaintedPicture
from customs_app.figures.swimlane import swimlane
from customs_app.figures.tokens import LIGHT
from customs_app.ui.pictures.canvas import Canvas
from customs_app.ui.pictures.sight import Sight

_WARM = 3


def zoomed(count: int, frames: int = 120) -> tuple[list[float], list[float]]:
    """Seconds of each frame while a diagram is zoomed about the middle, in to twice its size and out again.

    First those while it is under way, seven after each sharp one; then the sharp ones, as when it rests.
    """
    canvas, sight = _shown(count)
    first = sight.fitting
    moving: list[float] = []
    sharp: list[float] = []
    for frame in range(frames):
        share = 1 - abs(1 - 2 * frame / frames)
        sight.scale(first * (2 / first) ** share, (SIZE.width() / 2, SIZE.height() / 2))
        quick = frame % 8 != 0
        began = time.perf_counter()
        canvas.shown(sight, SIZE, 1.0, quick=quick)
        (moving if quick else sharp).append(time.perf_counter() - began)
    return moving, sharp[1:]


def dragged(count: int, frames: int = 60) -> list[float]:
    """Seconds of each frame while a diagram is dragged by 24 and 8 pixels a frame."""
    canvas, sight = _shown(count)
    sight.scale(1.0, (0, 0))
    found = []
    for _ in range(frames):
        sight.move(sight.x + 24, sight.y + 8)
        began = time.perf_counter()
        canvas.shown(sight, SIZE, 1.0)
        found.append(time.perf_counter() - began)
    return found[_WARM:]  # the first ones fill the store of letters


def made_ready(count: int) -> float:
    """Seconds to make a diagram ready for painting; the view does it in turns of the event loop."""
    full, reference = diagram(count)
    drawing = swimlane(full, reference, LIGHT, EN).drawing
    began = time.perf_counter()
    PaintedPicture(drawing)
    return time.perf_counter() - began


def _shown(count: int) -> tuple[Canvas, Sight]:
    full, reference = diagram(count)
    picture = swimlane(full, reference, LIGHT, EN)
    drawing = picture.drawing
    sight = Sight(drawing.width, drawing.height, SIZE.width(), SIZE.height())
    return Canvas(picture, PaintedPicture(drawing), LIGHT.line2), sight


def lines() -> Iterator[Line]:
    """Frames while it is moved; a QGuiApplication must be there, with the fonts loaded."""
    moving, sharp = zoomed(200)
    yield Line("a frame while the view of 200 steps is zoomed in and out", told(moving), goal="at most 16 ms")
    yield Line("the sharp frame when it rests", told(sharp))
    yield Line("a frame while it is dragged", told(dragged(200)), goal="at most 16 ms")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from customs_app.ui import fonts

    application = QGuiApplication([])
    fonts.load_everything()
    for count in (60, 200):
        print(f"diagram of {count} steps made ready: {made_ready(count) * 1e3:.0f} ms in turns")
        moving, sharp = zoomed(count)
        for name, times in (("zoomed", moving), ("sharp after it", sharp), ("dragged", dragged(count))):
            print(f"diagram of {count} steps {name}: {told(times)} a frame")
