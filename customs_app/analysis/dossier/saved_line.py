"""What is saved, in one line."""

from collections.abc import Iterator, Mapping, Sequence

from customs_app.analysis.dossier.sentences import run_on
from customs_app.analysis.to_be.phrases import amounts, hours
from customs_app.analysis.to_be.saved import Saved
from customs_app.domain.figures import Money, Range
from customs_app.domain.text import Message, Value
from customs_app.language.words import Words

_LEAST = 1e-6


def saved_line(saved: Saved, words: Words) -> str:
    """What is saved, in one line: steps, documents handed in, visits, time, fees; unknown stays unknown."""
    return run_on(_saved(saved, words), words)


def _saved(saved: Saved, words: Words) -> Iterator[str]:
    yield words.text("Steps: {amount}.", amount=_fewer(saved.steps, "steps" in saved.more))
    handovers = _fewer(saved.handovers, "handovers" in saved.more)
    yield words.text("Documents handed in: {amount}.", amount=handovers)
    yield words.text("Visits: {amount}.", amount=_fewer(saved.visits, "visits" in saved.more))
    yield words.text("Time on the longest path: {amount}.", amount=_less_time(saved))
    yield words.text("Fees: {amount}.", amount=_less_money(saved))


def _fewer(n: int | None, more: bool) -> Message:
    if n is None:
        return Message("what is saved is not known")
    if n == 0:
        return Message("none fewer")
    if n < 0:
        return Message("{n} more", {"n": -n})
    return Message("at least {n} fewer", {"n": n}) if more else Message("{n} fewer", {"n": n})


def _less_time(saved: Saved) -> Message:
    if saved.elapsed is None:
        return Message("what is saved is not known")
    ends = (saved.elapsed.min, saved.elapsed.typ, saved.elapsed.max)
    if all(abs(end or 0.0) < _LEAST for end in ends):
        return Message("nothing is saved")
    if any((end or 0.0) < -_LEAST for end in ends):
        return Message("changes by {amount}; below zero is longer", {"amount": _signed(saved.elapsed)})
    amount = hours(saved.elapsed)
    if "elapsed" in saved.more:
        return Message("at least {amount} less", {"amount": amount})
    return Message("{amount} less", {"amount": amount})


def _signed(values: Range) -> Message:
    known = [end for end in (values.min, values.typ, values.max) if end is not None]
    low, high = min(known), max(known)
    if low == high:
        return Message("{hours} h", {"hours": low})
    return Message("{low} – {high} h", {"low": low, "high": high})


def _less_money(saved: Saved) -> Message:
    if saved.cost is None:
        return Message("what is saved is not known")
    if not saved.cost:
        return Message("nothing is saved")
    amount: Sequence[Money] = saved.cost
    values: Mapping[str, Value] = {"amount": amounts(amount)}
    if "cost" in saved.more:
        return Message("at least {amount} less", values)
    return Message("{amount} less", values)
