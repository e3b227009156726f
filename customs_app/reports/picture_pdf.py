"""A picture as a PDF of one page, in vectors, as large as the picture."""

from pathlib import Path

from customs_app.figures.pdf_painter import paint
from customs_app.figures.picture import Picture
from customs_app.figures.shapes import Drawing, rectangle
from customs_app.language.words import Words
from customs_app.reports.atomic import replacing

_POINT = 0.75
"""Points of a page in a logical pixel."""
_MOST = 14400.0
"""A page of a PDF has no longer side than this, in points."""


def write_picture_pdf(picture: Picture, path: Path, words: Words) -> None:
    """Write the picture to `path`, whole or not at all; OutputError where it cannot be written."""
    # The modules load reportlab, which nobody should wait for at start.
    from customs_app.reports.proposal_pdf.engine import Canvas  # noqa: PLC0415
    from customs_app.reports.proposal_pdf.fonts import BASE, FontSet  # noqa: PLC0415
    from customs_app.reports.proposal_pdf.para import Typesetter, heading_text  # noqa: PLC0415
    from customs_app.reports.proposal_pdf.write import ONE_AT_A_TIME  # noqa: PLC0415

    drawing = picture.drawing
    scale = min(_POINT, _MOST / drawing.width, _MOST / drawing.height)
    size = (drawing.width * scale, drawing.height * scale)
    ground = rectangle(0, 0, drawing.width, drawing.height, fill=picture.ground)
    # Opened here: where the disk is full, reportlab would leave the file open.
    with ONE_AT_A_TIME, replacing(path) as fresh, fresh.open("wb") as file:
        setter = Typesetter(FontSet(), words)
        canvas = Canvas(
            file,
            pagesize=size,
            invariant=1,
            initialFontName=BASE,  # type: ignore[arg-type]  # the stubs take it for a number
            lang=str(words.language),
        )
        canvas.setTitle(heading_text(picture.title))
        canvas.setCreator("customs-app")
        paint(
            canvas, (0, 0, *size), Drawing(drawing.width, drawing.height, (ground, *drawing.shapes)), setter
        )
        canvas.save()
