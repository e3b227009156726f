"""Columns of the steps table: names, what they explain, and how they are edited."""

from enum import IntEnum

from customs_app.language.words import N_, Words


class Column(IntEnum):
    """Columns of the steps table, in their first order."""

    NUMBER = 0
    TITLE = 1
    AGENCY = 2
    CHANNEL = 3
    TIME = 4
    COST = 5
    DOCUMENTS = 6
    LAW = 7
    EVIDENCE = 8
    MARK = 9


_HEADERS = {
    Column.NUMBER: (N_("#"), N_("Number of the step")),
    Column.TITLE: (N_("Step"), N_("What is done")),
    Column.AGENCY: (N_("Agency"), N_("By whom or with whom it is done")),
    Column.CHANNEL: (N_("Ch."), N_("Channel: how the step is done")),
    Column.TIME: (N_("Time, h"), N_("Elapsed time in hours")),
    Column.COST: (N_("Cost"), N_("Fee, with its currency")),
    Column.DOCUMENTS: (N_("Docs"), N_("Documents handed in, issued or shown")),
    Column.LAW: (N_("Law"), N_("Legal basis")),
    Column.EVIDENCE: (N_("Ev."), N_("Strength of the evidence")),
    Column.MARK: (N_("Mark"), N_("Verdicts of the reviewers")),
}

EDITED_IN_PLACE = frozenset(
    {Column.TITLE, Column.AGENCY, Column.CHANNEL, Column.TIME, Column.COST, Column.LAW, Column.EVIDENCE}
)
"""Columns whose cells can be edited where they stand."""

RIGHT_ALIGNED = frozenset({Column.NUMBER, Column.TIME, Column.COST, Column.DOCUMENTS})
CENTRED = frozenset({Column.CHANNEL, Column.EVIDENCE, Column.MARK})


def header(column: Column, words: Words) -> str:
    """What stands above a column."""
    return words.text(_HEADERS[column][0])


def explained(column: Column, words: Words) -> str:
    """What a column holds, in full."""
    return words.text(_HEADERS[column][1])
