"""What is said of two procedures set against each other, above them and below them."""

from customs_app.domain.figures import Coverage, Range
from customs_app.domain.procedure import Procedure
from customs_app.figures.figure_text import UNKNOWN, hours_text
from customs_app.language.labels import label
from customs_app.language.numbers import money
from customs_app.language.words import Words
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer, Side
from customs_app.reports.pair.lines import counts


def counts_text(answer: Answer, words: Words) -> str:
    """How many pairs differ and are the same, and how many steps stand alone."""
    found = counts(answer.alignment.pairs)
    return " · ".join(
        (
            words.count("{n} differs", "{n} differ", found.differ),
            words.count("{n} the same", "{n} the same", found.same),
            words.count("{n} on one side only", "{n} on one side only", found.alone),
        )
    )


def subject_text(answer: Answer, words: Words, *, by: str = " ↔ ") -> str:
    """What the two procedures are about: regime and mode, of both with `by` between where they differ."""
    one, other = _kind(answer.left.full.procedure, words), _kind(answer.right.full.procedure, words)
    return one if one == other else f"{one}{by}{other}"


def _kind(procedure: Procedure, words: Words) -> str:
    return f"{label(procedure.regime, words)} · {label(procedure.mode, words)}"


def notice(answer: Answer, words: Words) -> tuple[str, ...]:
    """What is to be known before reading on, in sentences."""
    told = []
    if unlinked(answer):
        told.append(
            words.text("No activity is common to both: the two lists stand beside each other unlinked.")
        )
    if unlike_views(answer):
        told.append(
            words.text("One is told by stages, the other step by step: their steps are not of one size.")
        )
    if answer.effect is not None and not answer.effect.changes:
        told.append(words.text("No verdict is applied: both sides are the procedure as it is."))
    return tuple(told)


def unlinked(answer: Answer) -> bool:
    """Whether no step of the one belongs with any of the other."""
    return not any(pair.left and pair.right for pair in answer.alignment.pairs)


def unlike_views(answer: Answer) -> bool:
    """Whether one of the two is told by stages and the other step by step."""
    return answer.left.full.procedure.view is not answer.right.full.procedure.view


def elapsed_text(side: Side, words: Words) -> str:
    """The elapsed time of a side, with its unit; `?` where nothing is known."""
    return _hours(side.totals.elapsed, words)


def _hours(hours: Range | None, words: Words) -> str:
    text = hours_text(hours, words)
    return UNKNOWN if text == UNKNOWN else words.text("{hours} h", hours=text)


def basis_text(side: Side, words: Words) -> str:
    """On what the elapsed time rests: how many steps are timed, how many figures are aggregates or limits."""
    found = side.totals
    told = [_covered(words.text("Time"), found.time_covered, words)]
    if found.aggregates:
        told.append(words.count("{n} aggregate", "{n} aggregates", found.aggregates))
    if found.limits:
        told.append(words.count("{n} limit", "{n} limits", found.limits))
    return " · ".join(told)


def _covered(what: str, covered: Coverage, words: Words) -> str:
    return words.text("{what} {n} of {of}", what=what, n=covered.n, of=covered.of)


def more_text(side: Side, words: Words) -> str:
    """Fees and documents of a side."""
    found, language = side.totals, words.language
    fees = " + ".join(money(one, language) for one in found.cost) or UNKNOWN
    parts = [f"{words.named(words.text('Fees'), fees)} ({found.cost_covered.n}/{found.cost_covered.of})"]
    documents = UNKNOWN if found.documents is None else str(found.documents)
    parts.append(words.named(words.text("Documents"), documents))
    return " · ".join(parts)


def unlike(answer: Answer) -> bool:
    """Whether the totals of the two sides rest on different steps, so that they may not be subtracted."""
    if answer.alike is None:
        return False
    return answer.left.timed != answer.right.timed


def totals_note(answer: Answer, words: Words) -> str:
    """What may be said of both totals together."""
    if answer.effect is not None:
        saved = answer.effect.saved.elapsed
        if saved is None:
            return words.text("What is saved is not known")
        return words.text("Saved: {hours}", hours=_hours(saved, words))
    if unlike(answer):
        return words.text("They rest on different steps: not to be subtracted")
    return words.text("They rest on the same activities")


def alike_text(answer: Answer, words: Words) -> str:
    """The totals over what both sides have a figure for, or why there are none."""
    alike = answer.alike
    if alike is None:
        return ""
    if alike.no_time is not None and answer.versions is not None:
        return ""  # nobody asks whether a procedure is faster than itself
    if alike.no_time is not None:
        return words.text("No activity has a counted time on both sides: neither is called faster.")
    return words.count(
        "Like for like, over {n} activity timed on both sides: {left} and {right}",
        "Like for like, over {n} activities timed on both sides: {left} and {right}",
        len(alike.time_activities),
        left=_hours(alike.elapsed[LEFT], words),
        right=_hours(alike.elapsed[RIGHT], words),
    )
