"""Pictures: ten countries of 60 steps aligned and drawn, a diagram laid out, and painted while it is moved.

python -m benchmarks.pictures   from the top of the checkout, in the virtual environment .venv
"""

import os
import random
import time
from collections.abc import Sequence
from statistics import median

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from benchmarks import side_by_side
from benchmarks.alignment import made
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

EN = words(Language.EN)


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


def aligned_and_drawn(catalogue: Catalogue) -> tuple[float, ...]:
    """Seconds to set ten procedures of 60 steps side by side and lay out their heat map."""
    reference = catalogue.reference()
    procedures = {full.procedure.country: full for full in made(catalogue)}

    def once() -> Picture:
        return heat(compare(procedures, reference, regime=Regime.IMPORT), reference, LIGHT, EN)

    once()
    return side_by_side.seconds(once, 7)


def laid_out(count: int) -> tuple[float, ...]:
    """Seconds to lay out a diagram."""
    full, reference = diagram(count)
    swimlane(full, reference, LIGHT, EN)
    return side_by_side.seconds(lambda: swimlane(full, reference, LIGHT, EN), 5)


def painted(count: int, zoom: float, frames: int = 60) -> list[float]:
    """Seconds of each painting of a window of 1400 x 800 that is moved over a diagram at a zoom."""
    full, reference = diagram(count)
    drawing = swimlane(full, reference, LIGHT, EN).drawing
    picture = PaintedPicture(drawing)
    screen = QImage(1400, 800, QImage.Format.Format_ARGB32_Premultiplied)
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


def lines(catalogue: Catalogue) -> list[tuple[str, str, str, str, str]]:
    """What, ours, beside it, ratio and goal, as the table of all benchmarks has them.

    A QGuiApplication must be there, with the fonts loaded.
    """
    drawn, laid = median(aligned_and_drawn(catalogue)) * 1e3, median(laid_out(200)) * 1e3
    return [
        ("compare ten countries of 60 steps, heat map drawn", f"{drawn:.0f} ms", "", "", "under 100 ms"),
        ("lay out a diagram of 200 steps", f"{laid:.0f} ms", "", "", "beside the window"),
        ("a frame of that diagram at 100 %", told(painted(200, 1.0)), "", "", "at most 16 ms"),
    ]


def told(frames: Sequence[float]) -> str:
    """The median of seconds, and the slowest, as milliseconds."""
    return f"{median(frames) * 1e3:.1f} ms (slowest {max(frames) * 1e3:.1f})"


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    from customs_app.catalogue.file import create, open_catalogue

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from customs_app.ui import fonts

    application = QGuiApplication([])
    fonts.load_everything()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.customs"
        create(path)
        with open_catalogue(path) as opened:
            took = median(aligned_and_drawn(opened)) * 1e3
            print(f"ten countries of 60 steps, compared and drawn: {took:.0f} ms")
    for count in (60, 200):
        print(f"diagram of {count} steps laid out: {median(laid_out(count)) * 1e3:.0f} ms")
    for zoom in (0.1, 0.25, 0.5, 1.0, 2.0):
        times = sorted(painted(200, zoom))
        print(
            f"diagram of 200 steps painted at {zoom:.0%}: {median(times) * 1e3:.1f} ms, "
            f"the slowest {times[-1] * 1e3:.1f} ms"
        )
