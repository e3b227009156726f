"""The same activity elsewhere: who lives without it, who has it online or merged, with time and cost."""

from PySide6.QtCore import Signal

from customs_app.analysis.lives_without import How
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.ui.loaded import Loaded
from customs_app.ui.peer_lines import lives_elsewhere, peer_lines, unrecorded
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.lines import LinesView
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.tips import plain


class PeersSection(Section):
    """`opened` carries (procedure id, step id or None) of the line that was opened."""

    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        says = session.words.text("The same activity elsewhere")
        super().__init__(session, "peers", says)
        self._decisions: tuple[Decision, ...] | None = None
        self.view = LinesView("peer_steps", says, session.palette)
        self.view.opened.connect(self.opened)
        self._none = wrapped(role="small")
        self._none.setObjectName("peers_none")
        self._unknown = wrapped(role="small")
        self._unknown.setObjectName("peers_unknown")
        for widget in (self.view, self._none, self._unknown):
            self.body.addWidget(widget)
        session.changed.connect(self._forget)

    def show_step(self, full: FullProcedure, step: Step, loaded: Loaded | None) -> None:
        """Show how other countries live with the activity of a step; None = they are still looked for."""
        words = self.words
        self.count.setText(step.activity)
        if loaded is None:
            self.view.hide()
            self._unknown.hide()
            self._none.setText(words.text("are being looked for…"))
            self._none.show()
            return
        activity = loaded.reference.activities.get(step.activity)
        self.count.setToolTip(plain(activity.name[words.language] if activity else step.activity))
        found = lives_elsewhere(full, step, loaded, self._decided())
        lines = peer_lines(found, loaded, self.session.palette, words)
        self.view.show_lines(lines)
        self.view.setVisible(bool(lines))
        only = bool(lines) and all(one.how in (How.WITHOUT, How.UNKNOWN) for one in found)
        self._none.setText(
            words.text("No other country has this step.")
            if only
            else words.text("No other country has a procedure of this regime and mode.")
        )
        self._none.setVisible(only or not lines)
        missing = unrecorded(found, loaded.reference, words)
        self._unknown.setText(words.text("No such procedure recorded: {countries}", countries=missing))
        self._unknown.setVisible(bool(lines) and bool(missing))

    def focus(self) -> None:
        """Lead to the list; its first line is current where none was."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.view.lines.index(0, 0))

    def _decided(self) -> tuple[Decision, ...]:
        """What meetings decided, read once between two changes."""
        if self._decisions is None:
            self._decisions = self.session.catalogue.decisions()
        return self._decisions

    def _forget(self) -> None:
        self._decisions = None
