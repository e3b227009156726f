"""A picture among the blocks of a page, in vectors."""

from collections.abc import Callable, Sequence

from customs_app.figures.pdf_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import Flowable, KeepTogether, Spacer
from customs_app.reports.proposal_pdf.para import Typesetter

_ROUND = 16.0
"""Room around a picture and its title, in points."""

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

    def shrink(self, height: float, least: float) -> bool:
        """Make it no higher than so many points; whether its scale is still `least` or more."""
        if min(self._most, height / self._drawing.height) < least:
            return False
        self._height = min(self._height, height)
        return True


class Floating(Block):
    """A titled picture that stands here if the page has room for it, else after the blocks that follow it.

    It may become smaller, down to `least` points a logical pixel.
    """

    def __init__(
        self, title: Flowable, picture: PictureBlock, after: Sequence[Flowable], least: float
    ) -> None:
        super().__init__()
        self.title = title
        self._picture = picture
        self.after = after
        self._least = least

    def beside(self, other: "Floating", both: Callable[..., list[Flowable]]) -> "Floating":
        """The same picture with title and texts of two languages; `both` makes blocks of two one."""
        title = both([self.title], [other.title])[0]
        return Floating(title, self._picture, both(self.after, other.after), self._least)

    def alone(self) -> "Floating":
        """The picture and its title without what follows them."""
        return Floating(self.title, self._picture, (), self._least)

    def size(self, width: float) -> tuple[float, float]:
        """More than any page has: it is always asked how it splits, which is where the room is known."""
        return width, 1e6

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's own names
        """Its blocks in the order in which they leave less of the page empty."""
        room = aH - self.title.wrap(aW, aH)[1] - _ROUND
        here = self._picture.size(aW)[1] <= room or self._picture.shrink(room, self._least)
        block = KeepTogether([self.title, self._picture])
        if here or not self.after:
            ordered = [block, *self.after]
        else:
            ordered = [*self.after, Floating(self.title, self._picture, (), self._least)]
        # What comes first has to fit here, whatever follows.
        return [Spacer(0, 0), *ordered]
