"""Each difference of two procedures as a line of text."""

from collections.abc import Sequence

from customs_app.analysis.align import field_label, field_rows
from customs_app.domain.alignment import FieldState
from customs_app.language.words import Words
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer
from customs_app.reports.pair.lines import PairLine, side_name


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
