"""What every block on the pages is made from."""

from customs_app.reports.proposal_pdf.engine import Flowable


class Block(Flowable):
    """Something that takes room in a column and draws itself, its lower left corner at the origin."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - reportlab's own names
        """Width taken and height needed in a column, in points."""
        return self.size(aW)

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed in a column so wide, in points."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw on `self.canv`."""
        raise NotImplementedError
