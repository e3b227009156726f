"""What drawn times say, in sentences."""

from customs_app.analysis.to_be.uncertainty import Pair, Spread
from customs_app.domain.text import Message


def say_spread(found: Spread) -> tuple[Message, ...]:
    """How long a procedure may take, and on what that rests."""
    rests = Message(
        "Steps with a spread: {drawn}; of one known value: {fixed}; inside the figure of another: {inside}; "
        "of which no time or only a maximum is known, so that they add nothing: {unknown}.",
        {"drawn": found.drawn, "fixed": found.fixed, "inside": found.inside, "unknown": found.unknown},
    )
    if found.p10 is None or found.p50 is None or found.p90 is None:
        return (Message("No time is known, so that none can be drawn."), rests)
    return (_ends(found), rests)


def say_pair(found: Pair) -> tuple[Message, ...]:
    """How long it may take as it is and as it would be, and what that saves."""
    told = [
        Message("Today: {said}", {"said": say_spread(found.as_is)[0]}),
        Message("Afterwards: {said}", {"said": say_spread(found.to_be)[0]}),
    ]
    if found.saving.p10 is None:
        told.append(Message("What is saved in time is not known."))
    else:
        told.append(Message("Saved by one consignment: {said}", {"said": _ends(found.saving)}))
    return (*told, *say_spread(found.as_is)[1:])


def _ends(found: Spread) -> Message:
    values = {
        "low": found.p10 or 0.0,
        "middle": found.p50 or 0.0,
        "high": found.p90 or 0.0,
        "draws": found.draws,
        "seed": found.seed,
    }
    if found.p10 == found.p90:
        return Message("{middle} h in nearly all of {draws} draws (seed {seed}).", values)
    return Message(
        "In eight of ten draws {low} – {high} h, in half of them under {middle} h ({draws} draws, "
        "seed {seed}).",
        values,
    )
