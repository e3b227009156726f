"""How far countries are from a procedure that they could have in common.

The definition, as the manual gives it: the distance of a country is the number of changes that would bring
its procedure to the common one. The common procedure is either that of a chosen country, or the median one:
each activity that at least half of the countries have, done in the way most of them do it, with each document
that at least half of them ask for. One change is one of

- an activity to add, or one to drop;
- an activity to move to a lighter channel: one that is lighter already stays;
- a document to ask for, or one to ask for no longer, once for the whole procedure;
- an activity that has to change its place, because it waits for what it should come before.

A document that comes or goes with the activities that ask for it, or with one that issues it, is not
counted again. What the trader does anyway (the contract, the carriage, the bank) and the goods declaration
itself are not counted at all. What is not recorded is no change: it is said apart. Times, fees and
conditions are not counted; they stand in the comparison itself.
"""

from customs_app.analysis.distance.changes import Change, ChangeKind, kind_label
from customs_app.analysis.distance.common import Common, CommonActivity, CommonDocument, common
from customs_app.analysis.distance.distances import Distance, Distances, distance, distances

__all__ = [
    "Change",
    "ChangeKind",
    "Common",
    "CommonActivity",
    "CommonDocument",
    "Distance",
    "Distances",
    "common",
    "distance",
    "distances",
    "kind_label",
]
