"""What is copied of two procedures set against each other: cells of a spreadsheet, or sentences."""

from collections.abc import Sequence

from customs_app.analysis.align import field_label, field_rows
from customs_app.domain.alignment import FieldState
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.pair.asked import LEFT, RIGHT, Answer
from customs_app.ui.pair.lines import PairLine, StepLook, side_name


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


def sentences(lines: Sequence[PairLine], answer: Answer, words: Words) -> list[str]:
    """Each pair of these rows that differs, and each step that stands alone, as a line of text."""
    return [_sentence(line, answer, words) for line in lines if line.begins and line.differs]


def _sentence(line: PairLine, answer: Answer, words: Words) -> str:
    pair = line.pair
    named = [_named(ids, answer, side, words) for ids, side in ((pair.left, LEFT), (pair.right, RIGHT))]
    steps = " ↔ ".join(one for one in named if one)
    if not (pair.left and pair.right):
        return words.named(steps, line.said[0])
    rows = field_rows(pair, answer.left.full, answer.right.full, answer.reference, words)
    fields = [
        words.named(field_label(row.field, words), f"{_one(row.left)} ≠ {_one(row.right)}")
        for row in rows
        if row.state is FieldState.DIFFERS
    ]
    order = line.said[: len(line.said) - len(pair.fields)]
    return words.named(steps, words.clauses((*order, *fields)))


def _one(text: str) -> str:
    return " / ".join(text.splitlines())


def _named(ids: Sequence[str], answer: Answer, side: str, words: Words) -> str:
    full = (answer.left if side == LEFT else answer.right).full
    steps = [full.step(one) for one in ids]
    if not steps:
        return ""
    titles = words.list_of(tuple(f"{step.seq} {step.title[words.language]}" for step in steps))
    return f"{side_name(answer, side, words)} {titles}"
