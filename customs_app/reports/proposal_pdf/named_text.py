"""A text beside its name, which may go over pages."""

from customs_app.figures.tokens import LIGHT
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Rich
from customs_app.reports.proposal_pdf.styles import MM

NAMES = 32 * MM
"""Width of the column of names, in points."""


class NamedText(Block):
    """A name at the left and a text of any length at its right."""

    def __init__(self, name: Block | None, text: Block) -> None:
        super().__init__()
        self.name = name
        self.text = text
        self._width = 0.0
        self.spaceAfter = 3.0

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        self._width = width
        named = self.name.size(NAMES - 4)[1] if self.name is not None else 0.0
        return width, max(named, self.text.size(width - NAMES)[1])

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's own names
        """The text in two where the page ends, the name beside the first of them."""
        parts = self.text.split(aW - NAMES, aH)
        named = self.name.size(NAMES - 4)[1] if self.name is not None else 0.0
        texts = [part for part in parts if isinstance(part, Block)]
        if named > aH or len(texts) != 2:
            return []
        first = NamedText(self.name, texts[0])
        first.spaceAfter = 0.0
        return [first, NamedText(None, texts[1])]

    def draw(self) -> None:
        """Draw both with their first lines beside each other."""
        width, height = self.size(self._width)
        for block, x, column in ((self.name, 0.0, NAMES - 4), (self.text, NAMES, width - NAMES)):
            if block is not None:
                _, needed = block.size(column)
                block.drawOn(self.canv, x, height - needed)


def named_text(name: str, text: Rich, setter: Typesetter) -> NamedText:
    """A text beside its name."""
    style = setter.styles.cell
    return NamedText(setter.cell(name, style.toned(LIGHT.text2)), setter.para(text, style))
