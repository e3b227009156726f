"""Beside the step: how other countries do it, and what it alone guards against."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customs_app.figures.tokens import Palette
from customs_app.ui.meeting.chips import Chip, Picture, chip_width
from customs_app.ui.meeting.scale import FACT, Scale
from customs_app.ui.meeting.step_page import Scroll
from customs_app.ui.meeting.text_box import Run, TextBox
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule

_EDGE = 5
_OTHER = 13.0


@dataclass(frozen=True, slots=True)
class OtherRow:
    """One country: its code and name, what it does, the icon of its channel with its name, its time.

    Without a code it is a sentence about several countries, which stands in `country` too.
    """

    code: str
    country: str
    runs: tuple[Run, ...]
    icon: str
    channel: str
    time: str

    @property
    def says(self) -> str:
        """All of it in words."""
        does = "".join(run.text for run in self.runs) if self.code else ""
        return ", ".join(part for part in (self.country, does, self.channel, self.time) if part)


@dataclass(frozen=True, slots=True)
class GuardText:
    """What the step alone protects: the risks, in bold, and what that means."""

    runs: tuple[Run, ...]
    bad: bool


class Aside(QWidget):
    """A heading, a row a country, and a box where the step is a sole safeguard."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("meeting_aside")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = TextBox(session.palette, session.language)
        self.heading.setObjectName("meeting_others_heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._parts: list[QWidget] = []
        self.guard = GuardBox(session)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.guard)  # first, so that no list pushes it out of sight
        self._column.addWidget(self.heading)
        self._column.addLayout(self._rows)
        self._column.addStretch(1)
        self.pane = Scroll("meeting_aside_scroll", self)

    def show_others(
        self, heading: str, rows: Sequence[OtherRow], guard: GuardText | None, scale: Scale
    ) -> None:
        """Show the others, and what only this step guards against."""
        self._column.setContentsMargins(scale.px(28), scale.px(22), scale.px(32), scale.px(16))
        self._column.setSpacing(scale.px(14))
        self.heading.set_font(scale.font(FACT, bold=True))
        self.heading.show_text(heading, bold=True)
        while self._parts:
            part = self._parts.pop()
            part.hide()
            part.deleteLater()
        widest = max((self._time_width(row, scale) for row in rows), default=0)
        for row in rows:
            for part in (self._row(row, widest, scale), Rule(self._session.palette)):
                self._parts.append(part)
                self._rows.addWidget(part)
        self.guard.show_guard(guard, scale)

    def _row(self, row: OtherRow, time_width: int, scale: Scale) -> QWidget:
        palette, language = self._session.palette, self._session.language
        part = QWidget()
        part.setToolTip(row.says)
        part.setAccessibleName(row.says)
        line = QHBoxLayout(part)
        line.setContentsMargins(scale.px(4), scale.px(6), scale.px(4), scale.px(6))
        line.setSpacing(scale.px(12))
        middle = Qt.AlignmentFlag.AlignVCenter
        if row.code:
            chip = Chip(palette)
            chip.show_code(row.code, row.country, scale)
            chip.setFixedWidth(round(chip_width("WW", scale)))
            line.addWidget(chip, 0, middle)
        text = TextBox(palette, language)
        text.set_font(scale.font(_OTHER))
        text.show_runs(row.runs)
        line.addWidget(text, 1, middle)
        if not row.code:
            return part
        picture = Picture(palette, scale.px(20), scale.px(24))
        picture.setFont(scale.font(_OTHER))
        if row.icon:
            picture.show_icon(row.icon)
        time = TextBox(palette, language, right=True)
        time.set_font(scale.font(_OTHER))
        time.show_text(row.time, "text2")
        time.setFixedWidth(time_width)
        line.addWidget(picture, 0, middle)
        line.addWidget(time, 0, middle)
        return part

    def _time_width(self, row: OtherRow, scale: Scale) -> int:
        measured = TextBox(self._session.palette, self._session.language)
        measured.set_font(scale.font(_OTHER))
        measured.show_text(row.time)
        return min(measured.natural_width(), scale.px(110))


class GuardBox(QWidget):
    """A box with an edge in the colour of a warning; hidden where there is nothing to warn of."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._colours: Palette = session.palette
        self.setObjectName("meeting_guard")
        self._picture = Picture(session.palette, 20, 20)
        self.text = TextBox(session.palette, session.language)
        self.text.setObjectName("meeting_guard_text")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.text, 1)
        self._bad = False
        self.hide()

    def show_guard(self, guard: GuardText | None, scale: Scale, points: float = 13.0) -> None:
        """Show what the step alone protects; nothing hides the box."""
        self.setVisible(guard is not None)
        if guard is None:
            return
        self._bad = guard.bad
        tone = "bad" if guard.bad else "warn"
        self._row.setContentsMargins(scale.px(16), scale.px(10), scale.px(14), scale.px(12))
        self._row.setSpacing(scale.px(10))
        self.text.set_font(scale.font(points))
        self.text.show_runs(guard.runs)
        self._picture.set_side(scale.px(20), scale.px(24))
        self._picture.show_icon("shield-alert", tone)
        self.setAccessibleName(self.text.text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, its border and the thick edge at the left."""
        colours = self._colours
        tone, ground = (colours.bad, colours.badbg) if self._bad else (colours.warn, colours.warnbg)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ground))
        painter.setPen(QColor(tone))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(0, 0, _EDGE, self.height(), QColor(tone))
        painter.end()
