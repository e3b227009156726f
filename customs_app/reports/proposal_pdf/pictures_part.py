"""The appendix of pictures: time by stage, and the heat map of the comparison, in vectors."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from customs_app.analysis.heat import Measure
from customs_app.analysis.rows import Row
from customs_app.figures.heat import heat
from customs_app.figures.shapes import Drawing
from customs_app.figures.time_by_stage import time_by_stage
from customs_app.figures.tokens import LIGHT
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import Flowable, PageBreak
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, leaf_room, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.picture_block import POINT, PictureBlock
from customs_app.reports.proposal_pdf.tables import stack_height


def pictures_part(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the pictures, on lying pages of their own; none where one country alone is compared."""
    if len(content.countries) < 2:
        return []
    return [*_stages(content, setter), *_heat(content, setter)]


def _stages(content: Content, setter: Typesetter) -> Iterator[Flowable]:
    words, styles = setter.words, setter.styles
    name = words.text("Appendix: time by stage")
    heading = setter.para(name, styles.heading)
    width = text_width(Leaf.WIDE)
    room = leaf_room(Leaf.WIDE, setter) - stack_height([heading], width) - 12
    picture = time_by_stage(
        content.comparison, content.reference, LIGHT, words, width=width / POINT, titled=False
    )
    yield from new_page(Leaf.WIDE)
    yield Bookmark("stages", name)
    yield heading
    yield PictureBlock(setter, picture.drawing, height=room)


def _heat(content: Content, setter: Typesetter) -> Iterator[Flowable]:
    """The heat map in parts of whole stages, so that its letters stay as large as those of a table."""
    words, styles = setter.words, setter.styles
    name = words.text("Appendix: heat map of the time of each activity")
    heading = setter.para(name, styles.heading)
    note = setter.para(
        words.text(
            "Each figure against the median of its row; the sign says the same as the tint. An unknown time "
            "has no tint. Columns are not to be added up or ranked: they rest on different steps."
        ),
        styles.note,
    )
    width = text_width(Leaf.WIDE)
    room = leaf_room(Leaf.WIDE, setter) - stack_height([heading, note], width) - 14
    for n, rows in enumerate(_parts(content, setter, width, room)):
        yield from new_page(Leaf.WIDE) if n == 0 else (PageBreak(),)
        if n == 0:
            yield Bookmark("heat", name)
            yield heading
            yield note
        yield PictureBlock(setter, _drawn(content, rows, setter), height=room)


def _drawn(content: Content, rows: Sequence[Row], setter: Typesetter) -> Drawing:
    part = replace(content.comparison, rows=tuple(rows))
    return heat(
        part,
        content.reference,
        LIGHT,
        setter.words,
        by=Measure.TIME,
        tolerance=content.tolerance,
        titled=False,
    ).drawing


def _parts(content: Content, setter: Typesetter, width: float, room: float) -> Iterator[list[Row]]:
    """Whole stages as long as they fit on a page."""
    part: list[Row] = []
    for _, stage in groupby(content.comparison.rows, key=lambda row: row.activity.stage):
        own = list(stage)
        if part and _height(content, [*part, *own], setter, width) > room:
            yield part
            part = []
        part += own
    if part:
        yield part


def _height(content: Content, rows: list[Row], setter: Typesetter, width: float) -> float:
    drawing = _drawn(content, rows, setter)
    return drawing.height * min(POINT, width / drawing.width)
