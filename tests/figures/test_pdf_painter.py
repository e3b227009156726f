"""Drawings come out on a page as they were drawn: right way up, to scale, in their colours."""
# ruff: noqa: TID253 - the pages are read back

import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from customs_app.figures.pdf_painter import Box, paint
from customs_app.figures.shapes import Circle, Drawing, Glyph, Line, Pen, Polygon, rectangle

RED, BLUE, WHITE = (0xB3, 0x26, 0x1E), (0x1F, 0x5A, 0xA6), (255, 255, 255)
PAGE = 100


class Letters:
    """Draws letters in a font that every canvas has."""

    def letter(self, canvas: Canvas, glyph: Glyph, x: float, y: float) -> None:
        canvas.setFont("Helvetica", glyph.size)
        canvas.setFillColor(glyph.colour)
        {"start": canvas.drawString, "middle": canvas.drawCentredString, "end": canvas.drawRightString}[
            glyph.anchor
        ](x, y, glyph.text)


def page_of(drawing: Drawing, box: Box) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(PAGE, PAGE), invariant=1)
    paint(canvas, box, drawing, Letters())
    canvas.save()
    return stream.getvalue()


def colours(drawing: Drawing, box: Box = (0, 0, PAGE, PAGE)) -> "Pixels":
    bitmap = pypdfium2.PdfDocument(page_of(drawing, box))[0].render(scale=1, rev_byteorder=True)
    return Pixels(bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels)


class Pixels:
    def __init__(self, data: bytes, stride: int, channels: int) -> None:
        self._data, self._stride, self._channels = data, stride, channels

    def at(self, x: int, y: int) -> tuple[int, int, int]:
        start = y * self._stride + x * self._channels
        red, green, blue = self._data[start : start + 3]
        return red, green, blue


def near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(one, other, strict=True))


def test_the_top_of_a_drawing_is_at_the_top_of_its_box() -> None:
    seen = colours(Drawing(10, 10, (rectangle(0, 0, 5, 5, fill="#B3261E"),)))
    assert near(seen.at(20, 20), RED)
    assert near(seen.at(20, 80), WHITE)
    assert near(seen.at(80, 20), WHITE)


def test_a_drawing_keeps_its_proportions_in_the_middle_of_its_box() -> None:
    seen = colours(Drawing(10, 10, (rectangle(0, 0, 10, 10, fill="#1F5AA6"),)), (0, 25, 100, 50))
    assert near(seen.at(50, 50), BLUE)
    assert near(seen.at(10, 50), WHITE)
    assert near(seen.at(90, 50), WHITE)
    assert near(seen.at(50, 10), WHITE)


def test_a_circle_without_fill_is_a_ring() -> None:
    seen = colours(Drawing(100, 100, (Circle(50, 50, 40, None, Pen("#1F5AA6", 6)),)))
    assert near(seen.at(50, 50), WHITE)
    assert near(seen.at(50, 10), BLUE)
    assert near(seen.at(90, 50), BLUE)


def test_a_polygon_is_closed_and_a_line_is_not() -> None:
    corners = ((10.0, 10.0), (90.0, 10.0), (90.0, 90.0), (10.0, 90.0))
    pen = Pen("#B3261E", 6)
    assert near(colours(Drawing(100, 100, (Polygon(corners, None, pen),))).at(10, 50), RED)
    assert near(colours(Drawing(100, 100, (Line(corners, pen),))).at(10, 50), WHITE)


def test_dashes_leave_gaps_and_do_not_stay_for_the_next_line() -> None:
    dashed = Line(((0, 20), (100, 20)), Pen("#B3261E", 10, (20, 20)))
    whole = Line(((0, 80), (100, 80)), Pen("#B3261E", 10))
    seen = colours(Drawing(100, 100, (dashed, whole)))
    assert near(seen.at(10, 20), RED)
    assert near(seen.at(30, 20), WHITE)
    assert near(seen.at(30, 80), RED)


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_letters_stand_about_their_point(tmp_path: Path, anchor: str) -> None:
    drawing = Drawing(50, 50, (Glyph("WW", 25, 25, 10, "#000000", anchor=anchor),))
    file = tmp_path / "sign.pdf"
    file.write_bytes(page_of(drawing, (0, 0, PAGE, PAGE)))
    said = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True)
    word = said.stdout.partition("<word ")[2].partition(">")[0]
    left, right = (float(word.partition(f'{end}="')[2].partition('"')[0]) for end in ("xMin", "xMax"))
    edge = {"start": left, "middle": (left + right) / 2, "end": right}[anchor]
    # The box is twice as large as the drawing.
    assert edge == pytest.approx(50, abs=0.1)


def test_what_is_painted_leaves_the_canvas_as_it_was() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(PAGE, PAGE), invariant=1)
    canvas.setFillColor("#1F5AA6")
    paint(canvas, (0, 0, 10, 10), Drawing(10, 10, (rectangle(0, 0, 9, 9, fill="#B3261E"),)), Letters())
    canvas.rect(50, 50, 40, 40, stroke=0, fill=1)
    canvas.save()
    bitmap = pypdfium2.PdfDocument(stream.getvalue())[0].render(scale=1, rev_byteorder=True)
    pixels = Pixels(bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels)
    assert near(pixels.at(70, 30), BLUE)
