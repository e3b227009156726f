"""How other countries live with an activity, or without it, as lines of a list."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from customs_app.analysis.counting import CountedCost, CountedTime
from customs_app.analysis.lives_without import How, Lives, how_label, lives_without
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import UNKNOWN, cost_text, explain_cost, explain_time, time_text
from customs_app.figures.icon_shapes import CHANNEL_ICONS, icon_drawing
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.loaded import Loaded
from customs_app.ui.widgets.lines import Line

TIME_WIDTH, COST_WIDTH = 52, 64


def lives_elsewhere(
    full: FullProcedure, step: Step, loaded: Loaded, decisions: Iterable[Decision] = ()
) -> tuple[Lives, ...]:
    """How other countries live with the activity of a step, in the procedures that the rules compare with."""
    taken = (full, *loaded.peers(full.procedure).values())
    found = lives_without(step.activity, taken, loaded.reference, verdicts=decisions)
    return tuple(one for one in found if one.country != full.procedure.country)


def peer_lines(found: Sequence[Lives], loaded: Loaded, palette: Palette, words: Words) -> list[Line]:
    """Under a head for each way, a line for each step there, or for the country that has none.

    `about` of a line is (procedure id, step id or None). Countries of which nothing is recorded are left
    out: they are told apart.
    """
    lines: list[Line] = []
    for how, group in groupby(found, key=lambda one: one.how):
        own = list(group)
        if how is How.UNKNOWN:
            continue
        head = f"{how_label(how, words)} · {len(own)}"
        lines.append(Line(text=head, tip=head, about=None, head=True))
        for one in own:
            lines += _country(one, loaded, palette, words)
    return lines


def unrecorded(found: Sequence[Lives], reference: Reference, words: Words) -> tuple[str, ...]:
    """Names of the member states of which no procedure of the kind is recorded."""
    return tuple(_name(one.country, reference, words) for one in found if one.how is How.UNKNOWN)


def _country(one: Lives, loaded: Loaded, palette: Palette, words: Words) -> Iterable[Line]:
    full = loaded.procedures[one.procedure or ""]
    if one.cell is None:
        name = _name(one.country, loaded.reference, words)
        tip = f"{name}\n{full.procedure.title[words.language]}"
        yield Line(text=name, tip=tip, about=(full.procedure.id, None), badge=one.country)
        return
    cell = one.cell
    for step, time, cost in zip(cell.steps, cell.times, cell.costs, strict=True):
        yield _step(full, step, (time, cost), palette, words)


def _step(
    full: FullProcedure, step: Step, counted: tuple[CountedTime, CountedCost], palette: Palette, words: Words
) -> Line:
    time, cost = counted
    channel = label(step.channel, words) if step.channel else words.text("channel unknown")
    title = step.title.shown(words.language)
    pictures: tuple[Drawing, ...] = ()
    if step.channel is not None:
        pictures = (icon_drawing(CHANNEL_ICONS[step.channel], palette.text2, channel),)
    tip = (
        f"{full.procedure.title[words.language]}\n{step.seq} {title.text}\n{channel}\n"
        f"{explain_time(time, full, words)}\n{explain_cost(cost, full, words)}"
    )
    right = [(time_text(time, full, words), TIME_WIDTH)]
    amount = cost_text(cost, full, words)
    if amount != UNKNOWN:
        right.append((amount, COST_WIDTH))
    return Line(
        text=title.text,
        tip=tip,
        about=(full.procedure.id, step.id),
        badge=full.procedure.country,
        tag="EN" if title.language is not words.language else "",
        marks=pictures,
        room=22,
        right=tuple(right),
    )


def _name(iso2: str, reference: Reference, words: Words) -> str:
    country = reference.countries.get(iso2)
    return country.name[words.language] if country is not None else iso2
