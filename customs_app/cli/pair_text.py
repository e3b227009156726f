"""Two procedures step by step as text for a terminal: totals, rows, differences."""

from collections.abc import Iterator

from customs_app.cli.console import table
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.pair.lines import PairLine, StepLook, lines_of
from customs_app.reports.pair.paper import PairPaper
from customs_app.reports.pair.sentences import sentences
from customs_app.reports.pair.texts import about, between, heads, remarks, signs_said, titled, way
from customs_app.reports.pair.wording import counts_text


def pair_text(paper: PairPaper, words: Words) -> str:
    """The whole, a blank line between its parts."""
    lines = lines_of(paper.answer, words)
    head = f"{words.say(paper.title)} · {label(paper.case.kind, words)}"
    parts = [head, _sides(paper, words), "\n".join(remarks(paper.answer, words))]
    parts += [_rows(lines, paper, words), signs_said(words), counts_text(paper.answer, words)]
    return "\n\n".join([*parts, *_sentences(lines, paper, words)])


def _sides(paper: PairPaper, words: Words) -> str:
    return table(("", *heads(paper.answer, words)), about(paper, words))


def _rows(lines: tuple[PairLine, ...], paper: PairPaper, words: Words) -> str:
    left, right = heads(paper.answer, words)
    text = words.text
    own = (text("Way"), text("Time (h)"))
    head = (text("No."), left, *own, text("What differs"), text("No."), right, *own)
    rows = ((*_step(one.left, words), between(one, words), *_step(one.right, words)) for one in lines)
    return table(head, rows, frozenset({0, 3, 5, 8}))


def _step(look: StepLook | None, words: Words) -> tuple[str, ...]:
    if look is None:
        return "", "", "", ""
    return look.number, titled(look), way(look, words), look.time


def _sentences(lines: tuple[PairLine, ...], paper: PairPaper, words: Words) -> Iterator[str]:
    told = sentences(lines, paper.answer, words)
    if told:
        yield "\n".join([words.text("Differences"), *(f"  - {one}" for one in told)])
