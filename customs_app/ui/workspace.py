"""The base of the five workspaces: what the frame asks of each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from customs_app.ui.icons import icon
from customs_app.ui.session import Beside, Session

if TYPE_CHECKING:
    from customs_app.catalogue.results import Changes
    from customs_app.ui.meeting.lists import MeetingList


class Workspace(QWidget):
    """One workspace: its centre is this widget, its sides are docks that the frame owns.

    Made when it is first shown, inside `parent`. The frame rebuilds the whole window when the language
    or the colours change: `save_state` and `restore_state` carry over what is open and selected, there
    is nothing to retranslate. Emit `told` when a title, the status or the keys say something else than
    before, `acts_changed` when there are other actions.
    """

    key = ""
    icon = ""
    title = ""
    menu = ""
    left_width = 228
    right_width = 290
    has_inspector = True

    told = Signal()
    acts_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.words = session.words
        self.setObjectName(f"{self.key}_workspace")
        self.setAccessibleName(self.words.text(self.title))
        session.changed.connect(self._on_changed)

    def left(self) -> QWidget | None:
        """The widget of the left dock; None leaves the dock out. Asked once."""
        return None

    def inspector(self) -> QWidget | None:
        """The widget of the right dock; None leaves the dock out. Asked once, after the first painting.

        A workspace without one says so in `has_inspector` too.
        """
        return None

    def dock_titles(self) -> tuple[str, str]:
        """Titles of the left and the right dock, worded."""
        return self.words.text(self.title), self.words.text("Inspector")

    def dock_actions(self) -> tuple[Sequence[QAction], Sequence[QAction]]:
        """Actions shown as small buttons in the titles of the left and the right dock."""
        return (), ()

    def status_text(self) -> str:
        """What the status bar says of the place in the list, worded."""
        return ""

    def keys_text(self) -> str:
        """The most useful keys of this view, worded, for the right side of the status bar."""
        return ""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions, with what they do, for the sheet of keys (`?`)."""
        return ()

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Show a procedure and a step of it."""

    def show_beside(self, asked: Beside) -> None:
        """Show two procedures step by step against each other, where this workspace can."""

    def refresh(self, changes: Changes | None) -> None:
        """Show what has changed; None = anything may have changed. Called also when the view is hidden."""

    def focus_filter(self) -> None:
        """Put the cursor into this view's filter (key `/`)."""

    def focus_main(self) -> None:
        """Put the focus on the main table or diagram."""
        self.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Widgets that F6 visits in turn, besides those of the docks."""
        return (self,)

    def save_state(self) -> Mapping[str, object]:
        """What is open and selected, as JSON values."""
        return {}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Open and select again what `save_state` told; things that are gone are passed over."""

    def commit_edits(self) -> None:
        """Write a text that is being edited, before the window is rebuilt or closed."""
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()

    def export_targets(self) -> Sequence[QAction]:
        """What this view exports: actions for the menu Export."""
        return ()

    def meeting_lists(self) -> Sequence[MeetingList]:
        """Lists of steps that a meeting may go through from here, the nearest first."""
        return ()

    def act(
        self,
        name: str,
        text: str,
        slot: Callable[[], object],
        *,
        keys: str = "",
        picture: str = "",
        menu: str = "",
        checkable: bool = False,
    ) -> QAction:
        """Make an action of this workspace; the frame puts it into the menu and keeps its key.

        `text` and the tooltip are worded already; `keys` is portable key text (`"Alt+Up"`), `menu` names
        another menu than the workspace's own: file, edit, view, go, catalogue, review, proposal, tools,
        help. The key works wherever the focus is in the window, but never in a text field.
        """
        action = QAction(text, self)
        action.setObjectName(f"{self.key}_{name}")
        plain = text.replace("&", "").rstrip("…")
        action.setToolTip(f"{plain} ({QKeySequence(keys).toString()})" if keys else plain)
        if keys:
            action.setShortcut(QKeySequence(keys))
        if picture:
            action.setIcon(icon(picture, self.session.palette))
        action.setCheckable(checkable)
        action.setProperty("menu", menu or self.menu or self.key)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        return action

    def _on_changed(self, changes: Changes | None) -> None:
        self.refresh(changes)
        self.told.emit()
