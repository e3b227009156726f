"""The time-procedure chart: how the hours of one procedure add up from step to step."""

from customs_app.analysis.case import BASE, Case
from customs_app.analysis.corridor.chain import chain
from customs_app.domain.corridor import Block, Role
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message
from customs_app.figures.cumulative.picture import Chart, case_line, chart_picture
from customs_app.figures.measure import shipped_fonts
from customs_app.figures.picture import Picture
from customs_app.figures.style import Style
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words


def time_procedure(
    full: FullProcedure,
    reference: Reference,
    palette: Palette,
    words: Words,
    *,
    case: Case = BASE,
    width: float = 960.0,
    height: float = 520.0,
    titled: bool = True,
) -> Picture:
    """The time of a procedure in a case, when each step is done, counted as its total is."""
    own = full.procedure
    block = Block(own.id, own.country, Role.IMPORT, (), full, False, Message(""))
    one = chain((block,), case, reference)
    style = Style(palette, words, shipped_fonts(), reference)
    below = f"{style.country(own.country)} · {case_line(one, words)}"
    chart = Chart(one, None, frozenset(), style, by_step=True)
    return chart_picture(chart, own.title[words.language], below, width, height, titled=titled)
