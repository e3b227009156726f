"""A plain picture with names at the left and heads above, and a view that shows it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.figures.picture import About, Hotspot, Picture, PictureTable
from customs_app.figures.shapes import Drawing, Glyph, Pen, Shape, rectangle
from customs_app.figures.tokens import LIGHT
from customs_app.ui.pictures.view import PictureView

COLUMNS, ROWS = 12, 20
HEAD, TOP, WIDE, HIGH = 120.0, 30.0, 100.0, 50.0
Show = Callable[[Picture], PictureView]


def grid(columns: int = COLUMNS, rows: int = ROWS) -> Picture:
    """Boxes in rows and columns, a head of its own colour over each column, a name before each row."""
    shapes: list[Shape] = []
    spots: list[Hotspot] = []
    for column in range(columns):
        x = HEAD + column * WIDE
        shapes.append(Glyph(f"C{column}", x + WIDE / 2, TOP / 2, 12, "#202020", bold=True))
        spots.append(Hotspot(x, 0, WIDE, TOP, About.COUNTRY, f"C{column}", f"Country {column}"))
    for row in range(rows):
        y = TOP + row * HIGH
        shapes.append(rectangle(0, y, HEAD, HIGH, fill="#DDE8FF"))
        shapes.append(Glyph(f"Row {row}", 8, y + HIGH / 2, 12, "#202020", anchor="start"))
        for column in range(columns):
            x, key = HEAD + column * WIDE, f"{row}-{column}"
            shapes.append(
                rectangle(x + 6, y + 6, WIDE - 12, HIGH - 12, fill="#FFFFFF", pen=Pen("#4060A0", 1.5))
            )
            shapes.append(Glyph(key, x + WIDE / 2, y + HIGH / 2, 12, "#803020"))
            tip = f"Step {key}\nunknown, not zero"
            spots.append(Hotspot(x + 6, y + 6, WIDE - 12, HIGH - 12, About.STEP, key, tip))
    width, height = HEAD + columns * WIDE, TOP + rows * HIGH
    table = PictureTable(("Row", "Text"), tuple((str(row), f"Row {row}") for row in range(rows)))
    return Picture("Grid", Drawing(width, height, tuple(shapes)), tuple(spots), table, "#F4F4F4", HEAD)


@pytest.fixture
def show(dressed: QApplication, qtbot: QtBot) -> Show:
    """Shows a picture in a view of 500 x 400."""

    def shown(picture: Picture) -> PictureView:
        view = PictureView(LIGHT, "view")
        qtbot.addWidget(view)
        view.resize(500, 400)
        view.show()
        qtbot.waitExposed(view)
        with qtbot.waitSignal(view.ready):
            view.show_picture(picture)
        view.setFocus()
        return view

    return shown


@pytest.fixture
def view(show: Show) -> PictureView:
    """A view that shows the grid."""
    return show(grid())
