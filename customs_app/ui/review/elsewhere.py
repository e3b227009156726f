"""How other countries do the activity of a step."""

from collections.abc import Sequence
from dataclasses import dataclass

from customs_app.analysis.counting import counted_times
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.figures.figure_text import explain_time, time_text
from customs_app.figures.icon_shapes import CHANNEL_ICONS, icon_drawing
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.loaded import Loaded
from customs_app.ui.widgets.lines import Line

_TIME_WIDTH = 52


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Steps of other countries that do one activity, and the countries whose procedure has none."""

    steps: tuple[tuple[FullProcedure, Step], ...]
    without: tuple[str, ...]


def elsewhere(full: FullProcedure, step: Step, loaded: Loaded) -> Elsewhere:
    """The activity of a step in the procedures that the rules compare with, by country."""
    steps: list[tuple[FullProcedure, Step]] = []
    without = []
    for iso2, peer in sorted(loaded.peers(full.procedure).items()):
        own = [one for one in peer.steps if one.activity == step.activity]
        steps += [(peer, one) for one in own]
        if not own:
            without.append(iso2)
    return Elsewhere(tuple(steps), tuple(without))


def peer_lines(found: Elsewhere, palette: Palette, words: Words) -> Sequence[Line]:
    """One line a step: country, title, channel and time."""
    lines = []
    for full, step in found.steps:
        counted = counted_times(full, full.steps)[step.id]
        channel = label(step.channel, words) if step.channel else words.text("channel unknown")
        title = step.title.shown(words.language)
        pictures: tuple[Drawing, ...] = ()
        if step.channel is not None:
            pictures = (icon_drawing(CHANNEL_ICONS[step.channel], palette.text2, channel),)
        tip = f"{full.procedure.title[words.language]}\n{step.seq} {title.text}\n{channel}\n"
        lines.append(
            Line(
                text=title.text,
                tip=tip + explain_time(counted, full, words),
                about=(full.procedure.id, step.id),
                badge=full.procedure.country,
                tag="EN" if title.language is not words.language else "",
                marks=pictures,
                room=22,
                right=((time_text(counted, full, words), _TIME_WIDTH),),
            )
        )
    return lines
