"""The base of the review's boards: asked anew at each change, worked out beside the event loop."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from customs_app.domain.errors import CustomsError
from customs_app.ui.icons import icon
from customs_app.ui.newest import Desk, Newest
from customs_app.ui.review.tab import Scope
from customs_app.ui.session import Session
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.section import Section


class BoardPage(QStackedWidget):
    """The centre of a tab of the review; `left` stands below the filters, `main` gets the focus.

    `answer(question, desk)` is called in a thread with what `question` gives, and `show_answer` gets what
    comes of it. `told` when the foot of the window has something else to say; `step_asked` carries
    (procedure id, step id) to be shown in the catalogue, `finding_asked` the key of a finding, "" for the
    list of them;
    `step_chosen` carries (FullProcedure, Step) for the inspector, or None; `clear_asked` when the filters
    are to be cleared.
    """

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    told = Signal()
    step_asked = Signal(object)
    finding_asked = Signal(str)
    step_chosen = Signal(object)
    clear_asked = Signal()

    def __init__(self, session: Session, answer: Callable[[Any, Desk], object]) -> None:
        super().__init__()
        self.session, self.words = session, session.words
        self.scope: Scope | None = None
        self.left = QWidget()
        self.centre: QWidget = self
        self.main: QWidget = self
        self.board_actions: Sequence[QAction] = ()
        self.setObjectName(f"review_{self.key}")
        self.setAccessibleName(self.words.text(self.title))
        self._clear = self.act("clear", self.words.text("Clear the filters"), self.clear_asked.emit)
        self._clear.setVisible(False)
        self._to_findings = self.act(
            "findings", self.words.text("Mark steps in the findings"), lambda: self.finding_asked.emit("")
        )
        self._to_findings.setVisible(False)
        self._empty = EmptyState("", [self._to_findings, self._clear])
        self._waiting = EmptyState(self.words.text("This is being worked out…"))
        self.addWidget(self._waiting)
        self.addWidget(self._empty)
        self._newest = Newest(self, f"review {self.key}", answer)
        self._newest.answered.connect(self._on_answer)
        self._newest.failed.connect(self._on_failed)

    # -- what a board says of itself

    def question(self, scope: Scope) -> object:
        """What is to be answered about the procedures that the filters let through."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> None:  # noqa: ANN401 - each board has its own
        """Show what came of the question."""
        raise NotImplementedError

    def status_text(self) -> str:
        """What the foot of the window says, worded."""
        return ""

    def keys_text(self) -> str:
        """The most useful keys, worded."""
        return ""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions, with what they do."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """Widgets that F6 visits."""
        return (self,)

    def save_state(self) -> Mapping[str, object]:
        """What is chosen, as JSON values."""
        return {}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Choose again what `save_state` told; what is gone is passed over."""

    # -- what the workspace does with it

    def show_scope(self, scope: Scope) -> None:
        """Work out anew what is to be said of these procedures."""
        self.scope = scope
        self.ask()

    # -- for the boards themselves

    def ask(self) -> None:
        """Ask once more, as something else is chosen."""
        if self.scope is not None:
            self._newest.ask(self.question(self.scope))

    def act(
        self,
        name: str,
        text: str,
        slot: Callable[[], object],
        *,
        keys: str = "",
        picture: str = "",
        views: Sequence[QWidget] = (),
        checkable: bool = False,
    ) -> QAction:
        """Make a command of this board; its key acts where one of the `views` has the focus."""
        action = QAction(text, self)
        action.setObjectName(f"{self.key}_{name}")
        action.setToolTip(f"{text} ({QKeySequence(keys).toString()})" if keys else text)
        action.setProperty("menu", "review")
        action.setCheckable(checkable)
        if picture:
            action.setIcon(icon(picture, self.session.palette))
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for view in views:
            view.addAction(action)
        action.triggered.connect(lambda _checked=False: slot())
        self.board_actions = (*self.board_actions, action)
        return action

    def show_empty(self, sentence: str, *, mark: bool = False) -> None:
        """Say why there is nothing; offer to clear the filters, where any are set, and the way to `mark`."""
        scope = self.scope
        self._clear.setVisible(scope is not None and len(scope.procedures) < len(scope.loaded.procedures))
        self._to_findings.setVisible(mark)
        self._empty.set_sentence(sentence)
        self.setCurrentWidget(self._empty)

    def _on_answer(self, answer: object) -> None:
        self.show_answer(answer)
        self.told.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CustomsError):
            raise error
        self._waiting.set_sentence(self.words.say(error.message))
        self.setCurrentWidget(self._waiting)


class LeftSection(QWidget):
    """What stands at the left where a board has one list there: its heading, and the list below."""

    def __init__(self, session: Session, name: str, title: str, view: QWidget) -> None:
        super().__init__()
        self.section = Section(session, name, title)
        self.section.body.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        column.addStretch()
