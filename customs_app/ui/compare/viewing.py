"""How the comparison is looked at: measure, colours, filters, folding, order, tolerance."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from customs_app.analysis.heat import Measure
from customs_app.analysis.ordering import Order
from customs_app.analysis.tolerance import Tolerance
from customs_app.domain.codes import Stage
from customs_app.domain.text import Message
from customs_app.ui.compare.board import Board
from customs_app.ui.compare.colouring import Colouring
from customs_app.ui.compare.lines import ActivityLine, Line, StageLine, StepLine
from customs_app.ui.compare.shown import Shown
from customs_app.ui.compare.state import View

_T = TypeVar("_T")


class Viewing(QObject):
    """Holds the View. `changed` carries the one before; `refused` a Message: what was asked cannot be."""

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self.view = View()
        self.shown: Shown | None = None

    def take(self, view: View) -> None:
        """Look so, if it is another way than before."""
        before, self.view = self.view, view
        if view != before:
            self.changed.emit(before)

    # -- what the cells show

    def currency(self, currency: str) -> None:
        """Convert fees into a currency (ISO 4217)."""
        self.take(replace(self.view, currency=currency))

    def colouring(self, colouring: Colouring) -> None:
        """Tint the cells by this."""
        self.take(replace(self.view, colouring=colouring))

    def next_colouring(self) -> None:
        """Go on to the next colouring."""
        self.colouring(_next(list(Colouring), self.view.colouring))

    def measure(self, measure: Measure) -> None:
        """Show this figure in the cells."""
        self.take(replace(self.view, measure=measure))

    def next_measure(self, by: int = 1) -> None:
        """Go on to the next figure, or back."""
        self.measure(_next(list(Measure), self.view.measure, by))

    # -- which rows

    def only_differences(self, *, on: bool) -> None:
        """Hide the activities in which no country differs, or show them again."""
        self.take(replace(self.view, only_differences=on))

    def hide_common(self, *, on: bool) -> None:
        """Hide the activities that every country has, or show them again."""
        self.take(replace(self.view, hide_common=on))

    def tolerance(self, *, time: float | None = None, cost: float | None = None) -> None:
        """Take times, or costs, that are up to so many times another for equal."""
        now = self.view.tolerance
        wanted = Tolerance(now.time if time is None else time, now.cost if cost is None else cost)
        self.take(replace(self.view, tolerance=wanted))

    def brief(self, *, on: bool) -> None:
        """Show the most telling totals alone, or all of them."""
        self.take(replace(self.view, brief=on))

    # -- in which order

    @property
    def not_by(self) -> Mapping[Order, Message]:
        """The orders that are not possible, with the reason."""
        return self.shown.not_by if self.shown is not None else {}

    def order(self, order: Order) -> None:
        """Order the countries so; where that is not possible say why not."""
        reason = self.not_by.get(order)
        if reason is not None:
            self.refused.emit(reason)
        else:
            self.take(replace(self.view, order=order))

    def next_order(self) -> None:
        """Go on to the next order that is possible; where there is no other say why not."""
        possible = [order for order in Order if order not in self.not_by]
        if len(possible) > 1:
            self.order(_next(possible, self.view.order if self.view.order in possible else Order.LIST))
        else:
            self.order(Order.TIME)

    # -- folding

    def fold(self, *, folded: bool) -> None:
        """Close the steps of the current line or fold its stage; or open the steps, or unfold the stage."""
        line = self._board.line
        if line is None:
            return
        opened = isinstance(line, StepLine) or (isinstance(line, ActivityLine) and line.opened)
        if isinstance(line, StageLine) or (folded and not opened):
            self._fold(frozenset({line.stage}), folded=folded)
        else:
            self._open(line.row.activity.code, opened=not folded)

    def turn(self, line: Line) -> None:
        """Fold a stage or unfold it; open the steps of an activity or close them."""
        if isinstance(line, StageLine):
            self._fold(frozenset({line.stage}), folded=not line.folded)
        else:
            code = line.row.activity.code
            self._open(code, opened=code not in self.view.opened)

    def close_rows(self) -> None:
        """Close the steps of all rows."""
        line = self._board.line
        if isinstance(line, StepLine):
            self._open(line.row.activity.code, opened=False)
        self.take(replace(self.view, opened=frozenset()))

    def fold_all(self) -> None:
        """Fold all stages."""
        self._fold(frozenset(Stage), folded=True)

    def unfold_all(self) -> None:
        """Unfold all stages."""
        self._fold(frozenset(Stage), folded=False)

    def turn_all(self) -> None:
        """Unfold all stages, or fold all where none is folded."""
        closed = self.shown.every.closed(self.view) if self.shown is not None else self.view.folded
        self._fold(frozenset(Stage), folded=not closed)

    def fold_equal(self, *, on: bool) -> None:
        """Have the stages without differences folded, or no longer; say so where there is none."""
        equal = self.shown.every.equal_stages() if self.shown is not None else frozenset[Stage]()
        if on and not equal:
            self.refused.emit(Message("Every stage has differences."))
        view = self.view
        unfolded = view.unfolded - equal if on else view.unfolded
        folded = view.folded if on else view.folded - equal
        self._show_folded(replace(view, fold_equal=on, folded=folded, unfolded=unfolded))

    def uncover(self, activity: str) -> bool:
        """Take away whatever hides the row of an activity; whether there is such a row."""
        row = self.shown.every.row_of(activity) if self.shown is not None else None
        if row is None or self.shown is None:
            return False
        view = self.view
        self.take(
            replace(
                view,
                folded=view.folded - {row.activity.stage},
                unfolded=view.unfolded | {row.activity.stage},
                only_differences=view.only_differences and self.shown.every.differs(activity),
                hide_common=view.hide_common and row.have < len(row.cells),
            )
        )
        return True

    def _fold(self, stages: frozenset[Stage], *, folded: bool) -> None:
        view = self.view
        folds = view.folded | stages if folded else view.folded - stages
        unfolds = view.unfolded - stages if folded else view.unfolded | stages
        self._show_folded(replace(view, folded=folds, unfolded=unfolds))

    def _show_folded(self, view: View) -> None:
        """Look so; the stage becomes current where the current line is folded away."""
        line, cell = self._board.line, self._board.cell
        self.take(view)
        if line is not None and cell is not None and self._board.line is None:
            self._board.show_cell(str(line.stage), cell[1])

    def _open(self, activity: str, *, opened: bool) -> None:
        line, cell = self._board.line, self._board.cell
        own = frozenset({activity})
        self.take(replace(self.view, opened=self.view.opened | own if opened else self.view.opened - own))
        if opened:
            self._board.show_steps(activity)
        elif cell is not None and isinstance(line, StepLine):
            self._board.show_cell(line.row.activity.code, cell[1])


def _next(every: list[_T], now: _T, by: int = 1) -> _T:
    return every[(every.index(now) + by) % len(every)]
