"""The table of contents: each part and each measure with the number of its page."""

from collections.abc import Sequence

from customs_app.figures.tokens import LIGHT
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, bookmarks_of, new_page, page_form
from customs_app.reports.proposal_pdf.para import TextBlock, Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM

_NUMBER = 12 * MM
_INDENT = 6 * MM
_LINES = 3


def contents_head(setter: Typesetter) -> list[Flowable]:
    """The heading of the contents, on a page of its own."""
    name = setter.words.text("Contents")
    return [*new_page(Leaf.TEXT), Bookmark("contents", name), setter.para(name, setter.styles.heading)]


def contents(story: Sequence[Flowable], setter: Typesetter) -> list[Flowable]:
    """The lines of the contents of what follows them."""
    return [Entry(one, setter) for one in bookmarks_of(story)]


class Entry(Block):
    """A line of the contents, which leads to its place; the number of its page is filled in at the end."""

    def __init__(self, bookmark: Bookmark, setter: Typesetter) -> None:
        super().__init__()
        self._bookmark = bookmark
        self._setter = setter
        self._indent = _INDENT * bookmark.level
        text = Span(bookmark.title, bold=bookmark.level == 0)
        self._text: TextBlock = setter.cell(text, most=_LINES)
        self._width = 0.0
        self.spaceBefore = 5.0 if bookmark.level == 0 else 1.5

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        self._width = width
        return width, self._text.size(width - self._indent - _NUMBER)[1]

    def draw(self) -> None:
        """Draw title, dots and number; the whole line is a link."""
        width, height = self.size(self._width)
        column = width - self._indent - _NUMBER
        self._text.drawOn(self.canv, self._indent, 0)
        style = self._setter.styles.cell
        base = (style.leading + style.size) / 2 - style.size * 0.84
        end = self._indent + self._text.last_width(column)
        self.canv.setStrokeColor(LIGHT.ctl)
        self.canv.setLineWidth(0.5)
        self.canv.setDash(0.5, 3)
        self.canv.line(end + 5, base, width - _NUMBER + 8, base)
        self.canv.setDash()
        self.canv.saveState()
        self.canv.translate(width, base)
        self.canv.doForm(page_form(self._bookmark))
        self.canv.restoreState()
        self.canv.linkRect("", self._bookmark.key, (0, 0, width, height), relative=1)
