"""Which figure the cells of the matrix show."""

from enum import StrEnum

from customs_app.language.words import N_


class Figure(StrEnum):
    """A figure of a cell."""

    TIME = "time"
    COST = "cost"


LABELS = {Figure.TIME: N_("Time"), Figure.COST: N_("Cost")}
UNITS = {Figure.TIME: N_("time in hours"), Figure.COST: N_("cost in its own currency")}
"""The figure with its unit, as the legend and the table say it."""
