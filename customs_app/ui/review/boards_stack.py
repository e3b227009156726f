"""The boards of the review, each built when its tab is first chosen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from customs_app.domain.procedure import FullProcedure, Step
from customs_app.ui.review.left_pane import FINDINGS, MARKS, TABS, LeftPane
from customs_app.ui.review.tab import Board, Scope
from customs_app.ui.session import Session


class BoardsStack(QObject):
    """Keeps the boards, their places at the left and in the centre, and what is chosen in them.

    `step_asked`, `finding_asked`, `clear_asked` and `told` are those of the boards; `chosen` when another
    step is chosen in one. `made` carries a Board that was built.
    """

    step_asked = Signal(object)
    finding_asked = Signal(str)
    clear_asked = Signal()
    told = Signal()
    chosen = Signal()
    made = Signal(object)

    def __init__(self, session: Session, side: LeftPane, centre: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._side, self._centre = session, side, centre
        self._boards: dict[int, Board] = {}
        self._kept: dict[str, Mapping[str, object]] = {}
        self._steps: dict[int, tuple[FullProcedure, Step] | None] = {}

    @property
    def current(self) -> Board | None:
        """The board of the current tab; None where it is no board or not built yet."""
        return self._boards.get(self._side.tab)

    @property
    def step(self) -> tuple[FullProcedure, Step] | None:
        """The step that is chosen in the current board."""
        return self._steps.get(self._side.tab)

    def show(self, scope: Scope | None) -> None:
        """Show the board of the current tab, at the left and in the centre."""
        tab = self._side.tab
        if tab in (FINDINGS, MARKS):
            return
        board = self._boards.get(tab) or self._make(tab)
        self._side.show_board(board.left)
        self._centre.setCurrentWidget(board.centre)
        if scope is not None:
            board.show_scope(scope)

    def keep(self, states: Mapping[str, object]) -> None:
        """Have boards open again what they had open, by key, as soon as they are built."""
        self._kept = {key: state for key, state in states.items() if isinstance(state, Mapping)}

    def states(self) -> Mapping[str, object]:
        """What the boards have open, by key; of those that were not built what was kept."""
        return {**self._kept, **{board.key: dict(board.save_state()) for board in self._boards.values()}}

    def _make(self, tab: int) -> Board:
        board = _MAKERS[list(TABS)[tab]](self._session)
        self._boards[tab] = board
        self._centre.addWidget(board.centre)
        for name in ("step_asked", "finding_asked", "clear_asked", "told"):
            getattr(board, name).connect(getattr(self, name))
        board.step_chosen.connect(lambda step: self._choose(tab, step))
        board.restore_state(self._kept.get(board.key, {}))
        self.made.emit(board)
        return board

    def _choose(self, tab: int, step: tuple[FullProcedure, Step] | None) -> None:
        self._steps[tab] = step
        self.chosen.emit()


def _coverage(session: Session) -> Board:
    from customs_app.ui.review.boards.coverage import CoverageBoard  # noqa: PLC0415 - not before its tab

    return CoverageBoard(session)


def _agreement(session: Session) -> Board:
    from customs_app.ui.review.boards.agreement import AgreementBoard  # noqa: PLC0415 - not before its tab

    return AgreementBoard(session)


def _effect(session: Session) -> Board:
    from customs_app.ui.review.effect.board import EffectBoard  # noqa: PLC0415 - not before its tab

    return EffectBoard(session)


def _data(session: Session) -> Board:
    from customs_app.ui.review.boards.data import DataBoard  # noqa: PLC0415 - not before its tab

    return DataBoard(session)


_MAKERS: Mapping[str, Callable[[Session], Board]] = {
    "coverage": _coverage,
    "agreement": _agreement,
    "effect": _effect,
    "data": _data,
}
