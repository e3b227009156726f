"""The bar above the matrix: what is compared, and below it in which view and how it is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from customs_app.analysis.heat import Measure
from customs_app.domain.codes import CaseKind, Mode
from customs_app.figures import tokens
from customs_app.figures.measure_names import LABELS as MEASURES
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui import fonts
from customs_app.ui.compare.absent import absent, absent_lines
from customs_app.ui.compare.colouring import LABELS, Colouring
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.menu_button import MenuButton
from customs_app.ui.compare.shown import currencies
from customs_app.ui.compare.tabs import NAMES, Tab
from customs_app.ui.icons import paint_icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.choice_button import ChoiceButton
from customs_app.ui.widgets.small import action_button
from customs_app.ui.widgets.tips import plain

MODES = {
    Mode.ANY: N_("all modes"),
    Mode.ROAD: N_("by road"),
    Mode.RAIL: N_("by rail"),
    Mode.SEA: N_("by sea"),
    Mode.AIR: N_("by air"),
}


class CompareBar(QFrame):
    """In two rows; where it is narrow buttons lose their texts, and where that is not enough it has three.

    `countries_asked` opens the list of countries; `tab_chosen` carries the Tab that was chosen.
    """

    countries_asked = Signal()
    tab_chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        text = session.words.text
        self.setObjectName("compare_bar")
        self.setProperty("surface", "base")
        self.regime = ChoiceButton(session, "compare_regime", text("Regime"))
        self.mode = ChoiceButton(session, "compare_mode", text("Mode of transport"))
        self.countries = self._countries_button()
        self.case = ChoiceButton(session, "compare_case", text("Case of the totals"))
        self.currency = ChoiceButton(session, "compare_currency", text("Currency of the converted fees"))
        measures = text("Which figure the cells show (F)")
        self.measure = ChoiceButton(session, "compare_measure", measures, steady=True)
        self.colouring = ChoiceButton(
            session, "compare_colouring", text("What the tints mean (C)"), picture="palette"
        )
        self.rows = MenuButton(
            session, "compare_rows", "list-filter", text("Which rows are shown, and what counts as equal (T)")
        )
        self.order = MenuButton(session, "compare_order", "columns-3", text("Order of the countries (S)"))
        for button in (self.regime, self.mode):
            button.setProperty("framed", "false")
            button.setFont(fonts.font(tokens.TITLE, bold=True))
            button.setStyleSheet("QToolButton { padding: 0 16px 0 4px; }")
        self.tabs = self._make_tabs()
        self.not_shown = QLabel()
        self.not_shown.setTextFormat(Qt.TextFormat.PlainText)
        self.not_shown.setObjectName("compare_not_shown")
        self.not_shown.setProperty("role", "small")
        self._left, self._right = QWidget(), QWidget()
        self._differences = QToolButton()
        self._lay_out()

    def add_actions(self, rates: QAction, differences: QAction, icons: Sequence[QAction]) -> None:
        """Take the buttons that are actions of the workspace; `icons` stand at the end, without text."""
        self._left_row.addWidget(action_button(rates))
        self._differences = action_button(differences)
        self._differences.setProperty("framed", "true")
        for button in (self._differences, self.rows, self.order, *map(action_button, icons)):
            self._right_row.addWidget(button)

    def show_answer(self, answer: Answer) -> None:
        """Offer what the catalogue has, and show what is compared."""
        words, question = self._session.words, answer.question
        offered = answer.offers
        regimes = [(regime, label(regime, words)) for regime in offered]
        self.regime.show_entries(regimes, question.regime, label(question.regime, words))
        modes = offered.get(question.regime, {})
        entries = [
            (mode, self._with_count(words.text(MODES[mode]), len(countries)))
            for mode, countries in modes.items()
        ]
        self.mode.show_entries(entries, question.mode, words.text(MODES[question.mode]))
        self.case.show_entries([(kind, label(kind, words)) for kind in CaseKind], question.case)
        shown = len(answer.countries) - len(absent(answer))
        of = len(answer.countries)
        self.countries.setText(words.text("{n} of {of} countries", n=shown, of=of))
        self.countries.setAccessibleName(self.countries.text())
        missing = tuple(absent(answer))
        text = words.text("Not shown: {countries}", countries=missing) if missing else ""
        self.not_shown.setText(text)
        self.not_shown.setToolTip(plain(absent_lines(answer, words)))
        self.not_shown.setAccessibleName(absent_lines(answer, words))
        self.not_shown.setVisible(bool(missing))
        self._arrange()

    def show_tab(self, tab: Tab) -> None:
        """Make a tab current; the commands of the matrix stand beside its own alone."""
        self.tabs.setCurrentIndex(list(Tab).index(tab))
        self._right.setVisible(tab is Tab.MATRIX)
        self._arrange()

    def show_currency(self, answer: Answer, currency: str) -> None:
        """Offer the currencies that have a rate."""
        entries = [(code, code) for code in currencies(answer.reference)]
        self.currency.show_entries(entries, currency)

    def show_measure(self, measure: Measure) -> None:
        """Show which figure the cells have."""
        words = self._session.words
        entries = [(one, words.text(name)) for one, name in MEASURES.items()]
        self.measure.show_entries(entries, measure)
        self._arrange()

    def show_colouring(self, colouring: Colouring) -> None:
        """Show by what the cells are tinted."""
        words = self._session.words
        entries = [(one, words.text(name)) for one, name in LABELS.items()]
        shown = words.text("Colour: {what}", what=words.text(LABELS[colouring]))
        self.colouring.show_entries(entries, colouring, shown)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two rows where one is too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _with_count(self, name: str, countries: int) -> str:
        counted = self._session.words.count("{n} country", "{n} countries", countries)
        return f"{name} · {counted}"

    def _countries_button(self) -> QToolButton:
        button = _PopupButton(self._session.palette)
        button.setObjectName("compare_countries")
        button.setProperty("framed", "true")
        button.setProperty("chevron", "true")
        button.setFixedHeight(tokens.CONTROL)
        button.setFont(fonts.font(tokens.BODY))
        button.setToolTip(self._session.words.text("Choose the countries to compare"))
        button.clicked.connect(self.countries_asked)
        return button

    def _make_tabs(self) -> QTabBar:
        text = self._session.words.text
        tabs = QTabBar()
        tabs.setObjectName("compare_tabs")
        tabs.setAccessibleName(text("Views of the comparison"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setUsesScrollButtons(False)
        for place, tab in enumerate(Tab):
            tabs.addTab(text(NAMES[tab]))
            tabs.setTabToolTip(place, f"{text(NAMES[tab])} (Alt+{place + 1})")
        tabs.currentChanged.connect(lambda place: self.tab_chosen.emit(list(Tab)[place]))
        return tabs

    def _lay_out(self) -> None:
        self._left_row = _row(self._left, (self.regime, self.mode, self.countries, self.case, self.currency))
        self._right_row = _row(self._right, (self.measure, self.colouring))
        above = QHBoxLayout()
        above.addWidget(self._left)
        above.addStretch(1)
        above.addWidget(self.not_shown)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(6)
        self._rows.addWidget(self.tabs)
        self._rows.addStretch(1)
        self._rows.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 7, 10, 2)
        column.setSpacing(6)
        column.addLayout(above)
        column.addLayout(self._rows)

    def _arrange(self) -> None:
        room = self.width() - self.tabs.sizeHint().width() - 30
        narrow = False
        if not self._right.isHidden():
            for texts in (True, False):
                self._show_texts(on=texts)
                narrow = self._right.sizeHint().width() > room
                if not narrow:
                    break
            if narrow:
                self._show_texts(on=True)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._rows.direction() != direction:
            self._rows.setDirection(direction)

    def _show_texts(self, *, on: bool) -> None:
        """Show the texts of buttons whose icons and tooltips say enough, or leave them out."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (self.colouring, self._differences):
            button.setToolButtonStyle(beside if on else alone)
        self._right_row.invalidate()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two groups."""
        wide = max(self._left.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(min(wide, 400), super().minimumSizeHint().height())


def _row(group: QWidget, buttons: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for button in buttons:
        row.addWidget(button)
    group.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return row


class _PopupButton(QToolButton):
    """A button with the chevron of a list that is no menu."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._colours = palette

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and its chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - 17, (self.height() - 12) / 2, 12, 12)
        paint_icon(painter, box, "chevron-down", self._colours.text2)
        painter.end()
