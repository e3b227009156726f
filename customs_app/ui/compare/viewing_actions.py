"""The commands of how a comparison is shown: figure, colours, rows, folding, order, tolerance."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidgetAction

from customs_app.analysis.ordering import Order
from customs_app.analysis.tolerance import CHOICES, USUAL
from customs_app.domain.text import Message
from customs_app.language.words import N_
from customs_app.ui.compare.bar import CompareBar
from customs_app.ui.compare.state import View
from customs_app.ui.compare.tolerances import tolerance_text, usual_text
from customs_app.ui.compare.viewing import Viewing
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.tips import plain

if TYPE_CHECKING:
    from customs_app.ui.compare.workspace import CompareWorkspace

_REASON_WIDTH = 320
ORDERS = {
    Order.LIST: N_("Countries as in the list"),
    Order.TIME: N_("Countries by time, like for like"),
    Order.COST: N_("Countries by fees, like for like"),
}


class ViewingActions(QObject):
    """Made once; `show_view` checks what holds, `enable` lets only what can be done be chosen."""

    def __init__(self, workspace: "CompareWorkspace") -> None:
        super().__init__(workspace)
        self._workspace, self._words = workspace, workspace.words
        self._viewing: Viewing = workspace.viewing
        text, viewing = self._words.text, self._viewing
        self.differences = self._check("differences", text("Only differences"), "D", "equal-not")
        self.differences.triggered.connect(lambda on=False: viewing.only_differences(on=on))
        self.common = self._check("common", text("Hide what all have"), "H", "")
        self.common.triggered.connect(lambda on=False: viewing.hide_common(on=on))
        self._make_figures()
        self._make_folding()
        self.orders = self._make_orders()
        self._why_not = wrapped(role="small")
        self._why_not.setObjectName("compare_order_reason")
        self._why_not.setContentsMargins(12, 4, 12, 6)
        self._why_not.setFixedWidth(_REASON_WIDTH)
        self.reason = QWidgetAction(self)
        self.reason.setObjectName("compare_order_reason_action")
        self.reason.setDefaultWidget(self._why_not)
        self.brief = self._check("brief", text("Totals in brief"), "B", "")
        self.brief.triggered.connect(lambda on=False: viewing.brief(on=on))
        self.times = self._make_tolerances("time", lambda times: viewing.tolerance(time=times))
        self.costs = self._make_tolerances("cost", lambda times: viewing.tolerance(cost=times))

    def _make_figures(self) -> None:
        act, text, viewing = self._workspace.act, self._words.text, self._viewing
        self.colour = act("colour", text("Next colouring"), viewing.next_colouring, keys="C")
        self.measure = act("measure", text("Next figure in the cells"), viewing.next_measure, keys="F")
        self.measure_back = act(
            "measure_back",
            text("Previous figure in the cells"),
            lambda: viewing.next_measure(-1),
            keys="Shift+F",
        )

    def _make_folding(self) -> None:
        act, text, viewing = self._workspace.act, self._words.text, self._viewing
        self.fold = act(
            "fold", text("Close the steps, or fold the stage"), lambda: viewing.fold(folded=True), keys="-"
        )
        self.unfold = act(
            "unfold",
            text("Open the steps, or unfold the stage"),
            lambda: viewing.fold(folded=False),
            keys="+",
        )
        self.fold_all = act("fold_all", text("Fold all stages"), viewing.fold_all, picture="fold-vertical")
        self.unfold_all = act(
            "unfold_all", text("Unfold all stages"), viewing.unfold_all, picture="unfold-vertical"
        )
        self.turn_all = act("turn_all", text("Fold or unfold all"), viewing.turn_all, keys="*")
        self.fold_equal = self._check("fold_equal", text("Fold stages without differences"), "=", "")
        self.fold_equal.triggered.connect(lambda on=False: viewing.fold_equal(on=on))
        self.close_rows = act("close_rows", text("Close the steps of all rows"), viewing.close_rows)

    def fill(self, bar: CompareBar) -> None:
        """Put the commands into the menus of the bar's buttons, and have them open by key."""
        text = self._words.text
        rows = bar.rows.list
        rows.addActions([self.differences, self.common, self.fold_equal, self.close_rows, self.brief])
        rows.addSeparator()
        for says, actions in (
            (text("Times count as equal"), self.times),
            (text("Costs count as equal"), self.costs),
        ):
            menu = rows.addMenu(says)
            menu.addActions(list(actions.values()))
        bar.order.list.addActions(list(self.orders.values()))
        bar.order.list.addAction(self.reason)
        self.rows = self._workspace.act(
            "rows", text("Rows and tolerance…"), lambda: _below(bar.rows.list, bar), keys="T"
        )
        self.order = self._workspace.act(
            "order", text("Next order of the countries"), self._viewing.next_order, keys="S"
        )

    def of_cell(self) -> Sequence[QAction]:
        """Those in the menu of a cell."""
        return (self.fold, self.unfold, self.differences, self.common, self.measure, self.colour)

    def enable(self, *, compared: bool) -> None:
        """Let only what can be done be chosen."""
        for action in (
            *(self.differences, self.common, self.colour, self.measure, self.measure_back, self.fold),
            *(self.unfold, self.fold_all, self.unfold_all, self.turn_all, self.fold_equal),
            *(self.brief, self.close_rows, self.rows, self.order, *self.times.values(), *self.costs.values()),
        ):
            action.setEnabled(compared)
        reasons = self._viewing.not_by
        for order, action in self.orders.items():
            reason = reasons.get(order)
            action.setEnabled(compared and reason is None)
            says = action.text() if reason is None else self._words.say(reason)
            action.setToolTip(plain(says))

    def show_view(self, view: View, bar: CompareBar, not_by: Mapping[Order, Message]) -> None:
        """Check what holds, and have the buttons say what is not as usual."""
        self.differences.setChecked(view.only_differences)
        self.common.setChecked(view.hide_common)
        self.fold_equal.setChecked(view.fold_equal)
        order = Order.LIST if view.order in not_by else view.order
        self.orders[order].setChecked(True)
        self.times[view.tolerance.time].setChecked(True)
        self.costs[view.tolerance.cost].setChecked(True)
        bar.rows.tell(self._said_of_rows(view))
        text = self._words.text
        reasons = tuple(dict.fromkeys(self._words.say(reason) for reason in not_by.values()))
        bar.order.tell("" if order is Order.LIST else text(ORDERS[order]))
        self._why_not.setText("\n".join(reasons))
        self.reason.setVisible(bool(reasons))
        self.brief.setChecked(view.brief)

    def _said_of_rows(self, view: View) -> str:
        words, tolerance = self._words, view.tolerance
        parts = [action.text() for action in (self.common,) if action.isChecked()]
        for name, times, usual in (
            (words.text("Times count as equal"), tolerance.time, USUAL.time),
            (words.text("Costs count as equal"), tolerance.cost, USUAL.cost),
        ):
            if times != usual:
                parts.append(words.named(name, tolerance_text(times, words)))
        return words.clauses(parts)

    def _make_orders(self) -> Mapping[Order, QAction]:
        group, made = QActionGroup(self), {}
        for order, name in ORDERS.items():
            action = self._check(f"order_{order}", self._words.text(name), "", "")
            action.triggered.connect(lambda _on=False, order=order: self._viewing.order(order))
            group.addAction(action)
            made[order] = action
        return made

    def _make_tolerances(self, name: str, take: Callable[[float], None]) -> Mapping[float, QAction]:
        group, made = QActionGroup(self), {}
        for times in CHOICES:
            action = QAction(usual_text(times, self._words), self)
            action.setObjectName(f"compare_tolerance_{name}_{times}")
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, times=times: take(times))
            group.addAction(action)
            made[times] = action
        return made

    def _check(self, name: str, text: str, keys: str, picture: str) -> QAction:
        return self._workspace.act(name, text, lambda: None, keys=keys, picture=picture, checkable=True)


def _below(menu: QMenu, bar: CompareBar) -> None:
    button = bar.rows
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    first = next((action for action in menu.actions() if action.isEnabled()), None)
    if first is not None:
        menu.setActiveAction(first)
