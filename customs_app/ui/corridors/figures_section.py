"""Figures of the chosen step, or of the whole block, each with sign, year, sources and place in them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.figures.signs import evidence_sign
from customs_app.ui import fonts
from customs_app.ui.corridors.looks import FigureLook
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import SignLabel, wrapped
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.source_line import SourceLine


class FiguresSection(Section):
    """Where a step is chosen its figures stand with all they rest on, else those of the block in short."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "chain_figures", session.words.text("Figures and their sources"))
        self.sources: list[SourceLine] = []
        self._shown: tuple[FigureLook, ...] | None = None
        self._page: QWidget | None = None

    def show_figures(self, figures: Sequence[FigureLook], *, of_step: bool) -> None:
        """Show these figures."""
        if tuple(figures) == self._shown:
            return
        self._shown = tuple(figures)
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = QWidget()
        self.sources = []
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        for figure in figures:
            column.addLayout(self._figure(figure, whole=of_step))
        if not figures:
            says = (
                self.words.text("No figure is known") if of_step else self.words.text("No step has a figure.")
            )
            column.addWidget(wrapped(says, role="small"))
        self.body.addWidget(self._page)

    def unfold_source(self) -> SourceLine | None:
        """Show the details of the first source; None where no figure has one."""
        if not self.sources:
            return None
        self.sources[0].unfold()
        return self.sources[0]

    def _figure(self, figure: FigureLook, *, whole: bool) -> QVBoxLayout:
        palette, words = self.session.palette, self.words
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(
            SignLabel(evidence_sign(figure.evidence, palette, words), size=15), 0, Qt.AlignmentFlag.AlignTop
        )
        value = wrapped(figure.text)
        value.setFont(fonts.tabular(tokens.BODY, bold=True))
        head.addWidget(value, 1)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addLayout(head)
        said = figure.says if whole else figure.name
        about = " · ".join(part for part in (figure.year, figure.strength) if part)
        column.addWidget(wrapped(f"{about}\n{said}" if said else about, role="small"))
        for source in figure.sources:
            line = SourceLine(self.session)
            line.show_source(source)
            self.sources.append(line)
            column.addWidget(line)
        if figure.place:
            column.addWidget(wrapped(figure.place, role="small"))
        return column
