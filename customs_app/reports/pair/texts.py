"""Small texts that both papers and the command share."""

from collections.abc import Iterator

from customs_app.analysis.align import field_label
from customs_app.domain.codes import View
from customs_app.domain.procedure import Procedure
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.numbers import day
from customs_app.language.words import Words
from customs_app.reports.edition import Edition
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer, Side
from customs_app.reports.pair.lines import PairLine, StepLook, side_name
from customs_app.reports.pair.paper import PairPaper
from customs_app.reports.pair.wording import (
    alike_text,
    basis_text,
    elapsed_text,
    more_text,
    notice,
    totals_note,
)


def heads(answer: Answer, words: Words) -> tuple[str, str]:
    """What the two sides are called; two procedures of one country by their titles."""
    names = side_name(answer, LEFT, words), side_name(answer, RIGHT, words)
    if names[0] != names[1]:
        return names
    left, right = (side.full.procedure.title[words.language] for side in (answer.left, answer.right))
    return (left, right) if left != right else (words.text("At the left"), words.text("At the right"))


def about(paper: PairPaper, words: Words) -> Iterator[tuple[str, str, str]]:
    """Name, left and right of what the two procedures are and come to."""
    text, answer = words.text, paper.answer
    left, right = answer.left, answer.right
    yield text("Procedure"), _procedure(left.full.procedure, words), _procedure(right.full.procedure, words)
    yield text("Id"), left.full.procedure.id, right.full.procedure.id
    if View.STAGES in (left.full.procedure.view, right.full.procedure.view):
        yield text("Told"), label(left.full.procedure.view, words), label(right.full.procedure.view, words)
    yield text("Steps"), _steps(left, words), _steps(right, words)
    path = text("Elapsed, along the longest path")
    yield path, elapsed_text(left, words), elapsed_text(right, words)
    yield text("What that rests on"), basis_text(left, words), basis_text(right, words)
    yield text("Fees and documents"), more_text(left, words), more_text(right, words)
    if paper.older is not None:
        states = state_text(paper.older, words), state_text(paper.edition, words)
        yield text("State of the catalogue"), *states


def _procedure(procedure: Procedure, words: Words) -> str:
    kind = f"{label(procedure.regime, words)} · {label(procedure.mode, words)}"
    goods = [procedure.goods[words.language]] if procedure.goods is not None else []
    return "\n".join((procedure.title[words.language], *goods, kind))


def _steps(side: Side, words: Words) -> str:
    return words.text("{n} of {of} in this case", n=side.totals.steps, of=len(side.full.steps))


def state_text(edition: Edition, words: Words) -> str:
    """A state of the catalogue: what it is called, its day and its whole SHA-256."""
    name = (
        words.text("Working copy")
        if edition.title is None
        else words.text("Edition “{title}”", title=edition.title)
    )
    return "\n".join((words.list_of((name, day(edition.date, words.language))), edition.sha256))


def remarks(answer: Answer, words: Words) -> tuple[str, ...]:
    """What is to be known before reading on, and what may be said of both totals together."""
    told = (*notice(answer, words), totals_note(answer, words), alike_text(answer, words))
    return tuple(one for one in told if one)


def between(line: PairLine, words: Words) -> str:
    """What stands between the two sides of a row: `= `, `≠ time · cost · ? law`, `only Russia`.

    Fields after `?` are known on one side only. Empty for the further rows of a pair.
    """
    if not line.begins:
        return ""
    told = list(line.said)
    if line.pair.unknown:
        unknown = words.list_of(tuple(field_label(field, words) for field in line.pair.unknown))
        told.append(f"{UNKNOWN} {unknown}")
    if line.pair.pinned:
        told.append(words.text("set by hand"))
    if not (line.pair.left and line.pair.right):
        return " · ".join(told)
    return f"{'≠' if line.differs else '='} {' · '.join(told)}".rstrip()


def signs_said(words: Words) -> str:
    """The key to what stands between the two sides."""
    return words.text(
        "Between the sides: = no field is known to differ, ≠ these differ, ? these are known on one side "
        "only. Hours: ≤ at most by law, [ ] for several steps together, ( ) shown and not added, ? not known."
    )


def pair_name(line: PairLine, paper: PairPaper, words: Words, *, by: str = " ↔ ") -> str:
    """The steps of a pair by numbers and titles: `4 Declare ↔ 3 Lodge the declaration`.

    `by` stands between the sides: the fonts of the PDF have no arrow to both sides.
    """
    sides = ((line.pair.left, paper.answer.left), (line.pair.right, paper.answer.right))
    named = []
    for ids, side in sides:
        steps = [step for step in side.full.steps if step.id in ids]
        named.append(words.list_of(tuple(f"{one.seq} {one.title[words.language]}" for one in steps)))
    return by.join(one for one in named if one)


def way(look: StepLook, words: Words) -> str:
    """How a step is done; `?` where nobody knows."""
    return UNKNOWN if look.channel is None else label(look.channel, words)


def titled(look: StepLook) -> str:
    """The title of a step, with the tag of its language where it has no translation."""
    return f"{look.title} [{look.tag}]" if look.tag else look.title
