"""The kinds of picture, as they are asked for by name."""

from enum import StrEnum


class PictureKind(StrEnum):
    """SWIMLANE, TIME, BEFORE_AFTER are of a procedure, CORRIDOR of a corridor, the others of a comparison."""

    SWIMLANE = "swimlane"
    TIME = "time"
    STAGES = "stages"
    HEAT = "heat"
    CORRIDOR = "corridor"
    BEFORE_AFTER = "before-after"
