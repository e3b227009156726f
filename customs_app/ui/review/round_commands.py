"""What the menu does about rounds of review."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from customs_app.catalogue.commands.rounds import OpenRound, StartRound
from customs_app.domain.codes import RoundState
from customs_app.domain.meeting import Round
from customs_app.ui.review.round_dialogs import StartRoundDialog, ask_open_round
from customs_app.ui.review.rounds import standings, who_has_marked

if TYPE_CHECKING:
    from customs_app.ui.review.workspace import ReviewWorkspace


class RoundCommands:
    """Start a round over some procedures, and open it."""

    def __init__(self, owner: "ReviewWorkspace") -> None:
        self._owner = owner
        text = owner.words.text
        self.start: QAction = owner.act("start_round", text("Start a blind round…"), self.ask_start)
        self.open: QAction = owner.act("open_round", text("Open the round…"), self.ask_open)
        self.enable()

    @property
    def blind(self) -> Round | None:
        """The round that can be opened: the newest that is blind."""
        rounds = self._owner.reading.rounds
        return next((one for one in reversed(rounds) if one.state is RoundState.BLIND), None)

    def enable(self) -> None:
        """Let only what can be done be chosen."""
        owner = self._owner
        able = owner.reading.loaded is not None and not owner.session.catalogue.read_only
        self.start.setEnabled(able)
        self.open.setEnabled(able and self.blind is not None)

    def ask_start(self) -> None:
        """Ask over which procedures a blind round is to be started, and start it."""
        owner = self._owner
        scope = owner.reading.scope(owner.findings.filter)
        if scope is None:
            return
        dialog = StartRoundDialog(owner.words, scope.loaded, scope.procedures, owner)

        def finished(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                owner.session.run(StartRound(dialog.procedures))
            dialog.deleteLater()

        dialog.finished.connect(finished)
        dialog.open()

    def ask_open(self) -> None:
        """Ask whether the blind round is to be opened, and open it."""
        owner, blind = self._owner, self.blind
        loaded = owner.reading.loaded
        if blind is not None and loaded is not None:
            told = who_has_marked(standings(blind, owner.reading.book, loaded), loaded, owner.words)
            ask_open_round(owner, owner.words, blind, told, lambda: owner.session.run(OpenRound(blind.id)))
