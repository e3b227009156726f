"""What is copied of two procedures set against each other: cells of a spreadsheet."""

from collections.abc import Sequence

from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer
from customs_app.reports.pair.lines import PairLine, StepLook, side_name


def cells_text(lines: Sequence[PairLine], answer: Answer, words: Words) -> str:
    """Rows as cells of a spreadsheet, with a head; columns apart by tabs, rows by line ends."""
    left, right = (_side_heads(side_name(answer, side, words), words) for side in (LEFT, RIGHT))
    head = [*left, words.text("What differs"), *right]
    rows = [[*_side_cells(one.left, words), _between(one), *_side_cells(one.right, words)] for one in lines]
    return "\n".join("\t".join(map(_quoted, row)) for row in [head, *rows]) + "\n"


def _side_heads(name: str, words: Words) -> list[str]:
    text = words.text
    return [words.named(name, text("No.")), text("Step"), text("Way"), text("Time (h)")]


def _side_cells(look: StepLook | None, words: Words) -> list[str]:
    if look is None:
        return ["", "", "", ""]
    way = UNKNOWN if look.channel is None else label(look.channel, words)
    return [look.number, look.title, way, look.time]


def _between(line: PairLine) -> str:
    if not line.begins:
        return ""
    return " · ".join(line.said) if line.differs else "="


def _quoted(text: str) -> str:
    if any(character in text for character in '\t\r\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text
