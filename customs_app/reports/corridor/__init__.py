"""The papers of a corridor: the journey chained, as a PDF and as a workbook."""

from customs_app.reports.corridor.paper import CorridorPaper, corridor_paper
from customs_app.reports.corridor.write import write_corridor_pdf, write_corridor_workbook

__all__ = ["CorridorPaper", "corridor_paper", "write_corridor_pdf", "write_corridor_workbook"]
