"""Small texts that several parts of the proposal share."""

from collections.abc import Collection, Iterable, Sized

from customs_app.analysis.counting import CountedTime, Counting
from customs_app.analysis.rows import Cell
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.text import Language, Text
from customs_app.figures.figure_text import UNKNOWN, hours_text, time_text
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import Words
from customs_app.reports.proposal_pdf.rich import Span


def said(text: Text | None, words: Words, *, bold: bool = False) -> tuple[Span, ...]:
    """A text of the catalogue; one without a translation is English and says so."""
    if text is None:
        return ()
    shown = text.shown(words.language)
    own = Span(shown.text, bold)
    if shown.language is words.language or not shown.text:
        return (own,)
    return (own, Span(f" {Language.EN.upper()}", colour=LIGHT.text3))


def numbers_of(step_ids: Collection[str], full: FullProcedure, words: Words) -> str:
    """Numbers of a procedure's steps in order of work."""
    among = set(step_ids)
    return words.list_of(tuple(str(step.seq) for step in full.steps if step.id in among))


def one_or_more(listed: Sized) -> int:
    """The number by which a sentence is chosen that lists things and does not count them.

    Russian says of 21 things what it says of one; of a list it does not.
    """
    return min(len(listed), 2)


def stacked(parts: Iterable[str]) -> str:
    """Parts one below the other."""
    return "\n".join(part for part in parts if part)


def cell_time(cell: Cell, full: FullProcedure, words: Words) -> str:
    """The time of one cell of the comparison in hours, with the signs of how its steps count.

    Where some of its steps have a counted time and others none, the text ends in `+ ?`.
    """
    among = cell.in_case or tuple(step.id for step in cell.steps)
    times = [time for time in cell.times if time.step_id in among]
    if len(times) == 1:
        return time_text(times[0], full, words)
    if not any(time.hours is not None for time in times):
        return stacked(dict.fromkeys(time_text(time, full, words) for time in times))
    hours = hours_text(cell.hours, words)
    text = f"[{hours}]" if cell.aggregate else hours
    return f"{text} + {UNKNOWN}" if any(map(_is_unknown, times)) else text


def _is_unknown(time: CountedTime) -> bool:
    return time.state is Counting.UNKNOWN
