"""The boards of the review, built in turns once there is something to show, or when first chosen."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from customs_app.domain.procedure import FullProcedure, Step
from customs_app.ui.review.left_pane import FINDINGS, MARKS, TABS, LeftPane
from customs_app.ui.review.tab import Board, Scope
from customs_app.ui.session import Session
from customs_app.ui.workspaces import load_packages

_TURN_MS = 40
_PACKAGES = ("customs_app.ui.review.boards", "customs_app.ui.review.effect")


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
        self._turns: Iterator[object] = self._preparing()
        self._turn = QTimer(self, interval=_TURN_MS, singleShot=True)
        self._turn.timeout.connect(self._prepare_next)

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

    def prepare(self) -> None:
        """Build what is not there yet in small turns of the event loop, so that no click waits for it."""
        self._turn.start()

    def _prepare_next(self) -> None:
        if next(self._turns, self) is not self:
            self._turn.start()

    def _preparing(self) -> Iterator[object]:
        yield from load_packages(*_PACKAGES)
        for tab, key in enumerate(TABS):
            if key in _MAKERS and tab not in self._boards:
                yield self._make(tab)
        for board in tuple(self._boards.values()):
            for part in (board.left, board.centre):
                yield _polished(part)

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


def _polished(part: QWidget) -> QWidget:
    """Let the style look at a part and all in it, which takes its time at the first showing otherwise."""
    for widget in (part, *part.findChildren(QWidget)):
        widget.ensurePolished()
    return part


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
