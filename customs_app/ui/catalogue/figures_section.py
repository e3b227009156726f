"""Figures of a step in the inspector, each with its sign, kind, year, source and the place in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.analysis.counting import Counting
from customs_app.domain.codes import Evidence
from customs_app.domain.procedure import Source, Step
from customs_app.figures.figure_text import cost_text, explain_cost, explain_time, time_said
from customs_app.figures.signs import evidence_sign
from customs_app.language.labels import label
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import SignLabel, wrapped
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.small import show_if
from customs_app.ui.widgets.source_line import SourceLine


class FiguresSection(Section):
    """Time and cost of a step; where neither is known, what the step itself rests on."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "figures", session.words.text("Figures and their sources"))
        self._blocks = [FigureBlock(session, name) for name in ("time", "cost")]
        for block in self._blocks:
            self.body.addWidget(block)
        self._note = IconLine(session, "notebook-pen")
        self._note.label.setObjectName("step_note")
        self.body.addWidget(self._note)

    def show_step(self, opened: OpenProcedure, step: Step) -> None:
        """Show the figures of a step."""
        words = self.words
        time, cost = opened.times[step.id], opened.costs[step.id]
        time_block, cost_block = self._blocks
        sources = [
            opened.reference.sources[one] for one in step.source_ids if one in opened.reference.sources
        ]
        anything = False
        self._note.show_text(step.note or "")
        for block, counted, text, kind, says in (
            (time_block, time, time_said(time, opened.full, words), step.time.kind,
             explain_time(time, opened.full, words)),
            (cost_block, cost, cost_text(cost, opened.full, words), step.cost.kind,
             explain_cost(cost, opened.full, words)),
        ):  # fmt: skip
            known = counted.state is not Counting.UNKNOWN
            show_if(block, known)
            if known:
                named = f"{text} {label(kind, words)}" if kind else text
                basis = step.cost.basis if block is cost_block else None
                block.show_figure(named, says, step.evidence, sources, _place(step.locator, basis))
                anything = True
        if not anything:
            show_if(time_block, True)
            time_block.show_figure(
                words.text("No figure is known"), "", step.evidence, sources, _place(step.locator, None)
            )


def _place(locator: str | None, basis: str | None) -> str:
    return " · ".join(part for part in (basis, locator) if part)


class FigureBlock(QWidget):
    """One figure: sign and value, year and evidence, sources, the place in them, how it counts."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self.setObjectName(f"figure_{name}")
        self._sign = SignLabel(evidence_sign(None, session.palette, session.words), size=15)
        self._value = wrapped()
        self._value.setObjectName(f"figure_{name}_value")
        font = self._value.font()
        font.setBold(True)
        self._value.setFont(font)
        self._right = QLabel()
        self._right.setProperty("role", "small")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._value, 1)
        head.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
        self._sources = QVBoxLayout()
        self._sources.setSpacing(0)
        self._shown: list[SourceLine] = []
        self._locator = wrapped(role="small")
        self._note = IconLine(session, "info")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._sources)
        column.addWidget(self._locator)
        column.addWidget(self._note)

    def show_figure(
        self, value: str, says: str, evidence: Evidence | None, sources: Sequence[Source], locator: str
    ) -> None:
        """Show a figure with everything it rests on."""
        words = self._words
        self._sign.set_drawing(evidence_sign(evidence, self._session.palette, words))
        self._value.setText(value)
        strength = label(evidence, words) if evidence else words.text("evidence unknown")
        years = dict.fromkeys(source.year for source in sources if source.year)
        self._right.setText(" · ".join([*list(years)[:1], strength]))
        self._locator.setText(locator)
        show_if(self._locator, bool(locator))
        self._note.show_text(says)
        self._show_sources(sources)

    def _show_sources(self, sources: Sequence[Source]) -> None:
        while len(self._shown) < len(sources):
            line = SourceLine(self._session)
            self._shown.append(line)
            self._sources.addWidget(line)
        for place, line in enumerate(self._shown):
            show_if(line, place < len(sources))
            if place < len(sources):
                line.show_source(sources[place])


class IconLine(QWidget):
    """A small icon, and lines of text beside it; hidden where there is no text."""

    def __init__(self, session: Session, picture: str) -> None:
        super().__init__()
        self.label = wrapped(role="small")
        sign = QLabel()
        sign.setPixmap(icon_pixmap(picture, session.palette.text3, 14, self.devicePixelRatioF()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(6)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self.label.setText(text)
        show_if(self, bool(text))
