"""Widths of texts: as the window's own fonts have them."""

import pytest
from PySide6.QtGui import QFontMetricsF

from customs_app.figures.font_widths import FontWidths
from customs_app.figures.measure import shipped_fonts
from customs_app.paths import FONTS
from customs_app.ui import fonts

TEXTS = (
    "Lodge the import declaration, 24 h",
    "Внесение контракта и инвойсов в ЕЭИСВО",
    "向海关提交进口报关单（电子）",
    "Қазақстан Республикасы",
)


@pytest.fixture(autouse=True)
def _all_fonts(qapp) -> None:
    fonts.load_everything()


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_as_wide_as_qt_sets_it(text: str, bold: bool):
    font = fonts.font(bold=bold)
    font.setPixelSize(88)
    theirs = QFontMetricsF(font).horizontalAdvance(text) / 8
    assert shipped_fonts().width(text, 11, bold=bold) == pytest.approx(theirs, rel=0.01)


def test_width_grows_with_the_size():
    assert shipped_fonts().width("Abc", 22) == pytest.approx(2 * shipped_fonts().width("Abc", 11))


def test_an_empty_text_has_no_width():
    assert shipped_fonts().width("", 11) == 0


def test_a_character_that_no_font_has_is_as_wide_as_the_type_is_high():
    assert shipped_fonts().width("\U0001f69a", 11) == 11


def test_signs_that_the_first_font_lacks_are_never_measured_too_slim():
    for sign in "≤▲▼●→":
        mono = FontWidths(FONTS / "NotoSansMono-Regular.ttf").advance(ord(sign)) or 0
        chinese = FontWidths(FONTS / "NotoSansSC-Regular.ttf").advance(ord(sign)) or 0
        assert shipped_fonts().width(sign, 1) >= max(mono, chinese) > 0
