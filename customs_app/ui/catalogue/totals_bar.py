"""Totals of the open procedure in two lines: the case and what is covered, then the figures."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.analysis.case import BASE, WORST, Case, steps_of_case
from customs_app.analysis.counting import CountedCost, CountedTime, Counting
from customs_app.analysis.money import convert
from customs_app.analysis.totals import Totals, totals
from customs_app.domain.codes import CaseKind
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import Step
from customs_app.figures import tokens
from customs_app.language.numbers import day, money, number, span
from customs_app.ui import fonts
from customs_app.ui.catalogue.coverage import CoverageField, covered_by
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.session import Session
from customs_app.ui.widgets import tips
from customs_app.ui.widgets.small import Rule

_DOLLAR = "USD"
_MARGIN, _BETWEEN = 12, 16
_LINKS_WIDTH = 90
_SPACE = re.compile(r"[ \n]+")
"""Where a line may break: not at the spaces inside amounts."""
OWN = "own"
"""The entry of the case selector for conditions ticked one by one."""


class TotalsBar(QWidget):
    """Totals with their case and coverage.

    `case_chosen` carries base, worst or own; `step_chosen` a step picked from a list of unknowns or
    from the path; `path_asked` when the path is to be marked in the table.
    """

    case_chosen = Signal(str)
    step_chosen = Signal(str)
    path_asked = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._words = session, session.words
        text = self._words.text
        self.setObjectName("totals_bar")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(text("Totals"))
        self._case = QComboBox(self)
        self._case.setObjectName("totals_case")
        self._case.setAccessibleName(text("Case of the totals"))
        self._case.setToolTip(text("Which steps the totals take"))
        self._case.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._case.activated.connect(lambda _: self.case_chosen.emit(str(self._case.currentData())))
        self.coverage = {
            "time": CoverageField(session, "time", text("Time"), self),
            "cost": CoverageField(session, "cost", text("Cost"), self),
            "law": CoverageField(session, "law", text("Law"), self),
        }
        self._elapsed = Figure("elapsed", text("Elapsed, critical path"), self, links=True)
        self._elapsed.below.linkActivated.connect(self._on_path_link)
        self._effort = Figure("effort", text("Sum of steps"), self)
        self._fees = Figure("fees", text("Fees"), self)
        self._documents = Figure("documents", text("Documents"), self)
        self._other = Figure("other_case", "", self, plain=True)
        self._narrow: bool | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._first = QGridLayout()
        self._first.setContentsMargins(_MARGIN, 3, _MARGIN, 3)
        self._first.setHorizontalSpacing(_BETWEEN)
        self._first.setVerticalSpacing(3)
        for field in self.coverage.values():
            field.chosen.connect(self.step_chosen)
        self._arrange(narrow=False)
        column.addLayout(self._first)
        column.addWidget(Rule(self._session.palette, self))
        second = QHBoxLayout()
        second.setContentsMargins(_MARGIN, 6, _MARGIN, 8)
        second.setSpacing(12)
        figures = (self._elapsed, self._effort, self._fees, self._documents, self._other)
        for place, figure in enumerate(figures):
            if place:
                second.addWidget(Rule(self._session.palette, self, upright=True))
            second.addWidget(figure)
        second.addStretch(1)
        column.addLayout(second)
        self._second = second

    # -- room

    def minimumSizeHint(self) -> QSize:
        """As narrow as the figures may become, with the case in a line of its own."""
        widest = max(self._fields_width(), self._second.minimumSize().width())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the case a line of its own where there is no room for all in one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        case = self._case.sizeHint().width()
        self._case.setMinimumWidth(case)
        self._arrange(narrow=self.width() < case + _BETWEEN + self._fields_width())

    def _fields_width(self) -> int:
        fields = self.coverage.values()
        gaps = (len(fields) - 1) * _BETWEEN
        return sum(field.minimumSizeHint().width() for field in fields) + gaps + 2 * _MARGIN

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        count = len(self.coverage)
        self._first.addWidget(self._case, 0, 0, 1, count if narrow else 1, Qt.AlignmentFlag.AlignLeft)
        for place, field in enumerate(self.coverage.values()):
            self._first.addWidget(field, int(narrow), place + (not narrow))
        self._first.setColumnStretch(count + 1, 1)

    # -- contents

    def show_totals(self, opened: OpenProcedure) -> None:
        """Show the totals of a procedure in its case."""
        sums = opened.totals
        self._fill_cases(opened)
        self._fill_coverage(opened)
        self._fit()
        self._show_elapsed(opened, sums)
        words = self._words
        self._effort.show_figure(self._hours(sums.effort), self._rests_on(sums), words.text(
            "The times of all steps of the case, one after another"))  # fmt: skip
        self._show_fees(opened, sums)
        documents = "?" if sums.documents is None else number(sums.documents, words.language)
        handed = words.text("none recorded") if sums.handovers is None else words.count(
            "{n} handover", "{n} handovers", sums.handovers)  # fmt: skip
        self._documents.show_figure(documents, handed, words.text(
            "Different documents handed in, and how many times one is handed over"))  # fmt: skip
        self._show_other(opened)

    def _fill_cases(self, opened: OpenProcedure) -> None:
        words, full = self._words, opened.full
        counts = {
            "base": len(steps_of_case(full, BASE)),
            "worst": len(steps_of_case(full, WORST)),
            OWN: len(opened.case_steps) if opened.case.ticked else None,
        }
        names = {
            "base": words.text("Base case"),
            "worst": words.text("Worst case"),
            OWN: words.text("Own conditions"),
        }
        self._case.clear()
        for kind, n in counts.items():
            of = len(full.steps)
            counted = "" if n is None else words.text("{n} of {of} steps", n=n, of=of)
            self._case.addItem(f"{names[kind]}, {counted}" if counted else f"{names[kind]}…", kind)
        self._case.setCurrentIndex(self._case.findData(case_key(opened.case)))

    def _fill_coverage(self, opened: OpenProcedure) -> None:
        sums = opened.totals
        times = [opened.times[step.id] for step in opened.case_steps]
        costs = [opened.costs[step.id] for step in opened.paid_steps]
        self._cover("time", opened.case_steps, times, sums.time_covered.n)
        self._cover("cost", opened.paid_steps, costs, sums.cost_covered.n)
        law = frozenset(step.id for step in opened.case_steps if step.legal_basis)
        self.coverage["law"].show_cells(covered_by(opened.case_steps, frozenset(), law), sums.law_covered.n)

    def _cover(
        self, name: str, steps: Sequence[Step], counted: Sequence[CountedTime | CountedCost], n: int
    ) -> None:
        inside = frozenset(one.step_id for one in counted if one.state is Counting.INSIDE)
        known = frozenset(one.step_id for one in counted if one.covered)
        self.coverage[name].show_cells(covered_by(steps, inside, known), n)

    def _show_elapsed(self, opened: OpenProcedure, sums: Totals) -> None:
        links = []
        for step_id in sums.path:
            n = opened.full.number(step_id)
            counts = opened.times[step_id].hours is not None
            shown = f"<b>{n}</b>" if counts else str(n)
            links.append(f'<a href="{step_id}" style="text-decoration:none">{shown}</a>')
        path = " › ".join(links) or self._words.text("no time is known")
        self._elapsed.show_figure(self._hours(sums.elapsed), path, self._words.text(
            "The longest way through the steps that wait for one another. Click a number to mark the path "
            "in the table."))  # fmt: skip

    def _show_fees(self, opened: OpenProcedure, sums: Totals) -> None:
        words = self._words
        tip = words.text("Amounts of different currencies are never added without a dated rate")
        below = self._in_one_currency(opened, sums.cost)
        if sums.rates:
            numbers = words.list_of(tuple(str(n) for n in opened.numbers(sums.rates)))
            tip += "\n" + words.text("Percentages are listed apart: steps {steps}", steps=numbers)
        self._fees.show_figure(self._amounts(sums.cost), below, tip)

    def _in_one_currency(self, opened: OpenProcedure, amounts: Sequence[Money]) -> str:
        words = self._words
        if not amounts:
            return words.text("no fee is known")
        if len(amounts) == 1 and amounts[0].currency == _DOLLAR:
            return words.count("{n} step with a fee", "{n} steps with a fee", opened.totals.cost_covered.n)
        converted = convert(amounts, _DOLLAR, opened.reference.rates)
        if converted.total is None or not converted.rates:
            return words.text("currencies kept apart")
        days = words.list_of(tuple(day(date, words.language) for date in dict.fromkeys(converted.dates)))
        total = money(converted.total, words.language)
        if converted.left:
            left = self._amounts(converted.left)
            return words.text("≈ {total} and {left}, rates of {days}", total=total, left=left, days=days)
        return words.text("≈ {total}, rates of {days}", total=total, days=days)

    def _show_other(self, opened: OpenProcedure) -> None:
        words = self._words
        other = BASE if opened.case.kind is CaseKind.WORST else WORST
        sums = totals(opened.full, other, opened.reference.rates)
        title = (
            words.count("Base case, {n} step", "Base case, {n} steps", sums.steps)
            if other is BASE
            else words.count("Worst case, {n} step", "Worst case, {n} steps", sums.steps)
        )
        self._other.set_title(title)
        self._other.show_figure(self._hours(sums.elapsed), self._amounts(sums.cost), title)

    def _rests_on(self, sums: Totals) -> str:
        words, parts = self._words, []
        if sums.aggregates:
            parts.append(words.count("{n} aggregate", "{n} aggregates", sums.aggregates))
        if sums.limits:
            parts.append(words.count("{n} limit", "{n} limits", sums.limits))
        if sums.derived:
            parts.append(words.count("{n} derived", "{n} derived", sums.derived))
        return words.text("rests on {parts}", parts=tuple(parts)) if parts else ""

    def _hours(self, hours: Range) -> str:
        if not hours.known:
            return "?"
        return self._words.text("{hours} h", hours=span(hours, self._words.language))

    def _amounts(self, amounts: Sequence[Money]) -> str:
        return " + ".join(money(one, self._words.language) for one in amounts) or "?"

    def _on_path_link(self, step_id: str) -> None:
        self.path_asked.emit()
        self.step_chosen.emit(step_id)


def case_key(case: Case) -> str:
    """How a case stands in the selector."""
    if case.kind is CaseKind.WORST:
        return "worst"
    return OWN if case.ticked else "base"


class Figure(QWidget):
    """One total: its name, the figure, and what it rests on.

    It asks for the room of its longest line; where there is less, its lines go on in a second one.
    """

    def __init__(
        self, name: str, title: str, parent: QWidget, *, plain: bool = False, links: bool = False
    ) -> None:
        super().__init__(parent)
        self._wanted = self._least = 0
        self.setObjectName(f"totals_{name}")
        self._title = QLabel(title, self)
        self._title.setProperty("role", "small")
        self.value = QLabel(self)
        self.value.setObjectName(f"totals_{name}_value")
        if plain:
            self.value.setFont(fonts.tabular(tokens.LEAD))
        else:
            self.value.setProperty("role", "lead")
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.below = QLabel(self)
        self.below.setObjectName(f"totals_{name}_below")
        self.below.setProperty("role", "small")
        if links:
            self.below.setTextFormat(Qt.TextFormat.RichText)
            flags = Qt.TextInteractionFlag
            self.below.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for label in (self._title, self.value, self.below):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """As wide as its longest line."""
        return QSize(self._wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word."""
        return QSize(self._least, super().minimumSizeHint().height())

    def set_title(self, title: str) -> None:
        """Name the figure otherwise."""
        self._title.setText(title)

    def show_figure(self, value: str, below: str, tip: str) -> None:
        """Show a figure and what it rests on."""
        self.value.setText(value)
        self.below.setText(below)
        self.setToolTip(tips.plain(tip))
        self.setAccessibleName(f"{self._title.text()}: {value}")
        lines = (self._title, self.value, self.below)
        self._wanted = max(map(_width, lines))
        self._least = min(self._wanted, max(map(_longest_word, lines)))
        self.setMaximumWidth(self._wanted)
        self.updateGeometry()


def _width(label: QLabel) -> int:
    """How wide the text of a label is in one line, in pixels."""
    label.setWordWrap(False)
    width = label.sizeHint().width()
    label.setWordWrap(True)
    return width


def _longest_word(label: QLabel) -> int:
    """How wide its widest word is; figures and their units stay in one piece, links are numbers."""
    if label.textFormat() is Qt.TextFormat.RichText:
        return _LINKS_WIDTH
    metrics = QFontMetrics(label.font())
    return max((metrics.horizontalAdvance(word) for word in _SPACE.split(label.text())), default=0) + 2
