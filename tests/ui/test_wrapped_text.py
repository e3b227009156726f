"""A text over a few lines is never wider than its room, and is cut at the end of the last line alone."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.widgets.wrapped_text import Wrapped

TEXTS = (
    "Customs opens the file and checks the papers",
    "Таможенный орган открывает дело и проверяет представленные документы и сведения",
    "海关按编号在图尔帕尔系统中核验许可证件并登记受理报关单",
    "Транспортно-экспедиционныйнеразрывныйдлинныйтермин",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("room", [40, 92, 150, 600])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_lines_fit_their_room(dressed: QApplication, text: str, room: int, most: int) -> None:
    font = fonts.font(tokens.SMALL)
    wrapped, metrics = Wrapped(font, most), QFontMetrics(font)
    lines = wrapped.lines(text, room)
    assert len(lines) <= most
    assert all(metrics.horizontalAdvance(line) <= room + 1 for line in lines)
    whole = "".join(lines).replace(" ", "")
    if whole.endswith("…"):
        assert len(lines) == most
        assert text.replace(" ", "").startswith(whole[:-1].rstrip())
    else:
        assert whole == text.replace(" ", "")
    assert wrapped.lines(text, room) is lines
    assert wrapped.height == most * metrics.lineSpacing()
