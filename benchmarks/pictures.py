"""Pictures: ten countries of 60 steps aligned and painted, a diagram laid out, and painted while it is moved.

python -m benchmarks.pictures   from the top of the checkout, in the virtual environment .venv
"""

import os
import random
import time
from collections.abc import Iterator, Sequence
from statistics import median

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from benchmarks import side_by_side
from benchmarks.alignment import made
from benchmarks.lines import Line, ms, print_lines
from customs_app.analysis.align import align_all
from customs_app.analysis.compare import compare
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import AgencyKind, Mode, Regime
from customs_app.domain.procedure import Agency, FullProcedure, Procedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Language, Text
from customs_app.figures.heat import heat
from customs_app.figures.picture import Picture
from customs_app.figures.qt_picture import PaintedPicture
from customs_app.figures.swimlane import swimlane
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from customs_app.ui.pictures.canvas import Canvas
from customs_app.ui.pictures.sight import Sight

EN = words(Language.EN)
SIZE = QSize(1400, 800)
"""The window that a picture is seen in."""


def diagram(count: int) -> tuple[FullProcedure, Reference]:
    """A procedure of so many steps in eight lanes, always the same."""
    draws = random.Random(5)
    agencies = {
        f"a{i}": Agency(f"a{i}", "UZ", Text(f"Agency {i}"), kind=kind)
        for i, kind in enumerate(list(AgencyKind)[:8])
    }
    steps = []
    for n in range(1, count + 1):
        after = (
            {draws.randint(max(1, n - 9), n - 1) for _ in range(draws.choice((1, 1, 1, 2, 3)))}
            if n > 1
            else ()
        )
        steps.append(
            Step(
                f"s{n}", "p", n, Text("Lodge the papers of the goods with the office in charge"), "DCL-01",
                agency_id=f"a{draws.randrange(8)}", depends_on=tuple(f"s{one}" for one in sorted(after)),
            )
        )  # fmt: skip
    own = Procedure("p", "UZ", Regime.IMPORT, Text("Import"), Mode.ROAD)
    return FullProcedure(own, tuple(steps), {}), Reference({}, {}, {}, {}, agencies, {}, {}, {}, {}, {})


def painted(picture: Picture) -> None:
    """Paint what a window of 1400 x 800 shows of a picture at first."""
    drawing = picture.drawing
    sight = Sight(drawing.width, drawing.height, SIZE.width(), SIZE.height())
    sight.begin()
    Canvas(picture, PaintedPicture(drawing), LIGHT.line2).shown(sight, SIZE, 1.0)


def aligned_and_drawn(catalogue: Catalogue) -> tuple[float, ...]:
    """Seconds to align ten procedures of 60 steps with fields, compare them, and paint their heat map."""
    reference = catalogue.reference()
    procedures = {full.procedure.country: full for full in made(catalogue)}

    def once() -> None:
        align_all(tuple(procedures.values()), (), reference)
        painted(heat(compare(procedures, reference, regime=Regime.IMPORT), reference, LIGHT, EN))

    return side_by_side.seconds(once)


def laid_out(count: int) -> tuple[float, ...]:
    """Seconds to lay out a diagram."""
    full, reference = diagram(count)
    return side_by_side.seconds(lambda: swimlane(full, reference, LIGHT, EN))


def moved(count: int, zoom: float, frames: int = 60) -> list[float]:
    """Seconds of each painting of a window of 1400 x 800 that is moved over a diagram at a zoom."""
    full, reference = diagram(count)
    drawing = swimlane(full, reference, LIGHT, EN).drawing
    picture = PaintedPicture(drawing)
    screen = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    found = []
    for frame in range(frames):
        left = max(0.0, drawing.width - 1400 / zoom) * frame / frames
        top = max(0.0, drawing.height - 800 / zoom) * frame / frames
        began = time.perf_counter()
        screen.fill(QColor("#FFFFFF"))
        painter = QPainter(screen)
        painter.scale(zoom, zoom)
        painter.translate(-left, -top)
        picture.paint(painter, QRectF(left, top, 1400 / zoom, 800 / zoom))
        painter.end()
        found.append(time.perf_counter() - began)
    return found[5:]  # the first ones fill the store of letters


def lines(catalogue: Catalogue) -> Iterator[Line]:
    """Pictures laid out and painted; a QGuiApplication must be there, with the fonts loaded."""
    what = "align with fields and compare ten countries of 60 steps, heat map laid out and painted"
    yield Line(what, ms(aligned_and_drawn(catalogue)), goal="under 100 ms")
    yield Line("lay out a diagram of 200 steps", ms(laid_out(200)), goal="beside the window")
    yield Line("a frame of that diagram at 100 %", told(moved(200, 1.0)), goal="at most 16 ms")


def told(frames: Sequence[float]) -> str:
    """The median of seconds, and the slowest, as milliseconds."""
    return f"{median(frames) * 1e3:.1f} ms (slowest {max(frames) * 1e3:.1f})"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from customs_app.ui import fonts

    application = QGuiApplication([])
    fonts.load_everything()
    print_lines(lines)
    for zoom in (0.1, 0.25, 0.5, 2.0):
        print(f"a frame of that diagram at {zoom:.0%} | {told(moved(200, zoom))}")
