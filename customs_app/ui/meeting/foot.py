"""The foot of meeting mode: the keys that can be used, and the minutes as they write themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customs_app.figures.tokens import Palette
from customs_app.ui.icons import paint_icon
from customs_app.ui.meeting.chips import cap_width, paint_cap, paint_text, text_width
from customs_app.ui.meeting.scale import CAPTION, Scale
from customs_app.ui.meeting.text_box import Run, TextBox
from customs_app.ui.session import Session

Hint = tuple[tuple[str, ...], str]
"""Keys, and what they do; two keys with a dash between them are written as `1`, `–`, `8`."""

_ROW, _GAP, _AFTER = 30, 20, 6
_RANGE = "–"


class Hints(QWidget):
    """Caps of keys with what they do, in as many rows as they need."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._colours, self._scale = palette, Scale()
        self._hints: tuple[Hint, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_hints(self, hints: Sequence[Hint], scale: Scale) -> None:
        """Show keys in a size."""
        self._hints, self._scale = tuple(hints), scale
        self.setAccessibleName(", ".join(f"{' '.join(keys)} {says}" for keys, says in self._hints))
        self.updateGeometry()
        self.update()

    def natural_width(self) -> int:
        """Width of all of them in one row, in pixels."""
        gaps = self._scale.px(_GAP) * max(0, len(self._hints) - 1)
        return round(sum(map(self._width, self._hints)) + gaps) + 1

    def hasHeightForWidth(self) -> bool:
        """It has."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many rows as the keys need."""
        places = self._places(width)
        return round(places[-1][1].y()) + self._scale.px(_ROW) if places else 0

    def sizeHint(self) -> QSize:
        """All in one row."""
        return QSize(self.natural_width(), self._scale.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """The longest one."""
        return QSize(round(max(map(self._width, self._hints), default=0)), self._scale.px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them."""
        painter = QPainter(self)
        colours, scale = self._colours, self._scale
        for (keys, says), at in self._places(self.width()):
            x, middle = at.x(), at.y() + scale.px(_ROW) / 2
            for key in keys:
                if key == _RANGE:
                    x += paint_text(painter, QPointF(x, middle), key, colours.text2, scale) + 2
                else:
                    x += paint_cap(painter, QPointF(x, middle), key, colours, scale) + scale.px(3)
            paint_text(painter, QPointF(x + scale.px(_AFTER), middle), says, colours.text2, scale)
        painter.end()

    def _places(self, width: int) -> list[tuple[Hint, QPointF]]:
        x = y = 0.0
        found = []
        for hint in self._hints:
            wide = self._width(hint)
            if x and x + wide > width:
                x, y = 0.0, y + self._scale.px(_ROW)
            found.append((hint, QPointF(x, y)))
            x += wide + self._scale.px(_GAP)
        return found

    def _width(self, hint: Hint) -> float:
        scale, (keys, says) = self._scale, hint
        caps = sum(
            text_width(key, scale) + 2 if key == _RANGE else cap_width(key, scale) + scale.px(3)
            for key in keys
        )
        return caps + scale.px(_AFTER) + text_width(says, scale)


class Foot(QWidget):
    """Keys at the left; at the right what the minutes say last, or a sentence about what happened."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        palette = session.palette
        self.setObjectName("meeting_foot")
        self._hints = Hints(palette)
        self._sign = _Sign(palette)
        self.minutes = TextBox(palette, session.language)
        self.minutes.setObjectName("meeting_minutes")
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._hints)
        self._column.addLayout(self._row)
        self._row.addWidget(self._sign)
        self._row.addWidget(self.minutes, 1)

    def show_all(self, hints: Sequence[Hint], minutes: str, said: Run | None, scale: Scale) -> None:
        """Show keys and minutes; `said` is a sentence that stands in place of the minutes for now."""
        self._hints.show_hints(hints, scale)
        self._sign.show_icon("notebook-pen" if said is None else "info", scale)
        self.minutes.set_font(scale.font(CAPTION))
        self.minutes.show_runs((Run(minutes, "text2") if said is None else said,))
        self._column.setContentsMargins(scale.px(32), scale.px(5), scale.px(32), scale.px(7))
        self._column.setSpacing(scale.px(2))
        self._row.setSpacing(scale.px(8))


class _Sign(QWidget):
    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._colours, self._name = palette, "info"

    def show_icon(self, name: str, scale: Scale) -> None:
        """Show an icon in a size."""
        self._name = name
        self.setFixedSize(scale.px(18), scale.px(22))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        side = self.width()
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(painter, box, self._name, self._colours.text2)
        painter.end()
