"""Shared widgets: icons in their colours, tables that copy as cells, columns that are remembered."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QImage,
    QRawFont,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from customs_app.domain.text import Language
from customs_app.figures import tokens
from customs_app.figures.tokens import DARK, LIGHT, PALETTES, Palette
from customs_app.paths import FONTS, ICONS
from customs_app.ui import fonts, theme
from customs_app.ui.frame import rail
from customs_app.ui.icons import icon, renderer
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.copying import cells_as_text, copy_cells
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.lines import Line, LinesView
from customs_app.ui.widgets.table import Table, columns_menu, row_height
from customs_app.ui.workspaces import ENTRIES


def _ink(picture: QIcon, state: QIcon.State = QIcon.State.Off) -> str:
    image = picture.pixmap(QSize(48, 48), QIcon.Mode.Normal, state).toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return Counter(colour.name() for colour in colours if colour.alpha() == 255).most_common(1)[0][0]


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_can_be_drawn(dressed: QApplication, path: Path) -> None:
    assert renderer(path.stem, "#123456").isValid()


def test_icons_take_the_colour_of_their_token(dressed: QApplication) -> None:
    assert _ink(icon("library", LIGHT)) == LIGHT.text2.lower()
    assert _ink(icon("library", DARK, "good")) == DARK.good.lower()
    assert _ink(icon("library", LIGHT), QIcon.State.On) == LIGHT.accent.lower()


def test_a_missing_icon_is_a_fault(dressed: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        renderer("no-such-icon", "#000000")


def test_the_rail_has_its_icons() -> None:
    assert [entry.icon for entry in ENTRIES] == [
        "library", "list-checks", "table-2", "route", "file-pen-line",
    ]  # fmt: skip
    assert all((ICONS / f"{entry.icon}.svg").is_file() for entry in ENTRIES)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_the_style_sheet_knows_every_token(palette: object) -> None:
    sheet = theme.style_sheet(palette)  # type: ignore[arg-type]
    assert "@" not in sheet
    arrow = ICONS / "look" / f"chevron-down-{palette.name}.svg"  # type: ignore[attr-defined]
    assert arrow.as_posix() in sheet
    assert palette.text2 in arrow.read_text()  # type: ignore[attr-defined]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_boxes_are_seen_on_every_ground_checked_or_not(
    dressed: QApplication, qtbot: QtBot, palette: Palette, kind: type[QCheckBox | QRadioButton]
) -> None:
    """The frame is that of every control, which keeps 3 : 1 on all grounds; the check is the accent."""
    theme.apply(dressed, palette)
    try:
        box = kind("")
        qtbot.addWidget(box)
        box.setAutoExclusive(False)
        empty = box.grab().toImage()
        least = 16 if kind is QCheckBox else 6  # most of a circle is smoothed
        assert _near(empty, palette.ctl) >= least
        assert _near(empty, palette.accent) < 3
        box.setChecked(True)
        assert _near(box.grab().toImage(), palette.accent) >= 5
        box.setEnabled(False)
        assert _near(box.grab().toImage(), palette.line2) >= least
    finally:
        theme.apply(dressed, LIGHT)


def _near(image: QImage, token: str) -> int:
    """How many pixels have this colour, or nearly so where an edge is smoothed."""
    want = QColor(token).getRgb()[:3]  # type: ignore[index]
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y).getRgb()[:3] for x, y in places)  # type: ignore[index]
    return sum(max(abs(one - other) for one, other in zip(rgb, want, strict=True)) < 24 for rgb in colours)


def test_a_box_cuts_its_text_with_an_ellipsis_and_tells_all_of_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    box = ComboBox("tried", "Regime", shortest=4)
    qtbot.addWidget(box)
    box.addItem("Temporary admission")
    option = QStyleOptionComboBox()

    def shown(width: int) -> str:
        box.resize(width, 26)
        box.initStyleOption(option)
        return box.shown_text(option)

    assert shown(300) == "Temporary admission"
    cut = shown(100)
    assert cut.endswith("…")
    assert "Temporary admission".startswith(cut[:-1])
    assert QFontMetrics(box.font()).horizontalAdvance(cut) < 100
    assert box.toolTip() == "Regime: Temporary admission"


def test_the_theme_follows_the_desktop_only_when_asked(dressed: QApplication) -> None:
    assert theme.choose("dark") is DARK
    assert theme.choose("light") is LIGHT
    assert theme.choose("system") in {LIGHT, DARK}


@pytest.fixture
def table(session: Session, qtbot: QtBot) -> Table:
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["#", "Step", "Note"])
    for cells in (("1", "Pay\tduty", "a"), ("2", 'Say "no"', "b"), ("3", "Two\nlines", "c")):
        model.appendRow([QStandardItem(cell) for cell in cells])
    table = Table(session, "tried")
    model.setParent(table)
    table.setModel(model)
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    return table


def test_copies_cells_with_headers_as_a_spreadsheet_takes_them(table: Table) -> None:
    table.selectAll()
    assert cells_as_text(table) == (
        '#\tStep\tNote\n1\t"Pay\tduty"\ta\n2\t"Say ""no"""\tb\n3\t"Two\nlines"\tc\n'
    )
    table.setColumnHidden(0, True)
    table.horizontalHeader().moveSection(2, 1)
    table.selectRow(0)
    copy_cells(table)
    assert QGuiApplication.clipboard().text() == 'Note\tStep\na\t"Pay\tduty"\n'


def test_nothing_chosen_copies_nothing(table: Table) -> None:
    table.clearSelection()
    assert cells_as_text(table) == ""


def test_columns_are_remembered(table: Table, session: Session, qtbot: QtBot) -> None:
    table.horizontalHeader().resizeSection(1, 173)
    menu = columns_menu(table, table.horizontalHeader(), session.columns["tried"], (0,))
    first, _, third = menu.actions()
    assert not first.isEnabled()
    third.setChecked(False)
    assert table.isColumnHidden(2)
    again = Table(session, "tried")
    qtbot.addWidget(again)
    again.setModel(table.model())
    assert again.columnWidth(1) == 173
    assert again.isColumnHidden(2)


def test_rows_are_as_high_as_the_language_needs(table: Table) -> None:
    assert table.rowHeight(0) == row_height(Language.EN) == 26
    assert row_height(Language.ZH) == 30


def test_a_cut_label_tells_all_in_its_tooltip(dressed: QApplication, qtbot: QtBot) -> None:
    label = ElidedLabel("A rather long name of a customs authority")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.full_text
    label.resize(900, 20)
    qtbot.waitUntil(lambda: label.text() == label.full_text)
    assert label.toolTip() == ""


def test_palette_reaches_the_widgets(dressed: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert widget.palette().window().color() == QColor(LIGHT.window)
    assert widget.palette().highlight().color() == QColor(LIGHT.sel)


@pytest.mark.parametrize(
    ("name", "width", "lines"),
    [
        ("Предложения", 70, ("Предло-", "жения")),
        ("Предложения", 200, ("Предложения",)),
        ("Proposals", 200, ("Proposals",)),
        ("建议书", 10, ("建议书",)),
    ],
)
def test_a_long_name_on_the_rail_is_parted(
    dressed: QApplication, name: str, width: int, lines: tuple[str, ...]
) -> None:
    assert rail._lines(name, QFontMetrics(fonts.font(8.5)), width) == lines


def test_arrows_and_signs_have_a_font_from_the_start(dressed: QApplication) -> None:
    raw = [QRawFont(str(FONTS / f"{name}.ttf"), 12) for name in fonts._FIRST]
    for sign in "←↑→↓≤≥≠×–▲▼≈…№₽¥₸₹":
        assert any(font.supportsCharacter(ord(sign)) for font in raw), sign


def test_a_figure_at_the_right_of_a_line_is_never_cut(dressed: QApplication, qtbot: QtBot) -> None:
    def painted(least: int) -> QImage:
        view = LinesView("lines", "Lines", LIGHT)
        qtbot.addWidget(view)
        view.resize(220, 60)
        view.show_lines([Line("A text that gives way to it", "", 1, right=(("55 % повторно", least),))])
        view.show()
        qtbot.waitExposed(view)
        return view.grab().toImage()

    wide = QFontMetrics(fonts.tabular(tokens.SMALL)).horizontalAdvance("55 % повторно")
    assert painted(10) == painted(wide)
