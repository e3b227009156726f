"""What stands in the tabs of the review, and over what they look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from customs_app.analysis.blind import Seen
from customs_app.domain.procedure import FullProcedure
from customs_app.ui.loaded import Loaded


@dataclass(frozen=True)
class Scope:
    """What a tab looks at: everything that was loaded, and the procedures that the filters let through.

    `seen` are the marks that the reviewer may see, of all procedures.
    """

    loaded: Loaded
    seen: Seen
    procedures: tuple[FullProcedure, ...]


class Board(Protocol):
    """A tab of the review: something at the left, below the filters, and something in the centre.

    It is built when its tab is first chosen. `main` gets the focus. `step_asked` carries (procedure id,
    step id) to be shown in the catalogue, `finding_asked` a finding's key, "" for the list of them,
    `step_chosen` (FullProcedure, Step) for the inspector or None, `clear_asked` nothing: the filters are
    to be cleared. `told` when status or keys say something else. `board_actions` are commands for the
    menu Review.
    """

    key: ClassVar[str]

    @property
    def left(self) -> QWidget: ...  # noqa: D102 - told above
    @property
    def centre(self) -> QWidget: ...  # noqa: D102 - told above
    @property
    def main(self) -> QWidget: ...  # noqa: D102 - told above
    @property
    def board_actions(self) -> Sequence[QAction]: ...  # noqa: D102 - told above
    @property
    def step_asked(self) -> SignalInstance: ...  # noqa: D102 - told above
    @property
    def finding_asked(self) -> SignalInstance: ...  # noqa: D102 - told above
    @property
    def step_chosen(self) -> SignalInstance: ...  # noqa: D102 - told above
    @property
    def clear_asked(self) -> SignalInstance: ...  # noqa: D102 - told above
    @property
    def told(self) -> SignalInstance: ...  # noqa: D102 - told above

    def show_scope(self, scope: Scope) -> None:
        """Look over this; called while the tab is in sight, and again at each change."""

    def status_text(self) -> str:
        """What the foot of the window says, worded."""

    def keys_text(self) -> str:
        """The most useful keys, worded."""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions, with what they do."""

    def panes(self) -> Sequence[QWidget]:
        """Widgets that F6 visits in turn."""

    def save_state(self) -> Mapping[str, object]:
        """What is open and chosen, as JSON values."""

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Open and choose it again."""
