"""Kinds of work along a corridor, to see where the hours go."""

from collections.abc import Mapping
from enum import StrEnum

from customs_app.domain.text import Message


class WorkKind(StrEnum):
    """What somebody waits for while a step is done.

    CROSSING is a figure that measures a whole crossing, or several kinds of work, in one.
    """

    PAPERS = "papers"
    DECLARING = "declaring"
    PAYING = "paying"
    CONTROLS = "controls"
    WAITING = "waiting"
    BORDER = "border"
    HANDLING = "handling"
    DRIVING = "driving"
    RELEASE = "release"
    AFTER = "after"
    CROSSING = "crossing"


_NAMES: Mapping[WorkKind, Message] = {
    WorkKind.PAPERS: Message("Contracts, permits and certificates"),
    WorkKind.DECLARING: Message("Declaring and notifying"),
    WorkKind.PAYING: Message("Paying"),
    WorkKind.CONTROLS: Message("Controls"),
    WorkKind.WAITING: Message("Waiting in queues"),
    WorkKind.BORDER: Message("Formalities at the border"),
    WorkKind.HANDLING: Message("Loading, reloading and storage"),
    WorkKind.DRIVING: Message("Driving"),
    WorkKind.RELEASE: Message("Release and discharge"),
    WorkKind.AFTER: Message("After release"),
    WorkKind.CROSSING: Message("Several in one figure"),
}

_BY_GROUP: Mapping[str, WorkKind] = {
    "PRE": WorkKind.PAPERS,
    "CRT": WorkKind.PAPERS,
    "TRN": WorkKind.PAPERS,
    "DCL": WorkKind.DECLARING,
    "PAY": WorkKind.PAYING,
    "INS": WorkKind.CONTROLS,
    "BRD": WorkKind.BORDER,
    "REL": WorkKind.RELEASE,
    "AFT": WorkKind.AFTER,
}
"""By the first letters of the activity's code; what differs in its group stands below."""

_BY_CODE: Mapping[str, WorkKind] = {
    "TRN-04": WorkKind.HANDLING,
    "TRN-05": WorkKind.DRIVING,
    "TRN-06": WorkKind.HANDLING,
    "TRN-07": WorkKind.CONTROLS,
    "DCL-03": WorkKind.HANDLING,
    "BRD-01": WorkKind.WAITING,
    "BRD-02": WorkKind.CONTROLS,
    "BRD-05": WorkKind.CONTROLS,
    "BRD-06": WorkKind.CONTROLS,
    "REL-04": WorkKind.HANDLING,
}


def kind_of(activity: str) -> WorkKind:
    """The kind of work of an activity (its code); BORDER for a code that the lists do not know."""
    return _BY_CODE.get(activity) or _BY_GROUP.get(activity.partition("-")[0], WorkKind.BORDER)


def kind_name(kind: WorkKind) -> Message:
    """What a kind of work is called."""
    return _NAMES[kind]
