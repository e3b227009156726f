"""Letters of Arabic and Devanagari script as they join on paper."""

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from types import SimpleNamespace

from customs_app.reports.proposal_pdf.engine import ShapeData, ShapedStr, shapeFragWord
from customs_app.reports.proposal_pdf.fonts import Face


@dataclass(frozen=True, slots=True)
class Cluster:
    """Glyphs that belong together, the letters they stand for, and their width in 1/1000 of the size."""

    text: str
    glyphs: ShapedStr
    width: float


# Kerning would let neighbours overlap so far that readers of the text see a new word.
_FEATURES = {"kern": False, "liga": True}


def shape(text: str, face: Face) -> tuple[Cluster, ...]:
    """The clusters of a text of one script and without spaces, from left to right."""
    fragment = SimpleNamespace(fontName=face.name, fontSize=10)
    glyphs = shapeFragWord([0, (fragment, text)], features=_FEATURES, force=True)[1][1]
    data = glyphs.__shapeData__
    starts = sorted({_first(text, item.cluster) for item in data})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    clusters = []
    at = 0
    for start, group in groupby(data, key=lambda item: _first(text, item.cluster)):
        items = list(group)
        letters = str(glyphs)[at : at + len(items)]
        at += len(items)
        clusters.append(_cluster(text[start : ends[start]], letters, items, face))
    return tuple(clusters)


def _first(text: str, at: int) -> int:
    """The letter to which the marks at this place belong."""
    while at > 0 and unicodedata.category(text[at]).startswith("M"):
        at -= 1
    return at


def _cluster(text: str, letters: str, items: list[ShapeData], face: Face) -> Cluster:
    # Readers take the place of the first and last glyph for that of the whole cluster, but dots and
    # vowel signs stand inside it: a space at either end, drawn over the letters, gives its true ends.
    space = face.widths[0x20]
    cluster = items[0].cluster
    data = [
        ShapeData(cluster, 0, 0, 0, 0, space),
        *items,
        ShapeData(cluster, 0, 0, -space, 0, space),
    ]
    # The stubs know of one item only; reportlab takes one for each glyph.
    glyphs = ShapedStr(f" {letters} ", data)  # type: ignore[arg-type]
    return Cluster(text, glyphs, sum(item.x_advance for item in items))
