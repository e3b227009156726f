"""A place for one board of the review, on the starting catalogue with the marks that a test makes."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customs_app.analysis.blind import seen
from customs_app.catalogue.commands.marks import SetMark
from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import Words, words
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.boards.page import BoardPage
from customs_app.ui.review.tab import Scope
from customs_app.ui.session import Session

KG, TJ, CN = Reviewer("D. Lee", "KG"), Reviewer("B. Saidov", "TJ"), Reviewer("V. Chen", "CN")
Page = TypeVar("Page", bound=BoardPage)


class Stand:
    """A board beside what belongs at its left, and the session that it is of."""

    def __init__(self, session: Session, loaded: Loaded, qtbot: QtBot) -> None:
        self.session, self.loaded, self.qtbot = session, loaded, qtbot
        self.opened: list[object] = []
        self.chosen: list[object] = []
        self._windows: list[QWidget] = []

    def show(self, make: Callable[[Session], Page]) -> Page:
        """Build a board and put it on the screen."""
        board = make(self.session)
        window = QWidget()
        row = QHBoxLayout(window)
        left = QWidget()
        left.setFixedWidth(300)
        QVBoxLayout(left).addWidget(board.left)
        row.addWidget(left)
        row.addWidget(board.centre, 1)
        window.resize(1100, 760)
        self.qtbot.addWidget(window)
        window.show()
        self.qtbot.waitExposed(window)
        window.activateWindow()
        board.step_asked.connect(self.opened.append)
        board.step_chosen.connect(self.chosen.append)
        self._windows.append(window)
        return board

    def look(self, board: BoardPage, procedures: Sequence[str] = ()) -> None:
        """Have the board look over some procedures (all of them), and wait for what it says."""
        with self.qtbot.waitSignal(board.told, timeout=20_000):
            board.show_scope(self.scope(procedures))

    def scope(self, procedures: Sequence[str] = ()) -> Scope:
        """What the filters let through, with the marks that the person may see."""
        catalogue, loaded = self.session.catalogue, self.loaded
        every: dict[str, FullProcedure] = dict(loaded.procedures)
        place = {step.id: key for key, full in every.items() for step in full.steps}
        visible = seen(catalogue.marks(), catalogue.rounds(), self.session.who, place)
        own = tuple(every[key] for key in procedures) or tuple(every.values())
        return Scope(loaded, visible, own)

    def mark(self, who: Reviewer, step_id: str, verdict: Verdict, document_id: str | None = None) -> None:
        """Somebody marks a step."""
        self.session.catalogue.run(SetMark(step_id, verdict, "so it is", document_id=document_id), who)


@pytest.fixture
def english() -> Words:
    """Sentences in English."""
    return words(Language.EN)


@pytest.fixture
def stand(session: Session, loaded: Loaded, qtbot: QtBot) -> Stand:
    """A place for a board."""
    return Stand(session, loaded, qtbot)
