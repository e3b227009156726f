"""The current cell at the right: its steps, which lead into the catalogue, with sources and marks."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from customs_app.domain.procedure import Step
from customs_app.domain.review import Mark
from customs_app.figures import tokens
from customs_app.figures.icon_shapes import CHANNEL_ICONS
from customs_app.figures.signs import evidence_sign, verdict_sign
from customs_app.language.labels import label
from customs_app.ui import fonts
from customs_app.ui.compare.explained import Explained, StepPart
from customs_app.ui.icons import paint_icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, SignLabel, wrapped
from customs_app.ui.widgets.source_line import SourceLine
from customs_app.ui.widgets.wrapped_button import WrappedButton

_SOON_MS = 40
_INDENT = 22


class StepLink(WrappedButton):
    """A step's number, title and channel, over as many lines as it needs; a click leads to the step."""

    def __init__(self, session: Session, step: Step) -> None:
        title, text = step.title[session.language], session.words.text
        super().__init__(session, f"compare_step_{step.id}", title, left=_INDENT, right=20)
        self._step = step
        self.setText(f"{step.seq} {title}".replace("&", "&&"))
        way = text("way unknown") if step.channel is None else label(step.channel, session.words)
        self.setAccessibleName(f"{step.seq} {title}, {way}")
        self.setToolTip(text("Open in the catalogue"))

    def paint_signs(self, painter: QPainter, *, hovered: bool) -> str:
        """Paint number and icon."""
        colours = self.session.palette
        painter.setPen(QColor(colours.accent if not (hovered and colours.outlined) else colours.on_accentbg))
        painter.drawText(QRect(0, 2, _INDENT, 20), Qt.AlignmentFlag.AlignLeft, str(self._step.seq))
        ink = colours.on_accentbg if hovered else colours.text2
        if self._step.channel is None:
            painter.setPen(QColor(ink))
            painter.drawText(QRect(self.width() - 16, 2, 14, 18), Qt.AlignmentFlag.AlignCenter, "?")
        else:
            place = QRect(self.width() - 17, 4, 14, 14).toRectF()
            paint_icon(painter, place, CHANNEL_ICONS[self._step.channel], ink)
        return colours.on_accentbg if hovered else colours.text


class CellPanel(QScrollArea):
    """What stands behind the current cell. `step_chosen` carries the step that was clicked."""

    step_chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._next: Explained | None = None
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._build)
        self.setObjectName("compare_cell")
        self.setAccessibleName(session.words.text("Selected cell"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()

    def show_explained(self, explained: Explained | None) -> None:
        """Show something else, as soon as the cursor rests."""
        self._next = explained
        self._soon.start()

    def show_now(self) -> None:
        """Do not wait until the cursor rests."""
        self._soon.stop()
        self._build()

    def show_source(self) -> bool:
        """Unfold the first source, bring it into sight and give it the focus; whether there is one."""
        self.show_now()
        if not self._sources:
            return False
        first = self._sources[0]
        first.unfold()
        first.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(first)
        return True

    def _build(self) -> None:
        self._sources: list[SourceLine] = []
        page = QWidget()
        page.setProperty("surface", "panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(10, 8, 8, 10)
        column.setSpacing(5)
        explained = self._next
        if explained is None:
            text = self._session.words.text("Choose a cell to see its steps and sources")
            column.addWidget(wrapped(text, role="second"))
        else:
            self._fill(column, explained)
        column.addStretch()
        self.setWidget(page)

    def _fill(self, column: QVBoxLayout, explained: Explained) -> None:
        words = self._session.words
        head = QHBoxLayout()
        head.setSpacing(6)
        heading = QLabel(words.text("Selected cell"))
        heading.setProperty("role", "heading")
        head.addWidget(heading)
        if explained.iso2:
            head.addWidget(Badge(explained.iso2, self._session.palette))
        head.addStretch()
        column.addLayout(head)
        title = wrapped(explained.title)
        title.setObjectName("compare_cell_title")
        title.setFont(fonts.font(tokens.BODY, bold=True))
        column.addWidget(title)
        for sentence in explained.sentences:
            column.addWidget(wrapped(sentence, role="small"))
        for part in explained.steps:
            self._add_step(column, part, alone=len(explained.steps) == 1)

    def _add_step(self, column: QVBoxLayout, part: StepPart, *, alone: bool) -> None:
        link = StepLink(self._session, part.step)
        link.clicked.connect(lambda _checked=False, step=part.step: self.step_chosen.emit(step))
        column.addWidget(link)
        if part.brief:
            return
        below = QVBoxLayout()
        below.setContentsMargins(_INDENT, 0, 0, 6)
        below.setSpacing(2)
        for text in (part.condition, part.time, part.cost):
            if text:
                below.addWidget(wrapped(text, role="small"))
        below.addLayout(self._evidence(part))
        for source in part.sources:
            line = SourceLine(self._session)
            line.show_source(source)
            if alone:
                line.unfold()
            below.addWidget(line)
            self._sources.append(line)
        if part.step.locator:
            below.addWidget(wrapped(part.step.locator, role="small"))
        self._add_marks(below, part.marks)
        column.addLayout(below)

    def _evidence(self, part: StepPart) -> QHBoxLayout:
        words, evidence = self._session.words, part.step.evidence
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(SignLabel(evidence_sign(evidence, self._session.palette, words), size=14))
        strength = label(evidence, words) if evidence else words.text("evidence unknown")
        years = list(dict.fromkeys(source.year for source in part.sources if source.year))
        text = " · ".join([strength, *years[:1]])
        row.addWidget(wrapped(text, role="small"), 1)
        return row

    def _add_marks(self, column: QVBoxLayout, marks: Sequence[Mark]) -> None:
        words, palette = self._session.words, self._session.palette
        for mark in marks:
            row = QHBoxLayout()
            row.setSpacing(5)
            sign = verdict_sign(mark.verdict, palette, words, stale=bool(mark.stale))
            row.addWidget(SignLabel(sign, size=15), 0, Qt.AlignmentFlag.AlignTop)
            text = words.text(
                "{verdict} ({reviewer}): {reason}",
                verdict=label(mark.verdict, words),
                reviewer=mark.reviewer.name,
                reason=mark.reason,
            )
            row.addWidget(wrapped(text, role="small"), 1)
            column.addLayout(row)
