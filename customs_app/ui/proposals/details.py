"""One measure: its countries as tabs, and in each the saving, the steps touched, the grounds, the norms."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QTabBar, QVBoxLayout, QWidget

from customs_app.analysis.measures import Measure
from customs_app.domain.review import Saving
from customs_app.figures import tokens
from customs_app.figures.signs import verdict_sign
from customs_app.language.labels import label
from customs_app.reports.content import Content
from customs_app.ui import fonts
from customs_app.ui.proposals.detail_parts import Norms, SavingRow
from customs_app.ui.proposals.grounds import Grounds
from customs_app.ui.proposals.steps_touched import StepsTouched
from customs_app.ui.proposals.texts import short_saving
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import ElidedLabel, SignLabel


class Details(QWidget):
    """`step_asked` carries the procedure and the step to show in the catalogue, `country_changed` the tab."""

    step_asked = Signal(str, str)
    country_changed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self._content: Content | None = None
        self._measure: Measure | None = None
        self._shown: tuple[str, ...] = ()
        self.setObjectName("measure_details")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._number = QLabel()
        self._number.setObjectName("measure_number")
        self._number.setProperty("role", "second")
        self._title = ElidedLabel()
        self._title.setObjectName("measure_title")
        self._title.setFont(fonts.font(tokens.LEAD, bold=True))
        self._sign: SignLabel | None = None
        self._verdict = QLabel()
        self._verdict.setObjectName("measure_verdict")
        self.tabs = QTabBar()
        self.tabs.setObjectName("measure_countries")
        self.tabs.setAccessibleName(self._words.text("Countries of the measure"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._on_tab)
        self._origin = QLabel()
        self._origin.setObjectName("measure_origin")
        self._origin.setProperty("role", "small")
        self._lay_out()

    @property
    def country(self) -> str | None:
        """The country whose tab is open (ISO 3166 alpha-2)."""
        at = self.tabs.currentIndex()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def show_measure(self, content: Content, number: int) -> None:
        """Show a measure, counted from 1; the tab of the same country stays open."""
        measure = content.measures[number - 1]
        before = self.country
        self._content, self._measure = content, measure
        words = self._words
        kind = words.text("Suggestion {n}") if content.from_findings else words.text("Measure {n}")
        self._number.setText(kind.format(n=number))
        self._title.set_text(words.say(measure.title))
        self._show_verdict(measure)
        self._origin.setText(self._origin_of(measure))
        self._fill_tabs(measure)
        self.show_country(before if before in self._shown else self._shown[0])

    def show_country(self, iso2: str | None) -> None:
        """Open the tab of a country."""
        if iso2 not in self._shown:
            return
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(self._shown.index(iso2))
        self.tabs.blockSignals(False)
        self._show_country()

    def country_after(self, by: int) -> None:
        """Open a tab further right or left."""
        at = self.tabs.currentIndex() + by
        if 0 <= at < len(self._shown):
            self.tabs.setCurrentIndex(at)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 6)
        head.setSpacing(10)
        head.addWidget(self._number)
        head.addWidget(self._title, 1)
        self._verdict_place = QHBoxLayout()
        self._verdict_place.setSpacing(6)
        head.addLayout(self._verdict_place)
        head.addWidget(self._verdict)
        strip = QHBoxLayout()
        strip.setContentsMargins(12, 0, 12, 0)
        strip.setSpacing(8)
        strip.addWidget(self.tabs, 1)
        strip.addWidget(self._origin)
        ground = QWidget()
        ground.setProperty("surface", "window")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.setLayout(strip)
        self._saving = SavingRow(self._session)
        self._steps = StepsTouched(self._session)
        self._steps.step_asked.connect(self.step_asked)
        self._grounds = Grounds(self._session)
        self._norms = Norms(self._session)
        body = QWidget()
        body.setProperty("surface", "base")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for part in (self._saving, self._steps, self._grounds, self._norms):
            inner.addWidget(part)
        inner.addStretch(1)
        self.pane = QScrollArea()
        self.pane.setObjectName("measure_scroll")
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(ground)
        column.addWidget(self.pane, 1)

    def _show_verdict(self, measure: Measure) -> None:
        sign = verdict_sign(measure.verdict, self._session.palette, self._words)
        if self._sign is None:
            self._sign = SignLabel(sign)
            self._verdict_place.addWidget(self._sign)
        else:
            self._sign.set_drawing(sign)
        self._verdict.setText(label(measure.verdict, self._words))

    def _fill_tabs(self, measure: Measure) -> None:
        reference = self._content.reference if self._content is not None else None
        procedures = self._content.comparison.procedures if self._content is not None else {}
        self._shown = tuple(iso2 for iso2 in measure.countries if iso2 in procedures)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for iso2 in self._shown:
            saved = short_saving(measure.saving.get(iso2, Saving()), self._words)
            at = self.tabs.addTab(f"{iso2} {saved}".strip())
            if reference is not None:
                name = reference.countries[iso2].name[self._words.language]
                self.tabs.setTabToolTip(at, name)
                self.tabs.setAccessibleTabName(at, name)
        self.tabs.blockSignals(False)

    def _origin_of(self, measure: Measure) -> str:
        words = self._words
        parts: list[str] = []
        if measure.marks:
            n = len(measure.marks)
            parts.append(words.count("from {n} mark", "from {n} marks", n))
        if measure.findings:
            n = len(measure.findings)
            parts.append(words.count("from {n} finding", "from {n} findings", n))
        rules = dict.fromkeys(finding.rule for finding in measure.findings)
        rules |= dict.fromkeys(mark.finding.partition("-")[0] for mark in measure.marks if mark.finding)
        return words.list_of((*parts, *rules))

    def _on_tab(self, _at: int) -> None:
        self._show_country()
        if self.country is not None:
            self.country_changed.emit(self.country)

    def _show_country(self) -> None:
        content, measure, iso2 = self._content, self._measure, self.country
        if content is None or measure is None or iso2 is None:
            return
        self._saving.show_saving(measure.saving.get(iso2, Saving()), content.reference.countries[iso2])
        self._steps.show_steps(content, measure, iso2)
        self._grounds.show_grounds(content, measure, iso2)
        self._norms.show_norms(content, measure)
        self.pane.verticalScrollBar().setValue(0)
