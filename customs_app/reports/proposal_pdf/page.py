"""The frame of the pages: margins, running head, foot with page of pages, legend, outline."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from customs_app.domain.job import Progress
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import Words
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import (
    BaseDocTemplate,
    Canvas,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    PDFDictionary,
)
from customs_app.reports.proposal_pdf.fonts import BASE
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.signs import (
    Item,
    Legend,
    channel_items,
    measure_items,
    position_items,
    verdict_items,
)
from customs_app.reports.proposal_pdf.styles import BOTTOM, LEFT, LONG, MM, RIGHT, SHORT, TOP, Align, Style
from customs_app.reports.safe_text import one_line

_TAGS = {Language.EN: "en", Language.RU: "ru", Language.ZH: "zh-CN"}
_FOOT = 10 * MM
_FOOT_RULE = 14 * MM
_HEAD = 12.5 * MM
_HEAD_RULE = 15.5 * MM
_OUTLINE_TITLE = 120


class Leaf(StrEnum):
    """Kinds of pages."""

    TITLE = "title"
    TEXT = "text"
    VERDICTS = "verdicts"
    MEASURES = "measures"
    POSITIONS = "positions"
    TABLE = "table"
    WIDE_TABLE = "wide table"
    WIDE = "wide"


_ITEMS: Mapping[Leaf, Callable[[Words], list[Item]]] = {
    Leaf.VERDICTS: verdict_items,
    Leaf.MEASURES: measure_items,
    Leaf.POSITIONS: position_items,
    Leaf.TABLE: channel_items,
    Leaf.WIDE_TABLE: channel_items,
}


def leaf_size(leaf: Leaf) -> tuple[float, float]:
    """Width and height of a page, in points: A4, upright or lying."""
    return (LONG, SHORT) if leaf in (Leaf.WIDE_TABLE, Leaf.WIDE) else (SHORT, LONG)


def text_width(leaf: Leaf) -> float:
    """Width between the margins, in points."""
    return leaf_size(leaf)[0] - LEFT - RIGHT


def leaf_room(leaf: Leaf, setter: Typesetter) -> float:
    """Height between the margins and over the legend, in points."""
    legend = _legend(leaf, setter)
    used = legend.wrap(text_width(leaf), 0)[1] + 6 if legend else 0.0
    return leaf_size(leaf)[1] - TOP - BOTTOM - used


def _legend(leaf: Leaf, setter: Typesetter) -> Legend | None:
    items = _ITEMS.get(leaf)
    if items is None:
        return None
    if setter.second is None:
        return Legend(setter, items(setter.words))
    pairs = zip(items(setter.words), items(setter.second), strict=True)
    return Legend(setter, [replace(one, meaning=beside(one.meaning, other.meaning)) for one, other in pairs])


def beside(text: str, second: str) -> str:
    """Two wordings of a short text in one line; one where they are the same."""
    return text if text == second else f"{text} / {second}"


class Paper(BaseDocTemplate):
    """The document: its pages, its properties, and how far it has come.

    `running` stands at the head of each page but the first, left and right; `foot` at its foot.
    """

    def __init__(self, path: Path, setter: Typesetter, title: str, author: str) -> None:
        super().__init__(
            str(path),
            title=one_line(title)[:500],
            author=one_line(author)[:500],
            subject=one_line(title)[:500],
            creator="Customs App",
            producer="Customs App",
            lang=_TAGS[setter.words.language],
            invariant=1,
            initialFontName=BASE,
            pageCompression=1,
        )
        self._path = path
        self._setter = setter
        self.running = ("", "")
        self._fitted: dict[tuple[tuple[str, str], float], str] = {}
        self._legends: dict[str, tuple[Legend, float]] = {}
        self.foot = ""

    def make(self, story: Sequence[Flowable], progress: Progress) -> None:
        """Lay out and write the pages; `progress` is told of the blocks that stand, and may raise."""
        self.addPageTemplates([self._template(leaf) for leaf in Leaf])
        of = len(story) + 1
        done = 0

        def note(kind: str, value: int) -> None:
            nonlocal done
            if kind == "PROGRESS":
                # What a page splits goes back on the pile: never tell of less than before.
                done = max(done, value)
            progress(min(done, of - 1), of)

        self.setProgressCallBack(note)
        last = LastPage(self._setter, bookmarks_of(story), self._legends)
        # Opened here: where the disk is full, reportlab would leave the file open.
        with self._path.open("wb") as self.filename:
            self.build([*story, last], canvasmaker=self._canvas_maker())
        progress(of, of)

    def _canvas_maker(self) -> Callable[..., Canvas]:
        return partial(Canvas, lang=_TAGS[self._setter.words.language])

    def _template(self, leaf: Leaf) -> PageTemplate:
        width, height = leaf_size(leaf)
        legend = _legend(leaf, self._setter)
        room = leaf_room(leaf, self._setter)
        frame = Frame(
            LEFT, height - TOP - room, text_width(leaf), room,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip

        def dress(canvas: Canvas, _paper: BaseDocTemplate) -> None:
            canvas.saveState()
            if leaf is not Leaf.TITLE:
                self._draw_head(canvas, width, height)
            if legend is not None:
                # It is the same on all pages of a kind: a form that is drawn once.
                self._legends[leaf.name] = (legend, text_width(leaf))
                canvas.saveState()
                canvas.translate(LEFT, BOTTOM)
                canvas.doForm(leaf.name)
                canvas.restoreState()
            self._draw_foot(canvas, width)
            canvas.restoreState()

        return PageTemplate(leaf, [frame], onPage=dress, pagesize=(width, height))

    def _draw_head(self, canvas: Canvas, width: float, height: float) -> None:
        style = self._setter.styles.running
        _, right = self.running
        left = self._fitted.get((self.running, width))
        if left is None:
            room = width - LEFT - RIGHT - self._setter.width(right, style) - 12
            left = self._fitted[self.running, width] = fitted(self._setter, self.running[0], style, room)
        self._setter.draw(canvas, left, style, LEFT, height - _HEAD)
        self._setter.draw(canvas, right, style.aligned(Align.RIGHT), width - RIGHT, height - _HEAD)
        _rule(canvas, width, height - _HEAD_RULE)

    def _draw_foot(self, canvas: Canvas, width: float) -> None:
        _rule(canvas, width, _FOOT_RULE)
        self._setter.draw(canvas, self.foot, self._setter.styles.running, LEFT, _FOOT)
        # How many pages there are is known at the end: the number is a form that is filled then.
        canvas.saveState()
        canvas.translate(width - RIGHT, _FOOT)
        canvas.doForm(_form(canvas.getPageNumber()))
        canvas.restoreState()


def _rule(canvas: Canvas, width: float, y: float) -> None:
    canvas.setStrokeColor(LIGHT.line2)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, y, width - RIGHT, y)


def _form(page: int) -> str:
    return f"page-{page}"


def fitted(setter: Typesetter, text: str, style: Style, width: float) -> str:
    """The text in one line, cut with an ellipsis where it is too wide."""
    text = one_line(text)[:400]
    if setter.width(text, style) <= width:
        return text
    kept = text
    while kept and setter.width(kept + "…", style) > width:
        kept = kept[: min(len(kept) - 1, int(len(kept) * 0.97))]
    return kept.rstrip() + "…"


class LastPage(Block):
    """Ends the document: fills in the number of pages, and on which page each bookmark stands.

    `legends` are those of the pages so far, with their widths, by the names of their forms.
    """

    def __init__(
        self,
        setter: Typesetter,
        bookmarks: Sequence["Bookmark"],
        legends: Mapping[str, tuple[Legend, float]],
    ) -> None:
        super().__init__()
        self._legends = legends
        self._setter = setter
        self._bookmarks = bookmarks

    def size(self, _width: float) -> tuple[float, float]:
        """Takes no room."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Define the forms of the legends and of each page's number."""
        for name, (legend, width) in self._legends.items():
            _, height = legend.wrap(width, 0)
            self.canv.beginForm(name, -2, -6, width + 2, height + 6)
            legend.drawOn(self.canv, 0, 0)
            self.canv.endForm()
        style = self._setter.styles.running.aligned(Align.RIGHT)
        of = self.canv.getPageNumber()
        for page in range(1, of + 1):
            self.canv.beginForm(_form(page), -120, -6, 2, 20)
            self._setter.draw(self.canv, f"{page} / {of}", style, 0, 0)
            self.canv.endForm()
        style = self._setter.styles.cell.aligned(Align.RIGHT)
        for one in self._bookmarks:
            self.canv.beginForm(page_form(one), -60, -6, 2, 20)
            self._setter.draw(self.canv, str(one.page), style, 0, 0)
            self.canv.endForm()


def page_form(bookmark: "Bookmark") -> str:
    """The name of the form that says on which page a bookmark stands: it is filled at the end."""
    return f"at-{bookmark.key}"


class Bookmark(Block):
    """An entry of the outline that leads to this place; it stays with the block after it.

    `page` is the number of its page once it is drawn.
    """

    def __init__(self, key: str, title: str, level: int = 0) -> None:
        super().__init__()
        self.key = key
        self.title = one_line(title)[:_OUTLINE_TITLE] or "…"
        self.level = level
        self.page = 0
        self.keepWithNext = 1

    def size(self, _width: float) -> tuple[float, float]:
        """Takes no room."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Mark the place."""
        self.page = self.canv.getPageNumber()
        left, top = self.canv.absolutePosition(0, 20)
        here = self.canv.bookmarkPage(self.key, fit="XYZ", left=left, top=top, zoom=0)
        self.canv.addOutlineEntry(self.title, self.key, self.level, closed=False)
        # Named in the file too: the window's preview finds the parts by their keys, whatever the language.
        try:
            names = self.canv.getCatalogEntry("Dests")
        except AttributeError:
            names = PDFDictionary()
            self.canv.setCatalogEntry("Dests", names)
        names[self.key] = here


def bookmarks_of(story: Sequence[Flowable]) -> list[Bookmark]:
    """The bookmarks among blocks, in order."""
    return [block for block in story if isinstance(block, Bookmark)]


def new_page(leaf: Leaf) -> list[Flowable]:
    """What begins a page of another kind."""
    return [NextPageTemplate(leaf), PageBreak()]
