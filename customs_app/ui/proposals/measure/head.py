"""What stands over a measure: its number, its title as it is written, its verdict; a tab for each country."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QTabBar, QToolButton, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import CountryPart, Dossier, DossierMeasure
from customs_app.figures.qt_painter import pixmap
from customs_app.figures.signs import verdict_sign
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.proposals.changed_flag import ChangedFlag
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.verdict_actions import VerdictActions
from customs_app.ui.proposals.passage_edit import PassageEdit
from customs_app.ui.proposals.texts import fewer, hours_less
from customs_app.ui.widgets.labels import ElidedLabel

_TITLE, _HIGHEST_TITLE = 30, 78


class MeasureHead(QWidget):
    """`country_changed` when another tab is opened, `verdict_chosen` carries the Verdict that is chosen.

    The verdict's menu has the verdicts, each by its digit, and what else is done with a measure.
    """

    country_changed = Signal()
    verdict_chosen = Signal(object)

    def __init__(self, edits: Edits, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._session, self._words = edits.session, edits.session.words
        self._shown: tuple[str, ...] = ()
        self.number = QLabel()
        self.number.setObjectName("measure_number")
        self.number.setProperty("role", "second")
        self.title = PassageEdit(
            edits, "measure_title", self._words.text("Title of the measure"), one_line=True
        )
        self.title.setFixedHeight(_TITLE)
        self.title.typed.connect(self._fit_title)
        self.flag = ChangedFlag(edits, "measure_title")
        self._editable = edits.editable
        self.verdicts = VerdictActions(edits.session, self)
        self.verdicts.chosen.connect(self.verdict_chosen)
        self.verdict = self._verdict_button(actions)
        self.tabs = QTabBar()
        self.tabs.setObjectName("measure_countries")
        self.tabs.setAccessibleName(self._words.text("Countries of the measure"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(lambda _at: self.country_changed.emit())
        self.origin = ElidedLabel()
        self.origin.setObjectName("measure_origin")
        self.origin.setProperty("role", "small")
        self.origin.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()

    @property
    def country(self) -> str | None:
        """The country whose tab is open (ISO 3166 alpha-2)."""
        at = self.tabs.currentIndex()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def show_measure(self, dossier: Dossier, measure: DossierMeasure) -> None:
        """Show a measure; the tab of the same country stays open."""
        words, before = self._words, self.country
        if not measure.number:
            self.number.setText(words.text("Left out"))
        elif dossier.from_findings:
            self.number.setText(words.text("Suggestion {n}", n=str(measure.number)))
        else:
            self.number.setText(words.text("Measure {n}", n=str(measure.number)))
        self.title.show_passage(measure.title)
        self.flag.show_passage(measure.title)
        drawing = verdict_sign(measure.verdict, self._session.palette, words)
        self.verdict.setIcon(QIcon(pixmap(drawing, self.devicePixelRatioF())))
        name = label(measure.verdict, words)
        self.verdicts.show_measure(measure, editable=self._editable)
        self.verdict.setText(name)
        self.verdict.setAccessibleName(words.text("Verdict: {verdict}", verdict=name))
        self.origin.set_text(_origin_of(measure, words))
        self._fill_tabs(dossier, measure)
        self.show_country(before if before in self._shown else next(iter(self._shown), None))

    def show_country(self, iso2: str | None) -> None:
        """Open the tab of a country without telling."""
        if iso2 in self._shown:
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(self._shown.index(iso2))
            self.tabs.blockSignals(False)

    def choose(self, at: int) -> None:
        """Open a tab, counted from 0."""
        if 0 <= at < len(self._shown):
            self.tabs.setCurrentIndex(at)

    def _fit_title(self) -> None:
        """A long title takes more lines: it is read here as a whole."""
        height = max(_TITLE, min(_HIGHEST_TITLE, self.title.height_of_text()))
        if self.title.minimumHeight() != height:
            self.title.setFixedHeight(height)

    def _fill_tabs(self, dossier: Dossier, measure: DossierMeasure) -> None:
        shown = tuple(part.country for part in measure.parts)
        texts = [f"{part.country} {short_saving(part, self._words)}".strip() for part in measure.parts]
        if shown == self._shown and texts == [self.tabs.tabText(at) for at in range(self.tabs.count())]:
            return
        self._shown = shown
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for at, (iso2, said) in enumerate(zip(shown, texts, strict=True)):
            self.tabs.addTab(said)
            name = dossier.reference.countries[iso2].name[self._words.language]
            self.tabs.setTabToolTip(at, f"{name} (Alt+{at + 1})" if at < 9 else name)
            self.tabs.setAccessibleTabName(at, name)
        self.tabs.blockSignals(False)

    def _verdict_button(self, actions: Sequence[QAction]) -> QToolButton:
        button = QToolButton()
        button.setObjectName("measure_verdict")
        button.setProperty("framed", "true")
        button.setProperty("chevron", "true")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(16, 16))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self._words.text("What the measure asks, and what can be done with it"))
        button.setFixedHeight(30)
        menu = QMenu(button)
        menu.setObjectName("measure_menu")
        menu.setToolTipsVisible(True)
        menu.addActions(self.verdicts.all)
        menu.addSeparator()
        menu.addActions(list(actions))
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self.number.setMinimumHeight(_TITLE)
        head.addWidget(self.number, 0, top)
        head.addWidget(self.title, 1)
        head.addWidget(self.verdict, 0, top)
        ground = QWidget()
        ground.setProperty("surface", "window")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip = QHBoxLayout(ground)
        strip.setContentsMargins(12, 0, 12, 0)
        strip.setSpacing(8)
        strip.addWidget(self.tabs, 3)
        strip.addWidget(self.origin, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.flag)
        column.addWidget(ground)


def short_saving(part: CountryPart, words: Words) -> str:
    """The one figure on a country's tab: documents, visits or hours fewer; empty where none is known."""
    saved = [one.effect.saved for one in part.effects]
    for name in ("handovers", "visits"):
        known = [n for one in saved if (n := getattr(one, name)) is not None]
        if sum(known) > 0:
            more = len(known) < len(saved) or any(name in one.more for one in saved)
            return fewer(sum(known), more=more)
    if len(saved) == 1 and saved[0].elapsed is not None:
        return hours_less(saved[0].elapsed, words, more="elapsed" in saved[0].more)
    return ""


def _origin_of(one: DossierMeasure, words: Words) -> str:
    parts: list[str] = []
    if one.measure.asked is not None:
        parts.append(words.text("asked: {verdict}", verdict=label(one.measure.asked, words)))
    marks, findings = one.measure.marks, one.measure.findings
    if marks:
        parts.append(words.count("from {n} mark", "from {n} marks", len(marks)))
    if findings:
        parts.append(words.count("from {n} finding", "from {n} findings", len(findings)))
    rules = dict.fromkeys(finding.rule for finding in findings)
    rules |= dict.fromkeys(mark.finding.partition("-")[0] for mark in marks if mark.finding)
    return words.list_of((*parts, *rules))
