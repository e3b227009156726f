"""Frames of a diagram in the window's view while it is zoomed and dragged, painted as the view does it.

python -m benchmarks.pictures_in_view   from the top of the checkout, in the virtual environment .venv
"""

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from benchmarks.pictures import EN, diagram, told
from customs_app.figures.qt_picture import PaintedPicture
from customs_app.figures.swimlane import swimlane
from customs_app.figures.tokens import LIGHT
from customs_app.ui.pictures.canvas import Canvas
from customs_app.ui.pictures.sight import Sight

_SIZE = QSize(1400, 800)
_WARM = 3


def zoomed(count: int, frames: int = 60) -> tuple[list[float], list[float]]:
    """Seconds of each frame while a diagram is zoomed from all of it to twice its size, about the middle.

    First those while it is under way, three after each sharp one; then the sharp ones, as when it rests.
    """
    canvas, sight = _shown(count)
    first = sight.fitting
    moving: list[float] = []
    sharp: list[float] = []
    for frame in range(frames):
        sight.scale(first * (2 / first) ** (frame / frames), (_SIZE.width() / 2, _SIZE.height() / 2))
        found = moving if frame % 4 else sharp
        began = time.perf_counter()
        canvas.shown(sight, _SIZE, 1.0, quick=bool(frame % 4))
        found.append(time.perf_counter() - began)
    return moving, sharp[1:]


def dragged(count: int, zoom: float = 1.0, frames: int = 60) -> list[float]:
    """Seconds of each frame while a diagram is dragged by 24 and 8 pixels a frame."""
    canvas, sight = _shown(count)
    sight.scale(zoom, (0, 0))

    def drag(_frame: int) -> None:
        sight.move(sight.x + 24 / zoom, sight.y + 8 / zoom)

    return _timed(canvas, sight, drag, frames)


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
    sight = Sight(drawing.width, drawing.height, _SIZE.width(), _SIZE.height())
    return Canvas(picture, PaintedPicture(drawing), LIGHT.line2), sight


def _timed(canvas: Canvas, sight: Sight, go_on: Callable[[int], None], frames: int) -> list[float]:
    found = []
    for frame in range(frames):
        go_on(frame)
        began = time.perf_counter()
        canvas.shown(sight, _SIZE, 1.0)
        found.append(time.perf_counter() - began)
    return found[_WARM:]  # the first ones fill the store of letters


def lines() -> list[tuple[str, str, str, str, str]]:
    """What, ours, beside it, ratio and goal, as the table of all benchmarks has them.

    A QGuiApplication must be there, with the fonts loaded.
    """
    moving, sharp = zoomed(200)
    return [
        ("a frame while the view of 200 steps is zoomed", told(moving), "", "", "at most 16 ms"),
        ("the sharp frame when it rests", told(sharp), "", "", ""),
        ("a frame while it is dragged", told(dragged(200)), "", "", "at most 16 ms"),
    ]


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
