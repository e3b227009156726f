"""Evidence of repeated data: which document asks for which data element, in which box, and how often."""

from customs_app.analysis.data_matrix import data_matrix
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.ui.review.boards.data_sheet import Wording
from customs_app.ui.review.boards.data_view import DataView
from customs_app.ui.session import Session

_TOLD_HEIGHT = 66


class MatrixView(DataView):
    """The matrix of one procedure, among the evidence of a finding."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "rekeyed", told_height=_TOLD_HEIGHT)

    def show_procedure(self, full: FullProcedure, reference: Reference) -> None:
        """Show how often the documents of a procedure ask for the same data."""
        matrix = data_matrix([full], reference)
        wording = Wording(matrix, {full.procedure.id: full}, reference, self._words)
        self.show_sheet(wording.of_one() if matrix.rows else None)
