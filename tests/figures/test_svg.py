"""Pictures as SVG: well formed whatever they say, all text in it, colours and dashes as drawn."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from customs_app.domain.text import Language
from customs_app.figures.picture import About, Hotspot, Picture, PictureTable
from customs_app.figures.shapes import Circle, Drawing, Glyph, Line, Pen, rectangle
from customs_app.figures.svg import svg

NAME = "{http://www.w3.org/2000/svg}"


def _picture(*shapes, spots: tuple[Hotspot, ...] = ()) -> Picture:
    return Picture("T", Drawing(200, 100, shapes), spots, PictureTable((), ()), "#FFFFFF")


def _root(*shapes, **more) -> ElementTree.Element:
    return ElementTree.fromstring(svg(_picture(*shapes, **more), Language.RU))


@given(st.text(max_size=30))
def test_any_text_is_data(text: str):
    spot = Hotspot(0, 0, 5, 5, About.STEP, "s", text)
    root = _root(Glyph(text, 10, 10, 11, "#000000"), spots=(spot,) if text else ())
    allowed = "".join(
        c
        for c in text
        if c in "\t\n\r" or 0x20 <= ord(c) <= 0xD7FF or 0xE000 <= ord(c) <= 0xFFFD or ord(c) > 0xFFFF
    )
    shown = root.find(f"{NAME}text").text or ""
    # XML reads every line end as a line feed.
    assert shown == allowed.replace("\r\n", "\n").replace("\r", "\n")
    assert len(root.findall(f"{NAME}text")) == 1


def test_size_language_and_title():
    root = _root()
    assert root.get("viewBox") == "0 0 200 100"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    assert root.find(f"{NAME}title").text == "T"


def test_shapes_keep_colours_widths_and_dashes():
    root = _root(
        rectangle(1, 2, 3, 4, fill="#112233", pen=Pen("#445566", 1.5, (2, 3))),
        Circle(5, 6, 7, None, Pen("#778899")),
        Line(((0, 0), (10, 0), (10, 5)), Pen("#AABBCC", 2)),
    )
    polygon, circle, line = (
        root.find(f"{NAME}polygon"),
        root.find(f"{NAME}circle"),
        root.find(f"{NAME}polyline"),
    )
    assert polygon.get("points") == "1,2 4,2 4,6 1,6"
    assert (polygon.get("fill"), polygon.get("stroke"), polygon.get("stroke-dasharray")) == (
        "#112233",
        "#445566",
        "2 3",
    )
    assert (circle.get("fill"), circle.get("r")) == ("none", "7")
    assert (line.get("points"), line.get("fill"), line.get("stroke-width")) == ("0,0 10,0 10,5", "none", "2")


def test_a_turned_text_is_turned():
    text = _root(Glyph("ab", 30, 40, 10, "#000000", anchor="start", turned=True)).find(f"{NAME}text")
    assert text.get("transform") == "translate(30 40) rotate(-90)"


def test_a_text_keeps_its_width_with_any_font():
    text = _root(Glyph("abc", 30, 40, 10, "#000000")).find(f"{NAME}text")
    assert float(text.get("textLength")) > 10
    assert text.get("text-anchor") == "middle"
