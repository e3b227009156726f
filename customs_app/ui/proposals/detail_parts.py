"""The parts of a measure in one country: saving, steps touched, grounds, norms."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from customs_app.analysis.measures import Measure
from customs_app.domain.procedure import FullProcedure, Source, Step
from customs_app.domain.reference import Country
from customs_app.domain.review import Finding, Mark, Saving
from customs_app.figures import tokens
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.signs import confidence_sign, evidence_sign, verdict_sign
from customs_app.language.labels import label
from customs_app.language.numbers import day, span
from customs_app.reports.content import Content
from customs_app.ui import fonts
from customs_app.ui.catalogue.figures_section import source_details
from customs_app.ui.catalogue.small import Rule
from customs_app.ui.frame.docks import small_button
from customs_app.ui.icons import icon, icon_pixmap
from customs_app.ui.proposals.band import Band
from customs_app.ui.proposals.texts import delegation_name, fees_text
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, ElidedLabel, SignLabel, wrapped

_TOP = Qt.AlignmentFlag.AlignTop
_FILL = Qt.AlignmentFlag(0)


class DetailPart(QWidget):
    """A band, and below it what is made anew for each measure and country."""

    def __init__(self, session: Session, name: str, title: str) -> None:
        super().__init__()
        self.session, self.words = session, session.words
        self.setObjectName(f"measure_{name}")
        self.band = Band(session, title)
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.band)

    def put(self, layout: QLayout) -> None:
        """Show a layout in place of what stood below the band."""
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        self._body.setLayout(layout)
        self._column.addWidget(self._body)


class SavingRow(DetailPart):
    """Four figures beside one another; `?` where one is not known."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "saving", session.words.text("Saving"))

    def show_saving(self, saving: Saving, country: Country) -> None:
        """Show what one consignment is spared."""
        words = self.words
        name = country.name[words.language]
        self.band.set_note(words.text("one consignment, {country}", country=name))
        hours = UNKNOWN
        if saving.hours is not None:
            hours = words.text("−{hours} h", hours=span(saving.hours, words.language))
        figures = (
            (words.text("Documents"), _fewer(saving.documents)),
            (words.text("Visits"), _fewer(saving.visits)),
            (words.text("Time"), hours),
            (words.text("Fees"), fees_text(saving, words)),
        )
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (title, figure) in enumerate(figures):
            if place:
                row.addWidget(Rule(self.session.palette, upright=True))
            row.addWidget(self._cell(title, figure), 1)
        self.put(row)

    def _cell(self, title: str, figure: str) -> QWidget:
        cell = QWidget()
        cell.setAccessibleName(f"{title}: {figure}")
        what = QLabel(title)
        what.setProperty("role", "small")
        line = QHBoxLayout()
        line.setSpacing(6)
        value = QLabel(figure)
        value.setObjectName("saving_figure")
        value.setFont(fonts.tabular(tokens.BODY, bold=True))
        line.addWidget(value)
        if figure == UNKNOWN:
            why = ElidedLabel(self.words.text("not recorded"))
            why.setProperty("role", "small")
            line.addWidget(why, 1)
        else:
            line.addStretch(1)
        column = QVBoxLayout(cell)
        column.setContentsMargins(12, 7, 8, 8)
        column.setSpacing(2)
        column.addWidget(what)
        column.addLayout(line)
        return cell


def _fewer(n: int | None) -> str:
    return UNKNOWN if n is None else f"−{n}" if n else "0"


class StepsTouched(DetailPart):
    """The steps as they stand now, with the act to change and the source of each.

    `step_asked` carries the ids of the procedure and of the step to show in the catalogue.
    """

    step_asked = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "steps", session.words.text("Steps touched, as they stand now"))

    def show_steps(self, content: Content, measure: Measure, iso2: str) -> None:
        """Show the steps that the measure touches in a country."""
        words = self.words
        full = content.comparison.procedures[iso2]
        steps = [step for step in full.steps if step.id in measure.steps[iso2]]
        self.band.set_note(full.procedure.title[words.language])
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for column, stretch in enumerate((0, 6, 5, 2, 0)):
            grid.setColumnStretch(column, stretch)
        heads = ("", words.text("Step"), words.text("Act to change"), words.text("Source"))
        for column, title in enumerate(heads):
            head = QLabel(title)
            head.setProperty("role", "heading")
            head.setContentsMargins(12 if column == 0 else 0, 5, 0, 5)
            grid.addWidget(head, 0, column)
        for place, step in enumerate(steps):
            grid.addWidget(Rule(self.session.palette), 2 * place + 1, 0, 1, 5)
            cells = (
                self._number(step),
                self._title(step),
                self._act(measure, step),
                self._source(content, step),
                self._go(step),
            )
            for column, cell in enumerate(cells):
                grid.addWidget(cell, 2 * place + 2, column, _TOP if column in {0, 4} else _FILL)
        self.put(grid)

    def _number(self, step: Step) -> QLabel:
        number = QLabel(str(step.seq))
        number.setFont(fonts.tabular(tokens.TABLE, bold=True))
        number.setContentsMargins(12, 6, 0, 6)
        return number

    def _title(self, step: Step) -> QWidget:
        title = step.title.shown(self.words.language)
        cell, row = _cell()
        row.addWidget(wrapped(title.text), 1, _TOP)
        if title.language is not self.words.language:
            says = self.words.text("Not translated")
            row.addWidget(Badge("EN", self.session.palette, says=says, plain=True), 0, _TOP)
        return cell

    def _go(self, step: Step) -> QWidget:
        go = small_button("measure_step_go")
        go.setIcon(icon("arrow-right", self.session.palette, "accent"))
        go.setToolTip(self.words.text("Show step {n} in the catalogue", n=str(step.seq)))
        go.setAccessibleName(go.toolTip())
        ids = step.procedure_id, step.id
        go.clicked.connect(lambda _checked=False: self.step_asked.emit(*ids))
        cell, row = _cell(top=4)
        row.addWidget(go)
        return cell

    def _act(self, measure: Measure, step: Step) -> QLabel:
        named = [mark.article for mark in measure.marks if mark.step_id == step.id and mark.article]
        acts = list(dict.fromkeys(named)) or ([step.legal_basis] if step.legal_basis else [])
        if acts:
            said = wrapped("\n".join(acts))
        else:
            said = wrapped(f"{UNKNOWN} {self.words.text('article not known')}", role="warn")
        said.setObjectName("measure_act")
        said.setContentsMargins(0, 6, 0, 6)
        return said

    def _source(self, content: Content, step: Step) -> QWidget:
        known = content.reference.sources
        sources = [known[one] for one in step.source_ids if one in known]
        cell, row = _cell()
        sign = SignLabel(evidence_sign(step.evidence, self.session.palette, self.words), size=14)
        row.addWidget(sign, 0, _TOP)
        said = ElidedLabel(_where(sources, step))
        said.setProperty("role", "second")
        details = [f"{one.title}\n{source_details(one, self.words)}" for one in sources]
        cell.setToolTip("\n\n".join(part for part in (step.locator or "", *details) if part))
        row.addWidget(said, 1, _TOP)
        return cell


def _where(sources: list[Source], step: Step) -> str:
    names = ", ".join(source.id for source in sources) or UNKNOWN
    return f"{names}, {step.locator}" if step.locator else names


def _cell(top: int = 6) -> tuple[QWidget, QHBoxLayout]:
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, top, 0, 6)
    row.setSpacing(6)
    return cell, row


class Grounds(DetailPart):
    """Why: what reviewers decided and why, or what the rules found and why they may be wrong."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "grounds", session.words.text("Grounds"))

    def show_grounds(self, content: Content, measure: Measure, iso2: str) -> None:
        """Show the grounds in a country."""
        column = QVBoxLayout()
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(8)
        full = content.comparison.procedures[iso2]
        steps = measure.steps[iso2]
        for mark in measure.marks:
            if mark.step_id in steps:
                column.addLayout(self._mark(mark, content, full))
        for finding in measure.findings:
            if finding.country == iso2:
                column.addLayout(self._finding(finding))
        self.put(column)

    def _mark(self, mark: Mark, content: Content, full: FullProcedure) -> QHBoxLayout:
        words = self.words
        about = [words.text("Step {n}", n=str(full.number(mark.step_id)))]
        document = content.reference.documents.get(mark.document_id or "")
        if document is not None:
            about.append(document.name[words.language])
        about.append(mark.reviewer.name)
        about.append(delegation_name(mark.reviewer.delegation, content.reference, words))
        about.append(day(mark.at, words.language))
        sign = SignLabel(verdict_sign(mark.verdict, self.session.palette, words, stale=bool(mark.stale)))
        texts = [wrapped(mark.reason or words.text("no reason given"))]
        texts[0].setObjectName("measure_reason")
        texts.append(wrapped(" · ".join(about), role="small"))
        row = _beside(sign, texts)
        if mark.stale:
            self._add_stale(row)
        return row

    def _add_stale(self, row: QHBoxLayout) -> None:
        says = self.words.text("stale: the step has changed since")
        picture = QLabel()
        palette = self.session.palette
        picture.setPixmap(icon_pixmap("history", palette.warn, 14, self.devicePixelRatioF()))
        picture.setToolTip(says)
        said = QLabel(says)
        said.setObjectName("measure_stale")
        said.setProperty("role", "warn")
        row.addWidget(picture, 0, _TOP)
        row.addWidget(said, 0, _TOP)

    def _finding(self, finding: Finding) -> QHBoxLayout:
        words = self.words
        level = label(finding.confidence, words)
        texts = [wrapped(words.say(finding.summary))]
        texts[0].setObjectName("measure_reason")
        doubt = words.text("It may be wrong: {doubt}", doubt=words.say(finding.doubt))
        texts.append(wrapped(doubt, role="small"))
        row = _beside(Badge(finding.rule, self.session.palette), texts)
        sign = SignLabel(confidence_sign(finding.confidence, self.session.palette, words))
        sign.setToolTip(words.text("confidence: {level}", level=level))
        row.addWidget(sign, 0, _TOP)
        said = QLabel(level)
        said.setProperty("role", "small")
        row.addWidget(said, 0, _TOP)
        return row


def _beside(sign: QWidget, texts: list[QLabel]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(sign, 0, _TOP)
    column = QVBoxLayout()
    column.setSpacing(1)
    for text in texts:
        column.addWidget(text)
    row.addLayout(column, 1)
    return row


class Norms(DetailPart):
    """The standards that support the measure."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "norms", session.words.text("Standards"))

    def show_norms(self, content: Content, measure: Measure) -> None:
        """Show them."""
        column = QVBoxLayout()
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(4)
        for text, tip in self._texts(content, measure):
            line = wrapped(text)
            line.setToolTip(tip)
            column.addWidget(line)
        if not column.count():
            column.addWidget(wrapped(self.words.text("No standard is on record for this"), role="small"))
        self.put(column)

    def _texts(self, content: Content, measure: Measure) -> Iterator[tuple[str, str]]:
        language = self.words.language
        for standard_id in measure.standards:
            standard = content.reference.standards.get(standard_id)
            if standard is not None:
                name = ", ".join(part for part in (standard.instrument[language], standard.article) if part)
                yield f"{name} – {standard.title[language]}", standard.gist[language]
