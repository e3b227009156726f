"""The steps that a measure touches in one country, as they stand now."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.analysis.measures import Measure
from customs_app.domain.procedure import Source, Step
from customs_app.figures import tokens
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.signs import evidence_sign
from customs_app.language.words import N_
from customs_app.reports.content import Content
from customs_app.ui import fonts
from customs_app.ui.frame.docks import small_button
from customs_app.ui.icons import icon
from customs_app.ui.proposals.detail_parts import DetailPart, Gradually
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, ElidedLabel, SignLabel, wrapped
from customs_app.ui.widgets.small import Rule
from customs_app.ui.widgets.source_line import source_details
from customs_app.ui.widgets.tips import plain

_TOP = Qt.AlignmentFlag.AlignTop
_HEADS = ("", N_("Step"), N_("Act to change"), N_("Source"))
_STRETCHES = (0, 6, 5, 3, 0)


class StepsTouched(DetailPart):
    """`step_asked` carries the ids of the procedure and of the step to show in the catalogue."""

    step_asked = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "steps", session.words.text("Steps touched, as they stand now"))
        self._rows: list[StepRow] = []
        self._gradually = Gradually(self, at_once=4)
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(0, 0, 0, 2)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        for column, stretch in enumerate(_STRETCHES):
            self._grid.setColumnStretch(column, stretch)
        for column, title in enumerate(_HEADS):
            head = QLabel(session.words.text(title))
            head.setProperty("role", "heading")
            head.setContentsMargins(12 if column == 0 else 0, 5, 0, 5)
            self._grid.addWidget(head, 0, column)

    def show_steps(self, content: Content, measure: Measure, iso2: str) -> None:
        """Show the steps that the measure touches in a country."""
        full = content.comparison.procedures[iso2]
        steps = [step for step in full.steps if step.id in measure.steps[iso2]]
        self.band.set_note(full.procedure.title[self.words.language])
        for row in self._rows:
            row.set_visible(visible=False)

        def show(place: int, step: Step) -> None:
            if place == len(self._rows):
                self._rows.append(self._new_row())
            self._rows[place].show_step(content, measure, step)
            self._rows[place].set_visible(visible=True)

        self._gradually.do(partial(show, *one) for one in enumerate(steps))

    def _new_row(self) -> "StepRow":
        row, at = StepRow(self.session), 2 * len(self._rows) + 1
        self._grid.addWidget(row.rule, at, 0, 1, len(_STRETCHES))
        for column, cell in enumerate(row.cells):
            if column in {0, len(_STRETCHES) - 1}:
                self._grid.addWidget(cell, at + 1, column, _TOP)
            else:
                self._grid.addWidget(cell, at + 1, column)
        row.go.clicked.connect(lambda _checked=False: self.step_asked.emit(*row.ids))
        return row


class StepRow:
    """The cells of one step: number, title, act, source, and the way to it in the catalogue."""

    def __init__(self, session: Session) -> None:
        self._session, self._words = session, session.words
        self.ids = ("", "")
        self.rule = Rule(session.palette)
        self._number = QLabel()
        self._number.setFont(fonts.tabular(tokens.TABLE, bold=True))
        self._number.setContentsMargins(12, 6, 0, 6)
        self._title = wrapped()
        self._title.setObjectName("measure_step_title")
        says = self._words.text("Not translated")
        self._tag = Badge("EN", session.palette, says=says, plain=True)
        self._act = wrapped()
        self._act.setObjectName("measure_act")
        self._unknown = wrapped(f"{UNKNOWN} {self._words.text('article not known')}", role="warn")
        self._unknown.setObjectName("measure_act_unknown")
        self._sign = SignLabel(evidence_sign(None, session.palette, self._words), size=14)
        self._source = ElidedLabel()
        self._source.setProperty("role", "second")
        self.go = small_button("measure_step_go")
        self.go.setIcon(icon("arrow-right", session.palette, "accent"))
        self._source_cell = _cell(self._sign, self._source)
        self.cells = (
            self._number,
            _cell(self._title, self._tag),
            _stacked(self._act, self._unknown),
            self._source_cell,
            _cell(self.go, top=4),
        )

    def set_visible(self, *, visible: bool) -> None:
        """Show or hide the row."""
        for widget in (self.rule, *self.cells):
            widget.setVisible(visible)

    def show_step(self, content: Content, measure: Measure, step: Step) -> None:
        """Show a step."""
        words = self._words
        self.ids = step.procedure_id, step.id
        self._number.setText(str(step.seq))
        title = step.title.shown(words.language)
        self._title.setText(title.text)
        self._tag.setVisible(title.language is not words.language)
        acts = _acts_of(measure, step)
        self._act.setText("\n".join(acts))
        self._act.setVisible(bool(acts))
        self._unknown.setVisible(not acts)
        self.go.setToolTip(words.text("Show step {n} in the catalogue", n=str(step.seq)))
        self.go.setAccessibleName(self.go.toolTip())
        self._show_source(content, step)

    def _show_source(self, content: Content, step: Step) -> None:
        known = content.reference.sources
        sources = [known[one] for one in step.source_ids if one in known]
        sign = evidence_sign(step.evidence, self._session.palette, self._words)
        self._sign.set_drawing(sign)
        self._source.set_text(_where(sources, step))
        details = [f"{one.title}\n{source_details(one, self._words)}" for one in sources]
        told = "\n\n".join(part for part in (step.locator or "", *details) if part)
        self._source_cell.setToolTip(plain(told))


def _acts_of(measure: Measure, step: Step) -> list[str]:
    """The articles that reviewers named for a step, else its legal basis."""
    named = [mark.article for mark in measure.marks if mark.step_id == step.id and mark.article]
    return list(dict.fromkeys(named)) or ([step.legal_basis] if step.legal_basis else [])


def _where(sources: list[Source], step: Step) -> str:
    names = ", ".join(source.id for source in sources) or UNKNOWN
    return f"{names}, {step.locator}" if step.locator else names


def _cell(*widgets: QWidget, top: int = 6) -> QWidget:
    """Widgets beside one another; texts take the room that there is."""
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, top, 0, 6)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QLabel) else 0, _TOP)
    return cell


def _stacked(*widgets: QWidget) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 6, 0, 6)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return cell
