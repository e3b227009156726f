"""Text of meeting mode: wrapped wherever it has to be, never cut, in runs of several colours."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from customs_app.domain.text import Language
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts

_LINE_SEPARATOR = "\u2028"
_WIDTHS = 8
"""Of so many widths a text keeps its layout."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text; `tone` is a colour token of the palette."""

    text: str
    tone: str = "text"
    bold: bool = False


class TextBox(QWidget):
    """A text as plain data: it breaks between words, and inside a word that is wider than its room.

    `shrink_to` lets its type shrink towards that size (points) until the text has at most `most` lines.
    `right`: its lines end at the right edge.
    """

    def __init__(
        self,
        palette: Palette,
        language: Language,
        *,
        shrink_to: float | None = None,
        most: int = 3,
        right: bool = False,
    ) -> None:
        super().__init__()
        self._colours = palette
        self._leading = 1.5 if language is Language.ZH else 1.3
        self._shrink_to, self._most = shrink_to, most
        self._align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._font = fonts.font()
        self._runs: tuple[Run, ...] = ()
        self._made: dict[int, tuple[QTextLayout, float]] = {}
        self._unwrapped: tuple[int, int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(run.text for run in self._runs)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show a text in several runs."""
        self._runs = tuple(runs)
        self.setAccessibleName(self.text)
        self._again()

    def show_text(self, text: str, tone: str = "text", *, bold: bool = False) -> None:
        """Show a text in one colour."""
        self.show_runs((Run(text, tone, bold),))

    def set_font(self, font: QFont) -> None:
        """Set the type; a smaller one is taken where the text is long and may shrink."""
        self._font = font
        self._again()

    def lines(self, width: int) -> int:
        """How many lines the text takes in a column so wide (pixels)."""
        return self._laid_out(width)[0].lineCount()

    def natural_width(self) -> int:
        """How wide the text is in one line, in pixels."""
        return self._one_line[0]

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text, in pixels."""
        return round(self._laid_out(width)[1]) if self.text else 0

    def hasHeightForWidth(self) -> bool:
        """It has."""
        return True

    def sizeHint(self) -> QSize:
        """As wide as a line would be, at most a paragraph."""
        width = min(self.natural_width(), 400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line high, and narrow: its real height goes by its width."""
        return QSize(24, self._one_line[1] if self.text else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        layout, _ = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _again(self) -> None:
        self._made.clear()
        self._unwrapped = None
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        if width not in self._made:
            # A layout of Qt asks for a few widths in turn, many times over.
            if len(self._made) > _WIDTHS:
                self._made.clear()
            self._made[width] = self._fitted(width)
        return self._made[width]

    @property
    def _one_line(self) -> tuple[int, int]:
        """Width and height of the text where only its own line ends part it, in pixels."""
        if self._unwrapped is None:
            layout, height = self._layout(1_000_000, self._font)
            widths = (layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount()))
            self._unwrapped = (round(max(widths, default=0)) + 1, round(height))
        return self._unwrapped

    def _fitted(self, width: int) -> tuple[QTextLayout, float]:
        font = QFont(self._font)
        layout, height = self._layout(width, font)
        while (
            self._shrink_to is not None
            and layout.lineCount() > self._most
            and font.pointSizeF() - 1 >= self._shrink_to
        ):
            font.setPointSizeF(font.pointSizeF() - 1)
            layout, height = self._layout(width, font)
        return layout, height

    def _layout(self, width: int, font: QFont) -> tuple[QTextLayout, float]:
        text = self.text.replace("\r\n", "\n").replace("\n", _LINE_SEPARATOR)
        layout = QTextLayout(text, font, self)
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            step = max(line.height(), font.pointSizeF() * 96 / 72 * self._leading)
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            height += step
        layout.endLayout()
        return layout, height

    def _formats(self) -> list[QTextLayout.FormatRange]:
        made, start = [], 0
        for run in self._runs:
            units = len(run.text.replace("\r\n", "\n").encode("utf-16-le")) // 2
            part = QTextLayout.FormatRange()
            part.start, part.length = start, units
            look = QTextCharFormat()
            look.setForeground(QColor(self._colours.token(run.tone)))
            if run.bold:
                look.setFontWeight(QFont.Weight.DemiBold)
            part.format = look
            made.append(part)
            start += units
        return made
