"""A step and its neighbours in the order of work, as boxes in layers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from customs_app.domain.procedure import FullProcedure, Step
from customs_app.figures.shapes import Drawing, Glyph, Line, Pen, Point, Polygon, Shape, arc
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words

_WIDTH, _HEIGHT, _GAP, _AISLE = 34.0, 22.0, 9.0, 30.0
_MOST_IN_LAYER = 5
_CORNER = 3.0


@dataclass(frozen=True, slots=True)
class Flow:
    """Steps in layers, each after all that it waits for; `edges` are pairs of ids, first before second.

    `left_out` are steps that had no room.
    """

    layers: tuple[tuple[Step, ...], ...]
    edges: tuple[tuple[str, str], ...]
    left_out: int = 0


def neighbourhood(full: FullProcedure, step_id: str, about: Collection[str] = ()) -> Flow:
    """A step, what it waits for, what waits for it, and what begins beside it.

    Where there is no room for all, steps of `about` stay first, then those next to the step.
    """
    by_id = {step.id: step for step in full.steps}
    step = by_id[step_id]
    before = [one for one in step.depends_on if one in by_id]
    after = [one.id for one in full.steps if step_id in one.depends_on]
    beside = [one.id for one in full.steps if set(one.depends_on) & set(before)]
    kept = dict.fromkeys((step_id, *before, *after, *beside))
    waits = {one: [other for other in by_id[one].depends_on if other in kept] for one in kept}
    layers = _layers(waits)
    left_out = 0
    shown: list[tuple[Step, ...]] = []
    order = list(kept)
    for layer in layers:
        ranked = sorted(layer, key=lambda one: (one != step_id, one not in about, order.index(one)))
        left_out += max(0, len(ranked) - _MOST_IN_LAYER)
        steps = (by_id[one] for one in ranked[:_MOST_IN_LAYER])
        shown.append(tuple(sorted(steps, key=lambda one: one.seq)))
    among = {one.id for layer in shown for one in layer}
    edges = tuple((other, one) for one in kept if one in among for other in waits[one] if other in among)
    return Flow(tuple(shown), edges, left_out)


def drawing(flow: Flow, about: Collection[str], palette: Palette, words: Words) -> Drawing:
    """The flow as boxes with numbers and lines between them; steps of `about` are filled."""
    tallest = max(len(layer) for layer in flow.layers)
    height = tallest * (_HEIGHT + _GAP) - _GAP + 2
    width = len(flow.layers) * (_WIDTH + _AISLE) - _AISLE + 2
    at: dict[str, Point] = {}
    for place, layer in enumerate(flow.layers):
        taken = len(layer) * (_HEIGHT + _GAP) - _GAP
        for row, step in enumerate(layer):
            at[step.id] = (1 + place * (_WIDTH + _AISLE), (height - taken) / 2 + row * (_HEIGHT + _GAP))
    shapes: list[Shape] = [_edge(at[one], at[other], palette) for one, other in flow.edges]
    for layer in flow.layers:
        for step in layer:
            shapes += _box(at[step.id], str(step.seq), palette, filled=step.id in about)
    return Drawing(width, height, tuple(shapes), says(flow, words))


def says(flow: Flow, words: Words) -> str:
    """The flow in words."""
    parts = [
        words.list_of(tuple(f"{step.seq} {step.title[words.language]}" for step in layer))
        for layer in flow.layers
    ]
    text = words.text("In order of work: {layers}", layers=" → ".join(parts))
    if flow.left_out:
        text += "\n" + words.count(
            "{n} more step has no room here", "{n} more steps have no room here", flow.left_out
        )
    return text


def _layers(waits: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Each step one layer after the last of those it waits for; a circle of steps is cut where it closes."""
    level: dict[str, int] = {}

    def find(one: str, under_way: frozenset[str]) -> int:
        if one not in level:
            before = [other for other in waits[one] if other not in under_way]
            level[one] = 1 + max((find(other, under_way | {one}) for other in before), default=-1)
        return level[one]

    for one in waits:
        find(one, frozenset())
    layers: list[list[str]] = [[] for _ in range(1 + max(level.values()))]
    for one, place in level.items():
        layers[place].append(one)
    return layers


def _edge(one: Point, other: Point, palette: Palette) -> Line:
    """A curve from the right side of a box to the left side of another."""
    x0, y0 = one[0] + _WIDTH, one[1] + _HEIGHT / 2
    x3, y3 = other[0], other[1] + _HEIGHT / 2
    half = (x3 - x0) / 2 if x3 - x0 < 2 * _AISLE else _AISLE
    points = []
    for part in range(13):
        t = part / 12
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x0 + b * (x0 + half) + c * (x3 - half) + d * x3, (a + b) * y0 + (c + d) * y3))
    return Line(tuple(points), Pen(palette.ctl, 1.2))


def _box(at: Point, number: str, palette: Palette, *, filled: bool) -> tuple[Shape, Shape]:
    x, y = at
    outline = (
        *arc(x + _CORNER, y + _CORNER, _CORNER, 180, 270, parts=4),
        *arc(x + _WIDTH - _CORNER, y + _CORNER, _CORNER, 270, 360, parts=4),
        *arc(x + _WIDTH - _CORNER, y + _HEIGHT - _CORNER, _CORNER, 0, 90, parts=4),
        *arc(x + _CORNER, y + _HEIGHT - _CORNER, _CORNER, 90, 180, parts=4),
    )
    fill, pen = (palette.sel, Pen(palette.accent, 1.4)) if filled else (palette.base, Pen(palette.ctl, 1))
    ink = palette.on_sel if filled else palette.text
    return (
        Polygon(outline, fill, pen),
        Glyph(number, x + _WIDTH / 2, y + _HEIGHT / 2, 12, ink, bold=filled),
    )
