"""A picture among the blocks of a page, in vectors."""

from customs_app.figures.pdf_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.para import Typesetter

POINT = 0.75
"""Points on paper of a picture's logical pixel: its letters of 10.5 are then as large as those of tables."""


class PictureBlock(Block):
    """A drawing at the left edge, as large as `most` (of its own size), the column and `height` let it be."""

    def __init__(
        self, setter: Typesetter, drawing: Drawing, *, height: float = 1e6, most: float = POINT
    ) -> None:
        super().__init__()
        self._setter = setter
        self._drawing = drawing
        self._height = height
        self._most = most
        self._box = (0.0, 0.0)

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        drawing = self._drawing
        scale = min(self._most, width / drawing.width, self._height / drawing.height)
        self._box = (drawing.width * scale, drawing.height * scale)
        return self._box

    def draw(self) -> None:
        """Paint the drawing."""
        paint(self.canv, (0.0, 0.0, *self._box), self._drawing, self._setter)
