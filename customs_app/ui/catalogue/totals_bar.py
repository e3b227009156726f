"""Totals of the open procedure in two lines: the case and what is covered, then the figures."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
_WIDEST_FIGURE = 210
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
        self._case.setMinimumWidth(150)
        self._case.activated.connect(lambda _: self.case_chosen.emit(str(self._case.currentData())))
        self.coverage = {
            "time": CoverageField(session, "time", text("Time"), self),
            "cost": CoverageField(session, "cost", text("Cost"), self),
            "law": CoverageField(session, "law", text("Law"), self),
        }
        self._elapsed = Figure("elapsed", text("Elapsed, critical path"), self, links=True)
        self._elapsed.below.linkActivated.connect(self._on_path_link)
        self._effort = Figure("effort", text("Sum of steps"), self)
        self._fees = Figure("fees", text("Fees"), self, wraps=True)
        self._documents = Figure("documents", text("Documents"), self)
        self._other = Figure("other_case", "", self, plain=True, wraps=True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setContentsMargins(12, 3, 12, 3)
        first.setSpacing(16)
        first.addWidget(self._case)
        for field in self.coverage.values():
            field.chosen.connect(self.step_chosen)
            first.addWidget(field)
        first.addStretch()
        column.addLayout(first)
        column.addWidget(Rule(self._session.palette, self))
        second = QHBoxLayout()
        second.setContentsMargins(12, 6, 12, 8)
        second.setSpacing(12)
        figures = (self._elapsed, self._effort, self._fees, self._documents, self._other)
        for place, figure in enumerate(figures):
            if place:
                second.addWidget(Rule(self._session.palette, self, upright=True))
            second.addWidget(figure)
        second.addStretch(1)
        column.addLayout(second)

    # -- contents

    def show_totals(self, opened: OpenProcedure) -> None:
        """Show the totals of a procedure in its case."""
        sums = opened.totals
        self._fill_cases(opened)
        self._fill_coverage(opened)
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
    """One total: its name, the figure, and what it rests on."""

    def __init__(
        self,
        name: str,
        title: str,
        parent: QWidget,
        *,
        plain: bool = False,
        links: bool = False,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self._wraps = wraps
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
            column.addWidget(label)

    def set_title(self, title: str) -> None:
        """Name the figure otherwise."""
        self._title.setText(title)

    def show_figure(self, value: str, below: str, tip: str) -> None:
        """Show a figure and what it rests on."""
        self.value.setText(value)
        self.below.setText(below)
        self.setToolTip(tips.plain(tip))
        self.setAccessibleName(f"{self._title.text()}: {value}")
        if self._wraps:
            self._fit()

    def _fit(self) -> None:
        """Take the room that the texts ask for; where that is too much, let them go on in a second line."""
        lines = (self._title, self.value, self.below)
        for label in lines:
            label.setWordWrap(False)
        wanted = max(label.sizeHint().width() for label in lines)
        for label in lines:
            label.setWordWrap(True)
        self.setMinimumWidth(min(wanted, _WIDEST_FIGURE))
        self.setMaximumWidth(wanted)
