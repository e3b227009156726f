"""Pictures of the comparison in tabs: the matrix as a heat map, and the time of each country by stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from customs_app.analysis.compare import Comparison
from customs_app.analysis.heat import Measure
from customs_app.analysis.tolerance import Tolerance
from customs_app.domain.reference import Reference
from customs_app.figures import tokens
from customs_app.figures.heat import heat
from customs_app.figures.measure_names import LABELS
from customs_app.figures.picture import About, Hotspot, Picture
from customs_app.figures.time_by_stage import time_by_stage
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.shown import Shown
from customs_app.ui.compare.tabs import TabPage
from customs_app.ui.pictures.frame import Frame
from customs_app.ui.pictures.page import PicturePage
from customs_app.ui.pictures.tools import PictureTools
from customs_app.ui.session import Session
from customs_app.ui.widgets.choice_button import ChoiceButton
from customs_app.ui.widgets.small import Rule


class PictureTab(TabPage):
    """A picture with its tools above it; a click leads to the row of the matrix."""

    flexible = False

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self._session, self.words = session, session.words
        self._shown: Shown | None = None
        self._reference: Reference | None = None
        self.setObjectName(f"{name}_page")
        self.picture = PicturePage(session, name, self)
        self.tools = QHBoxLayout()
        self._lay_out()
        self.addActions(self.picture.acts.every)
        self.picture.chosen.connect(self._show_cell)
        self.picture.clicked.connect(self._go_to_row)
        self.picture.opened.connect(self._go_to_row)
        self.picture.told.connect(self.told)

    def show_answer(self, answer: Answer) -> None:
        """Draw what is compared; of the same question the picture stays where it is."""
        if answer.shown is self._shown:
            return
        before, self._shown, self._reference = self._shown, answer.shown, answer.reference
        if answer.shown is None:
            self.picture.show_none(self.words.text("Choose at least two countries with this regime and mode"))
            return
        same = before is not None and _subject(before.comparison) == _subject(answer.shown.comparison)
        self.draw(anew=not same)

    def draw(self, *, anew: bool) -> None:
        """Draw it, from its beginning where it is of something else than before."""
        if self._shown is not None and self._reference is not None:
            maker = self.maker(self._shown, self._reference)
            self.picture.show_made(maker, anew=anew, flexible=self.flexible)

    def maker(self, shown: Shown, reference: Reference) -> "_Maker":
        """What makes the picture."""
        raise NotImplementedError

    def main(self) -> QWidget:
        """The picture or its table."""
        return self.picture.main

    def keys_text(self) -> str:
        """The most useful keys."""
        return self.words.text(
            "← ↑ ↓ → place · + − 0 size · T as a table · Ctrl+C copy · Enter to the matrix"
        )

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of the picture that are no actions."""
        return self.picture.keys()

    # -- inside

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("surface", "base")
        bar.setFixedHeight(tokens.TOOLBAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 10, 0)
        row.setSpacing(8)
        row.addLayout(self.tools)
        row.addStretch(1)
        row.addWidget(PictureTools(self.picture, bar))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(Rule(self._session.palette))
        column.addWidget(self.picture, 1)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _show_cell(self, spot: Hotspot) -> None:
        """Show in the inspector what stands behind a place."""
        activity = activity_of(spot, self._shown.comparison) if self._shown is not None else ""
        if activity and spot.country:
            self.cell_asked.emit(activity, spot.country)

    def _go_to_row(self, spot: Hotspot) -> None:
        """Show the row that a place stands for; the head of a column leads to the country's procedure."""
        if self._shown is None:
            return
        comparison, countries = self._shown.comparison, (spot.country,) if spot.country else ()
        if spot.about is About.COUNTRY:
            self.procedure_asked.emit(comparison.procedures[spot.target].procedure.id)
            return
        activity = activity_of(spot, comparison)
        if activity:
            self.activity_asked.emit(activity, countries)


class HeatPage(PictureTab):
    """Activities by countries, tinted by a measure that is chosen here."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "compare_heat")
        self._by: Measure | None = None
        self.by = ChoiceButton(session, "heat_measure", self.words.text("What is shown in the cells"))
        self.by.chosen.connect(self._choose)
        self.tools.addWidget(self.by)

    @property
    def measure(self) -> Measure:
        """What is shown in the cells: as it was chosen, otherwise steps."""
        return self._by or Measure.STEPS

    def maker(self, shown: Shown, reference: Reference) -> "_Maker":
        """The heat map."""
        entries = [(one, self.words.text(LABELS[one])) for one in Measure]
        self.by.show_entries(entries, self.measure)
        return _HeatMaker(
            shown.comparison, reference, self._session.palette, self.words, self.measure, shown.tolerance
        )

    def save_state(self) -> Mapping[str, object]:
        """The measure."""
        return {"measure": self.measure}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Choose it again."""
        if state.get("measure") in set(Measure):
            self._by = Measure(str(state["measure"]))

    def _choose(self, measure: object) -> None:
        self._by = Measure(str(measure))
        self.draw(anew=False)
        self.main().setFocus()


class StagesPage(PictureTab):
    """Hours by stage, a bar a country."""

    flexible = True

    def __init__(self, session: Session) -> None:
        super().__init__(session, "compare_stages")

    def maker(self, shown: Shown, reference: Reference) -> "_Maker":
        """Time by stage."""
        return _Maker(shown.comparison, reference, self._session.palette, self.words)


def activity_of(spot: Hotspot, comparison: Comparison) -> str:
    """The activity (code) of the row that a place stands for; "" where there is none."""
    if spot.about is About.ACTIVITY:
        return spot.target
    for row in comparison.rows:
        cell = row.cells.get(spot.country or "")
        ids = [step.id for step in cell.steps] if cell is not None else []
        if (spot.about is About.STEP and spot.target in ids) or (
            spot.about is About.STAGE and ids and row.activity.stage == spot.target
        ):
            return row.activity.code
    return ""


@dataclass(frozen=True, slots=True)
class _Maker:
    comparison: Comparison
    reference: Reference
    palette: Palette
    words: Words

    def __call__(self, frame: Frame) -> Picture:
        return time_by_stage(
            self.comparison,
            self.reference,
            self.palette,
            self.words,
            width=frame.width,
            titled=frame.titled,
        )


@dataclass(frozen=True, slots=True)
class _HeatMaker(_Maker):
    by: Measure
    tolerance: Tolerance

    def __call__(self, frame: Frame) -> Picture:
        return heat(
            self.comparison,
            self.reference,
            self.palette,
            self.words,
            by=self.by,
            tolerance=self.tolerance,
            titled=frame.titled,
        )


def _subject(comparison: Comparison) -> tuple[object, ...]:
    return comparison.regime, comparison.mode, comparison.countries
