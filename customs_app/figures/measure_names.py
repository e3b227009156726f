"""Names of the measures by which the cells of the matrix are looked at."""

from customs_app.analysis.heat import Measure
from customs_app.language.words import N_

LABELS = {
    Measure.STEPS: N_("Steps"),
    Measure.TIME: N_("Time"),
    Measure.COST: N_("Cost"),
    Measure.DOCUMENTS: N_("Documents"),
    Measure.VISITS: N_("Visits"),
    Measure.CHANNEL: N_("Channel"),
    Measure.EVIDENCE: N_("Evidence"),
}
UNITS = {
    Measure.STEPS: N_("number of steps"),
    Measure.TIME: N_("time in hours"),
    Measure.COST: N_("cost in its own currency"),
    Measure.DOCUMENTS: N_("documents handed in"),
    Measure.VISITS: N_("visits"),
    Measure.CHANNEL: N_("how it is done"),
    Measure.EVIDENCE: N_("weakest evidence"),
}
"""The measure with its unit, as the legend and the table say it."""
