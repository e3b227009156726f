"""The chart of a chain: for the window at its size, and as it is saved or copied."""

from functools import partial

from customs_app.domain.reference import Reference
from customs_app.figures.corridor_chart import corridor_chart
from customs_app.figures.picture import Picture
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui.corridors.shown import Worked
from customs_app.ui.pictures.frame import Frame, Make


def chart(worked: Worked, reference: Reference, palette: Palette, words: Words, frame: Frame) -> Picture:
    """The chart of what was found, with the line as it is in grey where steps are left out."""
    return corridor_chart(
        worked.chain,
        reference,
        palette,
        words,
        name=worked.corridor.name[words.language],
        width=frame.width,
        height=frame.height,
        titled=frame.titled,
        before=worked.as_is if worked.struck else None,
        struck=worked.struck,
    )


def chart_maker(worked: Worked, reference: Reference, palette: Palette, words: Words) -> Make:
    """Makes the chart in whatever frame is asked for."""
    return partial(chart, worked, reference, palette, words)
