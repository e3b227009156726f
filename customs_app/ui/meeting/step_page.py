"""The step that is at stake: its stage and place, its title in large type, and its facts."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from customs_app.domain.codes import Stage
from customs_app.figures.tokens import Palette
from customs_app.ui.meeting.chips import Picture
from customs_app.ui.meeting.facts import Fact, Line
from customs_app.ui.meeting.scale import FACT, TITLE, Scale
from customs_app.ui.meeting.text_box import TextBox
from customs_app.ui.session import Session

_SMALLEST_TITLE = 18.0
_LABEL_WIDTH = 122


class Scroll(QScrollArea):
    """Scrolls upright, by the keys of the window; it takes no focus of its own."""

    def __init__(self, name: str, inner: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def turn(self, steps: float) -> None:
        """Scroll by a share of what is seen."""
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + steps * self.viewport().height()))


class StagePlate(QWidget):
    """A small square in the colour of a stage."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._colours, self._stage = palette, None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    _stage: Stage | None

    def show_stage(self, stage: Stage | None, scale: Scale) -> None:
        """Show a stage."""
        self._stage = stage
        self.setFixedSize(QSize(scale.px(12), scale.px(12)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square."""
        if self._stage is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._colours.stage[self._stage]))
            painter.end()


class StepPage(QWidget):
    """Everything about one step; `pane` is what stands in the window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        palette, language = session.palette, session.language
        self.setObjectName("meeting_step")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._plate = StagePlate(palette)
        self.place = TextBox(palette, language)
        self.place.setObjectName("meeting_place")
        self.title = TextBox(palette, language, shrink_to=_SMALLEST_TITLE)
        self.title.setObjectName("meeting_title")
        self._facts: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.addWidget(self._plate)
        head.addWidget(self.place, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.title)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self.pane = Scroll("meeting_step_scroll", self)

    def show_step(
        self, place: str, stage: Stage | None, title: str, facts: Sequence[Fact], scale: Scale
    ) -> None:
        """Show a step, from its beginning."""
        self._plate.show_stage(stage, scale)
        self.place.set_font(scale.font(13))
        self.place.show_text(place, "text2")
        self.title.set_font(scale.font(TITLE, bold=True))
        self.title.show_text(title, bold=True)
        self._column.setContentsMargins(scale.px(32), scale.px(18), scale.px(28), scale.px(12))
        self._column.setSpacing(scale.px(8))
        self._grid.setHorizontalSpacing(scale.px(16))
        self._grid.setVerticalSpacing(scale.px(6))
        self._grid.setColumnMinimumWidth(0, scale.px(_LABEL_WIDTH))
        self._fill(facts, scale)
        self.setAccessibleName(f"{place}. {title}")

    def _fill(self, facts: Sequence[Fact], scale: Scale) -> None:
        while self._facts:
            part = self._facts.pop()
            part.hide()
            part.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        widest = scale.px(_LABEL_WIDTH)
        for row, fact in enumerate(facts):
            name = TextBox(self._session.palette, self._session.language)
            name.set_font(scale.font(FACT))
            name.show_text(fact.title, "text2")
            widest = max(widest, min(name.natural_width(), scale.px(2 * _LABEL_WIDTH)))
            value = self._value(fact, scale)
            self._facts += [name, value]
            self._grid.addWidget(name, row, 0, top)
            self._grid.addWidget(value, row, 1)
        self._grid.setColumnMinimumWidth(0, widest)

    def _value(self, fact: Fact, scale: Scale) -> QWidget:
        value = QWidget()
        value.setObjectName(f"meeting_fact_{fact.name}")
        value.setAccessibleName(fact.title)
        column = QVBoxLayout(value)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(3))
        for line in fact.lines:
            column.addLayout(self._line(line, scale))
        return value

    def _line(self, line: Line, scale: Scale) -> QHBoxLayout:
        palette, language = self._session.palette, self._session.language
        row = QHBoxLayout()
        row.setSpacing(scale.px(9))
        text = TextBox(palette, language)
        text.set_font(scale.font(FACT))
        text.show_runs(line.runs)
        if line.icon or line.sign is not None:
            picture = Picture(palette, scale.px(20), text.heightForWidth(1_000_000))
            if line.sign is not None:
                picture.show_drawing(line.sign)
            else:
                picture.show_icon(line.icon)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return row
