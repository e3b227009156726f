"""What has become of a verdict, while verdicts are applied."""

from dataclasses import dataclass

from customs_app.analysis.to_be.change import Kind, Outcome
from customs_app.domain.review import Saving
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class Told:
    """What one verdict does, as in `Change`."""

    outcome: Outcome
    message: Message
    saves: Saving = Saving()  # noqa: RUF009 - frozen, and empty means unknown
    unknown: frozenset[Kind] = frozenset()


def nothing(message: Message, saves: Saving = Saving()) -> Told:  # noqa: B008 - frozen
    """A verdict that changes nothing, and why; `saves` where it is known that nothing is saved."""
    return Told(Outcome.NOTHING, message, saves)


def changed(message: Message, saves: Saving, *unknown: Kind) -> Told:
    """A verdict that changes the procedure, and what it may save beyond what is known."""
    return Told(Outcome.CHANGED, message, saves, frozenset(unknown))
