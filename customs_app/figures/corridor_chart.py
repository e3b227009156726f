"""The chart of a corridor: how hours add up from step to step, with what is not known."""

from collections.abc import Collection

from customs_app.analysis.corridor.result import Chain
from customs_app.domain.reference import Reference
from customs_app.figures.cumulative.picture import Chart, case_line, chart_picture
from customs_app.figures.measure import shipped_fonts
from customs_app.figures.picture import Picture
from customs_app.figures.style import Style
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words


def corridor_chart(
    chain: Chain,
    reference: Reference,
    palette: Palette,
    words: Words,
    *,
    name: str = "",
    width: float = 960.0,
    height: float = 440.0,
    titled: bool = True,
    before: Chain | None = None,
    struck: Collection[str] = (),
) -> Picture:
    """A chain's time step by step; `name` is that of its corridor.

    With `before`, the chain as it is, its typical line stands behind in grey, and the steps of it that are
    `struck` (ids) are crossed out below the axis.
    """
    style = Style(palette, words, shipped_fonts(), reference)
    chart = Chart(chain, before, frozenset(struck), style)
    title = name or words.text("Cumulative time")
    return chart_picture(chart, title, case_line(chain, words), width, height, titled=titled)
