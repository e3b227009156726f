"""Figures inside sentences."""

from collections.abc import Sequence

from customs_app.domain.figures import Money, Range
from customs_app.domain.text import Message


def hours(values: Range) -> Message:
    """A time in hours; `unknown` where nothing of it is known."""
    least, typ, most = values.min, values.typ, values.max
    low = least if least is not None else typ
    high = most if most is not None else typ
    if low is None and high is None:
        return Message("unknown")
    if low is None:
        return Message("at most {hours} h", {"hours": high or 0.0})
    if high is None:
        return Message("at least {hours} h", {"hours": low})
    if low == high:
        return Message("{hours} h", {"hours": low})
    if typ is None or typ in (low, high):
        return Message("{low} – {high} h", {"low": low, "high": high})
    return Message("{low} – {high} h, typically {typ} h", {"low": low, "high": high, "typ": typ})


def amounts(money: Sequence[Money]) -> Message | tuple[Message, ...]:
    """Amounts in their own currencies; `unknown` where there is none."""
    if not money:
        return Message("unknown")
    return tuple(
        Message("{amount} {currency}", {"amount": one.amount, "currency": one.currency}) for one in money
    )


def count(number: int | None) -> Message | int:
    """A number; `unknown` where there is none."""
    return Message("unknown") if number is None else number
